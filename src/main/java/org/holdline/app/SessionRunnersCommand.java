package org.holdline.app;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.holdline.cue.FadingParams;
import org.holdline.profile.form.FormWriter;
import org.holdline.sample.Placement;
import org.holdline.session.store.Index;
import org.holdline.session.store.KeptNeutral;
import org.holdline.session.store.KeptPlan;
import org.holdline.session.store.Listed;
import org.holdline.session.store.RunnerState;
import org.holdline.settings.Settings;
import org.holdline.text.Language;
import org.holdline.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code session runners} lists who has runs or a stage here and prints what is known of running neutrals, {@code session runners
 * delete NAME} forgets one.
 */
@Command(
        name = "runners",
        mixinStandardHelpOptions = true,
        description = "Lists the runners: their runs, their fading stage, how many running neutrals are known.",
        subcommands = SessionRunnersCommand.Delete.class)
final class SessionRunnersCommand extends SessionWork {
    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Prints what runs of this runner left of their running neutrals as a runner profile.")
    private @Nullable String profile;

    @Option(
            names = "--placement",
            paramLabel = "WORD",
            description = "With --profile: sacral, thoracolumbar or dual. Default: that of the newest.")
    private @Nullable String placement;

    @Override
    void work(KeptSessions kept, Settings settings) throws Failure, IOException {
        if (profile != null) {
            profile(kept, profile);
            return;
        }
        if (!kept.isThere()) {
            return;
        }
        KeptReports reports = KeptReports.of(kept, settings);
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
                    stage = "stage " + known.kept().stage() + ": " + givenPct + " % of the due cues";
                }
                Optional<KeptPlan> plan = reports.plan(index, name);
                plan.ifPresent(next -> object.put("next", new NextRun(next).values()));
                String next = plan.map(asked -> new NextRun(asked).words(Texts.of(Language.ENGLISH)))
                        .orElse("");
                index.choices(name).ifPresent(chosen -> object.putAll(RunnerMemory.values(chosen)));
                int neutrals = index.neutrals(name).size();
                object.put("neutrals", neutrals);
                say(
                        "runner",
                        object,
                        List.of(String.format(
                                        Locale.ROOT,
                                        "%-32s  %s, %s, %s  %s",
                                        name,
                                        KeptSessions.counted(runs, "run"),
                                        stage,
                                        RunnerNeutrals.counted(neutrals),
                                        next)
                                .strip()));
            }
        }
    }

    /** For another machine, by the runner's own hand. */
    private void profile(KeptSessions kept, String name) throws Failure, IOException {
        List<KeptNeutral> known = List.of();
        if (kept.isThere()) {
            try (Index index = kept.index()) {
                known = index.neutrals(name);
            }
        }
        RunnerNeutrals neutrals = new RunnerNeutrals(name, known);
        Instant now = Instant.now();
        Placement where = placement == null ? neutrals.newest(now) : placementOf(placement);
        List<KeptNeutral> usable = where == null ? List.of() : neutrals.usable(where, now);
        for (Placement each : Placement.values()) {
            if (where == null || each == where) {
                neutrals.leftOut(each, now).forEach(line -> System.err.println("holdline: " + line));
            } else if (!neutrals.usable(each, now).isEmpty()) {
                System.err.println("holdline: others are of placement " + each.word() + ": --placement " + each.word());
            }
        }
        if (where == null || usable.isEmpty()) {
            throw new Failure(
                    ExitCode.FAILED,
                    "no running neutral of " + name + " can be used here"
                            + (placement == null ? "" : " at placement " + placement));
        }
        String toml = FormWriter.write(neutrals.profile(where, now));
        say(
                "runner profile",
                Map.of("runner", name, "placement", where.word(), "neutrals", usable.size(), "toml", toml),
                toml.lines().toList());
    }

    private static Placement placementOf(String word) throws Failure {
        return Arrays.stream(Placement.values())
                .filter(one -> one.word().equals(word))
                .findAny()
                .orElseThrow(() -> new Failure(
                        ExitCode.USAGE, "--placement: " + word + ", expected sacral, thoracolumbar or dual"));
    }

    private static Set<String> names(Index index) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        index.runners().forEach(runner -> names.add(runner.name()));
        names.addAll(index.neutralRunners());
        names.addAll(index.plannedRunners());
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
            description = "Removes a runner: the stage, the running neutrals, plan and choices, all runs, all answers.")
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
                boolean unknown = !names(index).contains(name);
                if (runs.isEmpty() && unknown) {
                    throw new Failure(ExitCode.FAILED, "no runner " + name + " is known here");
                }
            }
            if (yes) {
                kept.delete(runs);
                try (Index index = kept.index()) {
                    index.forgetRunner(name);
                }
            }
            String what = name + ": the stage, the running neutrals, plan and choices, and "
                    + KeptSessions.counted(runs.size(), "run");
            say(
                    "runners delete",
                    Map.of("runner", name, "ids", runs, "done", yes),
                    yes
                            ? List.of("removed  " + what)
                            : List.of("would remove  " + what, "nothing is removed yet: --yes removes it for good"));
        }
    }
}
