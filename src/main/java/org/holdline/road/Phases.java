package org.holdline.road;

import org.holdline.gait.GaitKind;
import org.holdline.sample.Phase;
import org.jspecify.annotations.Nullable;

/** Which part of the run it is: as marked, or, until a first marker comes, as the legs and the neutral say. */
final class Phases {
    private Phase current = Phase.STAND;
    private Phase previous = Phase.STAND;
    private long sinceUs = Long.MIN_VALUE;
    private boolean marked;
    private boolean renewing;

    /** A marker; null and the current phase change nothing. True when the phase changed. */
    boolean mark(@Nullable Phase phase, long timeUs) {
        if (phase == null) {
            return false;
        }
        marked = true;
        renewing = false;
        return enter(phase, timeUs);
    }

    /** Without markers: what the gait says. Once the cued run has begun it lasts, whatever pauses it holds. */
    boolean follow(GaitKind gait, boolean neutralKnown, long timeUs) {
        if (marked || current == Phase.RUN || renewing) {
            return false;
        }
        return enter(
                switch (gait) {
                    case STAND -> Phase.STAND;
                    case WALK -> Phase.WALK;
                    case RUN -> neutralKnown ? Phase.RUN : Phase.BASELINE;
                },
                timeUs);
    }

    /** The runner asks for a new neutral in the middle of the run. True when the phase changed. */
    boolean renew(long timeUs) {
        renewing = current == Phase.RUN;
        return renewing && enter(Phase.NEUTRAL, timeUs);
    }

    /** A neutral asked for in the run is full: the run goes on. */
    void resume(long timeUs) {
        renewing = false;
        enter(Phase.RUN, timeUs);
    }

    boolean isRenewing() {
        return renewing;
    }

    private boolean enter(Phase phase, long timeUs) {
        if (phase == current) {
            return false;
        }
        previous = current;
        current = phase;
        sinceUs = timeUs;
        return true;
    }

    Phase current() {
        return current;
    }

    /** Phase at an instant no older than the phase before the current one. */
    Phase at(long timeUs) {
        return timeUs >= sinceUs ? current : previous;
    }

    long sinceUs() {
        return sinceUs;
    }

    boolean isMarked() {
        return marked;
    }
}
