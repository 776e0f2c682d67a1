package org.holdline.clip.virtual;

import java.util.Arrays;

/**
 * A quantity that moves from target to target in smooth S-shaped transitions.
 *
 * <p>Transitions add up, so one may begin while another is under way and the sum stays twice differentiable. Evaluated at
 * instants that never go back.
 */
final class Course {
    private double settled;
    private double target;
    private double[] startS = new double[8];
    private double[] lengthS = new double[8];
    private double[] change = new double[8];
    private int open;

    Course(double initial) {
        settled = initial;
        target = initial;
    }

    /** Value after all transitions ordered so far. */
    double target() {
        return target;
    }

    /** Orders a transition; it begins no earlier than the last instant evaluated, or the value would jump. */
    void moveTo(double value, double beginS, double durationS) {
        double delta = value - target;
        if (delta == 0) {
            return;
        }
        if (open == change.length) {
            startS = Arrays.copyOf(startS, 2 * open);
            lengthS = Arrays.copyOf(lengthS, 2 * open);
            change = Arrays.copyOf(change, 2 * open);
        }
        startS[open] = beginS;
        lengthS[open] = durationS;
        change[open] = delta;
        open++;
        target = value;
    }

    void evaluate(double timeS, Jet out) {
        out.clear();
        int kept = 0;
        for (int i = 0; i < open; i++) {
            double u = (timeS - startS[i]) / lengthS[i];
            if (u >= 1) {
                settled += change[i];
                continue;
            }
            if (u > 0) {
                addSmoothStep(u, lengthS[i], change[i], out);
            }
            startS[kept] = startS[i];
            lengthS[kept] = lengthS[i];
            change[kept] = change[i];
            kept++;
        }
        open = kept;
        out.add(settled);
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
