package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdline.link.ByteFaults;
import org.holdline.link.FailureTable;
import org.holdline.link.FailureTable.Against;
import org.holdline.link.FaultProxy;
import org.holdline.link.FrameLedger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole program on a line that suffers one fault after the other, drawn by chance, for as long as one likes. */
@Tag("soak")
@ExtendWith(FailureTable.class)
class SerialSoakTest {
    private static final long SEED = Long.getLong("holdline.seed", 20_263);
    private static final long MINUTES = Long.getLong("holdline.soak.minutes", 10);
    private static final int FLOOD_BYTES = 200_000;

    @TempDir
    private Path folder;

    private enum Fault {
        BYTES_CHANGED,
        SHORT_STALL,
        LONG_STALL,
        SLOW_LINE,
        HANG_UP,
        CLIP_PORT_REOPENED,
        FLOOD,
        NOTHING_READ,
        CLIP_STARTS_ANEW
    }

    /** What a kind of fault has cost so far. */
    private static final class Cost {
        private long times;
        private long worstMs;
        private long sumMs;
        private long lost;
    }

    @Test
    void shouldRecoverEveryTimeWhenFaultsComeByChance() throws Exception {
        List<Callable<Void>> runs = new ArrayList<>();
        for (Against where : List.of(Against.PTY, Against.PROCESS, Against.QEMU)) {
            String missing = SerialProgramTest.missing(where);
            if (missing == null) {
                runs.add(() -> soak(where));
            } else {
                FailureTable.row("soak", "NOT TESTED: " + missing, "-", "-", 0, where);
            }
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(runs.size())) {
            for (Future<Void> run : threads.invokeAll(runs)) {
                run.get();
            }
        }
    }

    private Void soak(Against where) throws Exception {
        Map<Fault, Cost> costs = new EnumMap<>(Fault.class);
        Random random = new Random(SEED + where.ordinal());
        try (WholeLine line = new WholeLine(where, folder.resolve(where.name()), SEED, List.of())) {
            line.await("samples", () -> line.said("\"type\":\"link\"") > 0);
            long endMs = line.nowMs() + MINUTES * 60_000;
            while (line.nowMs() < endMs) {
                Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
                if (fault != Fault.CLIP_STARTS_ANEW || line.canReboot()) {
                    suffer(line, fault, random, costs.computeIfAbsent(fault, f -> new Cost()));
                    line.pass(500 + random.nextInt(3000));
                }
            }
            end(line, costs);
        }
        return null;
    }

    private static void suffer(WholeLine line, Fault fault, Random random, Cost cost) throws IOException {
        FrameLedger.Account before = line.proxy.toHost.frames();
        inject(line, fault, random);
        long overMs = line.nowMs();
        long rows = line.said("\"type\":\"link\"");
        line.await("the stream after " + fault + ", seed " + SEED, line::isStreaming);
        long tookMs = line.nowMs() - overMs;
        // Samples go through the road, too, and the state was no leftover from before the fault.
        line.await("samples after " + fault + ", seed " + SEED, () -> line.said("\"type\":\"link\"") >= rows + 2);
        line.await("the stream still after " + fault + ", seed " + SEED, line::isStreaming);
        cost.times++;
        cost.sumMs += tookMs;
        cost.worstMs = Math.max(cost.worstMs, tookMs);
        cost.lost += line.proxy.toHost.frames().since(before).neverCame();
    }

    private static void inject(WholeLine line, Fault fault, Random random) throws IOException {
        FaultProxy proxy = line.proxy;
        switch (fault) {
            case BYTES_CHANGED -> {
                proxy.toHost.damage(ByteFaults.Rates.ALL);
                proxy.toClip.damage(ByteFaults.Rates.ALL);
                line.pass(500 + random.nextInt(4000));
                proxy.toHost.damage(ByteFaults.Rates.NONE);
                proxy.toClip.damage(ByteFaults.Rates.NONE);
            }
            case SHORT_STALL, LONG_STALL -> {
                proxy.toHost.stall(true);
                line.pass(fault == Fault.SHORT_STALL ? random.nextInt(900) : 1000 + random.nextInt(4000));
                proxy.toHost.stall(false);
            }
            case SLOW_LINE -> {
                proxy.toHost.delay(random.nextInt(100), 100);
                proxy.toClip.delay(random.nextInt(400), 20);
                line.pass(500 + random.nextInt(3000));
                proxy.toHost.delay(0, 0);
                proxy.toClip.delay(0, 0);
            }
            case HANG_UP -> {
                proxy.hangUp();
                line.pass(random.nextInt(3000));
                proxy.comeBack(line.port());
            }
            case CLIP_PORT_REOPENED -> proxy.reopenClip();
            case FLOOD -> {
                byte[] noise = new byte[FLOOD_BYTES];
                random.nextBytes(noise);
                proxy.toHost.inject(noise);
            }
            case NOTHING_READ -> {
                proxy.drain(false);
                line.pass(random.nextInt(5000));
                proxy.drain(true);
            }
            case CLIP_STARTS_ANEW -> line.reboot();
        }
    }

    private static void end(WholeLine line, Map<Fault, Cost> costs) throws Exception {
        line.proxy.toHost.stall(true);
        line.pass(200);
        long processorMs = line.run.processorMs();
        Holdline.Ended ended = line.run.end("TERM");
        FrameLedger.Account came = line.proxy.toHost.frames();
        String seed = line.against + ", seed " + SEED + ": ";
        costs.forEach((fault, cost) -> FailureTable.row(
                "soak: " + fault.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                cost.times + " times; back in " + cost.sumMs / Math.max(1, cost.times) + " ms on average",
                "<= " + cost.worstMs + " ms",
                cost.lost,
                came.wrong(),
                line.against));
        Map<String, Object> link = WholeLine.lastPart(ended.out(), "link");
        Map<String, Object> motor = WholeLine.lastPart(ended.out(), "motor");
        long cues = line.said("{\"type\":\"cue\"");
        FailureTable.row(
                "soak: all",
                cues + " cues, " + motor.get("pulses") + " played; " + link.get("frames") + " frames; processor "
                        + processorMs / 10 / Math.max(1, MINUTES * 60) + " %",
                MINUTES + " min",
                came.neverCame(),
                came.wrong() + line.proxy.toClip.frames().wrong(),
                line.against);
        assertEquals(143, ended.code(), ended.err());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertEquals(0, came.wrong(), seed + came);
        assertEquals(0, line.proxy.toClip.frames().wrong(), seed + line.proxy.toClip.frames());
        assertTrue(SerialProgramTest.number(link, "line_bytes") <= came.bytes(), seed + came + " " + link);
        assertTrue(SerialProgramTest.number(link, "frames") <= came.frames(), seed + came + " " + link);
        assertEquals(0, SerialProgramTest.number(link, "misordered_samples"), seed + link);
        assertEquals(
                cues,
                SerialProgramTest.number(motor, "pulses")
                        + SerialProgramTest.number(motor, "refused_pulses")
                        + SerialProgramTest.number(motor, "undelivered_pulses"),
                seed + motor);
    }
}
