package org.holdline.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdline bench cue | clips | page}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures this machine: how long a cue takes to a clip, how many clips it bears, what the page"
                + " costs.",
        subcommands = {BenchCueCommand.class, BenchClipsCommand.class, BenchPageCommand.class})
final class BenchCommand implements Runnable {
    /** Of the JSON of all. */
    static final String SCHEMA = "holdline-bench/1";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected bench cue, bench clips or bench page");
    }
}
