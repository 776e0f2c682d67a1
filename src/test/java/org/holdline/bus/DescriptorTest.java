package org.holdline.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls into the kernel on files that every machine has. */
class DescriptorTest {
    private static final long LONGEST_NS = 120_000_000_000L;
    private static final int PER_WINDOW = 30_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    @Test
    void shouldAnswerMinusTheErrnoWhenTheKernelRefuses() {
        Descriptor none = new Descriptor("/dev/nothing-of-the-kind");
        Descriptor sink = new Descriptor("/dev/null");
        MemorySegment argument = Arena.ofAuto().allocate(I2cUapi.RDWR);
        assertEquals(-Errno.ENOENT, none.openAnswer());
        assertEquals(-Errno.ENOTTY, sink.ioctl(I2cUapi.I2C_RDWR, argument));
        assertEquals(-Errno.ENOTTY, sink.ioctl(I2cUapi.I2C_SLAVE, 0x68L));
        sink.close();
        sink.close();
        assertEquals(-Errno.EBADF, sink.ioctl(I2cUapi.I2C_RDWR, argument));
    }

    @Test
    void shouldReadWhatThereIsWhenReadable() throws IOException {
        Path file = Files.write(folder.resolve("bytes"), new byte[] {1, 2, 3});
        Descriptor descriptor = new Descriptor(file.toString());
        MemorySegment into = Arena.ofAuto().allocate(16);
        assertEquals(1, descriptor.awaitReadable(1000));
        assertEquals(3, descriptor.read(into));
        assertEquals(3, into.get(ValueLayout.JAVA_BYTE, 2));
        descriptor.close();
        assertEquals(0, descriptor.awaitReadable(1));
    }

    @Test
    void shouldAllocateNothingWhenCalledAgainAndAgain() {
        Descriptor sink = new Descriptor("/dev/null");
        MemorySegment argument = Arena.ofAuto().allocate(I2cUapi.RDWR);
        long least = Long.MAX_VALUE;
        // On a busy machine the compiler that removes the objects takes its time.
        long endNs = System.nanoTime() + LONGEST_NS;
        while (least > 0 && System.nanoTime() < endNs) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < PER_WINDOW; i++) {
                sink.ioctl(I2cUapi.I2C_RDWR, argument);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        sink.close();
        assertEquals(0, least, "bytes allocated by " + PER_WINDOW + " calls that fail");
    }
}
