package org.holdline.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdline bench cue | tone | clips | page | eeprom}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures this machine: how long a cue takes to a clip or to the audio output, how many clips it bears, what the"
                        + " page costs, and what a wired clip's memory holds after power cuts.",
        subcommands = {
            BenchCueCommand.class,
            BenchToneCommand.class,
            BenchClipsCommand.class,
            BenchPageCommand.class,
            BenchEepromCommand.class
        })
final class BenchCommand implements Runnable {
    /** Of the JSON of all. */
    static final String SCHEMA = "holdline-bench/1";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected bench cue, tone, clips, page or eeprom");
    }
}
