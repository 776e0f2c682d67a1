package org.holdline.link.wire;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/** The wire format once more, written for reading only and sharing nothing with the product: an oracle. */
public final class PlainWire {
    private PlainWire() {}

    /** Bit by bit, as the polynomial is published. */
    public static int crc(byte[] bytes) {
        int remainder = 0xFFFFFFFF;
        for (byte next : bytes) {
            remainder ^= next & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                boolean carry = (remainder & 1) != 0;
                remainder >>>= 1;
                if (carry) {
                    remainder ^= Integer.reverse(0x1EDC6F41);
                }
            }
        }
        return ~remainder;
    }

    /** By the text of the paper: a zero is thought behind the message, and the message cut into runs that end in it. */
    public static byte[] stuff(byte[] message) {
        byte[] rest = Arrays.copyOf(message, message.length + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (rest.length > 0) {
            int run = 0;
            while (run < 254 && rest[run] != 0) {
                run++;
            }
            out.write(run + 1);
            out.write(rest, 0, run);
            boolean full = run == 254;
            rest = Arrays.copyOfRange(rest, full ? run : run + 1, rest.length);
            if (full && rest.length == 1) {
                break;
            }
        }
        return out.toByteArray();
    }

    /** Null when the bytes are not what {@link #stuff} makes of some message. */
    public static byte[] unstuff(byte[] stuffed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        while (at < stuffed.length) {
            int code = stuffed[at] & 0xFF;
            if (at + code > stuffed.length) {
                return null;
            }
            out.write(stuffed, at + 1, code - 1);
            at += code;
            if (code < 255 && at < stuffed.length) {
                out.write(0);
            }
        }
        byte[] message = out.toByteArray();
        return Arrays.equals(stuff(message), stuffed) ? message : null;
    }

    /** A frame before stuffing, whatever it may hold. */
    public static byte[] frame(int version, int flags, int type, int seq, byte[] payload) {
        byte[] head = {
            (byte) (version << 4 | flags),
            (byte) type,
            (byte) seq,
            (byte) (seq >> 8),
            (byte) payload.length,
            (byte) (payload.length >> 8)
        };
        return sealed(join(head, payload));
    }

    /** The same in the version that is spoken here: 1, and 0 in HELLO and ERROR. */
    public static byte[] frame(int flags, int type, int seq, byte[] payload) {
        return frame(spoken(type), flags, type, seq, payload);
    }

    /** Wire version of a type of message. */
    static int spoken(int type) {
        return type == 1 || type == 4 ? 0 : 1;
    }

    /** With the CRC of everything behind it. */
    public static byte[] sealed(byte[] body) {
        int crc = crc(body);
        return join(body, new byte[] {(byte) crc, (byte) (crc >> 8), (byte) (crc >> 16), (byte) (crc >> 24)});
    }

    /** What goes over the line: stuffed, with a closing zero. */
    public static byte[] wire(byte[] frame) {
        return join(stuff(frame), new byte[1]);
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    public static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
