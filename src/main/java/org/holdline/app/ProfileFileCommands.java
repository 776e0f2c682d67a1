package org.holdline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.holdline.profile.DeviceForm;
import org.holdline.profile.RunnerForm;
import org.holdline.profile.TreadmillForm;
import org.holdline.profile.flash.Wanted;
import org.holdline.profile.form.Filled;
import org.holdline.profile.form.Form;
import org.holdline.profile.form.FormException;
import org.holdline.profile.form.FormReader;
import org.holdline.profile.form.FormWriter;
import org.holdline.profile.image.ImageLayout;
import org.holdline.toml.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdline profile check | build | diff}: files alone, no clip. */
final class ProfileFileCommands {
    static final List<Form> FORMS = List.of(DeviceForm.FORM, RunnerForm.FORM, TreadmillForm.FORM);

    private ProfileFileCommands() {}

    /** A profile of any kind, TOML or image. */
    static Filled read(Path file) throws FormException {
        return Wanted.isImage(file) ? Wanted.read(file).profile() : FormReader.read(file, FORMS);
    }

    /** Writes a new file, or replaces one that may be replaced. */
    static void write(Path file, byte[] bytes, boolean overwrite) throws Failure, IOException {
        if (Files.exists(file) && !overwrite) {
            throw new Failure(ExitCode.FAILED, file + ": is there already, expected a new name or --overwrite");
        }
        Files.write(
                file,
                bytes,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                overwrite ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.CREATE_NEW);
    }

    /** Whether files are profiles. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Checks profile files, TOML or image, and shows every problem with its line and column.")
    static final class Check implements Callable<Integer> {
        @Mixin
        private final ProfileFlags flags = new ProfileFlags();

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "Profiles of any kind.")
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private List<Path> files;

        @Override
        public Integer call() throws Failure, IOException {
            ProfileReport report = new ProfileReport("profile check", flags.json);
            List<Problem> problems = new ArrayList<>();
            for (Path file : files) {
                try {
                    Filled profile = read(file);
                    String kind = profile.form().kind();
                    report.say(
                            "check",
                            Map.of("file", file.toString(), "kind", kind),
                            List.of(file + ": a valid " + kind + " profile"));
                } catch (FormException e) {
                    problems.addAll(e.problems());
                }
            }
            if (!problems.isEmpty()) {
                throw report.refused(problems);
            }
            return ExitCode.OK;
        }
    }

    /** The image of a profile. */
    @Command(
            name = "build",
            mixinStandardHelpOptions = true,
            description = "Makes the image of a device profile, byte by byte what a clip keeps.")
    static final class Build implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private CommandSpec spec;

        @Mixin
        private final ProfileFlags flags = new ProfileFlags();

        @Parameters(paramLabel = "FILE", description = "Device profile.")
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private Path file;

        @Option(
                names = {"-o", "--out"},
                paramLabel = "IMAGE",
                required = true,
                description = "File to write.")
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private Path out;

        @Option(
                names = "--generation",
                paramLabel = "N",
                description = "Generation of the image; default 1. flash counts up from what the clip has.")
        private long generation = 1;

        @Option(names = "--overwrite", description = "Replaces the file.")
        private boolean overwrite;

        @Override
        public Integer call() throws Failure, IOException {
            if (generation < 1 || generation > ImageLayout.MAX_GENERATION) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--generation: " + generation + ", expected 1.." + ImageLayout.MAX_GENERATION);
            }
            ProfileReport report = new ProfileReport("profile build", flags.json);
            try {
                Wanted wanted = Wanted.read(file);
                byte[] image = wanted.image(generation);
                write(out, image, overwrite);
                Map<String, Object> values = new LinkedHashMap<>();
                values.put("file", out.toString());
                values.put("serial", wanted.serial());
                values.put("generation", generation);
                values.put("crc", ProfileReport.crc(wanted.bodyCrc()));
                values.put("image_bytes", image.length);
                report.say(
                        "build",
                        values,
                        List.of(out + ": " + image.length + " bytes for clip " + wanted.serial() + ", generation "
                                + generation + ", CRC " + ProfileReport.crc(wanted.bodyCrc())));
            } catch (FormException e) {
                throw report.refused(e.problems());
            }
            return ExitCode.OK;
        }
    }

    /** What differs. */
    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = "Shows in units what differs between two profiles of a kind. Ends with 6 when anything does.")
    static final class Diff implements Callable<Integer> {
        @Mixin
        private final ProfileFlags flags = new ProfileFlags();

        @Parameters(index = "0", paramLabel = "BEFORE", description = "TOML or image.")
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private Path before;

        @Parameters(index = "1", paramLabel = "AFTER", description = "TOML or image.")
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private Path after;

        @Override
        public Integer call() throws Failure, IOException {
            ProfileReport report = new ProfileReport("profile diff", flags.json);
            try {
                Filled from = read(before);
                Filled to = read(after);
                if (!from.form().equals(to.form())) {
                    throw report.refused(List.of(new Problem(
                            after.toString(),
                            "a " + to.form().kind() + " profile, expected a "
                                    + from.form().kind() + " profile")));
                }
                List<String> changes = FormWriter.difference(from, to);
                report.say("diff", Map.of("changes", changes), changes);
                return changes.isEmpty() ? ExitCode.OK : ExitCode.MISMATCH;
            } catch (FormException e) {
                throw report.refused(e.problems());
            }
        }
    }
}
