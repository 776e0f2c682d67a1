package org.holdline.profile.bench;

import java.util.ArrayList;
import java.util.List;
import org.holdline.sample.Inertial;
import org.holdline.sample.Sample;

/**
 * Finds the rests of one sensor in its samples, a block of a quarter of a second at a time. A block is still when the
 * specific force scatters by less than 5 mg and the rate by less than 0.3 deg/s about its mean; still blocks of one position
 * make a rest, the first and the last of them left out, because a hand lets go within them.
 */
public final class Rests {
    private static final double BLOCK_S = 0.25;
    private static final double STILL_G = 0.005;
    private static final double STILL_DPS = 0.3;

    /** Two blocks whose means differ by more are two positions. */
    private static final double SAME_G = 0.02;

    private static final double MIN_REST_S = 2;

    /** A rest, the blocks at its ends that are left out, and one to be sure. */
    static final double WHOLE_REST_S = MIN_REST_S + 3 * BLOCK_S;

    private static final double UMS2_PER_G = 9_806_650;
    private static final double URADS_PER_DPS = Math.toRadians(1e6);
    private static final int ACCEL = 0;
    private static final int GYRO = 3;
    private static final int AXES = 6;

    /** Sums over samples of one position. */
    private static final class Sums {
        private final double[] sum = new double[AXES];
        private final double[] square = new double[AXES];
        private double celsius;
        private long withCelsius;
        private long count;

        void add(double[] values, int milliC) {
            for (int i = 0; i < AXES; i++) {
                sum[i] += values[i];
                square[i] += values[i] * values[i];
            }
            if (milliC != Sample.UNKNOWN) {
                celsius += milliC * 1e-3;
                withCelsius++;
            }
            count++;
        }

        void add(Sums other) {
            for (int i = 0; i < AXES; i++) {
                sum[i] += other.sum[i];
                square[i] += other.square[i];
            }
            celsius += other.celsius;
            withCelsius += other.withCelsius;
            count += other.count;
        }

        double mean(int i) {
            return sum[i] / count;
        }

        double deviation(int i) {
            return Math.sqrt(Math.max(0, square[i] / count - mean(i) * mean(i)));
        }

        boolean isStill() {
            for (int i = 0; i < 3; i++) {
                if (deviation(ACCEL + i) > STILL_G || deviation(GYRO + i) > STILL_DPS) {
                    return false;
                }
            }
            return true;
        }

        boolean isNear(Sums other) {
            double far = 0;
            for (int i = 0; i < 3; i++) {
                far += (mean(i) - other.mean(i)) * (mean(i) - other.mean(i));
            }
            return far < SAME_G * SAME_G;
        }
    }

    private final int blockSamples;
    private final double rateHz;
    private final double[] values = new double[AXES];
    private final List<Rest> found = new ArrayList<>();
    private final List<Sums> position = new ArrayList<>();
    private Sums block = new Sums();

    /**
     * For one sensor.
     *
     * @param rateHz of the stream
     */
    public Rests(double rateHz) {
        this.rateHz = rateHz;
        blockSamples = Math.max(8, (int) Math.round(BLOCK_S * rateHz));
    }

    /**
     * Takes the next reading.
     *
     * @param milliC temperature, or {@link Sample#UNKNOWN}
     */
    public void add(Inertial reading, int milliC) {
        values[0] = reading.axUms2 / UMS2_PER_G;
        values[1] = reading.ayUms2 / UMS2_PER_G;
        values[2] = reading.azUms2 / UMS2_PER_G;
        values[3] = reading.gxUrads / URADS_PER_DPS;
        values[4] = reading.gyUrads / URADS_PER_DPS;
        values[5] = reading.gzUrads / URADS_PER_DPS;
        block.add(values, milliC);
        if (block.count == blockSamples) {
            close(block);
            block = new Sums();
        }
    }

    private void close(Sums full) {
        boolean goesOn = full.isStill() && (position.isEmpty() || full.isNear(position.getFirst()));
        if (!goesOn) {
            end();
        }
        if (full.isStill()) {
            position.add(full);
        }
    }

    /** The stream has ended, or the clip is being moved: what lay still until now is a rest if it was long enough. */
    public void end() {
        Sums sums = new Sums();
        for (int i = 1; i < position.size() - 1; i++) {
            sums.add(position.get(i));
        }
        position.clear();
        if (sums.count >= MIN_REST_S * rateHz) {
            found.add(rest(sums));
        }
    }

    private Rest rest(Sums sums) {
        double variance = 0;
        for (int i = 0; i < 3; i++) {
            variance += sums.deviation(GYRO + i) * sums.deviation(GYRO + i) / 3;
        }
        return new Rest(
                List.of(sums.mean(0), sums.mean(1), sums.mean(2)),
                List.of(sums.mean(GYRO), sums.mean(GYRO + 1), sums.mean(GYRO + 2)),
                Math.sqrt(variance),
                sums.withCelsius == 0 ? Double.NaN : sums.celsius / sums.withCelsius,
                sums.count / rateHz);
    }

    /** How long the sensor has lain still by now, s; 0 while it moves. */
    double stillS() {
        return position.size() * blockSamples / rateHz;
    }

    /** The side on which it lies still, as {@link Rest#face}; -1 while it moves. */
    int face() {
        if (position.isEmpty()) {
            return -1;
        }
        Sums now = position.getLast();
        return Rest.face(List.of(now.mean(0), now.mean(1), now.mean(2)));
    }

    /** Rests that have ended. */
    public List<Rest> found() {
        return List.copyOf(found);
    }
}
