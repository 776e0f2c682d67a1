package org.holdline.road;

import org.holdline.posture.Drill;
import org.holdline.posture.Metric;
import org.holdline.posture.Neutral;
import org.holdline.posture.Posture;
import org.holdline.posture.Separability;
import org.holdline.sample.Sample;

/**
 * Says what the road has learned whenever it has changed, so that whoever has heard every event needs to ask the road nothing: a
 * run that was cut comes to the same summary as one that ended, up to its last event.
 */
final class Learned {
    private static final int NEUTRAL_VALUES = 15;
    private static final int MOUNTING_VALUES = 8;

    private final Posture posture;
    private final Separability separability;
    private final Metric metric;
    private final Calibration calibration;
    private final Voice voice;
    private final int[] neutralSaid = new int[NEUTRAL_VALUES];
    private final int[] mountingSaid = new int[MOUNTING_VALUES];
    private boolean begun;
    private boolean changed;
    private int slot;
    private int saidMPerH;
    private int saidMilliPct;

    Learned(Posture posture, Separability separability, Metric metric, Calibration calibration, Voice voice) {
        this.posture = posture;
        this.separability = separability;
        this.metric = metric;
        this.calibration = calibration;
        this.voice = voice;
    }

    /** With the first sample: says everything, so that the first event is as old as the run. */
    void begin(Sample first) {
        look(first.timeUs);
        belt(first);
        begun = true;
    }

    /** Says what is not as it was when it was said last. */
    void look(long timeUs) {
        boolean all = !begun;
        if (neutralChanged() || all) {
            voice.neutral(timeUs, posture);
        }
        if (mountingChanged() || all) {
            voice.mounting(timeUs, posture, metric, separability, calibration);
        }
    }

    /** The belt of a sample. */
    void belt(Sample sample) {
        if (!begun || sample.speedMPerH != saidMPerH || sample.inclineMilliPct != saidMilliPct) {
            saidMPerH = sample.speedMPerH;
            saidMilliPct = sample.inclineMilliPct;
            voice.belt(sample.timeUs, saidMPerH, saidMilliPct);
        }
    }

    private boolean neutralChanged() {
        changed = false;
        slot = 0;
        Neutral neutral = posture.neutral();
        note(neutralSaid, neutral.kind().ordinal());
        note(neutralSaid, neutral.steps());
        note(neutralSaid, neutral.centreMdeg());
        note(neutralSaid, neutral.spreadMdeg());
        note(neutralSaid, posture.bandMdeg());
        note(neutralSaid, neutral.baselineOffsetMdeg());
        note(neutralSaid, neutral.offsetNoiseMdeg());
        note(neutralSaid, neutral.check().ordinal());
        note(neutralSaid, neutral.speedMPerH());
        note(neutralSaid, neutral.inclineMilliPct());
        Drill drill = posture.drill();
        note(neutralSaid, drill.outcome().ordinal());
        note(neutralSaid, drill.movements());
        note(neutralSaid, drill.rangeMdeg());
        note(neutralSaid, drill.middleMdeg());
        note(neutralSaid, drill.tuckedMdeg());
        return changed;
    }

    private boolean mountingChanged() {
        changed = false;
        slot = 0;
        note(mountingSaid, posture.isMountedAsAsked() ? 1 : 0);
        note(mountingSaid, posture.lowerMount().hasStand() ? 1 : 0);
        note(mountingSaid, posture.lowerMount().isFromBends() ? 1 : 0);
        note(mountingSaid, posture.lowerMount().way().ordinal());
        note(mountingSaid, posture.upperMount().way().ordinal());
        note(mountingSaid, posture.isSwapped() ? 1 : 0);
        note(mountingSaid, separability.accuracyPct());
        note(mountingSaid, separability.lowerPct());
        return changed;
    }

    private void note(int[] said, int value) {
        changed |= said[slot] != value;
        said[slot++] = value;
    }
}
