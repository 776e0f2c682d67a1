package org.holdline.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdline.clock.Clock;
import org.holdline.link.FailureTable.Against;
import org.holdline.link.FaultProxy;
import org.holdline.link.FirmwareClip;
import org.holdline.report.JsonText;

/** {@code holdline run} as a process, a clip as a process, and between them a line that can be spoiled. */
final class WholeLine implements AutoCloseable {
    /** What a clip prints, or QEMU's own word of the pin that the motor hangs on: PF0 of the board. */
    private static final Pattern MOTOR =
            Pattern.compile("(?:motor|pl061_set_output \\S+ setting output 0 to) (on|off|[0-9]+)\\b");

    private static final long MS = 1_000_000;
    private static final long PATIENCE_NS = 75_000 * MS;

    final Against against;
    final FaultProxy proxy;
    final Holdline run;

    private final Clock clock = Clock.system();
    private final Path folder;
    private final List<String> lines = new ArrayList<>();
    private final Holdline emulator;
    private final FirmwareClip firmware;
    private long read;

    /**
     * Starts all three.
     *
     * @param folder for this line alone
     * @param starter of the run, as in {@link Holdline#startBy}
     */
    WholeLine(Against against, Path folder, long seed, List<String> starter, String... options)
            throws IOException, InterruptedException {
        this.against = against;
        this.folder = Files.createDirectory(folder);
        Path clipPort = folder.resolve("clip");
        if (against == Against.PTY) {
            firmware = null;
            emulator = Holdline.start(
                    folder, "clip", "emulate", "--link", clipPort.toString(), "--neutral", "" + BriefRunner.NEUTRAL_S);
            emulator.awaitOut("clip VIRTUAL1");
        } else {
            emulator = null;
            firmware = against == Against.PROCESS
                    ? FirmwareClip.process(
                            folder,
                            "--csv",
                            BriefRunner.recording(folder.resolve("brief.csv")).toString())
                    : FirmwareClip.qemuWith(folder, BriefRunner.inC(folder.resolve("brief.c")));
            clipPort = firmware.port();
        }
        proxy = new FaultProxy(port(), clipPort, clock, seed);
        List<String> command = new ArrayList<>(List.of("run", "--json", "--source", "serial:" + port()));
        command.addAll(BriefRunner.SETTINGS);
        if (against == Against.QEMU) {
            command.addAll(List.of("--placement", "thoracolumbar"));
            // Its board keeps profiles, in a memory that holds none.
            command.add("--uncalibrated");
        }
        command.addAll(List.of(options));
        run = Holdline.startBy(folder, starter, command.toArray(String[]::new));
    }

    /** The port's name. */
    Path port() {
        return folder.resolve("ttyUSB0");
    }

    /** What the clip has printed: its motor, but for QEMU, which has nowhere to print. */
    private String clipSaid() {
        try {
            return firmware == null ? emulator.outSoFar() : firmware.said();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether {@link #reboot} can be asked of it. */
    boolean canReboot() {
        return firmware != null;
    }

    /** The clip starts anew. */
    void reboot() {
        firmware.type(against == Against.PROCESS ? "r" : "system_reset");
    }

    /** Whether the clip's motor is on; false for QEMU's, which cannot say. */
    boolean isMotorOn() {
        Matcher switched = MOTOR.matcher(clipSaid());
        String last = "off";
        while (switched.find()) {
            last = switched.group(1);
        }
        return !last.equals("off") && !last.equals("0");
    }

    /** Why the emulated clip let go of its motor last; empty for the others. */
    String lastReason() {
        Matcher off = Pattern.compile("motor off after \\d+ ms: (.*)").matcher(clipSaid());
        String reason = "";
        while (off.find()) {
            reason = off.group(1);
        }
        return reason;
    }

    void await(String what, BooleanSupplier holds) throws IOException {
        long endNs = clock.nanoTime() + PATIENCE_NS;
        while (!holds.getAsBoolean()) {
            if (!run.isAlive() || clock.nanoTime() > endNs) {
                throw new IOException(
                        against + " never: " + what + "; " + run.errSoFar() + tail(run.outSoFar()) + clipSaid());
            }
            clock.park(2 * MS);
        }
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 3000));
    }

    long nowMs() {
        return clock.nanoTime() / MS;
    }

    void pass(long ms) {
        long endNs = clock.nanoTime() + ms * MS;
        while (endNs - clock.nanoTime() > 0) {
            clock.park(endNs - clock.nanoTime());
        }
    }

    /** Whole lines of the run's output that hold the text; those of single steps are passed over. */
    synchronized long said(String text) {
        try {
            byte[] more = run.outFrom(read);
            int whole = more.length;
            while (whole > 0 && more[whole - 1] != '\n') {
                whole--;
            }
            read += whole;
            new String(more, 0, whole, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("{\"type\":\"step\"") && !line.startsWith("{\"type\":\"verdict\""))
                    .forEach(lines::add);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return lines.stream().filter(line -> line.contains(text)).count();
    }

    /** Whether the run has said last that the link streams. */
    synchronized boolean isStreaming() {
        said("");
        String last = "";
        for (String line : lines) {
            if (line.contains("\"part\":\"link\"")) {
                last = line;
            }
        }
        return last.contains("\"state\":\"streaming\"");
    }

    /** How often the link has lost its port, by the record at its end. */
    long hangUps() throws IOException {
        return SerialProgramTest.number(lastPart(run.outSoFar(), "link"), "hang_ups");
    }

    boolean errSaid(String text) {
        try {
            return run.errSoFar().contains(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last record of a part of the clip. */
    static Map<String, Object> lastPart(String out, String part) throws IOException {
        String line = out.lines()
                .filter(l -> l.startsWith("{\"type\":\"clip\"") && l.contains("\"part\":\"" + part + "\""))
                .toList()
                .getLast();
        return JsonText.object(line);
    }

    @Override
    public void close() throws IOException {
        run.close();
        proxy.close();
        if (emulator != null) {
            emulator.close();
        }
        if (firmware != null) {
            firmware.close();
        }
    }
}
