package org.holdline.clip.virtual;

/** How a clip sits askew on its segment: a constant rotation of up to 12 degrees about each axis. */
final class Mounting {
    static final double LIMIT_DEG = 12;

    private static final double DEVIATION_DEG = 5;

    private final double[] m;

    Mounting(Randomness draw) {
        this(
                StrictMath.toRadians(draw.gaussian(DEVIATION_DEG, LIMIT_DEG)),
                StrictMath.toRadians(draw.gaussian(DEVIATION_DEG, LIMIT_DEG)),
                StrictMath.toRadians(draw.gaussian(DEVIATION_DEG, LIMIT_DEG)));
    }

    /** The sensor's axes are the segment's after yaw, then pitch, then roll by these angles. */
    Mounting(double yawRad, double pitchRad, double rollRad) {
        double sy = Angles.sin(yawRad);
        double cy = Angles.cos(yawRad);
        double sp = Angles.sin(pitchRad);
        double cp = Angles.cos(pitchRad);
        double sr = Angles.sin(rollRad);
        double cr = Angles.cos(rollRad);
        m = new double[] {
            cy * cp,
            sy * cp,
            -sp,
            cy * sp * sr - sy * cr,
            sy * sp * sr + cy * cr,
            cp * sr,
            cy * sp * cr + sy * sr,
            sy * sp * cr - cy * sr,
            cp * cr
        };
    }

    void toSensor(Vector inSegment, Vector out) {
        double x = inSegment.x;
        double y = inSegment.y;
        double z = inSegment.z;
        out.set(m[0] * x + m[1] * y + m[2] * z, m[3] * x + m[4] * y + m[5] * z, m[6] * x + m[7] * y + m[8] * z);
    }
}
