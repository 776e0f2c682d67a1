package org.holdline.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.holdline.clock.Clock;

/** One run of {@code bench page} in a process of its own, with browsers of this one. */
final class PageRun {
    private static final Pattern LINK = Pattern.compile("\"links\":\\[\"http://localhost:(\\d+)/");
    private static final Pattern DECISION = Pattern.compile(
            "\"decision_ns\":\\{\"count\":\\d+,\"p50\":(\\d+),\"p90\":\\d+,\"p99\":(\\d+),\"p999\":(\\d+)");
    private static final Pattern HIGH = Pattern.compile("(?m)^VmHWM:\\s*(\\d+) kB$");
    private static final long LOOK_NS = 200_000_000;

    /**
     * What came of it.
     *
     * @param p50Ns from the return of a read to its decision
     * @param highKb most memory the process ever had
     * @param messages that all browsers together were sent
     */
    record Result(long p50Ns, long p99Ns, long p999Ns, long highKb, long messages) {}

    private final int durationS;
    private final int speed;
    private final Clock clock;
    private final AtomicLong messages = new AtomicLong();

    PageRun(int durationS, int speed, Clock clock) {
        this.durationS = durationS;
        this.speed = speed;
        this.clock = clock;
    }

    /**
     * Runs it.
     *
     * @param readers browsers that read; with any there is one more that does not
     */
    Result run(int readers) throws Failure, IOException, InterruptedException {
        Path folder = Files.createTempDirectory("holdline-bench");
        Process process = start(folder);
        List<Socket> sockets = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            long highKb = 0;
            long lookNs = clock.nanoTime();
            Matcher decision = null;
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                Matcher link = LINK.matcher(line);
                if (link.find() && readers > 0) {
                    connect(Integer.parseInt(link.group(1)), readers, sockets);
                }
                if (clock.nanoTime() - lookNs > LOOK_NS) {
                    lookNs = clock.nanoTime();
                    highKb = Math.max(highKb, highKb(process.pid()));
                }
                Matcher found = DECISION.matcher(line);
                if (found.find()) {
                    decision = found;
                }
            }
            if (process.waitFor() != 0 || decision == null) {
                throw new Failure(ExitCode.FAILED, "bench page: the measured run ended with " + process.exitValue());
            }
            return new Result(
                    Long.parseLong(decision.group(1)),
                    Long.parseLong(decision.group(2)),
                    Long.parseLong(decision.group(3)),
                    highKb,
                    messages.get());
        } finally {
            process.destroy();
            for (Socket socket : sockets) {
                socket.close();
            }
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.toList();
        }
        for (Path path : all.reversed()) {
            Files.delete(path);
        }
    }

    /** With page, recording and journal, all in a folder that goes with it. */
    private Process start(Path folder) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("run", "--json", "--page", "127.0.0.1:0", "--keep"));
        command.addAll(List.of("--record", folder.resolve("run.csv").toString()));
        command.addAll(List.of("--set", "page.after_s=0", "--set", "state.folder=" + folder.resolve("state")));
        command.addAll(List.of("--speed", Integer.toString(speed)));
        command.addAll(List.of("--duration", Integer.toString(durationS * speed)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void connect(int port, int readers, List<Socket> sockets) throws IOException {
        for (int i = 0; i <= readers; i++) {
            Socket socket = new Socket();
            // The one that does not read holds as little as can be held for it.
            socket.setReceiveBufferSize(i == readers ? 1024 : 65_536);
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            String request = "GET /events HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            sockets.add(socket);
            if (i < readers) {
                Thread.ofVirtual().start(() -> read(socket));
            }
        }
    }

    private void read(Socket socket) {
        try {
            InputStream in = socket.getInputStream();
            byte[] bytes = new byte[8192];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                messages.incrementAndGet();
            }
        } catch (IOException e) {
            // The run has ended.
        }
    }

    private static long highKb(long pid) {
        try {
            Matcher high = HIGH.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
            return high.find() ? Long.parseLong(high.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
