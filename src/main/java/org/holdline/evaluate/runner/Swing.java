package org.holdline.evaluate.runner;

/**
 * The swings of pelvis and trunk within a stride: a cubic spline through control points drawn for this runner, eight a step.
 * Each step changes the size of the swing a little and shifts the whole of it, with a memory.
 */
final class Swing {
    static final int CHANNELS = 6;
    private static final int A_STEP = 8;
    private static final int A_STRIDE = 2 * A_STEP;
    private static final int RING = 64;

    /** Each control point of a runner strays from the plain shape by this share. */
    private static final double STRAY = 0.12;

    /** Step-to-step change of size. */
    private static final double SIZE_NOISE = 0.06;

    private final double[][] shape = new double[CHANNELS][A_STRIDE];
    private final double[][] points = new double[CHANNELS][RING];
    private final TrunkTraits traits;
    private final Memory size;
    private final Memory sacrum;
    private final Memory trunk;
    private long made = -2;
    private double stepSize = 1;
    private double sacrumShift;
    private double trunkShift;

    /** Pitch, roll, yaw of the sacrum, then of the trunk, degrees. */
    final double[] deg = new double[CHANNELS];

    Swing(TrunkTraits traits, Chance chance) {
        this.traits = traits;
        size = new Memory(chance, traits.memory);
        sacrum = new Memory(chance, traits.memory);
        trunk = new Memory(chance, traits.memory);
        twoHumps(0, chance.between(0.65, 0.85), chance);
        oneTurn(1, -1, chance.between(0.08, 0.16), chance);
        oneTurn(2, 1, chance.between(-0.08, 0.08), chance);
        twoHumps(3, chance.between(0.3, 0.6), chance);
        oneTurn(4, 1, chance.between(0.10, 0.20), chance);
        oneTurn(5, -1, chance.between(-0.12, 0.12), chance);
    }

    /** Two a stride, as the tilt of a pelvis has: highest at a share of each step. */
    private void twoHumps(int channel, double peak, Chance chance) {
        double sharpness = chance.between(0.8, 1.8);
        for (int i = 0; i < A_STRIDE; i++) {
            double hump = (1 + StrictMath.cos(2 * Math.PI * ((double) i / A_STEP - peak))) / 2;
            double side = i < A_STEP ? 1 + traits.asymmetry : 1 - traits.asymmetry;
            shape[channel][i] = side * StrictMath.pow(hump, sharpness) + chance.between(-STRAY, STRAY);
        }
        scale(channel);
    }

    /** One a stride, right against left. */
    private void oneTurn(int channel, int sign, double peak, Chance chance) {
        double sharpness = chance.between(0.7, 1.4);
        for (int i = 0; i < A_STRIDE; i++) {
            double turn = StrictMath.cos(2 * Math.PI * ((double) i / A_STRIDE - peak));
            shape[channel][i] = sign * Math.signum(turn) * StrictMath.pow(Math.abs(turn), sharpness)
                    + chance.between(-STRAY, STRAY);
        }
        scale(channel);
    }

    /** Mean zero, and the spline's highest and lowest value as far apart as the traits say. */
    private void scale(int channel) {
        double[] row = shape[channel];
        double mean = 0;
        for (double value : row) {
            mean += value / A_STRIDE;
        }
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (int i = 0; i < A_STRIDE * 16; i++) {
            double at = spline(row, i / 16, (i % 16) / 16.0, A_STRIDE);
            low = Math.min(low, at);
            high = Math.max(high, at);
        }
        for (int i = 0; i < A_STRIDE; i++) {
            row[i] = (row[i] - mean) * traits.range[channel] / (high - low);
        }
    }

    /** @param length a power of two */
    private static double spline(double[] ring, long at, double u, int length) {
        double v = 1 - u;
        double before = v * v * v;
        double after = u * u * u;
        double here = 3 * after - 6 * u * u + 4;
        double next = 6 - before - after - here;
        return (before * ring[slot(at - 1, length)]
                        + here * ring[slot(at, length)]
                        + next * ring[slot(at + 1, length)]
                        + after * ring[slot(at + 2, length)])
                / 6;
    }

    private static int slot(long at, int length) {
        return (int) at & (length - 1);
    }

    /** Moves to a phase in steps; never back. */
    void advance(double phase) {
        double place = phase * A_STEP;
        long at = (long) place;
        while (made < at + 2) {
            make(made + 1);
        }
        for (int channel = 0; channel < CHANNELS; channel++) {
            deg[channel] = spline(points[channel], at, place - at, RING);
        }
    }

    private void make(long index) {
        if (slot(index, A_STEP) == 0) {
            stepSize = 1 + SIZE_NOISE * size.next();
            sacrumShift = traits.sacrumNoise * sacrum.next();
            trunkShift = traits.trunkNoise * trunk.next();
        }
        int place = slot(index, A_STRIDE);
        for (int channel = 0; channel < CHANNELS; channel++) {
            double shift = channel == 0 ? sacrumShift : channel == 3 ? trunkShift : 0;
            points[channel][slot(index, RING)] = shape[channel][place] * stepSize + shift;
        }
        made = index;
    }
}
