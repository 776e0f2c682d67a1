package org.holdline.report.export;

import java.util.Arrays;

/** One FIT message with its values. What is not put is told as not known, and so is what its type cannot hold. */
final class FitRow {
    private final FitMessage message;
    private final byte[] bytes;

    FitRow(FitMessage message) {
        this.message = message;
        bytes = new byte[message.length()];
        int offset = 0;
        for (FitField field : message.fields()) {
            for (int at = 0; at < field.length(); at += field.type().bytes()) {
                store(offset + at, field.type().bytes(), field.type().invalid());
            }
            offset += field.length();
        }
    }

    private void store(int offset, int length, long value) {
        for (int i = 0; i < length; i++) {
            bytes[offset + i] = (byte) (value >>> (8 * i));
        }
    }

    FitRow put(FitField field, long value) {
        if (field.type().holds(value)) {
            store(message.offset(field), field.type().bytes(), value);
        }
        return this;
    }

    /** A number in units of 1/{@code scale}, rounded. */
    FitRow scaled(FitField field, double value, int scale) {
        return Double.isFinite(value) ? put(field, Math.round(value * scale)) : this;
    }

    FitRow real(FitField field, double value) {
        if (Double.isFinite(value)) {
            store(message.offset(field), Float.BYTES, Float.floatToRawIntBits((float) value) & 0xffff_ffffL);
        }
        return this;
    }

    /** As much of a text as fits, with a zero behind it. */
    FitRow text(FitField field, String text) {
        byte[] utf8 = FitField.utf8(text);
        int offset = message.offset(field);
        int length = Math.min(utf8.length, field.length() - 1);
        // A character that does not fit whole is left out.
        while (length < utf8.length && length > 0 && (utf8[length] & 0xc0) == 0x80) {
            length--;
        }
        Arrays.fill(bytes, offset, offset + field.length(), (byte) 0);
        System.arraycopy(utf8, 0, bytes, offset, length);
        return this;
    }

    FitRow bytes(FitField field, byte[] value) {
        System.arraycopy(value, 0, bytes, message.offset(field), field.length());
        return this;
    }

    FitMessage message() {
        return message;
    }

    byte[] bytes() {
        return bytes;
    }
}
