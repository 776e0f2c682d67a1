package org.holdline.evaluate.runner;

/** A unit quaternion that turns vectors of a body frame into the world. Mutable. */
final class Rotation {
    double w = 1;
    double x;
    double y;
    double z;

    void copyFrom(Rotation other) {
        w = other.w;
        x = other.x;
        y = other.y;
        z = other.z;
    }

    /** Yaw about z, then pitch about y, then roll about x, each about the axis as already turned; degrees. */
    void set(double yawDeg, double pitchDeg, double rollDeg) {
        double a = Math.toRadians(yawDeg) / 2;
        double b = Math.toRadians(pitchDeg) / 2;
        double c = Math.toRadians(rollDeg) / 2;
        double ca = cosine(a);
        double sa = sine(a);
        double cb = cosine(b);
        double sb = sine(b);
        double cc = cosine(c);
        double sc = sine(c);
        w = ca * cb * cc + sa * sb * sc;
        x = ca * cb * sc - sa * sb * cc;
        y = ca * sb * cc + sa * cb * sc;
        z = sa * cb * cc - ca * sb * sc;
    }

    /** This rotation, followed in its own frame by another. */
    void then(Rotation o) {
        double nw = w * o.w - x * o.x - y * o.y - z * o.z;
        double nx = w * o.x + x * o.w + y * o.z - z * o.y;
        double ny = w * o.y - x * o.z + y * o.w + z * o.x;
        double nz = w * o.z + x * o.y - y * o.x + z * o.w;
        w = nw;
        x = nx;
        y = ny;
        z = nz;
    }

    /** A vector of the world as seen in the body frame. */
    void toBody(double vx, double vy, double vz, double[] out) {
        // v + 2 w (v x q) + 2 (v x q) x q, the rotation by the conjugate.
        double tx = 2 * (vy * z - vz * y);
        double ty = 2 * (vz * x - vx * z);
        double tz = 2 * (vx * y - vy * x);
        out[0] = vx + w * tx + (ty * z - tz * y);
        out[1] = vy + w * ty + (tz * x - tx * z);
        out[2] = vz + w * tz + (tx * y - ty * x);
    }

    /** Mean angular rate, rad/s in the body frame, that leads from one attitude to the next within a step of time. */
    static void rate(Rotation from, Rotation to, double stepS, double[] out) {
        double dx = from.w * to.x - from.x * to.w - from.y * to.z + from.z * to.y;
        double dy = from.w * to.y + from.x * to.z - from.y * to.w - from.z * to.x;
        double dz = from.w * to.z - from.x * to.y + from.y * to.x - from.z * to.w;
        double square = dx * dx + dy * dy + dz * dz;
        // 2 asin(s)/s to fifth order: a step turns by a degree or two at most.
        double factor = 2 * (1 + square / 6 + 3 * square * square / 40) / stepS;
        out[0] = dx * factor;
        out[1] = dy * factor;
        out[2] = dz * factor;
    }

    /** Plain series, the same on every machine; to 1e-12 up to 60 degrees (120 degrees of rotation). */
    private static double sine(double rad) {
        double s = rad * rad;
        return rad
                * (1
                        - s
                                / 6
                                * (1
                                        - s
                                                / 20
                                                * (1
                                                        - s
                                                                / 42
                                                                * (1
                                                                        - s
                                                                                / 72
                                                                                * (1
                                                                                        - s
                                                                                                / 110
                                                                                                * (1
                                                                                                        - s
                                                                                                                / 156
                                                                                                                * (1
                                                                                                                        - s
                                                                                                                                / 210)))))));
    }

    private static double cosine(double rad) {
        double s = rad * rad;
        return 1
                - s
                        / 2
                        * (1
                                - s
                                        / 12
                                        * (1
                                                - s
                                                        / 30
                                                        * (1
                                                                - s
                                                                        / 56
                                                                        * (1
                                                                                - s
                                                                                        / 90
                                                                                        * (1
                                                                                                - s
                                                                                                        / 132
                                                                                                        * (1
                                                                                                                - s
                                                                                                                        / 182
                                                                                                                        * (1
                                                                                                                                - s
                                                                                                                                        / 240)))))));
    }
}
