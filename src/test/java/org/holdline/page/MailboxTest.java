package org.holdline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The latest state wins, no cue is lost, and nothing piles up. */
@Timeout(60)
class MailboxTest {
    private final Mailbox mailbox = new Mailbox();

    private static Message message(String event, long madeMs) {
        return new Message(event, madeMs, (event + madeMs + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private List<String> taken() throws InterruptedException {
        return mailbox.take().stream()
                .map(message -> new String(message.bytes(), StandardCharsets.UTF_8).replaceAll("(?s).*data: |\\n", ""))
                .toList();
    }

    @Test
    void shouldKeepTheLatestStateWhenNobodyFetches() throws Exception {
        for (int i = 0; i < 1000; i++) {
            mailbox.state(message("now", i));
        }
        assertEquals(List.of("now999"), taken());
    }

    @Test
    void shouldKeepEveryCueInOrderWhenStatesComeBetween() throws Exception {
        for (int i = 0; i < Mailbox.MAX_CUES; i++) {
            mailbox.cue(message("cue", i));
            mailbox.state(message("now", i));
        }
        List<String> taken = taken();
        assertEquals(Mailbox.MAX_CUES + 1, taken.size(), taken::toString);
        for (int i = 0; i < Mailbox.MAX_CUES; i++) {
            assertEquals("cue" + i, taken.get(i));
        }
        assertEquals("now" + (Mailbox.MAX_CUES - 1), taken.getLast());
    }

    @Test
    void shouldCloseInsteadOfDroppingWhenMoreCuesWaitThanItHolds() throws Exception {
        for (int i = 0; i <= Mailbox.MAX_CUES; i++) {
            mailbox.cue(message("cue", i));
        }
        assertEquals(Mailbox.MAX_CUES, taken().size());
        assertEquals(List.of(), taken(), "closed: the browser comes back and finds the rest in the trace");
    }

    @Test
    void shouldStayAtTheNewerStateWhenAnOlderOneComesLate() throws Exception {
        mailbox.state(message("now", 7));
        mailbox.state(message("now", 6));
        assertEquals(List.of("now7"), taken());
        mailbox.state(message("now", 6));
        mailbox.cue(message("cue", 8));
        assertEquals(List.of("cue8"), taken());
    }

    @Test
    void shouldHandOutWhatItHoldsWhenItCloses() throws Exception {
        mailbox.cue(message("cue", 1));
        mailbox.state(message("now", 2));
        mailbox.close();
        assertEquals(List.of("cue1", "now2"), taken());
        assertEquals(List.of(), taken());
    }

    @Test
    void shouldDeliverEachCueOnceWhenWritersAndReaderRace() throws Exception {
        long seed = 20260301;
        Random random = new Random(seed);
        int cues = 5000;
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < cues; i++) {
                // What is not fetched yet bounds how far the writer may run ahead, as three cues a minute do.
                while (waiting() >= Mailbox.MAX_CUES - 1) {
                    Thread.onSpinWait();
                }
                mailbox.cue(message("cue", i));
                sent++;
                if (random.nextInt(3) == 0) {
                    mailbox.state(message("now", i));
                }
            }
            mailbox.close();
        });
        List<String> got = new ArrayList<>();
        long lastState = -1;
        for (List<String> taken = taken(); !taken.isEmpty(); taken = taken()) {
            for (String text : taken) {
                if (text.startsWith("cue")) {
                    got.add(text);
                    received++;
                } else {
                    long state = Long.parseLong(text.substring(3));
                    assertTrue(state >= lastState, "seed " + seed + ": state " + state + " after " + lastState);
                    lastState = state;
                }
            }
        }
        writer.join();
        assertEquals(cues, got.size(), "seed " + seed);
        for (int i = 0; i < cues; i++) {
            assertEquals("cue" + i, got.get(i), "seed " + seed);
        }
    }

    private volatile int sent;
    private volatile int received;

    private int waiting() {
        return sent - received;
    }
}
