package org.holdline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.holdline.clock.Clock;
import org.holdline.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdline bench clips}. */
@Command(
        name = "clips",
        mixinStandardHelpOptions = true,
        description = {
            "Measures many clips at a time: this process emulates them, and another one holds a link, a clock map and a whole"
                    + " road for each, as a run does.",
            "Both processes' shares of a processor are shown."
        })
final class BenchClipsCommand implements Callable<Integer> {
    private static final int MAX_COUNT = 256;
    private static final int MAX_DURATION_S = 3600;

    /**
     * What is measured.
     *
     * @param count of clips
     * @param durationS measured, after all have come to stream
     * @param imus of each clip, 1 or 2
     * @param core to hold the measured process to, or null
     */
    record Plan(
            int count, int durationS, int imus, @Nullable Integer core, boolean json) {}

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Mixin
    private final SettingFlags settingFlags = new SettingFlags();

    @Option(names = "--count", paramLabel = "N", description = "Clips, 1..256; default 64.")
    private int count = 64;

    @Option(names = "--duration", paramLabel = "SECONDS", description = "Measured time, 5..3600; default 60.")
    private int durationS = 60;

    @Option(names = "--imus", paramLabel = "N", description = "1 or 2 IMUs a clip; default 2.")
    private int imus = 2;

    @Option(
            names = "--core",
            paramLabel = "N",
            description = "Holds the measured process to this processor, by taskset; default: not held.")
    private @Nullable Integer core;

    @Option(names = "--json", description = "One JSON object instead of a table.")
    private boolean json;

    @Option(names = "--hosts", hidden = true, description = "The measured process: clips to open, by a list.")
    private @Nullable Path hosts;

    @Override
    public Integer call() throws Failure, IOException, InterruptedException {
        if (count < 1 || count > MAX_COUNT) {
            throw usage("--count: " + count + ", expected 1.." + MAX_COUNT);
        }
        if (durationS < 5 || durationS > MAX_DURATION_S) {
            throw usage("--duration: " + durationS + ", expected 5.." + MAX_DURATION_S);
        }
        if (imus != 1 && imus != 2) {
            throw usage("--imus: " + imus + ", expected 1 or 2");
        }
        int cores = Runtime.getRuntime().availableProcessors();
        if (core != null && hosts == null && (core < 0 || core >= cores)) {
            throw usage("--core: " + core + ", expected 0.." + (cores - 1));
        }
        Settings settings = settingFlags.load();
        Clock clock = Clock.system();
        Plan plan = new Plan(count, durationS, imus, core, json);
        if (hosts != null) {
            return new ManyHosts(plan, settings, clock).run(hosts);
        }
        return new ManyClips(plan, clock).run();
    }

    private ParameterException usage(String text) {
        return new ParameterException(spec.commandLine(), text);
    }
}
