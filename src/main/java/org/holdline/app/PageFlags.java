package org.holdline.app;

import org.holdline.settings.Keys;
import org.holdline.settings.PageServing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Flags of the live page. */
final class PageFlags {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec command;

    @Option(
            names = "--page",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "ADDRESS:PORT",
            description =
                    "Serve the live page, and do not run without it. On a terminal it is served anyway, at 127.0.0.1:8642,"
                            + " unless that port is taken.")
    private @Nullable String page;

    @Option(names = "--no-page", description = "Serve no page.")
    private boolean none;

    @Option(
            names = "--phone",
            description = "Serve the page to phones on the network too, for whoever has the link that is printed.")
    private boolean phone;

    /** Hands what was given to the settings. */
    void into(SettingFlags flags) {
        if (none && (page != null || phone)) {
            throw new ParameterException(command.commandLine(), "--no-page goes without --page and --phone");
        }
        flags.flag(Keys.PAGE_SERVE, "--no-page", none ? PageServing.NEVER.word() : null);
        flags.flag(
                Keys.PAGE_SERVE,
                phone ? "--phone" : "--page",
                page != null || phone ? PageServing.ALWAYS.word() : null);
        flags.flag(Keys.PAGE_PHONE, "--phone", phone ? "true" : null);
        flags.flag(Keys.PAGE_LISTEN, "--page", page == null || page.isEmpty() ? null : page);
    }
}
