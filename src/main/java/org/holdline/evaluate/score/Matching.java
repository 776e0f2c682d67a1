package org.holdline.evaluate.score;

import java.util.Arrays;

/** Pairs two rising rows of instants: each with the nearest of the other that is close enough, one to one. */
final class Matching {
    private static final int NONE = -1;

    private final int[] partnerOfTrue;
    private final int[] partnerOfSaid;
    private int pairs;

    Matching(long[] trueUs, long[] saidUs, long closeUs) {
        partnerOfTrue = new int[trueUs.length];
        partnerOfSaid = new int[saidUs.length];
        Arrays.fill(partnerOfTrue, NONE);
        Arrays.fill(partnerOfSaid, NONE);
        int t = 0;
        for (int s = 0; s < saidUs.length; s++) {
            while (t + 1 < trueUs.length && Math.abs(trueUs[t + 1] - saidUs[s]) <= Math.abs(trueUs[t] - saidUs[s])) {
                t++;
            }
            if (t < trueUs.length && Math.abs(trueUs[t] - saidUs[s]) <= closeUs) {
                pair(t, s, trueUs, saidUs);
            }
        }
    }

    /** Of two that claim the same, the nearer one keeps it. */
    private void pair(int t, int s, long[] trueUs, long[] saidUs) {
        int rival = partnerOfTrue[t];
        if (rival != NONE) {
            if (Math.abs(trueUs[t] - saidUs[rival]) <= Math.abs(trueUs[t] - saidUs[s])) {
                return;
            }
            partnerOfSaid[rival] = NONE;
            pairs--;
        }
        partnerOfTrue[t] = s;
        partnerOfSaid[s] = t;
        pairs++;
    }

    /** Index of what was said of a true step, or -1. */
    int saidOf(int trueIndex) {
        return partnerOfTrue[trueIndex];
    }

    /** Index of the true step something was said of, or -1. */
    int trueOf(int saidIndex) {
        return partnerOfSaid[saidIndex];
    }

    int pairs() {
        return pairs;
    }
}
