package org.holdline.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdline session ...}. */
@Command(
        name = "session",
        mixinStandardHelpOptions = true,
        description = "The runs that were kept: list, show, export, claim, delete.",
        footer = {"", "ID is the name of a run, the beginning of exactly one, or latest."},
        subcommands = {
            SessionReadCommands.List.class,
            SessionReadCommands.Show.class,
            SessionReadCommands.Export.class,
            SessionChangeCommands.Delete.class,
            SessionChangeCommands.Merge.class,
            SessionChangeCommands.Assign.class,
            SessionChangeCommands.Note.class,
            SessionRunnersCommand.class
        })
final class SessionCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "expected session list, show, export, delete, merge, assign, note or runners");
    }
}
