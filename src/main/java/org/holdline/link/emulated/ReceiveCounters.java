package org.holdline.link.emulated;

import org.holdline.link.wire.Counter;
import org.holdline.link.wire.FrameReader;
import org.holdline.link.wire.Status;

/** What the clip's receiver counts, into STATUS. */
final class ReceiveCounters {
    private ReceiveCounters() {}

    static void write(FrameReader reader, Status status) {
        status.setRxBytes(reader.count(Counter.BYTES));
        status.setRxFrames(reader.count(Counter.FRAMES));
        status.setRxOversize(reader.count(Counter.OVERSIZE));
        status.setRxCobs(reader.count(Counter.COBS));
        status.setRxShort(reader.count(Counter.SHORT));
        status.setRxLength(reader.count(Counter.LENGTH));
        status.setRxCrc((int) reader.count(Counter.CRC));
        status.setRxVersion(reader.count(Counter.VERSION));
        status.setRxFlags(reader.count(Counter.FLAGS));
        status.setRxUnknown(reader.count(Counter.UNKNOWN));
        status.setRxDirection(reader.count(Counter.DIRECTION));
        status.setRxPayload(reader.count(Counter.PAYLOAD));
        status.setRxSeqLost(reader.count(Counter.SEQ_LOST));
        status.setRxSeqRepeated(reader.count(Counter.SEQ_REPEATED));
    }
}
