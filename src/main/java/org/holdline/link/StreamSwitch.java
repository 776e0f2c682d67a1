package org.holdline.link;

import java.util.Locale;
import org.holdline.link.wire.Codes;
import org.holdline.link.wire.FrameWriter;
import org.holdline.link.wire.Protocol;
import org.holdline.link.wire.StreamCtrlRequest;
import org.holdline.link.wire.StreamCtrlResponse;
import org.jspecify.annotations.Nullable;

/** STREAM_CTRL until it is answered, and what is in force. */
final class StreamSwitch {
    private static final long MS = 1_000_000;
    private static final long S = 1_000_000_000;

    private final StreamCtrlRequest request = new StreamCtrlRequest();
    private final Txns txns;
    private boolean pending;
    private boolean on;
    private boolean begun;
    private int bits;
    private int txn;
    private int tries;
    private long dueNs;
    private int rateHz;
    private int batchSamples = 1;

    StreamSwitch(Txns txns) {
        this.txns = txns;
    }

    /** The first time says that a run begins, which takes the runner's mute back. */
    void on(int askedHz, int samples, long nowNs) {
        rateHz = askedHz;
        batchSamples = samples;
        on = true;
        bits = Codes.StreamFlag.ON | (begun ? 0 : Codes.StreamFlag.NEW_RUN);
        ask(nowNs);
    }

    void off(long nowNs) {
        on = false;
        bits = 0;
        if (rateHz != 0) {
            ask(nowNs);
        }
    }

    private void ask(long nowNs) {
        pending = true;
        txn = txns.next();
        tries = 0;
        dueNs = nowNs;
    }

    /** The clip had no room for the request: the same once more after this many ms, and it does not count as a try. */
    void askLater(long nowNs, long afterMs) {
        tries = Math.max(0, tries - 1);
        dueNs = nowNs + Math.max(afterMs, Protocol.REQUEST_RETRY_MS) * MS;
    }

    void forget() {
        pending = false;
    }

    boolean isPending() {
        return pending;
    }

    boolean isMine(int askedTxn) {
        return pending && askedTxn == txn;
    }

    /** Asked often enough without an answer. */
    boolean hasFailed(long nowNs) {
        return pending && tries >= Protocol.REQUEST_TRIES && nowNs - dueNs >= 0;
    }

    long dueNs() {
        return pending && tries < Protocol.REQUEST_TRIES ? dueNs : Long.MAX_VALUE;
    }

    int rateHz() {
        return rateHz;
    }

    /** Time that a batch takes, ns. */
    long batchNs() {
        return rateHz == 0 ? 0 : batchSamples * S / rateHz;
    }

    StreamCtrlRequest write(FrameWriter writer, long nowNs) {
        tries++;
        dueNs = nowNs + Protocol.REQUEST_RETRY_MS * MS;
        writer.begin(request);
        request.setTxn(txn);
        request.setBits(bits);
        request.setBatchSamples(batchSamples);
        request.setRateHz(rateHz);
        return request;
    }

    /** Whether the stream is on by this answer. */
    boolean answered(StreamCtrlResponse answer) {
        if (!isMine(answer.txn())) {
            return false;
        }
        pending = false;
        begun |= on;
        if (on && answer.rateHz() != 0 && answer.batchSamples() != 0) {
            rateHz = answer.rateHz();
            batchSamples = answer.batchSamples();
        }
        return on;
    }

    /** Why the clip does not stream, by its own word. */
    String refusal(int code, @Nullable ClipIdentity clip) {
        return switch (code) {
            case Codes.ErrorCode.CHARGING -> "the clip is being charged and does not measure";
            case Codes.ErrorCode.IMU_FAULT -> "the clip's IMU does not answer it";
            case Codes.ErrorCode.UNSUPPORTED ->
                "the clip has no rate of " + rateHz + " Hz; it has " + (clip == null ? "others" : clip.ratesHz());
            default -> String.format(Locale.ROOT, "the clip refuses to stream, code %d", code);
        };
    }
}
