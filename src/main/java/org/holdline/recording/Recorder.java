package org.holdline.recording;

import org.holdline.ring.Ring;
import org.holdline.sample.Sample;

/**
 * Takes the road's samples from their ring into a recording, so that a slow disk never holds up a cue.
 *
 * <p>Not thread-safe: the one cold thread that drains the ring owns it and its writer.
 */
public final class Recorder implements AutoCloseable {
    private final Ring<Sample> ring;
    private final RecordingWriter writer;
    private long lostSeen;

    /** @param writer is closed with the recorder */
    public Recorder(Ring<Sample> ring, RecordingWriter writer) {
        this.ring = ring;
        this.writer = writer;
    }

    /**
     * One duty cycle: takes what waits in the ring, and lets the writer flush when its second has passed. The ring is
     * emptied even when the writer has failed.
     *
     * @param nowNs the caller's monotonic clock
     * @return samples taken; 0 = time to idle
     */
    public int doWork(long nowNs) {
        int taken = drain(ring.capacity());
        writer.flushIfDue(nowNs);
        return taken;
    }

    /** @param limit keeps a source that is faster than the disk from putting off the flush for ever */
    private int drain(int limit) {
        int taken = 0;
        while (taken < limit) {
            Sample sample = ring.peek();
            if (sample == null) {
                break;
            }
            long lost = ring.lost();
            if (lost > 0) {
                lostSeen += lost;
                writer.lost(lost);
            }
            writer.write(sample);
            ring.release();
            taken++;
        }
        return taken;
    }

    /** Takes the rest and closes the file. The road must have stopped writing to the ring. */
    @Override
    public void close() {
        while (drain(ring.capacity()) > 0) {
            // Until the ring is empty.
        }
        // Losses after the last sample that found room come with no sample.
        long lostAtEnd = ring.lostTotal() - lostSeen;
        if (lostAtEnd > 0) {
            lostSeen += lostAtEnd;
            writer.lost(lostAtEnd);
        }
        writer.close();
    }
}
