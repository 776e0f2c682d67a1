package org.holdline.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.holdline.clock.Clock;
import org.holdline.link.FailureTable.Against;
import org.holdline.link.emulated.EmulatedPort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A link through jSerialComm, a clip, and a line between them that spoils what it carries; all in real time. What is asserted
 * of time is twice what the design promises and more; the table holds what was seen.
 */
@ExtendWith(FailureTable.class)
abstract class FaultyLine {
    static final long SEED = Long.getLong("holdline.seed", 20_261);
    static final long MS = 1_000_000;
    static final LinkParams ANY_CLIP = new LinkParams(null, 0, 0, 4711);

    /** Twelve batches of four, the most that wait in the emulated clip, and one that fills. */
    static final int UNSENT = 52;

    /** No test waits longer; far above what any should need. */
    private static final long PATIENCE_NS = 30_000 * MS;

    private static final int BAUD = 115_200;

    /** Five seconds before the firmware's clock begins at 0 again. */
    private static final String BEFORE_WRAP_US = "4290000000";

    @TempDir
    Path folder;

    final Clock clock = Clock.system();
    final CheckedStream stream = new CheckedStream();
    final BatchWatch watch = new BatchWatch(clock, stream);
    Link link;
    Against against;
    FirmwareClip firmware;
    EmulatedPort emulated;
    FaultProxy proxy;
    LinkThreads threads;

    /** Everything, until samples come and the clocks are mapped. */
    void plugIn(Against where) throws IOException, InterruptedException {
        line(clip(where));
        link(ANY_CLIP);
        samplesCome();
    }

    /** The clip alone; its port. */
    Path clip(Against where) throws IOException, InterruptedException {
        against = where;
        String missing = switch (where) {
            case PROCESS -> FirmwareClip.missingForProcess();
            case QEMU -> FirmwareClip.missingForQemu();
            default -> null;
        };
        if (missing != null) {
            FailureTable.row("all", "NOT TESTED: " + missing, "-", "-", 0, where);
            System.out.println(getClass().getSimpleName() + ": " + missing + ": not tested");
        }
        assumeTrue(missing == null, missing);
        return switch (where) {
            case PROCESS -> {
                firmware = FirmwareClip.process(folder, "--clock-us", BEFORE_WRAP_US);
                yield firmware.port();
            }
            case QEMU -> {
                firmware = FirmwareClip.qemu(folder);
                yield firmware.port();
            }
            default -> emulator();
        };
    }

    private Path emulator() throws IOException {
        Path port = folder.resolve("clip");
        emulated = new EmulatedPort(port, SimulatedLine.params(), stream, clock, 0, 40);
        Thread clip = new Thread(emulated, "emulated-clip");
        clip.setDaemon(true);
        clip.start();
        return port;
    }

    /** The line from a clip to {@link #port}. */
    void line(Path clip) throws IOException {
        proxy = new FaultProxy(port(), clip, clock, SEED);
    }

    /** The host's name of its port. */
    Path port() {
        return folder.resolve("ttyUSB0");
    }

    void link(LinkParams params) {
        link = new Link(params, watch, SEED);
        threads = new LinkThreads(link, opener(port()), clock, () -> {});
        threads.start();
    }

    PipeOpener opener(Path port) {
        return SerialPorts.opener(port, BAUD);
    }

    void samplesCome() {
        await(() -> threads.figures().stream().samples() > 100
                && threads.figures().clock().pings() >= 16);
    }

    @AfterEach
    void unplug() throws IOException {
        if (threads != null) {
            threads.close();
        }
        if (proxy != null) {
            proxy.close();
        }
        if (firmware != null) {
            firmware.close();
        }
        if (emulated != null) {
            emulated.close();
        }
    }

    void await(BooleanSupplier holds) {
        long endNs = clock.nanoTime() + PATIENCE_NS;
        while (!holds.getAsBoolean()) {
            assertTrue(clock.nanoTime() < endNs, this::described);
            clock.park(2 * MS);
        }
    }

    private String described() {
        return against + ", seed " + SEED + ": " + (threads == null ? "no link" : threads.figures()) + " to host "
                + (proxy == null ? "no line" : proxy.toHost.frames() + " " + proxy.toHost.damage());
    }

    void pass(long ms) {
        long endNs = clock.nanoTime() + ms * MS;
        while (endNs - clock.nanoTime() > 0) {
            clock.park(endNs - clock.nanoTime());
        }
    }

    long msSince(long beginNs) {
        return (clock.nanoTime() - beginNs) / MS;
    }

    /** Until more batches came; ms since then. */
    long streamingAgain(long sinceNs) {
        long before = watch.batches;
        await(() -> watch.batches >= before + 3 && link.state() == LinkState.STREAMING);
        return msSince(sinceNs);
    }

    void row(String fault, String injected, String recovered, FrameLedger.Account done) {
        FailureTable.row(fault, injected, recovered, done.neverCame(), done.wrong(), against);
        assertEquals(0, proxy.toHost.frames().wrong(), against + ", seed " + SEED);
        assertEquals(0, proxy.toClip.frames().wrong(), against + ", seed " + SEED);
        assertEquals(0, stream.wrong * (against == Against.PTY ? 1 : 0), against + ", seed " + SEED);
    }

    FrameLedger.Account since(FrameLedger.Account before) {
        return proxy.toHost.frames().since(before);
    }

    /** Processor time of each thread of the link by its id, ns. */
    static Map<Long, Long> linkCpuNs() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<Long, Long> used = new HashMap<>();
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo info = threads.getThreadInfo(id);
            if (info != null && info.getThreadName().startsWith("holdline-link-")) {
                used.put(id, threads.getThreadCpuTime(id));
            }
        }
        return used;
    }

    static long busyMs(Map<Long, Long> before, Map<Long, Long> after) {
        long sumNs = 0;
        for (Map.Entry<Long, Long> thread : after.entrySet()) {
            sumNs += Math.max(0, thread.getValue() - before.getOrDefault(thread.getKey(), 0L));
        }
        return sumNs / MS;
    }
}
