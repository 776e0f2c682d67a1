package org.holdline.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.holdline.profile.RunnerForm;
import org.holdline.profile.form.Filled;
import org.holdline.profile.form.FormException;
import org.holdline.profile.form.FormReader;
import org.holdline.profile.form.FormWriter;
import org.holdline.report.Summary;
import org.holdline.session.KeptRun;
import org.holdline.session.Origin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code holdline report physio FILE}. */
@Command(
        name = "physio",
        mixinStandardHelpOptions = true,
        description =
                "Plays a recording and prints a runner profile with the settings that a physiotherapist wrote on the"
                        + " sheet. What the run came to stands in it as comments.")
final class PhysioCommand implements Callable<Integer> {
    @Mixin
    private final RecordedRunFlags recorded = new RecordedRunFlags();

    @Option(names = "--band-deg", paramLabel = "2..15", description = "Least band around neutral, from the sheet.")
    private @Nullable Double bandDeg;

    @Option(names = "--stage", paramLabel = "0..4", description = "Fading stage, from the sheet; default 0.")
    private long stage;

    @Option(names = "--out", paramLabel = "FILE", description = "Write there instead of standard output.")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        recorded.keepApart(out);
        KeptRun run = recorded.play();
        String pseudonym = recorded.runner();
        if (pseudonym == null) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--runner: not given, expected the pseudonym that the profile is for: any word but a name");
        }
        Filled filled = filled(run.summary(), pseudonym);
        byte[] text = text(run, filled).getBytes(StandardCharsets.UTF_8);
        try {
            FormReader.of(Path.of("runner profile"), text, ProfileFileCommands.FORMS);
        } catch (FormException e) {
            throw new Failure(ExitCode.USAGE, e);
        }
        ReportCommand.write(out, file -> file.write(text));
        return ExitCode.OK;
    }

    private Filled filled(Summary s, String pseudonym) {
        Filled filled = new Filled(RunnerForm.FORM);
        Map<String, Object> top = filled.add("");
        top.put("version", 1L);
        top.put("kind", RunnerForm.FORM.kind());
        top.put("pseudonym", pseudonym);
        top.put("placement", s.placement().word());
        Map<String, Object> cueing = filled.add("cueing");
        if (bandDeg != null) {
            cueing.put("band_deg", Math.round(bandDeg * 1000));
        }
        cueing.put("stage", stage);
        return filled;
    }

    private static String text(KeptRun run, Filled filled) {
        StringBuilder text = new StringBuilder(
                "# Runner profile from a physiotherapist's settings. Check it with holdline profile check,"
                        + " use it with holdline run --profile.\n");
        for (String line : comments(run)) {
            text.append("# ").append(line).append('\n');
        }
        return text.append(FormWriter.write(filled)).toString();
    }

    /** What the run came to; never fields, since only a clip on a body fills a profile, and that run has done so. */
    private static List<String> comments(KeptRun run) {
        Summary s = run.summary();
        List<String> lines = new ArrayList<>();
        lines.add(
                switch (run.facts().origin()) {
                    case SIMULATED -> "This run was simulated: nobody ran it, and its figures fit nobody.";
                    case REPLAYED, CLIP -> "What this run came to:";
                });
        lines.add(String.format(
                Locale.ROOT,
                "  band %.1f deg, confidence %d of 100",
                s.neutral().thresholdDeg(),
                s.medianConfidence()));
        if (s.judgedSteps() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %d of %d judged steps beyond it (%.1f %%)",
                    s.overSteps(),
                    s.judgedSteps(),
                    100.0 * s.overSteps() / s.judgedSteps()));
        }
        s.probes()
                .forEach(probe -> lines.add(String.format(
                        Locale.ROOT,
                        "  block without cues at %.0f s: %d steps, %.1f %% beyond",
                        probe.startS(),
                        probe.steps(),
                        100 * probe.overShare())));
        if (s.mayStoreOffset() && run.facts().origin() != Origin.SIMULATED) {
            neutral(s, lines);
        }
        return lines;
    }

    private static void neutral(Summary s, List<String> lines) {
        Double speedKmh = s.neutral().basis().speedKmh();
        Double inclinePct = s.neutral().basis().inclinePct();
        lines.add(String.format(
                Locale.ROOT,
                "  running neutral minus standing neutral %.3f deg at %s km/h and %s %%: a [[neutral]] of its own, when"
                        + " the run itself has not stored it",
                s.neutral().centreDeg(),
                speedKmh == null ? "an unknown speed" : String.format(Locale.ROOT, "%.1f", speedKmh),
                inclinePct == null ? "unknown" : String.format(Locale.ROOT, "%.1f", inclinePct)));
    }
}
