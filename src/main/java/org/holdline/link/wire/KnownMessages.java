package org.holdline.link.wire;

/** Which messages there are in this version, who sends them and how long they are. */
final class KnownMessages {
    private static final int FLAG_BITS = 2;
    private static final int ROWS = 256 << FLAG_BITS;

    /** By type and flags: {@link Side#bit} of those who send it, 0 when nobody does. */
    private static final byte[] SENDERS = new byte[ROWS];

    private static final short[] FIXED_BYTES = new short[ROWS];

    /** Longest tail, bytes; {@link #OPEN} for a message that may grow in later versions. */
    private static final short[] MAX_TAIL_BYTES = new short[ROWS];

    private static final short OPEN = -1;

    static {
        add(new HelloRequest(), Side.HOST.bit, HelloRequest.BYTES, OPEN);
        add(new HelloResponse(), Side.CLIP.bit, HelloResponse.BYTES, OPEN);
        add(new TimesyncRequest(), Side.HOST.bit, TimesyncRequest.BYTES, OPEN);
        add(new TimesyncResponse(), Side.CLIP.bit, TimesyncResponse.BYTES, OPEN);
        add(new Status(), Side.CLIP.bit, Status.BYTES, OPEN);
        add(new ErrorResponse(), Side.HOST.bit | Side.CLIP.bit, ErrorResponse.BYTES, Protocol.MAX_ERROR_TEXT_BYTES);
        add(new Log(), Side.CLIP.bit, Log.BYTES, Protocol.MAX_LOG_TEXT_BYTES);
        add(new StreamCtrlRequest(), Side.HOST.bit, StreamCtrlRequest.BYTES, OPEN);
        add(new StreamCtrlResponse(), Side.CLIP.bit, StreamCtrlResponse.BYTES, OPEN);
        add(new ImuBatch(), Side.CLIP.bit, ImuBatch.BYTES, Protocol.MAX_BATCH_ONE_IMU * Protocol.IMU_BYTES);
        add(new CueRequest(), Side.HOST.bit, CueRequest.BYTES, OPEN);
        add(new CueResponse(), Side.CLIP.bit, CueResponse.BYTES, OPEN);
        add(new CueStopRequest(), Side.HOST.bit, CueStopRequest.BYTES, OPEN);
        add(new CueStopResponse(), Side.CLIP.bit, CueStopResponse.BYTES, OPEN);
        add(new CueEnd(), Side.CLIP.bit, CueEnd.BYTES, OPEN);
        add(new ButtonRequest(), Side.CLIP.bit, ButtonRequest.BYTES, OPEN);
        add(new ButtonResponse(), Side.HOST.bit, ButtonResponse.BYTES, OPEN);
        add(new CalInfoRequest(), Side.HOST.bit, CalInfoRequest.BYTES, OPEN);
        add(new CalInfoResponse(), Side.CLIP.bit, CalInfoResponse.BYTES, OPEN);
        add(new CalReadRequest(), Side.HOST.bit, CalReadRequest.BYTES, OPEN);
        add(new CalReadResponse(), Side.CLIP.bit, CalReadResponse.BYTES, Protocol.CAL_MAX_DATA_BYTES);
        add(new CalBeginRequest(), Side.HOST.bit, CalBeginRequest.BYTES, OPEN);
        add(new CalBeginResponse(), Side.CLIP.bit, CalBeginResponse.BYTES, OPEN);
        add(new CalWriteRequest(), Side.HOST.bit, CalWriteRequest.BYTES, Protocol.CAL_MAX_DATA_BYTES);
        add(new CalWriteResponse(), Side.CLIP.bit, CalWriteResponse.BYTES, OPEN);
        add(new CalVerifyRequest(), Side.HOST.bit, CalVerifyRequest.BYTES, OPEN);
        add(new CalVerifyResponse(), Side.CLIP.bit, CalVerifyResponse.BYTES, OPEN);
        add(new CalCommitRequest(), Side.HOST.bit, CalCommitRequest.BYTES, OPEN);
        add(new CalCommitResponse(), Side.CLIP.bit, CalCommitResponse.BYTES, OPEN);
        add(new CalConfirmRequest(), Side.HOST.bit, CalConfirmRequest.BYTES, OPEN);
        add(new CalConfirmResponse(), Side.CLIP.bit, CalConfirmResponse.BYTES, OPEN);
        add(new CalRollbackRequest(), Side.HOST.bit, CalRollbackRequest.BYTES, OPEN);
        add(new CalRollbackResponse(), Side.CLIP.bit, CalRollbackResponse.BYTES, OPEN);
        add(new CalAbortRequest(), Side.HOST.bit, CalAbortRequest.BYTES, OPEN);
        add(new CalAbortResponse(), Side.CLIP.bit, CalAbortResponse.BYTES, OPEN);
    }

    private KnownMessages() {}

    private static void add(View message, int senders, int fixedBytes, int maxTailBytes) {
        int row = row(message.type(), message.flags());
        SENDERS[row] = (byte) senders;
        FIXED_BYTES[row] = (short) fixedBytes;
        MAX_TAIL_BYTES[row] = (short) maxTailBytes;
    }

    private static int row(int type, int flags) {
        return type << FLAG_BITS | flags;
    }

    /** Answers {@link Counter#FRAMES} when the frame is a message of the sender's, or the counter of the drop. */
    static int judge(Frame frame, Side sender) {
        int row = row(frame.type(), frame.flags());
        if (SENDERS[row] == 0) {
            return Counter.UNKNOWN;
        }
        if ((SENDERS[row] & sender.bit) == 0) {
            return Counter.DIRECTION;
        }
        int tailBytes = frame.payloadBytes() - FIXED_BYTES[row];
        boolean fits = tailBytes >= 0
                && (MAX_TAIL_BYTES[row] == OPEN || tailBytes <= MAX_TAIL_BYTES[row])
                && (frame.type() != MessageType.IMU_BATCH || ImuBatch.isWhole(frame));
        return fits ? Counter.FRAMES : Counter.PAYLOAD;
    }
}
