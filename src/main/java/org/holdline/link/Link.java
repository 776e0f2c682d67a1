package org.holdline.link;

import java.util.Locale;
import org.holdline.link.wire.ButtonRequest;
import org.holdline.link.wire.Codes;
import org.holdline.link.wire.Counter;
import org.holdline.link.wire.CueEnd;
import org.holdline.link.wire.CueResponse;
import org.holdline.link.wire.CueStopResponse;
import org.holdline.link.wire.ErrorResponse;
import org.holdline.link.wire.Frame;
import org.holdline.link.wire.FrameReader;
import org.holdline.link.wire.FrameSink;
import org.holdline.link.wire.FrameWriter;
import org.holdline.link.wire.HelloResponse;
import org.holdline.link.wire.ImuBatch;
import org.holdline.link.wire.MessageType;
import org.holdline.link.wire.Protocol;
import org.holdline.link.wire.Side;
import org.holdline.link.wire.Status;
import org.holdline.link.wire.StreamCtrlResponse;
import org.holdline.link.wire.View;
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

    private final LinkParams params;
    private final LinkListener listener;
    private final Txns txns = new Txns();
    private final Pings pings = new Pings(txns);
    private final CueDesk desk = new CueDesk(txns);
    private final Answers answers = new Answers();
    private final Intake intake = new Intake();
    private final Greeting greeting;
    private final StreamSwitch stream;
    private final Backoff backoff;
    private final FrameWriter writer = new FrameWriter();
    private final FrameReader reader = new FrameReader(Side.CLIP, new Sorter());

    private final ImuBatch batch = new ImuBatch();
    private final Status status = new Status();
    private final ErrorResponse error = new ErrorResponse();
    private final ButtonRequest button = new ButtonRequest();
    private final CueEnd cueEnd = new CueEnd();
    private final CueResponse cuePlays = new CueResponse();
    private final CueStopResponse stopped = new CueStopResponse();
    private final StreamCtrlResponse streamIs = new StreamCtrlResponse();

    private volatile LinkState state = LinkState.CLOSED;
    private long sinceNs;
    private long nowNs;
    private long reopenNs;
    private long lastBatchNs;
    private long lastSentNs;
    private boolean probed;
    private boolean ending;
    private long endByNs;
    private String why = "";
    private long framesAtOpen;
    private long bytesAtOpen;
    private long echoesAtOpen;

    private @Nullable ClipIdentity identity;
    private long sessions;
    private long greetings;
    private long opens;
    private long stales;
    private long hangUps;
    private long presses;
    private int clipBits;
    private int batteryPct = 255;
    private long clipDrops;

    /** @param seed draws the jitter of the pauses */
    public Link(LinkParams params, LinkListener listener, long seed) {
        this.params = params;
        this.listener = listener;
        backoff = new Backoff(seed);
        greeting = new Greeting(params.hostSession(), txns);
        stream = new StreamSwitch(txns);
    }

    /** Any thread. */
    public LinkState state() {
        return state;
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
            framesAtOpen = reader.count(Counter.FRAMES);
            bytesAtOpen = reader.count(Counter.BYTES);
            echoesAtOpen = reader.count(Counter.DIRECTION);
            lastSentNs = now - Protocol.LEADING_ZERO_MS * MS;
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
        if (stream.hasFailed(nowNs)) {
            stream.forget();
            greeting.begin(nowNs);
        }
        if (nowNs - sinceNs >= Protocol.CLOSE_MS * MS) {
            giveUp(silence());
        }
    }

    private String silence() {
        long frames = reader.count(Counter.FRAMES) - framesAtOpen;
        long bytes = reader.count(Counter.BYTES) - bytesAtOpen;
        if (frames > 0) {
            return "the clip answers and sends no samples";
        }
        if (reader.count(Counter.DIRECTION) > echoesAtOpen) {
            return "the line echoes what is sent: the clip is not there, or two wires touch";
        }
        return bytes == 0
                ? "no clip answers"
                : "bytes arrive but no valid frame: likely another baud rate than the clip's, or another device";
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
        stream.forget();
    }

    /**
     * The next frame to send, the most urgent first; call it until it answers 0.
     *
     * @return bytes of {@link #wire}, 0 for nothing
     */
    public int nextFrame(long now) {
        nowNs = now;
        View message = state.isOpen() ? next() : null;
        if (message == null) {
            return 0;
        }
        boolean leadingZero = now - lastSentNs >= Protocol.LEADING_ZERO_MS * MS;
        lastSentNs = now;
        return writer.finish(message, leadingZero);
    }

    /** The bytes of the last frame. */
    public byte[] wire() {
        return writer.wire();
    }

    private @Nullable View next() {
        if (isDue(desk.stopDueNs())) {
            return desk.writeStop(writer, nowNs);
        }
        if (isDue(desk.cueDueNs())) {
            return desk.writeCue(writer, nowNs);
        }
        if (!answers.isEmpty()) {
            return answers.write(writer);
        }
        if (isDue(greeting.dueNs())) {
            return greeting.write(writer, nowNs);
        }
        if (isDue(stream.dueNs())) {
            return stream.write(writer, nowNs);
        }
        return isGreeted() && isDue(pings.dueNs()) ? pings.write(writer, nowNs) : null;
    }

    private boolean isDue(long dueNs) {
        return dueNs != Long.MAX_VALUE && nowNs - dueNs >= 0;
    }

    private boolean isGreeted() {
        return state != LinkState.GREETING || !greeting.isPending();
    }

    /** When the next frame is due, at most a fifth of a second from now on. */
    public long dueNs() {
        long due = nowNs + 200 * MS;
        if (state.isOpen()) {
            due = earlier(due, desk.stopDueNs());
            due = earlier(due, desk.cueDueNs());
            due = earlier(due, greeting.dueNs());
            due = earlier(due, stream.dueNs());
            due = isGreeted() ? earlier(due, pings.dueNs()) : due;
        }
        return due;
    }

    private static long earlier(long dueNs, long otherNs) {
        return otherNs == Long.MAX_VALUE || otherNs - dueNs >= 0 ? dueNs : otherNs;
    }

    /** What comes in, by type. */
    private final class Sorter implements FrameSink {
        @Override
        public void frame(Frame frame) {
            switch (frame.type()) {
                case MessageType.HELLO -> hello(frame.read(greeting.view()));
                case MessageType.TIMESYNC -> {
                    frame.read(pings.view());
                    pings.answered(nowNs);
                }
                case MessageType.STATUS -> statusCame(frame.read(status));
                case MessageType.ERROR -> refusal(frame.read(error));
                case MessageType.STREAM_CTRL -> streamAnswered(frame.read(streamIs));
                case MessageType.IMU_BATCH -> batchCame(frame.read(batch));
                case MessageType.CUE -> desk.cueAnswered(frame.read(cuePlays).txn());
                case MessageType.CUE_STOP ->
                    desk.stopAnswered(frame.read(stopped).txn());
                case MessageType.CUE_END -> desk.ended(frame.read(cueEnd).cueTxn());
                case MessageType.BUTTON -> pressed(frame.read(button));
                default -> {}
            }
        }

        @Override
        public void refused(Frame frame, int code, int detail) {
            answers.refusal(frame.txn(), frame.type(), code, detail);
        }
    }

    private void hello(HelloResponse hello) {
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
        writer.setVersion(hello.versionAgreed());
        ClipIdentity known = identity;
        ClipIdentity clip = known;
        if (known == null || known.bootId() != hello.bootId()) {
            clip = ClipIdentity.of(hello);
            identity = clip;
            sessions++;
            pings.clock.reset();
            intake.begin();
            listener.session(clip);
            become(LinkState.GREETING);
        } else {
            clip = known;
        }
        if (state == LinkState.GREETING) {
            pings.begin(nowNs);
        }
        int rateHz = clip.rateFor(params.rateHz());
        stream.on(rateHz, clip.batchFor(params.batchSamples(), rateHz), nowNs);
    }

    private @Nullable String wantedSerial() {
        ClipIdentity clip = identity;
        return params.serial() != null || clip == null ? params.serial() : clip.serial();
    }

    private void streamAnswered(StreamCtrlResponse answer) {
        if (stream.answered(answer) && state == LinkState.GREETING && !ending) {
            startStreaming();
        }
    }

    private void startStreaming() {
        lastBatchNs = nowNs;
        why = "";
        become(LinkState.STREAMING);
    }

    private void batchCame(ImuBatch came) {
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
            intake.batchesUnstamped++;
        }
    }

    private void statusCame(Status came) {
        clipBits = came.bits();
        batteryPct = came.batteryPct();
        clipDrops = came.rxOversize()
                + came.rxCobs()
                + came.rxShort()
                + came.rxLength()
                + Integer.toUnsignedLong(came.rxCrc())
                + came.rxVersion()
                + came.rxFlags()
                + came.rxUnknown()
                + came.rxDirection()
                + came.rxPayload();
        ClipIdentity clip = identity;
        if (state != LinkState.GREETING && clip != null && clip.bootId() != came.bootId() && !ending) {
            greet();
        }
    }

    private void refusal(ErrorResponse refused) {
        if (refused.code() == Codes.ErrorCode.NOT_GREETED) {
            desk.lineGone();
            if (state != LinkState.GREETING && !ending) {
                greet();
            }
            return;
        }
        if (refused.refusedType() == MessageType.CUE) {
            desk.cueRefused(refused.txn(), refused.code());
        } else if (refused.refusedType() == MessageType.STREAM_CTRL && stream.isMine(refused.txn()) && !ending) {
            giveUp(streamRefusal(refused.code()));
        }
    }

    private String streamRefusal(int code) {
        return switch (code) {
            case Codes.ErrorCode.CHARGING -> "the clip is being charged and does not measure";
            case Codes.ErrorCode.IMU_FAULT -> "the clip's IMU does not answer it";
            case Codes.ErrorCode.UNSUPPORTED ->
                "the clip has no rate of " + stream.rateHz() + " Hz; it has "
                        + (identity == null ? "others" : identity.ratesHz());
            default -> String.format(Locale.ROOT, "the clip refuses to stream, code %d", code);
        };
    }

    private void pressed(ButtonRequest press) {
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
        long dropped = 0;
        for (int counter = Counter.OVERSIZE; counter <= Counter.PAYLOAD; counter++) {
            dropped += reader.count(counter);
        }
        return new LinkFigures(
                state,
                why,
                identity,
                stream.rateHz(),
                reader.count(Counter.BYTES),
                reader.count(Counter.FRAMES),
                dropped,
                reader.count(Counter.SEQ_LOST),
                reader.count(Counter.SEQ_REPEATED),
                intake.batches,
                intake.samples,
                intake.gaps,
                intake.samplesMissing,
                intake.batchesRepeated,
                intake.batchesUnstamped,
                sessions,
                greetings,
                opens,
                stales,
                hangUps,
                desk.played,
                desk.refused,
                desk.notDelivered,
                desk.stops,
                desk.lastRefusal,
                presses,
                pings.clock.pings(),
                pings.clock.lastTripNs() / 1000,
                pings.clock.driftPpm(),
                clipBits,
                batteryPct,
                clipDrops);
    }
}
