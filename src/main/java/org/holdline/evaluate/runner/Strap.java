package org.holdline.evaluate.runner;

/**
 * Skin and strap between bone and clip: a mass on a damped spring, driven by what the bone does. A loose clip slaps after each
 * landing as well.
 */
final class Strap {
    /** A slap: up for so long, then back twice as long and half as hard, s after contact. */
    private static final double SLAP_AT_S = 0.015;

    private static final double SLAP_S = 0.012;

    private static final double MAX_SLAP_TILT = 1.0;

    private final WornTraits traits;
    private final double stiffness;
    private final double resistance;
    private final double[] placeM = new double[3];
    private final double[] speedMS = new double[3];

    /** Acceleration of the clip against the bone, m/s^2: forward, left, up. */
    final double[] accelMS2 = new double[3];

    double pitch;
    double roll;

    Strap(WornTraits traits) {
        this.traits = traits;
        double omega = 2 * Math.PI * traits.resonanceHz;
        stiffness = omega * omega;
        resistance = 2 * traits.damping * omega;
    }

    /**
     * Moves on by a step of time.
     *
     * @param boneMS2 acceleration of the bone
     * @param sinceContactS since the last landing, s; infinite when there is none
     */
    void advance(double[] boneMS2, double dtS, double sinceContactS) {
        for (int i = 0; i < 3; i++) {
            // Fore and aft and sideways a clip on a belt gives way less than up and down.
            double give = i == 2 ? 1 : 0.3;
            double accel = -give * boneMS2[i] - resistance * speedMS[i] - stiffness * placeM[i];
            accelMS2[i] = accel;
            speedMS[i] += accel * dtS;
            placeM[i] += speedMS[i] * dtS;
        }
        pitch = traits.tiltPerMm * 1000 * placeM[2];
        roll = traits.rollPerMm * 1000 * placeM[2];
        if (traits.slapG > 0) {
            slap(sinceContactS - SLAP_AT_S);
        }
    }

    private void slap(double sinceS) {
        double hit = Curve.HUMP.at(sinceS / SLAP_S) - 0.5 * Curve.HUMP.at((sinceS - SLAP_S) / (2 * SLAP_S));
        accelMS2[2] += traits.slapG * Legs.GRAVITY_MS2 * hit;
        accelMS2[0] -= 0.3 * traits.slapG * Legs.GRAVITY_MS2 * hit;
        pitch += MAX_SLAP_TILT * traits.slapG / 9 * Curve.HUMP.at(sinceS / (3 * SLAP_S));
    }
}
