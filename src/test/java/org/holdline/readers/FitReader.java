package org.holdline.readers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.holdline.report.JsonText;

/** FIT files as fit-file-parser reads them, an npm package that knows nothing of Holdline: {@code .ci/run} lays it out. */
public final class FitReader {
    private static final long LONGEST_S = 300;
    /** A file of whole seconds begins at the one before the first step and ends at the one after the last. */
    private static final int WHOLE_S = 2;

    private static final String READER = "fit";

    /** Half steps in 128ths of a stride are the finest that a cadence is written in. */
    private static final double CADENCE_SPM = 2 / 128.0;

    private FitReader() {}

    /** The program that reads; lies beside the build. */
    public static Path program() {
        return Path.of(System.getProperty("holdline.npm", "npm"), "read-fit.mjs")
                .toAbsolutePath();
    }

    public static boolean isThere() {
        return Files.exists(program().resolveSibling("node_modules"));
    }

    /**
     * What the files hold, in their order.
     *
     * @param folder for what goes in and comes out
     * @throws IOException when one of them cannot be read
     */
    public static List<Map<String, Object>> read(List<Path> files, Path folder)
            throws IOException, InterruptedException {
        if (!isThere()) {
            throw new IOException("no node_modules: .ci/run exports lays them out");
        }
        Path input = Files.write(
                folder.resolve("fit-paths"), files.stream().map(Path::toString).toList());
        Path output = folder.resolve("fit-read");
        Path errors = folder.resolve("fit-errors");
        Process process = new ProcessBuilder("node", program().toString())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!process.waitFor(LONGEST_S, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        if (process.exitValue() != 0) {
            throw new IOException(Files.readString(errors));
        }
        return JsonText.objects(Files.readString(output, StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> list(Map<String, Object> fit, String name) {
        return (List<Map<String, Object>>) fit.get(name);
    }

    public static double number(Map<String, Object> message, String field) {
        Object text = message.get(field);
        return text == null ? Double.NaN : Double.parseDouble((String) text);
    }

    /** Says what a file holds: by its session, summed over its laps, and by its records. */
    public static void tell(Map<String, Object> fit, CrossCheck check) {
        Map<String, Object> session = list(fit, "sessions").getFirst();
        List<Map<String, Object>> laps = list(fit, "laps");
        List<Map<String, Object>> records = list(fit, "records");
        check.say(READER, "steps", steps(session));
        check.say(READER, "judged_steps", number(session, "total_judged_steps"));
        check.say(READER, "over_steps", number(session, "total_over_steps"));
        check.say(READER, "cues", number(session, "total_cues"));
        check.say(READER, "cadence_spm", cadence(session, "avg_cadence", "avg_fractional_cadence"), CADENCE_SPM);
        check.say(READER, "contact_ms", number(session, "avg_stance_time"), 0.05);
        check.say(READER, "oscillation_mm", number(session, "avg_vertical_oscillation"), 0.05);
        check.say(READER, "distance_m", number(session, "total_distance"), 0.5);
        check.say(READER, "moving_s", number(session, "total_elapsed_time"), WHOLE_S);
        check.say(READER, "threshold_deg", number(session, "posture_threshold"), 0.0005);
        check.say(READER, "over_per_km", number(session, "over_steps_per_km"), 0.0005);
        check.say(READER, "simulated", number(session, "simulated"));
        String summed = "its laps";
        check.say(summed, "steps", laps.stream().mapToDouble(FitReader::steps).sum());
        check.say(summed, "judged_steps", sum(laps, lap -> number(lap, "total_judged_steps")));
        check.say(summed, "over_steps", sum(laps, lap -> number(lap, "total_over_steps")));
        check.say(summed, "cues", sum(laps, lap -> number(lap, "total_cues")));
        check.say(summed, "distance_m", sum(laps, lap -> number(lap, "total_distance")), 0.5 + 0.006 * laps.size());
        check.say(summed, "moving_s", sum(laps, lap -> number(lap, "total_elapsed_time")), WHOLE_S);
        String seconds = "its records";
        check.say(seconds, "over_steps", sum(records, record -> orNought(record, "over_steps")));
        check.say(seconds, "cues", sum(records, record -> orNought(record, "cues")));
        check.say(seconds, "cadence_spm", median(records, FitReader::cadenceOfARunner), 1);
        check.say(seconds, "contact_ms", median(records, record -> number(record, "stance_time")), 3);
        check.say(seconds, "oscillation_mm", median(records, record -> number(record, "vertical_oscillation")), 3);
        check.say(seconds, "distance_m", number(records.getLast(), "distance"), 0.5);
        // One at the start and one a second.
        check.say(seconds, "moving_s", records.size() - 1, WHOLE_S);
    }

    private static double steps(Map<String, Object> message) {
        return 2 * (number(message, "total_cycles") + number(message, "total_fractional_cycles"));
    }

    private static double cadence(Map<String, Object> message, String whole, String fraction) {
        return 2 * (number(message, whole) + number(message, fraction));
    }

    /** A second without ground contact of a runner is one of a walker, or of nobody. */
    private static double cadenceOfARunner(Map<String, Object> record) {
        return record.get("stance_time") == null ? Double.NaN : cadence(record, "cadence", "fractional_cadence");
    }

    private static double orNought(Map<String, Object> message, String field) {
        return message.get(field) == null ? 0 : number(message, field);
    }

    private static double sum(List<Map<String, Object>> messages, ToDoubleFunction<Map<String, Object>> of) {
        return messages.stream().mapToDouble(of).sum();
    }

    private static double median(List<Map<String, Object>> records, ToDoubleFunction<Map<String, Object>> of) {
        return Medians.of(records.stream().mapToDouble(of).toArray());
    }

    /** Names of the developer fields and their units. */
    public static Map<String, String> units(Map<String, Object> fit) {
        Map<String, String> units = new LinkedHashMap<>();
        for (Map<String, Object> field : list(fit, "field_descriptions")) {
            units.put((String) field.get("field_name"), (String) field.get("units"));
        }
        return units;
    }

    /** What a file is given as by its maker. */
    public static List<String> products(Map<String, Object> fit) {
        List<String> names = new ArrayList<>();
        list(fit, "file_ids").forEach(file -> names.add((String) file.get("product_name")));
        return names;
    }
}
