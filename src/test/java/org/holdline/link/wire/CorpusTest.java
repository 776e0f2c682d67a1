package org.holdline.link.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs once found worth keeping, and a few from seeds, against every check the fuzzers make. */
class CorpusTest {
    private static final long MOST_BYTES = 300 * 1024;
    private static final Schema SCHEMA = Schema.load();

    static List<Corpus.Input> kept() {
        return Corpus.read();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void shouldHoldAndGiveTheWrittenEventsWhenKeptInputsArePlayed(Corpus.Input input) {
        switch (input.kind()) {
            case "host" -> WireFuzz.stream(Side.HOST, input.bytes());
            case "clip" -> WireFuzz.stream(Side.CLIP, input.bytes());
            case "play" -> WireFuzz.play(input.bytes());
            case "link" -> LinkFuzz.run(input.bytes());
            case "message" -> MessageFuzz.fuzzerTestOneInput(input.bytes());
            default -> assertTrue(List.of("recording", "settings").contains(input.kind()), input.kind());
        }
        if (!input.events().equals("-")) {
            String text = Events.of(input.kind(), input.bytes());
            assertEquals(input.events(), Events.crc(text), text);
        }
    }

    @Test
    void shouldStaySmallWhenInputsAreAdded() throws Exception {
        long bytes = 0;
        for (String file : List.of("made.tsv", "found.tsv")) {
            bytes += Files.size(Corpus.FOLDER.resolve(file));
        }
        assertTrue(bytes <= MOST_BYTES, bytes + " bytes");
        for (String kind : List.of("host", "clip", "play", "link", "message", "recording", "settings")) {
            assertTrue(Corpus.of(kind).findAny().isPresent(), "none of kind " + kind);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldKeepTheMotorsLimitsWhenPlaysAreMade(long seed) {
        Random random = new Random(seed);
        long cues = 0;
        for (int run = 0; run < 300; run++) {
            byte[] play = MadePlays.one(SCHEMA, random);
            try {
                cues += WireFuzz.play(play);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + " run " + run + ": " + PlainWire.hex(play), e);
            }
        }
        assertTrue(cues > 100, cues + " cues");
    }

    @Test
    void shouldStreamWhenAHostIsAnsweredAsItAsks() {
        assertTrue(LinkFuzz.run(Corpus.STREAMING));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldCountEveryByteAtTheHostWhenClipsSayAnything(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 100; run++) {
            byte[] input = new byte[20 + random.nextInt(200)];
            random.nextBytes(input);
            byte[] greeted = PlainWire.join(Corpus.STREAMING, input);
            try {
                LinkFuzz.run(greeted);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + " run " + run + ": " + PlainWire.hex(greeted), e);
            }
        }
    }
}
