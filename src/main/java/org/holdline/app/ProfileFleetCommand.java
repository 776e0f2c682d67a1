package org.holdline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.holdline.profile.flash.Backups;
import org.holdline.profile.flash.Fleet;
import org.holdline.profile.flash.FleetLine;
import org.holdline.profile.flash.Locks;
import org.holdline.profile.flash.Manifest;
import org.holdline.profile.flash.ProfileKey;
import org.holdline.profile.flash.Wanted;
import org.holdline.profile.form.FormException;
import org.holdline.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdline profile fleet}. */
@Command(
        name = "fleet",
        mixinStandardHelpOptions = true,
        description = {
            "Writes many clips: each line of MANIFEST holds a serial number, white space and a profile file beside it.",
            "Clips that hold their profile already are left alone, so the same command again goes on with the rest."
        })
final class ProfileFleetCommand implements Callable<Integer> {
    private static final int MAY_FAIL = 2;
    private static final int MAX_JOBS = 64;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Mixin
    private final ProfileFlags flags = new ProfileFlags();

    @Mixin
    private final ProfileFlags.Writing writing = new ProfileFlags.Writing();

    @Mixin
    private final PortPatterns ports = new PortPatterns();

    @Parameters(paramLabel = "MANIFEST", description = "Serial number and profile file, a line a clip.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path file;

    @Option(names = "--confirm", description = "Keeps each profile for good once it is on trial.")
    private boolean confirm;

    @Option(names = "--jobs", paramLabel = "N", description = "Clips at a time, 1..64; default 4.")
    private int jobs = 4;

    @Option(names = "--keys", paramLabel = "FOLDER", description = "Keys of the clips that have one: SERIAL.key.")
    private @Nullable Path keyFolder;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "How long a broken link is tried; default 20.")
    private int timeoutS = 20;

    @Override
    public Integer call() throws Failure, IOException, InterruptedException {
        if (!ports.isGiven()) {
            throw new ParameterException(spec.commandLine(), "expected --port or --ports");
        }
        if (jobs < 1 || jobs > MAX_JOBS) {
            throw new ParameterException(spec.commandLine(), "--jobs: " + jobs + ", expected 1.." + MAX_JOBS);
        }
        Settings settings = flags.settings.load();
        Path state = StateFolder.of(settings, System.getenv());
        ProfileReport report = new ProfileReport("profile fleet", flags.json);
        Map<String, Wanted> manifest;
        try {
            manifest = Manifest.read(file);
        } catch (FormException e) {
            throw report.refused(e.problems());
        }
        Fleet fleet = new Fleet(
                manifest,
                new Fleet.Options(writing.waitMs(), confirm, keys(manifest), writing.isMeant(), MAY_FAIL),
                new Locks(state),
                new Backups(state),
                line -> say(report, line));
        List<Fleet.Berth> berths = berths(settings);
        List<FleetLine> lines;
        try (ExecutorService workers = Executors.newFixedThreadPool(jobs)) {
            lines = fleet.run(berths, workers);
        }
        return sum(report, lines);
    }

    private List<Fleet.Berth> berths(Settings settings) throws Failure, IOException {
        List<Fleet.Berth> berths = new ArrayList<>();
        for (String port : ports.find()) {
            berths.add(ProfileBerths.of(port, settings, new ProfileBerths.Options(timeoutS, false)));
        }
        return berths;
    }

    private Map<String, ProfileKey> keys(Map<String, Wanted> manifest) throws Failure {
        Map<String, ProfileKey> keys = new HashMap<>();
        Path folder = keyFolder;
        if (folder == null) {
            return keys;
        }
        for (String serial : manifest.keySet()) {
            Path key = folder.resolve(serial + ".key");
            if (Files.exists(key)) {
                try {
                    keys.put(serial, ProfileKey.read(key));
                } catch (IOException e) {
                    throw new Failure(ExitCode.BAD_CONFIGURATION, e);
                }
            }
        }
        return keys;
    }

    private static void say(ProfileReport report, FleetLine line) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("serial", line.serial());
        values.put("port", line.port());
        values.put("result", word(line.result()));
        values.put("text", line.text());
        values.put("next", line.next());
        String text = String.format(
                Locale.ROOT,
                "%-12s  %-11s  %s  %s%s",
                line.serial().isEmpty() ? "-" : line.serial(),
                word(line.result()),
                line.port().isEmpty() ? "-" : line.port(),
                line.text(),
                line.next().isEmpty() ? "" : ". Next: " + line.next());
        try {
            report.say("clip", values, List.of(text));
        } catch (IOException e) {
            System.err.println("holdline: " + Failure.textOf(e));
        }
    }

    private static String word(FleetLine.Result result) {
        return result.name().toLowerCase(Locale.ROOT);
    }

    private static int sum(ProfileReport report, List<FleetLine> lines) throws IOException {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (FleetLine.Result result : FleetLine.Result.values()) {
            long count = lines.stream().filter(line -> line.result() == result).count();
            if (count > 0) {
                counts.put(word(result), count);
            }
        }
        boolean done = lines.stream().allMatch(line -> line.result().isFine());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("counts", counts);
        values.put("done", done);
        report.say(
                "summary",
                values,
                List.of(counts.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", "))));
        return done ? ExitCode.OK : ExitCode.FAILED;
    }
}
