package org.holdline.recording;

import java.util.SplittableRandom;
import org.holdline.sample.Act;
import org.holdline.sample.Inertial;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;

/** Samples that are a function of seed and index alone, so that another process can tell what they must have been. */
final class MadeSamples {
    static final int PERIOD_US = 5_000;

    private MadeSamples() {}

    static StreamInfo info(Placement placement) {
        return new StreamInfo("made for a test", true, 200, placement, 3_600, 10_000, 156_906_400, 34_906_585);
    }

    static void fill(Sample into, long seed, long index) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + index);
        into.timeUs = index * PERIOD_US + random.nextInt(PERIOD_US / 100);
        fill(into.lower, random);
        fill(into.upper, random);
        into.temperatureMilliC = random.nextInt(10) == 0 ? Sample.UNKNOWN : random.nextInt(-60_000, 150_001);
        // Belt values hold for a while, and once said are never unknown again.
        SplittableRandom belt = new SplittableRandom(seed * 7_919 + index / 50);
        into.speedMPerH = index < 50 ? Sample.UNKNOWN : belt.nextInt(0, 60_001);
        into.inclineMilliPct = index < 100 ? Sample.UNKNOWN : belt.nextInt(-30_000, 40_001);
        into.cueActive = random.nextInt(5) == 0;
        into.marker = random.nextInt(20) == 0 ? Phase.values()[random.nextInt(Phase.values().length)] : null;
        into.acts = random.nextInt(20) == 0 ? random.nextInt(1 << Act.values().length) : 0;
    }

    private static void fill(Inertial imu, SplittableRandom random) {
        imu.axUms2 = micro(random, Inertial.MAX_ACCEL_UMS2);
        imu.ayUms2 = micro(random, Inertial.MAX_ACCEL_UMS2);
        imu.azUms2 = micro(random, Inertial.MAX_ACCEL_UMS2);
        imu.gxUrads = micro(random, Inertial.MAX_GYRO_URADS);
        imu.gyUrads = micro(random, Inertial.MAX_GYRO_URADS);
        imu.gzUrads = micro(random, Inertial.MAX_GYRO_URADS);
    }

    /** Of every size, with the bounds themselves and round numbers among them. */
    private static int micro(SplittableRandom random, int bound) {
        return switch (random.nextInt(10)) {
            case 0 -> random.nextBoolean() ? bound : -bound;
            case 1 -> random.nextInt(-bound / 1_000_000, bound / 1_000_000 + 1) * 1_000_000;
            case 2 -> random.nextInt(-20, 21);
            case 3 -> random.nextInt(-bound / 1_000, bound / 1_000 + 1) * 1_000;
            default -> random.nextInt(-bound, bound + 1);
        };
    }

    /** All fields as text, for comparisons that show what differs. */
    static String text(Sample sample, boolean dual) {
        return sample.timeUs + " " + text(sample.lower) + (dual ? " " + text(sample.upper) : "") + " temp="
                + sample.temperatureMilliC + " speed=" + sample.speedMPerH + " incline=" + sample.inclineMilliPct
                + " cue=" + sample.cueActive + " marker=" + sample.marker + " acts=" + sample.acts;
    }

    private static String text(Inertial imu) {
        return imu.axUms2 + "/" + imu.ayUms2 + "/" + imu.azUms2 + "/" + imu.gxUrads + "/" + imu.gyUrads + "/"
                + imu.gzUrads;
    }

    /** The sample as it must come back from a file: what is not recorded is as new. */
    static String expected(long seed, long index, boolean dual) {
        Sample sample = new Sample();
        fill(sample, seed, index);
        return text(sample, dual);
    }
}
