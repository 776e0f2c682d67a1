package org.holdline.profile.bench;

/** Small dense linear algebra. */
final class Linear {
    /** A pivot below this, in the units of the bench, leaves nothing to divide by. */
    private static final double SINGULAR = 1e-9;

    private Linear() {}

    static double norm(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    static double[] times(double[][] m, double[] v) {
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
        }
        return out;
    }

    static double[][] times(double[][] a, double[][] b) {
        double[][] out = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                out[i][j] = a[i][0] * b[0][j] + a[i][1] * b[1][j] + a[i][2] * b[2][j];
            }
        }
        return out;
    }

    static double[][] inverse(double[][] m) throws BenchException {
        double[][] out = new double[3][3];
        for (int column = 0; column < 3; column++) {
            double[] unit = new double[3];
            unit[column] = 1;
            double[] solved = solve(m, unit);
            for (int row = 0; row < 3; row++) {
                out[row][column] = solved[row];
            }
        }
        return out;
    }

    /** Gauss with partial pivoting; the arguments stay as they are. */
    static double[] solve(double[][] matrix, double[] right) throws BenchException {
        int n = right.length;
        double[][] m = new double[n][];
        for (int i = 0; i < n; i++) {
            m[i] = matrix[i].clone();
        }
        double[] v = right.clone();
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                pivot = Math.abs(m[row][column]) > Math.abs(m[pivot][column]) ? row : pivot;
            }
            if (Math.abs(m[pivot][column]) < SINGULAR) {
                throw new BenchException(
                        "the positions are too much alike to tell the axes apart, expected all six sides");
            }
            double[] swapped = m[pivot];
            m[pivot] = m[column];
            m[column] = swapped;
            double value = v[pivot];
            v[pivot] = v[column];
            v[column] = value;
            for (int row = column + 1; row < n; row++) {
                double factor = m[row][column] / m[column][column];
                for (int i = column; i < n; i++) {
                    m[row][i] -= factor * m[column][i];
                }
                v[row] -= factor * v[column];
            }
        }
        for (int row = n - 1; row >= 0; row--) {
            for (int i = row + 1; i < n; i++) {
                v[row] -= m[row][i] * v[i];
            }
            v[row] /= m[row][row];
        }
        return v;
    }
}
