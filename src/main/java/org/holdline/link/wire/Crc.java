package org.holdline.link.wire;

import java.util.zip.CRC32C;

/**
 * CRC-32C (Castagnoli) of a range of bytes.
 *
 * <p>The JDK's: it allocates nothing after construction, and hot code becomes the processor's own instructions where it
 * has them (arm64 does). A table of our own would be slower and one more thing to check.
 *
 * <p>Not thread-safe.
 */
final class Crc {
    private final CRC32C crc = new CRC32C();

    int of(byte[] bytes, int at, int length) {
        crc.reset();
        crc.update(bytes, at, length);
        return (int) crc.getValue();
    }
}
