package org.holdline.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdline.evaluate.runner.Scenario;
import org.holdline.evaluate.runner.Worn;
import org.holdline.evaluate.score.Evaluation;
import org.holdline.evaluate.score.EvaluationJson;
import org.holdline.evaluate.score.EvaluationText;
import org.holdline.road.RoadParams;
import org.holdline.sample.Placement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdline evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Takes virtual runners, whose truth only the scorer knows, along the road and prints how it did.",
        footer = "Same seeds, same tables, whatever --jobs is. Targets missed are shown; only --gate fails for them.")
final class EvaluateCommand implements Callable<Integer> {
    private static final Pattern SEEDS = Pattern.compile("(\\d{1,15})(?:\\.\\.(\\d{1,15}))?");
    private static final int REPORT_FROM = 1000;
    private static final int REPORT_CLEAN_HOURS = 24;

    /** Which seeds. Whoever tunes the detector looks at the first ones only. */
    enum SeedSet {
        TUNING,
        REPORT
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Option(
            names = "--set",
            paramLabel = "tuning|report",
            description = "Seeds from 0 on for tuning, from 1000 on for the report (default).")
    private SeedSet set = SeedSet.REPORT;

    @Option(names = "--seeds", paramLabel = "A..B", description = "These seeds instead, both ends included.")
    private @Nullable String seeds;

    @Option(
            names = "--hours",
            paramLabel = "H",
            description = "At least so many simulated hours of clean running; 2 in every 12 seeds. Default 24.")
    private @Nullable Integer hours;

    @Option(
            names = "--placement",
            paramLabel = "PLACE",
            description = "sacral, thoracolumbar or dual; default all three.")
    private @Nullable Placement placement;

    @Option(
            names = "--worn",
            paramLabel = "as_asked|upside_down|back_to_front|swapped",
            description = "Which way round the clips are worn; every session bends. Default as_asked.")
    private Worn worn = Worn.AS_ASKED;

    @Option(names = "--quick", description = "Twelve seeds, one of every kind, 2 hours of clean running.")
    private boolean quick;

    @Option(names = "--jobs", paramLabel = "N", description = "Sessions at a time; default one a processor.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "One JSON object instead of tables.")
    private boolean json;

    @Option(names = "--gate", description = "Exit code 1 when a target is missed.")
    private boolean gate;

    private record Seeds(long first, long last) {}

    @Override
    public Integer call() throws Exception {
        Seeds chosen = chosenSeeds();
        if (jobs < 1 || jobs > 64) {
            throw usage("--jobs: " + jobs + ", expected 1..64");
        }
        Evaluation evaluation = new Evaluation(RoadParams.defaults(), worn);
        try (ExecutorService workers = Executors.newFixedThreadPool(jobs)) {
            List<Placement> placements = placement == null
                    ? List.of(Placement.DUAL, Placement.THORACOLUMBAR, Placement.SACRAL)
                    : List.of(placement);
            for (Placement place : placements) {
                evaluation.run(
                        place, chosen.first, chosen.last, workers, line -> System.err.println("holdline: " + line));
            }
        }
        write(evaluation, chosen);
        return gate && !evaluation.meetsTargets() ? ExitCode.FAILED : ExitCode.OK;
    }

    private Seeds chosenSeeds() {
        int said = (seeds == null ? 0 : 1) + (hours == null ? 0 : 1) + (quick ? 1 : 0);
        if (said > 1) {
            throw usage("--seeds, --hours and --quick each choose the seeds, expected one of them");
        }
        if (seeds != null) {
            return parsed(seeds);
        }
        long first = set == SeedSet.REPORT ? REPORT_FROM : 0;
        int cleanHours = quick ? Scenario.CLEAN_HOURS_A_TURN : hours == null ? REPORT_CLEAN_HOURS : hours;
        if (cleanHours < 1 || cleanHours > 150) {
            throw usage("--hours: " + cleanHours + ", expected 1..150");
        }
        int turns = (cleanHours + Scenario.CLEAN_HOURS_A_TURN - 1) / Scenario.CLEAN_HOURS_A_TURN;
        return new Seeds(first, first + (long) turns * Scenario.SEEDS_A_TURN - 1);
    }

    private Seeds parsed(String text) {
        Matcher matcher = SEEDS.matcher(text);
        if (!matcher.matches()) {
            throw usage("--seeds: " + text + ", expected A..B or one whole number");
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
        if (last < first || last - first >= 100_000) {
            throw usage("--seeds: " + text + ", expected rising and fewer than 100000");
        }
        return new Seeds(first, last);
    }

    private void write(Evaluation evaluation, Seeds chosen) throws IOException {
        OutputStream out = new BufferedOutputStream(System.out);
        if (json) {
            new EvaluationJson(out).write(evaluation, chosen.first, chosen.last);
        } else {
            PrintStream text = new PrintStream(out, false, StandardCharsets.UTF_8);
            String title = String.format(
                    Locale.ROOT,
                    "virtual runners, seeds %d..%d%s; not accuracy on people",
                    chosen.first,
                    chosen.last,
                    worn == Worn.AS_ASKED
                            ? ""
                            : ", clips " + worn.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            new EvaluationText(text).write(evaluation, title);
            text.flush();
        }
        out.flush();
    }

    private ParameterException usage(String text) {
        return new ParameterException(spec.commandLine(), text);
    }
}
