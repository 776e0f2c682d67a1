package org.holdline.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import org.holdline.clock.Clock;
import org.holdline.report.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdline bench page}. */
@Command(
        name = "page",
        mixinStandardHelpOptions = true,
        description = {
            "Measures what the live page costs a run: another process runs the virtual runner with page, recording and journal,"
                    + " in turns without browsers and with ten that read and one that does not.",
            "Medians of all rounds are shown, and the highest memory."
        })
final class BenchPageCommand implements Callable<Integer> {
    private static final int MAX_ROUNDS = 50;
    private static final int READERS = 10;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Option(names = "--rounds", paramLabel = "N", description = "Pairs of runs, 1..50; default 5.")
    private int rounds = 5;

    @Option(names = "--duration", paramLabel = "SECONDS", description = "Real time of each run, 5..600; default 30.")
    private int durationS = 30;

    @Option(names = "--speed", paramLabel = "N", description = "Stream seconds per second, 1..50; default 8.")
    private int speed = 8;

    @Option(names = "--json", description = "One JSON object instead of a table.")
    private boolean json;

    @Override
    public Integer call() throws Failure, IOException, InterruptedException {
        within("--rounds", rounds, 1, MAX_ROUNDS);
        within("--duration", durationS, 5, 600);
        within("--speed", speed, 1, 50);
        List<PageRun.Result> alone = new ArrayList<>();
        List<PageRun.Result> watched = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            alone.add(new PageRun(durationS, speed, Clock.system()).run(0));
            watched.add(new PageRun(durationS, speed, Clock.system()).run(READERS));
        }
        tell(alone, watched);
        return ExitCode.OK;
    }

    private void within(String flag, int value, int low, int high) {
        if (value < low || value > high) {
            throw new ParameterException(spec.commandLine(), flag + ": " + value + ", expected " + low + ".." + high);
        }
    }

    private void tell(List<PageRun.Result> alone, List<PageRun.Result> watched) throws IOException {
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("type", "bench_page");
            object.put("schema", BenchCommand.SCHEMA);
            object.put("rounds", rounds);
            object.put("duration_s", durationS);
            object.put("speed", speed);
            object.put("without_browsers", figures(alone));
            object.put("with_browsers", figures(watched));
            JsonObject.write(System.out, object);
            return;
        }
        System.out.printf(
                Locale.ROOT, "%d rounds of %d s at %dx, medians; read to decision, us%n", rounds, durationS, speed);
        System.out.printf("%-32s %9s %9s %9s %12s %9s%n", "", "p50", "p99", "p99.9", "VmHWM kB", "messages");
        row("page, no browser", alone);
        row(READERS + " browsers and one that stalls", watched);
        System.out.printf(
                Locale.ROOT,
                "p99.9 with browsers to without: %.2f%n",
                (double) median(watched, PageRun.Result::p999Ns) / median(alone, PageRun.Result::p999Ns));
    }

    private static void row(String name, List<PageRun.Result> results) {
        System.out.printf(
                Locale.ROOT,
                "%-32s %9.1f %9.1f %9.1f %12d %9d%n",
                name,
                median(results, PageRun.Result::p50Ns) / 1e3,
                median(results, PageRun.Result::p99Ns) / 1e3,
                median(results, PageRun.Result::p999Ns) / 1e3,
                results.stream().mapToLong(PageRun.Result::highKb).max().orElse(0),
                median(results, PageRun.Result::messages));
    }

    private static Map<String, Object> figures(List<PageRun.Result> results) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("decision_p50_ns", median(results, PageRun.Result::p50Ns));
        figures.put("decision_p99_ns", median(results, PageRun.Result::p99Ns));
        figures.put("decision_p999_ns", median(results, PageRun.Result::p999Ns));
        figures.put(
                "vm_hwm_kb",
                results.stream().mapToLong(PageRun.Result::highKb).max().orElse(0));
        figures.put("messages", median(results, PageRun.Result::messages));
        return figures;
    }

    private static long median(List<PageRun.Result> results, ToLongFunction<PageRun.Result> figure) {
        long[] sorted = results.stream().mapToLong(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
