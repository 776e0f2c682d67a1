package org.holdline.settings;

import java.nio.file.Path;

/** Where the samples of a run come from. */
public sealed interface RunSource {
    /** The built-in runner. */
    record Virtual() implements RunSource {
        @Override
        public String word() {
            return VIRTUAL_WORD;
        }
    }

    /** A recording, played back. */
    record Replay(Path file) implements RunSource {
        @Override
        public String word() {
            return REPLAY_PREFIX + file;
        }
    }

    /** The wired clip on this machine's I2C bus. */
    record I2c() implements RunSource {
        @Override
        public String word() {
            return I2C_WORD;
        }
    }

    /** A clip behind a serial port, by the port's device file. */
    record Serial(Path port) implements RunSource {
        @Override
        public String word() {
            return SERIAL_PREFIX + port;
        }
    }

    String I2C_WORD = "i2c";
    String SERIAL_PREFIX = "serial:";
    String VIRTUAL_WORD = "virtual";
    String REPLAY_PREFIX = "replay:";

    /** As written in settings. */
    String word();
}
