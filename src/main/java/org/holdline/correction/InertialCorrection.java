package org.holdline.correction;

import org.holdline.fixed.Fixed;
import org.holdline.sample.Inertial;
import org.holdline.sample.Sample;

/**
 * Corrects the readings of one IMU. The profile's offsets are whole um/s^2 and nrad/s; with them each result is exact, rounded
 * once to the nearest um/s^2 or urad/s, ties away from zero, and held within {@link Inertial#MAX_ACCEL_UMS2} and {@link
 * Inertial#MAX_GYRO_URADS}.
 */
final class InertialCorrection {
    private static final int PPM = 1_000_000;
    private static final int NRADS_PER_URADS = 1000;
    private static final int MILLI = 1000;

    private final InertialCoefficients c;

    /** Zero rate at {@link #temperatureMilliC}, nrad/s. */
    private long offsetX;

    private long offsetY;
    private long offsetZ;
    private int temperatureMilliC;

    InertialCorrection(InertialCoefficients coefficients) {
        c = coefficients;
        temperatureMilliC = c.atMilliC;
        offsetX = c.biasNrads[0];
        offsetY = c.biasNrads[1];
        offsetZ = c.biasNrads[2];
    }

    /**
     * Writes the true values.
     *
     * @param raw what the sensor delivered; another slot than {@code out}
     * @param milliC temperature; where it is {@link Sample#UNKNOWN} the last one known counts, before the first that of the
     *     bias
     */
    void apply(Inertial raw, int milliC, Inertial out) {
        long x = turned(0, raw.axUms2, raw.ayUms2, raw.azUms2) - c.biasUms2[0];
        long y = turned(1, raw.axUms2, raw.ayUms2, raw.azUms2) - c.biasUms2[1];
        long z = turned(2, raw.axUms2, raw.ayUms2, raw.azUms2) - c.biasUms2[2];
        out.axUms2 = force(0, x, y, z);
        out.ayUms2 = force(3, x, y, z);
        out.azUms2 = force(6, x, y, z);
        if (c.hasSlope && milliC != Sample.UNKNOWN && milliC != temperatureMilliC) {
            warm(milliC);
        }
        out.gxUrads = rate(turned(0, raw.gxUrads, raw.gyUrads, raw.gzUrads), offsetX);
        out.gyUrads = rate(turned(1, raw.gxUrads, raw.gyUrads, raw.gzUrads), offsetY);
        out.gzUrads = rate(turned(2, raw.gxUrads, raw.gyUrads, raw.gzUrads), offsetZ);
    }

    /** Beyond the range in which the drift was measured it is taken as at the range's end. */
    private void warm(int milliC) {
        temperatureMilliC = milliC;
        long beyondMilliK = Math.clamp(milliC, c.fromMilliC, c.toMilliC) - (long) c.atMilliC;
        offsetX = c.biasNrads[0] + Fixed.divideRounded(c.slopeNradsPerK[0] * beyondMilliK, MILLI);
        offsetY = c.biasNrads[1] + Fixed.divideRounded(c.slopeNradsPerK[1] * beyondMilliK, MILLI);
        offsetZ = c.biasNrads[2] + Fixed.divideRounded(c.slopeNradsPerK[2] * beyondMilliK, MILLI);
    }

    private long turned(int to, int x, int y, int z) {
        int from = c.axis[to];
        long reading = from == 0 ? x : from == 1 ? y : z;
        return c.sign[to] < 0 ? -reading : reading;
    }

    /** Below 4.1e8 times 1.2e6: far from what a long holds. */
    private int force(int row, long x, long y, long z) {
        long product = c.matrixPpm[row] * x + c.matrixPpm[row + 1] * y + c.matrixPpm[row + 2] * z;
        return (int) Fixed.clamp(Fixed.divideRounded(product, PPM), Inertial.MAX_ACCEL_UMS2);
    }

    private static int rate(long turnedUrads, long offsetNrads) {
        long nrads = turnedUrads * NRADS_PER_URADS - offsetNrads;
        return (int) Fixed.clamp(Fixed.divideRounded(nrads, NRADS_PER_URADS), Inertial.MAX_GYRO_URADS);
    }

    /** Whether the zero rate depends on a temperature. */
    boolean needsTemperature() {
        return c.hasSlope;
    }
}
