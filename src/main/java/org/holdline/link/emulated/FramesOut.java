package org.holdline.link.emulated;

import org.holdline.link.wire.ErrorResponse;
import org.holdline.link.wire.FrameWriter;
import org.holdline.link.wire.Protocol;
import org.holdline.link.wire.View;

/** Frames on their way to the line, and how many of them it took. */
final class FramesOut {
    private final ClipLine line;
    private final FrameWriter writer = new FrameWriter();
    private long sentUs;
    private long sent;
    private long dropped;

    FramesOut(ClipLine line, long nowUs) {
        this.line = line;
        lineOpened(nowUs);
    }

    /** Noise may have come before what is sent next. */
    final void lineOpened(long nowUs) {
        sentUs = nowUs - Protocol.LEADING_ZERO_MS * 1000L;
    }

    /** Frames the line took. */
    long sent() {
        return sent;
    }

    /** Frames it did not take. */
    long dropped() {
        return dropped;
    }

    void setVersion(int version) {
        writer.setVersion(version);
    }

    /** A message to be filled and sent before the next one is begun. */
    <T extends View> T begin(T message) {
        return writer.begin(message);
    }

    /** Sends it, or counts it as dropped: the line takes a whole frame or none. */
    void send(View message, long nowUs) {
        dropped += offer(message, nowUs) ? 0 : 1;
    }

    /** Whether the line took it; if not, it was never sent and its number is the next frame's. */
    boolean offer(View message, long nowUs) {
        boolean leadingZero = nowUs - sentUs >= Protocol.LEADING_ZERO_MS * 1000L;
        int length = writer.finish(message, leadingZero);
        if (!line.send(writer.wire(), length)) {
            writer.takeBack();
            return false;
        }
        sentUs = nowUs;
        sent++;
        return true;
    }

    /** Refuses a request; see {@link org.holdline.link.wire.Codes.ErrorCode}. */
    void refuse(Refusal refusal, long nowUs) {
        ErrorResponse error = begin(new ErrorResponse());
        error.setTxn(refusal.txn());
        error.setRefusedType(refusal.type());
        error.setCode(refusal.code());
        error.setDetail(refusal.detail());
        send(error, nowUs);
    }
}
