package org.holdline.road;

import org.holdline.cue.CuePolicy;
import org.holdline.gait.GaitKind;
import org.holdline.gait.Step;
import org.holdline.posture.Posture;
import org.holdline.posture.Reason;
import org.holdline.sample.Phase;

/** What the road does with the runner's posture at an instant, and why when it does not watch: the first that holds. */
final class Outlook {
    private final Calibration calibration;
    private final Posture posture;
    private final CuePolicy policy;
    private final Quality quality;
    private Watch lastQuality = Watch.WATCHING;

    Outlook(Calibration calibration, Posture posture, CuePolicy policy, Quality quality) {
        this.calibration = calibration;
        this.posture = posture;
        this.policy = policy;
        this.quality = quality;
    }

    /** A step of the cued run was judged. */
    void judged(Reason reason, Step step) {
        lastQuality = switch (reason) {
            case LOW_QUALITY -> step.runningStepsBefore >= 2 ? Watch.LOW_QUALITY : lastQuality;
            case CLIP_MOVED -> Watch.CLIP_MOVED;
            case WITHIN, OVER, BRIEF, HOLDING, LEARNING, WALKING -> Watch.WATCHING;
        };
    }

    Watch at(long timeUs, GaitKind gait, Phase phase, boolean muted) {
        if (phase == Phase.END) {
            return Watch.ENDED;
        }
        if (quality.isStuck()) {
            return Watch.NO_SIGNAL;
        }
        if (!posture.reference().state().isJudged()) {
            return Watch.CLIP_MOVED;
        }
        if (gait == GaitKind.STAND) {
            return Watch.STANDING;
        }
        if (gait == GaitKind.WALK) {
            return Watch.WALKING;
        }
        if (!posture.neutral().isKnown() || phase == Phase.BASELINE || phase == Phase.NEUTRAL) {
            return Watch.LEARNING;
        }
        if (phase != Phase.RUN) {
            return Watch.NOT_RUN;
        }
        if (!calibration.mayCue()) {
            return Watch.NO_PROFILE;
        }
        if (muted) {
            return Watch.MUTED;
        }
        if (!posture.isMountedAsAsked()) {
            return Watch.MOUNTING;
        }
        if (lastQuality != Watch.WATCHING) {
            return lastQuality;
        }
        if (!policy.mayCue()) {
            return Watch.NOT_SEPARABLE;
        }
        return silence(timeUs);
    }

    private Watch silence(long timeUs) {
        if (policy.isSettling(timeUs)) {
            return Watch.SETTLING;
        }
        if (policy.isAfterPause(timeUs)) {
            return Watch.PAUSED;
        }
        if (policy.isResting(timeUs)) {
            return Watch.RESTING;
        }
        if (policy.isHalfHourFull(timeUs)) {
            return Watch.ENOUGH;
        }
        return policy.isProbe(timeUs) ? Watch.PROBE : Watch.WATCHING;
    }
}
