package org.holdline.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.holdline.clip.Clip;
import org.holdline.clip.replay.Overrides;
import org.holdline.clip.replay.ReplayClip;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clock.Clock;
import org.holdline.clock.Pace;
import org.holdline.cue.CueOutput;
import org.holdline.recording.RecordingNotes;
import org.holdline.recording.RecordingWriter;
import org.holdline.road.Inbox;
import org.holdline.road.RoadParams;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.holdline.settings.Intervals;

/** Runs and replays in this process, wired as the commands wire them, without standard output. */
final class MadeRuns {
    private MadeRuns() {}

    /** A clip that has things asked of the run just before chosen samples, so that they fall on exactly those. */
    static final class AskingClip implements Clip {
        private final Clip clip;
        private final NavigableMap<Long, List<Consumer<Inbox>>> asked = new TreeMap<>();
        private Inbox inbox;
        private long polls;

        AskingClip(Clip clip) {
            this.clip = clip;
        }

        /** @param sample number of the sample, from 0, that carries what is asked */
        AskingClip at(long sample, Consumer<Inbox> wish) {
            asked.computeIfAbsent(sample, s -> new ArrayList<>()).add(wish);
            return this;
        }

        @Override
        public StreamInfo info() {
            return clip.info();
        }

        @Override
        public Answer poll(Sample slot) throws IOException {
            Answer answer = clip.poll(slot);
            asked.getOrDefault(polls++, List.of()).forEach(wish -> wish.accept(inbox));
            return answer;
        }

        @Override
        public void close() throws IOException {
            clip.close();
        }
    }

    /** What the motor was told. */
    static final class Felt implements CueOutput {
        final List<String> pulses = new ArrayList<>();
        volatile int offs;
        private final VirtualClip runner;

        /** @param runner feels what is told, or null */
        Felt(VirtualClip runner) {
            this.runner = runner;
        }

        @Override
        public void pulse(long timeUs, int pulseMs) {
            pulses.add(timeUs + "," + pulseMs);
            if (runner != null) {
                runner.feelCue(timeUs, pulseMs);
            }
        }

        @Override
        public void off() {
            offs++;
            if (runner != null) {
                runner.motorOff();
            }
        }
    }

    /** A virtual runner at full speed to its end. */
    static TableView live(VirtualClip clip, Path recording) throws IOException {
        return live(clip, clip, recording, Double.POSITIVE_INFINITY);
    }

    /**
     * A run to its end.
     *
     * @param clip what the road reads
     * @param runner who feels the cues, or null
     * @param recording where to, or null
     */
    static TableView live(Clip clip, VirtualClip runner, Path recording, double speed) throws IOException {
        TableView view = new TableView(clip.info().simulated());
        LiveRun run = new LiveRun(new LiveRun.Parts(
                new PlayedSource(clip, new Felt(runner)),
                RoadParams.defaults(),
                new Pace(Clock.system(), speed),
                true,
                Long.MAX_VALUE,
                Intervals.NONE,
                view,
                recording == null ? null : RecordingWriter.create(recording, clip.info(), RecordingNotes.NONE, false),
                Clock.system()));
        if (clip instanceof AskingClip asking) {
            asking.inbox = run.inbox();
        }
        try {
            run.run();
        } catch (Failure e) {
            throw new IllegalStateException(e);
        }
        if (view.lost > 0) {
            throw new IllegalStateException("lost events: " + view.lost);
        }
        return view;
    }

    /** What {@code replay FILE --emit WHAT} writes. */
    static String replay(Path file, ReplayRun.Emit emit) throws IOException {
        return replay(file, emit, Overrides.NONE);
    }

    static String replay(Path file, ReplayRun.Emit emit, Overrides overrides) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReplayClip clip = ReplayClip.open(file, overrides)) {
            new ReplayRun(clip, RoadParams.defaults(), emit, false, out).run();
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
