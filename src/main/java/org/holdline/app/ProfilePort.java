package org.holdline.app;

import java.io.IOException;
import java.nio.file.Path;
import org.holdline.clock.Clock;
import org.holdline.profile.flash.Backups;
import org.holdline.profile.flash.FlashException;
import org.holdline.profile.flash.Flasher;
import org.holdline.profile.flash.Fleet;
import org.holdline.profile.flash.Holding;
import org.holdline.profile.flash.Locks;
import org.holdline.profile.flash.ProfileHolder;
import org.holdline.profile.flash.Refusal;
import org.holdline.settings.Settings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flags of a profile command for one clip, and the work on it: locked, closed, and told where it stands when it fails. */
final class ProfilePort {
    @Mixin
    final ProfileFlags flags = new ProfileFlags();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            required = true,
            description = "Serial port of the clip; of a wired one " + ProfileBerths.WIRED + ", such as i2c:1:0x50.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String port;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "How long a broken link is tried; default 20.")
    private int timeoutS = 20;

    private final Clock clock = Clock.system();
    private boolean takesForeign;

    /** What is done to a clip. */
    @FunctionalInterface
    interface Work {
        void carryOut(Bench bench) throws FlashException, IOException, Failure;
    }

    /** What it is done with. */
    record Bench(Flasher flasher, Backups backups, ProfileReport report, String port) {}

    /** A memory that holds something else may be taken for profiles. */
    void takeForeign() {
        takesForeign = true;
    }

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
        Fleet.Berth berth = ProfileBerths.of(port, settings, new ProfileBerths.Options(timeoutS, takesForeign));
        try (Locks.Held _ = locks.take(berth.lock());
                ProfileHolder holder = berth.holder()) {
            Flasher flasher = new Flasher(holder, clock, report);
            Bench bench = new Bench(flasher, new Backups(state), report, shown);
            try {
                carryOut(bench, locks, write, work);
                return ExitCode.OK;
            } catch (FlashException e) {
                throw report.failed(e, stateOf(holder, flasher, e), shown);
            }
        } catch (FlashException e) {
            throw report.failed(e, "", shown);
        }
    }

    private static void carryOut(Bench bench, Locks locks, boolean write, Work work)
            throws FlashException, IOException, Failure {
        if (!write) {
            work.carryOut(bench);
            return;
        }
        Holding.Device device = bench.flasher().look().device();
        // Without a serial number yet, the lock of its bus has to do.
        try (Locks.Held _ = device.isUnnamed() ? null : locks.take("clip " + device.serial())) {
            work.carryOut(bench);
        }
    }

    private static String stateOf(ProfileHolder holder, Flasher flasher, FlashException failure) {
        if (holder.serial().isEmpty()) {
            return "";
        }
        String name =
                holder.serial().get().isEmpty() ? "memory" : holder.serial().get();
        if (failure.refusal() == Refusal.LINK_LOST) {
            return name
                    + ": not known, it does not answer; after its next start exactly the old profile or the new one";
        }
        try {
            return name + ": " + flasher.look().text();
        } catch (FlashException e) {
            return name + ": not known, " + e.text();
        }
    }
}
