package org.holdline.gait;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.holdline.gait.MadeGait.Footfall;
import org.holdline.gait.MadeGait.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StridesTest {
    private static final long SEED = 20_260_112;
    private static final double[] RATES_HZ = {50, 100, 200, 285.714, 400, 1000};

    /** A copy of the slot. */
    private record Found(
            double contactS,
            boolean running,
            Side side,
            int cadenceDspm,
            int contactMs,
            int before,
            long strideFrom,
            long strideTo,
            long strideFromUs,
            long saidUs) {}

    private static List<Found> found(MadeGait gait, Strides strides, double rateHz) {
        List<Found> steps = new ArrayList<>();
        gait.sample(rateHz, (timeUs, forceUg, roll) -> {
            if (strides.update(timeUs, forceUg, roll)) {
                steps.add(copy(strides.step(), timeUs));
            }
        });
        return steps;
    }

    private static List<Found> found(MadeGait gait, double rateHz) {
        return found(gait, new Strides(StridesParams.defaults(), rateHz), rateHz);
    }

    private static Found copy(Step step, long timeUs) {
        return new Found(
                step.contactUs * 1e-6,
                step.running,
                step.side,
                step.cadenceDspm,
                step.contactMs,
                step.runningStepsBefore,
                step.strideFrom,
                step.strideTo,
                step.strideFromUs,
                timeUs);
    }

    private static Footfall nearest(MadeGait gait, Found step) {
        return gait.footfalls().stream()
                .min((a, b) ->
                        Double.compare(Math.abs(a.contactS() - step.contactS), Math.abs(b.contactS() - step.contactS)))
                .orElseThrow();
    }

    // --- standing ---------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(doubles = {50, 100, 285.714, 1000})
    void shouldTakeNoStepWhenStandingAndSwaying(double rateHz) {
        for (long seed = SEED; seed < SEED + 8; seed++) {
            MadeGait gait = new MadeGait(seed).stand(30).stand(30);
            List<Found> steps = found(gait, rateHz);
            long used = seed;
            assertEquals(List.of(), steps, () -> "seed " + used);
        }
    }

    @Test
    void shouldStandWhenNobodyHasMoved() {
        Strides strides = new Strides(StridesParams.defaults(), 100);
        found(new MadeGait(SEED).stand(10), strides, 100);
        assertEquals(GaitKind.STAND, strides.kindAt(10_000_000));
    }

    // --- walking ----------------------------------------------------------------------------------------------------

    /** A rise out of a stand, then so many steps 0.6 s apart. */
    @ParameterizedTest
    @CsvSource({"0.15, 0, 0", "0.15, 1, 0", "0.15, 2, 3", "0.15, 4, 5", "0.05, 4, 4"})
    void shouldLetARiseOutOfAStandJoinAWalkAndBeginNone(double riseG, int steps, int expected) {
        Strides strides = new Strides(StridesParams.defaults(), 100);
        List<Double> contactsS = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            double t = i / 100.0;
            double force = 1 + riseG * bump((t - 5) / 0.25);
            for (int k = 0; k < steps; k++) {
                double at = 5.8 + 0.6 * k;
                force += 0.2 * bump((t - at) / 0.15) - 0.2 * bump((t - at + 0.3) / 0.15);
            }
            if (strides.update(i * 10_000L, Math.round(force * 1e6), 0)) {
                contactsS.add(strides.step().contactUs * 1e-6);
            }
        }
        assertEquals(expected, contactsS.size(), () -> "contacts " + contactsS);
        assertEquals(contactsS.stream().sorted().distinct().toList(), contactsS);
    }

    private static double bump(double x) {
        return Math.abs(x) < 1 ? Math.pow(Math.cos(Math.PI / 2 * x), 2) : 0;
    }

    @ParameterizedTest
    @CsvSource({"90, 1", "100, 1", "110, 1", "125, 1", "90, 0.4", "110, 0.4", "60, 0.5", "140, 1.2"})
    void shouldCountWalkingStepsWhenWalking(double stepsPerMin, double size) {
        for (double rateHz : RATES_HZ) {
            MadeGait gait =
                    new MadeGait(SEED).stand(4).walk(60, stepsPerMin, size).stand(4);
            List<Found> steps = found(gait, rateHz);
            int made = gait.footfalls().size();
            String where = " at " + rateHz + " Hz, seed " + SEED;
            assertAll(
                    () -> assertEquals(made, steps.size(), Math.max(1, 0.02 * made), () -> "steps" + where),
                    () -> assertTrue(steps.stream().noneMatch(Found::running), () -> "none runs" + where),
                    () -> assertTrue(
                            steps.stream().allMatch(s -> s.contactMs == Step.NONE), () -> "no contact time" + where),
                    () -> assertEquals(
                            stepsPerMin,
                            steps.stream()
                                            .skip(8)
                                            .mapToInt(Found::cadenceDspm)
                                            .average()
                                            .orElse(0)
                                    / 10,
                            0.01 * stepsPerMin,
                            () -> "cadence" + where));
        }
    }

    @Test
    void shouldWalkWhileStepsComeAndStandTwoSecondsAfterTheLast() {
        Strides strides = new Strides(StridesParams.defaults(), 100);
        List<Found> steps = found(new MadeGait(SEED).stand(3).walk(10, 110), strides, 100);
        long last = Math.round(steps.getLast().contactS * 1e6);
        assertEquals(GaitKind.WALK, strides.kindAt(last + 2_000_000));
        assertEquals(GaitKind.STAND, strides.kindAt(last + 2_000_001));
    }

    @Test
    void shouldNotWalkWhenStepsHaveNoRhythm() {
        MadeGait gait = new MadeGait(SEED);
        for (int i = 0; i < 10; i++) {
            gait.stand(3).walk(1.1, 110);
        }
        assertEquals(List.of(), found(gait.stand(3), 100), "seed " + SEED);
    }

    @Test
    void shouldAnswerTheFirstWalkingStepsAfterTheNextConfirmsThem() {
        MadeGait gait = new MadeGait(SEED).stand(3).walk(20, 100);
        List<Found> steps = found(gait, 100);
        // The very first landing comes out of standing, without the fall before it that tells a step.
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    gait.footfalls().get(i).contactS(), steps.get(i).contactS, 0.1, "step " + i + ", seed " + SEED);
        }
        assertEquals(steps.get(0).saidUs + 10_000, steps.get(1).saidUs, "one sample apart");
        assertEquals(steps.get(1).saidUs + 10_000, steps.get(2).saidUs, "one sample apart");
    }

    // --- sides ------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 0.8", "3, 0.8", "4, 0.8", "5, 0.8", "6, 0.8", "7, 0.8", "8, 0.8"})
    void shouldAlternateSidesWhenRunning(long seed, double rightSigns) {
        MadeGait gait = new MadeGait(SEED + seed).rollRight(rightSigns).stand(3).run(120, 170, 240, Shape.IMPACT);
        List<Found> steps = found(gait, 100);
        for (int i = 0; i < steps.size(); i++) {
            boolean unknown = steps.get(i).side == Side.UNKNOWN;
            if (i < 5) {
                assertTrue(unknown, "step " + i + " has a side before six have voted, seed " + (SEED + seed));
            }
            if (i > 12) {
                assertFalse(unknown, "step " + i + ", seed " + (SEED + seed));
            }
        }
        long right = 0;
        long judged = 0;
        long changes = 0;
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i - 1).side != Side.UNKNOWN) {
                judged++;
                Side expected = nearest(gait, steps.get(i)).left() ? Side.LEFT : Side.RIGHT;
                right += steps.get(i).side == expected ? 1 : 0;
                changes += steps.get(i).side == steps.get(i - 1).side ? 1 : 0;
            }
        }
        double share = (double) right / judged;
        // Six voters that are right four times in five: three of six right leaves the decision as it was.
        assertTrue(share >= (rightSigns == 1 ? 1 : 0.9), "right " + share + ", seed " + (SEED + seed));
        assertTrue(changes <= (rightSigns == 1 ? 0 : 12), changes + " do not alternate, seed " + (SEED + seed));
    }

    @Test
    void shouldSwapSidesWhenFlipped() {
        MadeGait gait = new MadeGait(SEED).stand(3).run(20, 170, 240, Shape.SMOOTH);
        Strides strides = new Strides(StridesParams.defaults(), 100);
        strides.flipSides();
        List<Found> steps = found(gait, strides, 100);
        assertTrue(steps.size() > 50);
        for (Found step : steps.subList(6, steps.size())) {
            assertEquals(nearest(gait, step).left() ? Side.RIGHT : Side.LEFT, step.side);
        }
    }

    @Test
    void shouldKeepSidesRightWhenAStepIsMissed() {
        MadeGait gait = new MadeGait(SEED).stand(3).run(30, 170, 240, Shape.SMOOTH);
        Footfall hidden = gait.footfalls().get(40);
        Strides strides = new Strides(StridesParams.defaults(), 100);
        List<Found> steps = new ArrayList<>();
        gait.sample(100, (timeUs, forceUg, roll) -> {
            double t = timeUs * 1e-6;
            boolean hide = t > hidden.contactS() - 0.02 && t < hidden.toeOffS() + 0.02;
            if (strides.update(timeUs, hide ? 0 : forceUg, roll)) {
                steps.add(copy(strides.step(), timeUs));
            }
        });
        assertEquals(gait.footfalls().size() - 2, steps.size(), 1);
        for (Found step : steps.subList(8, steps.size())) {
            assertEquals(nearest(gait, step).left() ? Side.LEFT : Side.RIGHT, step.side, () -> step + ", seed " + SEED);
        }
        Found after = steps.stream()
                .filter(s -> s.contactS > hidden.toeOffS())
                .findFirst()
                .orElseThrow();
        assertEquals(0, after.before, "a missed step breaks the count of uninterrupted ones");
        assertEquals(1700, after.cadenceDspm, 20, "and leaves the cadence alone");
    }

    // --- whole strides ----------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(doubles = {50, 100, 285.714, 1000})
    void shouldSpanTwoStepsByAStrideWhenRunning(double rateHz) {
        MadeGait gait = new MadeGait(SEED).stand(3).run(20, 160, 250, Shape.IMPACT);
        List<Found> steps = found(gait, rateHz);
        for (int i = 0; i < steps.size(); i++) {
            assertEquals(i, steps.get(i).before, "seed " + SEED);
        }
        for (int i = 2; i < steps.size(); i++) {
            Found step = steps.get(i);
            assertEquals(0.75, (step.strideTo - step.strideFrom) / rateHz, 0.02 + 1 / rateHz, step + ", seed " + SEED);
            assertEquals(steps.get(i - 2).strideTo, step.strideFrom, "strides meet, seed " + SEED);
            assertEquals(step.strideFrom / rateHz, step.strideFromUs * 1e-6, 0.015 + 1 / rateHz);
            Footfall fall = nearest(gait, step);
            assertEquals(fall.toeOffS(), step.strideTo / rateHz, 0.03 + 1 / rateHz, "ends at toe-off, seed " + SEED);
        }
    }

    @Test
    void shouldAnswerAtToeOffWhenRunning() {
        MadeGait gait = new MadeGait(SEED).stand(3).run(20, 170, 240, Shape.SMOOTH);
        for (Found step : found(gait, 200)) {
            double late = step.saidUs * 1e-6 - nearest(gait, step).toeOffS();
            assertTrue(late > -0.03 && late < 0.06, () -> "said " + late + " s after toe-off, seed " + SEED);
        }
    }

    // --- from one to the other --------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(doubles = {50, 100, 200, 285.714, 1000})
    void shouldKeepStepsApartAndInOrderWhenGaitChanges(double rateHz) {
        for (long seed = SEED; seed < SEED + 8; seed++) {
            MadeGait gait = changing(seed);
            List<Found> steps = found(gait, rateHz);
            String where = " at " + rateHz + " Hz, seed " + seed;
            for (int i = 1; i < steps.size(); i++) {
                double apart = steps.get(i).contactS - steps.get(i - 1).contactS;
                int at = i;
                assertTrue(apart >= 0.2, () -> steps.get(at - 1) + " then " + steps.get(at) + where);
                assertTrue(
                        steps.get(i).contactS * 1e6 <= steps.get(i).saidUs, () -> steps.get(at) + " foretold" + where);
            }
            int running = (int) steps.stream().filter(Found::running).count();
            int ran = (int) gait.runningFootfalls();
            assertEquals(ran, running, 4.0, () -> "running steps" + where);
            int walking = steps.size() - running;
            int walked = gait.footfalls().size() - ran;
            assertEquals(walked, walking, 0.02 * walked + 6, () -> "walking steps" + where);
        }
    }

    private static MadeGait changing(long seed) {
        return new MadeGait(seed)
                .stand(3)
                .run(8, 165, 250, Shape.IMPACT)
                .walk(9, 112)
                .run(8, 172, 230, Shape.SMOOTH)
                .stand(3.3)
                .walk(7, 104)
                .run(6, 180, 210, Shape.IMPACT)
                .walk(4, 118)
                .stand(4);
    }

    @Test
    void shouldFollowTheLegsWhenGaitChanges() {
        MadeGait gait = new MadeGait(SEED)
                .stand(3)
                .walk(8, 110)
                .run(10, 170, 240, Shape.IMPACT)
                .walk(8, 110)
                .stand(5);
        Strides strides = new Strides(StridesParams.defaults(), 100);
        GaitKind[] kinds = new GaitKind[(int) (gait.endS() * 100) + 2];
        long[] since = new long[kinds.length];
        gait.sample(100, (timeUs, forceUg, roll) -> {
            strides.update(timeUs, forceUg, roll);
            kinds[(int) (timeUs / 10_000)] = strides.kindAt(timeUs);
            since[(int) (timeUs / 10_000)] = strides.runningSinceUs();
        });
        assertAll(
                () -> assertEquals(GaitKind.STAND, kinds[290]),
                () -> assertEquals(GaitKind.WALK, kinds[600]),
                () -> assertEquals(GaitKind.WALK, kinds[1050]),
                () -> assertEquals(GaitKind.RUN, kinds[1250]),
                () -> assertEquals(11.2, since[1250] * 1e-6, 0.8, "running since"),
                () -> assertEquals(GaitKind.RUN, kinds[2050]),
                () -> assertEquals(GaitKind.WALK, kinds[2400]),
                () -> assertEquals(GaitKind.WALK, kinds[2850]),
                () -> assertEquals(GaitKind.STAND, kinds[3250]));
    }

    @Test
    void shouldBeginANewBoutWhenRunningAgainAfterAWalk() {
        MadeGait gait = new MadeGait(SEED)
                .stand(3)
                .run(10, 170, 240, Shape.IMPACT)
                .walk(8, 110)
                .run(10, 170, 240, Shape.IMPACT);
        Strides strides = new Strides(StridesParams.defaults(), 100);
        List<Found> steps = found(gait, strides, 100);
        assertEquals(21, strides.runningSinceUs() * 1e-6, 0.8);
        Found first = steps.stream()
                .filter(s -> s.running && s.contactS > 15)
                .findFirst()
                .orElseThrow();
        assertEquals(0, first.before);
        assertEquals(Side.UNKNOWN, first.side, "sides are voted on anew");
    }

    @Test
    void shouldStayInTheBoutWhenTheRunnerHopsOverSomething() {
        MadeGait gait = new MadeGait(SEED)
                .stand(3)
                .run(10, 170, 240, Shape.IMPACT)
                .stand(0.9)
                .run(10, 170, 240, Shape.IMPACT);
        Strides strides = new Strides(StridesParams.defaults(), 100);
        found(gait, strides, 100);
        assertEquals(3, strides.runningSinceUs() * 1e-6, 0.5);
    }

    @Test
    void shouldTellTheWalkersCadenceWhenSheWalksAfterARun() {
        MadeGait gait =
                new MadeGait(SEED).stand(3).run(10, 170, 240, Shape.IMPACT).walk(15, 98);
        List<Found> steps = found(gait, 100);
        Found last = steps.getLast();
        assertFalse(last.running);
        Found first = steps.stream().filter(s -> !s.running).findFirst().orElseThrow();
        assertEquals(0, first.cadenceDspm, "the first walking step ends no interval of walking");
        assertEquals(Side.UNKNOWN, first.side);
        assertEquals(980, last.cadenceDspm, 20, "seed " + SEED);
        for (Found step : steps.subList(steps.size() - 10, steps.size())) {
            assertEquals(nearest(gait, step).left() ? Side.LEFT : Side.RIGHT, step.side, () -> step + ", seed " + SEED);
            assertEquals(0, step.before);
        }
    }

    @Test
    void shouldFollowTheCadenceWhenTheWalkerSlowsDownSuddenly() {
        MadeGait gait = new MadeGait(SEED).stand(3).walk(10, 125).walk(30, 70);
        List<Found> steps = found(gait, 100);
        assertEquals(700, steps.getLast().cadenceDspm, 15, "seed " + SEED);
        for (Found step : steps.subList(steps.size() - 10, steps.size())) {
            assertEquals(nearest(gait, step).left() ? Side.LEFT : Side.RIGHT, step.side, () -> step + ", seed " + SEED);
        }
    }

    @Test
    void shouldBreakTheCountOfStepsWhenTheRunnerPauses() {
        for (double pauseS : new double[] {0.9, 1.3, 3}) {
            MadeGait gait = new MadeGait(SEED)
                    .stand(3)
                    .run(10, 170, 240, Shape.IMPACT)
                    .stand(pauseS)
                    .run(10, 170, 240, Shape.IMPACT);
            List<Found> steps = found(gait, 100);
            int after = 0;
            while (steps.get(after).contactS < 13 + pauseS / 2) {
                after++;
            }
            Found first = steps.get(after);
            String where = "pause " + pauseS + " s, seed " + SEED;
            assertEquals(0, first.before, where);
            assertEquals(Side.UNKNOWN, first.side, where + ": which foot came first nobody knows");
            assertEquals(1, steps.get(after + 1).before, where);
            assertEquals(1700, steps.get(after + 1).cadenceDspm, 30, where);
            for (Found step : steps.subList(after + 6, steps.size())) {
                assertEquals(nearest(gait, step).left() ? Side.LEFT : Side.RIGHT, step.side, where);
            }
        }
    }

    @Test
    void shouldVoteOnSidesAnewWhenWalkingAfterAPause() {
        MadeGait gait = new MadeGait(SEED).stand(3).walk(10, 110).stand(3).walk(10, 110);
        List<Found> steps = found(gait, 100);
        Found first = steps.stream().filter(s -> s.contactS > 15).findFirst().orElseThrow();
        assertEquals(Side.UNKNOWN, first.side);
        assertEquals(0, first.cadenceDspm);
        assertTrue(steps.getLast().side != Side.UNKNOWN);
    }

    @Test
    void shouldStayInTheBoutWhenTwoStepsAreWalkedTwice() {
        MadeGait gait = new MadeGait(SEED)
                .stand(3)
                .run(6, 170, 240, Shape.IMPACT)
                .walk(1.25, 150)
                .run(6, 170, 240, Shape.IMPACT)
                .walk(1.25, 150)
                .run(6, 170, 240, Shape.IMPACT);
        Strides strides = new Strides(StridesParams.defaults(), 100);
        List<Found> steps = found(gait, strides, 100);
        assertTrue(steps.stream().filter(s -> !s.running).count() >= 3, () -> "too few walked to tell: " + steps);
        assertEquals(3, strides.runningSinceUs() * 1e-6, 0.5);
    }

    @Test
    void shouldEndTheBoutAfterThreeWalkingStepsWhenTheyAreQuick() {
        MadeGait gait = new MadeGait(SEED).stand(3).run(10, 170, 240, Shape.IMPACT);
        double endS = gait.endS();
        gait.walk(8, 165);
        Strides strides = new Strides(StridesParams.defaults(), 100);
        GaitKind[] kind = new GaitKind[1];
        gait.sample(100, (timeUs, forceUg, roll) -> {
            strides.update(timeUs, forceUg, roll);
            if (timeUs * 1e-6 < endS + 1.64) {
                kind[0] = strides.kindAt(timeUs);
            }
        });
        assertEquals(GaitKind.WALK, kind[0], "2 s after the last landing the bout would have ended anyway");
    }

    // --- gaps -------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 1.0, 1.5})
    void shouldStartAnewButStayInTheBoutWhenAGapIsShort(double gapS) {
        GapRun run = new GapRun(gapS);
        Found first = run.after.getFirst();
        assertAll(
                () -> assertEquals(0, first.before, "uninterrupted steps"),
                () -> assertEquals(Side.UNKNOWN, first.side, "sides are voted on anew"),
                () -> assertEquals(0, first.cadenceDspm, "the gap is no step interval"),
                () -> assertEquals(1700, run.after.get(1).cadenceDspm, 40, "cadence of the first interval"),
                () -> assertEquals(3, run.strides.runningSinceUs() * 1e-6, 0.5, "still the same bout"),
                () -> assertTrue(run.after.get(7).side != Side.UNKNOWN, "sides"));
        for (Found step : run.after.subList(6, run.after.size())) {
            assertEquals(nearest(run.gait, step).left() ? Side.LEFT : Side.RIGHT, step.side, "seed " + SEED);
            assertEquals(nearest(run.gait, step).contactS(), step.contactS, 0.02, "seed " + SEED);
        }
        run.assertInOrder();
    }

    @Test
    void shouldBeginANewBoutWhenAGapIsLong() {
        GapRun run = new GapRun(3);
        assertEquals(run.resumedS, run.strides.runningSinceUs() * 1e-6, 0.8);
        assertEquals(0, run.after.getFirst().cadenceDspm);
        run.assertInOrder();
    }

    /** A run with samples missing from 12 s on. */
    private static final class GapRun {
        final MadeGait gait = new MadeGait(SEED).stand(3).run(25, 170, 240, Shape.IMPACT);
        final Strides strides = new Strides(StridesParams.defaults(), 100);
        final List<Found> before = new ArrayList<>();
        final List<Found> after = new ArrayList<>();
        final double resumedS;

        GapRun(double gapS) {
            this(12, gapS);
        }

        GapRun(double fromS, double gapS) {
            resumedS = fromS + gapS;
            boolean[] restarted = new boolean[1];
            gait.sample(100, (timeUs, forceUg, roll) -> {
                double t = timeUs * 1e-6;
                if (t > fromS && t < resumedS) {
                    return;
                }
                if (t >= resumedS && !restarted[0]) {
                    restarted[0] = true;
                    strides.restart();
                }
                if (strides.update(timeUs, forceUg, roll)) {
                    (restarted[0] ? after : before).add(copy(strides.step(), timeUs));
                }
            });
        }

        void assertInOrder() {
            assertTrue(before.getLast().contactS + 0.2 <= after.getFirst().contactS);
            for (int i = 1; i < after.size(); i++) {
                assertTrue(after.get(i - 1).contactS + 0.2 <= after.get(i).contactS);
            }
        }
    }

    @Test
    void shouldNotEndAStepAfterAGapThatBeganBeforeIt() {
        for (int i = 0; i < 24; i++) {
            GapRun run = new GapRun(12 + i * 0.015, 0.26);
            Found first = run.after.getFirst();
            int at = i;
            assertTrue(first.contactS >= run.resumedS, () -> at + ": " + first + " resumed " + run.resumedS);
            run.assertInOrder();
        }
    }

    @Test
    void shouldNotCarryAWaitingWalkingStepAcrossAGap() {
        for (int i = 0; i < 20; i++) {
            double fromS = 3.6 + i * 0.05;
            MadeGait gait = new MadeGait(SEED).stand(3).walk(12, 110);
            Strides strides = new Strides(StridesParams.defaults(), 100);
            boolean[] restarted = new boolean[1];
            List<Found> after = new ArrayList<>();
            gait.sample(100, (timeUs, forceUg, roll) -> {
                double t = timeUs * 1e-6;
                if (t > fromS && t < fromS + 0.3) {
                    return;
                }
                if (t >= fromS + 0.3 && !restarted[0]) {
                    restarted[0] = true;
                    strides.restart();
                }
                if (strides.update(timeUs, forceUg, roll) && restarted[0]) {
                    after.add(copy(strides.step(), timeUs));
                }
            });
            assertTrue(after.getFirst().contactS > fromS, () -> "gap at " + fromS + ": " + after.getFirst());
        }
    }

    // --- absurd input -----------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, 100_000_000, -100_000_000})
    void shouldFindStepsAgainWhenForceWasAbsurd(long absurdUg) {
        Strides strides = new Strides(StridesParams.defaults(), 100);
        long[] at = {0};
        for (int i = 0; i < 500; i++) {
            strides.update(at[0] += 10_000, i / 20 % 2 == 0 ? absurdUg : -absurdUg, Integer.MAX_VALUE);
        }
        MadeGait gait = new MadeGait(SEED).stand(3).run(20, 170, 240, Shape.SMOOTH);
        long shift = at[0] + 10_000;
        int[] steps = {0};
        gait.sample(100, (timeUs, forceUg, roll) -> {
            if (strides.update(timeUs + shift, forceUg, roll) && timeUs > 3_000_000) {
                steps[0]++;
            }
        });
        assertEquals(gait.footfalls().size(), steps[0], 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 100, 285.714})
    void shouldKeepTimeInOrderWhenForceIsRandom(double rateHz) {
        SplittableRandom random = new SplittableRandom(SEED);
        Strides strides = new Strides(StridesParams.defaults(), rateHz);
        long lastUs = Long.MIN_VALUE;
        int steps = 0;
        long force = 1_000_000;
        for (int i = 0; i < 200_000; i++) {
            if (random.nextInt((int) (rateHz / 12)) == 0) {
                force = random.nextLong(-1_000_000, 4_000_000);
            }
            if (i % 3000 == 2999) {
                strides.restart();
            }
            if (strides.update(Math.round(i * 1e6 / rateHz), force, random.nextInt(-1_000_000, 1_000_000))) {
                Step step = strides.step();
                assertTrue(step.contactUs > lastUs, "step " + steps + ", seed " + SEED);
                assertTrue(!step.running || step.toeOffUs > step.contactUs, "step " + steps + ", seed " + SEED);
                lastUs = step.contactUs;
                steps++;
            }
        }
        assertTrue(steps > 300, steps + " steps, seed " + SEED);
    }
}
