package org.holdline.link.emulated;

import java.util.ArrayDeque;
import java.util.Deque;
import org.holdline.link.wire.ImuBatch;
import org.jspecify.annotations.Nullable;

/** Samples at their own instants, in batches that wait until the line takes them. */
final class EmulatedStream {
    static final long NEVER = Long.MAX_VALUE;

    /** 240 ms at 200 Hz x 4: what is older is of no use to a runner. */
    static final int MOST_WAITING = 12;

    private static final long S_US = 1_000_000;

    private final int imus;
    private final Deque<UnsentBatch> waiting = new ArrayDeque<>();
    private @Nullable UnsentBatch filling;
    private final int[] steps = new int[UnsentBatch.NUMBERS];
    private boolean on;
    private int rateHz;
    private int batchSamples = 1;
    private long beginUs;
    private long taken;
    private long idx;
    private boolean overrun;
    private long samplesLost;
    private long batchesLost;

    EmulatedStream(int imus, int rateHz) {
        this.imus = imus;
        this.rateHz = rateHz;
    }

    /** The same setting again changes nothing. */
    void set(boolean newOn, int newRateHz, int newBatchSamples, long nowUs) {
        boolean same = on == newOn && rateHz == newRateHz && batchSamples == newBatchSamples;
        if (!same) {
            off();
            beginUs = nowUs;
            taken = 0;
        }
        on = newOn;
        rateHz = newRateHz;
        batchSamples = newBatchSamples;
    }

    /** What was not sent counts as never taken: a break that was asked for is no loss. */
    void off() {
        on = false;
        UnsentBatch oldest = waiting.isEmpty() ? filling : waiting.getFirst();
        if (oldest != null) {
            idx = oldest.firstIdx();
            overrun = oldest.isBehindLoss();
        }
        waiting.clear();
        filling = null;
    }

    boolean isOn() {
        return on;
    }

    int rateHz() {
        return rateHz;
    }

    int batchSamples() {
        return batchSamples;
    }

    /** Index of the next sample, those that wait to be sent included. */
    long nextIdx() {
        return idx;
    }

    long samplesLost() {
        return samplesLost;
    }

    long batchesLost() {
        return batchesLost;
    }

    long dueUs() {
        return on ? beginUs + (taken + 1) * S_US / rateHz : NEVER;
    }

    /**
     * Measures once.
     *
     * @param playing whether a cue plays
     */
    void measure(ClipBody body, boolean playing, long nowUs) {
        taken++;
        if (!body.measure(steps)) {
            return;
        }
        endAtChange(playing);
        UnsentBatch batch = filling;
        if (batch == null) {
            batch = new UnsentBatch(nowUs, idx, playing, overrun);
            overrun = false;
            filling = batch;
        }
        batch.add(steps);
        idx++;
        if (batch.count() == batchSamples) {
            close(batch);
        }
    }

    /** A batch ends where a cue begins or ends. */
    void endAtChange(boolean playing) {
        UnsentBatch batch = filling;
        if (batch != null && batch.isHaptic() != playing) {
            close(batch);
        }
    }

    private void close(UnsentBatch batch) {
        filling = null;
        if (waiting.size() == MOST_WAITING) {
            UnsentBatch lost = waiting.removeFirst();
            samplesLost += lost.count();
            batchesLost++;
            waiting.getFirst().comesBehindLoss();
        }
        waiting.addLast(batch);
    }

    boolean hasBatch() {
        return !waiting.isEmpty();
    }

    /** The oldest batch that waits. */
    void write(ImuBatch batch) {
        waiting.getFirst().write(batch, imus, 1_000_000_000L / rateHz);
    }

    /** The line has taken that one. */
    void sent() {
        waiting.removeFirst();
    }
}
