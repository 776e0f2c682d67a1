package org.holdline.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdline bench cue | clips}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures this machine: how long a cue takes to a clip, and how many clips it bears.",
        subcommands = {BenchCueCommand.class, BenchClipsCommand.class})
final class BenchCommand implements Runnable {
    /** Of the JSON of both. */
    static final String SCHEMA = "holdline-bench/1";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected bench cue or bench clips");
    }
}
