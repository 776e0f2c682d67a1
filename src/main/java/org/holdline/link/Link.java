package org.holdline.link;

import org.holdline.link.wire.ButtonRequest;
import org.holdline.link.wire.Codes;
import org.holdline.link.wire.ErrorResponse;
import org.holdline.link.wire.FrameReader;
import org.holdline.link.wire.HelloResponse;
import org.holdline.link.wire.ImuBatch;
import org.holdline.link.wire.MessageType;
import org.holdline.link.wire.Protocol;
import org.holdline.link.wire.Side;
import org.holdline.link.wire.Status;
import org.holdline.link.wire.StreamCtrlResponse;
import org.jspecify.annotations.Nullable;

/**
 * The host's side of the link as a state machine. It is told what happened and the time; {@link #nextFrame} says what is
 * to be sent, {@link #state} whether the port is to be open. It neither waits nor asks for the time.
 *
 * <p><b>Threads:</b> one at a time, except {@link #cue} and {@link #cueOff}, which only leave word.
 */
public final class Link {
    private static final long MS = 1_000_000;
    private static final long CALM_NS = 10_000 * MS;

    /** From the end on, the clip's last answers are awaited this long. */
    private static final long FAREWELL_NS = 300 * MS;

    private static final long LOOK_NS = 200 * MS;

    private final LinkParams params;
    private final LinkListener listener;
    private final Txns txns = new Txns();
    private final Pings pings = new Pings(txns);
    private final CueDesk desk = new CueDesk(txns);
    private final Answers answers = new Answers();
    private final Intake intake = new Intake();
    private final Greeting greeting;
    private final ProfileReading profile;
    private final StreamSwitch stream;
    private final Backoff backoff;
    private final Departures departures;
    private final FrameReader reader;
    private final Silence silence;

    private volatile LinkState state = LinkState.CLOSED;
    private long sinceNs;
    private long nowNs;
    private long reopenNs;
    private long lastBatchNs;
    private boolean probed;
    private boolean ending;
    private long endByNs;
    private String why = "";

    private @Nullable ClipIdentity identity;
    private boolean profileKnown;
    private long sessions;
    private volatile long greetings;
    private long opens;
    private long stales;
    private long hangUps;
    private long presses;
    private LinkFigures.Told told = LinkFigures.Told.NOTHING;

    /** @param seed draws the jitter of the pauses */
    public Link(LinkParams params, LinkListener listener, long seed) {
        this.params = params;
        this.listener = listener;
        backoff = new Backoff(seed);
        greeting = new Greeting(params.hostSession(), txns);
        stream = new StreamSwitch(txns);
        profile = new ProfileReading(txns);
        Departures.Asked asked = new Departures.Asked(greeting, profile, stream, pings);
        departures = new Departures(desk, answers, asked);
        reader = new FrameReader(Side.CLIP, new Arrivals(this, asked, desk, answers));
        silence = new Silence(reader);
    }

    /** The time of what is being done now. */
    long nowNs() {
        return nowNs;
    }

    /** Any thread. */
    public LinkState state() {
        return state;
    }

    /** How often the clip that is wanted has answered HELLO. Any thread. */
    public long greetings() {
        return greetings;
    }

    /** What keeps it from streaming, for a person; empty while nothing does. */
    public String why() {
        return why;
    }

    /** Null before the first greeting. */
    public @Nullable ClipIdentity identity() {
        return identity;
    }

    /** The road's thread, no waiting: a cue issued now. */
    public void cue(int driveMs, long issuedNs) {
        desk.ask(driveMs, issuedNs);
    }

    /** Any thread, no waiting: the motor off, ahead of everything else. */
    public void cueOff() {
        desk.askOff();
    }

    /** The port is wanted from now on. */
    public void start(long now) {
        nowNs = now;
        if (state == LinkState.CLOSED) {
            become(LinkState.OPENING);
        }
    }

    /** The port is wanted no longer: motor and stream off first, then {@link LinkState#CLOSED}. */
    public void end(long now) {
        nowNs = now;
        if (state.isOpen() && !ending) {
            ending = true;
            endByNs = now + FAREWELL_NS;
            desk.stop(now);
            stream.off(now);
        } else if (!state.isOpen()) {
            become(LinkState.CLOSED);
        }
    }

    /** The port is open. */
    public void opened(long now) {
        nowNs = now;
        if (state == LinkState.OPENING) {
            opens++;
            reader.reset();
            silence.begin();
            departures.begin(now);
            greet();
        }
    }

    /** The port could not be opened. */
    public void openFailed(String cause, long now) {
        nowNs = now;
        if (state == LinkState.OPENING) {
            giveUp(cause);
        }
    }

    /** The port is gone, or takes nothing any more. */
    public void hungUp(String cause, long now) {
        nowNs = now;
        if (state.isOpen()) {
            hangUps++;
            if (ending) {
                lineGone();
                become(LinkState.CLOSED);
            } else {
                giveUp(cause);
            }
        }
    }

    /** Bytes that came. */
    public void received(byte[] bytes, int length, long now) {
        nowNs = now;
        if (state.isOpen()) {
            reader.feed(bytes, 0, length);
        }
    }

    /** Lets time pass; call it at least every 20 ms. */
    public void step(long now) {
        nowNs = now;
        boolean mayCue = state == LinkState.STREAMING && !ending && pings.clock.isSettled() && hasMotor();
        desk.take(mayCue ? pings.clock : null, state.isOpen(), now);
        pings.keepAlive(desk.mayPlay());
        if (ending) {
            stepEnd();
            return;
        }
        switch (state) {
            case GREETING -> stepGreeting();
            case STREAMING -> stepStreaming();
            case STALE -> stepStale();
            case BACKOFF -> {
                if (nowNs - reopenNs >= 0) {
                    become(LinkState.OPENING);
                }
            }
            case CLOSED, OPENING -> {}
        }
    }

    private boolean hasMotor() {
        ClipIdentity clip = identity;
        return clip != null && clip.hasMotor();
    }

    private void stepEnd() {
        if (!state.isOpen() || nowNs - endByNs >= 0 || (!desk.isStopPending() && !stream.isPending())) {
            lineGone();
            become(LinkState.CLOSED);
        }
    }

    private void stepGreeting() {
        if (stream.hasFailed(nowNs) || profile.hasFailed(nowNs)) {
            stream.forget();
            profile.forget();
            greeting.begin(nowNs);
        }
        if (nowNs - sinceNs >= Protocol.CLOSE_MS * MS) {
            giveUp(silence.why());
        }
    }

    private void stepStreaming() {
        if (nowNs - lastBatchNs >= staleNs()) {
            stales++;
            probed = false;
            why = "no samples come";
            become(LinkState.STALE);
        } else if (nowNs - sinceNs >= CALM_NS) {
            backoff.restart();
        }
    }

    private long staleNs() {
        return Math.max(Protocol.STALE_BATCHES * stream.batchNs(), Protocol.STALE_MIN_MS * MS);
    }

    private void stepStale() {
        long silentNs = nowNs - lastBatchNs;
        if (silentNs >= Protocol.CLOSE_MS * MS) {
            giveUp("no samples came for " + Protocol.CLOSE_MS / 1000 + " s");
        } else if (!probed && silentNs >= Protocol.PROBE_MS * MS) {
            probed = true;
            greeting.begin(nowNs);
        }
    }

    private void become(LinkState next) {
        state = next;
        sinceNs = nowNs;
    }

    private void greet() {
        profile.forget();
        stream.forget();
        greeting.begin(nowNs);
        become(LinkState.GREETING);
    }

    private void giveUp(String cause) {
        why = cause;
        lineGone();
        reopenNs = nowNs + backoff.nextNs();
        become(LinkState.BACKOFF);
    }

    private void lineGone() {
        desk.lineGone();
        answers.clear();
        greeting.end();
        profile.forget();
        stream.forget();
    }

    /**
     * The next frame to send, the most urgent first; call it until it answers 0.
     *
     * @return bytes of {@link #wire}, 0 for nothing
     */
    public int nextFrame(long now) {
        nowNs = now;
        return state.isOpen() ? departures.next(isGreeted(), now) : 0;
    }

    /** The bytes of the last frame. */
    public byte[] wire() {
        return departures.wire();
    }

    /** When the next frame is due, at most a fifth of a second from now on. */
    public long dueNs() {
        long latestNs = nowNs + LOOK_NS;
        return state.isOpen() ? departures.dueNs(isGreeted(), latestNs) : latestNs;
    }

    private boolean isGreeted() {
        return state != LinkState.GREETING || !greeting.isPending();
    }

    void helloCame(HelloResponse hello) {
        if (!greeting.isAnsweredBy(hello.txn()) || ending) {
            return;
        }
        String misfit = Greeting.misfit(hello, wantedSerial());
        if (misfit != null) {
            giveUp(misfit);
            return;
        }
        greetings++;
        greeting.end();
        reader.setVersionInForce(hello.versionAgreed());
        departures.setVersion(hello.versionAgreed());
        ClipIdentity known = identity;
        ClipIdentity clip = known;
        if (known == null || known.bootId() != hello.bootId()) {
            clip = ClipIdentity.of(hello);
            identity = clip;
            sessions++;
            pings.clock.reset();
            intake.begin();
            profileKnown = false;
            listener.session(clip);
            become(LinkState.GREETING);
        } else {
            clip = known;
        }
        if (state == LinkState.GREETING) {
            pings.begin(nowNs);
        }
        ClipIdentity.ProfileTold told = clip.profile();
        if (told == null || profileKnown) {
            streamOn(clip);
        } else if (!profile.isPending()) {
            profile.begin(told, nowNs);
        }
    }

    /** The stream waits for the profile: its samples mean little without. */
    void profileCame(@Nullable ClipProfile read) {
        ClipIdentity clip = identity;
        if (read != null && clip != null && !ending) {
            profileKnown = true;
            listener.profile(read);
            streamOn(clip);
        }
    }

    private void streamOn(ClipIdentity clip) {
        int rateHz = clip.rateFor(params.rateHz());
        stream.on(rateHz, clip.batchFor(params.batchSamples(), rateHz), nowNs);
    }

    private @Nullable String wantedSerial() {
        ClipIdentity clip = identity;
        return params.serial() != null || clip == null ? params.serial() : clip.serial();
    }

    void streamCame(StreamCtrlResponse answer) {
        if (stream.answered(answer) && state == LinkState.GREETING && !ending) {
            startStreaming();
        }
    }

    private void startStreaming() {
        lastBatchNs = nowNs;
        why = "";
        become(LinkState.STREAMING);
    }

    void batchCame(ImuBatch came) {
        if (identity == null || (greeting.isPending() && state == LinkState.GREETING)) {
            return;
        }
        if (state == LinkState.GREETING || state == LinkState.STALE) {
            greeting.end();
            startStreaming();
        }
        lastBatchNs = nowNs;
        if (!intake.take(came)) {
            return;
        }
        if (pings.clock.isKnown()) {
            listener.batch(came, pings.unwrapUs(came.t0Us(), nowNs), pings.clock);
        } else {
            intake.unstamped();
        }
    }

    void statusCame(Status came) {
        told = LinkFigures.Told.by(came);
        ClipIdentity clip = identity;
        if (state != LinkState.GREETING && clip != null && clip.bootId() != came.bootId() && !ending) {
            greet();
        }
    }

    void refusalCame(ErrorResponse refused) {
        if (refused.code() == Codes.ErrorCode.NOT_GREETED) {
            desk.lineGone();
            if (state != LinkState.GREETING && !ending) {
                greet();
            }
            return;
        }
        profileCame(profile.refused(refused, nowNs));
        if (refused.refusedType() == MessageType.CUE) {
            desk.cueRefused(refused.txn(), refused.code());
        } else if (refused.refusedType() == MessageType.STREAM_CTRL && stream.isMine(refused.txn()) && !ending) {
            if (refused.code() == Codes.ErrorCode.BUSY) {
                stream.askLater(nowNs, refused.detail());
            } else {
                giveUp(stream.refusal(refused.code(), identity));
            }
        }
    }

    void pressCame(ButtonRequest press) {
        ClipIdentity clip = identity;
        if (clip == null) {
            return;
        }
        answers.press(press.txn());
        if (answers.isNew(clip.bootId(), press.txn())) {
            presses++;
            listener.press(press.press(), press.muted() != 0);
        }
    }

    /** How it fares now. */
    public LinkFigures figures() {
        return new LinkFigures(
                state,
                why,
                identity,
                stream.rateHz(),
                LinkFigures.Line.of(reader),
                intake.figures(),
                new LinkFigures.Course(sessions, greetings, opens, stales, hangUps, presses),
                desk.figures(),
                new LinkFigures.Mapping(pings.clock.pings(), pings.clock.lastTripNs() / 1000, pings.clock.driftPpm()),
                told);
    }
}
