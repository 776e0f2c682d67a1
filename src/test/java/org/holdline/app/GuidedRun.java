package org.holdline.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.clock.Clock;
import org.holdline.clock.Pace;
import org.holdline.cue.CueOutput;
import org.holdline.guide.Memory;
import org.holdline.guide.Remembered;
import org.holdline.posture.StoredNeutral;
import org.holdline.recording.RecordingNotes;
import org.holdline.recording.RecordingWriter;
import org.holdline.road.RoadParams;
import org.holdline.sample.Placement;
import org.holdline.settings.Intervals;
import org.holdline.settings.Settings;
import org.holdline.settings.SettingsLoader;

/** A guided run of a virtual runner in this process, wired as the commands wire it. */
final class GuidedRun implements AutoCloseable {
    /** Choices that outlive nothing. */
    static final class Kept implements Remembered {
        volatile Memory memory;

        Kept(Memory memory) {
            this.memory = memory;
        }

        @Override
        public Memory recall() {
            return memory;
        }

        @Override
        public void keep(Memory now) {
            memory = now;
        }
    }

    /** What one is made of; hands = null lets the virtual runner tap and answer. */
    record Made(
            Placement placement,
            List<StoredNeutral> stored,
            Memory memory,
            Map<String, String> settings,
            boolean page) {
        static Made of(String kind, Memory memory) {
            return new Made(Placement.DUAL, List.of(), memory, Map.of("run.guide", kind), false);
        }

        Made at(Placement where) {
            return new Made(where, stored, memory, settings, page);
        }

        Made storing(StoredNeutral neutral) {
            return new Made(placement, List.of(neutral), memory, settings, page);
        }

        Made with(String key, String value) {
            Map<String, String> more = new HashMap<>(settings);
            more.put(key, value);
            return new Made(placement, stored, memory, more, page);
        }

        Made onAPage() {
            return with("page.serve", "always")
                    .with("page.listen", "127.0.0.1:0")
                    .shown();
        }

        private Made shown() {
            return new Made(placement, stored, memory, settings, true);
        }
    }

    /** Longer than between two pulses of one question. */
    private static final long PAUSE_US = 1_200_000;

    final Kept kept;
    final GuidedStart start;
    final PageSeat page;
    final TableView view = new TableView(true);

    /** Pulses of the last question, as the body feels them, and how many questions there have been. */
    final AtomicInteger felt = new AtomicInteger();

    final AtomicInteger questions = new AtomicInteger();
    private long pulseUs = Long.MIN_VALUE / 2;

    private final RoadParams params;
    private final AppliedProfiles applied;
    private final Pace pace;
    private final RunKeeping keeping;
    private final Path recording;

    GuidedRun(Made made, double speed, Path recording, GuidedStart.Wish wish) throws Exception {
        this(made, speed, recording, wish, null, felt -> felt);
    }

    /**
     * @param keeping what the run takes over from the one before, or null
     * @param worn how the samples reach the run
     */
    GuidedRun(
            Made made,
            double speed,
            Path recording,
            GuidedStart.Wish wish,
            RunKeeping keeping,
            UnaryOperator<Source> worn)
            throws Exception {
        this.recording = recording;
        this.keeping = keeping;
        kept = new Kept(made.memory());
        Settings settings = new SettingsLoader(Path.of("no", "such", "folder"), Map.of())
                .flags(made.settings())
                .load();
        VirtualClip clip = VirtualClip.guided(
                VirtualOptions.defaults().withPlacement(made.placement()).withDurationS(7200));
        RoadParams plain = RoadParams.defaults();
        RoadParams road =
                plain.with(plain.posture().withRunner(plain.posture().minBandMdeg(), made.stored()), plain.fading());
        Source source = new PlayedSource(clip, new CueOutput() {
            @Override
            public void pulse(long timeUs, int pulseMs) {
                if (timeUs - pulseUs > pulseMs * 1000L + PAUSE_US) {
                    felt.set(0);
                    questions.incrementAndGet();
                }
                pulseUs = timeUs;
                felt.incrementAndGet();
                clip.feelCue(timeUs, pulseMs);
            }

            @Override
            public void off() {
                clip.motorOff();
            }
        });
        page = made.page() ? PageSeat.open(settings, clip.info(), Clock.system()) : null;
        pace = new Pace(Clock.system(), speed);
        Source felt = worn.apply(source);
        applied = keeping == null ? new AppliedProfiles(road, Map.of(), List.of(), false) : taken(felt);
        params = applied.params();
        start = GuidedStart.of(
                wish,
                new GuidedStart.Around(
                        settings,
                        source,
                        felt,
                        page,
                        Clock.system(),
                        !made.page(),
                        keeping == null ? GuidedStart.Acquaintance.NONE : keeping.acquaintance()),
                applied,
                kept);
    }

    /** As a session takes the profiles of a run. */
    private AppliedProfiles taken(Source felt) throws Failure {
        ProfileChoice chosen = ProfileChoice.of(keeping.settings());
        keeping.into(chosen);
        keeping.neutrals(chosen, felt.clip().info());
        return ProfileUse.of(felt, keeping.settings())
                .apply(chosen, keeping.settings().roadParams(), false);
    }

    private RecordingNotes notes() {
        return applied.notes(keeping == null ? Map.of() : keeping.settings().roadDifferences());
    }

    AppliedProfiles applied() {
        return applied;
    }

    private LiveRun.Keeping kept() {
        return keeping == null
                ? LiveRun.Keeping.NOTHING
                : keeping.open(start.source().clip().info(), false, false, Clock.system());
    }

    /** Choices, start and run, to the end. */
    TableView run() throws Exception {
        if (!start.choose(view, pace)) {
            return view;
        }
        LiveRun run = new LiveRun(new LiveRun.Parts(
                start.source(),
                params,
                pace,
                true,
                Long.MAX_VALUE,
                Intervals.NONE,
                view,
                recording == null
                        ? null
                        : RecordingWriter.create(
                                recording, start.source().clip().info(), notes(), false),
                Clock.system(),
                page,
                kept(),
                start.seat()));
        start.seat().attach(run);
        if (page != null) {
            page.attach(run);
        }
        run.run();
        if (keeping != null) {
            keeping.after(null);
        }
        return view;
    }

    @Override
    public void close() {
        if (page != null) {
            page.close();
        }
    }
}
