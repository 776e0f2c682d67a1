package org.holdline.link;

import org.holdline.link.wire.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * What a person may choose about a link.
 *
 * @param serial the only clip that will do, or null: the first that answers, and from then on only that one
 * @param rateHz sampling rate asked for, one of the clip's; 0 = 200, or what the clip has next above
 * @param batchSamples samples a batch, 1..19, fewer with two IMUs; 0 = as many as 20 ms hold
 * @param hostSession random, new each time the program starts
 */
public record LinkParams(@Nullable String serial, int rateHz, int batchSamples, int hostSession) {
    /** Rate when none is asked for, Hz. */
    static final int USUAL_RATE_HZ = 200;

    public LinkParams {
        if (rateHz != 0 && (rateHz < Protocol.MIN_RATE_HZ || rateHz > Protocol.MAX_RATE_HZ)) {
            throw new IllegalArgumentException("rateHz=" + rateHz + ", expected 0 or 50..1000");
        }
        if (batchSamples < 0 || batchSamples > Protocol.MAX_BATCH_ONE_IMU) {
            throw new IllegalArgumentException("batchSamples=" + batchSamples + ", expected 0..19");
        }
    }
}
