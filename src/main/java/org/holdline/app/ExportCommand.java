package org.holdline.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdline export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes runs as files for other programs: FIT, TCX, CSV, JSON.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ExportMakeCommand.class)
final class ExportCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given, expected make");
    }
}
