package org.holdline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.holdline.clip.replay.ReplayClip;
import org.holdline.settings.Keys;
import org.holdline.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code holdline replay FILE}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Takes a recording through the road as fast as it goes. The same bytes in give the same bytes out.")
final class ReplayCommand implements Callable<Integer> {
    @Mixin
    private final SettingFlags settingFlags = new SettingFlags();

    @Parameters(paramLabel = "FILE", description = "CSV or CSV.gz; src/docs/recordings.md describes it.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path file;

    @Option(
            names = "--emit",
            paramLabel = "WHAT",
            description = "attitude, steps, verdicts, cues or summary (default).")
    private ReplayRun.Emit emit = ReplayRun.Emit.SUMMARY;

    @Option(
            names = "--all",
            description =
                    "With --emit cues: also cues that were due and not given, and why. With --emit steps: also what"
                            + " each stride says of the gait.")
    private boolean all;

    @Option(names = "--out", paramLabel = "FILE", description = "Write there instead of standard output.")
    private @Nullable Path out;

    @Option(names = "--placement", paramLabel = "PLACE", description = "sacral, thoracolumbar or dual.")
    private @Nullable String placement;

    @Option(names = "--planned-s", paramLabel = "SECONDS", description = "Planned length of the run.")
    private @Nullable String plannedS;

    @Option(names = "--planned-m", paramLabel = "METRES", description = "Planned distance of the run.")
    private @Nullable String plannedM;

    @Option(names = "--speed-kmh", paramLabel = "KMH", description = "Belt speed, where the recording holds none.")
    private @Nullable String speedKmh;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "Profile of the clip, the runner or the treadmill, in place of the recording's of its kind.")
    private List<String> profiles = List.of();

    @Option(names = "--uncalibrated", description = "Cue where the recorded run did not, for want of a valid profile.")
    private boolean uncalibrated;

    @Override
    public Integer call() throws Exception {
        if (all && emit != ReplayRun.Emit.CUES && emit != ReplayRun.Emit.STEPS) {
            throw new Failure(ExitCode.USAGE, "--all goes with --emit cues or steps, expected it there alone");
        }
        settingFlags.flag(Keys.RUN_PLACEMENT, "--placement", placement);
        settingFlags.flag(Keys.RUN_PLANNED_S, "--planned-s", plannedS);
        settingFlags.flag(Keys.RUN_PLANNED_M, "--planned-m", plannedM);
        settingFlags.flag(Keys.RUN_SPEED_KMH, "--speed-kmh", speedKmh);
        settingFlags.profiles(profiles);
        settingFlags.flag(Keys.RUN_UNCALIBRATED, "--uncalibrated", uncalibrated ? "true" : null);
        Settings said = settingFlags.loadApart(Map.of());
        ProfileChoice chosen = ProfileChoice.of(said);
        if (out != null && Files.exists(out) && Files.exists(file) && Files.isSameFile(out, file)) {
            throw new Failure(ExitCode.USAGE, out + ": is the recording itself, expected another file for the output");
        }
        try (Spool spool = Spool.open(out);
                ReplayClip clip = ReplayClip.open(file, SettingFlags.overrides(said))) {
            Settings settings = settingFlags.loadApart(clip.notes().settings());
            AppliedProfiles applied =
                    ProfileUse.ofReplay(clip).apply(chosen, settings.roadParams(), said.get(Keys.RUN_UNCALIBRATED));
            applied.parts()
                    .forEach(part -> System.err.println(
                            "holdline: " + part.part() + " (" + part.device() + "): " + part.text()));
            ReplayRun run = new ReplayRun(clip, applied.params(), emit, all, spool);
            run.run();
            clip.warnings().forEach(warning -> System.err.println("holdline: warning: " + warning));
            if (!run.isMountedAsAsked()) {
                System.err.println(
                        "holdline: warning: " + file + ": the clip was mounted otherwise than asked, expected x"
                                + " forward, y left, z up within 30 degrees; angles are read with low confidence");
            }
            deliver(spool);
        }
        return ExitCode.OK;
    }

    private static void deliver(Spool spool) throws IOException {
        try {
            spool.deliver(StandardOutput.open());
        } catch (StandardOutput.ReaderGoneException e) {
            // "| head" has what it wanted: nothing to add.
        }
    }
}
