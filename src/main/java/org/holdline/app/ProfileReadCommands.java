package org.holdline.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.holdline.profile.flash.FlashException;
import org.holdline.profile.flash.Flasher;
import org.holdline.profile.flash.Holding;
import org.holdline.profile.flash.Refusal;
import org.holdline.profile.flash.Wanted;
import org.holdline.profile.form.FormException;
import org.holdline.profile.form.FormWriter;
import org.holdline.profile.image.ImageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code holdline profile read | verify | backup}: nothing of the clip changes. */
final class ProfileReadCommands {
    /** Letters of the slots. */
    enum Letter {
        A,
        B
    }

    private ProfileReadCommands() {}

    private static Holding.Slot slot(Holding holding, @Nullable Letter letter) throws FlashException {
        if (letter != null) {
            return holding.slots().get(letter.ordinal());
        }
        return holding.inForce().orElseThrow(() -> new FlashException(Refusal.NO_PROFILE, ""));
    }

    private static Wanted wanted(byte[] image) throws FlashException {
        try {
            return Wanted.of(image);
        } catch (ImageException e) {
            throw new FlashException(Refusal.INVALID, String.valueOf(e.getMessage()), e);
        }
    }

    /** What a slot holds. */
    @Command(
            name = "read",
            mixinStandardHelpOptions = true,
            description = "Reads a profile out of a clip, as TOML or, into a file that ends in .img, as its image.")
    static final class Read implements Callable<Integer> {
        @Mixin
        private final ProfilePort port = new ProfilePort();

        @Option(names = "--slot", paramLabel = "A|B", description = "Which slot; default the one in force.")
        private @Nullable Letter letter;

        @Option(
                names = {"-o", "--out"},
                paramLabel = "FILE",
                description = "File to write; default standard output.")
        private @Nullable Path out;

        @Option(names = "--overwrite", description = "Replaces the file.")
        private boolean overwrite;

        @Override
        public Integer call() throws Failure, IOException {
            return port.with("profile read", false, bench -> {
                Holding holding = bench.flasher().look();
                Holding.Slot slot = slot(holding, letter);
                byte[] image = bench.flasher().image(slot.index());
                String toml = FormWriter.write(wanted(image).profile());
                Map<String, Object> values = new LinkedHashMap<>(ProfileReport.object(slot));
                values.put("serial", holding.device().serial());
                if (out == null) {
                    values.put("toml", toml);
                    bench.report().say("read", values, List.of(toml.stripTrailing()));
                    return;
                }
                boolean asImage = out.toString().endsWith(".img");
                ProfileFileCommands.write(out, asImage ? image : toml.getBytes(StandardCharsets.UTF_8), overwrite);
                values.put("file", out.toString());
                bench.report().say("read", values, List.of(out + ": " + slot.text()));
            });
        }
    }

    /** Whether a clip holds a profile. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Compares a profile with what the clip holds, and shows in units what differs. Ends with 6 then.")
    static final class Verify implements Callable<Integer> {
        @Mixin
        private final ProfilePort port = new ProfilePort();

        @Parameters(paramLabel = "FILE", description = "Device profile, TOML or image.")
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private Path file;

        @Override
        public Integer call() throws Failure, IOException {
            Wanted wanted = wanted(file, port);
            int[] code = {ExitCode.OK};
            port.with("profile verify", false, bench -> {
                Holding holding = bench.flasher().look();
                Holding.Slot slot = slot(holding, null);
                byte[] image = bench.flasher().image(slot.index());
                boolean same = wanted.isSameAs(image);
                List<String> changes = FormWriter.difference(wanted(image).profile(), wanted.profile());
                Map<String, Object> values = ProfileReport.object(holding);
                values.put("same", same);
                values.put("changes", changes);
                bench.report()
                        .say(
                                "verify",
                                values,
                                same
                                        ? List.of("clip " + holding.device().serial() + " holds these values: "
                                                + holding.text())
                                        : changes);
                code[0] = same ? ExitCode.OK : ExitCode.MISMATCH;
            });
            return code[0];
        }
    }

    /** Reads a file that is to be written to a clip. */
    static Wanted wanted(Path file, ProfilePort port) throws Failure, IOException {
        try {
            return Wanted.read(file);
        } catch (FormException e) {
            throw new ProfileReport("profile", port.flags.json).refused(e.problems());
        }
    }

    /** Keeps both slots. */
    @Command(
            name = "backup",
            mixinStandardHelpOptions = true,
            description = "Keeps what both slots hold in the state folder. flash does the same by itself.")
    static final class Backup implements Callable<Integer> {
        @Mixin
        private final ProfilePort port = new ProfilePort();

        @Override
        public Integer call() throws Failure, IOException {
            return port.with("profile backup", true, bench -> {
                Flasher flasher = bench.flasher();
                String serial = flasher.look().device().serial();
                List<String> files = flasher.backUp(bench.backups()).stream()
                        .map(Path::toString)
                        .toList();
                bench.report()
                        .say(
                                "backup",
                                Map.of("serial", serial, "files", files),
                                files.isEmpty() ? List.of("clip " + serial + " holds no profile") : files);
            });
        }
    }
}
