package org.holdline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code holdline replay FILE}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Takes a recording through the road as fast as it goes. The same bytes in give the same bytes out."
                        + " With --page it is shown on the live page instead, in its own time.")
final class ReplayCommand implements Callable<Integer> {
    @Mixin
    private final RecordingFlags recording = new RecordingFlags();

    @Mixin
    private final ReplayPageFlags page = new ReplayPageFlags();

    @Option(
            names = "--emit",
            paramLabel = "WHAT",
            description = "attitude, steps, verdicts, cues or summary (default).")
    private ReplayRun.@Nullable Emit emit;

    @Option(
            names = "--all",
            description =
                    "With --emit cues: also cues that were due and not given, and why. With --emit steps: also what"
                            + " each stride says of the gait.")
    private boolean all;

    @Option(names = "--out", paramLabel = "FILE", description = "Write there instead of standard output.")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        if (page.isAsked(emit != null || all || out != null)) {
            return page.show(recording);
        }
        return write(emit == null ? ReplayRun.Emit.SUMMARY : emit);
    }

    private int write(ReplayRun.Emit what) throws Failure, IOException {
        if (all && what != ReplayRun.Emit.CUES && what != ReplayRun.Emit.STEPS) {
            throw new Failure(ExitCode.USAGE, "--all goes with --emit cues or steps, expected it there alone");
        }
        recording.keepApart(out);
        try (Spool spool = Spool.open(out);
                OpenRecording opened = OpenRecording.open(recording.path(), recording.settings())) {
            ReplayRun run = new ReplayRun(opened.clip(), opened.applied().params(), what, all, spool);
            run.run();
            opened.warn();
            if (!run.isMountedAsAsked()) {
                System.err.println("holdline: warning: " + recording.path()
                        + ": the clip was mounted otherwise than asked, expected x forward, y left, z up within 30"
                        + " degrees; angles are read with low confidence");
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
