package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.holdline.clip.Clip;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.cue.CueOutput;
import org.holdline.evaluate.runner.TreadmillRunner;
import org.holdline.evaluate.runner.Worn;
import org.holdline.report.Summary;
import org.holdline.report.Tally;
import org.holdline.ring.Ring;
import org.holdline.road.Event;
import org.holdline.road.Inbox;
import org.holdline.road.Road;
import org.holdline.road.RoadParams;
import org.holdline.sample.Act;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever has heard every event knows what the road knows: a run that was cut comes to the summary it had then. */
class FoldedSummaryTest {
    private static final CueOutput NO_MOTOR = new CueOutput() {
        @Override
        public void pulse(long timeUs, int pulseMs) {}

        @Override
        public void off() {}
    };

    private final Ring<Event> ring = new Ring<>(1024, Event::new);
    private final Inbox inbox = new Inbox();
    private long samples;
    private long firstUs;
    private int kinds;

    private interface Runner {
        boolean next(Sample slot);
    }

    /** Compares after the end of every so many samples, as if the run had been cut there. */
    private void compare(String about, StreamInfo info, Runner runner, Runnable beforeEach) {
        Road road = new Road(RoadParams.defaults(), info, NO_MOTOR, inbox, List.of(ring), List.of());
        Tally tally = new Tally(info);
        Sample sample = new Sample();
        while (runner.next(sample)) {
            beforeEach.run();
            firstUs = samples == 0 ? sample.timeUs : firstUs;
            road.accept(sample);
            if (++samples % 1777 == 0) {
                road.end();
            }
            drain(tally);
            if (samples % 1777 == 0) {
                equal(about, road, tally, sample.timeUs);
            }
        }
        road.end();
        drain(tally);
        equal(about, road, tally, sample.timeUs);
        assertTrue(samples > 20_000, about + ": " + samples);
    }

    private void drain(Tally tally) {
        for (Event event = ring.peek(); event != null; event = ring.peek()) {
            kinds |= 1 << event.kind.ordinal();
            tally.add(event);
            ring.release();
        }
    }

    private void equal(String about, Road road, Tally tally, long lastUs) {
        String at = about + ", sample " + samples;
        Summary folded = tally.summary(Tally.Reading.WHOLE);
        assertEquals(RoadFindings.of(road, folded.neutral().basis().renewed()), RoadFindings.of(folded), at);
        assertEquals((lastUs - firstUs) / 1e6, folded.durationS(), 1e-9, at);
    }

    @ParameterizedTest
    @CsvSource({"DUAL, true, 1", "DUAL, false, 2", "SACRAL, true, 3", "THORACOLUMBAR, false, 4"})
    void shouldComeToWhatTheRoadKnowsWhenPeoplePressEverything(Placement placement, boolean markers, long seed) {
        VirtualClip clip = new VirtualClip(VirtualOptions.defaults()
                .withSeed(seed)
                .withPlacement(placement)
                .withMarkers(markers)
                .withDurationS(420));
        Random random = new Random(seed);
        compare(
                placement + ", seed " + seed,
                clip.info(),
                slot -> clip.poll(slot) == Clip.Answer.SAMPLE && skipped(clip, slot, random),
                () -> press(random));
        for (Event.Kind kind : List.of(Event.Kind.NEUTRAL, Event.Kind.MOUNTING, Event.Kind.BELT, Event.Kind.ACT)) {
            assertTrue((kinds & 1 << kind.ordinal()) != 0, "no " + kind);
        }
    }

    /** Now and then samples are missing. */
    private static boolean skipped(VirtualClip clip, Sample slot, Random random) {
        int lost = random.nextInt(3000) == 0 ? random.nextInt(60) : 0;
        while (lost-- > 0) {
            if (clip.poll(slot) != Clip.Answer.SAMPLE) {
                return false;
            }
        }
        return true;
    }

    private void press(Random random) {
        if (random.nextInt(4000) == 0) {
            Act[] acts = {Act.MUTE, Act.UNMUTE, Act.FLIP, Act.NEUTRAL, Act.DISAGREE, Act.DISAGREE, Act.HARD};
            inbox.act(acts[random.nextInt(acts.length)]);
        }
        if (random.nextInt(10_000) == 0) {
            inbox.speed(8000 + random.nextInt(4000));
        }
    }

    /** Hollow back and lean in turns: what one IMU at the sacrum learns of them. */
    @ParameterizedTest
    @CsvSource("5")
    void shouldComeToWhatTheRoadKnowsWhenHollowAndLeanAreShown(long seed) {
        VirtualClip clip = new VirtualClip(VirtualOptions.defaults()
                .withSeed(seed)
                .withPlacement(Placement.SACRAL)
                .withMarkers(false)
                .withDurationS(420));
        long[] polled = {0};
        compare("hollow and lean, seed " + seed, clip.info(), slot -> clip.poll(slot) == Clip.Answer.SAMPLE, () -> {
            if (++polled[0] % 5000 == 0 && polled[0] >= 20_000) {
                inbox.mark(polled[0] >= 70_000 ? Phase.RUN : polled[0] % 10_000 == 0 ? Phase.HOLLOW : Phase.LEAN);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Worn.class)
    void shouldComeToWhatTheRoadKnowsWhenTheClipsAreWornOtherwise(Worn worn) {
        TreadmillRunner runner = new TreadmillRunner(7, Placement.DUAL, worn);
        compare(worn.toString(), runner.info(), runner::next, () -> {});
    }
}
