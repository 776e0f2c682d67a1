package org.holdline.report;

import org.holdline.posture.ClipState;
import org.holdline.road.Event;
import org.holdline.sample.Placement;
import org.jspecify.annotations.Nullable;

/** What the stands of a run, and sudden turns in it, say of the clips. */
final class Seat {
    private static final long NEVER = Long.MIN_VALUE;

    private final Placement placement;
    private long lastRunningUs = NEVER;
    private long lastStandUs = NEVER;
    private int stands;
    private int jumps;
    private boolean movedBefore;
    private boolean lastMoved;
    private int lastStandMdeg;
    private int largestMdeg;
    private int referenceMdeg;
    private ClipState state = ClipState.SEATED;

    Seat(Placement placement) {
        this.placement = placement;
    }

    void ran(long timeUs) {
        lastRunningUs = timeUs;
    }

    /** A verdict carries the reference as it was then. */
    void judged(Event event) {
        referenceMdeg = event.referenceMdeg;
    }

    void reference(Event event) {
        state = event.clipState;
        referenceMdeg = event.referenceMdeg;
        if (!event.byStand) {
            jumps += state == ClipState.JUMPED ? 1 : 0;
            // Steps have spoken against the stand.
            lastMoved &= event.standMoved;
            return;
        }
        if (lastRunningUs > lastStandUs) {
            stands++;
            // What one clip reads of a lean on the rails is no move; of a closing stand it is as likely as not.
            movedBefore |= placement.isDual() && lastMoved;
        }
        lastStandUs = event.timeUs;
        lastMoved = event.standMoved;
        lastStandMdeg = event.standMdeg;
        if (Math.abs(lastStandMdeg) > Math.abs(largestMdeg)) {
            largestMdeg = lastStandMdeg;
        }
    }

    private boolean hasClosingStand() {
        return stands > 0 && lastStandUs > lastRunningUs;
    }

    Summary.Clip closed() {
        boolean closing = hasClosingStand();
        boolean moved = movedBefore || (lastMoved && (placement.isDual() || closing)) || jumps > 0;
        return new Summary.Clip(
                state,
                stands,
                closing,
                closing ? degrees(lastStandMdeg) : null,
                stands == 0 ? null : degrees(largestMdeg),
                jumps,
                moved,
                referenceMdeg / 1e3);
    }

    private static @Nullable Double degrees(int mdeg) {
        return mdeg / 1e3;
    }
}
