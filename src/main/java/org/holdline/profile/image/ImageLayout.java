package org.holdline.profile.image;

/** Offsets and sizes of image and slot, bytes. Checked against the schema. */
public final class ImageLayout {
    /** "HLPI" as it stands in memory. */
    public static final int MAGIC = 0x4950_4C48;

    public static final int LAYOUT = 1;
    public static final int PAGE_BYTES = 64;
    public static final int HEADER_BYTES = 64;
    public static final int MAX_IMAGE_BYTES = 960;
    public static final int MAX_BODY_BYTES = MAX_IMAGE_BYTES - HEADER_BYTES;

    public static final int MAGIC_AT = 0;
    public static final int LAYOUT_AT = 4;
    public static final int HEADER_BYTES_AT = 5;
    public static final int BODY_BYTES_AT = 6;
    public static final int GENERATION_AT = 8;
    public static final int SERIAL_AT = 12;
    public static final int SERIAL_BYTES = 12;
    public static final int CREATED_AT = 24;
    public static final int TOOL_AT = 28;
    public static final int TOOL_BYTES = 16;
    public static final int BODY_CRC_AT = 44;
    public static final int RESERVED_AT = 48;
    public static final int RESERVED_BYTES = 12;
    public static final int HEADER_CRC_AT = 60;

    /** Type and length in front of each record. */
    public static final int RECORD_HEADER_BYTES = 4;

    /** Bit of a record's type: who does not know it refuses the image. */
    public static final int CRITICAL = 0x8000;

    public static final int SLOTS = 2;
    public static final int SLOT_BYTES = 1024;

    /** "HLPC": the image of this slot is confirmed. */
    public static final int CONFIRMED_MAGIC = 0x4350_4C48;

    public static final int STATE_AT = 0;
    public static final int STATE_BYTES = 16;
    public static final int STATE_GENERATION_AT = 4;
    public static final int STATE_HEADER_CRC_AT = 8;
    public static final int STATE_CRC_AT = 12;
    public static final int IMAGE_AT = 64;

    /** Highest generation; one more could never be replaced. */
    public static final long MAX_GENERATION = 0xFFFF_FFFEL;

    private ImageLayout() {}
}
