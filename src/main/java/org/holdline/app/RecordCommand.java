package org.holdline.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.holdline.settings.Keys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code holdline record}: a run whose purpose is its file. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = "Records a source to a CSV file, as run --record does: whole rows, on disk each second.")
final class RecordCommand implements Callable<Integer> {
    @Mixin
    private final StreamFlags stream = new StreamFlags();

    @Mixin
    private final SettingFlags settingFlags = new SettingFlags();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Must not exist yet.")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        stream.into(settingFlags);
        settingFlags.flag(Keys.RUN_RECORD, "--out", out);
        return new RunWiring(RunKeeping.prepare(settingFlags.load(), settingFlags), settingFlags).run();
    }
}
