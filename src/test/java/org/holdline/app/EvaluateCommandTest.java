package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(300)
class EvaluateCommandTest {
    /** A short session: three minutes of cued running. */
    private static final String SHORT_SEED = "11";

    @Test
    void shouldPrintTheSameTablesWhenMoreJobsShareTheWork() {
        Typed one = Typed.of("evaluate", "--seeds", "10..11", "--placement", "dual", "--jobs", "1");
        Typed three = Typed.of("evaluate", "--seeds", "10..11", "--placement", "dual", "--jobs", "3");
        assertEquals(0, one.code(), one.err());
        assertEquals(one.out(), three.out());
        assertTrue(one.out().startsWith("simulated: virtual runners, seeds 10..11"), one.out());
        assertTrue(one.err().contains("dual: 2 of 2 runners"), one.err());
    }

    @Test
    void shouldFindStepsAndArchWhenTheRoadIsWhole() {
        String out = Typed.of("evaluate", "--seeds", "7", "--placement", "dual").out();
        assertTrue(valueOf("recall: arched", out) > 0.9, out);
        assertTrue(valueOf("precision: steps", out) > 0.9, out);
        assertTrue(valueOf("steps found, F1", out) > 0.98, out);
    }

    @Test
    void shouldSeeLittleArchWhenTheOneClipSitsAtTheTrunk() {
        String out = Typed.of("evaluate", "--seeds", "7", "--placement", "thoracolumbar")
                .out();
        assertTrue(valueOf("recall of a perfect", out) < 0.9, "physics hides the arch there: " + out);
        assertEquals(0, valueOf("cues while only leaning", out), out);
    }

    @Test
    void shouldFailOnlyWhenGatedAndATargetIsMissed() {
        String[] missed = {"evaluate", "--seeds", "7", "--placement", "sacral"};
        assertEquals(0, Typed.of(missed).code());
        assertEquals(
                1,
                Typed.of("evaluate", "--seeds", "7", "--placement", "sacral", "--gate")
                        .code());
        assertEquals(
                0,
                Typed.of("evaluate", "--seeds", SHORT_SEED, "--placement", "dual", "--gate")
                        .code());
    }

    @Test
    void shouldBeOneObjectWhenJsonIsAsked() {
        Typed typed = Typed.of("evaluate", "--seeds", SHORT_SEED, "--json");
        assertEquals(0, typed.code(), typed.err());
        assertEquals(1, typed.out().lines().count());
        assertTrue(typed.out().startsWith("{\"schema\":\"holdline-evaluation/1\",\"simulated\":true,"), typed.out());
        assertTrue(typed.out().contains("\"placement\":\"thoracolumbar\""), typed.out());
        assertFalse(typed.out().contains("NaN"), typed.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --seeds x                | --seeds: x, expected A..B
            --seeds 9..8             | --seeds: 9..8, expected rising
            --hours 0                | --hours: 0, expected 1..150
            --jobs 0                 | --jobs: 0, expected 1..64
            --seeds 1 --quick        | expected one of them
            --set nonsense           | nonsense
            --placement knee         | knee
            """)
    void shouldSayWhatIsExpectedWhenAFlagCannotBe(String flags, String expected) {
        Typed typed = Typed.of(("evaluate " + flags).split(" +", -1));
        assertEquals(2, typed.code());
        assertEquals("", typed.out());
        assertTrue(typed.err().contains(expected), typed.err());
    }

    private static double valueOf(String figure, String tables) {
        String row = tables.lines()
                .filter(line -> line.startsWith("| " + figure))
                .findFirst()
                .orElseThrow(() -> new AssertionError(figure + " is not among\n" + tables));
        return Double.parseDouble(row.split("\\|", -1)[2].strip());
    }
}
