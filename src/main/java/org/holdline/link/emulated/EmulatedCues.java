package org.holdline.link.emulated;

import org.holdline.link.wire.ClipTime;
import org.holdline.link.wire.Codes.ErrorCode;
import org.holdline.link.wire.CueEnd;
import org.holdline.link.wire.CueRequest;
import org.holdline.link.wire.MessageType;
import org.holdline.link.wire.Protocol;
import org.jspecify.annotations.Nullable;

/** Cues: which are refused, when the motor runs, and what is told of it. */
final class EmulatedCues {
    private static final long MS = 1000;

    private final EmulatedMotor motor = new EmulatedMotor();
    private final ClipBody body;
    private long played;
    private long refused;
    private long cuts;

    EmulatedCues(ClipBody body) {
        this.body = body;
    }

    boolean isPlaying() {
        return motor.isPlaying();
    }

    /** When the cue that plays is over. */
    long toUs() {
        return motor.toUs();
    }

    long played() {
        return played;
    }

    long refused() {
        return refused;
    }

    /** Cues the clip ended by itself. */
    long cuts() {
        return cuts;
    }

    void cut() {
        cuts++;
    }

    /** Counts a refusal, or plays the cue and answers null. */
    @Nullable
    Refusal start(CueRequest asked, boolean charging, EmulatedButton button, long nowUs) {
        Refusal refusal = refusal(asked, charging, button, nowUs);
        if (refusal != null) {
            refused++;
            return refusal;
        }
        motor.play(asked.txn(), asked.durationMs(), nowUs);
        played++;
        body.motorOn(asked.durationMs());
        return null;
    }

    private @Nullable Refusal refusal(CueRequest asked, boolean charging, EmulatedButton button, long nowUs) {
        int outOfRange = Ranges.of(asked);
        if (outOfRange != Ranges.FINE) {
            return refusal(asked, ErrorCode.RANGE, outOfRange);
        }
        int ageUs = ClipTime.betweenUs(asked.issuedUs(), (int) nowUs);
        long usedUs = motor.usedUs(nowUs);
        if (charging) {
            return refusal(asked, ErrorCode.CHARGING, 0);
        }
        if (button.isMuted() || button.isUndecided()) {
            return refusal(asked, ErrorCode.MUTED, 0);
        }
        if (ageUs < -Protocol.MAX_CUE_LEAD_MS * MS) {
            return refusal(asked, ErrorCode.CUE_EARLY, -ageUs);
        }
        if (ageUs > asked.ttlMs() * MS) {
            return refusal(asked, ErrorCode.CUE_LATE, ageUs);
        }
        if (motor.isPlaying()) {
            return refusal(asked, ErrorCode.CUE_ACTIVE, Math.ceilDiv(motor.toUs() - nowUs, MS));
        }
        if (usedUs + asked.durationMs() * MS > Protocol.CUE_WINDOW_MAX_MS * MS) {
            return refusal(asked, ErrorCode.CUE_DUTY, Math.ceilDiv(usedUs, MS));
        }
        return null;
    }

    private static Refusal refusal(CueRequest asked, int code, long detail) {
        return new Refusal(asked.txn(), MessageType.CUE, code, detail);
    }

    /** Cue time in the window, the cue that has just begun included whole, ms rounded up. */
    int usedMs(long nowUs) {
        return (int) Math.ceilDiv(motor.usedUs(nowUs) + motor.toUs() - motor.fromUs(), MS);
    }

    /** Motor off, if it was on. */
    boolean stop(int reason, long nowUs) {
        if (!motor.isPlaying()) {
            return false;
        }
        motor.stop(nowUs);
        body.motorOff(reason, playedMs(nowUs));
        return true;
    }

    /** Of the cue that has just ended. */
    void write(CueEnd ended, int reason, long nowUs) {
        ended.setCueTxn(motor.txn());
        ended.setEndedUs((int) nowUs);
        ended.setPlayedMs(playedMs(nowUs));
        ended.setReason(reason);
    }

    private int playedMs(long nowUs) {
        return (int) ((nowUs - motor.fromUs()) / MS);
    }
}
