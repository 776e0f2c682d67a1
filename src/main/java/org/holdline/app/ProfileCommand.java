package org.holdline.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdline profile ...}. */
@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        description = "Calibration profiles: their files, and what clips hold of them.",
        subcommands = {
            ProfileFileCommands.Check.class,
            ProfileFileCommands.Build.class,
            ProfileListCommand.class,
            ProfileFileCommands.Diff.class,
            ProfileFlashCommand.class,
            ProfileReadCommands.Read.class,
            ProfileReadCommands.Verify.class,
            ProfileReadCommands.Backup.class,
            ProfileTrialCommands.Rollback.class,
            ProfileTrialCommands.Confirm.class,
            ProfileFleetCommand.class
        })
final class ProfileCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "expected profile check, build, list, diff, flash, read, verify, backup, rollback, confirm or fleet");
    }
}
