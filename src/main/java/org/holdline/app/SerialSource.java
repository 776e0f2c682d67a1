package org.holdline.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.holdline.clip.serial.SerialClip;
import org.holdline.clock.Clock;
import org.holdline.cue.CueOutput;
import org.holdline.cue.motor.LinkMotor;
import org.holdline.link.ClipIdentity;
import org.holdline.link.ClipProfile;
import org.holdline.link.LinkFigures;
import org.holdline.link.LinkParams;
import org.holdline.link.LinkState;
import org.holdline.link.LinkThreads;
import org.holdline.link.PortSearch;
import org.holdline.link.SerialPorts;
import org.holdline.link.wire.Codes;
import org.holdline.profile.applied.StoredProfile;
import org.holdline.report.PartStatus;
import org.holdline.sample.Act;
import org.holdline.sample.Placement;
import org.holdline.settings.Keys;
import org.holdline.settings.PortPattern;
import org.holdline.settings.Settings;
import org.jspecify.annotations.Nullable;

/** A clip behind a serial port, its motor and its button. */
final class SerialSource implements Source {
    private final PortSearch port;
    private final LinkThreads threads;
    private final SerialClip clip;
    private final LinkMotor motor;

    private final ClipIdentity identity;
    private final @Nullable ClipProfile atOpening;
    private volatile boolean changed;

    private SerialSource(
            PortSearch port, LinkThreads threads, SerialClip clip, LinkMotor motor, ClipIdentity identity) {
        this.port = port;
        this.threads = threads;
        this.clip = clip;
        this.motor = motor;
        this.identity = identity;
        atOpening = clip.storedProfile();
    }

    /**
     * Opens the port, greets the clip and waits for its first samples.
     *
     * @throws Failure that says what is missing, where, why and what to do
     */
    static SerialSource open(Path port, Settings settings, Clock clock) throws Failure {
        return open(port, settings, clock, FirstSamples.NO_WAIT, () -> {});
    }

    /**
     * As above.
     *
     * @param patience for a port or a clip that is not there yet
     * @param heard called after bytes came, by the link's reader: must not block
     */
    static SerialSource open(Path port, Settings settings, Clock clock, FirstSamples.Patience patience, Runnable heard)
            throws Failure {
        Random random = new Random();
        int rateHz = settings.get(Keys.RUN_RATE_HZ).orElse(0.0).intValue();
        LinkParams params = new LinkParams(settings.get(Keys.SERIAL_CLIP).orElse(null), rateHz, 0, random.nextInt());
        SerialClip clip = new SerialClip(params, random.nextLong(), clock);
        int baud = settings.get(Keys.SERIAL_BAUD);
        PortSearch search = new PortSearch(
                new PortSearch.Places(port, scope(settings.get(Keys.SERIAL_ELSEWHERE))),
                path -> SerialPorts.opener(path, baud),
                clip.link()::greetings,
                clock);
        LinkThreads threads = new LinkThreads(clip.link(), clip.timed(search), clock, () -> {
            clip.wake();
            heard.run();
        });
        threads.start();
        try {
            ClipIdentity identity = new FirstSamples(port, threads, clip, clock).await(patience);
            clip.describe(
                    identity,
                    placement(settings, identity),
                    settings.get(Keys.RUN_PLANNED_S),
                    settings.get(Keys.RUN_PLANNED_M));
            int riseMs = settings.get(Keys.MOTOR_RISE_MS)
                    .orElse(
                            identity.motorRiseMs() > 0
                                    ? identity.motorRiseMs()
                                    : settings.get(Keys.CUE_MOTOR).riseMs());
            SerialSource source = new SerialSource(search, threads, clip, new LinkMotor(threads, riseMs), identity);
            SerialPorts.atTheEnd(new Thread(source::close, "holdline-link-stop"));
            return source;
        } catch (Failure | RuntimeException e) {
            threads.close();
            throw e;
        }
    }

    private static PortSearch.Scope scope(String elsewhere) {
        return switch (elsewhere) {
            case PortPattern.SAME_DEVICE -> new PortSearch.Scope.SameDevice();
            case PortPattern.NOWHERE -> new PortSearch.Scope.Nowhere();
            default -> new PortSearch.Scope.Named(Path.of(elsewhere));
        };
    }

    private static Placement placement(Settings settings, ClipIdentity identity) throws Failure {
        boolean dual = identity.upper() != null;
        Placement placement = settings.get(Keys.RUN_PLACEMENT).orElse(dual ? Placement.DUAL : Placement.SACRAL);
        if (placement.isDual() && !dual) {
            throw WiredOptions.refused(
                    settings,
                    Keys.RUN_PLACEMENT,
                    "expected sacral or thoracolumbar: clip " + identity.serial() + " has one IMU");
        }
        return placement;
    }

    @Override
    public SerialClip clip() {
        return clip;
    }

    @Override
    public CueOutput output() {
        return motor;
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public void attach(LiveRun run) {
        clip.onPress((press, muted) -> {
            switch (press) {
                case Codes.Press.SHORT -> run.inbox().act(muted ? Act.MUTE : Act.UNMUTE);
                case Codes.Press.DOUBLE -> run.inbox().act(Act.MARK);
                case Codes.Press.LONG -> run.stop();
                default -> {}
            }
        });
    }

    @Override
    public StoredProfile storedProfile() {
        ClipProfile read = atOpening;
        if (read == null) {
            return StoredProfile.NOT_KEPT;
        }
        return switch (read.state()) {
            case READ -> StoredProfile.of(read.image(), identity.serial());
            case NONE -> StoredProfile.empty(read.why());
            case INVALID -> StoredProfile.invalid(read.why());
        };
    }

    /** What the clip says of itself. */
    ClipIdentity identity() {
        return identity;
    }

    /**
     * The run goes by the clip's own profile: with another one, after a restart of the clip, it must not cue on.
     *
     * @param another told of it by the link's reader: must not block
     */
    void holdToProfile(Runnable another) {
        clip.onProfile(now -> {
            ClipProfile before = atOpening;
            if (before != null && !now.isSameAs(before)) {
                changed = true;
                another.run();
            }
        });
    }

    @Override
    public List<PartStatus> parts() {
        LinkFigures figures = threads.figures();
        return List.of(link(figures), motor(figures));
    }

    /** Whether the clip came back with another profile than the run goes by. */
    boolean hasOtherProfile() {
        return changed;
    }

    /** How the link fares now; any thread. */
    LinkFigures figures() {
        return threads.figures();
    }

    private PartStatus link(LinkFigures now) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("rate_hz", (long) now.rateHz());
        figures.put("period_ns", clip.periodNs());
        figures.put("line_bytes", now.line().bytes());
        figures.put("frames", now.line().frames());
        figures.put("dropped_frames", now.line().dropped());
        figures.put("lost_frames", now.line().lost());
        figures.put("repeated_frames", now.line().repeated());
        figures.put("samples", now.stream().samples());
        figures.put("gaps", now.stream().gaps());
        figures.put("missed_samples", now.stream().samplesMissing());
        figures.put("repeated_batches", now.stream().batchesRepeated());
        figures.put("unstamped_batches", now.stream().batchesUnstamped());
        figures.put("let_go_samples", clip.letGo());
        figures.put("misordered_samples", clip.outOfOrder());
        figures.put("sessions", now.course().sessions());
        figures.put("opens", now.course().opens());
        figures.put("hang_ups", now.course().hangUps());
        figures.put("stales", now.course().stales());
        figures.put("pings", now.clock().pings());
        figures.put("round_trip_us", now.clock().tripUs());
        figures.put("clock_drift_ppm", now.clock().driftPpm());
        figures.put("clock_error_us", clip.clockErrorNs() / 1000);
        figures.put("clip_dropped_frames", now.told().drops());
        if (now.told().batteryPct() <= 100) {
            figures.put("battery_pct", (long) now.told().batteryPct());
        }
        ClipIdentity identity = now.identity();
        String device = "clip " + (identity == null ? "unknown" : identity.serial()) + ", " + port.current();
        boolean delivers = now.state() == LinkState.STREAMING;
        return new PartStatus("link", device, word(now.state()), delivers, text(now), figures);
    }

    /** What a person is told changes with these; trying again is no news. */
    private static String word(LinkState state) {
        return switch (state) {
            case STREAMING -> "streaming";
            case STALE -> "stale";
            case CLOSED -> "closed";
            case OPENING, GREETING, BACKOFF -> "lost";
        };
    }

    private static String text(LinkFigures now) {
        return switch (now.state()) {
            case STREAMING ->
                String.format(
                        Locale.ROOT,
                        "%d samples/s asked for, round trip %.1f ms, %d samples missing in %d gaps%s",
                        now.rateHz(),
                        now.clock().tripUs() / 1e3,
                        now.stream().samplesMissing(),
                        now.stream().gaps(),
                        isOfThisSchema(now) ? "" : "; the clip was built from another schema");
            case STALE -> "no samples come; cueing suspended";
            case CLOSED -> "closed";
            case OPENING, GREETING, BACKOFF ->
                (now.why().isEmpty() ? "being greeted" : now.why()) + "; cueing suspended, tried again and again";
        };
    }

    private static boolean isOfThisSchema(LinkFigures now) {
        ClipIdentity clip = now.identity();
        return clip == null || clip.isOfThisSchema();
    }

    private PartStatus motor(LinkFigures now) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("pulses", now.cues().played());
        figures.put("refused_pulses", now.cues().refused());
        figures.put("undelivered_pulses", now.cues().notDelivered());
        figures.put("stops", now.cues().stops());
        figures.put("last_refusal", (long) now.cues().lastRefusal());
        ClipIdentity identity = now.identity();
        boolean there = identity != null && identity.hasMotor();
        boolean muted = (now.told().bits() & Codes.StatusFlag.MUTED) != 0;
        boolean failed = (now.told().bits() & Codes.StatusFlag.MOTOR_FAULT) != 0;
        String state = !there ? "absent" : failed ? "failed" : muted ? "muted" : "ready";
        String text = switch (state) {
            case "absent" -> "none: cues are shown and not felt";
            case "failed" -> "the clip's motor failed its test";
            case "muted" -> "muted at the clip; a short press takes it back";
            default -> "ready, in the clip";
        };
        return new PartStatus("motor", "in the clip", state, true, text, figures);
    }

    /** Motor and stream off, then the port; waits at most half a second. */
    @Override
    public void close() {
        threads.close();
    }
}
