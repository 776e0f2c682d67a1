package org.holdline.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.holdline.settings.Keys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code holdline calibrate runner}. */
@Command(
        name = "runner",
        mixinStandardHelpOptions = true,
        description = {
            "Leads a runner to the first cue, here and on the live page, and goes on as a run. Without a start named: the quick",
            "one the first time, later a choice. The built-in runner does as told, and nothing of it is remembered."
        },
        footer = {
            "",
            "Type and press Enter: a number chooses or answers, Enter alone takes the only or the first choice, s skips a step,",
            "q ends with a closing stand, and again at once. From \"walk\" on nothing needs to be typed."
        })
final class CalibrateRunnerCommand implements Callable<Integer> {
    @Mixin
    private final StreamFlags stream = new StreamFlags();

    @Mixin
    private final SettingFlags settingFlags = new SettingFlags();

    @Mixin
    private final PageFlags page = new PageFlags();

    @Option(names = "--record", paramLabel = "FILE", description = "Also write what the road consumed, for replay.")
    private @Nullable Path record;

    @Option(
            names = "--runner",
            paramLabel = "NAME",
            description = "Who it is: a pseudonym, whose history goes on. Default: a guest, who has none.")
    private @Nullable String runner;

    @Option(names = "--only", description = "End with the calibration, after a closing stand.")
    private boolean only;

    @ArgGroup
    private @Nullable Start start;

    /** One of them at most. */
    private static final class Start {
        @Option(names = "--quick", description = "The first two running minutes are a provisional baseline.")
        private boolean quick;

        @Option(names = "--full", description = "Bends, easy run and a running neutral as well.")
        private boolean full;

        @Option(
                names = "--returning",
                description = "A stand and two bends; the neutrals of the runner's profile (--profile) are put on it.")
        private boolean returning;

        private @Nullable String word() {
            return quick ? "quick" : full ? "full" : returning ? "returning" : null;
        }
    }

    @Override
    public Integer call() throws Exception {
        stream.into(settingFlags);
        page.into(settingFlags);
        settingFlags.flag(Keys.RUN_RECORD, "--record", record);
        settingFlags.flag(Keys.RUN_RUNNER, "--runner", runner);
        if (start != null) {
            settingFlags.flag(Keys.RUN_GUIDE, "--" + start.word(), start.word());
        }
        return new RunWiring(RunKeeping.prepare(settingFlags.load(), settingFlags), settingFlags)
                .run(only ? GuidedStart.Wish.ONLY : GuidedStart.Wish.ASKED);
    }
}
