package org.holdline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.holdline.settings.Keys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Flags that name a recording and what is known of it besides. */
final class RecordingFlags {
    private static final Path STANDARD_INPUT = Path.of("/dev/stdin");

    @Mixin
    private final SettingFlags settingFlags = new SettingFlags();

    @Parameters(
            paramLabel = "FILE",
            description =
                    "Recording, CSV or CSV.gz; src/docs/recordings.md describes it. - is standard input, CSV only.")
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

    /** What was given, as settings. */
    SettingFlags settings() {
        settingFlags.flag(Keys.RUN_PLACEMENT, "--placement", placement);
        settingFlags.flag(Keys.RUN_PLANNED_S, "--planned-s", plannedS);
        settingFlags.flag(Keys.RUN_PLANNED_M, "--planned-m", plannedM);
        settingFlags.flag(Keys.RUN_SPEED_KMH, "--speed-kmh", speedKmh);
        settingFlags.profiles(profiles);
        settingFlags.flag(Keys.RUN_UNCALIBRATED, "--uncalibrated", uncalibrated ? "true" : null);
        return settingFlags;
    }

    Path path() {
        return file.toString().equals("-") ? STANDARD_INPUT : file;
    }

    /** Never writes over what is read. */
    void keepApart(@Nullable Path out) throws Failure, IOException {
        if (out != null && Files.exists(out) && Files.exists(path()) && Files.isSameFile(out, path())) {
            throw new Failure(ExitCode.USAGE, out + ": is the recording itself, expected another file for the output");
        }
    }
}
