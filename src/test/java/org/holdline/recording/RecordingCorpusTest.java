package org.holdline.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.holdline.link.wire.Corpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingCorpusTest {
    static List<Corpus.Input> kept() {
        return Corpus.of("recording").toList();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void shouldGiveRowsOrOneErrorWhenKeptInputsAreRead(Corpus.Input input) throws IOException {
        RecordingFuzz.run(input.bytes());
    }

    @Test
    void shouldGiveRowsOrOneErrorWhenAWholeOneIsDamaged() throws IOException {
        byte[] whole = Corpus.RECORDING.getBytes(StandardCharsets.UTF_8);
        assertEquals(3, RecordingFuzz.run(whole));
        Random random = new Random(1);
        for (int run = 0; run < 3000; run++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) (random.nextInt(3) > 0 ? random.nextInt(128) : 255);
            }
            try {
                RecordingFuzz.run(damaged);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed 1 run " + run + ": " + new String(damaged, StandardCharsets.UTF_8), e);
            }
        }
    }
}
