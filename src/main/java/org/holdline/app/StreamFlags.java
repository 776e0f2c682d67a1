package org.holdline.app;

import java.util.List;
import org.holdline.settings.Keys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags that say where samples come from and how fast. */
final class StreamFlags {
    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "virtual (default), i2c, serial:PORT, or replay:FILE.")
    private @Nullable String source;

    @Option(names = "--duration", paramLabel = "SECONDS", description = "End after this much stream time.")
    private @Nullable String duration;

    @Option(
            names = "--speed",
            paramLabel = "N|max",
            description =
                    "Stream seconds per second; scales the wall clock only. Default 8 for the virtual runner, else 1.")
    private @Nullable String speed;

    @Option(names = "--seed", paramLabel = "N", description = "Which virtual runner; default 1.")
    private @Nullable String seed;

    @Option(names = "--planned-s", paramLabel = "SECONDS", description = "Planned length of the run.")
    private @Nullable String plannedS;

    @Option(names = "--planned-m", paramLabel = "METRES", description = "Planned distance of the run.")
    private @Nullable String plannedM;

    @Option(names = "--speed-kmh", paramLabel = "KMH", description = "Belt speed.")
    private @Nullable String speedKmh;

    @Option(names = "--incline-pct", paramLabel = "PERCENT", description = "Belt incline.")
    private @Nullable String inclinePct;

    @Option(
            names = "--placement",
            paramLabel = "PLACE",
            description = "sacral, thoracolumbar or dual (default of the virtual runner).")
    private @Nullable String placement;

    @Option(
            names = "--rate-hz",
            paramLabel = "HZ",
            description = "Sampling rate of the virtual runner or the clip; default 200.")
    private @Nullable String rateHz;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "Profile of the clip, the runner or the treadmill; one of each kind.")
    private List<String> profiles = List.of();

    @Option(
            names = "--uncalibrated",
            description = "Cue all the same with a clip that keeps calibration profiles and has no valid one.")
    private boolean uncalibrated;

    @Option(names = "--json", description = "JSON lines on standard output.")
    private boolean json;

    /** Hands what was given to the settings. */
    void into(SettingFlags flags) {
        flags.flag(Keys.RUN_SOURCE, "--source", source);
        flags.flag(Keys.RUN_DURATION_S, "--duration", duration);
        flags.flag(Keys.RUN_SPEED, "--speed", speed);
        flags.flag(Keys.RUN_SEED, "--seed", seed);
        flags.flag(Keys.RUN_PLANNED_S, "--planned-s", plannedS);
        flags.flag(Keys.RUN_PLANNED_M, "--planned-m", plannedM);
        flags.flag(Keys.RUN_SPEED_KMH, "--speed-kmh", speedKmh);
        flags.flag(Keys.RUN_INCLINE_PCT, "--incline-pct", inclinePct);
        flags.flag(Keys.RUN_PLACEMENT, "--placement", placement);
        flags.flag(Keys.RUN_RATE_HZ, "--rate-hz", rateHz);
        flags.profiles(profiles);
        flags.flag(Keys.RUN_UNCALIBRATED, "--uncalibrated", uncalibrated ? "true" : null);
        flags.flag(Keys.RUN_JSON, "--json", json ? "true" : null);
    }
}
