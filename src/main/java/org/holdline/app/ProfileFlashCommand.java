package org.holdline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.holdline.profile.flash.FlashException;
import org.holdline.profile.flash.FlashPlan;
import org.holdline.profile.flash.Flasher;
import org.holdline.profile.flash.Holding;
import org.holdline.profile.flash.ProfileKey;
import org.holdline.profile.flash.Wanted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code holdline profile flash}. */
@Command(
        name = "flash",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a device profile to its clip: plan, backup, write, read back, trial.",
            "A trial ends when the clip restarts; holdline profile confirm keeps the profile for good."
        })
final class ProfileFlashCommand implements Callable<Integer> {
    @Mixin
    private final ProfilePort port = new ProfilePort();

    @Mixin
    private final ProfileFlags.Writing writing = new ProfileFlags.Writing();

    @Mixin
    private final ProfileFlags.Key key = new ProfileFlags.Key();

    @Option(names = "--confirm", description = "Keeps the profile for good once it is on trial.")
    private boolean confirm;

    @Option(
            names = "--take-memory",
            description = "Of a wired clip: writes to a memory although it holds something that is no profile.")
    private boolean takeMemory;

    @Parameters(paramLabel = "FILE", description = "Device profile, TOML or image; a backup too.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path file;

    @Override
    public Integer call() throws Failure, IOException {
        Wanted wanted = ProfileReadCommands.wanted(file, port);
        Optional<ProfileKey> read = key.read();
        if (takeMemory) {
            port.takeForeign();
        }
        return port.with("profile flash", true, bench -> carryOut(bench, wanted, read));
    }

    private void carryOut(ProfilePort.Bench bench, Wanted wanted, Optional<ProfileKey> read)
            throws FlashException, IOException {
        FlashPlan plan = bench.flasher().plan(wanted);
        boolean done = plan.goal() == FlashPlan.Goal.NOTHING || (plan.goal() == FlashPlan.Goal.CONFIRM && !confirm);
        List<String> shown = lines(plan, bench.port(), done);
        if (!done && !writing.isMeant()) {
            shown.add("Nothing was written; --yes writes.");
        }
        bench.report().say("plan", object(plan, done), shown);
        if (done || !writing.isMeant()) {
            return;
        }
        List<Path> backups = bench.flasher().backUp(bench.backups());
        Holding after = bench.flasher().flash(plan, new Flasher.Options(read, writing.waitMs(), confirm));
        Map<String, Object> values = ProfileReport.object(after);
        values.put("backups", backups.stream().map(Path::toString).toList());
        String next = next(after, bench.port());
        values.put("next", next);
        List<String> lines = new ArrayList<>();
        lines.add("clip " + after.device().serial() + ": " + after.text());
        backups.forEach(backup -> lines.add("  before  " + backup));
        lines.add("  next    " + next);
        bench.report().say("result", values, lines);
    }

    private static String clip(Holding.Device device, String wanted) {
        if (device.isUnnamed()) {
            return device.wired().orElse("") + ", no profile yet: the memory takes the serial number " + wanted;
        }
        return device.serial()
                + device.wired()
                        .map(where -> ", " + where)
                        .orElse(", hardware " + device.hardwareMajor() + "." + device.hardwareMinor() + ", firmware "
                                + device.firmware());
    }

    private static String next(Holding holding, String port) {
        return holding.isOnTrial()
                ? "holdline profile confirm " + port + " --yes"
                        + (holding.device().isWired() ? "" : ", before the clip is switched off")
                : "nothing; back to the one before: holdline profile rollback " + port;
    }

    private Map<String, Object> object(FlashPlan plan, boolean done) {
        Map<String, Object> values = new LinkedHashMap<>(ProfileReport.object(plan.before()));
        values.put("to_generation", plan.generation());
        values.put("to_crc", ProfileReport.crc(plan.crc()));
        values.put("changes", plan.changes());
        values.put("nothing_to_do", done);
        values.put("writes", !done && writing.isMeant());
        return values;
    }

    private List<String> lines(FlashPlan plan, String shown, boolean done) {
        Holding before = plan.before();
        List<String> lines = new ArrayList<>();
        if (done) {
            lines.add("clip " + before.device().name() + ": nothing to do, " + before.text());
            if (before.isOnTrial()) {
                lines.add("  next  " + next(before, shown));
            }
            return lines;
        }
        lines.add("clip  " + clip(before.device(), plan.wanted().serial()));
        lines.add("from  " + before.inForce().map(Holding.Slot::text).orElse("no profile"));
        if (plan.goal() == FlashPlan.Goal.CONFIRM) {
            lines.add("to    the same, for good");
            return lines;
        }
        lines.add("to    slot " + before.spare().letter() + ", generation " + plan.generation() + ", CRC "
                + ProfileReport.crc(plan.crc()) + ", " + file);
        plan.changes().forEach(change -> lines.add("  " + change));
        if (before.needsKey()) {
            lines.add("key   this clip asks for one: --key FILE");
        }
        return lines;
    }
}
