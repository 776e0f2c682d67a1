package org.holdline.report.export;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A field of a FIT message.
 *
 * @param number in the message of the profile; of a developer field in its description
 * @param type of its elements
 * @param length in bytes
 * @param developer what describes a field of Holdline's own; null for one of the profile
 */
record FitField(
        int number, FitType type, int length, @Nullable Developer developer) {
    /** Name and unit, as they stand in the file. */
    record Developer(String name, String units) {
        /** Bytes for either, with the zero at the end. */
        static final int TEXT_BYTES = 32;

        Developer {
            if (utf8(name).length >= TEXT_BYTES || utf8(units).length >= TEXT_BYTES) {
                throw new IllegalArgumentException(
                        "name=" + name + " units=" + units + ", expected less than " + TEXT_BYTES + " bytes each");
            }
        }
    }

    static FitField of(int number, FitType type) {
        return new FitField(number, type, type.bytes(), null);
    }

    static FitField text(int number, int bytes) {
        return new FitField(number, FitType.STRING, bytes, null);
    }

    static FitField own(int number, FitType type, String name, String units) {
        return new FitField(number, type, type.bytes(), new Developer(name, units));
    }

    static FitField ownText(int number, int bytes, String name) {
        return new FitField(number, FitType.STRING, bytes, new Developer(name, ""));
    }

    boolean isOwn() {
        return developer != null;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
