package org.holdline.evaluate.runner;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.holdline.attitude.Inclination;
import org.holdline.attitude.InclinationParams;
import org.holdline.cue.CueOutput;
import org.holdline.cue.CueParams;
import org.holdline.cue.FadingParams;
import org.holdline.gait.StridesParams;
import org.holdline.posture.PostureParams;
import org.holdline.road.Inbox;
import org.holdline.road.Road;
import org.holdline.road.RoadParams;
import org.holdline.sample.Inertial;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;

/**
 * Clips with gyro offsets of up to 6 deg/s an axis, switched on by a runner in full swing, who then never rests: how far
 * the attitude strays slowly. Compared with the direction that the accelerometer's own offset and scale leave to be found,
 * as means over five seconds; what an accelerometer offset does to an absolute angle is another matter.
 */
class GyroOffsetTest {
    private static final int RUNNERS = 20;
    private static final int MINUTES = 6;
    private static final int WINDOW_S = 5;
    private static final double MAX_OFFSET_DPS = 6;

    /** From the second minute on, whichever clip and five seconds are the worst. */
    private static final double MAX_SLOW_DEG = 0.5;

    private static final double GRAVITY_UMS2 = 9_806_650;

    @Test
    void shouldStrayLittleFromTheSecondMinuteWhenNothingEverRests() {
        double[][] worst = new double[MINUTES][2 * RUNNERS];
        for (int i = 0; i < RUNNERS; i++) {
            run(100 + i, worst, 2 * i);
        }
        System.out.println("gyro offsets to 6 deg/s, no rest: worst 5 s of a minute, deg, over 40 clips of 20 runners");
        System.out.println("minute   median    worst");
        for (int minute = 0; minute < MINUTES; minute++) {
            double[] sorted = worst[minute].clone();
            Arrays.sort(sorted);
            System.out.printf(
                    Locale.ROOT, "%6d %8.3f %8.3f%n", minute + 1, sorted[sorted.length / 2], sorted[sorted.length - 1]);
        }
        for (int minute = 1; minute < MINUTES; minute++) {
            for (int clip = 0; clip < 2 * RUNNERS; clip++) {
                double deg = worst[minute][clip];
                assertTrue(deg <= MAX_SLOW_DEG, "seed " + (100 + clip / 2) + ", minute " + (minute + 1) + ": " + deg);
            }
        }
    }

    private static void run(long seed, double[][] worst, int clip) {
        TreadmillRunner runner = new TreadmillRunner(
                seed, Placement.DUAL, new Script(List.of(Block.of(Activity.RUN, 60 * MINUTES, 10)), 10));
        double rateHz = runner.info().rateHz();
        Road road = new Road(
                new RoadParams(
                        InclinationParams.defaults(),
                        StridesParams.defaults(),
                        PostureParams.defaults(),
                        CueParams.defaults(),
                        FadingParams.defaults()),
                runner.info(),
                new SilentOutput(),
                new Inbox(),
                List.of(),
                List.of());
        Watched sacral = new Watched(runner.sacral(), seed);
        Watched thoracolumbar = new Watched(runner.thoracolumbar(), -seed);
        Sample sample = new Sample();
        long window = Math.round(WINDOW_S * rateHz);
        long count = 0;
        while (runner.next(sample)) {
            sacral.offset(sample.lower);
            thoracolumbar.offset(sample.upper);
            road.accept(sample);
            sacral.add(road.lowerInclination());
            thoracolumbar.add(road.upperInclination());
            count++;
            if (count % window == 0) {
                int minute = (int) ((count - 1) / (60 * rateHz));
                worst[minute][clip] = Math.max(worst[minute][clip], sacral.endWindow());
                worst[minute][clip + 1] = Math.max(worst[minute][clip + 1], thoracolumbar.endWindow());
            }
        }
    }

    private static final class SilentOutput implements CueOutput {
        @Override
        public void pulse(long timeUs, int millis) {}

        @Override
        public void off() {}
    }

    /** One clip beside the truth. */
    private static final class Watched {
        private final BackSensor sensor;
        private final int[] addUrads = new int[3];
        private final double[] up = new double[3];
        private final double[] found = new double[3];
        private final double[] reachable = new double[3];

        Watched(BackSensor sensor, long seed) {
            this.sensor = sensor;
            Chance chance = new Chance(seed, "offset");
            for (int i = 0; i < 3; i++) {
                double dps = chance.between(-MAX_OFFSET_DPS, MAX_OFFSET_DPS) - sensor.traits().gyroOffsetDps[i];
                addUrads[i] = (int) Math.round(Math.toRadians(dps) * 1e6);
            }
        }

        void offset(Inertial in) {
            in.gxUrads += addUrads[0];
            in.gyUrads += addUrads[1];
            in.gzUrads += addUrads[2];
        }

        void add(Inclination inclination) {
            sensor.attitude().toBody(0, 0, 1, up);
            WornTraits traits = sensor.traits();
            for (int i = 0; i < 3; i++) {
                reachable[i] += up[i] * traits.accelScale[i] + traits.accelOffsetG[i];
            }
            found[0] += inclination.upX() / GRAVITY_UMS2;
            found[1] += inclination.upY() / GRAVITY_UMS2;
            found[2] += inclination.upZ() / GRAVITY_UMS2;
        }

        double endWindow() {
            double dot = 0;
            double a = 0;
            double b = 0;
            for (int i = 0; i < 3; i++) {
                dot += found[i] * reachable[i];
                a += found[i] * found[i];
                b += reachable[i] * reachable[i];
            }
            Arrays.fill(found, 0);
            Arrays.fill(reachable, 0);
            return Math.toDegrees(Math.acos(Math.min(1, dot / Math.sqrt(a * b))));
        }
    }
}
