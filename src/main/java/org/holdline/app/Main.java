package org.holdline.app;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Posture feedback for running, from a clip on the lower back. */
@Command(
        name = "holdline",
        mixinStandardHelpOptions = true,
        version = "holdline " + Version.TEXT,
        description = "Technique feedback for running, from a clip on the lower back.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RunCommand.class, ReplayCommand.class, RecordCommand.class, ConfigCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed, with a line saying why",
            "2:the command line was not understood",
            "78:bad configuration",
            "130:interrupted (Ctrl-C)",
            "143:terminated (SIGTERM)"
        })
public final class Main implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    /** Runs the command and leaves with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The whole command line, for main and for tests. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::usageError)
                .setExecutionExceptionHandler((e, line, result) -> failed(e, line));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "no command given, expected one of run, replay, record, config");
    }

    private static int usageError(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        line.getErr().println("holdline: " + e.getMessage());
        line.getErr().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    /** What a person can mend is a line; anything else is a bug and shows its trace. */
    private static int failed(Exception e, CommandLine line) throws Exception {
        if (e instanceof Failure failure) {
            line.getErr().println(failure.text());
            return failure.exitCode();
        }
        if (e instanceof IOException) {
            line.getErr().println(Failure.textOf(e));
            return ExitCode.FAILED;
        }
        throw e;
    }
}
