package org.holdline.clip.imu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.holdline.clip.Clip;
import org.holdline.clip.replay.Overrides;
import org.holdline.clip.replay.ReplayClip;
import org.holdline.clip.virtual.SensorErrors;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.clip.virtual.VirtualScript;
import org.holdline.clip.virtual.VirtualScript.Activity;
import org.holdline.clip.virtual.VirtualScript.Part;
import org.holdline.cue.CueOutput;
import org.holdline.recording.RecordingNotes;
import org.holdline.recording.RecordingWriter;
import org.holdline.ring.Ring;
import org.holdline.road.Event;
import org.holdline.road.Inbox;
import org.holdline.road.Road;
import org.holdline.road.RoadParams;
import org.holdline.sample.Inertial;
import org.holdline.sample.Phase;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One virtual run felt by two register models with oscillators of their own, and by an ideal clip that reads both at the
 * same instants: the road must find the same arch.
 */
class TwoOscillatorsTest {
    private static final int FINE_HZ = 1000;

    /** The runner stands for this long before the stream's own stand begins, while the clip starts. */
    private static final int START_S = 20;

    private static final VirtualScript RUN = new VirtualScript(List.of(
            Part.of(Activity.STAND, START_S + 10, 0).marked(Phase.STAND),
            Part.of(Activity.BEND, 13, 0).marked(Phase.BEND),
            Part.of(Activity.WALK, 10, 5).marked(Phase.WALK),
            Part.of(Activity.RUN, 40, 10).marked(Phase.BASELINE),
            Part.of(Activity.RUN, 40, 10).marked(Phase.NEUTRAL),
            Part.of(Activity.RUN, 60, 10).marked(Phase.RUN),
            Part.of(Activity.RUN, 60, 10).posture(7, 0, 5),
            Part.of(Activity.RUN, 60, 11).posture(3, 4, 20)));

    private static Felt lower;
    private static Felt upper;
    private static List<long[]> synchronous;

    /** What one place on the back felt, at 1 kHz, read in straight lines. */
    private static final class Felt {
        private final int[][] values = new int[6][(int) (RUN.endS() * FINE_HZ) + 2];
        private int size;

        void add(Inertial in) {
            int[] row = {in.axUms2, in.ayUms2, in.azUms2, in.gxUrads, in.gyUrads, in.gzUrads};
            for (int i = 0; i < 6; i++) {
                values[i][size] = row[i];
            }
            size++;
        }

        void at(double timeS, double[] out) {
            double index = Math.clamp(timeS * FINE_HZ, 0, size - 1.001);
            int from = (int) index;
            for (int i = 0; i < 6; i++) {
                out[i] = (values[i][from] + (index - from) * (values[i][from + 1] - values[i][from])) * 1e-6;
            }
        }

        Motion motion(long startNs) {
            return (timeNs, out) -> at((timeNs - startNs) * 1e-9, out);
        }
    }

    /** Verdicts of a road: instant of the contact in script time, us, and deviation, 1/1000 degree. */
    private static final class Judged {
        private final Ring<Event> ring = new Ring<>(4096, Event::new);
        private final Road road;
        private final long offsetUs;
        private final List<long[]> verdicts = new ArrayList<>();
        private int part;

        Judged(StreamInfo info, long offsetUs) {
            CueOutput nobody = new CueOutput() {
                @Override
                public void pulse(long timeUs, int pulseMs) {}

                @Override
                public void off() {}
            };
            road = new Road(RoadParams.defaults(), info, nobody, new Inbox(), List.of(ring), List.of());
            this.offsetUs = offsetUs;
        }

        void accept(Sample sample) {
            long scriptUs = sample.timeUs + offsetUs;
            sample.marker = null;
            while (part < RUN.parts().size() && RUN.startS(part) * 1e6 <= scriptUs) {
                Phase marker = RUN.parts().get(part++).marker();
                sample.marker = marker == null ? sample.marker : marker;
            }
            road.accept(sample);
            for (Event event = ring.peek(); event != null; event = ring.peek()) {
                if (event.kind == Event.Kind.VERDICT && event.confidence > 0) {
                    verdicts.add(new long[] {event.timeUs + offsetUs, event.deviationMdeg});
                }
                ring.release();
            }
        }
    }

    @BeforeAll
    static void run() {
        VirtualOptions options = VirtualOptions.defaults().withSeed(7).withRateHz(FINE_HZ);
        VirtualClip fine = new VirtualClip(options, RUN, new SensorErrors(0.5, 2, 15, 0, 0, false));
        lower = new Felt();
        upper = new Felt();
        StreamInfo at200 = new VirtualClip(options.withRateHz(200), RUN).info();
        Judged judged = new Judged(at200, 0);
        Sample slot = new Sample();
        for (int i = 0; fine.poll(slot) == Clip.Answer.SAMPLE; i++) {
            lower.add(slot.lower);
            upper.add(slot.upper);
            if (i % (FINE_HZ / 200) == 0) {
                judged.accept(slot);
            }
        }
        synchronous = judged.verdicts;
    }

    @ParameterizedTest
    @CsvSource({"9000,-9000,FIFO", "-9000,9000,FIFO", "9000,-9000,DATA_READY", "0,0,FIFO", "30000,-30000,FIFO"})
    void shouldFindTheSameArchWhenOscillatorsDiffer(int lowerPpm, int upperPpm, Pacing pacing) throws ImuFault {
        Wired wired = new Wired(21);
        long startNs = wired.clock.nowNs;
        wired.bus.with(0x68, new FakeIcm(lower.motion(startNs), lowerPpm));
        wired.bus.with(0x69, new FakeIcm(upper.motion(startNs), upperPpm));
        I2cClip clip = wired.open(pacing);
        Sample slot = new Sample();
        Judged judged = null;
        while (wired.clock.nowNs - startNs < (RUN.endS() - 1) * 1e9) {
            if (clip.poll(slot) == Clip.Answer.SAMPLE) {
                if (judged == null) {
                    judged = new Judged(clip.info(), (clip.originNs() - startNs) / 1000);
                }
                judged.accept(slot);
            }
        }
        compare(clip, pacing, judged.verdicts, lowerPpm, upperPpm);
    }

    /** What a recording holds is enough: rate and instants come back as they were, and so do the verdicts. */
    @Test
    void shouldReplayToTheSameVerdictsWhenRecorded(@TempDir Path folder) throws IOException {
        Wired wired = new Wired(5);
        long startNs = wired.clock.nowNs;
        wired.bus.with(0x68, new FakeIcm(lower.motion(startNs), 9_000));
        wired.bus.with(0x69, new FakeIcm(upper.motion(startNs), -9_000));
        I2cClip clip = wired.open(Pacing.FIFO);
        Path file = folder.resolve("run.csv");
        Sample slot = new Sample();
        Judged live = new Judged(clip.info(), 0);
        try (RecordingWriter writer = RecordingWriter.create(file, clip.info(), RecordingNotes.NONE, false)) {
            while (wired.clock.nowNs - startNs < (RUN.endS() - 5) * 1e9) {
                if (clip.poll(slot) == Clip.Answer.SAMPLE) {
                    live.accept(slot);
                    writer.write(slot);
                }
            }
        }
        try (ReplayClip replay = ReplayClip.open(file, Overrides.NONE)) {
            assertEquals(clip.info().rateHz(), replay.info().rateHz());
            Judged again = new Judged(replay.info(), 0);
            while (replay.poll(slot) == Clip.Answer.SAMPLE) {
                again.accept(slot);
            }
            assertTrue(live.verdicts.size() > 350, live.verdicts.size() + " verdicts");
            assertArrayEquals(live.verdicts.toArray(), again.verdicts.toArray());
        }
    }

    private static void compare(I2cClip clip, Pacing pacing, List<long[]> found, int lowerPpm, int upperPpm) {
        double sum = 0;
        double squares = 0;
        double worst = 0;
        int pairs = 0;
        int at = 0;
        for (long[] verdict : found) {
            while (at < synchronous.size() - 1 && synchronous.get(at)[0] < verdict[0] - 60_000) {
                at++;
            }
            if (Math.abs(synchronous.get(at)[0] - verdict[0]) <= 60_000) {
                double error = (verdict[1] - synchronous.get(at)[1]) * 1e-3;
                sum += error;
                squares += error * error;
                worst = Math.max(worst, Math.abs(error));
                pairs++;
            }
        }
        double rms = Math.sqrt(squares / pairs);
        System.out.printf(
                Locale.ROOT,
                "two oscillators %+d and %+d ppm, %s: arch of %d of %d steps off by %+.4f deg mean, %.4f rms, %.4f at most; "
                        + "periods off by %+d and %+d ppm%n",
                lowerPpm,
                upperPpm,
                pacing,
                pairs,
                synchronous.size(),
                sum / pairs,
                rms,
                worst,
                clip.lowerStatus().rateErrorPpm() - lowerPpm,
                clip.upperStatus().rateErrorPpm() - upperPpm);
        assertTrue(pairs > 0.99 * synchronous.size() && pairs > 350, pairs + " steps of " + synchronous.size());
        assertTrue(Math.abs(sum / pairs) < 0.02, "mean " + sum / pairs);
        assertTrue(worst < 0.1, "at most " + worst);
    }
}
