package org.holdline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgedStepsTest {
    private static final long SEED = 71_002;
    private static final long MINUTE_US = 60_000_000;
    private static final long STEP_US = 500_000;

    private final JudgedSteps steps = new JudgedSteps();

    @Test
    void shouldHoldNothingWhenNew() {
        assertEquals(0, steps.count());
        assertEquals(0, steps.spanUs());
        assertEquals(-1, steps.firstDriftUs(0, MINUTE_US));
        assertTrue(Double.isNaN(steps.overShare(0, Long.MAX_VALUE)));
    }

    @Test
    void shouldKeepEveryStepWhenItOutgrowsItsFirstLength() {
        int count = 20_000;
        for (int i = 0; i < count; i++) {
            steps.add(i * STEP_US, i % 977 - 400, i % 3 == 0);
        }
        assertEquals(count, steps.count());
        assertEquals((count - 1) * STEP_US, steps.spanUs());
        for (int i = 0; i < count; i++) {
            assertEquals(i * STEP_US, steps.timeUs(i));
            assertEquals(i % 977 - 400, steps.deviationMdeg(i));
            assertEquals(i % 3 == 0, steps.over(i));
        }
    }

    @Test
    void shouldCountBothEndsWhenAShareIsAsked() {
        steps.add(10, 0, true);
        steps.add(20, 0, false);
        steps.add(30, 0, true);
        assertEquals(2 / 3.0, steps.overShare(10, 30));
        assertEquals(0.5, steps.overShare(11, 30));
        assertEquals(0.5, steps.overShare(10, 29));
        assertEquals(0, steps.overShare(11, 29));
        assertTrue(Double.isNaN(steps.overShare(11, 19)));
    }

    @Test
    void shouldFindTheWindowWhenHalfOfItsStepsAreOver() {
        // Two minutes within, half a minute over, half a minute in which every second step is, then within again.
        add(240, 0);
        add(60, 1);
        for (int i = 0; i < 60; i++) {
            addStep(i % 2 == 0);
        }
        add(120, 0);
        // A window of 120 steps may begin while the runner is still within; the drift begins where the steps over do.
        assertEquals(240 * STEP_US, steps.firstDriftUs(0, MINUTE_US));
        assertEquals(240 * STEP_US, steps.firstDriftUs(199 * STEP_US + 1, MINUTE_US));
        assertEquals(brute(0), steps.firstDriftUs(0, MINUTE_US));
    }

    @Test
    void shouldFindNothingWhenJustUnderHalfAreOver() {
        for (int i = 0; i < 4; i++) {
            add(61, 0);
            add(59, 1);
        }
        assertEquals(-1, steps.firstDriftUs(0, MINUTE_US));
        assertEquals(-1, brute(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 20})
    void shouldNeedTwentyStepsWhenTheyAreSparse(int count) {
        for (int i = 0; i < count; i++) {
            steps.add(i * (MINUTE_US / count), 0, true);
        }
        steps.add(2 * MINUTE_US, 0, true);
        assertEquals(count >= 20 ? 0 : -1, steps.firstDriftUs(0, MINUTE_US));
    }

    @Test
    void shouldNotTakeAPieceForAWindowWhenTheRunEndsEarly() {
        for (int i = 0; i < 117; i++) {
            addStep(true);
        }
        // 58 s of steps over: the minute is not full, and a second is all that may lack.
        assertEquals(-1, steps.firstDriftUs(0, MINUTE_US));
        addStep(true);
        addStep(true);
        assertEquals(0, steps.firstDriftUs(0, MINUTE_US));
    }

    @Test
    void shouldAgreeWithASimpleSearchWhenRunsAreRandom() {
        for (int trial = 0; trial < 60; trial++) {
            SplittableRandom random = new SplittableRandom(SEED + trial);
            JudgedSteps made = new JudgedSteps();
            long time = random.nextLong(MINUTE_US);
            double share = random.nextDouble(0.2, 0.6);
            int count = random.nextInt(1, 900);
            for (int i = 0; i < count; i++) {
                time += random.nextLong(200_000, random.nextInt(20) == 0 ? 9_000_000 : 600_000);
                made.add(time, 0, random.nextDouble() < share);
            }
            for (long from : new long[] {0, time / 2}) {
                assertEquals(brute(made, from), made.firstDriftUs(from, MINUTE_US), "seed " + (SEED + trial));
            }
        }
    }

    private void add(int count, int over) {
        for (int i = 0; i < count; i++) {
            addStep(over == 1);
        }
    }

    private void addStep(boolean over) {
        steps.add(steps.count() * STEP_US, 0, over);
    }

    private long brute(long fromUs) {
        return brute(steps, fromUs);
    }

    private static long brute(JudgedSteps steps, long fromUs) {
        for (int start = 0; start < steps.count(); start++) {
            long begin = steps.timeUs(start);
            int in = 0;
            int over = 0;
            for (int i = start; i < steps.count() && steps.timeUs(i) < begin + MINUTE_US; i++) {
                in++;
                over += steps.over(i) ? 1 : 0;
            }
            boolean whole = steps.timeUs(steps.count() - 1) >= begin + MINUTE_US - 1_000_000;
            if (begin >= fromUs && whole && in >= 20 && 2 * over >= in) {
                return firstEpisode(steps, start, begin + MINUTE_US);
            }
        }
        return -1;
    }

    private static long firstEpisode(JudgedSteps steps, int start, long untilUs) {
        for (int i = start; i < steps.count() && steps.timeUs(i) < untilUs; i++) {
            int first = i;
            long overs = IntStream.range(first, Math.min(steps.count(), first + 8))
                    .filter(steps::over)
                    .count();
            if (steps.over(i) && overs >= 6) {
                return steps.timeUs(i);
            }
        }
        return steps.timeUs(start);
    }
}
