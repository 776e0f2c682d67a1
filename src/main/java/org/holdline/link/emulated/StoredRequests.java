package org.holdline.link.emulated;

import java.util.function.LongConsumer;
import org.holdline.link.wire.Codes;
import org.holdline.link.wire.Codes.ErrorCode;
import org.holdline.link.wire.CueRequest;
import org.holdline.link.wire.CueResponse;
import org.holdline.link.wire.Frame;
import org.holdline.link.wire.MessageType;
import org.holdline.link.wire.Protocol;
import org.holdline.link.wire.StreamCtrlRequest;
import org.holdline.link.wire.StreamCtrlResponse;
import org.holdline.link.wire.View;
import org.jspecify.annotations.Nullable;

/** STREAM_CTRL and CUE: carried out once, answered as often as asked. */
final class StoredRequests {
    /** A host that claims to take less is taken at this. */
    private static final int LEAST_PAYLOAD_BYTES = 128;

    private final EmulatedParams params;
    private final FramesOut out;
    private final EmulatedStream stream;
    private final EmulatedCues cues;
    private final EmulatedButton button;
    private final StoredReplies stored = new StoredReplies();
    private final StreamCtrlRequest streamCtrl = new StreamCtrlRequest();
    private final CueRequest cue = new CueRequest();
    private int hostPayloadBytes = Protocol.MAX_PAYLOAD_BYTES;
    private long repliesRepeated;

    StoredRequests(
            EmulatedParams params, FramesOut out, EmulatedStream stream, EmulatedCues cues, EmulatedButton button) {
        this.params = params;
        this.out = out;
        this.stream = stream;
        this.cues = cues;
        this.button = button;
    }

    long repliesRepeated() {
        return repliesRepeated;
    }

    /**
     * Another host: its numbers begin anew.
     *
     * @param maxPayloadBytes the longest payload it takes, as it says
     */
    void begin(int maxPayloadBytes) {
        stored.clear();
        hostPayloadBytes = Math.clamp(maxPayloadBytes, LEAST_PAYLOAD_BYTES, Protocol.MAX_PAYLOAD_BYTES);
    }

    /** Carries a request out, or sends the answer it had before. */
    void take(Frame frame, boolean charging, long nowUs) {
        boolean isCue = frame.type() == MessageType.CUE;
        View asked = isCue ? frame.read(cue) : frame.read(streamCtrl);
        int txn = frame.txn();
        stored.forgetOld(nowUs);
        long crc = StoredReplies.crcOf(asked);
        StoredReplies.Reply known = stored.of(txn);
        if (known != null) {
            if (known.type() == asked.type() && known.payloadCrc() == crc) {
                repliesRepeated++;
                known.send().accept(nowUs);
            } else {
                out.refuse(new Refusal(txn, asked.type(), ErrorCode.TXN_REUSED, 0), nowUs);
            }
            return;
        }
        if (stored.isFull()) {
            out.refuse(new Refusal(txn, asked.type(), ErrorCode.BUSY, stored.freeInMs(nowUs)), nowUs);
            return;
        }
        LongConsumer answer = isCue ? cue(charging, nowUs) : streamCtrl(charging, nowUs);
        stored.keep(new StoredReplies.Reply(txn, asked.type(), crc, nowUs, answer));
        answer.accept(nowUs);
    }

    private LongConsumer cue(boolean charging, long nowUs) {
        Refusal refusal = cues.start(cue, charging, button, nowUs);
        if (refusal != null) {
            return timeUs -> out.refuse(refusal, timeUs);
        }
        int txn = cue.txn();
        int usedMs = cues.usedMs(nowUs);
        return timeUs -> {
            CueResponse answer = out.begin(new CueResponse());
            answer.setTxn(txn);
            answer.setStartedUs((int) nowUs);
            answer.setWindowUsedMs(usedMs);
            out.send(answer, timeUs);
        };
    }

    private LongConsumer streamCtrl(boolean charging, long nowUs) {
        Refusal refusal = streamRefusal(charging);
        if (refusal != null) {
            return timeUs -> out.refuse(refusal, timeUs);
        }
        boolean on = (streamCtrl.bits() & Codes.StreamFlag.ON) != 0;
        if ((streamCtrl.bits() & Codes.StreamFlag.NEW_RUN) != 0) {
            button.unmute();
        }
        stream.set(on, streamCtrl.rateHz(), streamCtrl.batchSamples(), nowUs);
        int txn = streamCtrl.txn();
        int rateHz = stream.rateHz();
        int batchSamples = stream.batchSamples();
        long nextIdx = stream.nextIdx();
        return timeUs -> {
            StreamCtrlResponse answer = out.begin(new StreamCtrlResponse());
            answer.setTxn(txn);
            answer.setBits(on ? Codes.StreamFlag.ON : 0);
            answer.setBatchSamples(batchSamples);
            answer.setRateHz(rateHz);
            answer.setNextIdx(nextIdx);
            out.send(answer, timeUs);
        };
    }

    private @Nullable Refusal streamRefusal(boolean charging) {
        int outOfRange = Ranges.of(streamCtrl, params.imus(), hostPayloadBytes);
        if (outOfRange != Ranges.FINE) {
            return streamRefusal(ErrorCode.RANGE, outOfRange);
        }
        if (!params.ratesHz().contains(streamCtrl.rateHz())) {
            return streamRefusal(ErrorCode.UNSUPPORTED, Ranges.RATE_AT);
        }
        boolean on = (streamCtrl.bits() & Codes.StreamFlag.ON) != 0;
        return on && charging ? streamRefusal(ErrorCode.CHARGING, 0) : null;
    }

    private Refusal streamRefusal(int code, long detail) {
        return new Refusal(streamCtrl.txn(), MessageType.STREAM_CTRL, code, detail);
    }
}
