package org.holdline.clip.virtual;

/**
 * The haptic motor in the lower clip, a linear resonant actuator: what its vibration adds to the accelerometer there.
 *
 * <p>The vibration is far above half the usual sampling rates and is not filtered, so it appears aliased, as it does in a
 * chip whose filter is wide.
 */
final class Motor {
    /** Time after the command until the vibration is felt in full, s; a pulse's length counts from then on. */
    static final double RISE_S = 0.015;

    private static final double RISE_TIME_CONSTANT_S = RISE_S / 3;

    private final double frequencyHz;
    private final double peakMS2;
    private final double decayTimeConstantS;
    private final Vector direction = new Vector();

    private double beginS = Double.NEGATIVE_INFINITY;
    private double endS = Double.NEGATIVE_INFINITY;
    private double sizeAtBegin;

    Motor(Randomness draw) {
        frequencyHz = draw.between(170, 230);
        peakMS2 = Step.GRAVITY_MS2 * draw.between(0.3, 0.8);
        // Down to a twentieth in 60..100 ms.
        decayTimeConstantS = draw.between(0.060, 0.100) / 3;
        // The motor lies flat on the back and shakes mostly along it.
        double across = draw.between(-0.4, 0.4);
        double outward = draw.between(-0.3, 0.3);
        direction.set(outward, across, Math.sqrt(1 - across * across - outward * outward));
    }

    void pulse(double timeS, int pulseMs) {
        double size = size(timeS);
        beginS = timeS;
        endS = timeS + RISE_S + pulseMs * 1e-3;
        sizeAtBegin = size;
    }

    void off(double timeS) {
        endS = Math.min(endS, Math.max(timeS, beginS));
    }

    boolean isDriven(double timeS) {
        return timeS >= beginS && timeS < endS;
    }

    void addTo(double timeS, Vector accelMS2) {
        double size = size(timeS);
        if (size > 1e-4) {
            accelMS2.add(direction, peakMS2 * size * Angles.sin(2 * Math.PI * frequencyHz * (timeS - beginS)));
        }
    }

    private double size(double timeS) {
        if (timeS < beginS || beginS == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        double driven = driven(Math.min(timeS, endS));
        return timeS <= endS ? driven : driven * StrictMath.exp(-(timeS - endS) / decayTimeConstantS);
    }

    private double driven(double timeS) {
        return 1 - (1 - sizeAtBegin) * StrictMath.exp(-(timeS - beginS) / RISE_TIME_CONSTANT_S);
    }
}
