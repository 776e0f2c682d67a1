package org.holdline.evaluate.score;

import java.util.ArrayList;
import java.util.List;
import org.holdline.cue.CueOutput;
import org.holdline.evaluate.runner.TreadmillRunner;
import org.holdline.evaluate.runner.Worn;
import org.holdline.posture.ClipState;
import org.holdline.report.Pattern;
import org.holdline.report.Summary;
import org.holdline.report.Tally;
import org.holdline.ring.Ring;
import org.holdline.road.Event;
import org.holdline.road.Inbox;
import org.holdline.road.Road;
import org.holdline.road.RoadParams;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;

/** One runner along the road, cues and all, on the calling thread. */
final class RoadRun {
    private static final int EVENT_SLOTS = 64;

    private final long seed;
    private final Placement placement;
    private final TreadmillRunner runner;
    private final Ring<Event> ring = new Ring<>(EVENT_SLOTS, Event::new);
    private final Road road;
    private final Tally tally;
    private final List<Heard.Found> found = new ArrayList<>();
    private final List<Heard.Said> verdicts = new ArrayList<>();
    private final List<Long> cuesUs = new ArrayList<>();
    private final List<Long> jumpsSaidUs = new ArrayList<>();

    RoadRun(long seed, Placement placement, RoadParams params, Worn worn) {
        this.seed = seed;
        this.placement = placement;
        runner = new TreadmillRunner(seed, placement, worn);
        CueOutput felt = new CueOutput() {
            @Override
            public void pulse(long timeUs, int pulseMs) {
                runner.feelCue(timeUs, pulseMs);
            }

            @Override
            public void off() {}
        };
        road = new Road(params, runner.info(), felt, new Inbox(), List.of(ring), List.of());
        tally = new Tally(runner.info());
    }

    Heard run() {
        Sample sample = new Sample();
        while (runner.next(sample)) {
            road.accept(sample);
            drain();
        }
        road.end();
        drain();
        Summary summary = tally.summary(new Tally.Reading(0, ring.lostTotal(), null));
        return new Heard(
                seed,
                runner.scenario(),
                placement,
                runner.steps(),
                found,
                verdicts,
                cuesUs,
                new Heard.Moves(runner.jumpUs(), jumpsSaidUs),
                summary.patterns().stream().map(Pattern::name).toList());
    }

    private void drain() {
        for (Event event = ring.peek(); event != null; event = ring.peek()) {
            tally.add(event);
            keep(event);
            ring.release();
        }
    }

    private void keep(Event event) {
        switch (event.kind) {
            case STEP -> {
                if (event.running) {
                    found.add(new Heard.Found(event.timeUs, event.toeOffUs, event.cadenceDspm));
                }
            }
            case VERDICT -> verdicts.add(new Heard.Said(event.timeUs, event.reason.isJudged(), event.over));
            case CUE -> cuesUs.add(event.timeUs);
            case REFERENCE -> {
                if (event.clipState == ClipState.JUMPED) {
                    jumpsSaidUs.add(event.timeUs);
                }
            }
            case STATE, SUPPRESSED, LINK, ACT, BAND, NEUTRAL, MOUNTING, BELT -> {}
        }
    }
}
