package org.holdline.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdline.sample.Act;
import org.holdline.sample.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboxTest {
    private final Inbox inbox = new Inbox();

    @ParameterizedTest
    @CsvSource({
        "MUTE, MUTE",
        "MUTE UNMUTE, UNMUTE",
        "UNMUTE MUTE, MUTE",
        "MUTE UNMUTE MUTE, MUTE",
        "MARK MARK, MARK",
        "FLIP, FLIP",
        "FLIP FLIP, ''",
        "FLIP FLIP FLIP, FLIP",
        "MARK MUTE FLIP, MUTE MARK FLIP",
        "MUTE FLIP UNMUTE FLIP MARK, UNMUTE MARK"
    })
    void shouldKeepWhatWasAskedForLast(String asked, String taken) {
        for (String word : asked.split(" ", -1)) {
            inbox.act(Act.valueOf(word));
        }
        int bits = inbox.takeActs();
        List<String> names = new ArrayList<>();
        for (Act act : Act.values()) {
            if (act.isIn(bits)) {
                names.add(act.name());
            }
        }
        assertEquals(taken, String.join(" ", names));
    }

    @Test
    void shouldTakeAnAnswerWholeAndTheLastOneOnly() {
        inbox.act(Act.MARK);
        inbox.answer(Act.answer(0, 2, true));
        inbox.answer(Act.answer(1, 1, false));
        inbox.act(Act.ASKED);
        int bits = inbox.takeActs();
        assertEquals(Act.MARK.bit() | Act.ASKED.bit() | Act.FELT_NEUTRAL.bit() | Act.SEEN_NEUTRAL.bit(), bits);
        assertEquals(1, Act.felt(bits));
        assertEquals(1, Act.seen(bits));
        inbox.answer(Act.answer(2, 0, true));
        bits = inbox.takeActs();
        assertEquals(Act.FELT_MORE.bit() | Act.SEEN_LESS.bit() | Act.FELT_FIRST.bit(), bits);
        assertEquals(2, Act.felt(bits));
        assertEquals(0, Act.seen(bits));
        assertEquals(-1, Act.felt(Act.EASY.bit() | Act.ASKED.bit()));
    }

    @Test
    void shouldBeEmptyWhenTaken() {
        assertEquals(0, inbox.takeActs());
        assertNull(inbox.takeMarker());
        inbox.act(Act.MUTE);
        inbox.mark(Phase.NEUTRAL);
        inbox.mark(Phase.RUN);
        assertEquals(Act.MUTE.bit(), inbox.takeActs());
        assertEquals(Phase.RUN, inbox.takeMarker(), "the last one");
        assertEquals(0, inbox.takeActs());
        assertNull(inbox.takeMarker());
    }

    @Test
    void shouldLoseNothingWhenSeveralThreadsAsk() throws InterruptedException, ExecutionException {
        int threads = 3;
        int each = 20_001;
        try (ExecutorService people = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> asking = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                asking.add(people.submit(() -> {
                    for (int n = 0; n < each; n++) {
                        inbox.act(Act.FLIP);
                    }
                }));
            }
            int flips = 0;
            while (!asking.stream().allMatch(Future::isDone)) {
                flips ^= inbox.takeActs();
            }
            for (Future<?> one : asking) {
                one.get();
            }
            flips ^= inbox.takeActs();
            // An odd number of flips in all is one flip, however they were taken.
            assertEquals(Act.FLIP.bit(), flips);
        }
    }
}
