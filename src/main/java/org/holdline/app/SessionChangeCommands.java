package org.holdline.app;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdline.session.RunFacts;
import org.holdline.session.journal.KeptRuns;
import org.holdline.session.journal.Merging;
import org.holdline.session.store.Answers;
import org.holdline.session.store.Index;
import org.holdline.session.store.Notes;
import org.holdline.settings.Keys;
import org.holdline.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Session commands that change or remove what is kept. */
final class SessionChangeCommands {
    private static final int MOST = 10;
    private static final int DAY_MIN = 1440;

    private SessionChangeCommands() {}

    /** {@code session delete}. */
    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = "Removes runs and all that is known of them. A runner's stage stays: session runners delete.")
    static final class Delete extends SessionWork {
        @Parameters(arity = "1..*", paramLabel = "ID")
        private List<String> names = List.of();

        @Option(names = "--yes", description = "Removes them; without it the plan is shown and nothing is removed.")
        private boolean yes;

        @Override
        void work(KeptSessions kept, Settings settings) throws Failure, IOException {
            LinkedHashSet<String> ids = new LinkedHashSet<>();
            for (String name : names) {
                ids.add(kept.resolve(name));
            }
            List<String> runs = List.copyOf(ids);
            List<String> lines = new ArrayList<>();
            for (String id : runs) {
                RunFacts facts = kept.facts(id);
                lines.add((yes ? "removed  " : "would remove  ") + id + "  " + when(facts) + "  " + who(facts.runner())
                        + mark(facts));
            }
            if (yes) {
                kept.delete(runs);
            } else {
                lines.add("nothing is removed yet: --yes removes journal, report, index and answers for good");
            }
            say("delete", Map.of("ids", runs, "done", yes), lines);
        }
    }

    /** {@code session merge}. */
    @Command(
            name = "merge",
            mixinStandardHelpOptions = true,
            description = "Makes one run of two parts of one that was cut.")
    static final class Merge extends SessionWork {
        @Parameters(index = "0", paramLabel = "ID")
        private String one = "";

        @Parameters(index = "1", paramLabel = "ID")
        private String other = "";

        @Option(names = "--yes", description = "Merges them; without it the plan is shown and nothing is written.")
        private boolean yes;

        @Override
        void work(KeptSessions kept, Settings settings) throws Failure, IOException {
            String a = kept.resolve(one);
            String b = kept.resolve(other);
            boolean inOrder = kept.facts(a).startedAt().isBefore(kept.facts(b).startedAt());
            String first = inOrder ? a : b;
            String second = inOrder ? b : a;
            KeptRuns.Folded before = KeptRuns.fold(kept.journals().file(first));
            KeptRuns.Folded after = KeptRuns.fold(kept.journals().file(second));
            String obstacle = first.equals(second) ? "it is one run" : Merging.obstacle(before, after);
            if (!obstacle.isEmpty()) {
                throw new Failure(ExitCode.FAILED, first + " and " + second + ": " + obstacle);
            }
            RunFacts facts = before.read().facts();
            RunFacts whole = new RunFacts(
                    first + "-m",
                    facts.startedAt(),
                    facts.zone(),
                    facts.version(),
                    facts.info(),
                    facts.origin(),
                    facts.runner());
            List<String> lines = new ArrayList<>();
            lines.add((yes ? "merged  " : "would merge  ") + first + " and " + second + " into " + whole.id() + ", "
                    + Duration.between(facts.startedAt(), after.read().facts().startedAt())
                            .minusMillis(Math.round(before.summary().durationS() * 1e3))
                            .toSeconds()
                    + " s lie between them");
            if (yes) {
                Merging.merge(kept.journals(), first, second, whole);
                moveNotes(kept, first, second, whole.id());
                kept.delete(List.of(first, second));
            } else {
                lines.add("nothing is written yet: --yes merges them and removes the two parts");
            }
            say("merge", Map.of("ids", List.of(first, second), "into", whole.id(), "done", yes), lines);
        }

        private static void moveNotes(KeptSessions kept, String first, String second, String into) throws IOException {
            Optional<Notes> there = Notes.openIfThere(kept.folder());
            if (there.isPresent()) {
                try (Notes notes = there.get()) {
                    Answers said = notes.of(first).over(notes.of(second));
                    if (!said.equals(Answers.NONE)) {
                        notes.put(into, said);
                    }
                }
            }
        }
    }

    /** {@code session assign}. */
    @Command(
            name = "assign",
            mixinStandardHelpOptions = true,
            description = "Gives a run to a runner, or makes it a guest's.")
    static final class Assign extends SessionWork {
        @Parameters(index = "0", paramLabel = "ID")
        private String id = "";

        @Parameters(index = "1", arity = "0..1", paramLabel = "NAME")
        private @Nullable String name;

        @Option(names = "--guest", description = "It is a guest's.")
        private boolean guest;

        @Override
        void work(KeptSessions kept, Settings settings) throws Failure, IOException {
            if (guest == (name != null)) {
                throw new Failure(ExitCode.USAGE, "expected session assign ID NAME, or session assign ID --guest");
            }
            String run = kept.resolve(id);
            RunFacts facts = kept.facts(run);
            String runner = null;
            if (name != null) {
                flags().flag(Keys.RUN_RUNNER, "NAME", name);
                runner = flags().load().get(Keys.RUN_RUNNER).orElse(null);
            }
            kept.journals()
                    .assign(
                            run,
                            new RunFacts(
                                    facts.id(),
                                    facts.startedAt(),
                                    facts.zone(),
                                    facts.version(),
                                    facts.info(),
                                    facts.origin(),
                                    runner));
            try (Index index = kept.index()) {
                index.forget(List.of(run));
            }
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("id", run);
            object.put("guest", runner == null);
            if (runner != null) {
                object.put("runner", runner);
            }
            say(
                    "assign",
                    object,
                    List.of(run + " is now " + (runner == null ? "a guest's" : runner + "'s") + mark(facts)));
        }
    }

    /** {@code session note}. */
    @Command(
            name = "note",
            mixinStandardHelpOptions = true,
            description =
                    "Keeps what the runner says of a run, apart from everything else. Goes with the run; exported only when"
                            + " asked for.")
    static final class Note extends SessionWork {
        @Parameters(paramLabel = "ID", defaultValue = KeptSessions.LATEST, description = "Default: latest.")
        private String id = KeptSessions.LATEST;

        @Option(names = "--discomfort-before", paramLabel = "0..10", description = "Discomfort before the run.")
        private @Nullable Integer before;

        @Option(names = "--discomfort-after", paramLabel = "0..10", description = "Discomfort right after it.")
        private @Nullable Integer after;

        @Option(names = "--next-morning", paramLabel = "0..10", description = "Discomfort the next morning.")
        private @Nullable Integer nextMorning;

        @Option(names = "--began-min", paramLabel = "MIN", description = "Minute of the run in which it began.")
        private @Nullable Integer beganMin;

        @Option(names = "--effort", paramLabel = "0..10", description = "Effort of the run.")
        private @Nullable Integer effort;

        @Option(names = "--yes", description = "The runner wants it kept; not needed where session.notes is true.")
        private boolean yes;

        @Override
        void work(KeptSessions kept, Settings settings) throws Failure, IOException {
            within("--discomfort-before", before, MOST);
            within("--discomfort-after", after, MOST);
            within("--next-morning", nextMorning, MOST);
            within("--began-min", beganMin, DAY_MIN);
            within("--effort", effort, MOST);
            Answers now = new Answers(before, after, nextMorning, beganMin, effort);
            if (now.equals(Answers.NONE)) {
                throw new Failure(ExitCode.USAGE, "nothing is said, expected --effort or one of the others");
            }
            if (!yes && !settings.get(Keys.SESSION_NOTES)) {
                throw new Failure(
                        ExitCode.FAILED,
                        "answers are kept only where the runner wants it: --yes this time, session.notes = true for good");
            }
            String run = kept.resolve(id);
            try (Notes notes = Notes.open(kept.folder())) {
                Answers said = now.over(notes.of(run));
                notes.put(run, said);
                Map<String, Object> object = new LinkedHashMap<>(Map.of("id", run));
                object.put("notes", JsonExporter.object(said));
                say("note", object, List.of(run + ": kept, apart from the run"));
            }
            // What was said may change what the next run is asked for.
            KeptReports.of(kept, settings).renew(kept.facts(run));
        }

        private static void within(String flag, @Nullable Integer value, int most) throws Failure {
            if (value != null && (value < 0 || value > most)) {
                throw new Failure(ExitCode.USAGE, flag + ": " + value + ", expected 0.." + most);
            }
        }
    }
}
