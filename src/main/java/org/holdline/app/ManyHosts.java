package org.holdline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.holdline.clock.Clock;
import org.holdline.clock.TimerJitter;
import org.holdline.report.JsonObject;
import org.holdline.settings.Settings;

/** The measured process of {@code bench clips}: a link and a road for each clip of a list. */
final class ManyHosts {
    private static final int OPEN_AT_A_TIME = 8;
    private static final long WARM_NS = 5_000_000_000L;
    private static final long LOOK_NS = 20_000_000;

    private final BenchClipsCommand.Plan plan;
    private final Settings settings;
    private final Clock clock;
    private final List<BenchSeat> seats = new ArrayList<>();

    /** What was counted at one moment. */
    private record Count(
            long atNs,
            long ownCpuNs,
            long clipsCpuNs,
            long samples,
            long missing,
            long framesLost,
            long dropped,
            long stalls) {}

    ManyHosts(BenchClipsCommand.Plan plan, Settings settings, Clock clock) {
        this.plan = plan;
        this.settings = settings;
        this.clock = clock;
    }

    /** Runs to the end; the exit code. */
    int run(Path list) throws Failure, IOException, InterruptedException {
        TimerJitter jitter = new TimerJitter(clock);
        Thread jitterThread = daemon("jitter", jitter);
        try {
            open(Files.readAllLines(list));
            List<Thread> roads = new ArrayList<>();
            for (BenchSeat seat : seats) {
                roads.add(daemon("road", seat));
            }
            roads.forEach(Thread::start);
            pass(WARM_NS);
            jitterThread.start();
            seats.forEach(BenchSeat::begin);
            Count from = count();
            pass(plan.durationS() * 1_000_000_000L);
            Count to = count();
            seats.forEach(BenchSeat::end);
            for (Thread road : roads) {
                road.join();
            }
            return tell(from, to, jitter.histogram());
        } finally {
            jitterThread.interrupt();
            seats.parallelStream().forEach(BenchSeat::close);
        }
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, "holdline-" + name);
        thread.setDaemon(true);
        return thread;
    }

    private void open(List<String> lines) throws Failure, InterruptedException {
        try (ExecutorService openers = Executors.newFixedThreadPool(OPEN_AT_A_TIME)) {
            List<Future<BenchSeat>> opening = new ArrayList<>();
            for (String line : lines) {
                opening.add(openers.submit(() -> {
                    ClipClock truth = ClipClock.ofLine(line);
                    SerialSource source = SerialSource.open(truth.port(), settings, clock);
                    return new BenchSeat(source, truth, settings.roadParams(), clock);
                }));
            }
            for (Future<BenchSeat> opened : opening) {
                seats.add(opened.get());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Failure failure) {
                throw failure;
            }
            throw new IllegalStateException("a clip could not be opened", e.getCause());
        }
    }

    /** Reads events, as views do, for so long. */
    private void pass(long forNs) {
        long endNs = clock.nanoTime() + forNs;
        while (endNs - clock.nanoTime() > 0) {
            seats.forEach(BenchSeat::drain);
            clock.park(LOOK_NS);
        }
    }

    private Count count() {
        return new Count(
                clock.nanoTime(),
                cpuNs(ProcessHandle.current()),
                ProcessHandle.current().parent().map(ManyHosts::cpuNs).orElse(0L),
                sum(BenchSeat::samples),
                sum(seat -> seat.figures().stream().samplesMissing() + seat.letGo()),
                sum(seat -> seat.figures().line().lost()),
                sum(seat -> seat.figures().line().dropped()),
                sum(seat -> seat.figures().course().stales()
                        + seat.figures().course().hangUps()
                        + (seat.fault() == null ? 0 : 1)));
    }

    private long sum(ToLongFunction<BenchSeat> figure) {
        return seats.stream().mapToLong(figure).sum();
    }

    private static long cpuNs(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    private int tell(Count from, Count to, Histogram jitter) throws IOException, Failure {
        for (BenchSeat seat : seats) {
            Throwable fault = seat.fault();
            if (fault != null) {
                throw new IllegalStateException("a road broke", fault);
            }
        }
        ClipsReport report = new ClipsReport(plan, figures(from, to), new ClipsReport.Times(seats, jitter));
        if (plan.json()) {
            JsonObject.write(System.out, report.object());
        } else {
            report.lines().forEach(System.out::println);
        }
        return ExitCode.OK;
    }

    private ClipsReport.Figures figures(Count from, Count to) throws IOException {
        double elapsedS = (to.atNs() - from.atNs()) / 1e9;
        return new ClipsReport.Figures(
                elapsedS,
                to.samples() - from.samples(),
                to.missing() - from.missing(),
                to.framesLost() - from.framesLost(),
                to.dropped() - from.dropped(),
                to.stalls() - from.stalls(),
                sum(BenchSeat::eventsLost),
                (to.ownCpuNs() - from.ownCpuNs()) / elapsedS / 1e9,
                (to.clipsCpuNs() - from.clipsCpuNs()) / elapsedS / 1e9,
                mostMemoryKb());
    }

    private static long mostMemoryKb() throws IOException {
        Matcher most =
                Pattern.compile("(?m)^VmHWM:\\s*([0-9]+) kB$").matcher(Files.readString(Path.of("/proc/self/status")));
        return most.find() ? Long.parseLong(most.group(1)) : 0;
    }
}
