package org.holdline.link.emulated;

import org.holdline.link.wire.Codes;
import org.holdline.link.wire.CueRequest;
import org.holdline.link.wire.ImuBatch;
import org.holdline.link.wire.Protocol;
import org.holdline.link.wire.StreamCtrlRequest;

/** Limits of the fields of a request, in the order of the payload. */
final class Ranges {
    static final int FINE = -1;

    /** Offsets in the payloads, as in {@code firmware-protocol/messages.md}. */
    static final int RATE_AT = 4;

    private static final int TXN_AT = 0;
    private static final int FLAGS_AT = 2;
    private static final int BATCH_AT = 3;
    private static final int TTL_AT = 6;
    private static final int DURATION_AT = 8;
    private static final int PATTERN_AT = 10;
    private static final int INTENSITY_AT = 11;

    private Ranges() {}

    /**
     * Offset of the first field out of its limits, or {@link #FINE}.
     *
     * @param hostPayloadBytes the longest payload the host takes
     */
    static int of(StreamCtrlRequest asked, int imus, int hostPayloadBytes) {
        int most = (hostPayloadBytes - ImuBatch.BYTES) / (imus * Protocol.IMU_BYTES);
        if (asked.txn() == 0) {
            return TXN_AT;
        }
        if (asked.bits() > (Codes.StreamFlag.ON | Codes.StreamFlag.NEW_RUN)) {
            return FLAGS_AT;
        }
        if (isOut(asked.batchSamples(), 1, most)) {
            return BATCH_AT;
        }
        return isOut(asked.rateHz(), Protocol.MIN_RATE_HZ, Protocol.MAX_RATE_HZ) ? RATE_AT : FINE;
    }

    /** The same for a cue. */
    static int of(CueRequest asked) {
        if (asked.txn() == 0) {
            return TXN_AT;
        }
        if (isOut(asked.ttlMs(), 1, Protocol.MAX_CUE_TTL_MS)) {
            return TTL_AT;
        }
        if (isOut(asked.durationMs(), 1, Protocol.MAX_CUE_MS)) {
            return DURATION_AT;
        }
        if (isOut(asked.pattern(), Codes.CuePattern.STEADY, Codes.CuePattern.DOUBLE)) {
            return PATTERN_AT;
        }
        return isOut(asked.intensityPct(), 1, 100) ? INTENSITY_AT : FINE;
    }

    private static boolean isOut(int value, int low, int high) {
        return value < low || value > high;
    }
}
