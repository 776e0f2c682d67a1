package org.holdline.app;

import java.util.concurrent.Callable;
import org.holdline.settings.ExampleFile;
import org.holdline.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdline config show | example}. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Shows the settings in force, or an example file with all of them.",
        subcommands = {ConfigCommand.Show.class, ConfigCommand.Example.class})
final class ConfigCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected config show or config example");
    }

    /** Every key with its value. */
    @Command(name = "show", mixinStandardHelpOptions = true, description = "Every setting with its value.")
    static final class Show implements Callable<Integer> {
        @Mixin
        private final SettingFlags settingFlags = new SettingFlags();

        @Option(names = "--origin", description = "And where the value comes from.")
        private boolean origin;

        @Override
        public Integer call() throws Failure {
            for (Settings.Line line : settingFlags.load().lines()) {
                String value = line.value().isEmpty() ? "(not set)" : line.value();
                System.out.println(line.key() + " = " + value + (origin ? "   # " + line.origin() : ""));
            }
            return ExitCode.OK;
        }
    }

    /** The documented file. */
    @Command(name = "example", mixinStandardHelpOptions = true, description = "A file that documents every setting.")
    static final class Example implements Callable<Integer> {
        @Override
        public Integer call() {
            System.out.print(ExampleFile.text());
            return ExitCode.OK;
        }
    }
}
