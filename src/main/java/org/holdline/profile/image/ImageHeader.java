package org.holdline.profile.image;

import java.nio.charset.StandardCharsets;

/**
 * Header of an image: whose it is and how new, without its values.
 *
 * @param generation 1..{@link ImageLayout#MAX_GENERATION}; each write of a clip's profile takes the next one
 * @param createdS when it was measured, seconds since 1970
 * @param bodyCrc CRC-32C of the body: what tells two profiles of one generation apart
 * @param headerCrc CRC-32C of the header, and through it of everything
 */
public record ImageHeader(
        String serial, long generation, long createdS, String tool, int bodyBytes, int bodyCrc, int headerCrc) {

    /**
     * Reads and checks the first {@link ImageLayout#HEADER_BYTES} bytes.
     *
     * @throws ImageException when they are no header; nothing is said of the body
     */
    public static ImageHeader of(byte[] image) throws ImageException {
        if (image.length < ImageLayout.HEADER_BYTES) {
            throw new ImageException(ImageFault.LENGTH, image.length);
        }
        require(Bytes.i32(image, ImageLayout.MAGIC_AT) == ImageLayout.MAGIC, ImageFault.MAGIC, ImageLayout.MAGIC_AT);
        require(
                Bytes.i32(image, ImageLayout.HEADER_CRC_AT) == Bytes.crc(image, 0, ImageLayout.HEADER_CRC_AT),
                ImageFault.HEADER_CRC,
                ImageLayout.HEADER_CRC_AT);
        require(Bytes.u8(image, ImageLayout.LAYOUT_AT) == ImageLayout.LAYOUT, ImageFault.LAYOUT, ImageLayout.LAYOUT_AT);
        require(
                Bytes.u8(image, ImageLayout.HEADER_BYTES_AT) == ImageLayout.HEADER_BYTES,
                ImageFault.LENGTH,
                ImageLayout.HEADER_BYTES_AT);
        int bodyBytes = Bytes.u16(image, ImageLayout.BODY_BYTES_AT);
        require(
                bodyBytes >= 1 && bodyBytes <= ImageLayout.MAX_BODY_BYTES,
                ImageFault.LENGTH,
                ImageLayout.BODY_BYTES_AT);
        long generation = Bytes.u32(image, ImageLayout.GENERATION_AT);
        require(
                generation >= 1 && generation <= ImageLayout.MAX_GENERATION,
                ImageFault.RANGE,
                ImageLayout.GENERATION_AT);
        for (int i = 0; i < ImageLayout.RESERVED_BYTES; i++) {
            require(image[ImageLayout.RESERVED_AT + i] == 0, ImageFault.RESERVED, ImageLayout.RESERVED_AT + i);
        }
        return new ImageHeader(
                text(image, ImageLayout.SERIAL_AT, ImageLayout.SERIAL_BYTES, true),
                generation,
                Bytes.u32(image, ImageLayout.CREATED_AT),
                text(image, ImageLayout.TOOL_AT, ImageLayout.TOOL_BYTES, false),
                bodyBytes,
                Bytes.i32(image, ImageLayout.BODY_CRC_AT),
                Bytes.i32(image, ImageLayout.HEADER_CRC_AT));
    }

    /** Length of the whole image. */
    public int imageBytes() {
        return ImageLayout.HEADER_BYTES + bodyBytes;
    }

    /** ASCII filled up with zeros, at least one character, nothing behind the first zero. */
    private static String text(byte[] image, int at, int bytes, boolean serial) throws ImageException {
        int length = 0;
        while (length < bytes && image[at + length] != 0) {
            int c = image[at + length];
            boolean fine =
                    serial ? c < 0x80 && Character.isLetterOrDigit(c) : c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
            require(fine, serial ? ImageFault.SERIAL : ImageFault.RANGE, at + length);
            length++;
        }
        require(length > 0, serial ? ImageFault.SERIAL : ImageFault.RANGE, at);
        for (int i = length; i < bytes; i++) {
            require(image[at + i] == 0, serial ? ImageFault.SERIAL : ImageFault.RANGE, at + i);
        }
        return new String(image, at, length, StandardCharsets.US_ASCII);
    }

    private static void require(boolean holds, ImageFault fault, int offset) throws ImageException {
        if (!holds) {
            throw new ImageException(fault, offset);
        }
    }
}
