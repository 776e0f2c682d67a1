package org.holdline.link;

import org.holdline.link.wire.ClipTime;
import org.holdline.link.wire.ImuBatch;

/** Which batches are new, and what is missing between them. */
final class Intake {
    private boolean begun;
    private int expectedIdx;

    private long batches;
    private long samples;
    private long gaps;
    private long samplesMissing;
    private long batchesRepeated;
    private long batchesUnstamped;

    /** Another clip, or the same started anew. */
    void begin() {
        begun = false;
    }

    /** Counts it; false when its samples were here before. */
    boolean take(ImuBatch batch) {
        int idx = (int) batch.firstIdx();
        int ahead = begun ? ClipTime.betweenUs(expectedIdx, idx) : 0;
        if (ahead < 0) {
            batchesRepeated++;
            return false;
        }
        if (ahead > 0) {
            gaps++;
            samplesMissing += ahead;
        }
        begun = true;
        expectedIdx = idx + batch.count();
        batches++;
        samples += batch.count();
        return true;
    }

    /** A batch that has no instant on the host's clock. */
    void unstamped() {
        batchesUnstamped++;
    }

    LinkFigures.Stream figures() {
        return new LinkFigures.Stream(batches, samples, gaps, samplesMissing, batchesRepeated, batchesUnstamped);
    }
}
