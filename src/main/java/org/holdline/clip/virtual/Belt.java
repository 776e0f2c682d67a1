package org.holdline.clip.virtual;

/** The treadmill: speed and incline as a function of time, and as its console shows them. */
final class Belt {
    /** Time the belt takes from one speed or incline to another, s. */
    static final double RAMP_S = 3;

    /** A console shows steps of 0.1 km/h and 0.1 %. */
    private static final double SPEED_STEP_KMH = 0.1;

    private static final double INCLINE_STEP_PCT = 0.1;

    private final VirtualScript script;

    Belt(VirtualScript script) {
        this.script = script;
    }

    double speedKmh(double timeS) {
        int i = script.indexAt(timeS);
        double now = script.parts().get(i).speedKmh();
        double before = i == 0 ? now : script.parts().get(i - 1).speedKmh();
        return before + (now - before) * ramp(i, timeS);
    }

    double inclinePct(double timeS) {
        int i = script.indexAt(timeS);
        double now = script.parts().get(i).inclinePct();
        double before = i == 0 ? now : script.parts().get(i - 1).inclinePct();
        return before + (now - before) * ramp(i, timeS);
    }

    private double ramp(int index, double timeS) {
        return Math.clamp((timeS - script.startS(index)) / RAMP_S, 0.0, 1.0);
    }

    int shownSpeedMPerH(double timeS) {
        return (int) Math.round(speedKmh(timeS) / SPEED_STEP_KMH) * 100;
    }

    int shownInclineMilliPct(double timeS) {
        return (int) Math.round(inclinePct(timeS) / INCLINE_STEP_PCT) * 100;
    }
}
