package org.holdline.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.holdline.clock.Clock;
import org.holdline.link.ClipIdentity;
import org.holdline.profile.DeviceForm;
import org.holdline.profile.bench.Bench;
import org.holdline.profile.bench.BenchException;
import org.holdline.profile.bench.Rest;
import org.holdline.profile.bench.Rests;
import org.holdline.profile.flash.Fit;
import org.holdline.profile.form.Filled;
import org.holdline.profile.form.FormWriter;
import org.holdline.recording.RecordingReader;
import org.holdline.sample.Sample;
import org.holdline.settings.Keys;
import org.holdline.settings.RunSource;
import org.holdline.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdline calibrate device}. */
@Command(
        name = "device",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a device profile of a clip that lies still on each of its six sides: live, with --source, or from",
            "recordings. Live it says which side comes next, recognises the one it lies on, counts down and refuses motion."
        },
        footer = {
            "",
            "On a table, at least 3 s still in each of these positions, in any order: as worn, upside down, left side up,",
            "left side down, front up, front down. In recordings (`holdline record`) six more, askew, let the fit do",
            "without a level table, and recordings at temperatures 10 K apart also give the gyroscope's drift."
        })
final class CalibrateDeviceCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Mixin
    private final SettingFlags settingFlags = new SettingFlags();

    @Parameters(paramLabel = "RECORDING", arity = "0..*", description = "CSV or CSV.gz.")
    private List<Path> recordings = List.of();

    @Option(names = "--source", paramLabel = "SOURCE", description = "Measure now: i2c or serial:PORT.")
    private @Nullable String source;

    @Option(
            names = "--serial",
            paramLabel = "SERIAL",
            description = "Of the clip. A clip behind a serial port is asked for it.")
    private @Nullable String serial;

    @Option(names = "--hardware", paramLabel = "N.N", description = "Board revision; default 1.0, or the clip's word.")
    private @Nullable String hardware;

    @Option(
            names = "--part",
            paramLabel = "PART",
            description = "The lower, or only, chip; default ICM42688P, or the clip's word.")
    private @Nullable String part;

    @Option(names = "--upper-part", paramLabel = "PART", description = "The upper chip; default as the lower.")
    private @Nullable String upperPart;

    @Option(names = "--celsius", paramLabel = "C", description = "Of the room, where samples hold none.")
    private double celsius = Double.NaN;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long to wait for the next side; default 120.")
    private int timeoutS = 120;

    @Option(names = "-o", paramLabel = "FILE", description = "The profile; without it: standard output.")
    private @Nullable Path out;

    @Option(names = "--overwrite", description = "Replace that file.")
    private boolean overwrite;

    @Option(names = "--json", description = "JSON lines on standard output; the profile goes to the file of -o.")
    private boolean json;

    @Override
    public Integer call() throws Failure, IOException {
        if ((source == null) == recordings.isEmpty()) {
            throw wrong("expected recordings, or --source to measure now");
        }
        if (json && out == null) {
            throw wrong("--json needs -o, expected a file for the profile");
        }
        ProfileReport report = new ProfileReport("calibrate device", json);
        if (source == null) {
            List<Rests> rests = new ArrayList<>();
            for (Path recording : recordings) {
                read(recording, rests);
            }
            deliver(about(rests.size(), null), rests.stream().map(Rests::found).toList(), report);
            return ExitCode.OK;
        }
        settingFlags.flag(Keys.RUN_SOURCE, "--source", source);
        Settings settings = settingFlags.load();
        try (Source opened = open(settings)) {
            ClipIdentity identity = opened instanceof SerialSource clip ? clip.identity() : null;
            int sensors = opened.clip().info().placement().isDual() ? 2 : 1;
            Bench.About about = about(sensors, identity);
            deliver(about, new LiveBench(opened.clip(), Clock.system(), timeoutS, report).measure(), report);
        }
        return ExitCode.OK;
    }

    private Source open(Settings settings) throws Failure {
        return switch (settings.get(Keys.RUN_SOURCE)) {
            case RunSource.I2c _ -> WiredSource.open(settings, Clock.system());
            case RunSource.Serial port -> {
                if (Double.isNaN(celsius)) {
                    throw wrong(
                            "a clip behind a serial port tells no temperature, expected --celsius with that of the room");
                }
                yield SerialSource.open(port.port(), settings, Clock.system());
            }
            case RunSource.Virtual _, RunSource.Replay _ ->
                throw wrong("--source=" + source + ", expected i2c or serial:PORT; recordings stand without --source");
        };
    }

    private void deliver(Bench.About about, List<List<Rest>> rests, ProfileReport report) throws Failure, IOException {
        try {
            Filled profile = Bench.profile(about, rests);
            for (int sensor = 0; sensor < rests.size(); sensor++) {
                residuals(
                        profile,
                        DeviceForm.SENSORS.get(sensor),
                        rests.get(sensor).size(),
                        report);
            }
            String text = FormWriter.write(profile);
            if (out == null) {
                System.out.print(text);
                return;
            }
            ProfileFileCommands.write(out, text.getBytes(StandardCharsets.UTF_8), overwrite);
            report.progress("result", Map.of("file", out.toString(), "serial", about.serial()), "written: " + out);
        } catch (BenchException e) {
            throw new Failure(ExitCode.FAILED, "calibrate device: " + e.getMessage());
        }
    }

    private static void residuals(Filled profile, String sensor, int rests, ProfileReport report) {
        double rmsMg = profile.number(sensor + ".accel", "residual_rms_mg") / 1e3;
        double maxMg = profile.number(sensor + ".accel", "residual_max_mg") / 1e3;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("sensor", sensor);
        values.put("rests", rests);
        values.put("residual_rms_mg", rmsMg);
        values.put("residual_max_mg", maxMg);
        report.progress(
                "residuals",
                values,
                String.format(
                        Locale.ROOT,
                        "%s: %d rests, residual %.2f mg rms and %.2f mg at most, of 3 allowed",
                        sensor,
                        rests,
                        rmsMg,
                        maxMg));
    }

    /** @param clip what the clip says of itself; null where it cannot be asked */
    private Bench.About about(int sensors, @Nullable ClipIdentity clip) {
        String owner = agreed("--serial", serial, clip == null ? null : clip.serial(), null);
        String revision = agreed("--hardware", hardware, clip == null ? null : clip.hardware(), "1.0");
        String[] numbers = revision.split("\\.", -1);
        if (!revision.matches("\\d{1,3}\\.\\d{1,3}")
                || Integer.parseInt(numbers[0]) > 255
                || Integer.parseInt(numbers[1]) > 255) {
            throw wrong("--hardware=" + revision + ", expected two numbers 0..255 like 1.0");
        }
        if (DeviceForm.SERIAL.fromToml(owner).isEmpty()) {
            throw wrong("--serial=" + owner + ", expected " + DeviceForm.SERIAL.expected());
        }
        String lower = agreed(
                "--part", part, clip == null ? null : Fit.nameOf(clip.lower().part()), "ICM42688P");
        List<String> parts = new ArrayList<>(List.of(lower));
        if (sensors > 1) {
            String told = clip == null || clip.upper() == null
                    ? null
                    : Fit.nameOf(clip.upper().part());
            parts.add(agreed("--upper-part", upperPart, told, lower));
        }
        for (String each : parts) {
            if (!DeviceForm.PARTS.contains(each)) {
                throw wrong("--part=" + each + ", expected one of " + String.join(", ", DeviceForm.PARTS));
            }
        }
        return new Bench.About(
                owner,
                Integer.parseInt(numbers[0]),
                Integer.parseInt(numbers[1]),
                parts,
                Instant.now().getEpochSecond(),
                celsius);
    }

    /** What the clip says counts; a flag that says otherwise is a mistake about which clip this is. */
    private String agreed(String flag, @Nullable String said, @Nullable String told, @Nullable String fallback) {
        if (said != null && told != null && !said.equals(told)) {
            throw wrong(flag + "=" + said + ", the clip says " + told);
        }
        String value = said != null ? said : told != null ? told : fallback;
        if (value == null) {
            throw wrong("Missing required option: '" + flag + "'");
        }
        return value;
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
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
