package org.holdline.app;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.holdline.report.JsonObject;
import org.holdline.report.export.ExportFormat;
import org.holdline.sample.Sample;
import org.holdline.session.BeltSpan;
import org.holdline.session.KeptRun;
import org.holdline.session.Origin;
import org.holdline.session.belt.Belt;
import org.holdline.session.belt.BeltCsv;
import org.holdline.session.belt.Corrected;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdline export make RECORDING}: from a recording, without a store of runs. */
@Command(
        name = "make",
        mixinStandardHelpOptions = true,
        description = "Writes a recorded run as a FIT or TCX activity, a CSV with a row a second, or a JSON object;"
                + " src/docs/exports.md describes them.")
final class ExportMakeCommand implements Callable<Integer> {
    private static final String COMMAND = "export make";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Mixin
    private final SettingFlags settingFlags = new SettingFlags();

    @Parameters(paramLabel = "RECORDING", description = "CSV or CSV.gz; src/docs/recordings.md describes it.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path recording;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "File to write, in place of one that is there.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "fit|tcx|csv|json",
            description = "Default: what the end of the file's name says.")
    private @Nullable ExportFormat format;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description = "When the run began, such as 2026-05-17T18:30:00+02:00, or without +02:00 in this machine's"
                    + " zone. Default: the recording's file time, less its length.")
    private @Nullable String start;

    @Option(
            names = "--belt",
            paramLabel = "FILE",
            description = "Belt of the run in place of the recorded one, a CSV: time_s,speed_kmh,incline_pct.")
    private @Nullable Path belt;

    @Option(names = "--speed-kmh", paramLabel = "KMH", description = "Belt speed of the whole run, instead of --belt.")
    private @Nullable BigDecimal speedKmh;

    @Option(names = "--incline-pct", paramLabel = "PERCENT", description = "Incline that goes with --speed-kmh.")
    private @Nullable BigDecimal inclinePct;

    @Option(
            names = "--simulated",
            description = "Make a FIT or TCX file of a simulated run all the same; it says what it is.")
    private boolean simulated;

    @Option(names = "--json", description = "One JSON object on standard output, also of a failure.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        ExportFormat wanted = wanted();
        List<BeltSpan> byHand = byHand();
        RecordedRun.Start begun = started();
        try {
            make(wanted, byHand, begun);
        } catch (Failure e) {
            throw told(e.exitCode(), e.text(), e);
        } catch (IOException e) {
            throw told(ExitCode.FAILED, Failure.textOf(e), e);
        }
        return ExitCode.OK;
    }

    private void make(ExportFormat wanted, List<BeltSpan> byHand, RecordedRun.@Nullable Start begun)
            throws Failure, IOException {
        if (ExportFile.isSame(out, recording) || (belt != null && ExportFile.isSame(out, belt))) {
            throw new Failure(ExitCode.USAGE, out + ": is read here, expected another file for the output");
        }
        List<BeltSpan> corrected = belt == null ? byHand : BeltCsv.read(belt);
        Instant fileTime = begun == null && Files.exists(recording)
                ? Files.getLastModifiedTime(recording).toInstant()
                : Instant.EPOCH;
        // What a clip on a body measured is that run, by whatever way it is read.
        KeptRun run = RecordedRun.read(
                recording,
                settingFlags,
                Origin.CLIP,
                durationUs -> begun == null ? before(fileTime, durationUs) : begun);
        ExportFile file = new ExportFile(corrected.isEmpty() ? run : Corrected.of(run, corrected), wanted, out);
        file.write(simulated);
        if (begun == null) {
            System.err.println("holdline: began at "
                    + run.facts().startedAt().atZone(run.facts().zone()).toOffsetDateTime()
                    + " by the time of the recording's file; --start says another");
        }
        if (json) {
            JsonObject.write(System.out, file.told(COMMAND));
        } else {
            System.out.println(file.line());
        }
    }

    /** A recorder writes until the end: that is the file's time, unless it was copied without it. */
    private static RecordedRun.Start before(Instant fileTime, long durationUs) {
        return new RecordedRun.Start(
                fileTime.minus(durationUs, ChronoUnit.MICROS).truncatedTo(ChronoUnit.SECONDS), ZoneId.systemDefault());
    }

    private ExportFormat wanted() {
        ExportFormat named = format == null ? ExportFile.formatOf(out) : format;
        if (named == null) {
            throw usage("--out: " + out + ", expected a name that ends in .fit, .tcx, .csv or .json, or --format");
        }
        return named;
    }

    private List<BeltSpan> byHand() {
        if (speedKmh == null) {
            if (inclinePct != null) {
                throw usage("--incline-pct goes with --speed-kmh, expected both");
            }
            return List.of();
        }
        if (belt != null) {
            throw usage("--belt and --speed-kmh each say the belt, expected one of them");
        }
        int incline = inclinePct == null
                ? Sample.UNKNOWN
                : thousandths(
                        "--incline-pct",
                        inclinePct,
                        Belt.MIN_INCLINE_MILLI_PCT,
                        Belt.MAX_INCLINE_MILLI_PCT,
                        "-5..20 %");
        return Belt.entered(thousandths("--speed-kmh", speedKmh, 0, Belt.MAX_SPEED_M_PER_H, "0..25 km/h"), incline);
    }

    private int thousandths(String flag, BigDecimal value, int min, int max, String span) {
        // Compared before it is scaled: 1e999999999 is a number too.
        if (value.compareTo(BigDecimal.valueOf(min, 3)) < 0 || value.compareTo(BigDecimal.valueOf(max, 3)) > 0) {
            throw usage(flag + ": " + value + ", expected " + span);
        }
        return value.movePointRight(3).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    private RecordedRun.@Nullable Start started() {
        if (start == null) {
            return null;
        }
        try {
            if (start.matches(".*T.*([zZ]|[+-]\\d\\d(:?\\d\\d)?)")) {
                OffsetDateTime at = OffsetDateTime.parse(start);
                return new RecordedRun.Start(at.toInstant(), at.getOffset());
            }
            ZoneId zone = ZoneId.systemDefault();
            return new RecordedRun.Start(LocalDateTime.parse(start).atZone(zone).toInstant(), zone);
        } catch (DateTimeException e) {
            throw usage("--start: " + start + ", expected a time such as 2026-05-17T18:30:00+02:00");
        }
    }

    /** The failure, told to a script when it asked. */
    private <E extends Exception> E told(int exitCode, String text, E failure) throws IOException {
        if (json) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("type", "error");
            error.put("schema", ExportFile.SCHEMA);
            error.put("command", COMMAND);
            error.put("exit_code", exitCode);
            error.put("text", text);
            JsonObject.write(System.out, error);
        }
        return failure;
    }

    private ParameterException usage(String text) {
        return new ParameterException(spec.commandLine(), text);
    }
}
