package org.holdline.clip.imu;

/** What a sensor would feel: m/s^2 and rad/s of its x, y, z at an instant of the host's clock. */
@FunctionalInterface
interface Motion {
    void at(double timeNs, double[] out);

    /** Still, x tipped a little, and never quite the same twice, as of noise. */
    static Motion still(double scale) {
        return (timeNs, out) -> {
            double wobble = ((long) (timeNs / 1e5) % 7) * 0.01;
            out[0] = 0.5 * scale + wobble;
            out[1] = -0.2 * scale;
            out[2] = 9.79 * scale;
            out[3] = wobble * 0.1;
            out[4] = -0.01;
            out[5] = 0;
        };
    }
}
