package org.holdline.link;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The C firmware as a program of its own: a process of this machine, or bare metal in QEMU. */
public final class FirmwareClip implements AutoCloseable {
    private static final Path SOURCES = Path.of(System.getProperty("holdline.home", "."), "firmware-protocol", "c")
            .toAbsolutePath();
    private static final Pattern TERMINAL = Pattern.compile("(/dev/pts/[0-9]+)");
    private static final long PATIENCE_S = 60;

    private final Process process;
    private final Path said;
    private final Path port;

    private FirmwareClip(Process process, Path said) throws IOException, InterruptedException {
        this.process = process;
        this.said = said;
        port = awaitPort();
    }

    /** What is missing to build and run it, or null. */
    public static String missingForProcess() {
        return isThere("make") && isThere("cc")
                ? null
                : "make and a C compiler are not here (Debian: apt install gcc make)";
    }

    /** The same for QEMU. */
    public static String missingForQemu() {
        return isThere("make") && isThere("arm-none-eabi-gcc") && isThere("qemu-system-arm")
                ? null
                : "make, arm-none-eabi-gcc or qemu-system-arm are not here"
                        + " (Debian: apt install make gcc-arm-none-eabi qemu-system-arm)";
    }

    private static boolean isThere(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /**
     * Starts it as a process.
     *
     * @param options as in {@code firmware-protocol/c/README.md}
     */
    public static FirmwareClip process(Path folder, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(built("linux", folder).resolve("holdline-clip").toString()));
        command.addAll(List.of(options));
        return start(folder, command);
    }

    /** Starts it in QEMU, which tells of each pin it sets; {@link #type} then types into QEMU's monitor. */
    public static FirmwareClip qemu(Path folder) throws IOException, InterruptedException {
        return qemu(folder, built("qemu", folder).resolve("holdline-clip.elf"));
    }

    /**
     * The same with another runner than the firmware's synthetic one.
     *
     * @param runner C file that defines {@code synthetic_sample}
     */
    public static FirmwareClip qemuWith(Path folder, Path runner) throws IOException, InterruptedException {
        String board = "LM3S_C=ports/lm3s6965evb/start.c ports/lm3s6965evb/board.c " + runner;
        return qemu(folder, built("qemu", folder, board).resolve("holdline-clip.elf"));
    }

    private static FirmwareClip qemu(Path folder, Path kernel) throws IOException, InterruptedException {
        return start(
                folder,
                List.of(
                        "qemu-system-arm",
                        "-M",
                        "lm3s6965evb",
                        "-display",
                        "none",
                        "-serial",
                        "pty",
                        "-monitor",
                        "stdio",
                        "-trace",
                        "pl061_set_output",
                        "-kernel",
                        kernel.toString()));
    }

    private static FirmwareClip start(Path folder, List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "clip", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return new FirmwareClip(process, said);
    }

    private static Path built(String target, Path folder, String... variables)
            throws IOException, InterruptedException {
        Path out = folder.resolve("firmware");
        Path log = folder.resolve("make.txt");
        List<String> command = new ArrayList<>(List.of("make", "-C", SOURCES.toString(), "OUT=" + out, target));
        command.addAll(List.of(variables));
        Process make = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!make.waitFor(PATIENCE_S, TimeUnit.SECONDS) || make.exitValue() != 0) {
            make.destroyForcibly();
            throw new IOException("make " + target + ": " + Files.readString(log));
        }
        return out;
    }

    private Path awaitPort() throws IOException, InterruptedException {
        for (long left = PATIENCE_S * 100; left > 0 && process.isAlive(); left--) {
            Matcher found = TERMINAL.matcher(said());
            if (found.find()) {
                return Path.of(found.group(1));
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        close();
        throw new IOException("the clip named no terminal: " + said());
    }

    /** Its terminal. */
    public Path port() {
        return port;
    }

    /** Types a line. */
    public void type(String line) {
        try {
            OutputStream keys = process.getOutputStream();
            keys.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            keys.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has printed so far; a process when its motor is switched, QEMU when a pin is. */
    public String said() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
