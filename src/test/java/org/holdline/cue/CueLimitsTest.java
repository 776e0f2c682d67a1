package org.holdline.cue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.holdline.cue.CuePolicy.Decision;
import org.holdline.gait.GaitKind;
import org.holdline.posture.Metric;
import org.holdline.posture.Reason;
import org.holdline.posture.Verdict;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;

/** Whatever a runner and a belt do, the limits on cues hold. They are checked here by a second account of what was done. */
class CueLimitsTest {
    private static final long SEED = 84_001;
    private static final int RUNS = 400;
    private static final int STEPS = 12_000;
    private static final long SECOND_US = 1_000_000;

    @Test
    void shouldKeepEveryLimitWhateverComes() {
        int cues = 0;
        int[] causes = new int[Cause.values().length];
        for (int trial = 0; trial < RUNS; trial++) {
            Run run = new Run(SEED + trial);
            run.go();
            cues += run.cuesUs.size();
            for (Cause cause : Cause.values()) {
                causes[cause.ordinal()] += run.suppressed[cause.ordinal()];
            }
        }
        System.out.printf("%d random runs, seeds from %d: %d cues, none outside the limits%n", RUNS, SEED, cues);
        assertTrue(cues > 10 * RUNS, cues + " cues try nothing");
        for (Cause cause : Cause.values()) {
            assertEquals(cause != Cause.SUSTAINED, causes[cause.ordinal()] > 0, cause + " seeds from " + SEED);
        }
    }

    /** Somebody stands, walks and runs, overarched in spells, mutes and unmutes, and changes the belt. */
    private static final class Run {
        private final long seed;
        private final SplittableRandom random;
        private final CueParams params;
        private final FadingParams fading;
        private final Metric metric;
        private final CuePolicy policy;
        private final Verdict verdict = new Verdict();
        private final Moment now = new Moment();
        private final List<Long> cuesUs = new ArrayList<>();
        private final int[] suppressed = new int[Cause.values().length];

        private GaitKind gait = GaitKind.STAND;
        private boolean arched;
        private int speedMPerH = 10_000;
        private int inclineMilliPct;
        private long speedChangedUs = Long.MIN_VALUE / 2;
        private long inclineChangedUs = Long.MIN_VALUE / 2;
        private final List<Boolean> window = new ArrayList<>();
        private long runningSinceUs;
        private boolean hasSettled;
        private boolean afterPause;
        private final List<Integer> deviations = new ArrayList<>();
        private int cuedAfter = -1;
        private int worstMdeg;
        private int unanswered;
        private long restsUntilUs = Long.MIN_VALUE / 2;

        Run(long seed) {
            this.seed = seed;
            random = new SplittableRandom(seed);
            params = params();
            fading = new FadingParams(oneIn(2) ? 100 : random.nextInt(0, 101), random.nextInt(0, 1_000_000), oneIn(2));
            metric = oneIn(8) ? Metric.PELVIC_TILT : Metric.LUMBAR_ARCH;
            policy = new CuePolicy(params, fading, metric);
            now.timeUs = random.nextLong(-1000 * SECOND_US, 1L << 50);
            policy.belt(now.timeUs, speedMPerH, inclineMilliPct);
            policy.beginRun(now.timeUs);
        }

        private CueParams params() {
            int windowSteps = random.nextInt(4, 33);
            int minPulseMs = random.nextInt(20, 1001);
            return new CueParams(
                    windowSteps,
                    random.nextInt(1, windowSteps + 1),
                    random.nextInt(20, 121),
                    random.nextInt(1, 4),
                    random.nextInt(2, 30),
                    random.nextInt(0, 90),
                    random.nextInt(0, 90),
                    random.nextInt(0, 90),
                    random.nextInt(100, 2000),
                    random.nextInt(100, 2000),
                    random.nextInt(0, 101),
                    random.nextInt(1, 6),
                    random.nextInt(0, 3000),
                    random.nextInt(0, 900),
                    minPulseMs,
                    random.nextInt(minPulseMs, 1001),
                    random.nextInt(1000, 30_001),
                    random.nextInt(0, 51),
                    oneIn(2));
        }

        void go() {
            for (int i = 0; i < STEPS; i++) {
                live();
                judge();
                watchTheAnswer();
                Decision decision = policy.step(verdict, now);
                if (decision == Decision.CUE) {
                    check();
                    cuesUs.add(now.timeUs);
                    cuedAfter = deviations.size() < 10 ? -1 : deviations.size();
                    worstMdeg = cuedAfter < 0 ? 0 : medianOfLastTen();
                } else if (decision == Decision.SUPPRESSED) {
                    suppressed[policy.cause().ordinal()]++;
                }
            }
        }

        private void live() {
            now.timeUs += random.nextLong(250_000, 500_000);
            if (oneIn(400)) {
                enter(GaitKind.values()[random.nextInt(3)]);
            } else if (gait != GaitKind.RUN && oneIn(15)) {
                enter(GaitKind.RUN);
            }
            arched = oneIn(60) ? !arched : arched;
            now.muted = oneIn(now.muted ? 50 : 300) ? !now.muted : now.muted;
            now.uncalibrated = oneIn(now.uncalibrated ? 50 : 600) ? !now.uncalibrated : now.uncalibrated;
            now.readsAsLean = oneIn(now.readsAsLean ? 50 : 300) ? !now.readsAsLean : now.readsAsLean;
            if (oneIn(300)) {
                forget();
            }
            if (oneIn(250)) {
                turnTheBelt();
            }
            if (gait == GaitKind.RUN) {
                policy.ran(now.timeUs, runningSinceUs);
                hasSettled |= now.timeUs - runningSinceUs >= params.settleS() * SECOND_US;
            }
        }

        private void enter(GaitKind next) {
            if (next == GaitKind.STAND) {
                now.timeUs += random.nextLong(2_000_000, 60_000_000);
            }
            if (next == GaitKind.RUN && gait != GaitKind.RUN) {
                // As the road does when a walk or a stand lies between.
                runningSinceUs = now.timeUs;
                afterPause = hasSettled;
                forget();
            }
            gait = next;
        }

        private void forget() {
            policy.forgetSteps();
            window.clear();
            deviations.clear();
            cuedAfter = -1;
        }

        private void turnTheBelt() {
            int speed = speedMPerH + random.nextInt(-3000, 3001);
            int incline = inclineMilliPct + random.nextInt(-3000, 3001);
            // Only changes far beyond the limit are counted here: what creeps has a test of its own.
            if (Math.abs(speed - speedMPerH) > params.speedChangeMPerH()) {
                speedMPerH = speed;
                speedChangedUs = now.timeUs;
                policy.belt(now.timeUs, speed, Sample.UNKNOWN);
            }
            if (Math.abs(incline - inclineMilliPct) > params.inclineChangeMilliPct()) {
                inclineMilliPct = incline;
                inclineChangedUs = now.timeUs;
                policy.belt(now.timeUs, speedMPerH, incline);
            }
        }

        /** A verdict as the posture room gives it: nothing is over that is not a judged running step. */
        private void judge() {
            verdict.timeUs = now.timeUs;
            verdict.thresholdMdeg = 3000;
            verdict.deviationMdeg = (arched ? 4500 : 500) + random.nextInt(-2500, 2500) + (oneIn(50) ? 15_000 : 0);
            boolean judged = gait == GaitKind.RUN && !oneIn(20);
            verdict.over = judged && verdict.deviationMdeg > verdict.thresholdMdeg;
            verdict.clear = judged && verdict.deviationMdeg <= 1500;
            verdict.confidence = judged ? random.nextInt(0, 101) : 0;
            verdict.reason = !judged ? Reason.LOW_QUALITY : verdict.over ? Reason.OVER : Reason.WITHIN;
            window.add(verdict.over);
        }

        /** After ten steps, and after ten more: is it better by enough than the worst before? */
        private void watchTheAnswer() {
            if (!verdict.reason.isJudged()) {
                return;
            }
            deviations.add(verdict.deviationMdeg);
            int since = deviations.size() - cuedAfter;
            if (cuedAfter < 0 || since % 10 != 0) {
                return;
            }
            int afterMdeg = medianOfLastTen();
            if (worstMdeg - afterMdeg >= params.minResponseMdeg()) {
                unanswered = 0;
                cuedAfter = -1;
            } else if (since == 20) {
                cuedAfter = -1;
                unanswered++;
                if (unanswered == params.maxUnanswered()) {
                    unanswered = 0;
                    restsUntilUs = now.timeUs + params.restS() * SECOND_US;
                }
            } else {
                worstMdeg = Math.max(worstMdeg, afterMdeg);
            }
        }

        private int medianOfLastTen() {
            int[] sorted = deviations.subList(deviations.size() - 10, deviations.size()).stream()
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
            return (sorted[4] + sorted[5]) / 2;
        }

        private void check() {
            String what = "seed " + seed + ", cue " + cuesUs.size() + ", " + params;
            long timeUs = now.timeUs;
            assertEquals(GaitKind.RUN, gait, what);
            assertFalse(now.muted, what);
            assertFalse(now.uncalibrated, what);
            assertFalse(now.readsAsLean, what);
            assertTrue(metric != Metric.PELVIC_TILT, what);
            assertTrue(verdict.over, what);
            assertTrue(verdict.confidence >= params.minConfidence(), what);
            int silentS = afterPause ? params.pauseSilenceS() : params.settleS();
            assertTrue(timeUs - runningSinceUs >= silentS * SECOND_US, what);
            assertTrue(timeUs >= restsUntilUs, what);
            assertFalse(policy.isProbe(timeUs), what);
            assertTrue(fading.givenPct() > 0, what);
            long halfHour = cuesUs.stream()
                    .filter(cue -> timeUs - cue < 1800 * SECOND_US)
                    .count();
            assertTrue(halfHour < params.maxPerHalfHour(), what);
            assertTrue(timeUs - speedChangedUs >= params.changeSilenceS() * SECOND_US, what);
            assertTrue(timeUs - inclineChangedUs >= params.changeSilenceS() * SECOND_US, what);
            if (!cuesUs.isEmpty()) {
                assertTrue(timeUs - cuesUs.getLast() >= params.cooldownS() * SECOND_US, what);
            }
            long lastMinute =
                    cuesUs.stream().filter(cue -> timeUs - cue < 60 * SECOND_US).count();
            assertTrue(lastMinute < params.maxPerMinute(), what);
            List<Boolean> last = window.subList(Math.max(0, window.size() - params.windowSteps()), window.size());
            assertTrue(last.stream().filter(Boolean::booleanValue).count() >= params.triggerSteps(), what);
            assertTrue(policy.pulseMs() >= params.minPulseMs() && policy.pulseMs() <= params.maxPulseMs(), what);
            assertEquals(Cause.SUSTAINED, policy.cause(), what);
        }

        private boolean oneIn(int n) {
            return random.nextInt(n) == 0;
        }
    }
}
