package org.holdline.clip.virtual;

import java.util.Arrays;

/**
 * A quantity that moves from target to target along fifth-order curves.
 *
 * <p>A move may begin while another is under way: it takes over with the value, rate and acceleration of that instant, so
 * the whole stays twice differentiable and never strays far beyond its targets. Evaluated at instants that never go back.
 */
final class Course {
    private double beginS;
    private double lengthS = 1;
    private double target;
    private final double[] coefficient = new double[6];

    private int pending;
    private double[] pendingBeginS = new double[4];
    private double[] pendingLengthS = new double[4];
    private double[] pendingTarget = new double[4];

    private final Jet atTakeover = new Jet();

    Course(double initial) {
        target = initial;
        coefficient[0] = initial;
        beginS = Double.NEGATIVE_INFINITY;
    }

    /** Where all moves ordered so far end. */
    double target() {
        return pending == 0 ? target : pendingTarget[pending - 1];
    }

    /** Orders a move; it begins no earlier than the last instant evaluated, or the value would jump. */
    void moveTo(double newTarget, double newBeginS, double newLengthS) {
        if (pending == pendingTarget.length) {
            pendingBeginS = Arrays.copyOf(pendingBeginS, 2 * pending);
            pendingLengthS = Arrays.copyOf(pendingLengthS, 2 * pending);
            pendingTarget = Arrays.copyOf(pendingTarget, 2 * pending);
        }
        int at = pending;
        for (; at > 0 && pendingBeginS[at - 1] > newBeginS; at--) {
            pendingBeginS[at] = pendingBeginS[at - 1];
            pendingLengthS[at] = pendingLengthS[at - 1];
            pendingTarget[at] = pendingTarget[at - 1];
        }
        pendingBeginS[at] = newBeginS;
        pendingLengthS[at] = newLengthS;
        pendingTarget[at] = newTarget;
        pending++;
    }

    void evaluate(double timeS, Jet out) {
        while (pending > 0 && pendingBeginS[0] <= timeS) {
            takeOver();
        }
        follow(timeS, out);
    }

    private void takeOver() {
        follow(pendingBeginS[0], atTakeover);
        beginS = pendingBeginS[0];
        lengthS = pendingLengthS[0];
        target = pendingTarget[0];
        pending--;
        System.arraycopy(pendingBeginS, 1, pendingBeginS, 0, pending);
        System.arraycopy(pendingLengthS, 1, pendingLengthS, 0, pending);
        System.arraycopy(pendingTarget, 1, pendingTarget, 0, pending);

        // Fifth-order Hermite: value, rate and acceleration at the start, the target at rest at the end.
        double change = target - atTakeover.value;
        double rate = atTakeover.rate * lengthS;
        double accel = atTakeover.accel * lengthS * lengthS;
        coefficient[0] = atTakeover.value;
        coefficient[1] = rate;
        coefficient[2] = 0.5 * accel;
        coefficient[3] = 10 * change - 6 * rate - 1.5 * accel;
        coefficient[4] = -15 * change + 8 * rate + 1.5 * accel;
        coefficient[5] = 6 * change - 3 * rate - 0.5 * accel;
    }

    private void follow(double timeS, Jet out) {
        out.clear();
        double u = (timeS - beginS) / lengthS;
        if (u >= 1) {
            out.add(target);
            return;
        }
        double value = 0;
        double slope = 0;
        double curvature = 0;
        for (int i = 5; i >= 0; i--) {
            curvature = curvature * u + 2 * slope;
            slope = slope * u + value;
            value = value * u + coefficient[i];
        }
        out.add(value, slope / lengthS, curvature / (lengthS * lengthS), 1);
    }

    /** Adds change x (10 u^3 - 15 u^4 + 6 u^5): rate and acceleration vanish at both ends. */
    static void addSmoothStep(double u, double lengthS, double change, Jet out) {
        double rest = 1 - u;
        out.add(
                u * u * u * (10 - 15 * u + 6 * u * u),
                30 * u * u * rest * rest / lengthS,
                60 * u * rest * (1 - 2 * u) / (lengthS * lengthS),
                change);
    }
}
