package org.holdline.profile.image;

import java.util.Locale;

/** Why bytes are no valid profile image. The codes go over the link, as detail of a refusal, and into the vectors. */
public enum ImageFault {
    NONE(0, "valid"),
    MAGIC(1, "no profile image"),
    LAYOUT(2, "a layout of a newer version"),
    LENGTH(3, "the lengths contradict each other"),
    HEADER_CRC(4, "the header's CRC differs"),
    BODY_CRC(5, "the body's CRC differs"),
    RECORD(6, "a record runs past the end, has another length or stands out of order"),
    CRITICAL(7, "a critical record of a newer version"),
    REPEATED(8, "a record stands twice"),
    MISSING(9, "a record is missing"),
    RANGE(10, "a value is out of its bounds"),
    RESERVED(11, "a reserved byte is not zero"),
    SERIAL(12, "the serial number is another clip's, or no serial number");

    private static final ImageFault[] ALL = values();

    private final int code;
    private final String text;

    ImageFault(int code, String text) {
        this.code = code;
        this.text = text;
    }

    public int code() {
        return code;
    }

    /** A phrase to follow "the image is refused:". */
    public String text() {
        return text;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of a code from the link; RECORD stands for codes of a newer clip. */
    public static ImageFault of(int code) {
        for (ImageFault fault : ALL) {
            if (fault.code == code) {
                return fault;
            }
        }
        return RECORD;
    }
}
