package org.holdline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.holdline.posture.NeutralKind;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Early, late, none and what is not known, each just inside and just outside its bound. */
class PatternsTest {
    private static final int CONFIDENT = 95;
    private static final long[] NO_CUES = {};
    private static final long STEP_US = 500_000;

    /** Ten minutes of running at two steps a second. */
    private static final int STEPS = 1200;

    private final JudgedSteps steps = new JudgedSteps();

    @Test
    void shouldSayNoneWhenAMarkedRunStaysWithin() {
        add(STEPS, 0);
        assertEquals("none", name(NeutralKind.DRILL, 0));
        assertEquals(0.0, find(NeutralKind.DRILL, 0).getFirst().evidence().get("over_share"));
    }

    @Test
    void shouldSayUnknownWhenNoStepWasJudged() {
        List<Pattern> found =
                Patterns.find(steps, NO_CUES, 0, MadeEvents.neutral(NeutralKind.NONE, 0), MadeEvents.seated(), 0);
        assertEquals(List.of("unknown"), found.stream().map(Pattern::name).toList());
        assertEquals(0.0, found.getFirst().evidence().get("judged_steps"));
    }

    @ParameterizedTest
    @CsvSource({"297999999, unknown", "298000000, none"})
    void shouldNeedFiveMinutesWhenNaming(long spanUs, String expected) {
        for (int i = 0; i < 900; i++) {
            steps.add(i * spanUs / 899, 0, false);
        }
        assertEquals(expected, name(NeutralKind.DRILL, 0));
    }

    @ParameterizedTest
    @CsvSource({"599, unknown", "600, none"})
    void shouldNeedSixHundredStepsWhenNaming(int count, String expected) {
        for (int i = 0; i < count; i++) {
            steps.add(i * 600_000L, 0, false);
        }
        assertEquals(expected, name(NeutralKind.DRILL, 0));
    }

    @ParameterizedTest
    @CsvSource({"49, unknown", "50, none"})
    void shouldNeedConfidenceWhenNaming(int confidence, String expected) {
        add(STEPS, 0);
        assertEquals(
                expected,
                Patterns.find(
                                steps,
                                NO_CUES,
                                confidence,
                                MadeEvents.neutral(NeutralKind.DRILL, 0),
                                MadeEvents.seated(),
                                0)
                        .getFirst()
                        .name());
    }

    @Test
    void shouldSayEarlyWhenHalfOfTheFirstQuarterIsOver() {
        addShare(300, 0.56);
        add(900, 0);
        List<Pattern> found = find(NeutralKind.DRILL, 0);
        assertEquals("early", found.getFirst().name());
        assertEquals(0.56, found.getFirst().evidence().get("first_quarter_over_share"), 0.01);
    }

    @Test
    void shouldNotDecideWhenAboutHalfOfTheFirstQuarterIsOver() {
        addShare(300, 0.5);
        add(900, 0);
        assertEquals("unknown", name(NeutralKind.DRILL, 0));
    }

    @ParameterizedTest
    @CsvSource({"2.699, none", "2.701, unknown", "3.299, unknown", "3.301, early"})
    void shouldSayEarlyWhenTheEasyRunLayBeyondTheBand(double offsetDeg, String expected) {
        add(STEPS, 0);
        assertEquals(expected, name(NeutralKind.DRILL, offsetDeg));
    }

    @ParameterizedTest
    @CsvSource({"AUTOMATIC", "NONE"})
    void shouldNeverSayEarlyOrNoneWhenNoNeutralWasMarked(NeutralKind kind) {
        addShare(300, 1);
        add(900, 0);
        assertEquals("unknown", name(kind, 9));
        JudgedSteps within = new JudgedSteps();
        for (int i = 0; i < STEPS; i++) {
            within.add(i * STEP_US, 0, false);
        }
        List<Pattern> found =
                Patterns.find(within, NO_CUES, CONFIDENT, MadeEvents.neutral(kind, 0), MadeEvents.seated(), 0);
        assertEquals("unknown", found.getFirst().name());
        assertEquals(1.0, found.getFirst().evidence().get("neutral_from_first_minute"));
    }

    @ParameterizedTest
    @CsvSource({"DRILL", "AUTOMATIC"})
    void shouldSayLateWhenTheLastThirdIsWorse(NeutralKind kind) {
        add(700, 0);
        add(500, 1);
        List<Pattern> found = find(kind, 0);
        assertEquals("late", found.getFirst().name());
        assertEquals(0.0, found.getFirst().evidence().get("first_third_over_share"));
        assertEquals(1.0, found.getFirst().evidence().get("last_third_over_share"));
    }

    @ParameterizedTest
    @CsvSource({"0.17, none", "0.20, unknown", "0.23, late"})
    void shouldNeedATwentyPointGainWhenSayingLate(double gain, String expected) {
        addAt(800, 0, 9000);
        // A minute over makes the drift; the rest of the last third is quiet but for what the share asks.
        int over = (int) Math.round(gain * 400);
        addAt(400 - over, 0, 9000);
        addAt(over, 1, 9000);
        assertEquals(expected, name(NeutralKind.DRILL, 0));
    }

    @Test
    void shouldNotSayLateWhenTheDriftBeganBeforeHalf() {
        add(500, 0);
        add(700, 1);
        assertEquals("late", name(NeutralKind.DRILL, 0, 200 * STEP_US));
        assertEquals("unknown", name(NeutralKind.DRILL, 0, 600 * STEP_US), "neither speed nor intervals are known");
    }

    @Test
    void shouldSayBothWhenEarlyComesBackLate() {
        addShare(300, 0.1);
        add(500, 0);
        add(400, 1);
        List<Pattern> found = find(NeutralKind.DRILL, 3.5);
        assertEquals(List.of("early", "late"), found.stream().map(Pattern::name).toList());
    }

    @Test
    void shouldAlwaysNameSomethingWhenSharesVary() {
        for (NeutralKind kind : NeutralKind.values()) {
            for (int tenths = 0; tenths <= 10; tenths++) {
                JudgedSteps made = new JudgedSteps();
                for (int i = 0; i < STEPS; i++) {
                    made.add(i * STEP_US, 0, i % 10 < tenths);
                }
                List<Pattern> found =
                        Patterns.find(made, NO_CUES, CONFIDENT, MadeEvents.neutral(kind, 0), MadeEvents.seated(), 0);
                assertFalse(found.isEmpty());
                if (kind != NeutralKind.DRILL) {
                    assertTrue(
                            found.stream()
                                    .allMatch(p -> p.name().equals("unknown")
                                            || p.name().equals("late")),
                            found::toString);
                }
            }
        }
    }

    @Test
    void shouldCountWhatCuesInterruptedWhenTheyCameCloseTogether() {
        add(700, 0);
        long[] cuesUs = {700 * STEP_US, 830 * STEP_US, 960 * STEP_US, 1090 * STEP_US};
        add(500, 0);
        assertEquals("none", name(NeutralKind.DRILL, 0));
        assertEquals(
                "late",
                Patterns.find(
                                steps,
                                cuesUs,
                                CONFIDENT,
                                MadeEvents.neutral(NeutralKind.DRILL, 0),
                                MadeEvents.seated(),
                                600 * STEP_US)
                        .getFirst()
                        .name());
        long[] farApartUs = {700 * STEP_US, 860 * STEP_US, 1020 * STEP_US, 1180 * STEP_US};
        assertEquals(
                "none",
                Patterns.find(
                                steps,
                                farApartUs,
                                CONFIDENT,
                                MadeEvents.neutral(NeutralKind.DRILL, 0),
                                MadeEvents.seated(),
                                600 * STEP_US)
                        .getFirst()
                        .name());
    }

    @ParameterizedTest
    @CsvSource({"0.71, none", "0.8, unknown", "0.89, intensity"})
    void shouldSayIntensityWhenTheStepsOverLieInTheFastPart(double inFast, String expected) {
        int over = 120;
        int fast = (int) Math.round(inFast * over);
        addAt(360, 0, 9000);
        addAt(fast, 1, 13_000);
        addAt(360 - fast, 0, 13_000);
        addAt(over - fast, 1, 9000);
        addAt(480 - over + fast, 0, 9000);
        assertEquals(expected, name(NeutralKind.DRILL, 0));
    }

    @Test
    void shouldGoByMarkedIntervalsWhenThereAreAny() {
        for (int i = 0; i < STEPS; i++) {
            boolean hard = i / 150 % 2 == 1;
            steps.add(i * STEP_US, 0, hard, JudgedSteps.NO_TRUNK, new JudgedSteps.Load(Sample.UNKNOWN, hard));
        }
        assertEquals("intensity", name(NeutralKind.DRILL, 0));
    }

    @ParameterizedTest
    @CsvSource({"0.44, -3000, none", "0.5, -3000, unknown", "0.56, -3000, upright", "0.9, -2999, none"})
    void shouldSayUprightWhenTheTrunkIsHeldBackWithoutAnArch(double share, int trunkMdeg, String expected) {
        for (int i = 0; i < STEPS; i++) {
            boolean back = (i * 37 % 100) < Math.round(share * 100);
            steps.add(i * STEP_US, 0, false, back ? trunkMdeg : 500, new JudgedSteps.Load(9000, false));
        }
        assertEquals(expected, name(NeutralKind.DRILL, 0));
    }

    private void addAt(int count, int over, int speedMPerH) {
        for (int i = 0; i < count; i++) {
            steps.add(
                    steps.count() * STEP_US,
                    0,
                    over == 1,
                    JudgedSteps.NO_TRUNK,
                    new JudgedSteps.Load(speedMPerH, false));
        }
    }

    private void add(int count, int over) {
        addShare(count, over);
    }

    private void addShare(int count, double share) {
        double due = 0;
        for (int i = 0; i < count; i++) {
            due += share;
            boolean over = due >= 1 - 1e-9;
            due -= over ? 1 : 0;
            steps.add(steps.count() * STEP_US, 0, over);
        }
    }

    private List<Pattern> lateWith(Summary.Clip clip) {
        for (int i = 0; i < STEPS; i++) {
            steps.add(i * STEP_US, 0, i >= STEPS * 2 / 3);
        }
        return Patterns.find(
                steps, NO_CUES, CONFIDENT, MadeEvents.neutral(NeutralKind.DRILL, 0), clip, STEPS / 2 * STEP_US);
    }

    @Test
    void shouldCallALateDriftUnknownWhenAClipHasMoved() {
        List<Pattern> found = lateWith(MadeEvents.moved(-2.25));
        assertEquals(List.of("unknown"), found.stream().map(Pattern::name).toList());
        assertEquals(-2.25, found.getFirst().evidence().get(Pattern.CLIP_MOVED));
    }

    @Test
    void shouldCallALateDriftPossibleOnlyWhenNoClosingStandWasCompared() {
        Pattern found = lateWith(MadeEvents.unchecked()).getFirst();
        assertEquals("late", found.name());
        assertTrue(found.possible());
    }

    @Test
    void shouldCallALateDriftLateWhenTheClosingStandFoundTheClipsWhereTheyWere() {
        Pattern found = lateWith(MadeEvents.seated()).getFirst();
        assertEquals("late", found.name());
        assertFalse(found.possible());
    }

    private String name(NeutralKind kind, double offsetDeg) {
        return name(kind, offsetDeg, STEPS / 2 * STEP_US);
    }

    private String name(NeutralKind kind, double offsetDeg, long halfUs) {
        return Patterns.find(
                        steps, NO_CUES, CONFIDENT, MadeEvents.neutral(kind, offsetDeg), MadeEvents.seated(), halfUs)
                .getFirst()
                .name();
    }

    private List<Pattern> find(NeutralKind kind, double offsetDeg) {
        return Patterns.find(
                steps,
                NO_CUES,
                CONFIDENT,
                MadeEvents.neutral(kind, offsetDeg),
                MadeEvents.seated(),
                STEPS / 2 * STEP_US);
    }
}
