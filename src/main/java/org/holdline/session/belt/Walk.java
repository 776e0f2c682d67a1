package org.holdline.session.belt;

import java.util.Comparator;
import java.util.List;
import org.holdline.road.Event;
import org.holdline.road.Watch;
import org.holdline.sample.Phase;
import org.holdline.session.KeptRun;

/** Goes through a run once, part by part. One thread. */
public final class Walk {
    private static final long MAX_STEP_US = 1_000_000;

    private final List<Event> events;
    private final long startUs;
    private int next;
    private long lastVerdictUs = Long.MIN_VALUE / 2;
    private long lastStepUs = Long.MIN_VALUE;
    private int lastStanceMg = -1;
    private Watch watch = Watch.NO_SIGNAL;
    private Phase phase = Phase.STAND;

    public Walk(KeptRun run) {
        // The road tells a step after the foot has left the ground: its instant may lie before that of the event it
        // follows.
        events = run.events().stream()
                .sorted(Comparator.comparingLong(event -> event.timeUs))
                .toList();
        startUs = startUs(run);
    }

    /** The first sample's instant on the stream's clock: the first event comes with it. */
    static long startUs(KeptRun run) {
        return run.events().isEmpty() ? 0 : run.events().getFirst().timeUs;
    }

    /**
     * The part from where the last one ended until an instant, which is left out.
     *
     * @param toUs since the first sample; {@link Long#MAX_VALUE} for all that is left
     */
    public Part until(long toUs) {
        PartTally tally = new PartTally();
        while (next < events.size() && events.get(next).timeUs - startUs < toUs) {
            take(events.get(next++), tally);
        }
        return tally.closed();
    }

    private void take(Event event, PartTally tally) {
        switch (event.kind) {
            case STEP -> {
                lastStepUs = event.timeUs;
                lastStanceMg = event.stanceMg;
                tally.step(event);
            }
            case VERDICT -> {
                if (event.reason.isJudged()) {
                    long intervalUs = Math.min(event.timeUs - lastVerdictUs, MAX_STEP_US);
                    lastVerdictUs = event.timeUs;
                    tally.judged(event, intervalUs, event.timeUs == lastStepUs ? lastStanceMg : -1);
                }
            }
            case CUE -> tally.cue();
            case SUPPRESSED -> tally.suppressed();
            case STATE -> {
                watch = event.watch;
                phase = event.phase;
            }
            case LINK, ACT, REFERENCE, BAND, NEUTRAL, MOUNTING, BELT -> {}
        }
    }

    /** What the road was doing at the end of the last part. */
    public Watch watch() {
        return watch;
    }

    /** The phase at the end of the last part. */
    public Phase phase() {
        return phase;
    }
}
