package org.holdline.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.holdline.settings.Keys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code holdline run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description =
                "Watches a runner and cues. Without options: the built-in virtual runner, at eight times real time.",
        footer = {
            "",
            "While it runs on a terminal, type and press Enter: m mute or unmute, d mark discomfort, f swap left and right,",
            "c the last cue did not fit, n take a new neutral from the next 60 steps, i a hard interval begins or ends,",
            "a number the belt's speed in km/h, q end the run."
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private final StreamFlags stream = new StreamFlags();

    @Mixin
    private final SettingFlags settingFlags = new SettingFlags();

    @Option(names = "--record", paramLabel = "FILE", description = "Also write what the road consumed, for replay.")
    private @Nullable Path record;

    @Option(
            names = "--runner",
            paramLabel = "NAME",
            description = "Who is running: a pseudonym, whose history goes on. Default: a guest, who has none.")
    private @Nullable String runner;

    @Option(names = "--keep", description = "Also keep the run of a virtual runner, or of a recording played again.")
    private boolean keep;

    @Mixin
    private final PageFlags page = new PageFlags();

    @Override
    public Integer call() throws Exception {
        stream.into(settingFlags);
        page.into(settingFlags);
        settingFlags.flag(Keys.RUN_RECORD, "--record", record);
        settingFlags.flag(Keys.RUN_RUNNER, "--runner", runner);
        settingFlags.flag(Keys.RUN_KEEP, "--keep", keep ? "true" : null);
        return new RunWiring(RunKeeping.prepare(settingFlags.load(), settingFlags), settingFlags).run();
    }
}
