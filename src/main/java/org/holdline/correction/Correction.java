package org.holdline.correction;

import org.holdline.correction.CorrectionParams.BeltParams;
import org.holdline.fixed.Fixed;
import org.holdline.sample.Inertial;
import org.holdline.sample.Sample;
import org.jspecify.annotations.Nullable;

/** Corrects whole samples. <b>Not thread-safe:</b> one thread applies it, to each sample once and in order. */
public final class Correction {
    private static final int E4 = 10_000;

    private final @Nullable InertialCorrection lower;
    private final @Nullable InertialCorrection upper;
    private final BeltParams belt;
    private final boolean needsTemperature;
    private long withoutTemperature;

    public Correction(CorrectionParams params) {
        lower = params.lower() == null ? null : new InertialCorrection(params.lower());
        upper = params.upper() == null ? null : new InertialCorrection(params.upper());
        belt = params.belt();
        needsTemperature = (lower != null && lower.needsTemperature()) || (upper != null && upper.needsTemperature());
    }

    /**
     * Fills a slot with what is true.
     *
     * @param raw as the source delivered it; stays as it is
     * @param out another slot
     */
    public void apply(Sample raw, Sample out) {
        out.copyFrom(raw);
        apply(lower, raw.lower, raw.temperatureMilliC, out.lower);
        apply(upper, raw.upper, raw.temperatureMilliC, out.upper);
        if (needsTemperature && raw.temperatureMilliC == Sample.UNKNOWN) {
            withoutTemperature++;
        }
        if (raw.speedMPerH != Sample.UNKNOWN) {
            out.speedMPerH = (int) Fixed.divideRounded((long) raw.speedMPerH * belt.speedScaleE4(), E4);
        }
        if (!belt.usesIncline()) {
            out.inclineMilliPct = Sample.UNKNOWN;
        } else if (raw.inclineMilliPct != Sample.UNKNOWN) {
            out.inclineMilliPct = raw.inclineMilliPct + belt.inclineOffsetMilliPct();
        }
    }

    private static void apply(@Nullable InertialCorrection imu, Inertial raw, int milliC, Inertial out) {
        if (imu != null) {
            imu.apply(raw, milliC, out);
        }
    }

    /** Samples that came without the temperature that a measured drift asks for. */
    public long withoutTemperature() {
        return withoutTemperature;
    }
}
