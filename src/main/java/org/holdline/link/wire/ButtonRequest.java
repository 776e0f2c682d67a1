package org.holdline.link.wire;

/**
 * The runner pressed the button. The clip repeats it each BUTTON_RETRY_MS until the host answers; one at a time, in
 * order. From the clip.
 */
public final class ButtonRequest extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 8;

    private static final int TXN_AT = 0;
    private static final int PRESSED_US_AT = 2;
    private static final int PRESS_AT = 6;
    private static final int MUTED_AT = 7;

    public ButtonRequest() {
        super(MessageType.BUTTON, Protocol.FLAG_REQUEST, BYTES);
    }

    /** Number of this press, by the clip's own count. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** Clip clock when the button went down first. Unit: us. */
    public int pressedUs() {
        return i32(PRESSED_US_AT);
    }

    public void setPressedUs(int value) {
        put32(PRESSED_US_AT, value);
    }

    /** Kind of press. One of {@link Codes.Press}. */
    public int press() {
        return u8(PRESS_AT);
    }

    public void setPress(int value) {
        put8(PRESS_AT, value);
    }

    /** Whether the clip is muted after it. Unit: 0 or 1. */
    public int muted() {
        return u8(MUTED_AT);
    }

    public void setMuted(int value) {
        put8(MUTED_AT, value);
    }
}
