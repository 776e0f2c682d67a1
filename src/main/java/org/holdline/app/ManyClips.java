package org.holdline.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.clock.Clock;
import org.holdline.link.emulated.EmulatedParams;
import org.holdline.link.emulated.EmulatedPort;
import org.holdline.sample.Placement;

/** The emulated clips of {@code bench clips}, and the start of the process that is measured. */
final class ManyClips {
    /** Of each clip. */
    static final int RATE_HZ = 200;

    /** Crystals differ. */
    private static final int MOST_PPM = 50;

    /** For opening, warming up and closing. */
    private static final int MORE_S = 120;

    /** 64 runs hold 30 s of samples each; the service's heap is made for one. */
    private static final String HEAP = "-Xmx384m";

    private final BenchClipsCommand.Plan plan;
    private final Clock clock;
    private final List<EmulatedPort> clips = new ArrayList<>();

    ManyClips(BenchClipsCommand.Plan plan, Clock clock) {
        this.plan = plan;
        this.clock = clock;
    }

    /** Runs to the end; the exit code of the measured process. */
    int run() throws Failure, IOException, InterruptedException {
        Path folder = Files.createTempDirectory("holdline-bench");
        Path list = folder.resolve("clips");
        try {
            Files.write(list, begin(folder));
            Process hosts = start(list);
            Runtime.getRuntime().addShutdownHook(new Thread(hosts::destroy, "holdline-stop-hosts"));
            return hosts.waitFor();
        } finally {
            for (EmulatedPort clip : clips) {
                clip.close();
            }
            Files.deleteIfExists(list);
            Files.deleteIfExists(folder);
        }
    }

    /** Begins all the clips; what the measured process must know of each. */
    private List<String> begin(Path folder) throws IOException {
        Random random = new Random(plan.count());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < plan.count(); i++) {
            Path link = folder.resolve("clip" + i);
            int ppm = random.nextInt(-MOST_PPM, MOST_PPM + 1);
            EmulatedParams params = new EmulatedParams("BENCH" + i, 1, plan.imus(), List.of(RATE_HZ), true);
            VirtualOptions runner = VirtualOptions.defaults()
                    .withSeed(i + 1L)
                    .withRateHz(RATE_HZ)
                    .withPlacement(plan.imus() == 1 ? Placement.SACRAL : Placement.DUAL)
                    .withDurationS(plan.durationS() + MORE_S)
                    .withMarkers(false);
            EmulatedPort clip =
                    new EmulatedPort(link, params, new VirtualBody(runner, said -> {}), clock, random.nextInt(), ppm);
            clips.add(clip);
            Thread life = new Thread(clip, "holdline-clip-" + i);
            life.setDaemon(true);
            life.start();
            long nowNs = clock.nanoTime();
            lines.add(new ClipClock(link, nowNs, clip.clipUs(nowNs), ppm).toLine());
        }
        return lines;
    }

    private Process start(Path list) throws Failure {
        List<String> command = new ArrayList<>();
        if (plan.core() != null) {
            command.addAll(List.of("taskset", "-c", plan.core().toString()));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(HEAP, "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("bench", "clips", "--hosts", list.toString()));
        command.addAll(List.of("--count", String.valueOf(plan.count())));
        command.addAll(List.of("--duration", String.valueOf(plan.durationS())));
        command.addAll(List.of("--imus", String.valueOf(plan.imus())));
        if (plan.core() != null) {
            command.addAll(List.of("--core", plan.core().toString()));
        }
        if (plan.json()) {
            command.add("--json");
        }
        try {
            return new ProcessBuilder(command).inheritIO().start();
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.FAILED,
                    "bench clips: the measured process cannot be started: " + Failure.textOf(e)
                            + (plan.core() == null ? "" : ". taskset is missing? sudo apt install util-linux"));
        }
    }
}
