package org.holdline.sample;

import org.jspecify.annotations.Nullable;

/**
 * Everything the road knows about one instant: what the clip measured and what the runner or the treadmill said.
 *
 * <p>Mutable slot, owned by the thread that reads the clip; the cold side gets copies.
 */
public final class Sample {
    /** {@link #temperatureMilliC}, {@link #speedMPerH} or {@link #inclineMilliPct} when nobody has said. */
    public static final int UNKNOWN = Integer.MIN_VALUE;

    /** Instant of the measurement on the stream's own clock, us, rising strictly. */
    public long timeUs;

    /** The IMU at {@link Placement#SACRAL} or {@link Placement#THORACOLUMBAR}; with two IMUs the sacral one. */
    public final Inertial lower = new Inertial();

    /** The thoracolumbar IMU of a dual clip, resampled to the instant of the lower one; otherwise unused. */
    public final Inertial upper = new Inertial();

    /** Sensor temperature, 1/1000 degree Celsius, or {@link #UNKNOWN}. */
    public int temperatureMilliC = UNKNOWN;

    /** Belt speed in metres per hour (km/h x 1000), last value said, or {@link #UNKNOWN}. */
    public int speedMPerH = UNKNOWN;

    /** Belt incline, 1/1000 per cent, last value said, or {@link #UNKNOWN}. */
    public int inclineMilliPct = UNKNOWN;

    /** The haptic motor was running at this instant, as the source stamps it. */
    public boolean cueActive;

    /** Phase that begins with this sample, or null when none was marked. */
    public @Nullable Phase marker;

    /** Bits of {@link Act} that take effect with this sample. */
    public int acts;

    public void copyFrom(Sample other) {
        timeUs = other.timeUs;
        lower.copyFrom(other.lower);
        upper.copyFrom(other.upper);
        temperatureMilliC = other.temperatureMilliC;
        speedMPerH = other.speedMPerH;
        inclineMilliPct = other.inclineMilliPct;
        cueActive = other.cueActive;
        marker = other.marker;
        acts = other.acts;
    }
}
