package org.holdline.profile.eeprom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.holdline.profile.image.ImageHeader;
import org.holdline.profile.image.ImageLayout;

/**
 * What stands in unit 0 of a slot while its image is not confirmed: magic, generation, a CRC, CRC-32C of these, as in a
 * confirmation. A mark is none, so whoever knows confirmations alone takes the slot for unconfirmed.
 *
 * @param generation of the image
 * @param crc of a write the CRC-32C of the body, on trial that of the header
 */
record Mark(Kind kind, long generation, int crc) {
    /** What is going on with the slot. */
    enum Kind {
        /** "HLPM": this memory is one for profiles; nothing of them is in this slot yet. */
        CLAIMED(0x4D50_4C48),
        /** "HLPW": an image is being written. */
        WRITING(0x5750_4C48),
        /** "HLPT": the image was read back and waits to be confirmed. */
        TRIAL(0x5450_4C48);

        private final int magic;

        Kind(int magic) {
            this.magic = magic;
        }
    }

    static Mark claimed() {
        return new Mark(Kind.CLAIMED, 0, 0);
    }

    static Mark writing(ImageHeader image) {
        return new Mark(Kind.WRITING, image.generation(), image.bodyCrc());
    }

    static Mark trial(ImageHeader image) {
        return new Mark(Kind.TRIAL, image.generation(), image.headerCrc());
    }

    /** The unit. */
    byte[] unit() {
        byte[] unit = new byte[ImageLayout.PAGE_BYTES];
        Arrays.fill(unit, (byte) 0xFF);
        ByteBuffer bytes = ByteBuffer.wrap(unit).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(ImageLayout.STATE_AT, kind.magic);
        bytes.putInt(ImageLayout.STATE_GENERATION_AT, (int) generation);
        bytes.putInt(ImageLayout.STATE_HEADER_CRC_AT, crc);
        bytes.putInt(ImageLayout.STATE_CRC_AT, crcOf(unit));
        return unit;
    }

    /** The mark in a unit, none when it holds a confirmation or anything else. */
    static Optional<Mark> of(byte[] unit) {
        ByteBuffer bytes = ByteBuffer.wrap(unit).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.getInt(ImageLayout.STATE_CRC_AT) != crcOf(unit)) {
            return Optional.empty();
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.magic == bytes.getInt(ImageLayout.STATE_AT))
                .findFirst()
                .map(kind -> new Mark(
                        kind,
                        Integer.toUnsignedLong(bytes.getInt(ImageLayout.STATE_GENERATION_AT)),
                        bytes.getInt(ImageLayout.STATE_HEADER_CRC_AT)));
    }

    /** Whether a unit holds a confirmation, whatever of. */
    static boolean isConfirmation(byte[] unit) {
        ByteBuffer bytes = ByteBuffer.wrap(unit).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.getInt(ImageLayout.STATE_AT) == ImageLayout.CONFIRMED_MAGIC
                && bytes.getInt(ImageLayout.STATE_CRC_AT) == crcOf(unit);
    }

    /** Whether a unit holds a mark or a confirmation. */
    static boolean isOurs(byte[] unit) {
        return of(unit).isPresent() || isConfirmation(unit);
    }

    private static int crcOf(byte[] unit) {
        CRC32C crc = new CRC32C();
        crc.update(unit, 0, ImageLayout.STATE_CRC_AT);
        return (int) crc.getValue();
    }
}
