package org.holdline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.holdline.clock.Clock;
import org.holdline.link.SerialPorts;
import org.holdline.profile.flash.Backups;
import org.holdline.profile.flash.ClipHolder;
import org.holdline.profile.flash.FlashException;
import org.holdline.profile.flash.Flasher;
import org.holdline.profile.flash.Locks;
import org.holdline.profile.flash.Refusal;
import org.holdline.settings.Keys;
import org.holdline.settings.Settings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flags of a profile command for one clip, and the work on it: locked, closed, and told where it stands when it fails. */
final class ProfilePort {
    @Mixin
    final ProfileFlags flags = new ProfileFlags();

    @Option(names = "--port", paramLabel = "PORT", required = true, description = "Serial port of the clip.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path port;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "How long a broken link is tried; default 20.")
    private int timeoutS = 20;

    private final Clock clock = Clock.system();

    /** What is done to a clip. */
    @FunctionalInterface
    interface Work {
        void carryOut(Bench bench) throws FlashException, IOException, Failure;
    }

    /** What it is done with. */
    record Bench(Flasher flasher, Backups backups, ProfileReport report, String port) {}

    /**
     * Carries it out.
     *
     * @param write whether the clip must not be another program's at the same time
     */
    Integer with(String command, boolean write, Work work) throws Failure, IOException {
        Settings settings = flags.settings.load();
        Path state = StateFolder.of(settings, System.getenv());
        ProfileReport report = new ProfileReport(command, flags.json);
        Locks locks = new Locks(state);
        String shown = "--port " + port;
        try (ClipHolder holder = holder(port, settings, clock, timeoutS)) {
            Flasher flasher = new Flasher(holder, clock, report);
            Bench bench = new Bench(flasher, new Backups(state), report, shown);
            try (Locks.Held _ = locks.take("port " + realName(port))) {
                if (!write) {
                    work.carryOut(bench);
                    return ExitCode.OK;
                }
                try (Locks.Held _ = locks.take("clip " + flasher.look().device().serial())) {
                    work.carryOut(bench);
                }
                return ExitCode.OK;
            } catch (FlashException e) {
                throw report.failed(e, stateOf(holder, e), shown);
            }
        }
    }

    static ClipHolder holder(Path port, Settings settings, Clock clock, int timeoutS) {
        return new ClipHolder(
                GuardedPort.opener(SerialPorts.opener(port, settings.get(Keys.SERIAL_BAUD)), clock),
                clock,
                new Random().nextInt(),
                1000L * timeoutS);
    }

    /** One name for a port, by whatever link it is called. */
    static String realName(Path port) {
        try {
            return port.toRealPath().toString();
        } catch (IOException e) {
            return port.toString();
        }
    }

    private static String stateOf(ClipHolder holder, FlashException failure) {
        if (holder.serial().isEmpty()) {
            return "";
        }
        if (failure.refusal() == Refusal.LINK_LOST) {
            return holder.serial().get()
                    + ": not known, it does not answer; after its next start exactly the old profile or the new one";
        }
        try {
            return holder.serial().get() + ": " + holder.look().text();
        } catch (FlashException e) {
            return holder.serial().get() + ": not known, " + e.text();
        }
    }
}
