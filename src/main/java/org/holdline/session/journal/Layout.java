package org.holdline.session.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** Numbers of the file; all of them little-endian. */
final class Layout {
    /** First eight bytes: letters, and a line's end that a transfer as text would change. */
    static final byte[] MAGIC = {'H', 'L', 'J', 'R', 'N', '\r', '\n', 0x1A};

    /** Raised when an older program could not read a new file. */
    static final int VERSION = 1;

    /** Magic, version u16, zero u16, CRC-32C of those twelve. */
    static final int HEAD_BYTES = 16;

    static final int HEAD_CRC_AT = 12;

    /** Length of the payload u32, type u8. */
    static final int FRAME_HEAD_BYTES = 5;

    static final int CRC_BYTES = 4;

    /** More is no frame but damage; the largest holds the names of all fields. */
    static final int MAX_PAYLOAD_BYTES = 1 << 16;

    static final int FACTS = 1;
    static final int FIELDS = 2;

    /** What the run before came to, where a runner's fading goes by it. */
    static final int BEFORE = 3;

    static final int EVENT = 4;
    static final int BELT = 5;

    /** Events that the journal was too slow for. */
    static final int LOST = 6;

    static final int END = 7;

    private Layout() {}

    static byte[] head() {
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        head.put(MAGIC).putShort((short) VERSION).putShort((short) 0);
        head.putInt(crc(head.array(), 0, HEAD_CRC_AT));
        return head.array();
    }

    static int crc(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
