package org.holdline.road;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.holdline.clip.Clip;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.clip.virtual.VirtualScript;
import org.holdline.clip.virtual.VirtualTruth;
import org.holdline.cue.CueOutput;
import org.holdline.posture.Reason;
import org.holdline.ring.Ring;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole road on virtual runners whose truth only the scorer sees. Prints what it measured. */
class VirtualRunnersTest {
    private static final int SEEDS = 8;
    private static final long SAME_STEP_US = 100_000;

    /** Judged against the truth: overarched from this on, and not below that. Between them is a transition. */
    private static final double ARCHED_DEG = 6;

    private static final double NOT_ARCHED_DEG = 1.5;

    @ParameterizedTest
    @EnumSource(Placement.class)
    void shouldFindStepsAndArchWhenVirtualRunnersRun(Placement placement) {
        Score score = new Score();
        for (long seed = 1; seed <= SEEDS; seed++) {
            run(seed, placement, score);
        }
        System.out.println(score.line(placement));
        assertAll(
                () -> assertTrue(score.f1() >= 0.995, "step F1 " + score.f1()),
                () -> assertTrue(
                        Math.abs(score.contactBiasMs()) <= 15, "contact bias " + score.contactBiasMs() + " ms"),
                () -> assertTrue(Math.abs(score.toeOffBiasMs()) <= 15, "toe-off bias " + score.toeOffBiasMs() + " ms"),
                () -> assertEquals(0, score.cuesTooEarly, "cues outside run or in the first minute of running"));
        if (placement == Placement.SACRAL) {
            assertEquals(0, score.cues, "cues where an arch and a lean read alike");
        }
        if (placement == Placement.DUAL) {
            assertAll(
                    () -> assertTrue(score.precision() >= 0.97, "precision " + score.precision()),
                    () -> assertTrue(score.recall() >= 0.97, "recall " + score.recall()),
                    () -> assertEquals(0, score.cuesWithoutArch, "cues while the arch was below 1.5 degrees"),
                    () -> assertTrue(score.cues >= 2 * SEEDS, "cues " + score.cues));
        }
    }

    private static void run(long seed, Placement placement, Score score) {
        VirtualClip clip =
                new VirtualClip(VirtualOptions.defaults().withSeed(seed).withPlacement(placement));
        Ring<Event> ring = new Ring<>(1024, Event::new);
        CueOutput felt = new CueOutput() {
            @Override
            public void pulse(long timeUs, int pulseMs) {
                clip.feelCue(timeUs, pulseMs);
            }

            @Override
            public void off() {
                clip.motorOff();
            }
        };
        Road road = new Road(RoadParams.defaults(), clip.info(), felt, new Inbox(), List.of(ring), List.of());
        Sample sample = new Sample();
        TreeMap<Long, Long> contacts = new TreeMap<>();
        List<long[]> found = new ArrayList<>();
        List<double[]> arch = new ArrayList<>();
        while (clip.poll(sample) == Clip.Answer.SAMPLE) {
            road.accept(sample);
            VirtualTruth truth = clip.truth();
            arch.add(new double[] {sample.timeUs, truth.archDeg});
            if (truth.activity == VirtualScript.Activity.RUN && truth.lastToeOffUs > truth.lastContactUs) {
                contacts.put(truth.lastContactUs, truth.lastToeOffUs);
            }
            for (Event event = ring.peek(); event != null; event = ring.peek()) {
                switch (event.kind) {
                    case STEP -> {
                        if (event.running) {
                            found.add(new long[] {event.timeUs, event.toeOffUs});
                        }
                    }
                    case VERDICT -> score.verdict(event, archAt(arch, event.timeUs));
                    case CUE ->
                        // It was decided over strides that may have ended as the arch did.
                        score.cue(
                                Math.max(truth.archDeg, archAt(arch, sample.timeUs - 1_000_000)),
                                sample.timeUs,
                                contacts);
                    case STATE, SUPPRESSED, LINK, ACT, BAND, REFERENCE, NEUTRAL, MOUNTING, BELT -> {}
                }
                ring.release();
            }
        }
        score.steps(contacts, found);
    }

    private static double archAt(List<double[]> arch, long timeUs) {
        int i = arch.size() - 1;
        while (i > 0 && arch.get(i)[0] > timeUs) {
            i--;
        }
        return arch.get(i)[1];
    }

    /** Counts over all seeds. */
    private static final class Score {
        private int hits;
        private int extra;
        private int missed;
        private double contactErrorMs;
        private double toeOffErrorMs;
        private int archedOver;
        private int archedWithin;
        private int cleanOver;
        private int cleanWithin;
        private int cues;
        private int cuesWithoutArch;
        private int cuesTooEarly;

        void verdict(Event event, double archDeg) {
            if (event.reason != Reason.OVER && event.reason != Reason.WITHIN && event.reason != Reason.HOLDING) {
                return;
            }
            if (archDeg >= ARCHED_DEG) {
                archedOver += event.over ? 1 : 0;
                archedWithin += event.over ? 0 : 1;
            } else if (archDeg <= NOT_ARCHED_DEG) {
                cleanOver += event.over ? 1 : 0;
                cleanWithin += event.over ? 0 : 1;
            }
        }

        void cue(double archDeg, long timeUs, NavigableMap<Long, Long> contacts) {
            cues++;
            cuesWithoutArch += archDeg < NOT_ARCHED_DEG ? 1 : 0;
            // A minute of running holds at least 120 contacts.
            cuesTooEarly += contacts.subMap(timeUs - 60_000_000, timeUs).size() < 120 ? 1 : 0;
        }

        void steps(NavigableMap<Long, Long> contacts, List<long[]> found) {
            Set<Long> used = new HashSet<>();
            for (long[] step : found) {
                Map.Entry<Long, Long> nearest = nearest(contacts, step[0]);
                if (nearest != null
                        && Math.abs(nearest.getKey() - step[0]) < SAME_STEP_US
                        && used.add(nearest.getKey())) {
                    hits++;
                    contactErrorMs += (step[0] - nearest.getKey()) / 1e3;
                    toeOffErrorMs += (step[1] - nearest.getValue()) / 1e3;
                } else {
                    extra++;
                }
            }
            missed += contacts.size() - used.size();
        }

        private static Map.Entry<Long, Long> nearest(NavigableMap<Long, Long> contacts, long timeUs) {
            Map.Entry<Long, Long> before = contacts.floorEntry(timeUs);
            Map.Entry<Long, Long> after = contacts.ceilingEntry(timeUs);
            if (before == null || after == null) {
                return before == null ? after : before;
            }
            return timeUs - before.getKey() <= after.getKey() - timeUs ? before : after;
        }

        double f1() {
            return 2.0 * hits / (2.0 * hits + extra + missed);
        }

        double contactBiasMs() {
            return contactErrorMs / hits;
        }

        double toeOffBiasMs() {
            return toeOffErrorMs / hits;
        }

        double precision() {
            return (double) archedOver / (archedOver + cleanOver);
        }

        double recall() {
            return (double) archedOver / (archedOver + archedWithin);
        }

        String line(Placement placement) {
            return String.format(
                    Locale.ROOT,
                    "virtual runners, %-13s  %d seeds: steps %d F1 %.4f contact %+.1f ms toe-off %+.1f ms | "
                            + "arch >= 6 deg: %d of %d steps over; <= 1.5 deg: %d of %d over | cues %d, %d of them below 1.5 deg",
                    placement.word(),
                    SEEDS,
                    hits + missed,
                    f1(),
                    contactBiasMs(),
                    toeOffBiasMs(),
                    archedOver,
                    archedOver + archedWithin,
                    cleanOver,
                    cleanOver + cleanWithin,
                    cues,
                    cuesWithoutArch);
        }
    }
}
