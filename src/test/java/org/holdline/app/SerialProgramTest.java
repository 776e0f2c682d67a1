package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdline.link.ByteFaults;
import org.holdline.link.FailureTable;
import org.holdline.link.FailureTable.Against;
import org.holdline.link.FaultProxy;
import org.holdline.link.FirmwareClip;
import org.holdline.link.FrameLedger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole program against the emulated clip, the C firmware and the C firmware in QEMU, some at the same time: bytes change,
 * the port goes and comes back, the runner overarches, the motor plays, and a signal ends it all.
 */
@Timeout(780)
@ExtendWith(FailureTable.class)
@Tag("slow")
class SerialProgramTest {
    private static final long SEED = Long.getLong("holdline.seed", 20_262);
    private static final int FAULTS_MS = 3000;

    /** Each is a Java machine, a proxy and a clip in real time; a small machine bears no more of them. */
    private static final int AT_ONCE = 3;

    private static final int ATTEMPTS = 3;

    private static final int AWAY_MS = 500;

    /** What a pseudo-terminal may hold of what nobody has read. */
    private static final int PTY_BYTES = 70_000;

    /** Some five seconds of samples; what else the program writes stays below. */
    private static final int DISK_BYTES = 150_000;

    @TempDir
    private Path folder;

    @Test
    void shouldRecoverAndCueAndStopWhenTheLineIsFaulty() throws Exception {
        List<Callable<Void>> runs = new ArrayList<>();
        for (Against where : List.of(Against.PTY, Against.PROCESS, Against.QEMU)) {
            String missing = missing(where);
            if (missing == null) {
                runs.add(() -> faultyRun(where));
            } else {
                FailureTable.row("holdline run", "NOT TESTED: " + missing, "-", "-", 0, where);
                System.out.println("SerialProgramTest: " + missing + ": not tested");
            }
        }
        for (Against where : List.of(Against.PROCESS, Against.QEMU)) {
            if (missing(where) == null) {
                runs.add(() -> runEndedAtTheCue(where));
            }
        }
        runs.add(this::runWithAFullDisk);
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Void> run : threads.invokeAll(runs)) {
                run.get();
            }
        }
    }

    /** The kernel refuses what goes beyond the limit, as a full disk does. */
    private Void runWithAFullDisk() throws Exception {
        List<String> limit = List.of("prlimit", "--fsize=" + DISK_BYTES, "--");
        if (!canStart(limit)) {
            FailureTable.row("holdline run: disk full", "NOT TESTED: no prlimit", "-", "-", 0, Against.PTY);
            System.out.println("SerialProgramTest: no prlimit that works: a full disk is not tested");
            return null;
        }
        return tried("full", name -> runWithAFullDisk(name, limit));
    }

    private void runWithAFullDisk(String name, List<String> limit) throws Exception {
        Path recording = folder.resolve(name + ".csv");
        try (WholeLine line =
                new WholeLine(Against.PTY, folder.resolve(name), SEED, limit, "--record", recording.toString())) {
            line.await("samples", () -> line.said("\"type\":\"link\"") > 0);
            line.await("the notice", () -> line.errSaid("recording stopped"));
            assertEquals(0, line.said("{\"type\":\"cue\""), "the cue is still to come");
            motorObeys(line);
            endsByASignal(line, "holdline run: SIGTERM while the motor is on");
            assertEquals(0, line.hangUps());
            row(
                    line,
                    "holdline run: disk full while recording",
                    Files.size(recording) + " bytes fit",
                    "cue played",
                    line.proxy.toHost.frames());
        }
    }

    private boolean canStart(List<String> starter) throws InterruptedException {
        try {
            List<String> command = new ArrayList<>(starter);
            command.add("true");
            return new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    static String missing(Against where) {
        return switch (where) {
            case PROCESS -> FirmwareClip.missingForProcess();
            case QEMU -> FirmwareClip.missingForQemu();
            default -> null;
        };
    }

    /** What a line is tried with. */
    private interface Trial {
        void run(String name) throws Exception;
    }

    /** The run lost samples of a line that nothing was done to: no word on the program. */
    private static final class MachineTooSlowException extends Exception {
        private static final long serialVersionUID = 1;

        MachineTooSlowException(IOException cause) {
            super(cause);
        }
    }

    private static Void tried(String name, Trial trial) throws Exception {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                trial.run(name + attempt);
                return null;
            } catch (MachineTooSlowException e) {
                System.out.println("SerialProgramTest: this machine was too slow for " + name + ": once more");
            }
        }
        trial.run(name + ATTEMPTS);
        return null;
    }

    private Void faultyRun(Against where) throws Exception {
        return tried(where.name(), name -> faultyRun(where, name));
    }

    private void faultyRun(Against where, String name) throws Exception {
        try (WholeLine line = new WholeLine(where, folder.resolve(name), SEED, List.of())) {
            // First, so that the neutral is that of an undisturbed line.
            motorObeys(line);
            bytesChange(line);
            portGoesAndComesBack(line);
            endsByASignal(line, "holdline run: SIGTERM");
            assertEquals(1, line.hangUps());
        }
    }

    private Void runEndedAtTheCue(Against where) throws Exception {
        return tried("cue" + where.name(), name -> runEndedAtTheCue(where, name));
    }

    private void runEndedAtTheCue(Against where, String name) throws Exception {
        try (WholeLine line = new WholeLine(where, folder.resolve(name), SEED, List.of())) {
            motorObeys(line);
            endsByASignal(line, "holdline run: SIGTERM while the motor is on");
        }
    }

    private static void bytesChange(WholeLine line) {
        FaultProxy proxy = line.proxy;
        FrameLedger.Account before = proxy.toHost.frames();
        proxy.toHost.damage(ByteFaults.Rates.ALL);
        proxy.toClip.damage(ByteFaults.Rates.ALL);
        line.pass(FAULTS_MS);
        proxy.toHost.damage(ByteFaults.Rates.NONE);
        proxy.toClip.damage(ByteFaults.Rates.NONE);
        line.pass(200);
        FrameLedger.Account came = proxy.toHost.frames().since(before);
        ByteFaults.Account done = proxy.toHost.damage();
        row(line, "holdline run: bytes changed", done.words(), "no break", came);
        String seed = line.against + ", seed " + SEED + ": ";
        assertTrue(done.faults() > 0, seed + done);
        assertTrue(came.neverCame() <= 2 * done.faults(), seed + came + " " + done);
    }

    private static void row(WholeLine line, String fault, String injected, String recovered, FrameLedger.Account came) {
        FailureTable.row(fault, injected, recovered, came.neverCame(), came.wrong(), line.against);
        assertEquals(0, line.proxy.toHost.frames().wrong(), line.against + ", seed " + SEED);
        assertEquals(0, line.proxy.toClip.frames().wrong(), line.against + ", seed " + SEED);
    }

    private static void portGoesAndComesBack(WholeLine line) throws IOException {
        // What a pseudo-terminal holds when it is closed is lost unseen: nothing may be on its way.
        line.proxy.toHost.stall(true);
        line.pass(100);
        long lost = line.said("\"state\":\"lost\"");
        long streaming = line.said("\"state\":\"streaming\"");
        FrameLedger.Account before = line.proxy.toHost.frames();
        long goneMs = line.nowMs();
        line.proxy.hangUp();
        line.await("the loss of the port", () -> line.said("\"state\":\"lost\"") > lost);
        long told = line.nowMs() - goneMs;
        line.pass(AWAY_MS);
        line.proxy.toHost.stall(false);
        long backMs = line.nowMs();
        line.proxy.comeBack(line.port());
        line.await("the stream after the hang-up", () -> line.said("\"state\":\"streaming\"") > streaming);
        long again = line.nowMs() - backMs;
        row(
                line,
                "holdline run: hang-up",
                AWAY_MS + " ms; told after " + told + " ms, in one line",
                again + " ms",
                line.proxy.toHost.frames().since(before));
        assertEquals(lost + 1, line.said("\"state\":\"lost\""), "one line for the loss");
        assertEquals(streaming + 1, line.said("\"state\":\"streaming\""), "and one for the return");
        assertEquals(1, line.run.errSoFar().lines().count(), line.run.errSoFar());
    }

    private static void motorObeys(WholeLine line) throws IOException, MachineTooSlowException {
        try {
            line.await("a cue", () -> line.said("{\"type\":\"cue\"") > 0);
            line.await("the motor", line::isMotorOn);
        } catch (IOException e) {
            // Nothing was done to the line so far: samples that came too late speak of the machine.
            if (line.said("\"state\":\"stale\"") > 0) {
                throw new MachineTooSlowException(e);
            }
            throw e;
        }
        // The clip's answer is on its way.
        line.pass(100);
    }

    private static void endsByASignal(WholeLine line, String fault) throws Exception {
        // The last figures are those of a line at rest.
        line.proxy.toHost.stall(true);
        line.pass(100);
        boolean wasOn = line.isMotorOn();
        long signalMs = line.nowMs();
        line.run.signal("TERM");
        while (line.isMotorOn()) {
            line.pass(1);
        }
        String motor = wasOn ? "motor off after " + (line.nowMs() - signalMs) + " ms" : "the motor was off";
        Holdline.Ended ended = line.run.await();
        FrameLedger.Account came = line.proxy.toHost.frames();
        row(line, fault, motor, "ended, " + (line.nowMs() - signalMs) + " ms", came);
        assertEquals(143, ended.code(), ended.err());
        assertTrue(ended.out().contains("\"type\":\"summary\""), "no summary");
        if (line.against == Against.PTY && wasOn) {
            assertEquals("stopped by the host", line.lastReason());
        }
        figuresAddUp(line, ended.out(), came);
    }

    private static void figuresAddUp(WholeLine line, String out, FrameLedger.Account came) throws IOException {
        String seed = line.against + ", seed " + SEED + ": ";
        Map<String, Object> link = WholeLine.lastPart(out, "link");
        // What a pseudo-terminal holds when one end closes it is lost unseen, and no number of the link's can tell of
        // it.
        long unseen = came.bytes() - number(link, "line_bytes");
        assertTrue(unseen >= 0 && unseen <= number(link, "hang_ups") * PTY_BYTES, seed + came + " " + link);
        if (unseen == 0) {
            assertEquals(came.frames(), number(link, "frames"), seed + came);
        }
        assertEquals(came.dropped(), number(link, "dropped_frames"), seed + came);
        assertEquals(came.lost(), number(link, "lost_frames"), seed + came);
        assertEquals(came.repeated(), number(link, "repeated_frames"), seed + came);
        assertEquals(0, number(link, "let_go_samples"), seed + link);
        assertEquals(1, number(link, "sessions"), seed + link);
        Map<String, Object> motor = WholeLine.lastPart(out, "motor");
        assertEquals(line.said("{\"type\":\"cue\""), number(motor, "pulses"), seed + motor);
        assertEquals(0, number(motor, "refused_pulses"), seed + motor);
        assertEquals(0, number(motor, "undelivered_pulses"), seed + motor);
    }

    static long number(Map<String, Object> record, String name) {
        return Long.parseLong(String.valueOf(record.get(name)));
    }
}
