package org.holdline.gait;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.holdline.attitude.Inclination;
import org.holdline.attitude.InclinationParams;
import org.holdline.sample.ImuCsv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Walks of other people, healthy and with multiple sclerosis, with the clip's axes any way round: steps against a count
 * that may look ahead, by peaks of the vertical force after a low-pass without delay.
 *
 * <p>The recordings named Test11 are daily life, mostly standing, sitting, reaching and turning, where two counts of
 * faint shuffles never agree; so counts are compared inside walks of at least four peaks in rhythm.
 */
class WalkingRecordingsTest {
    private static final double CUTOFF_HZ = 3;

    /** A tenth of the body's weight; walking swings by two to five. */
    private static final double PROMINENCE_G = 0.1;

    private static final double LEAST_APART_S = 0.3;
    private static final double RHYTHM_S = 1.2;
    private static final int LEAST_PEAKS = 4;

    private static List<Result> results = List.of();

    private record Result(
            String name, double seconds, int peaksInWalks, int stepsInWalks, int stepsElsewhere, int running) {
        double off() {
            return (double) (stepsInWalks - peaksInWalks) / peaksInWalks;
        }
    }

    @BeforeAll
    static void walk() {
        results = new ArrayList<>();
        for (ImuCsv recording : ImuCsv.folder("walking_lower_back")) {
            results.add(walk(recording));
        }
        System.out.println(
                "walking recording                             s   peaks  steps    off   steps outside walks");
        for (Result r : results) {
            System.out.printf(
                    "%-42s %5.1f  %5d  %5d  %+5.1f %%  %5d%n",
                    r.name, r.seconds, r.peaksInWalks, r.stepsInWalks, 100 * r.off(), r.stepsElsewhere);
        }
        Result all = total();
        System.out.printf(
                "%-42s %5.1f  %5d  %5d  %+5.1f %%  %5d%n",
                all.name, all.seconds, all.peaksInWalks, all.stepsInWalks, 100 * all.off(), all.stepsElsewhere);
    }

    @Test
    void shouldCountAsACountThatLooksAheadWhenWalking() {
        assertEquals(7, results.size(), "recordings");
        assertAll(results.stream()
                .map(r -> () -> assertTrue(
                        Math.abs(r.stepsInWalks - r.peaksInWalks) <= Math.max(1, Math.round(0.03 * r.peaksInWalks)),
                        () -> r.name + ": " + r.stepsInWalks + " steps of " + r.peaksInWalks)));
        assertTrue(Math.abs(total().off()) <= 0.02, () -> "all: " + total());
    }

    @Test
    void shouldNotTakeWalkingForRunning() {
        assertEquals(0, total().running);
    }

    @Test
    void shouldTakeFewStepsWhenTheBodyOnlyShifts() {
        Result all = total();
        double perMinute = all.stepsElsewhere / (all.seconds / 60);
        assertTrue(perMinute < 15, () -> perMinute + " steps a minute outside walks");
    }

    private static Result total() {
        return new Result(
                "all",
                results.stream().mapToDouble(Result::seconds).sum(),
                results.stream().mapToInt(Result::peaksInWalks).sum(),
                results.stream().mapToInt(Result::stepsInWalks).sum(),
                results.stream().mapToInt(Result::stepsElsewhere).sum(),
                results.stream().mapToInt(Result::running).sum());
    }

    private static Result walk(ImuCsv recording) {
        long[] forceUg = new long[recording.rows()];
        List<Double> steps = new ArrayList<>();
        int running = 0;
        Inclination inclination = new Inclination(InclinationParams.defaults(), recording.rateHz());
        Strides strides = new Strides(StridesParams.defaults(), recording.rateHz());
        int[] ax = recording.column("ax");
        int[] ay = recording.column("ay");
        int[] az = recording.column("az");
        int[] gx = recording.column("gx");
        int[] gy = recording.column("gy");
        int[] gz = recording.column("gz");
        for (int i = 0; i < recording.rows(); i++) {
            inclination.update(ax[i], ay[i], az[i], gx[i], gy[i], gz[i]);
            double product = (double) ax[i] * inclination.upX()
                    + (double) ay[i] * inclination.upY()
                    + (double) az[i] * inclination.upZ();
            forceUg[i] = Math.round(product / (9.80665e6 * 9.80665e6) * 1e6);
            if (strides.update(recording.timeUs(i), forceUg[i], 0)) {
                steps.add(strides.step().contactUs * 1e-6);
                running += strides.step().running ? 1 : 0;
            }
        }
        List<double[]> walks = walks(peaks(forceUg, recording.rateHz()));
        int peaksIn = walks.stream().mapToInt(walk -> (int) walk[2]).sum();
        int stepsIn = (int) steps.stream()
                .filter(s -> walks.stream().anyMatch(walk -> s > walk[0] - 0.5 && s < walk[1] + 0.3))
                .count();
        return new Result(
                recording.name(),
                recording.rows() / recording.rateHz(),
                peaksIn,
                stepsIn,
                steps.size() - stepsIn,
                running);
    }

    /** Begin, end and number of peaks of every walk. */
    private static List<double[]> walks(List<Double> peaks) {
        List<double[]> walks = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= peaks.size(); i++) {
            if (i == peaks.size() || peaks.get(i) - peaks.get(i - 1) > RHYTHM_S) {
                if (i - first >= LEAST_PEAKS) {
                    walks.add(new double[] {peaks.get(first), peaks.get(i - 1), i - first});
                }
                first = i;
            }
        }
        return walks;
    }

    private static List<Double> peaks(long[] forceUg, double rateHz) {
        double[] g = new double[forceUg.length];
        for (int i = 0; i < g.length; i++) {
            g[i] = forceUg[i] * 1e-6;
        }
        double[] smooth = reversed(lowPassed(reversed(lowPassed(g, rateHz)), rateHz));
        List<Integer> kept = new ArrayList<>();
        for (int i = 1; i < smooth.length - 1; i++) {
            if (smooth[i] > smooth[i - 1] && smooth[i] >= smooth[i + 1] && prominence(smooth, i) >= PROMINENCE_G) {
                int last = kept.isEmpty() ? -1 : kept.getLast();
                if (last >= 0 && i - last < LEAST_APART_S * rateHz) {
                    if (smooth[i] > smooth[last]) {
                        kept.set(kept.size() - 1, i);
                    }
                } else {
                    kept.add(i);
                }
            }
        }
        return kept.stream().map(i -> i / rateHz).toList();
    }

    /** How far the signal falls on both sides of a peak before it rises higher than the peak. */
    private static double prominence(double[] signal, int peak) {
        double left = signal[peak];
        for (int i = peak; i >= 0 && signal[i] <= signal[peak]; i--) {
            left = Math.min(left, signal[i]);
        }
        double right = signal[peak];
        for (int i = peak; i < signal.length && signal[i] <= signal[peak]; i++) {
            right = Math.min(right, signal[i]);
        }
        return signal[peak] - Math.max(left, right);
    }

    private static double[] lowPassed(double[] in, double rateHz) {
        double warped = Math.tan(Math.PI * CUTOFF_HZ / rateHz);
        double norm = 1 + Math.sqrt(2) * warped + warped * warped;
        double b0 = warped * warped / norm;
        double a1 = 2 * (warped * warped - 1) / norm;
        double a2 = (1 - Math.sqrt(2) * warped + warped * warped) / norm;
        double[] out = new double[in.length];
        double x1 = in[0];
        double x2 = in[0];
        double y1 = in[0];
        double y2 = in[0];
        for (int i = 0; i < in.length; i++) {
            out[i] = b0 * (in[i] + 2 * x1 + x2) - a1 * y1 - a2 * y2;
            x2 = x1;
            x1 = in[i];
            y2 = y1;
            y1 = out[i];
        }
        return out;
    }

    private static double[] reversed(double[] in) {
        double[] out = new double[in.length];
        for (int i = 0; i < in.length; i++) {
            out[i] = in[in.length - 1 - i];
        }
        return out;
    }
}
