package org.holdline.profile.eeprom;

import java.io.IOException;
import java.io.Serial;

/** A memory did not do what it was asked for. */
public final class EepromException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    /** What happened. */
    public enum Kind {
        /** No acknowledge for as long as a write may take, and much longer. */
        SILENT,
        /** The bus failed, the part was not heard. */
        BUS,
        /** It acknowledged a write, and all bytes are as before. */
        PROTECTED,
        /** It holds something else than was written. */
        DIFFERS,
        /** It takes one address byte, not two. */
        ONE_ADDRESS_BYTE,
        /** It is smaller than was said. */
        SMALLER
    }

    private final Kind kind;

    EepromException(Kind kind, String text) {
        super(text);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
