package org.holdline.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdline calibrate}. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description = "Measures what a profile holds, and leads a runner to the first cue.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {CalibrateDeviceCommand.class, CalibrateRunnerCommand.class})
final class CalibrateCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given, expected device or runner");
    }
}
