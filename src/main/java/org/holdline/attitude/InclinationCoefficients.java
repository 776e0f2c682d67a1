package org.holdline.attitude;

/** {@link InclinationParams} turned once into the integers the update multiplies with, for one sampling rate. */
final class InclinationCoefficients {
    /** Standard gravity, um/s^2. */
    static final double GRAVITY_UMS2 = 9_806_650;

    /** Up as a mean over some ten strides, s. */
    private static final double MEAN_UP_S = 7;

    /** Half and one and a half g, squared: on BROAD the low-passed force stays within 2 per cent of g, shaken or not. */
    static final long LEAST_UP_SQUARED = square(0.5 * GRAVITY_UMS2);

    static final long MOST_UP_SQUARED = square(1.5 * GRAVITY_UMS2);

    /** urad/s in Q35 to an angle per sample in rad, Q58, by {@code multiplyHigh}. */
    final long angleQ64;

    /** Undamped natural frequency squared and damping of the second-order low-pass, per sample. */
    final long omegaSquaredQ64;

    final long dampingQ64;

    /** Samples of plain running mean before the low-pass takes over. */
    final int meanSamples;

    /** Samples that a direction held over a gap is worth in the running mean: a third of a second. */
    final int doubtSamples;

    final long restAlphaQ64;
    final long restGyroSquared;
    final long restAccelSquared;
    final int restSamples;
    final int restMemorySamples;

    /** Gain of the motion bias at one sample of age; divided by the age in samples it is 1/t. */
    final long biasGainAgeQ52;

    final long biasGainMaxQ64;

    /** Samples that a sensor which never rested keeps the largest gain. */
    final long holdSamples;

    /** Samples of one second: no gain above 1/s is ever asked for. */
    final long secondSamples;

    final long biasGainMinQ64;

    /** From the gain of a pull to that of the turning about up, which comes as a rate in other units: 2^28 dt / 1e6. */
    final long headingQ58;

    final long meanUpAlphaQ64;

    final long biasClipQ20;

    /** Largest y x v a sample that is believed to come from a bias, (um/s^2)^2 Q2. */
    final long pullClip;

    InclinationCoefficients(InclinationParams params, double rateHz) {
        double dtS = 1 / rateHz;
        angleQ64 = Math.round(dtS * Math.scalb(1e-6, 87));
        double omega = Math.sqrt(2) / (params.tauS() * rateHz);
        omegaSquaredQ64 = Math.round(Math.scalb(omega * omega, 64));
        dampingQ64 = Math.round(Math.scalb(Math.sqrt(2) * omega, 64));
        meanSamples = (int) Math.round(params.tauS() * rateHz);
        doubtSamples = (int) Math.max(1, Math.round(rateHz / 3));
        restAlphaQ64 = Math.round(Math.scalb(1 - Math.exp(-dtS / params.restTauS()), 64));
        restGyroSquared = square(Math.toRadians(params.restGyroDps()) * 1e6);
        restAccelSquared = square(params.restAccelMs2() * 1e6);
        restSamples = (int) Math.round(params.restMinS() * rateHz);
        restMemorySamples = (int) Math.max(1, Math.round(params.restMemoryS() * rateHz));
        // y x v arrives in (um/s^2)^2 Q2; the bias is kept in urad/s Q20.
        double perKi = 1e6 * Math.scalb(1.0, 20) / (GRAVITY_UMS2 * GRAVITY_UMS2 * 4);
        biasGainAgeQ52 = Math.round(Math.scalb(perKi * rateHz, 52));
        biasGainMaxQ64 = Math.round(Math.scalb(perKi * params.kiMaxPerS(), 64));
        secondSamples = Math.round(rateHz);
        holdSamples = Math.round(params.kiHoldS() * rateHz);
        biasGainMinQ64 = Math.round(Math.scalb(perKi * params.kiMinPerS(), 64));
        headingQ58 = Math.round(Math.scalb(dtS / 1e6, 28 + 58));
        meanUpAlphaQ64 = Math.round(Math.scalb(1 - Math.exp(-dtS / MEAN_UP_S), 64));
        pullClip = Math.round(4 * GRAVITY_UMS2 * GRAVITY_UMS2 * Math.toRadians(params.biasClipDps()) * dtS);
        biasClipQ20 = Math.round(Math.toRadians(params.biasClipDps()) * Math.scalb(1e6, 20));
    }

    private static long square(double value) {
        return Math.round(value * value);
    }
}
