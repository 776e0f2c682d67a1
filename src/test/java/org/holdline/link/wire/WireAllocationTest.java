package org.holdline.link.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Frames come and go for hours: none may cost garbage, not even a broken one. */
class WireAllocationTest {
    private static final int WINDOWS = 60;
    private static final int FRAMES = 2_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void shouldAllocateNothingWhenFramesAreWrittenAndRead() {
        FrameWriter writer = new FrameWriter();
        ImuBatch sent = new ImuBatch();
        Sum sum = new Sum();
        FrameReader reader = new FrameReader(Side.CLIP, sum);
        long least = Long.MAX_VALUE;
        for (int window = 0; window < WINDOWS; window++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < FRAMES; i++) {
                writer.begin(sent).setT0Us(i);
                sent.setCount(4);
                sent.setValue(3, 5, i);
                reader.feed(writer.wire(), 0, writer.finish(sent, false));
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals((long) WINDOWS * FRAMES, reader.count(Counter.FRAMES));
        assertEquals(WINDOWS * (FRAMES - 1L) * FRAMES / 2, sum.values);
        assertEquals(0, least, "bytes allocated for " + FRAMES + " frames");
    }

    @Test
    void shouldAllocateNothingWhenTheStreamIsBroken() {
        byte[] stream = MadeStreams.damaged(Schema.load(), new Random(3), 500);
        FrameReader reader = new FrameReader(Side.CLIP, new Sum());
        long least = Long.MAX_VALUE;
        for (int window = 0; window < WINDOWS; window++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            reader.feed(stream, 0, stream.length);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals((long) WINDOWS * stream.length, reader.count(Counter.BYTES));
        assertEquals(0, least, "bytes allocated for " + stream.length + " bytes");
    }

    private static final class Sum implements FrameSink {
        private final ImuBatch batch = new ImuBatch();
        private long values;

        @Override
        public void frame(Frame frame) {
            if (frame.is(batch)) {
                values += frame.read(batch).value(3, 5);
            }
        }

        @Override
        public void refused(Frame frame, int code, int detail) {
            values += code;
        }
    }
}
