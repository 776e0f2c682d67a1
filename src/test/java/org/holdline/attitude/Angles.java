package org.holdline.attitude;

/** Directions in double precision. */
final class Angles {
    private Angles() {}

    static double[] up(Inclination inclination) {
        return new double[] {inclination.upX(), inclination.upY(), inclination.upZ()};
    }

    /** Angle between two vectors of any length, degrees; exact for small angles as well. */
    static double betweenDeg(double[] a, double[] b) {
        double x = a[1] * b[2] - a[2] * b[1];
        double y = a[2] * b[0] - a[0] * b[2];
        double z = a[0] * b[1] - a[1] * b[0];
        double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        return Math.toDegrees(Math.atan2(Math.sqrt(x * x + y * y + z * z), dot));
    }
}
