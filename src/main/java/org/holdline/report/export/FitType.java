package org.holdline.report.export;

/**
 * Base types of the FIT protocol: the byte that names each in a definition, its length, and the value that says "not known"
 * (FIT protocol, table of base types, developer.garmin.com/fit/protocol).
 */
enum FitType {
    ENUM(0x00, 1, 0xff),
    UINT8(0x02, 1, 0xff),
    STRING(0x07, 1, 0),
    BYTE(0x0d, 1, 0xff),
    SINT16(0x83, 2, 0x7fff),
    UINT16(0x84, 2, 0xffff),
    UINT32(0x86, 4, 0xffff_ffffL),
    FLOAT32(0x88, 4, 0xffff_ffffL),
    UINT32Z(0x8c, 4, 0);

    private final int code;
    private final int bytes;
    private final long invalid;

    FitType(int code, int bytes, long invalid) {
        this.code = code;
        this.bytes = bytes;
        this.invalid = invalid;
    }

    int code() {
        return code;
    }

    /** Of one element. */
    int bytes() {
        return bytes;
    }

    long invalid() {
        return invalid;
    }

    /** Whether a whole number can be told in this type and is not the one that says "not known". */
    boolean holds(long value) {
        return switch (this) {
            case SINT16 -> value >= Short.MIN_VALUE && value < Short.MAX_VALUE;
            case UINT32Z -> value > 0 && value <= 0xffff_ffffL;
            case ENUM, UINT8, BYTE, UINT16, UINT32 -> value >= 0 && value < invalid;
            case STRING, FLOAT32 -> false;
        };
    }
}
