package org.holdline.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.holdline.clip.Clip;
import org.holdline.clip.replay.ReplayClip;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.clock.Clock;
import org.holdline.clock.Pace;
import org.holdline.cue.tone.Speaker;
import org.holdline.recording.RecordingNotes;
import org.holdline.recording.RecordingWriter;
import org.holdline.sample.Placement;
import org.holdline.sample.StreamInfo;
import org.holdline.settings.CueChannels;
import org.holdline.settings.Intervals;
import org.holdline.settings.Keys;
import org.holdline.settings.PlaySpeed;
import org.holdline.settings.RunSource;
import org.holdline.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Wires a run by hand from its settings: source, outputs, recording, view, and what signals and keys do. */
final class RunWiring {
    /** The built-in quick run: fifteen stream minutes in two of the newcomer's. */
    private static final double QUICK_SPEED = 8;

    private static final int QUICK_DURATION_S = 900;

    /** A guided runner ends with its plan; this is for one that has none. */
    private static final int GUIDED_DURATION_S = 7200;

    /**
     * A recording that somebody watches, and that is no run of this machine.
     *
     * @param page this machine's settings, for where the page is served
     * @param exit ends with the recording
     */
    private record Watching(Settings page, boolean exit) {}

    private final Settings settings;
    private final SettingFlags flags;
    private final RunKeeping keeping;
    private final @Nullable Watching watching;
    private int warned;

    /** @param keeping what the run takes over from the one before */
    RunWiring(RunKeeping keeping, SettingFlags flags) {
        this(keeping, flags, null);
    }

    private RunWiring(RunKeeping keeping, SettingFlags flags, @Nullable Watching watching) {
        this.settings = keeping.settings();
        this.flags = flags;
        this.keeping = keeping;
        this.watching = watching;
    }

    /**
     * A recording on the live page, as {@code holdline replay} takes it: nothing of this machine counts but where the page is
     * served, nothing is kept, and nobody acts in it.
     *
     * @param exit ends with the recording; otherwise the page stays until Ctrl-C
     */
    static RunWiring watching(SettingFlags flags, boolean exit) throws Failure {
        return new RunWiring(RunKeeping.nothing(flags.loadApart(Map.of())), flags, new Watching(flags.load(), exit));
    }

    int run() throws Failure, IOException {
        return run(GuidedStart.Wish.AS_SET);
    }

    /** @param wish whether a guided start was asked for by a command of its own */
    int run(GuidedStart.Wish wish) throws Failure, IOException {
        RunSource wanted = settings.get(Keys.RUN_SOURCE);
        Clock clock = Clock.system();
        double speed = speed(wanted);
        boolean guidedRunner = GuidedStart.isCertain(wish, settings);
        // A recording goes by its own profiles unless the command line says otherwise; files before anything is
        // started.
        Settings said = wanted instanceof RunSource.Replay ? flags.loadApart(Map.of()) : settings;
        ProfileChoice chosen = ProfileChoice.of(said);
        keeping.into(chosen);
        try (Source opened = source(wanted, clock, guidedRunner);
                Speaker speaker = SpeakerSource.open(settings, clock);
                PageSeat page = page(opened.clip(), clock)) {
            Settings road = roadSettings(opened.clip());
            keeping.neutrals(chosen, opened.clip().info());
            AppliedProfiles applied =
                    ProfileUse.of(opened, settings).apply(chosen, road.roadParams(), said.get(Keys.RUN_UNCALIBRATED));
            Source felt = SpeakerSource.around(felt(applied.around(opened)), speaker);
            if (!applied.params().calibration().mayCue()) {
                applied.parts().stream()
                        .filter(part -> part.part().equals(ProfileUse.PROFILE))
                        .forEach(part -> System.err.println("holdline: warning: " + part.text()));
            }
            View view = view(felt.clip().info(), wanted, speed);
            Pace pace = new Pace(clock, felt.isLive() ? Double.POSITIVE_INFINITY : speed);
            GuidedStart guided = GuidedStart.of(
                    wish,
                    new GuidedStart.Around(settings, opened, felt, page, clock, true, keeping.acquaintance()),
                    applied);
            AtomicReference<@Nullable LiveRun> begun = new AtomicReference<>();
            if (guided != null) {
                Keyboard.listen(guided.seat(), begun::get);
                if (!guided.choose(view, pace)) {
                    keeping.keepChoices();
                    return ExitCode.OK;
                }
            }
            Source source = guided == null ? felt : guided.source();
            RecordingWriter writer = writer(source.clip().info(), applied.notes(road.roadDifferences()));
            LiveRun run = new LiveRun(new LiveRun.Parts(
                    source,
                    applied.params(),
                    pace,
                    !source.isLive() && speed != 1,
                    durationUs(wanted),
                    settings.get(Keys.RUN_BLOCKS).orElse(Intervals.NONE),
                    view,
                    writer,
                    clock,
                    page,
                    keeping.open(source.clip().info(), wanted instanceof RunSource.Replay, source.isLive(), clock),
                    guided == null ? null : guided.seat()));
            begun.set(run);
            attach(run, source, page, guided);
            return toEnd(run, source.clip(), writer, page);
        }
    }

    private @Nullable PageSeat page(Clip clip, Clock clock) throws Failure {
        return PageSeat.open(
                watching == null ? settings : watching.page,
                new PageSeat.Shown(clip.info(), settings.get(Keys.CUE_CHANNELS), clip instanceof ReplayClip),
                clock);
    }

    /** Lets everybody reach the run who may ask something of it. */
    private void attach(LiveRun run, Source source, @Nullable PageSeat page, @Nullable GuidedStart guided) {
        source.attach(run);
        if (guided != null) {
            guided.seat().attach(run);
        }
        if (page != null) {
            page.attach(run);
        }
        if (source.isLive()) {
            settings.get(Keys.RUN_SPEED_KMH).ifPresent(kmh -> run.inbox().speed((int) Math.round(kmh * 1000)));
        }
        if (guided == null && watching == null) {
            Keyboard.listen(run);
        }
    }

    private int toEnd(LiveRun run, Clip clip, @Nullable RecordingWriter writer, @Nullable PageSeat page)
            throws Failure, IOException {
        Stopping stopping = new Stopping(run, keeping);
        Runtime.getRuntime().addShutdownHook(new Thread(stopping, "holdline-stop"));
        boolean whole = false;
        try {
            int code = run.run();
            whole = true;
            keeping.after(page);
            if (page != null && watching != null && !watching.exit && !stopping.hasBegun()) {
                warn(clip);
                System.err.println("holdline: the page stays until Ctrl-C");
                page.stay();
            }
            return code;
        } finally {
            if (!whole) {
                keeping.after(null);
            }
            keeping.settled();
            warn(clip);
            IOException failure = writer == null ? null : writer.failure();
            if (failure != null) {
                System.err.println("holdline: the recording is not whole: " + Failure.textOf(failure));
            }
        }
    }

    /** A recording is played with the settings it was made with, as replay does, unless the command line says otherwise. */
    private Settings roadSettings(Clip clip) throws Failure {
        return clip instanceof ReplayClip replay
                ? flags.loadApart(replay.notes().settings())
                : settings;
    }

    private double speed(RunSource wanted) throws Failure {
        Optional<PlaySpeed> asked = settings.get(Keys.RUN_SPEED);
        if ((wanted instanceof RunSource.I2c || wanted instanceof RunSource.Serial)
                && asked.isPresent()
                && asked.get().factor() != 1) {
            throw new Failure(
                    ExitCode.BAD_CONFIGURATION,
                    settings.origin(Keys.RUN_SPEED) + ": run.speed=" + Keys.RUN_SPEED.toToml(asked)
                            + ", expected 1 for a clip that measures now");
        }
        return asked.map(PlaySpeed::factor).orElse(wanted instanceof RunSource.Virtual ? QUICK_SPEED : 1.0);
    }

    /** What was strange about a recording, as far as it has been read and not been told yet. */
    private void warn(Clip clip) {
        if (clip instanceof ReplayClip replay) {
            List<String> warnings = replay.warnings();
            while (warned < warnings.size()) {
                System.err.println("holdline: warning: " + warnings.get(warned++));
            }
        }
    }

    private Source source(RunSource wanted, Clock clock, boolean guidedRunner) throws Failure, IOException {
        return switch (wanted) {
            case RunSource.Virtual ignored -> PlayedSource.of(virtual(guidedRunner));
            case RunSource.Replay replay -> {
                ReplayClip clip = ReplayClip.open(replay.file(), SettingFlags.overrides(flags.loadApart(Map.of())));
                warn(clip);
                yield PlayedSource.of(clip);
            }
            case RunSource.I2c ignored -> WiredSource.open(settings, clock);
            case RunSource.Serial serial -> SerialSource.open(serial.port(), settings, clock, patience(), () -> {});
        };
    }

    /** The reason and what is done about it go where errors go: nobody takes them for results. */
    private FirstSamples.Patience patience() {
        int waitS = settings.get(Keys.SERIAL_WAIT_S);
        return new FirstSamples.Patience(
                waitS,
                text -> System.err.println("holdline: " + text + "\nholdline: tried again for " + waitS
                        + " s from the start (serial.wait_s), Ctrl-C ends it"));
    }

    private Source felt(Source source) {
        return settings.get(Keys.CUE_CHANNELS).has(CueChannels.Channel.MOTOR) ? source : new WithoutMotor(source);
    }

    /** @param guided one who does as the guide says, instead of the built-in session */
    private Clip virtual(boolean guided) throws Failure {
        VirtualOptions fallback = VirtualOptions.defaults();
        VirtualOptions options = new VirtualOptions(
                settings.get(Keys.RUN_SEED),
                settings.get(Keys.RUN_RATE_HZ).orElse(fallback.rateHz()),
                settings.get(Keys.RUN_PLACEMENT).orElse(Placement.DUAL),
                settings.get(Keys.RUN_DURATION_S).orElse(guided ? GUIDED_DURATION_S : QUICK_DURATION_S),
                settings.get(Keys.RUN_PLANNED_S),
                settings.get(Keys.RUN_PLANNED_M),
                virtualSpeedKmh(fallback.speedKmh()),
                settings.get(Keys.RUN_INCLINE_PCT).orElse(fallback.inclinePct()),
                fallback.markers());
        return guided ? VirtualClip.guided(options) : new VirtualClip(options);
    }

    /** A belt may go slower or faster than the virtual runner runs. */
    private double virtualSpeedKmh(double fallback) throws Failure {
        double kmh = settings.get(Keys.RUN_SPEED_KMH).orElse(fallback);
        if (!(kmh >= VirtualOptions.MIN_SPEED_KMH && kmh <= VirtualOptions.MAX_SPEED_KMH)) {
            throw new Failure(
                    ExitCode.BAD_CONFIGURATION,
                    String.format(
                            Locale.ROOT,
                            "%s: run.speed_kmh=%s, expected %.0f..%.0f km/h for the virtual runner",
                            settings.origin(Keys.RUN_SPEED_KMH),
                            kmh,
                            VirtualOptions.MIN_SPEED_KMH,
                            VirtualOptions.MAX_SPEED_KMH));
        }
        return kmh;
    }

    private long durationUs(RunSource source) {
        // The virtual runner ends by itself, so that its script can close with a walk and a stand.
        return source instanceof RunSource.Virtual
                ? Long.MAX_VALUE
                : settings.get(Keys.RUN_DURATION_S).map(s -> s * 1_000_000L).orElse(Long.MAX_VALUE);
    }

    private @Nullable RecordingWriter writer(StreamInfo info, RecordingNotes notes) throws IOException {
        Path file = settings.get(Keys.RUN_RECORD).orElse(null);
        if (file == null) {
            return null;
        }
        return RecordingWriter.create(file, info, notes, false);
    }

    private View view(StreamInfo info, RunSource source, double speed) throws IOException {
        OutputStream out = StandardOutput.open();
        String banner = banner(info, source, speed);
        if (settings.get(Keys.RUN_JSON)) {
            System.err.println(banner);
            Long seed = source instanceof RunSource.Virtual ? settings.get(Keys.RUN_SEED) : null;
            return new JsonView(out, System.err, info, seed, speedText(speed));
        }
        boolean terminal = Boolean.getBoolean("holdline.stdout.tty") && !"dumb".equals(System.getenv("TERM"));
        return new TextView(out, info, terminal, banner);
    }

    private String banner(StreamInfo info, RunSource source, double speed) {
        StringBuilder text = new StringBuilder("Holdline ").append(Version.TEXT).append("  ");
        if (info.simulated()) {
            text.append("simulated: ");
        }
        text.append(source instanceof RunSource.Replay replay ? "recording " + replay.file() : info.source());
        text.append(", ").append(info.placement().word());
        if (speed != 1) {
            text.append(Double.isInfinite(speed) ? ", as fast as it goes" : ", " + speedText(speed) + " real time")
                    .append(" (--speed 1 for real time)");
        }
        text.append(". Ctrl-C ends");
        if (watching == null && Boolean.getBoolean("holdline.stdin.tty")) {
            text.append("; m mutes, d marks, c: that cue did not fit, n new neutral, q ends (with Enter)");
        }
        return text.append('.').toString();
    }

    private static String speedText(double speed) {
        if (Double.isInfinite(speed)) {
            return "max";
        }
        return String.format(Locale.ROOT, speed == Math.rint(speed) ? "%.0fx" : "%.2fx", speed);
    }
}
