package org.holdline.app;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program as a process of its own, with the flags of the service. Its output lies in files of the given folder, so that
 * nothing waits for a reader unless a test wants it to.
 */
final class Holdline implements AutoCloseable {
    /** No test waits longer for a process; far above what any should need. */
    private static final long PATIENCE_S = 60;

    /** What a process left behind. */
    record Ended(int code, String out, String err, long afterMs) {}

    private final Process process;
    private final Path out;
    private final Path err;

    private Holdline(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts it with standard output and error going to files in the folder. */
    static Holdline start(Path folder, String... arguments) throws IOException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        return start(folder, ProcessBuilder.Redirect.to(out.toFile()), out, List.of(), arguments);
    }

    /** Starts it by another program that takes the command to start as its last arguments. */
    static Holdline startBy(Path folder, List<String> starter, String... arguments) throws IOException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        return start(folder, ProcessBuilder.Redirect.to(out.toFile()), out, starter, arguments);
    }

    /** Starts it with standard output going into a pipe: {@link #pipe}. */
    static Holdline startPiped(Path folder, String... arguments) throws IOException {
        return start(folder, ProcessBuilder.Redirect.PIPE, null, List.of(), arguments);
    }

    /** Starts it with standard output going to a file or device. */
    static Holdline startInto(Path folder, Path device, String... arguments) throws IOException {
        return start(folder, ProcessBuilder.Redirect.to(device.toFile()), null, List.of(), arguments);
    }

    private static Holdline start(
            Path folder, ProcessBuilder.Redirect to, Path out, List<String> starter, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(starter);
        if (isInterruptIgnored()) {
            // Started in the background by a shell: children would never see a Ctrl-C.
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + jvmOptions(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.holdline.app.Main"));
        command.addAll(List.of(arguments));
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(to)
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HOLDLINE_"));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put("STATE_DIRECTORY", folder.resolve("state").toString());
        return new Holdline(builder.start(), out, err);
    }

    /** Runs it to its end. */
    static Ended run(Path folder, String... arguments) throws IOException, InterruptedException {
        try (Holdline holdline = start(folder, arguments)) {
            return holdline.await();
        }
    }

    /** The build puts it beside the classes. */
    private static Path jvmOptions() {
        try {
            Path classes = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return classes.resolveSibling("jvm.options");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isInterruptIgnored() throws IOException {
        Matcher ignored =
                Pattern.compile("(?m)^SigIgn:\\s*([0-9a-f]+)$").matcher(Files.readString(Path.of("/proc/self/status")));
        return ignored.find() && (Long.parseUnsignedLong(ignored.group(1), 16) >> 1 & 1) == 1;
    }

    /** The reading end of standard output, when it was started with a pipe. */
    InputStream pipe() {
        return process.getInputStream();
    }

    long pid() {
        return process.pid();
    }

    /** Sends a signal by its short name. */
    void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start();
        if (kill.waitFor() != 0) {
            throw new IOException("kill -" + name + " failed");
        }
    }

    /** Waits for the end and answers the most memory it ever held, kB, as last seen. */
    long awaitPeakKb() throws IOException, InterruptedException {
        Pattern peak = Pattern.compile("(?m)^VmHWM:\\s*([0-9]+) kB$");
        long peakKb = 0;
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (process.isAlive() && System.nanoTime() < limit) {
            try {
                Matcher found = peak.matcher(Files.readString(Path.of("/proc/" + pid() + "/status")));
                peakKb = found.find() ? Math.max(peakKb, Long.parseLong(found.group(1))) : peakKb;
            } catch (IOException e) {
                // Just ended.
            }
            Thread.sleep(10);
        }
        return peakKb;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it has written to standard output so far. */
    String outSoFar() throws IOException {
        return out == null ? "" : Files.readString(out);
    }

    /** What it has written to standard output from a byte on. */
    byte[] outFrom(long offset) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(out.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(Math.max(0, file.length() - offset))];
            file.seek(offset);
            file.readFully(bytes);
            return bytes;
        }
    }

    /** Processor time it has taken so far, ms. */
    long processorMs() {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }

    String errSoFar() throws IOException {
        return Files.readString(err);
    }

    /** Waits until standard output holds some text. */
    void awaitOut(String text) throws IOException, InterruptedException {
        await(text, this::outSoFar);
    }

    /** Waits until standard error holds some text. */
    void awaitErr(String text) throws IOException, InterruptedException {
        await(text, this::errSoFar);
    }

    private interface Said {
        String soFar() throws IOException;
    }

    private void await(String text, Said said) throws IOException, InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!said.soFar().contains(text)) {
            if (!process.isAlive() || System.nanoTime() > limit) {
                throw new IOException("never said '" + text + "': " + outSoFar() + errSoFar());
            }
            Thread.sleep(20);
        }
    }

    /** Waits for the end. */
    Ended await() throws IOException, InterruptedException {
        long before = System.nanoTime();
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            throw new IOException("still running after " + PATIENCE_S + " s: " + errSoFar());
        }
        long afterMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
        return new Ended(process.exitValue(), outSoFar(), errSoFar(), afterMs);
    }

    /** Sends a signal and waits for the end; {@link Ended#afterMs} counts from the signal. */
    Ended end(String signal) throws IOException, InterruptedException {
        long before = System.nanoTime();
        signal(signal);
        Ended ended = await();
        return new Ended(
                ended.code(), ended.out(), ended.err(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
