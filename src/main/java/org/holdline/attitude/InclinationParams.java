package org.holdline.attitude;

/**
 * What a person may tune in {@link Inclination}.
 *
 * @param tauS time constant of the accelerometer correction, s. Larger: calmer under shaking, slower to correct gyro
 *     errors. 3 s is the optimum on BROAD.
 * @param restTauS time constant of the averages that rest is judged against, s
 * @param restGyroDps rest needs the angular rate to stay this close to its average, deg/s
 * @param restAccelMs2 rest needs the specific force to stay this close to its average, m/s^2
 * @param restMinS rest needs both for this long, s
 * @param restMemoryS the bias learned at rest is a mean over at most this much rest, s. Larger: less noise, slower to
 *     follow temperature.
 * @param kiMaxPerS gain of the bias correction in motion right after the start, 1/s. Larger: finds the bias of a clip that
 *     never rested sooner, and follows disturbances more.
 * @param kiHoldS a clip that never rested keeps that gain for this long, s, before it falls as 1/t. Longer: a large
 *     offset is gone sooner, and the noise of the gain stays longer.
 * @param kiMinPerS the same gain once 1/t has fallen to it
 * @param biasClipDps no bias is believed to be larger, deg/s per axis. Too small a clip never recovers from a cheap or
 *     cold sensor.
 */
public record InclinationParams(
        double tauS,
        double restTauS,
        double restGyroDps,
        double restAccelMs2,
        double restMinS,
        double restMemoryS,
        double kiMaxPerS,
        double kiHoldS,
        double kiMinPerS,
        double biasClipDps) {
    public InclinationParams {
        // Below this the headroom of the bias correction is gone at 50 Hz.
        require("tauS", tauS, 0.5, 60);
        require("restTauS", restTauS, 0.05, 10);
        require("restGyroDps", restGyroDps, 0.01, 50);
        require("restAccelMs2", restAccelMs2, 0.01, 20);
        require("restMinS", restMinS, 0.1, 60);
        require("restMemoryS", restMemoryS, 0.1, 600);
        require("kiMaxPerS", kiMaxPerS, 0, 1);
        require("kiHoldS", kiHoldS, 0, 120);
        require("kiMinPerS", kiMinPerS, 0, 1);
        require("biasClipDps", biasClipDps, 0, 30);
    }

    /** The constants measured on BROAD and on jogging at the waist; see src/docs/evaluation.md. */
    public static InclinationParams defaults() {
        return new InclinationParams(3.0, 0.5, 2.0, 0.5, 1.5, 20.0, 1.0 / 8, 20.0, 1.0 / 100, 10.0);
    }

    private static void require(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + "=" + value + ", expected " + low + ".." + high);
        }
    }
}
