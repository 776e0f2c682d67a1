package org.holdline.app;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.holdline.clock.Clock;
import org.holdline.guide.Plan;
import org.holdline.guide.Tap;
import org.holdline.page.Controls;
import org.holdline.page.PageParams;
import org.holdline.page.PageServer;
import org.holdline.page.Secrets;
import org.holdline.page.state.PageJson;
import org.holdline.page.state.PageState;
import org.holdline.report.Summary;
import org.holdline.ring.Ring;
import org.holdline.road.Event;
import org.holdline.sample.Act;
import org.holdline.sample.StreamInfo;
import org.holdline.settings.CueChannels;
import org.holdline.settings.HostPort;
import org.holdline.settings.Keys;
import org.holdline.settings.PageServing;
import org.holdline.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The live page of one run: drains a ring of its own into what the page shows, and hands that to the server. The run never
 * waits for it and goes on when it breaks.
 */
final class PageSeat implements AutoCloseable {
    private static final long IDLE_NS = 20_000_000;

    /** Faster than this nobody reads. */
    private static final long SAY_NS = 200_000_000;

    /** Silence for longer means to a browser that the connection is lost. */
    private static final long ALIVE_NS = 2_000_000_000;

    private static final long PARTS_NS = 1_000_000_000;

    /** After the run: the time left counts down in seconds. */
    private static final long STAY_SAY_NS = 1_000_000_000;

    /** A phone that shows the report lets go of the page; it may come back to it. */
    private static final long ALONE_NS = 60_000_000_000L;

    private final PageServer server;
    private final RunControls controls;
    private final PageLinks links;
    private final PageState state;
    private final Shown shows;
    private final Clock clock;
    private boolean paused;
    private long traceChanges = -1;
    private @Nullable GuideSeat guide;
    private Map<String, Object> shown = Map.of();
    private long lobbyNs;

    private PageSeat(PageServer server, RunControls controls, PageLinks links, Shown shows, Clock clock) {
        this.server = server;
        this.controls = controls;
        this.links = links;
        this.shows = shows;
        this.clock = clock;
        state = new PageState(shows.info, shows.channels(), shows.replayed);
    }

    /**
     * What is on it.
     *
     * @param cues how cues are given
     * @param replayed a recording is played again: there is no motor, and who watches can pause and end it, no more
     */
    record Shown(StreamInfo info, CueChannels cues, boolean replayed) {
        private List<String> channels() {
            return replayed ? List.of(CueChannels.Channel.SHAPE.word(), CueChannels.Channel.TONE.word()) : cues.words();
        }
    }

    /**
     * The page that the settings ask for, or none.
     *
     * @throws Failure when it was asked for and cannot be served
     */
    static @Nullable PageSeat open(Settings settings, StreamInfo info, Clock clock) throws Failure {
        return open(settings, new Shown(info, settings.get(Keys.CUE_CHANNELS), false), clock);
    }

    /** The same for what is not a run of now alone. */
    static @Nullable PageSeat open(Settings settings, Shown shown, Clock clock) throws Failure {
        PageServing serving = settings.get(Keys.PAGE_SERVE);
        if (serving == PageServing.NEVER
                || (serving == PageServing.AUTO && !Boolean.getBoolean("holdline.stdout.tty"))) {
            return null;
        }
        boolean phone = settings.get(Keys.PAGE_PHONE);
        HostPort listen = settings.get(Keys.PAGE_LISTEN).orElse(phone ? PageAddresses.EVERYWHERE : HostPort.LOOPBACK);
        if (!phone && !listen.isLoopback()) {
            throw new Failure(
                    ExitCode.BAD_CONFIGURATION,
                    settings.origin(Keys.PAGE_LISTEN) + ": page.listen=" + listen
                            + ", expected an address of this machine" + " alone, such as " + HostPort.LOOPBACK
                            + "; --phone serves others on the network, with a token");
        }
        Secrets secrets = phone ? PageAddresses.secrets() : null;
        String name = settings.get(Keys.PAGE_NAME).orElse(null);
        RunControls controls = new RunControls(shown.replayed);
        try {
            PageServer server = PageServer.open(new PageParams(listen.socketAddress(), secrets, name), controls, clock);
            PageLinks links = PageAddresses.links(server.address(), secrets, name);
            return new PageSeat(server, controls, links, shown, clock);
        } catch (IOException e) {
            String text = "page at " + listen + ": " + Failure.textOf(e);
            if (serving == PageServing.ALWAYS) {
                throw new Failure(ExitCode.FAILED, text + ". Another port: --page 127.0.0.1:8643; none: --no-page");
            }
            System.err.println("holdline: " + text + "; the run goes on without it");
            return null;
        }
    }

    /** The run that is shown; before the first sample. */
    void attach(LiveRun run) {
        controls.run = run;
    }

    /** The guided start that it shows and that is pressed on it; before anything is shown. */
    void attach(GuideSeat seat) {
        guide = seat;
        controls.guide = seat;
    }

    /** Time and distance that were chosen. */
    void plan(Plan plan) {
        state.plan(plan.plannedS(), plan.plannedM());
    }

    /** Shows the choices before the run, and how the parts of the source fare meanwhile: to be called now and then. */
    void lobby(Source source) {
        if (guided() || clock.nanoTime() - lobbyNs >= SAY_NS) {
            lobbyNs = clock.nanoTime();
            state.parts(source.parts());
            say();
        }
        server.look();
    }

    /** True when the guide has something new to show. */
    private boolean guided() {
        GuideSeat seat = guide;
        if (seat == null || seat.shown().equals(shown)) {
            return false;
        }
        shown = seat.shown();
        state.guided(shown);
        return true;
    }

    private boolean paused() {
        boolean now = controls.isPaused();
        if (now == paused) {
            return false;
        }
        paused = now;
        state.paused(now);
        return true;
    }

    /** How it is reached. */
    PageLinks links() {
        return links;
    }

    /** Shows events until the supplier says that those in the ring are the last. By one thread. */
    void follow(Ring<Event> ring, Source source, BooleanSupplier isLast) {
        long partsNs = clock.nanoTime() - PARTS_NS;
        long saidNs = clock.nanoTime() - ALIVE_NS;
        boolean fresh = true;
        boolean last = false;
        while (!last) {
            last = isLast.getAsBoolean();
            fresh |= drain(ring);
            fresh |= guided();
            fresh |= paused();
            long nowNs = clock.nanoTime();
            if (nowNs - partsNs >= PARTS_NS) {
                partsNs = nowNs;
                state.parts(source.parts());
            }
            if (nowNs - saidNs >= (fresh ? SAY_NS : ALIVE_NS)) {
                saidNs = nowNs;
                fresh = false;
                say();
            }
            server.look();
            if (!last) {
                clock.park(IDLE_NS);
            }
        }
    }

    private boolean drain(Ring<Event> ring) {
        Event event = ring.peek();
        boolean any = event != null;
        while (event != null) {
            state.gap(ring.lost());
            state.event(event);
            if (event.kind == Event.Kind.CUE) {
                server.cue(PageJson.line(event, shows.info.simulated()));
            }
            ring.release();
            event = ring.peek();
        }
        return any;
    }

    private void say() {
        if (state.traceChanges() != traceChanges) {
            traceChanges = state.traceChanges();
            server.trace(PageJson.line(state.trace()));
        }
        server.now(PageJson.line(state.snapshot()));
    }

    /** Shows the closing. The thread that followed must have ended. */
    void ended(Summary summary) {
        guided();
        state.summary(summary);
        say();
    }

    /** Serves the closing, also to whoever comes only now, until this thread is interrupted. After the end. */
    void stay() {
        long saidNs = clock.nanoTime();
        while (!Thread.currentThread().isInterrupted()) {
            if (clock.nanoTime() - saidNs >= ALIVE_NS) {
                saidNs = clock.nanoTime();
                say();
            }
            server.look();
            clock.park(SAY_NS);
        }
    }

    /**
     * Offers the report of the run and takes what is said of it, for as long as somebody has the page open and has not closed it
     * there. Says so once; nothing where nobody looks on. By the thread that ended the run.
     *
     * @param mostS at most so long, s
     */
    void stay(KeptAfterwards offered, int mostS) {
        if (server.browsers() == 0 || mostS == 0) {
            return;
        }
        boolean typed = Boolean.getBoolean("holdline.stdin.tty");
        System.err.println("holdline: the page offers the report for " + mostS + " s more; "
                + (typed ? "q with Enter" : "Close on the page, or Ctrl-C,") + " ends it");
        int stops = controls.stops();
        server.afterwards(offered);
        long endNs = clock.nanoTime() + mostS * 1_000_000_000L;
        long seenNs = clock.nanoTime();
        long saidNs = seenNs - STAY_SAY_NS;
        for (long nowNs = seenNs;
                !offered.isDone() && controls.stops() == stops && nowNs - endNs < 0 && nowNs - seenNs < ALONE_NS;
                nowNs = clock.nanoTime()) {
            if (server.browsers() > 0) {
                seenNs = nowNs;
            }
            if (nowNs - saidNs >= STAY_SAY_NS) {
                saidNs = nowNs;
                state.afterwards(offered.shown((endNs - nowNs) / 1_000_000_000));
                say();
            }
            server.look();
            clock.park(IDLE_NS);
        }
    }

    /** Lets the browsers have the last state, and closes. */
    @Override
    public void close() {
        server.close();
    }

    /** What is pressed on the page, as the keyboard does it. */
    private static final class RunControls implements Controls {
        private final boolean replayed;
        private volatile @Nullable LiveRun run;
        private volatile @Nullable GuideSeat guide;

        RunControls(boolean replayed) {
            this.replayed = replayed;
        }

        int stops() {
            LiveRun attached = run;
            return attached == null ? 0 : attached.stops();
        }

        @Override
        public void mute(boolean muted) {
            act(muted ? Act.MUTE : Act.UNMUTE);
        }

        @Override
        public void mark() {
            act(Act.MARK);
        }

        private void act(Act act) {
            LiveRun attached = run;
            // What was done in a recorded run is in the recording, and nothing else is.
            if (attached != null && !replayed) {
                attached.inbox().act(act);
            }
        }

        @Override
        public void pause(boolean paused) {
            LiveRun attached = run;
            if (attached != null && replayed) {
                attached.pause(paused);
            }
        }

        boolean isPaused() {
            LiveRun attached = run;
            return attached != null && attached.isPaused();
        }

        @Override
        public void tap(int turn, String word, int value) {
            GuideSeat seat = guide;
            if (seat != null) {
                seat.tap(new Tap(turn, word, value));
            }
        }

        @Override
        public void end() {
            GuideSeat seat = guide;
            if (seat != null) {
                seat.end();
                return;
            }
            LiveRun attached = run;
            if (attached != null) {
                attached.stop();
            }
        }
    }
}
