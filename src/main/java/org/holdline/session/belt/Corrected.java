package org.holdline.session.belt;

import java.util.ArrayList;
import java.util.List;
import org.holdline.posture.NeutralKind;
import org.holdline.report.Summary;
import org.holdline.report.Tally;
import org.holdline.road.Event;
import org.holdline.sample.Phase;
import org.holdline.session.BeltSpan;
import org.holdline.session.KeptRun;

/**
 * A run with another belt. What the run did at the time (cues, and silences after a change of speed) stays as it was; what is
 * reckoned from the speed is reckoned anew: steps over per kilometre, half of a planned distance and what comes after it, the
 * patterns, the belt of the neutral.
 */
public final class Corrected {
    private Corrected() {}

    /**
     * The same run on this belt; the one given is left as it is.
     *
     * @param belt spans as {@link KeptRun#belt}, none for an unknown speed
     * @throws IllegalArgumentException when they are not in order or beyond what belts do
     */
    public static KeptRun of(KeptRun run, List<BeltSpan> belt) {
        List<BeltSpan> spans = Belt.checked(belt);
        long startUs = Walk.startUs(run);
        long learnedUs = learnedUs(run.events(), run.summary().neutral().kind());
        List<Event> events = new ArrayList<>(run.events().size());
        for (Event event : run.events()) {
            Event copy = new Event();
            copy.copyFrom(event);
            switch (event.kind) {
                case STEP, VERDICT ->
                    copy.speedMPerH = Belt.at(spans, event.timeUs - startUs).speedMPerH();
                case BELT -> put(copy, Belt.at(spans, event.timeUs - startUs));
                case NEUTRAL -> {
                    // One that another run has brought keeps the belt of that run.
                    if (event.neutral == run.summary().neutral().kind() && learnedUs != Long.MIN_VALUE) {
                        put(copy, Belt.at(spans, learnedUs - startUs));
                    }
                }
                case STATE, CUE, SUPPRESSED, LINK, ACT, REFERENCE, BAND, MOUNTING -> {}
            }
            events.add(copy);
        }
        return new KeptRun(run.facts(), events, summary(run, events), spans, run.ending());
    }

    private static void put(Event event, BeltSpan span) {
        event.speedMPerH = span.speedMPerH();
        event.inclineMilliPct = span.inclineMilliPct();
    }

    /** The old summary with the figures that rest on the speed. */
    private static Summary summary(KeptRun run, List<Event> events) {
        Summary old = run.summary();
        Tally tally = new Tally(run.facts().info());
        events.forEach(tally::add);
        // Blocks without cues are counted by steps, not by speed: what they decided holds.
        return tally.summary(new Tally.Reading(old.droppedPartialLines(), old.lostEvents(), old.fault()))
                .with(old.retention());
    }

    /** The last step that the neutral was learned from; the smallest long for one that another run has brought. */
    private static long learnedUs(List<Event> events, NeutralKind kind) {
        long learnedUs = Long.MIN_VALUE;
        Phase phase = Phase.STAND;
        for (Event event : events) {
            switch (event.kind) {
                case STATE -> phase = event.phase;
                case STEP -> {
                    if (kind == NeutralKind.AUTOMATIC || (kind == NeutralKind.DRILL && phase == Phase.NEUTRAL)) {
                        learnedUs = event.timeUs;
                    }
                }
                case VERDICT -> {
                    if (kind == NeutralKind.AUTOMATIC && event.reason.isJudged()) {
                        return learnedUs;
                    }
                }
                case CUE, SUPPRESSED, LINK, ACT, REFERENCE, BAND, NEUTRAL, MOUNTING, BELT -> {}
            }
        }
        return learnedUs;
    }
}
