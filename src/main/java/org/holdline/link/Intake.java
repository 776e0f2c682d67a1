package org.holdline.link;

import org.holdline.link.wire.ClipTime;
import org.holdline.link.wire.Codes;
import org.holdline.link.wire.ImuBatch;

/** Which batches are new, and what is missing between them. */
final class Intake {
    private boolean begun;
    private int expectedIdx;

    long batches;
    long samples;
    long gaps;
    long samplesMissing;
    long batchesRepeated;
    long batchesUnstamped;
    long overruns;
    long saturated;

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
        overruns += (batch.bits() & Codes.BatchFlag.OVERRUN) == 0 ? 0 : 1;
        saturated += (batch.bits() & Codes.BatchFlag.SATURATED) == 0 ? 0 : 1;
        return true;
    }
}
