package org.holdline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.clock.Clock;
import org.holdline.clock.TimerJitter;
import org.holdline.link.emulated.EmulatedParams;
import org.holdline.link.emulated.EmulatedPort;
import org.holdline.report.JsonObject;
import org.holdline.settings.RunSource;
import org.holdline.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdline bench cue}. */
@Command(
        name = "cue",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how long a cue takes from the decision to the clip, past the policy that decides on cues.",
            "Without --source the clip is an emulated one on a pseudo-terminal of this process: no motor runs."
        },
        footer = {
            "",
            "A clip keeps its limits: it answers 8 requests in 5 s and refuses the others, so that of cues closer than 625 ms"
                    + " most are refused. They are measured all the same; --spacing-ms 700..900 has them all played."
        })
final class BenchCueCommand implements Callable<Integer> {
    private static final Pattern SPACING = Pattern.compile("(\\d{1,5})\\.\\.(\\d{1,5})");
    private static final String QUICK = "20..80";

    /** Eight in five seconds and no more, whatever is drawn. */
    private static final String WITHIN_LIMITS = "700..900";

    private static final int MIN_SPACING_MS = 5;
    private static final int MAX_SPACING_MS = 10_000;
    private static final int MAX_COUNT = 100_000;
    private static final int RATE_HZ = 200;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Mixin
    private final SettingFlags settingFlags = new SettingFlags();

    @Option(names = "--count", paramLabel = "N", description = "Cues, 1..100000; default 1000.")
    private int count = 1000;

    @Option(
            names = "--spacing-ms",
            paramLabel = "A..B",
            description = "Least and most time between two cues, 5..10000; default 20..80, with --source 700..900.")
    private @Nullable String spacing;

    @Option(names = "--seed", paramLabel = "N", description = "Draws the times between cues; default 1.")
    private long seed = 1;

    @Option(names = "--source", paramLabel = "serial:PORT", description = "A clip instead of the emulated one.")
    private @Nullable String source;

    @Option(
            names = "--motors",
            description = "Lets the clip of --source buzz at every cue; nothing is sent without it.")
    private boolean motors;

    @Option(names = "--json", description = "One JSON object instead of a table.")
    private boolean json;

    @Override
    public Integer call() throws Failure, IOException {
        if (count < 1 || count > MAX_COUNT) {
            throw usage("--count: " + count + ", expected 1.." + MAX_COUNT);
        }
        CueBench.Plan plan = plan();
        Path port = port();
        Settings settings = settingFlags.load();
        Clock clock = Clock.system();
        if (port != null) {
            measure(plan, port, null, settings, clock);
            return ExitCode.OK;
        }
        Path folder = Files.createTempDirectory("holdline-bench");
        Path link = folder.resolve("clip");
        try (EmulatedPort clip = emulated(link, clock)) {
            CueTap tap = new CueTap();
            clip.tap(tap);
            Thread life = new Thread(clip, "holdline-clip");
            life.setDaemon(true);
            life.start();
            measure(plan, link, new CueBench.FarEnd(tap, clip::clipUs), settings, clock);
        } finally {
            Files.deleteIfExists(folder);
        }
        return ExitCode.OK;
    }

    private CueBench.Plan plan() {
        String text = spacing == null ? (source == null ? QUICK : WITHIN_LIMITS) : spacing;
        Matcher matcher = SPACING.matcher(text);
        if (!matcher.matches()) {
            throw usage("--spacing-ms: " + text + ", expected A..B");
        }
        int least = Integer.parseInt(matcher.group(1));
        int most = Integer.parseInt(matcher.group(2));
        if (least < MIN_SPACING_MS || most > MAX_SPACING_MS || least > most) {
            throw usage("--spacing-ms: " + text + ", expected rising within " + MIN_SPACING_MS + ".." + MAX_SPACING_MS);
        }
        return new CueBench.Plan(count, least, most, seed);
    }

    private @Nullable Path port() {
        if (source == null) {
            return null;
        }
        String prefix = RunSource.SERIAL_PREFIX;
        if (!source.startsWith(prefix) || source.length() == prefix.length()) {
            throw usage("--source: " + source + ", expected serial:PORT");
        }
        if (!motors) {
            throw usage("--source: " + source + " may have a motor, and each of " + count
                    + " cues would run it. Nothing was sent. To let it buzz: --motors");
        }
        return Path.of(source.substring(prefix.length()));
    }

    private ParameterException usage(String text) {
        return new ParameterException(spec.commandLine(), text);
    }

    private static EmulatedPort emulated(Path link, Clock clock) throws IOException {
        VirtualOptions runner = VirtualOptions.defaults()
                .withRateHz(RATE_HZ)
                .withDurationS(VirtualOptions.MAX_DURATION_S)
                .withMarkers(false);
        EmulatedParams params = new EmulatedParams("BENCH1", 1, 2, List.of(RATE_HZ), true);
        return new EmulatedPort(link, params, new VirtualBody(runner, said -> {}), clock, 0, 0);
    }

    private void measure(
            CueBench.Plan plan, Path port, CueBench.@Nullable FarEnd farEnd, Settings settings, Clock clock)
            throws Failure, IOException {
        CueAnswers answers = new CueAnswers();
        TimerJitter jitter = new TimerJitter(clock);
        Thread jitterThread = new Thread(jitter, "holdline-jitter");
        jitterThread.setDaemon(true);
        try (SerialSource clip = SerialSource.open(port, settings, clock, FirstSamples.NO_WAIT, answers)) {
            answers.of(clip);
            CueBench bench = new CueBench(plan, clip, answers, farEnd, clock);
            jitterThread.start();
            bench.run();
            CueReport report = new CueReport(source, plan, bench, clip.figures(), jitter.histogram());
            if (json) {
                JsonObject.write(System.out, report.object());
            } else {
                report.lines().forEach(System.out::println);
            }
        } finally {
            jitterThread.interrupt();
        }
    }
}
