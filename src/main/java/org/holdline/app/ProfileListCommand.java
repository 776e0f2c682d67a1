package org.holdline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.holdline.clock.Clock;
import org.holdline.profile.flash.Backups;
import org.holdline.profile.flash.FlashException;
import org.holdline.profile.flash.Flasher;
import org.holdline.profile.flash.Fleet;
import org.holdline.profile.flash.Holding;
import org.holdline.profile.flash.Locks;
import org.holdline.profile.flash.ProfileHolder;
import org.holdline.profile.flash.Refusal;
import org.holdline.profile.flash.Watcher;
import org.holdline.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code holdline profile list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists what the clips on these ports hold, or, with --backups or no port, the backups.")
final class ProfileListCommand implements Callable<Integer> {
    private static final int TIMEOUT_S = 3;

    @Mixin
    private final ProfileFlags flags = new ProfileFlags();

    @Mixin
    private final PortPatterns ports = new PortPatterns();

    @Option(names = "--backups", description = "The backups in the state folder.")
    private boolean backups;

    @Override
    public Integer call() throws Failure, IOException {
        Settings settings = flags.settings.load();
        Path state = StateFolder.of(settings, System.getenv());
        ProfileReport report = new ProfileReport("profile list", flags.json);
        if (backups || !ports.isGiven()) {
            listBackups(report, new Backups(state));
            return ExitCode.OK;
        }
        List<FlashException> failures = new ArrayList<>();
        List<String> found = ports.find();
        Locks locks = new Locks(state);
        for (String port : found) {
            Fleet.Berth berth = ProfileBerths.of(port, settings, new ProfileBerths.Options(TIMEOUT_S, false));
            try (Locks.Held _ = locks.take(berth.lock());
                    ProfileHolder holder = berth.holder()) {
                show(report, port, new Flasher(holder, Clock.system(), Watcher.NOBODY).look());
            } catch (FlashException e) {
                failures.add(e);
                report.say("port", Map.of("port", port, "text", e.text()), List.of(port + "  " + e.text()));
            }
        }
        if (found.isEmpty()) {
            throw report.failed(new FlashException(Refusal.PORT_MISSING, "no such port is there"), "", "");
        }
        return failures.size() < found.size()
                ? ExitCode.OK
                : ProfileReport.codeOf(failures.getFirst().refusal());
    }

    private static void show(ProfileReport report, String port, Holding holding) throws IOException {
        Map<String, Object> values = ProfileReport.object(holding);
        values.put("port", port);
        List<String> lines = new ArrayList<>();
        lines.add(port + "  clip " + holding.device().name() + ": " + holding.text());
        for (Holding.Slot slot : holding.slots()) {
            lines.add("  " + (slot.imageBytes() > 0 ? slot.text() : "slot " + slot.letter()) + ", "
                    + ProfileReport.slotState(slot));
        }
        report.say("clip", values, lines);
    }

    private static void listBackups(ProfileReport report, Backups kept) throws IOException {
        for (String serial : kept.serials()) {
            List<String> files = kept.of(serial).stream().map(Path::toString).toList();
            List<String> lines = new ArrayList<>();
            lines.add("clip " + serial);
            files.forEach(file -> lines.add("  " + file));
            report.say("backups", Map.of("serial", serial, "files", files), lines);
        }
        if (kept.serials().isEmpty()) {
            System.err.println("holdline: no backups are there");
        }
    }
}
