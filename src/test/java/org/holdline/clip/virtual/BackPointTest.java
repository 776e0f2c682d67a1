package org.holdline.clip.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.holdline.clip.virtual.VirtualScript.Activity;
import org.holdline.clip.virtual.VirtualScript.Part;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The body against an oracle that knows only its attitude and place: finite differences of rotation matrices. */
final class BackPointTest {
    private static final double H = 0.0001;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldMeasureTheDerivativesOfItsOwnMotionWhenStandingBendingWalkingAndRunning(long seed) {
        VirtualScript script = new VirtualScript(List.of(
                Part.of(Activity.STAND, 1, 0),
                Part.of(Activity.BEND, 6, 0),
                Part.of(Activity.WALK, 5, 5),
                Part.of(Activity.RUN, 6, 11).posture(8, 6, 2)));
        Belt belt = new Belt(script);
        VirtualRunner runner = new VirtualRunner(seed, script, belt);
        check(seed, script, runner, runner.sacral());
        check(seed, script, new VirtualRunner(seed, script, belt), null);
    }

    /** A point of null means the upper one of the runner. */
    private static void check(long seed, VirtualScript script, VirtualRunner runner, BackPoint chosen) {
        BackPoint point = chosen == null ? runner.thoracolumbar() : chosen;
        for (double timeS = 0.0137; timeS < script.endS(); timeS += 0.0531) {
            double[][][] turn = new double[3][][];
            double[][] place = new double[3][];
            double[] omega = null;
            double[] force = null;
            double[] ground = null;
            for (int i = 0; i < 3; i++) {
                runner.evaluate(timeS + (i - 1) * H, point, null);
                turn[i] = rotation(point);
                place[i] = times(turn[i], new double[] {point.forward().value, point.left().value, point.up().value});
                if (i == 1) {
                    omega = new double[] {point.omega().x, point.omega().y, point.omega().z};
                    force = new double[] {point.force().x, point.force().y, point.force().z};
                    ground = runner.groundG().clone();
                }
            }
            String where = "seed " + seed + " at " + timeS + " s";
            double[][] spin = times(transposed(turn[1]), difference(turn[2], turn[0], 2 * H));
            assertEquals(spin[2][1], omega[0], 3e-3, where);
            assertEquals(spin[0][2], omega[1], 3e-3, where);
            assertEquals(spin[1][0], omega[2], 3e-3, where);

            double[] world = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                double accel = (place[2][axis] - 2 * place[1][axis] + place[0][axis]) / (H * H);
                world[axis] = accel + Step.GRAVITY_MS2 * ground[axis];
            }
            double[] expected = times(transposed(turn[1]), world);
            for (int axis = 0; axis < 3; axis++) {
                assertEquals(expected[axis], force[axis], 0.02, where + " axis " + axis);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldStayInPublishedRangesWhenRunning(long seed) {
        VirtualScript script = new VirtualScript(List.of(Part.of(Activity.RUN, 90, 10)));
        VirtualRunner runner = new VirtualRunner(seed, script, new Belt(script));
        PhaseMean tilt = new PhaseMean();
        PhaseMean obliquity = new PhaseMean();
        PhaseMean turn = new PhaseMean();
        for (double timeS = 5; timeS < 90; timeS += 0.002) {
            runner.evaluate(timeS, runner.sacral(), null);
            double phase = runner.phase().value;
            tilt.add(
                    phase,
                    runner.sacral().pitch().value
                            - StrictMath.toRadians(runner.posture().sacralPitch().value));
            obliquity.add(phase, runner.sacral().roll().value);
            turn.add(phase, runner.sacral().yaw().value);
        }
        // Skin adds up to half a degree to the published ranges of the bone.
        assertBetween("tilt range, seed " + seed, 5.8, 8.2, tilt.rangeDeg());
        assertBetween("obliquity range, seed " + seed, 7.5, 10.1, obliquity.rangeDeg());
        assertBetween("axial rotation range, seed " + seed, 10, 15, turn.rangeDeg());
        double leastDeg = tilt.lowestAtDeg() % 180;
        assertBetween("tilt least at, degrees of stride after contact, seed " + seed, 15, 85, leastDeg);
    }

    private static void assertBetween(String what, double low, double high, double value) {
        assertTrue(value >= low && value <= high, what + ": " + value + ", expected " + low + ".." + high);
    }

    private static double[][] rotation(BackPoint point) {
        double[][] yaw = about(2, point.yaw().value);
        double[][] pitch = about(1, point.pitch().value);
        double[][] roll = about(0, point.roll().value);
        return times(times(yaw, pitch), roll);
    }

    private static double[][] about(int axis, double angle) {
        double[][] m = new double[3][3];
        int next = (axis + 1) % 3;
        int last = (axis + 2) % 3;
        m[axis][axis] = 1;
        m[next][next] = Math.cos(angle);
        m[last][last] = Math.cos(angle);
        m[next][last] = -Math.sin(angle);
        m[last][next] = Math.sin(angle);
        return m;
    }

    private static double[][] transposed(double[][] a) {
        double[][] m = new double[3][3];
        for (int i = 0; i < 9; i++) {
            m[i / 3][i % 3] = a[i % 3][i / 3];
        }
        return m;
    }

    private static double[][] difference(double[][] a, double[][] b, double over) {
        double[][] m = new double[3][3];
        for (int i = 0; i < 9; i++) {
            m[i / 3][i % 3] = (a[i / 3][i % 3] - b[i / 3][i % 3]) / over;
        }
        return m;
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] m = new double[3][3];
        for (int i = 0; i < 27; i++) {
            m[i / 9][i / 3 % 3] += a[i / 9][i % 3] * b[i % 3][i / 3 % 3];
        }
        return m;
    }

    private static double[] times(double[][] a, double[] v) {
        double[] out = new double[3];
        for (int i = 0; i < 9; i++) {
            out[i / 3] += a[i / 3][i % 3] * v[i % 3];
        }
        return out;
    }

    /** Mean over many strides at each degree of the stride. */
    private static final class PhaseMean {
        private final double[] sum = new double[90];
        private final int[] count = new int[90];

        void add(double phaseRad, double valueRad) {
            int bin = Math.floorMod((int) Math.floor(Math.toDegrees(phaseRad) / 4), 90);
            sum[bin] += valueRad;
            count[bin]++;
        }

        private double mean(int bin) {
            return Math.toDegrees(sum[bin] / count[bin]);
        }

        double rangeDeg() {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < sum.length; i++) {
                low = Math.min(low, mean(i));
                high = Math.max(high, mean(i));
            }
            return high - low;
        }

        double lowestAtDeg() {
            int lowest = 0;
            for (int i = 0; i < sum.length; i++) {
                lowest = mean(i) < mean(lowest) ? i : lowest;
            }
            return 4 * lowest + 2;
        }
    }
}
