package org.holdline.profile.image;

import java.io.IOException;

/**
 * Memory that keeps profiles: an EEPROM, a part of a flash, a file, an array.
 *
 * <p>A write of one unit of {@link ImageLayout#PAGE_BYTES} that the supply cuts short may leave that unit with anything in it;
 * of the slot's other units it may spoil any, of the other slot's none.
 */
public interface Storage {
    /**
     * Fills {@code into}.
     *
     * @throws IOException when the memory does not answer
     */
    void read(int at, byte[] into) throws IOException;

    /**
     * Writes one unit and returns once it is in the memory.
     *
     * @param at multiple of {@link ImageLayout#PAGE_BYTES}
     * @param unit {@link ImageLayout#PAGE_BYTES} bytes
     * @throws IOException when the memory does not answer; that it answers does not mean it has written
     */
    void write(int at, byte[] unit) throws IOException;
}
