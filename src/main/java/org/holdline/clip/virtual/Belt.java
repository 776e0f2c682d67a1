package org.holdline.clip.virtual;

import java.util.Arrays;

/** The treadmill: speed and incline as a function of time, and as its console shows them. */
final class Belt {
    /** Time the belt takes from one speed or incline to another, s. */
    static final double RAMP_S = 3;

    /** A console shows steps of 0.1 km/h and 0.1 %. */
    private static final double SPEED_STEP_KMH = 0.1;

    private static final double INCLINE_STEP_PCT = 0.1;

    private final VirtualScript script;
    private double[] speedAtStartKmh;
    private double[] inclineAtStartPct;
    private int known;

    Belt(VirtualScript script) {
        this.script = script;
        int parts = script.parts().size();
        speedAtStartKmh = new double[parts];
        inclineAtStartPct = new double[parts];
        speedAtStartKmh[0] = script.parts().getFirst().speedKmh();
        inclineAtStartPct[0] = script.parts().getFirst().inclinePct();
        known = 1;
    }

    /** Works out how fast and steep the belt is when a part begins; an open script may have grown. */
    private void know(int part) {
        if (part >= speedAtStartKmh.length) {
            speedAtStartKmh = Arrays.copyOf(speedAtStartKmh, 2 * part);
            inclineAtStartPct = Arrays.copyOf(inclineAtStartPct, 2 * part);
        }
        for (; known <= part; known++) {
            speedAtStartKmh[known] = speedKmh(known - 1, script.startS(known));
            inclineAtStartPct[known] = inclinePct(known - 1, script.startS(known));
        }
    }

    double speedKmh(double timeS) {
        return speedKmh(script.indexAt(timeS), timeS);
    }

    double inclinePct(double timeS) {
        return inclinePct(script.indexAt(timeS), timeS);
    }

    private double speedKmh(int part, double timeS) {
        know(part);
        double before = speedAtStartKmh[part];
        return before + (script.parts().get(part).speedKmh() - before) * ramp(part, timeS);
    }

    private double inclinePct(int part, double timeS) {
        know(part);
        double before = inclineAtStartPct[part];
        return before + (script.parts().get(part).inclinePct() - before) * ramp(part, timeS);
    }

    private double ramp(int part, double timeS) {
        return Math.clamp((timeS - script.startS(part)) / RAMP_S, 0.0, 1.0);
    }

    int shownSpeedMPerH(double timeS) {
        return (int) Math.round(speedKmh(timeS) / SPEED_STEP_KMH) * 100;
    }

    int shownInclineMilliPct(double timeS) {
        return (int) Math.round(inclinePct(timeS) / INCLINE_STEP_PCT) * 100;
    }
}
