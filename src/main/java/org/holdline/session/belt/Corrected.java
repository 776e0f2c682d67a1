package org.holdline.session.belt;

import java.util.ArrayList;
import java.util.List;
import org.holdline.posture.NeutralKind;
import org.holdline.report.Summary;
import org.holdline.report.Tally;
import org.holdline.road.Event;
import org.holdline.sample.Phase;
import org.holdline.sample.Sample;
import org.holdline.session.BeltSpan;
import org.holdline.session.KeptRun;
import org.jspecify.annotations.Nullable;

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
        List<Event> events = new ArrayList<>(run.events().size());
        for (Event event : run.events()) {
            Event copy = new Event();
            copy.copyFrom(event);
            if (event.kind == Event.Kind.STEP || event.kind == Event.Kind.VERDICT) {
                copy.speedMPerH = Belt.at(spans, event.timeUs - startUs).speedMPerH();
            }
            events.add(copy);
        }
        KeptRun moved = new KeptRun(run.facts(), events, run.summary(), spans, run.ending());
        return new KeptRun(run.facts(), events, summary(moved), spans, run.ending());
    }

    /** The old summary with the figures that rest on the speed. */
    private static Summary summary(KeptRun run) {
        Summary old = run.summary();
        Tally tally = new Tally(run.facts().info());
        run.events().forEach(tally::add);
        Summary counted = tally.summary(
                neutral(run),
                old.mounting(),
                old.sensors(),
                new Tally.Signal(
                        Math.round(old.durationS() * 1e6),
                        old.samples(),
                        old.gaps(),
                        old.missingSamples(),
                        old.stuckSamples(),
                        old.saturatedSamples(),
                        old.droppedPartialLines(),
                        old.lostEvents(),
                        old.fault()));
        // Blocks without cues are counted by steps, not by speed: what they decided holds.
        return counted.with(old.retention());
    }

    private static Summary.Neutral neutral(KeptRun run) {
        Summary.Neutral old = run.summary().neutral();
        long learnedUs = learnedUs(run.events(), old.kind());
        if (learnedUs == Long.MIN_VALUE) {
            return old;
        }
        BeltSpan span = Belt.at(run.belt(), learnedUs - Walk.startUs(run));
        Summary.Basis basis = old.basis();
        return new Summary.Neutral(
                old.kind(),
                old.steps(),
                old.centreDeg(),
                old.thresholdDeg(),
                old.baselineOffsetDeg(),
                new Summary.Basis(
                        basis.check(),
                        basis.offsetNoiseDeg(),
                        thousandths(span.speedMPerH()),
                        thousandths(span.inclineMilliPct()),
                        basis.drill()));
    }

    private static @Nullable Double thousandths(int value) {
        return value == Sample.UNKNOWN ? null : value / 1e3;
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
                case CUE, SUPPRESSED, LINK, ACT, REFERENCE, BAND -> {}
            }
        }
        return learnedUs;
    }
}
