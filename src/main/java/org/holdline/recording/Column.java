package org.holdline.recording;

import org.holdline.sample.Inertial;

/** A column of the CSV with a meaning here; others are passed over. */
enum Column {
    /** Up to 126 years: later than any clock, and nanoseconds of it still fit a long. */
    T_US("t_us", 0, 0, 4_000_000_000_000_000L, "0 to 4000000000000000 us"),
    AX("ax", Inertial.MAX_ACCEL_UMS2, "m/s^2"),
    AY("ay", Inertial.MAX_ACCEL_UMS2, "m/s^2"),
    AZ("az", Inertial.MAX_ACCEL_UMS2, "m/s^2"),
    GX("gx", Inertial.MAX_GYRO_URADS, "rad/s"),
    GY("gy", Inertial.MAX_GYRO_URADS, "rad/s"),
    GZ("gz", Inertial.MAX_GYRO_URADS, "rad/s"),
    AX2("ax2", Inertial.MAX_ACCEL_UMS2, "m/s^2"),
    AY2("ay2", Inertial.MAX_ACCEL_UMS2, "m/s^2"),
    AZ2("az2", Inertial.MAX_ACCEL_UMS2, "m/s^2"),
    GX2("gx2", Inertial.MAX_GYRO_URADS, "rad/s"),
    GY2("gy2", Inertial.MAX_GYRO_URADS, "rad/s"),
    GZ2("gz2", Inertial.MAX_GYRO_URADS, "rad/s"),
    /** Word of a {@link org.holdline.sample.Phase}. */
    MARKER("marker"),
    /** Words of {@link org.holdline.sample.Act} joined by plus signs. */
    ACT("act"),
    /** 0, 1, false, true; empty = 0. */
    CUE_ACTIVE("cue_active"),
    /** Empty = as before. No treadmill and no sprinter is faster. */
    SPEED_KMH("speed_kmh", 3, 0, 60_000, "0 to 60 km/h"),
    /** Empty = as before. */
    INCLINE_PCT("incline_pct", 3, -30_000, 40_000, "-30 to 40 %"),
    /** Empty = unknown. */
    TEMP_C("temp_c", 3, -60_000, 150_000, "-60 to 150 degrees Celsius");

    private final String word;
    private final int decimals;
    private final long min;
    private final long max;
    private final String span;

    Column(String word) {
        this(word, 0, 0, 0, "");
    }

    Column(String word, int maxMicro, String unit) {
        this(word, 6, -maxMicro, maxMicro, "-" + maxMicro / 1_000_000 + " to " + maxMicro / 1_000_000 + " " + unit);
    }

    Column(String word, int decimals, long min, long max, String span) {
        this.word = word;
        this.decimals = decimals;
        this.min = min;
        this.max = max;
        this.span = span;
    }

    /** The name in the header. */
    String word() {
        return word;
    }

    /** How many decimals a sample keeps: its fields count in units of 10 to the power of minus this. */
    int decimals() {
        return decimals;
    }

    boolean holds(long units) {
        return units >= min && units <= max;
    }

    int clamp(int units) {
        return Math.clamp(units, (int) min, (int) max);
    }

    /** What is wrong with a cell whose text gave this answer of {@link DecimalCell}. */
    String complaint(String cell, long answer) {
        if (answer == DecimalCell.EMPTY) {
            return word + " empty, expected a number from " + span;
        }
        if (answer == DecimalCell.NOT_A_NUMBER) {
            return word + " " + cell + ", expected a number from " + span;
        }
        if (answer == DecimalCell.NOT_FINITE) {
            return word + " " + cell + ", expected a finite number from " + span;
        }
        return word + " " + cell + " out of range, expected " + span;
    }
}
