package org.holdline.link.emulated;

import java.nio.charset.StandardCharsets;
import org.holdline.link.wire.ButtonRequest;
import org.holdline.link.wire.ButtonResponse;
import org.holdline.link.wire.ClipTime;
import org.holdline.link.wire.Codes;
import org.holdline.link.wire.Codes.CueEnded;
import org.holdline.link.wire.Codes.ErrorCode;
import org.holdline.link.wire.Counter;
import org.holdline.link.wire.CueEnd;
import org.holdline.link.wire.CueRequest;
import org.holdline.link.wire.CueResponse;
import org.holdline.link.wire.CueStopRequest;
import org.holdline.link.wire.CueStopResponse;
import org.holdline.link.wire.ErrorResponse;
import org.holdline.link.wire.Frame;
import org.holdline.link.wire.FrameReader;
import org.holdline.link.wire.FrameSink;
import org.holdline.link.wire.FrameWriter;
import org.holdline.link.wire.HelloRequest;
import org.holdline.link.wire.HelloResponse;
import org.holdline.link.wire.ImuBatch;
import org.holdline.link.wire.MessageType;
import org.holdline.link.wire.Protocol;
import org.holdline.link.wire.Side;
import org.holdline.link.wire.Status;
import org.holdline.link.wire.StreamCtrlRequest;
import org.holdline.link.wire.StreamCtrlResponse;
import org.holdline.link.wire.TimesyncRequest;
import org.holdline.link.wire.TimesyncResponse;
import org.holdline.link.wire.View;

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

    private final EmulatedParams params;
    private final ClipBody body;
    private final ClipLine line;
    private final long bootUs;
    private final FrameReader reader = new FrameReader(Side.HOST, new Sorter());
    private final FrameWriter writer = new FrameWriter();
    private final EmulatedButton button = new EmulatedButton();
    private final EmulatedMotor motor = new EmulatedMotor();
    private final EmulatedStream stream;
    private final StoredReplies stored = new StoredReplies();

    private final HelloRequest hello = new HelloRequest();
    private final TimesyncRequest timesync = new TimesyncRequest();
    private final StreamCtrlRequest streamCtrl = new StreamCtrlRequest();
    private final CueRequest cue = new CueRequest();
    private final CueStopRequest cueStop = new CueStopRequest();
    private final ButtonResponse buttonAnswer = new ButtonResponse();
    private final ErrorResponse refusal = new ErrorResponse();

    private long nowUs;
    private boolean greeted;
    private boolean sessionKnown;
    private int session;
    private long heardUs;
    private long sentUs;
    private long statusUs;
    private boolean charging;
    private long txFrames;
    private long txDropped;
    private long cuesPlayed;
    private long cuesRefused;
    private long motorCuts;
    private long stopsHeard;
    private long repliesRepeated;

    /** @param nowUs its clock at this start */
    public EmulatedClip(EmulatedParams params, ClipBody body, ClipLine line, long nowUs) {
        this.params = params;
        this.body = body;
        this.line = line;
        this.nowUs = nowUs;
        bootUs = nowUs;
        sentUs = nowUs - Protocol.LEADING_ZERO_MS * MS;
        stream = new EmulatedStream(params.imus(), params.rateHz(0));
    }

    public State state() {
        return !greeted ? State.WAITING : stream.isOn() ? State.STREAMING : State.READY;
    }

    public boolean isPlaying() {
        return motor.isPlaying();
    }

    public boolean isMuted() {
        return button.isMuted();
    }

    public long cuesPlayed() {
        return cuesPlayed;
    }

    public long cuesRefused() {
        return cuesRefused;
    }

    public long motorCuts() {
        return motorCuts;
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
        return repliesRepeated;
    }

    /** Valid frames of the host so far. */
    public long framesHeard() {
        return reader.count(Counter.FRAMES);
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
        if (motor.isPlaying()) {
            due = Math.min(due, Math.min(motor.toUs(), heardUs + Protocol.SILENT_MOTOR_OFF_MS * MS));
        }
        return greeted ? Math.min(due, Math.min(statusUs, heardUs + Protocol.SILENT_WAITING_MS * MS)) : due;
    }

    private void pass() {
        if (motor.isPlaying() && nowUs >= motor.toUs()) {
            letGo(CueEnded.COMPLETE);
        } else if (motor.isPlaying() && nowUs >= heardUs + Protocol.SILENT_MOTOR_OFF_MS * MS) {
            motorCuts++;
            letGo(CueEnded.HOST_SILENT);
        }
        if (greeted && nowUs >= heardUs + Protocol.SILENT_WAITING_MS * MS) {
            waitForGreeting();
        }
        if (nowUs >= stream.dueUs()) {
            stream.measure(body, motor.isPlaying(), nowUs);
            sendBatchWhenReady();
        }
        if (greeted && nowUs >= statusUs) {
            status();
        }
        button.pass(nowUs);
        tellPress();
    }

    /** Bytes of the host. */
    public void hear(byte[] bytes, int length, long timeUs) {
        passTo(timeUs);
        reader.feed(bytes, 0, length);
    }

    /** The button goes down, or up. */
    public void button(boolean down, long timeUs) {
        passTo(timeUs);
        if (down) {
            letGo(CueEnded.BUTTON);
            button.down(nowUs);
        } else {
            button.up(nowUs);
        }
        tellPress();
    }

    /** A charger is connected, or taken away. */
    public void charger(boolean connected, long timeUs) {
        passTo(timeUs);
        charging = connected;
        if (connected) {
            motorCuts += motor.isPlaying() ? 1 : 0;
            letGo(CueEnded.CHARGING);
            stream.off();
        }
    }

    /** The port reports that nobody holds the other end. */
    public void hangUp(long timeUs) {
        passTo(timeUs);
        if (greeted) {
            stopMotor(CueEnded.HOST_SILENT);
            waitForGreeting();
        }
        reader.reset();
    }

    private void waitForGreeting() {
        greeted = false;
        stream.off();
        reader.setVersionInForce(Protocol.VERSION_GREETING);
    }

    private boolean send(View message) {
        boolean leadingZero = nowUs - sentUs >= Protocol.LEADING_ZERO_MS * MS;
        int length = writer.finish(message, leadingZero);
        boolean sent = line.send(writer.wire(), length);
        sentUs = nowUs;
        txFrames += sent ? 1 : 0;
        txDropped += sent ? 0 : 1;
        return sent;
    }

    private void error(int txn, int type, int code, long detail) {
        ErrorResponse error = writer.begin(new ErrorResponse());
        error.setTxn(txn);
        error.setRefusedType(type);
        error.setCode(code);
        error.setDetail(detail);
        send(error);
    }

    private void sendBatchWhenReady() {
        if (stream.isReady(motor.isPlaying())) {
            ImuBatch batch = writer.begin(new ImuBatch());
            stream.write(batch);
            stream.written(send(batch));
        }
    }

    private void tellPress() {
        EmulatedButton.Press press = greeted ? button.toTell(nowUs) : null;
        if (press != null) {
            ButtonRequest told = writer.begin(new ButtonRequest());
            told.setTxn(press.txn());
            told.setPressedUs((int) press.pressedUs());
            told.setPress(press.kind());
            told.setMuted(press.muted() ? 1 : 0);
            send(told);
        }
    }

    private void stopMotor(int reason) {
        if (motor.isPlaying()) {
            motor.stop(nowUs);
            body.motorOff(reason, (int) ((nowUs - motor.fromUs()) / MS));
            sendBatchWhenReady();
        }
    }

    /** Motor off, and the host told. */
    private void letGo(int reason) {
        if (motor.isPlaying()) {
            stopMotor(reason);
            CueEnd ended = writer.begin(new CueEnd());
            ended.setCueTxn(motor.txn());
            ended.setEndedUs((int) nowUs);
            ended.setPlayedMs((int) ((nowUs - motor.fromUs()) / MS));
            ended.setReason(reason);
            send(ended);
        }
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
            error(frame.txn(), frame.type(), code, detail);
        }
    }

    private void request(Frame frame) {
        if (!greeted) {
            error(frame.txn(), frame.type(), ErrorCode.NOT_GREETED, 0);
        } else if (frame.type() == MessageType.TIMESYNC) {
            frame.read(timesync);
            if (timesync.txn() == 0) {
                error(0, MessageType.TIMESYNC, ErrorCode.RANGE, 0);
                return;
            }
            TimesyncResponse answer = writer.begin(new TimesyncResponse());
            answer.setTxn(timesync.txn());
            answer.setHostSentUs(timesync.hostSentUs());
            answer.setClipReceivedUs((int) nowUs);
            answer.setClipSentUs((int) nowUs);
            send(answer);
        } else if (frame.type() == MessageType.STREAM_CTRL) {
            storedRequest(frame.read(streamCtrl), frame.txn());
        } else if (frame.type() == MessageType.CUE) {
            storedRequest(frame.read(cue), frame.txn());
        }
    }

    private void greet(HelloRequest asked) {
        boolean common = asked.versionMin() <= Protocol.VERSION_MAX && asked.versionMax() >= Protocol.VERSION_MIN;
        boolean another = common && (!sessionKnown || asked.hostSession() != session);
        boolean waited = !greeted;
        int hostSession = asked.hostSession();
        answerHello(asked.txn(), common);
        if (!common) {
            stopMotor(CueEnded.NEW_SESSION);
            waitForGreeting();
            return;
        }
        reader.setVersionInForce(Protocol.VERSION_MAX);
        writer.setVersion(Protocol.VERSION_MAX);
        if (another) {
            letGo(CueEnded.NEW_SESSION);
            stream.off();
            stored.clear();
            sessionKnown = true;
            session = hostSession;
        }
        greeted = true;
        if (waited) {
            status();
            button.greeted(nowUs);
            tellPress();
        }
    }

    private void answerHello(int txn, boolean common) {
        HelloResponse answer = writer.begin(new HelloResponse());
        boolean dual = params.imus() > 1;
        answer.setTxn(txn);
        answer.setVersionMin(Protocol.VERSION_MIN);
        answer.setVersionMax(Protocol.VERSION_MAX);
        answer.setVersionAgreed(common ? Protocol.VERSION_MAX : Protocol.VERSION_NONE);
        answer.setMaxPayloadBytes(Protocol.MAX_PAYLOAD_BYTES);
        answer.setBootId(params.bootId());
        answer.setSchemaCrc(Protocol.SCHEMA_CRC);
        answer.setCapabilities(Codes.Capability.HAPTIC
                | Codes.Capability.BUTTON
                | (params.simulated() ? Codes.Capability.SIMULATED : 0));
        answer.setSerial(params.serial().getBytes(StandardCharsets.US_ASCII));
        answer.setHardwareMajor(1);
        answer.setFirmwareMinor(1);
        answer.setImuCount(params.imus());
        answer.setRate0Hz(params.rateHz(0));
        answer.setRate1Hz(params.rateHz(1));
        answer.setRate2Hz(params.rateHz(2));
        answer.setRate3Hz(params.rateHz(3));
        answer.setMotor(Codes.MotorKind.LRA);
        answer.setMotorRiseMs(EmulatedScale.MOTOR_RISE_MS);
        answer.setLowerPart(Codes.ImuPartCode.ICM42688P);
        answer.setLowerAccelLsbNg(EmulatedScale.ACCEL_LSB_NG);
        answer.setLowerGyroLsbNdps(EmulatedScale.GYRO_LSB_NDPS);
        answer.setLowerAccelRangeMg(EmulatedScale.ACCEL_RANGE_MG);
        answer.setLowerGyroRangeDps(EmulatedScale.GYRO_RANGE_DPS);
        if (dual) {
            answer.setUpperPart(Codes.ImuPartCode.ICM42688P);
            answer.setUpperAccelLsbNg(EmulatedScale.ACCEL_LSB_NG);
            answer.setUpperGyroLsbNdps(EmulatedScale.GYRO_LSB_NDPS);
            answer.setUpperAccelRangeMg(EmulatedScale.ACCEL_RANGE_MG);
            answer.setUpperGyroRangeDps(EmulatedScale.GYRO_RANGE_DPS);
        }
        send(answer);
    }

    private void stop(CueStopRequest asked) {
        stopsHeard++;
        CueStopResponse answer = writer.begin(new CueStopResponse());
        answer.setTxn(asked.txn());
        answer.setWasPlaying(motor.isPlaying() ? 1 : 0);
        send(answer);
        letGo(CueEnded.STOPPED);
    }

    private void storedRequest(View asked, int txn) {
        stored.forgetOld(nowUs);
        long crc = StoredReplies.crcOf(asked);
        StoredReplies.Reply known = stored.of(txn);
        if (known != null) {
            if (known.type() == asked.type() && known.payloadCrc() == crc) {
                repliesRepeated++;
                known.again().run();
            } else {
                error(txn, asked.type(), ErrorCode.TXN_REUSED, 0);
            }
            return;
        }
        if (stored.isFull()) {
            error(txn, asked.type(), ErrorCode.BUSY, stored.freeInMs(nowUs));
            return;
        }
        Runnable answer = asked.type() == MessageType.CUE ? answerCue(txn) : answerStream(txn);
        stored.keep(new StoredReplies.Reply(txn, asked.type(), crc, nowUs, answer));
        answer.run();
        sendBatchWhenReady();
    }

    private Runnable refusal(int txn, int type, int code, long detail) {
        cuesRefused += type == MessageType.CUE ? 1 : 0;
        return () -> error(txn, type, code, detail);
    }

    private Runnable answerStream(int txn) {
        int outOfRange = Ranges.of(streamCtrl, params.imus());
        if (outOfRange != Ranges.FINE) {
            return refusal(txn, MessageType.STREAM_CTRL, ErrorCode.RANGE, outOfRange);
        }
        boolean on = (streamCtrl.bits() & Codes.StreamFlag.ON) != 0;
        if (!params.ratesHz().contains(streamCtrl.rateHz())) {
            return refusal(txn, MessageType.STREAM_CTRL, ErrorCode.UNSUPPORTED, Ranges.RATE_AT);
        }
        if (on && charging) {
            return refusal(txn, MessageType.STREAM_CTRL, ErrorCode.CHARGING, 0);
        }
        if ((streamCtrl.bits() & Codes.StreamFlag.NEW_RUN) != 0) {
            button.unmute();
        }
        stream.set(on, streamCtrl.rateHz(), streamCtrl.batchSamples(), nowUs);
        int rateHz = stream.rateHz();
        int batchSamples = stream.batchSamples();
        long nextIdx = stream.nextIdx();
        return () -> {
            StreamCtrlResponse answer = writer.begin(new StreamCtrlResponse());
            answer.setTxn(txn);
            answer.setBits(on ? Codes.StreamFlag.ON : 0);
            answer.setBatchSamples(batchSamples);
            answer.setRateHz(rateHz);
            answer.setNextIdx(nextIdx);
            send(answer);
        };
    }

    private Runnable answerCue(int txn) {
        int outOfRange = Ranges.of(cue);
        if (outOfRange != Ranges.FINE) {
            return refusal(txn, MessageType.CUE, ErrorCode.RANGE, outOfRange);
        }
        int ageUs = ClipTime.betweenUs(cue.issuedUs(), (int) nowUs);
        long usedUs = motor.usedUs(nowUs);
        int durationMs = cue.durationMs();
        if (charging) {
            return refusal(txn, MessageType.CUE, ErrorCode.CHARGING, 0);
        }
        if (button.isMuted() || button.isUndecided()) {
            return refusal(txn, MessageType.CUE, ErrorCode.MUTED, 0);
        }
        if (ageUs < -Protocol.MAX_CUE_LEAD_MS * MS) {
            return refusal(txn, MessageType.CUE, ErrorCode.CUE_EARLY, -ageUs);
        }
        if (ageUs > cue.ttlMs() * MS) {
            return refusal(txn, MessageType.CUE, ErrorCode.CUE_LATE, ageUs);
        }
        if (motor.isPlaying()) {
            return refusal(txn, MessageType.CUE, ErrorCode.CUE_ACTIVE, (motor.toUs() - nowUs) / MS);
        }
        if (usedUs + durationMs * MS > Protocol.CUE_WINDOW_MAX_MS * MS) {
            return refusal(txn, MessageType.CUE, ErrorCode.CUE_DUTY, usedUs / MS);
        }
        motor.play(txn, durationMs, nowUs);
        cuesPlayed++;
        body.motorOn(durationMs);
        int startedUs = (int) nowUs;
        int usedMs = (int) (usedUs / MS) + durationMs;
        return () -> {
            CueResponse answer = writer.begin(new CueResponse());
            answer.setTxn(txn);
            answer.setStartedUs(startedUs);
            answer.setWindowUsedMs(usedMs);
            send(answer);
        };
    }

    private void status() {
        statusUs = nowUs + Protocol.STATUS_PERIOD_MS * MS;
        Status status = writer.begin(new Status());
        status.setClipTimeUs((int) nowUs);
        status.setUptimeS((nowUs - bootUs) / 1_000_000);
        status.setBootId(params.bootId());
        status.setBits((stream.isOn() ? Codes.StatusFlag.STREAMING : 0)
                | (charging ? Codes.StatusFlag.CHARGING : 0)
                | Codes.StatusFlag.LOWER_IMU_OK
                | (params.imus() > 1 ? Codes.StatusFlag.UPPER_IMU_OK : 0)
                | (motor.isPlaying() ? Codes.StatusFlag.MOTOR_RUNNING : 0)
                | (button.isMuted() ? Codes.StatusFlag.MUTED : 0));
        status.setResetReason(Codes.ResetReason.POWER);
        status.setBatteryPct(255);
        status.setLowerTempCdegc(Short.MIN_VALUE);
        status.setUpperTempCdegc(Short.MIN_VALUE);
        ReceiveCounters.write(reader, status);
        status.setTxFrames(txFrames);
        status.setTxDropped(txDropped);
        status.setSamplesLost(stream.samplesLost());
        status.setCuesPlayed(cuesPlayed);
        status.setCuesRefused(cuesRefused);
        status.setMotorCuts(motorCuts);
        status.setPresses(button.presses());
        status.setPressesLost(button.pressesLost());
        status.setRepliesRepeated(repliesRepeated);
        send(status);
    }
}
