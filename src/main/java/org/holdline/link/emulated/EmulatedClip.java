package org.holdline.link.emulated;

import org.holdline.link.wire.ButtonRequest;
import org.holdline.link.wire.ButtonResponse;
import org.holdline.link.wire.Codes;
import org.holdline.link.wire.Codes.CueEnded;
import org.holdline.link.wire.Codes.ErrorCode;
import org.holdline.link.wire.Counter;
import org.holdline.link.wire.CueEnd;
import org.holdline.link.wire.CueStopRequest;
import org.holdline.link.wire.CueStopResponse;
import org.holdline.link.wire.ErrorResponse;
import org.holdline.link.wire.Frame;
import org.holdline.link.wire.FrameReader;
import org.holdline.link.wire.FrameSink;
import org.holdline.link.wire.HelloRequest;
import org.holdline.link.wire.HelloResponse;
import org.holdline.link.wire.ImuBatch;
import org.holdline.link.wire.MessageType;
import org.holdline.link.wire.Protocol;
import org.holdline.link.wire.Side;
import org.holdline.link.wire.Status;
import org.holdline.link.wire.TimesyncRequest;
import org.holdline.link.wire.TimesyncResponse;

/**
 * A clip from one start to the next, as {@code firmware-protocol/README.md} wants it. Instants are its own clock's, us,
 * without wrap-around; on the wire go their low 32 bits.
 *
 * <p>Not thread-safe.
 */
public final class EmulatedClip {
    /** Where it stands. */
    public enum State {
        WAITING,
        READY,
        STREAMING
    }

    private static final long MS = 1000;
    private static final int NOT_KNOWN_PCT = 255;
    private static final int LOW_PCT = 10;

    private final EmulatedParams params;
    private final ClipBody body;
    private final long bootUs;
    private final FramesOut out;
    private final FrameReader reader = new FrameReader(Side.HOST, new Sorter());
    private final EmulatedButton button = new EmulatedButton();
    private final EmulatedCues cues;
    private final EmulatedStream stream;
    private final StoredRequests requests;
    private final ProfileRequests profiles;

    private final HelloRequest hello = new HelloRequest();
    private final TimesyncRequest timesync = new TimesyncRequest();
    private final CueStopRequest cueStop = new CueStopRequest();
    private final ButtonResponse buttonAnswer = new ButtonResponse();
    private final ErrorResponse refusal = new ErrorResponse();

    private long nowUs;
    private boolean greeted;
    private boolean sessionKnown;
    private int session;
    private long heardUs;
    private long statusUs;
    private boolean charging;
    private int batteryPct = NOT_KNOWN_PCT;
    private long stopsHeard;

    /** @param nowUs its clock at this start */
    public EmulatedClip(EmulatedParams params, ClipBody body, ClipLine line, long nowUs) {
        this.params = params;
        this.body = body;
        this.nowUs = nowUs;
        bootUs = nowUs;
        out = new FramesOut(line, nowUs);
        cues = new EmulatedCues(body);
        stream = new EmulatedStream(params.imus(), params.rateHz(0));
        requests = new StoredRequests(params, out, stream, cues, button);
        profiles = new ProfileRequests(params, out);
    }

    public State state() {
        return !greeted ? State.WAITING : stream.isOn() ? State.STREAMING : State.READY;
    }

    public boolean isPlaying() {
        return cues.isPlaying();
    }

    public boolean isMuted() {
        return button.isMuted();
    }

    public long cuesPlayed() {
        return cues.played();
    }

    public long cuesRefused() {
        return cues.refused();
    }

    public long motorCuts() {
        return cues.cuts();
    }

    /** CUE_STOP that came, repeated ones included. */
    public long stopsHeard() {
        return stopsHeard;
    }

    public long presses() {
        return button.presses();
    }

    public long pressesLost() {
        return button.pressesLost();
    }

    public long repliesRepeated() {
        return requests.repliesRepeated();
    }

    /** Valid frames of the host so far. */
    public long framesHeard() {
        return reader.count(Counter.FRAMES);
    }

    /** What its receiver counted so far: one of {@link Counter}. */
    public long counted(int counter) {
        return reader.count(counter);
    }

    /** Lets time pass; whatever is due happens at its own instant. */
    public void passTo(long timeUs) {
        for (long due = dueUs(); due <= timeUs; due = dueUs()) {
            nowUs = Math.max(nowUs, due);
            pass();
        }
        nowUs = Math.max(nowUs, timeUs);
    }

    /** When something is due without a word from outside. */
    public long dueUs() {
        long due = Math.min(button.dueUs(greeted), stream.dueUs());
        if (cues.isPlaying()) {
            due = Math.min(due, Math.min(cues.toUs(), heardUs + Protocol.SILENT_MOTOR_OFF_MS * MS));
        }
        return greeted ? Math.min(due, Math.min(statusUs, heardUs + Protocol.SILENT_WAITING_MS * MS)) : due;
    }

    private void pass() {
        if (cues.isPlaying() && nowUs >= cues.toUs()) {
            letGo(CueEnded.COMPLETE);
        } else if (cues.isPlaying() && nowUs >= heardUs + Protocol.SILENT_MOTOR_OFF_MS * MS) {
            cutOff();
            letGo(CueEnded.HOST_SILENT);
        }
        if (greeted && nowUs >= heardUs + Protocol.SILENT_WAITING_MS * MS) {
            waitForGreeting(CueEnded.HOST_SILENT);
        }
        if (nowUs >= stream.dueUs()) {
            stream.measure(body, cues.isPlaying(), nowUs);
            sendBatches();
        }
        if (button.pass(nowUs)) {
            letGo(CueEnded.BUTTON);
        }
        if (button.takeLongPress() && !stream.isOn()) {
            profiles.openWindow(nowUs);
        }
        tellPress();
        if (greeted && nowUs >= statusUs) {
            status();
        }
    }

    /** Bytes of the host. */
    public void hear(byte[] bytes, int length, long timeUs) {
        passTo(timeUs);
        reader.feed(bytes, 0, length);
    }

    /** The button's contact closes, or opens; see {@link Protocol#BUTTON_DEBOUNCE_MS}. */
    public void button(boolean down, long timeUs) {
        passTo(timeUs);
        button.contact(down, nowUs);
    }

    /** A charger is connected, or taken away. */
    public void charger(boolean connected, long timeUs) {
        passTo(timeUs);
        charging = connected;
        if (connected) {
            cutOff();
            letGo(CueEnded.CHARGING);
            stream.off();
        }
    }

    /**
     * What its cell has left.
     *
     * @param pct 0..100; 255 = it does not know, as at its start
     */
    public void battery(int pct) {
        batteryPct = pct;
    }

    /** The port reports that nobody holds the other end. */
    public void hangUp(long timeUs) {
        passTo(timeUs);
        if (greeted) {
            cutOff();
            waitForGreeting(CueEnded.HOST_SILENT);
        }
        reader.reset();
        out.lineOpened(nowUs);
    }

    /** A cue that now ends, if one plays, ends because of the clip. */
    private void cutOff() {
        if (cues.isPlaying()) {
            cues.cut();
        }
    }

    /** Nobody listens: a cue that plays ends untold. */
    private void waitForGreeting(int reason) {
        cues.stop(reason, nowUs);
        greeted = false;
        stream.off();
        reader.clearVersionInForce();
    }

    private void sendBatches() {
        stream.endAtChange(cues.isPlaying());
        while (stream.hasBatch()) {
            ImuBatch batch = out.begin(new ImuBatch());
            stream.write(batch);
            if (!out.offer(batch, nowUs)) {
                return;
            }
            stream.sent();
        }
    }

    private void tellPress() {
        EmulatedButton.Press press = greeted ? button.toTell(nowUs) : null;
        if (press != null) {
            ButtonRequest told = out.begin(new ButtonRequest());
            told.setTxn(press.txn());
            told.setPressedUs((int) press.pressedUs());
            told.setPress(press.kind());
            told.setMuted(press.muted() ? 1 : 0);
            out.send(told, nowUs);
        }
    }

    /** Motor off, and the host told. */
    private void letGo(int reason) {
        if (cues.stop(reason, nowUs)) {
            sendBatches();
            tellEnd(reason);
        }
    }

    private void tellEnd(int reason) {
        CueEnd ended = out.begin(new CueEnd());
        cues.write(ended, reason, nowUs);
        out.send(ended, nowUs);
    }

    private final class Sorter implements FrameSink {
        @Override
        public void frame(Frame frame) {
            heardUs = nowUs;
            switch (frame.type()) {
                case MessageType.HELLO -> greet(frame.read(hello));
                case MessageType.CUE_STOP -> stop(frame.read(cueStop));
                case MessageType.BUTTON -> {
                    button.answered(frame.read(buttonAnswer).txn(), nowUs);
                    tellPress();
                }
                case MessageType.ERROR -> {
                    if (frame.read(refusal).refusedType() == MessageType.BUTTON) {
                        button.answered(refusal.txn(), nowUs);
                        tellPress();
                    }
                }
                default -> {
                    if (frame.flags() == Protocol.FLAG_REQUEST) {
                        request(frame);
                    }
                }
            }
        }

        @Override
        public void refused(Frame frame, int code, int detail) {
            out.refuse(new Refusal(frame.txn(), frame.type(), code, detail), nowUs);
        }
    }

    private void request(Frame frame) {
        if (!greeted) {
            out.refuse(new Refusal(frame.txn(), frame.type(), ErrorCode.NOT_GREETED, 0), nowUs);
        } else if (frame.type() == MessageType.TIMESYNC) {
            sync(frame.read(timesync));
        } else if (frame.type() == MessageType.STREAM_CTRL || frame.type() == MessageType.CUE) {
            requests.take(frame, charging, nowUs);
            sendBatches();
        } else {
            profiles.cell(charging ? NOT_KNOWN_PCT : batteryPct);
            profiles.take(frame, stream.isOn(), nowUs);
        }
    }

    private void sync(TimesyncRequest asked) {
        if (asked.txn() == 0) {
            out.refuse(new Refusal(0, MessageType.TIMESYNC, ErrorCode.RANGE, 0), nowUs);
            return;
        }
        TimesyncResponse answer = out.begin(new TimesyncResponse());
        answer.setTxn(asked.txn());
        answer.setHostSentUs(asked.hostSentUs());
        answer.setClipReceivedUs((int) nowUs);
        answer.setClipSentUs((int) nowUs);
        out.send(answer, nowUs);
    }

    private void greet(HelloRequest asked) {
        boolean common = asked.versionMin() <= Protocol.VERSION_MAX && asked.versionMax() >= Protocol.VERSION_MIN;
        if (!common) {
            waitForGreeting(CueEnded.NEW_SESSION);
            answerHello(asked.txn(), false);
            return;
        }
        boolean another = !sessionKnown || asked.hostSession() != session;
        boolean stopped = another && cues.stop(CueEnded.NEW_SESSION, nowUs);
        boolean waited = !greeted;
        if (another) {
            stream.off();
            requests.begin(asked.maxPayloadBytes());
            sessionKnown = true;
            session = asked.hostSession();
        }
        greeted = true;
        reader.setVersionInForce(Protocol.VERSION_MAX);
        out.setVersion(Protocol.VERSION_MAX);
        answerHello(asked.txn(), true);
        if (stopped) {
            tellEnd(CueEnded.NEW_SESSION);
        }
        if (waited) {
            status();
            button.greeted(nowUs);
            tellPress();
        }
    }

    private void answerHello(int txn, boolean common) {
        HelloResponse answer = out.begin(new HelloResponse());
        answer.setTxn(txn);
        Introduction.write(params, common, answer);
        profiles.introduce(answer);
        out.send(answer, nowUs);
    }

    private void stop(CueStopRequest asked) {
        stopsHeard++;
        CueStopResponse answer = out.begin(new CueStopResponse());
        answer.setTxn(asked.txn());
        answer.setWasPlaying(cues.isPlaying() ? 1 : 0);
        out.send(answer, nowUs);
        letGo(CueEnded.STOPPED);
    }

    private void status() {
        statusUs = nowUs + Protocol.STATUS_PERIOD_MS * MS;
        Status status = out.begin(new Status());
        status.setClipTimeUs((int) nowUs);
        status.setUptimeS((nowUs - bootUs) / 1_000_000);
        status.setBootId(params.bootId());
        status.setBits((stream.isOn() ? Codes.StatusFlag.STREAMING : 0)
                | (charging ? Codes.StatusFlag.CHARGING : 0)
                | (batteryPct < LOW_PCT ? Codes.StatusFlag.BATTERY_LOW : 0)
                | Codes.StatusFlag.LOWER_IMU_OK
                | (params.imus() > 1 ? Codes.StatusFlag.UPPER_IMU_OK : 0)
                | (cues.isPlaying() ? Codes.StatusFlag.MOTOR_RUNNING : 0)
                | (button.isMuted() ? Codes.StatusFlag.MUTED : 0));
        status.setResetReason(Codes.ResetReason.POWER);
        status.setBatteryPct(batteryPct);
        status.setLowerTempCdegc(Short.MIN_VALUE);
        status.setUpperTempCdegc(Short.MIN_VALUE);
        ReceiveCounters.write(reader, status);
        status.setTxFrames(out.sent());
        status.setTxDropped(out.dropped() + stream.batchesLost());
        status.setSamplesLost(stream.samplesLost());
        status.setCuesPlayed(cues.played());
        status.setCuesRefused(cues.refused());
        status.setMotorCuts(cues.cuts());
        status.setPresses(button.presses());
        status.setPressesLost(button.pressesLost());
        status.setRepliesRepeated(requests.repliesRepeated());
        out.send(status, nowUs);
    }
}
