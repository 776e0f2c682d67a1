package org.holdline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.holdline.report.JsonLines;
import org.holdline.report.SummaryText;
import org.holdline.session.Ending;
import org.holdline.session.KeptRun;
import org.holdline.session.RunFacts;
import org.holdline.session.journal.KeptRuns;
import org.holdline.session.store.Answers;
import org.holdline.session.store.Index;
import org.holdline.session.store.Listed;
import org.holdline.session.store.Notes;
import org.holdline.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Session commands that change nothing. */
final class SessionReadCommands {
    private SessionReadCommands() {}

    /** {@code session list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the kept runs, oldest first.")
    static final class List extends SessionWork {
        @Option(names = "--runner", paramLabel = "NAME", description = "Only the runs of this runner.")
        private @Nullable String runner;

        @Override
        void work(KeptSessions kept, Settings settings) throws Failure, IOException {
            if (!kept.isThere()) {
                System.err.println("holdline: no run is kept here: " + kept.folder());
                return;
            }
            try (Index index = kept.index()) {
                index.problems().forEach(problem -> System.err.println("holdline: " + problem));
                for (Listed run : index.runs(runner)) {
                    say("session", object(run), java.util.List.of(line(run)));
                }
            }
            if (runner == null) {
                for (String id : kept.journals().openIds()) {
                    say("running", Map.of("id", id), java.util.List.of(id + "  goes on"));
                }
            }
        }

        private static String line(Listed run) {
            Listed.Figures figures = run.figures();
            return String.format(
                    Locale.ROOT,
                    "%s  %s  %6s  %-13s %-12s  %4d steps over of %5d, %2d cues, %s%s%s",
                    run.id(),
                    when(run.startedAt(), run.zone()),
                    KeptSessions.minutes(Math.round(figures.durationS() * 1e6)),
                    run.placement(),
                    who(run.runner()),
                    figures.overSteps(),
                    figures.judgedSteps(),
                    figures.cues(),
                    figures.pattern(),
                    run.ending() == Ending.WHOLE ? "" : "  [" + run.ending().word() + "]",
                    run.origin().counts() ? "" : "  [" + run.origin().word() + "]");
        }

        private static Map<String, Object> object(Listed run) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("id", run.id());
            object.put("started_at", run.startedAt().toString());
            object.put("zone", run.zone().getId());
            object.put("guest", run.runner() == null);
            if (run.runner() != null) {
                object.put("runner", run.runner());
            }
            object.put("origin", run.origin().word());
            object.put("counts", run.origin().counts());
            object.put("source", run.source());
            object.put("placement", run.placement());
            object.put("ending", run.ending().word());
            object.put("duration_s", run.figures().durationS());
            object.put("steps", run.figures().steps());
            object.put("judged_steps", run.figures().judgedSteps());
            object.put("over_steps", run.figures().overSteps());
            object.put("cues", run.figures().cues());
            object.put("pattern", run.figures().pattern());
            if (run.stage() != null) {
                object.put("stage", run.stage());
            }
            object.put("journal_bytes", run.journalBytes());
            return object;
        }
    }

    /** {@code session show}. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows one run: what is known of it, and its summary.")
    static final class Show extends SessionWork {
        @Parameters(paramLabel = "ID", defaultValue = KeptSessions.LATEST, description = "Default: latest.")
        private String id = KeptSessions.LATEST;

        @Override
        void work(KeptSessions kept, Settings settings) throws Failure, IOException {
            String run = kept.resolve(id);
            KeptRuns.Folded folded = KeptRuns.fold(kept.journals().file(run));
            RunFacts facts = folded.read().facts();
            Answers said = said(kept, run);
            Map<String, Object> object = object(facts);
            object.put("ending", folded.ending().word());
            object.put("cut_bytes", folded.read().cutBytes());
            object.put("belt_spans", folded.read().belt().size());
            Map<String, Object> notes = JsonExporter.object(said);
            if (!notes.isEmpty()) {
                object.put("notes", notes);
            }
            java.util.List<String> lines = new ArrayList<>();
            lines.add("Run " + run + " of " + who(facts.runner()) + ", " + when(facts) + ", "
                    + facts.info().source() + mark(facts));
            if (folded.ending() == Ending.CUT) {
                lines.add(
                        "It broke off without its end: a crash costs at most the last second, a full disk all after it.");
            }
            if (folded.read().fault() != null) {
                lines.add("It broke off: " + folded.read().fault());
            }
            lines.addAll(SummaryText.lines(folded.summary()));
            if (!notes.isEmpty()) {
                lines.add("  said       "
                        + String.join(
                                ", ",
                                notes.entrySet().stream()
                                        .map(note -> note.getKey().replace('_', ' ') + " " + note.getValue())
                                        .toList()));
            }
            say("session", object, lines);
            if (isJson()) {
                JsonLines summary = new JsonLines(System.out, facts.info().simulated());
                summary.summary(folded.summary());
                summary.flush();
            }
        }
    }

    private static Answers said(KeptSessions kept, String run) throws IOException {
        Optional<Notes> there = Notes.openIfThere(kept.folder());
        if (there.isEmpty()) {
            return Answers.NONE;
        }
        try (Notes notes = there.get()) {
            return notes.of(run);
        }
    }

    /** {@code session export}. */
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description =
                    "Writes runs to files. What a runner said or marked is left out unless --with-notes asks for it.")
    static final class Export extends SessionWork {
        @Parameters(
                arity = "1..2",
                paramLabel = "ID... FILE",
                description = "A run and the file or folder it goes to; with --all the folder alone.")
        private java.util.List<String> names = java.util.List.of();

        @Option(names = "--all", description = "Every run, each to a file of its own in the folder.")
        private boolean all;

        @Option(
                names = "--form",
                paramLabel = "FORM",
                description =
                        "json (default), fit, tcx, csv, html (the report), physio (its A4 sheet), steps (a row a step).")
        private String form = "json";

        @Option(
                names = "--simulated",
                description = "Write fit and tcx also of a virtual runner or of a recording played again.")
        private boolean simulated;

        @Option(names = "--with-notes", description = "With what the runner said of it, and the marks of discomfort.")
        private boolean withNotes;

        @Override
        void work(KeptSessions kept, Settings settings) throws Failure, IOException {
            if (names.size() != (all ? 1 : 2)) {
                throw new Failure(ExitCode.USAGE, "expected session export ID FILE, or session export --all FOLDER");
            }
            java.util.List<RunExporter> forms = RunForms.all(KeptReports.of(kept, settings));
            RunExporter exporter = forms.stream()
                    .filter(one -> one.form().equals(form))
                    .findAny()
                    .orElseThrow(() -> new Failure(
                            ExitCode.USAGE,
                            "--form: " + form + ", expected one of "
                                    + String.join(
                                            ", ",
                                            forms.stream()
                                                    .map(RunExporter::form)
                                                    .toList())));
            Path target = Path.of(names.getLast());
            for (String run : all ? kept.journals().ids() : java.util.List.of(kept.resolve(names.getFirst()))) {
                Path file = all || Files.isDirectory(target) ? target.resolve(run + "." + exporter.end()) : target;
                write(kept, run, exporter, file);
                Map<String, Object> object = new LinkedHashMap<>();
                object.put("id", run);
                object.put("file", file.toString());
                java.util.List<String> lines = new ArrayList<>(java.util.List.of(run + " -> " + file));
                RunExporter.Dictionary dictionary = exporter.dictionary();
                // Beside a pipe there is no place for a second file.
                if (dictionary != null && Files.isRegularFile(file)) {
                    Path columns = file.resolveSibling(file.getFileName() + ".schema.json");
                    write(dictionary, columns);
                    object.put("columns", columns.toString());
                    lines.add("its columns -> " + columns);
                }
                say("exported", object, lines);
            }
        }

        private static void write(RunExporter.Dictionary dictionary, Path file) throws IOException {
            try (Spool spool = Spool.open(file)) {
                dictionary.write(spool);
                spool.deliver(System.out);
            }
        }

        private void write(KeptSessions kept, String run, RunExporter exporter, Path file) throws Failure, IOException {
            if (!simulated && exporter.needsConsent(kept.facts(run))) {
                throw new Failure(
                        ExitCode.FAILED,
                        run + ": nobody ran it, or it has counted already, and a training site takes " + form
                                + " for a run; --simulated writes it all the same");
            }
            KeptRun loaded = KeptRuns.load(kept.journals().file(run));
            try (Spool spool = Spool.open(file)) {
                exporter.write(
                        withNotes ? loaded : RunForms.withoutMarks(loaded), withNotes ? said(kept, run) : null, spool);
                spool.deliver(System.out);
            }
        }
    }
}
