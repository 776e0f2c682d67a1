package org.holdline.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.holdline.report.JsonObject;
import org.holdline.report.StepTable;
import org.holdline.report.html.PhysioSheet;
import org.holdline.report.html.ReportOptions;
import org.holdline.report.html.ReportPage;
import org.holdline.report.reading.CardTable;
import org.holdline.report.reading.Discomfort;
import org.holdline.report.reading.NextPlan;
import org.holdline.report.reading.Reading;
import org.holdline.session.KeptRun;
import org.holdline.text.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdline report make | cards | physio}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Makes the report of a run, and what goes with it.",
        subcommands = {ReportCommand.Make.class, ReportCommand.Cards.class, PhysioCommand.class})
final class ReportCommand implements Runnable {
    /** Of the JSON object; a field that comes later does not change it. */
    static final String SCHEMA = "holdline-report/1";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected report make, report cards or report physio");
    }

    /** For whom it is. */
    static final class Reader {
        @Option(names = "--language", paramLabel = "en|de", description = "Language of the report; default en.")
        private String language = "en";

        @Option(names = "--miles", description = "Miles and mph in place of km and km/h.")
        private boolean miles;

        Language language() throws Failure {
            for (Language each : Language.values()) {
                if (each.tag().equals(language.toLowerCase(Locale.ROOT))) {
                    return each;
                }
            }
            throw new Failure(ExitCode.USAGE, "--language: " + language + ", expected en or de");
        }

        ReportOptions options() throws Failure {
            return ReportOptions.in(language()).withMiles(miles);
        }
    }

    /** One file that is written whole or not at all. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    static void write(@Nullable Path target, Content content) throws IOException {
        try (Spool spool = Spool.open(target)) {
            content.write(spool);
            spool.deliver(StandardOutput.open());
        } catch (StandardOutput.ReaderGoneException e) {
            // "| head" has what it wanted.
        }
    }

    /** The report of a recorded run. */
    @Command(
            name = "make",
            mixinStandardHelpOptions = true,
            description = "Plays a recording and makes its report: one HTML file that needs nothing beside itself.")
    static final class Make implements Callable<Integer> {
        @Mixin
        private final RecordedRunFlags recorded = new RecordedRunFlags();

        @Mixin
        private final Reader reader = new Reader();

        @Option(
                names = "--out",
                paramLabel = "FILE",
                description = "The report, HTML; without it and without --json it goes to standard output.")
        private @Nullable Path out;

        @Option(names = "--physio", paramLabel = "FILE", description = "One A4 page for a physiotherapist, HTML.")
        private @Nullable Path physio;

        @Option(
                names = "--steps",
                paramLabel = "FILE",
                description = "One row a step, CSV; what its columns mean goes to FILE.schema.json.")
        private @Nullable Path steps;

        @Option(
                names = "--discomfort",
                paramLabel = "0..10",
                description = "Highest discomfort during or after the run.")
        private @Nullable Integer discomfort;

        @Option(
                names = "--worse-mornings",
                paramLabel = "N",
                description = "How often in four weeks it was worse the next morning; default 0.")
        private int worseMornings;

        @Option(names = "--json", description = "One JSON object on standard output, failures included.")
        private boolean json;

        @Override
        public Integer call() throws Exception {
            try {
                return make();
            } catch (Failure | IOException e) {
                if (json) {
                    int code = e instanceof Failure failure ? failure.exitCode() : ExitCode.FAILED;
                    Map<String, Object> values = object("error");
                    values.put("exit_code", code);
                    values.put("text", e instanceof Failure failure ? failure.text() : Failure.textOf(e));
                    JsonObject.write(System.out, values);
                }
                throw e;
            }
        }

        private int make() throws Failure, IOException {
            ReportOptions options = reader.options().with(said());
            for (Path target : new Path[] {out, physio, steps}) {
                recorded.keepApart(target);
            }
            KeptRun run = recorded.play();
            Reading reading = Reading.of(run, options.discomfort(), options.earlier());
            Map<String, Object> files = new LinkedHashMap<>();
            if (out != null || !json) {
                write(out, file -> ReportPage.write(reading, options, file));
                note(files, "report", out);
            }
            if (physio != null) {
                write(physio, file -> PhysioSheet.write(reading, options, file));
                note(files, "physio", physio);
            }
            if (steps != null) {
                Path schema = steps.resolveSibling(steps.getFileName() + ".schema.json");
                write(
                        steps,
                        file -> StepTable.write(run.events(), run.facts().info().simulated(), file));
                write(schema, StepTable::dictionary);
                note(files, "steps", steps);
                note(files, "steps_schema", schema);
            }
            if (json) {
                JsonObject.write(System.out, values(reading, options, files));
            }
            return ExitCode.OK;
        }

        private static void note(Map<String, Object> files, String name, @Nullable Path file) {
            if (file != null) {
                files.put(name, file.toString());
            }
        }

        private Discomfort said() throws Failure {
            try {
                return new Discomfort(discomfort, worseMornings);
            } catch (IllegalArgumentException e) {
                throw new Failure(ExitCode.USAGE, e);
            }
        }

        private static Map<String, Object> object(String type) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("type", type);
            object.put("schema", SCHEMA);
            return object;
        }

        private static Map<String, Object> values(Reading reading, ReportOptions options, Map<String, Object> files) {
            Map<String, Object> values = object("report");
            values.put("simulated", reading.run().facts().info().simulated());
            values.put("origin", reading.run().facts().origin().word());
            values.put("language", options.language().tag());
            values.put("sentences", ReportPage.sentences(reading, options));
            values.put("next", next(reading.next()));
            List<Map<String, Object>> cards = new ArrayList<>();
            for (CardTable.Row row : reading.cards()) {
                cards.add(Map.of(
                        "card", row.card().word(),
                        "evidence", row.evidence().word(),
                        "manner", row.manner().word()));
            }
            values.put("cards", cards);
            values.put("files", files);
            return values;
        }

        private static Map<String, Object> next(NextPlan plan) {
            Map<String, Object> next = new LinkedHashMap<>();
            next.put("aim", plan.aim().word());
            next.put("planned_s", plan.plannedS());
            next.put("planned_m", plan.plannedM());
            if (plan.atS() > 0) {
                next.put("at_s", plan.atS());
            }
            if (plan.mostKmh() > 0) {
                next.put("most_kmh", plan.mostKmh());
            }
            next.put("settings", plan.settings());
            return next;
        }
    }

    /** All cards. */
    @Command(name = "cards", mixinStandardHelpOptions = true, description = "All cards on one page, HTML.")
    static final class Cards implements Callable<Integer> {
        @Mixin
        private final Reader reader = new Reader();

        @Option(names = "--out", paramLabel = "FILE", description = "Write there instead of standard output.")
        private @Nullable Path out;

        @Override
        public Integer call() throws Exception {
            Language language = reader.language();
            write(out, file -> ReportPage.cards(language, file));
            return ExitCode.OK;
        }
    }
}
