package org.holdline.session.belt;

import java.util.Arrays;
import org.holdline.gait.Figures;
import org.holdline.road.Event;
import org.holdline.sample.Sample;
import org.jspecify.annotations.Nullable;

/** Counts the events of one part of a run. */
final class PartTally {
    private final Values runningCadence = new Values();
    private final Values walkingCadence = new Values();
    private final Values contact = new Values();
    private final Values rise = new Values();
    private final Values stance = new Values();
    private final Values peak = new Values();
    private final Values deviation = new Values();
    private final Values confidence = new Values();
    private int steps;
    private int runningSteps;
    private int over;
    private @Nullable Integer thresholdMdeg;
    private double judgedM;
    private double overDegS;
    private double exposureDegG;
    private int cues;
    private int suppressed;

    void step(Event event) {
        steps++;
        if (event.cadenceDspm > 0) {
            (event.running ? runningCadence : walkingCadence).add(event.cadenceDspm);
        }
        if (!event.running) {
            return;
        }
        runningSteps++;
        contact.add(event.contactMs);
        if (event.stanceMg >= 0) {
            stance.add(event.stanceMg);
        }
        if (event.peakMg >= 0) {
            peak.add(event.peakMg);
        }
        if (event.riseMm != Figures.NONE) {
            rise.add(event.riseMm);
        }
    }

    /**
     * A verdict that judged.
     *
     * @param intervalUs since the one before, a second at most
     * @param stanceMg of its step, or -1
     */
    void judged(Event event, long intervalUs, int stanceMg) {
        deviation.add(event.deviationMdeg);
        confidence.add(event.confidence);
        thresholdMdeg = event.thresholdMdeg;
        judgedM += event.speedMPerH == Sample.UNKNOWN ? Double.NaN : event.speedMPerH / 3.6e9 * intervalUs;
        if (event.over) {
            over++;
            double beyondDeg = (event.deviationMdeg - event.thresholdMdeg) / 1e3;
            overDegS += beyondDeg * (intervalUs / 1e6);
            exposureDegG += stanceMg < 0 ? 0 : Math.max(0, beyondDeg) * stanceMg / 1e3;
        }
    }

    void cue() {
        cues++;
    }

    void suppressed() {
        suppressed++;
    }

    Part closed() {
        return new Part(
                steps,
                new Part.Gait(
                        runningSteps,
                        (runningCadence.count > 0 ? runningCadence : walkingCadence).median(),
                        contact.median(),
                        rise.median(),
                        stance.median(),
                        peak.median()),
                deviation.count,
                over,
                judgedM,
                overDegS,
                exposureDegG,
                new Part.Posture(deviation.median(), thresholdMdeg, confidence.median()),
                cues,
                suppressed);
    }

    /** Whole numbers, for their median. */
    private static final class Values {
        private int[] values = new int[4];
        private int count;

        void add(int value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
            }
            values[count++] = value;
        }

        @Nullable
        Integer median() {
            Arrays.sort(values, 0, count);
            return count == 0 ? null : values[count / 2];
        }
    }
}
