package org.holdline.app;

import java.io.IOException;
import org.holdline.recording.RecordingException;
import org.holdline.session.belt.BeltException;
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
        subcommands = {
            RunCommand.class,
            ReplayCommand.class,
            RecordCommand.class,
            CueCommand.class,
            ClipCommand.class,
            BenchCommand.class,
            CalibrateCommand.class,
            ProfileCommand.class,
            SessionCommand.class,
            ReportCommand.class,
            ConfigCommand.class,
            EvaluateCommand.class,
            ExportCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed, with a line saying why",
            "2:the command line was not understood",
            "3:a device was not found",
            "4:no permission for a device",
            "5:nobody answered or pressed the button in time",
            "6:two profiles differ",
            "7:clip and program, or file and program, speak no common version",
            "78:bad configuration",
            "130:interrupted (Ctrl-C)",
            "143:terminated (SIGTERM)"
        })
public final class Main implements Runnable {
    private static final String PREFIX = "holdline: ";

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
                spec.commandLine(),
                "no command given, expected one of "
                        + String.join(", ", spec.commandLine().getSubcommands().keySet()));
    }

    private static int usageError(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        line.getErr().println(PREFIX + e.getMessage());
        line.getErr().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    /**
     * What a person can mend is told in lines; anything else is a bug and shows its trace. A line that names a file and a
     * place in it stands alone, so that editors and scripts find the place.
     */
    private static int failed(Exception e, CommandLine line) throws Exception {
        if (e instanceof Failure failure) {
            boolean placed =
                    failure.exitCode() == ExitCode.BAD_CONFIGURATION || e.getCause() instanceof RecordingException;
            line.getErr().println((placed ? "" : PREFIX) + failure.text());
            return failure.exitCode();
        }
        if (e instanceof IOException) {
            boolean placed = e instanceof RecordingException || e instanceof BeltException;
            line.getErr().println((placed ? "" : PREFIX) + Failure.textOf(e));
            return ExitCode.FAILED;
        }
        throw e;
    }
}
