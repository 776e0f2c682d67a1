package org.holdline.app;

import java.io.IOException;
import org.holdline.settings.Keys;
import org.holdline.settings.PageServing;
import org.holdline.settings.RunSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Flags that have a recording shown on the live page. */
final class ReplayPageFlags {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec command;

    @Option(
            names = "--page",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "ADDRESS:PORT",
            description = "Show it on the live page, at 127.0.0.1:8642 unless told otherwise. FILE comes first.")
    private @Nullable String page;

    @Option(
            names = "--phone",
            description = "The same for phones on the network too, for whoever has the link that is printed.")
    private boolean phone;

    @Option(
            names = "--speed",
            paramLabel = "N|max",
            description = "With --page: stream seconds per second. Default 1, real time.")
    private @Nullable String speed;

    @Option(
            names = "--exit",
            description = "With --page: end with the recording. Otherwise the page stays until Ctrl-C.")
    private boolean exit;

    /**
     * True when there is a page to show it on.
     *
     * @param writes something was asked for that writes a file or a table
     */
    boolean isAsked(boolean writes) {
        boolean asked = page != null || phone;
        if (asked && writes) {
            throw usage("--page and --phone show a recording and write nothing, expected them without --emit, --all and"
                    + " --out");
        }
        if (!asked && (speed != null || exit)) {
            throw usage("--speed and --exit go with --page or --phone, expected one of them");
        }
        return asked;
    }

    private ParameterException usage(String text) {
        return new ParameterException(command.commandLine(), text);
    }

    /** Shows it to its end, and on until Ctrl-C unless {@code --exit} was given; answers the exit code. */
    int show(RecordingFlags recording) throws Failure, IOException {
        SettingFlags flags = recording.settings();
        flags.flag(Keys.RUN_SOURCE, "FILE", new RunSource.Replay(recording.path()).word());
        flags.flag(Keys.RUN_SPEED, "--speed", speed);
        flags.flag(Keys.PAGE_SERVE, phone ? "--phone" : "--page", PageServing.ALWAYS.word());
        flags.flag(Keys.PAGE_PHONE, "--phone", phone ? "true" : null);
        flags.flag(Keys.PAGE_LISTEN, "--page", page == null || page.isEmpty() ? null : page);
        return RunWiring.watching(flags, exit).run();
    }
}
