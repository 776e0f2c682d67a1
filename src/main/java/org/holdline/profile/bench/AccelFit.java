package org.holdline.profile.bench;

import java.util.List;

/**
 * Offset and matrix of an accelerometer from its rests: true = matrix (raw - offset).
 *
 * <p>First the straight lines: on its sides the true force is one g along an axis, so raw = A true + offset is linear in the
 * twelve unknowns. A table or a case that is not square turns each side a little, which leaves the magnitude of the force as
 * it is; so the symmetric part of the matrix and the offset are then fitted to | matrix (raw - offset) | = 1 g over all rests
 * (Gauss-Newton), when enough of those lie askew. What the sides cannot tell is a turn of the whole sensor in its
 * case: it goes into the mounting, which standing and bending measure anew each time.
 *
 * @param matrix nine values, row by row
 * @param offsetG x, y, z
 * @param rmsMg of | a | - 1 g over the rests, 1/1000 g
 * @param maxMg the largest of those
 */
record AccelFit(List<Double> matrix, List<Double> offsetG, double rmsMg, double maxMg) {
    private static final int SYMMETRIC = 6;
    private static final int UNKNOWNS = SYMMETRIC + 3;
    private static final int ROUNDS = 20;

    /** The symmetric part is fitted from so many rests on no side on: those on a side say nothing of its three mixed terms. */
    private static final int MIN_ASKEW = 6;

    /**
     * The fit over rests on all six sides, and others.
     *
     * @throws BenchException when they do not determine it
     */
    static AccelFit of(List<Rest> rests) throws BenchException {
        double[][] response = new double[3][3];
        double[] offset = new double[3];
        sides(rests, response, offset);
        double[][] matrix = Linear.inverse(response);
        if (rests.stream().filter(rest -> rest.face() < 0).count() >= MIN_ASKEW) {
            magnitudes(rests, matrix, offset);
        }
        double sum = 0;
        double max = 0;
        for (Rest rest : rests) {
            double off = Math.abs(Linear.norm(corrected(matrix, offset, rest)) - 1) * 1e3;
            sum += off * off;
            max = Math.max(max, off);
        }
        return new AccelFit(
                List.of(
                        matrix[0][0],
                        matrix[0][1],
                        matrix[0][2],
                        matrix[1][0],
                        matrix[1][1],
                        matrix[1][2],
                        matrix[2][0],
                        matrix[2][1],
                        matrix[2][2]),
                List.of(offset[0], offset[1], offset[2]),
                Math.sqrt(sum / rests.size()),
                max);
    }

    /** Each side counts once, however often it was laid on. */
    private static void sides(List<Rest> rests, double[][] response, double[] offset) throws BenchException {
        double[][] mean = new double[6][3];
        int[] count = new int[6];
        for (Rest rest : rests) {
            int face = rest.face();
            if (face >= 0) {
                for (int i = 0; i < 3; i++) {
                    mean[face][i] += rest.accelG().get(i);
                }
                count[face]++;
            }
        }
        for (int face = 0; face < 6; face++) {
            if (count[face] == 0) {
                throw new BenchException(BenchException.sideMissing(face));
            }
            for (int i = 0; i < 3; i++) {
                mean[face][i] /= count[face];
            }
        }
        for (int row = 0; row < 3; row++) {
            for (int axis = 0; axis < 3; axis++) {
                response[row][axis] = (mean[axis][row] - mean[axis + 3][row]) / 2;
                offset[row] += (mean[axis][row] + mean[axis + 3][row]) / 6;
            }
        }
    }

    private static double[] corrected(double[][] matrix, double[] offset, Rest rest) {
        double[] raw = new double[3];
        for (int i = 0; i < 3; i++) {
            raw[i] = rest.accelG().get(i) - offset[i];
        }
        return Linear.times(matrix, raw);
    }

    /** Changes matrix and offset in place; the matrix is multiplied from the left by a symmetric one near the identity. */
    private static void magnitudes(List<Rest> rests, double[][] matrix, double[] offset) throws BenchException {
        for (int round = 0; round < ROUNDS; round++) {
            double[][] normal = new double[UNKNOWNS][UNKNOWNS];
            double[] right = new double[UNKNOWNS];
            for (Rest rest : rests) {
                double[] a = corrected(matrix, offset, rest);
                double[] slope = slopes(matrix, a);
                double miss = 1 - Linear.norm(a);
                for (int i = 0; i < UNKNOWNS; i++) {
                    right[i] += slope[i] * miss;
                    for (int j = 0; j < UNKNOWNS; j++) {
                        normal[i][j] += slope[i] * slope[j];
                    }
                }
            }
            double[] step = Linear.solve(normal, right);
            double[][] symmetric = {
                {1 + step[0], step[1], step[2]}, {step[1], 1 + step[3], step[4]}, {step[2], step[4], 1 + step[5]}
            };
            double[][] product = Linear.times(symmetric, matrix);
            for (int i = 0; i < 3; i++) {
                matrix[i] = product[i];
                offset[i] += step[SYMMETRIC + i];
            }
        }
    }

    /** Change of | a | with each unknown. */
    private static double[] slopes(double[][] matrix, double[] a) {
        double norm = Linear.norm(a);
        double[] slope = new double[UNKNOWNS];
        int at = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = i; j < 3; j++) {
                slope[at++] = (i == j ? 1 : 2) * a[i] * a[j] / norm;
            }
        }
        for (int j = 0; j < 3; j++) {
            for (int i = 0; i < 3; i++) {
                slope[SYMMETRIC + j] -= a[i] * matrix[i][j] / norm;
            }
        }
        return slope;
    }
}
