package org.holdline.link.wire;

/** Answer to CUE_STOP. From the clip. */
public final class CueStopResponse extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 3;

    private static final int TXN_AT = 0;
    private static final int WAS_PLAYING_AT = 2;

    public CueStopResponse() {
        super(MessageType.CUE_STOP, Protocol.FLAG_RESPONSE, BYTES);
    }

    /** Of the request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** Whether this request stopped a cue. Unit: 0 or 1. */
    public int wasPlaying() {
        return u8(WAS_PLAYING_AT);
    }

    public void setWasPlaying(int value) {
        put8(WAS_PLAYING_AT, value);
    }
}
