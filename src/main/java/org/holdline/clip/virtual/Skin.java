package org.holdline.clip.virtual;

/**
 * What lies between bone and clip: skin and belt ring for a moment after every landing.
 *
 * <p>The excursion after a landing is s^2 exp(-k s) sin(w s), scaled to a peak acceleration of 1: it starts without a
 * jump even in acceleration and leaves neither velocity nor offset behind.
 */
final class Skin {
    private final double decayPerS;
    private final double omegaRadS;
    private final double scale;
    private final Jet ringing = new Jet();

    /** How a landing of 1 g shows: along the segment's axes, g; and in the clip's pitch and roll, rad. */
    private final double forwardG;

    private final double leftG;
    private final double upG;
    private final double pitchRad;
    private final double rollRad;

    /** Excursions of the clip on the segment: metres forward, left, up; radians of pitch and roll. */
    final Jet forward = new Jet();

    final Jet left = new Jet();
    final Jet up = new Jet();
    final Jet pitch = new Jet();
    final Jet roll = new Jet();

    Skin(Randomness draw, double damping) {
        omegaRadS = 2 * Math.PI * draw.between(8, 15);
        decayPerS = draw.between(36, 60);
        forwardG = damping * draw.between(-0.5, 0.5);
        leftG = damping * draw.between(0.05, 0.3);
        upG = damping * draw.between(0.7, 1.0);
        pitchRad = damping * StrictMath.toRadians(draw.between(-0.6, 0.6));
        rollRad = damping * StrictMath.toRadians(draw.between(-0.25, 0.25));
        scale = 1 / peakAcceleration();
    }

    private double peakAcceleration() {
        double peak = 0;
        for (double sinceS = 0; sinceS < 0.3; sinceS += 0.001) {
            ringing.clear();
            ring(sinceS, 1);
            peak = Math.max(peak, Math.abs(ringing.accel));
        }
        return peak;
    }

    void evaluate(double timeS, Step before, Step now) {
        ringing.clear();
        forward.clear();
        left.clear();
        up.clear();
        pitch.clear();
        roll.clear();
        addLanding(timeS, before);
        addLanding(timeS, now);
    }

    private void addLanding(double timeS, Step step) {
        double sinceS = timeS - step.startS;
        if (step.strikeG == 0 || sinceS <= 0) {
            return;
        }
        ringing.clear();
        ring(sinceS, scale * step.strikeG);
        int side = step.left ? 1 : -1;
        forward.add(ringing, Step.GRAVITY_MS2 * forwardG);
        left.add(ringing, Step.GRAVITY_MS2 * leftG * side);
        up.add(ringing, Step.GRAVITY_MS2 * upG);
        // Scaled to the excursion that goes with 1 g at this frequency, so that pitchRad is about the peak angle.
        double perG = omegaRadS * omegaRadS;
        pitch.add(ringing, perG * pitchRad);
        roll.add(ringing, perG * rollRad * side);
    }

    /** Imaginary part of s^2 exp(q s) with q = -k + i w, and its derivatives. */
    private void ring(double sinceS, double factor) {
        double size = StrictMath.exp(-decayPerS * sinceS);
        double re = size * Angles.cos(omegaRadS * sinceS);
        double im = size * Angles.sin(omegaRadS * sinceS);
        double s = sinceS;
        double qRe = -decayPerS;
        double qIm = omegaRadS;
        double q2Re = qRe * qRe - qIm * qIm;
        double q2Im = 2 * qRe * qIm;
        double rateRe = 2 * s + qRe * s * s;
        double rateIm = qIm * s * s;
        double accelRe = 2 + 4 * qRe * s + q2Re * s * s;
        double accelIm = 4 * qIm * s + q2Im * s * s;
        ringing.add(s * s * im, rateRe * im + rateIm * re, accelRe * im + accelIm * re, factor);
    }
}
