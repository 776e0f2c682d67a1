package org.holdline.app;

import org.holdline.link.emulated.EmulatedPort;
import org.holdline.link.wire.CueRequest;
import org.holdline.link.wire.Frame;
import org.holdline.link.wire.FrameReader;
import org.holdline.link.wire.FrameSink;
import org.holdline.link.wire.MessageType;
import org.holdline.link.wire.Side;

/**
 * Listens at the clip's end of a line for cues: when the last byte of each had been read. A repeated request counts once.
 *
 * <p><b>Threads:</b> the clip's hears; {@link #count} and {@link #lastNs} are any thread's.
 */
final class CueTap implements EmulatedPort.Tap {
    private final CueRequest cue = new CueRequest();
    private final FrameReader reader = new FrameReader(Side.HOST, new FrameSink() {
        @Override
        public void frame(Frame frame) {
            if (frame.type() == MessageType.CUE) {
                arrived(frame.read(cue).txn());
            }
        }

        @Override
        public void refused(Frame frame, int code, int detail) {}
    });

    private long readNs;
    private int lastTxn;
    private volatile long lastNs;
    private volatile long count;

    @Override
    public void heard(byte[] bytes, int length, long returnedNs) {
        readNs = returnedNs;
        reader.feed(bytes, 0, length);
    }

    private void arrived(int txn) {
        if (txn != lastTxn) {
            lastTxn = txn;
            lastNs = readNs;
            count = count + 1;
        }
    }

    /** Cues so far. */
    long count() {
        return count;
    }

    /** When the last of them was there, ns; valid after {@link #count} has told of it. */
    long lastNs() {
        return lastNs;
    }
}
