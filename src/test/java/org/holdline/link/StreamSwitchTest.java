package org.holdline.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.holdline.link.wire.FrameWriter;
import org.holdline.link.wire.Protocol;
import org.junit.jupiter.api.Test;

class StreamSwitchTest {
    private static final long MS = 1_000_000;

    private final FrameWriter writer = new FrameWriter();
    private final StreamSwitch stream = new StreamSwitch(new Txns());

    @Test
    void shouldAskTheSameOnceMoreWhenTheClipIsBusy() {
        stream.on(200, 4, 0);
        int txn = stream.write(writer, 0).txn();
        long nowNs = 0;
        for (int i = 0; i < 3 * Protocol.REQUEST_TRIES; i++) {
            stream.askLater(nowNs, 1500);
            assertEquals(nowNs + 1500 * MS, stream.dueNs(), "not before the clip has room");
            nowNs = stream.dueNs();
            assertFalse(stream.hasFailed(nowNs));
            assertEquals(txn, stream.write(writer, nowNs).txn());
        }
        stream.askLater(nowNs, 1);
        assertEquals(nowNs + Protocol.REQUEST_RETRY_MS * MS, stream.dueNs(), "no faster than without an answer");
    }

    @Test
    void shouldFailWhenNobodyAnswers() {
        stream.on(200, 4, 0);
        long nowNs = 0;
        for (int i = 0; i < Protocol.REQUEST_TRIES; i++) {
            assertFalse(stream.hasFailed(nowNs));
            stream.write(writer, nowNs);
            nowNs += Protocol.REQUEST_RETRY_MS * MS;
        }
        assertTrue(stream.hasFailed(nowNs));
    }
}
