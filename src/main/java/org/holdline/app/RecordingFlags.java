package org.holdline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.holdline.report.html.ReportPage;
import org.holdline.session.KeptRun;
import org.holdline.session.Origin;
import org.holdline.settings.Keys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Flags that name a recording and what is known of it besides, for commands that make something of the whole run. */
final class RecordingFlags {
    private static final Path STANDARD_INPUT = Path.of("/dev/stdin");

    @Mixin
    private final SettingFlags settingFlags = new SettingFlags();

    @Parameters(paramLabel = "FILE", description = "Recording, CSV or CSV.gz; - is standard input, CSV only.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path file;

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

    @Option(
            names = "--started",
            paramLabel = "TIME",
            description = "When the run began, as 2026-05-04T10:30:00+02:00. A recording does not say.")
    private @Nullable String started;

    @Option(names = "--runner", paramLabel = "PSEUDONYM", description = "Whose run it was: any word but a name.")
    private @Nullable String runner;

    /** Plays it; warnings go to standard error. */
    KeptRun play() throws Failure, IOException {
        settingFlags.flag(Keys.RUN_PLACEMENT, "--placement", placement);
        settingFlags.flag(Keys.RUN_PLANNED_S, "--planned-s", plannedS);
        settingFlags.flag(Keys.RUN_PLANNED_M, "--planned-m", plannedM);
        settingFlags.flag(Keys.RUN_SPEED_KMH, "--speed-kmh", speedKmh);
        settingFlags.profiles(profiles);
        settingFlags.flag(Keys.RUN_UNCALIBRATED, "--uncalibrated", uncalibrated ? "true" : null);
        OffsetDateTime startedAt = startedAt();
        return RecordedRun.read(
                path(),
                settingFlags,
                Origin.REPLAYED,
                durationUs -> startedAt == null
                        ? new RecordedRun.Start(ReportPage.NO_DATE, ZoneOffset.UTC, runner)
                        : new RecordedRun.Start(startedAt.toInstant(), ZoneId.from(startedAt), runner));
    }

    private Path path() {
        return file.toString().equals("-") ? STANDARD_INPUT : file;
    }

    private @Nullable OffsetDateTime startedAt() throws Failure {
        if (started == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(started);
        } catch (DateTimeException e) {
            throw new Failure(
                    ExitCode.USAGE, "--started: " + started + ", expected a time such as 2026-05-04T10:30:00+02:00");
        }
    }

    @Nullable
    String runner() {
        return runner;
    }

    /** Never writes over what is read. */
    void keepApart(@Nullable Path out) throws Failure, IOException {
        if (out != null && Files.exists(out) && Files.exists(path()) && Files.isSameFile(out, path())) {
            throw new Failure(ExitCode.USAGE, out + ": is the recording itself, expected another file for the output");
        }
    }
}
