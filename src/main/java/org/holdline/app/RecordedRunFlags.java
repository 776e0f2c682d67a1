package org.holdline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.holdline.report.html.ReportPage;
import org.holdline.session.KeptRun;
import org.holdline.session.Origin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flags that name a recording, whose run it was and when, for commands that make something of the whole run. */
final class RecordedRunFlags {
    @Mixin
    private final RecordingFlags recording = new RecordingFlags();

    @Option(
            names = "--started",
            paramLabel = "TIME",
            description = "When the run began, as 2026-05-04T10:30:00+02:00. A recording does not say.")
    private @Nullable String started;

    @Option(names = "--runner", paramLabel = "PSEUDONYM", description = "Whose run it was: any word but a name.")
    private @Nullable String runner;

    /** Plays it; warnings go to standard error. */
    KeptRun play() throws Failure, IOException {
        OffsetDateTime startedAt = startedAt();
        return RecordedRun.read(
                recording.path(),
                recording.settings(),
                Origin.REPLAYED,
                durationUs -> startedAt == null
                        ? new RecordedRun.Start(ReportPage.NO_DATE, ZoneOffset.UTC, runner)
                        : new RecordedRun.Start(startedAt.toInstant(), ZoneId.from(startedAt), runner));
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

    /** See {@link RecordingFlags#keepApart}. */
    void keepApart(@Nullable Path out) throws Failure, IOException {
        recording.keepApart(out);
    }
}
