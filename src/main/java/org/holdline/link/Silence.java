package org.holdline.link;

import org.holdline.link.wire.Counter;
import org.holdline.link.wire.FrameReader;

/** What an opened line brought while no greeting came, so that a person is told what to look for. */
final class Silence {
    private final FrameReader reader;
    private long bytes;
    private long frames;
    private long echoes;

    Silence(FrameReader reader) {
        this.reader = reader;
    }

    /** The line was opened. */
    void begin() {
        bytes = reader.count(Counter.BYTES);
        frames = reader.count(Counter.FRAMES);
        echoes = reader.count(Counter.DIRECTION);
    }

    /** Why there is no clip, by what came since. */
    String why() {
        if (reader.count(Counter.FRAMES) > frames) {
            return "the clip answers and sends no samples";
        }
        if (reader.count(Counter.DIRECTION) > echoes) {
            return "the line echoes what is sent: the clip is not there, or two wires touch";
        }
        long came = reader.count(Counter.BYTES) - bytes;
        return came == 0
                ? "no clip answers, not one byte came: it is off, away or on another port; or it hears another baud rate,"
                        + " for a clip that does not understand HELLO says nothing"
                : "bytes arrive but no valid frame, " + came
                        + " so far: likely another baud rate than the clip's, a module in command mode, or another device";
    }
}
