package org.holdline.correction;

import java.util.List;

/**
 * The numbers of one IMU's correction, derived once from those of its profile.
 *
 * <p>The true force is matrix (turned - bias), the true rate turned - bias - slope (temperature - at); turned is the reading on
 * the body's axes.
 */
public final class InertialCoefficients {
    /** Standard gravity, um/s^2 per ug (CGPM 1901). */
    private static final double UMS2_PER_UG = 9.806_65;

    private static final double NRADS_PER_UDPS = Math.PI / 180 * 1e3;
    private static final int SIDE = 3;

    /** Which reading, x, y or z, points forward, left and up, and with which sign. */
    final int[] axis = new int[SIDE];

    final int[] sign = new int[SIDE];

    /** Bias of the accelerometer, um/s^2. */
    final int[] biasUms2 = new int[SIDE];

    /** Row by row, millionths. */
    final int[] matrixPpm = new int[SIDE * SIDE];

    /** Bias of the gyroscope, nrad/s. */
    final long[] biasNrads = new long[SIDE];

    /** Its change, nrad/s per K. */
    final long[] slopeNradsPerK = new long[SIDE];

    final boolean hasSlope;

    /** Temperature of the bias, and the range in which the slope was measured, 1/1000 degree Celsius. */
    final int atMilliC;

    final int fromMilliC;
    final int toMilliC;

    /**
     * An accelerometer's errors.
     *
     * @param biasUg of each axis, ug
     * @param matrixPpm row by row, millionths
     */
    public record Accel(List<Long> biasUg, List<Long> matrixPpm) {
        public Accel {
            biasUg = List.copyOf(biasUg);
            matrixPpm = List.copyOf(matrixPpm);
        }
    }

    /**
     * A gyroscope's errors.
     *
     * @param biasUdps of each axis, millionths of a degree per second
     * @param slopeUdpsPerK of each axis, the same per K; empty where none was measured
     * @param atCdeg temperature of the bias, 1/100 degree Celsius
     * @param fromCdeg lowest temperature measured
     * @param toCdeg highest temperature measured
     */
    public record Gyro(List<Long> biasUdps, List<Long> slopeUdpsPerK, long atCdeg, long fromCdeg, long toCdeg) {
        public Gyro {
            biasUdps = List.copyOf(biasUdps);
            slopeUdpsPerK = List.copyOf(slopeUdpsPerK);
        }
    }

    /** @param axes which readings point forward, left and up: {@code +x+y+z} */
    public InertialCoefficients(String axes, Accel accel, Gyro gyro) {
        for (int i = 0; i < SIDE; i++) {
            sign[i] = axes.charAt(2 * i) == '-' ? -1 : 1;
            axis[i] = axes.charAt(2 * i + 1) - 'x';
            biasUms2[i] = (int) Math.round(accel.biasUg().get(i) * UMS2_PER_UG);
            biasNrads[i] = Math.round(gyro.biasUdps().get(i) * NRADS_PER_UDPS);
        }
        for (int i = 0; i < matrixPpm.length; i++) {
            matrixPpm[i] = Math.toIntExact(accel.matrixPpm().get(i));
        }
        hasSlope = !gyro.slopeUdpsPerK().isEmpty();
        for (int i = 0; hasSlope && i < SIDE; i++) {
            slopeNradsPerK[i] = Math.round(gyro.slopeUdpsPerK().get(i) * NRADS_PER_UDPS);
        }
        atMilliC = Math.toIntExact(gyro.atCdeg() * 10);
        fromMilliC = Math.toIntExact(gyro.fromCdeg() * 10);
        toMilliC = Math.toIntExact(gyro.toCdeg() * 10);
    }
}
