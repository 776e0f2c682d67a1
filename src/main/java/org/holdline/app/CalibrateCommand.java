package org.holdline.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.holdline.profile.DeviceForm;
import org.holdline.profile.bench.Bench;
import org.holdline.profile.bench.BenchException;
import org.holdline.profile.bench.Rest;
import org.holdline.profile.bench.Rests;
import org.holdline.profile.form.Filled;
import org.holdline.profile.form.FormWriter;
import org.holdline.recording.RecordingReader;
import org.holdline.sample.Sample;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdline calibrate}. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description = "Measures what a profile holds.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = CalibrateCommand.Device.class)
final class CalibrateCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given, expected device");
    }

    /** {@code holdline calibrate device}. */
    @Command(
            name = "device",
            mixinStandardHelpOptions = true,
            description = "Makes a device profile from recordings of a clip that lay still on each of its six sides.",
            footer = {
                "",
                "Record with `holdline record FILE --source serial:PORT`: on a table, at least 2 s still in each of these",
                "positions: as worn, upside down, left side up, left side down, front up, front down. Six more, askew, let",
                "the fit do without a level table. Recordings at temperatures 10 K apart also give the gyroscope's drift."
            })
    static final class Device implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private CommandSpec spec;

        @Parameters(paramLabel = "RECORDING", arity = "1..*", description = "CSV or CSV.gz.")
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private List<Path> recordings;

        @Option(names = "--serial", required = true, paramLabel = "SERIAL", description = "Of the clip.")
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private String serial;

        @Option(names = "--hardware", paramLabel = "N.N", description = "Board revision; default 1.0.")
        private String hardware = "1.0";

        @Option(names = "--part", paramLabel = "PART", description = "The lower, or only, chip; default ICM42688P.")
        private String part = "ICM42688P";

        @Option(names = "--upper-part", paramLabel = "PART", description = "The upper chip; default as the lower.")
        private @Nullable String upperPart;

        @Option(names = "--celsius", paramLabel = "C", description = "Of the room, where recordings hold none.")
        private double celsius = Double.NaN;

        @Option(names = "-o", paramLabel = "FILE", description = "The profile; without it: standard output.")
        private @Nullable Path out;

        @Option(names = "--overwrite", description = "Replace that file.")
        private boolean overwrite;

        @Override
        public Integer call() throws Failure, IOException {
            List<Rests> rests = new ArrayList<>();
            for (Path recording : recordings) {
                read(recording, rests);
            }
            List<List<Rest>> found = rests.stream().map(Rests::found).toList();
            try {
                Filled profile = Bench.profile(about(found.size()), found);
                found.forEach(each -> System.err.printf("%d rests%n", each.size()));
                String text = FormWriter.write(profile);
                if (out == null) {
                    System.out.print(text);
                } else {
                    ProfileFileCommands.write(out, text.getBytes(StandardCharsets.UTF_8), overwrite);
                }
                return ExitCode.OK;
            } catch (BenchException e) {
                throw new Failure(ExitCode.FAILED, "calibrate device: " + e.getMessage());
            }
        }

        private Bench.About about(int sensors) {
            String[] revision = hardware.split("\\.", -1);
            if (!hardware.matches("\\d{1,3}\\.\\d{1,3}")
                    || Integer.parseInt(revision[0]) > 255
                    || Integer.parseInt(revision[1]) > 255) {
                throw wrong("--hardware=" + hardware + ", expected two numbers 0..255 like 1.0");
            }
            if (DeviceForm.SERIAL.fromToml(serial).isEmpty()) {
                throw wrong("--serial=" + serial + ", expected " + DeviceForm.SERIAL.expected());
            }
            List<String> parts = sensors == 1 ? List.of(part) : List.of(part, upperPart == null ? part : upperPart);
            for (String each : parts) {
                if (!DeviceForm.PARTS.contains(each)) {
                    throw wrong("--part=" + each + ", expected one of " + String.join(", ", DeviceForm.PARTS));
                }
            }
            return new Bench.About(
                    serial,
                    Integer.parseInt(revision[0]),
                    Integer.parseInt(revision[1]),
                    parts,
                    Instant.now().getEpochSecond(),
                    celsius);
        }

        private ParameterException wrong(String what) {
            return new CommandLine.ParameterException(spec.commandLine(), what);
        }

        /** Each recording adds its rests to those of the sensors. */
        private static void read(Path file, List<Rests> rests) throws Failure, IOException {
            try (RecordingReader reader = RecordingReader.open(file)) {
                boolean dual = reader.info().placement().isDual();
                if (rests.isEmpty()) {
                    rests.add(new Rests(reader.info().rateHz()));
                    if (dual) {
                        rests.add(new Rests(reader.info().rateHz()));
                    }
                } else if (dual != (rests.size() == 2)) {
                    throw new Failure(
                            ExitCode.FAILED,
                            String.format(
                                    Locale.ROOT,
                                    "%s: %s, expected as many sensors as in the recording before",
                                    file,
                                    dual ? "two sensors" : "one sensor"));
                }
                Sample sample = new Sample();
                while (reader.next(sample)) {
                    rests.getFirst().add(sample.lower, sample.temperatureMilliC);
                    if (dual) {
                        rests.getLast().add(sample.upper, sample.temperatureMilliC);
                    }
                }
                rests.forEach(Rests::end);
            }
        }
    }
}
