package org.holdline.app;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.holdline.cue.FadingParams;
import org.holdline.session.store.Index;
import org.holdline.session.store.Listed;
import org.holdline.session.store.RunnerState;
import org.holdline.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code session runners} lists who has runs or a stage here, {@code session runners delete NAME} forgets one. */
@Command(
        name = "runners",
        mixinStandardHelpOptions = true,
        description = "Lists the runners: their runs, their fading stage.",
        subcommands = SessionRunnersCommand.Delete.class)
final class SessionRunnersCommand extends SessionWork {
    @Override
    void work(KeptSessions kept, Settings settings) throws Failure, IOException {
        if (!kept.isThere()) {
            return;
        }
        try (Index index = kept.index()) {
            for (String name : names(index)) {
                int runs = index.runs(name).size();
                Map<String, Object> object = new LinkedHashMap<>();
                object.put("runner", name);
                object.put("runs", runs);
                Optional<RunnerState> state = index.runner(name);
                String stage = "no stage yet";
                if (state.isPresent()) {
                    RunnerState known = state.get();
                    int givenPct = FadingParams.givenPct(known.kept().stage());
                    object.put("stage", known.kept().stage());
                    object.put("given_pct", givenPct);
                    object.put("probe_blocks", known.kept().blocks().size());
                    if (!known.lastRun().isEmpty()) {
                        object.put("last_run", known.lastRun());
                    }
                    object.put("planned_s", known.plannedS());
                    if (known.speedKmh() != null) {
                        object.put("speed_kmh", known.speedKmh());
                    }
                    stage = "stage " + known.kept().stage() + ": " + givenPct + " % of the due cues";
                }
                say(
                        "runner",
                        object,
                        List.of(String.format(
                                Locale.ROOT, "%-32s  %s, %s", name, KeptSessions.counted(runs, "run"), stage)));
            }
        }
    }

    private static Set<String> names(Index index) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        index.runners().forEach(runner -> names.add(runner.name()));
        for (Listed run : index.runs(null)) {
            if (run.runner() != null) {
                names.add(run.runner());
            }
        }
        return names;
    }

    /** {@code session runners delete}. */
    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = "Removes a runner: the stage, all runs, all answers.")
    static final class Delete extends SessionWork {
        @Parameters(paramLabel = "NAME")
        private String name = "";

        @Option(names = "--yes", description = "Removes it; without it the plan is shown and nothing is removed.")
        private boolean yes;

        @Override
        void work(KeptSessions kept, Settings settings) throws Failure, IOException {
            List<String> runs;
            try (Index index = kept.index()) {
                runs = index.runs(name).stream().map(Listed::id).toList();
                if (runs.isEmpty() && index.runner(name).isEmpty()) {
                    throw new Failure(ExitCode.FAILED, "no runner " + name + " is known here");
                }
            }
            if (yes) {
                kept.delete(runs);
                try (Index index = kept.index()) {
                    index.forgetRunner(name);
                }
            }
            String what = name + ": the stage and " + KeptSessions.counted(runs.size(), "run");
            say(
                    "runners delete",
                    Map.of("runner", name, "ids", runs, "done", yes),
                    yes
                            ? List.of("removed  " + what)
                            : List.of("would remove  " + what, "nothing is removed yet: --yes removes it for good"));
        }
    }
}
