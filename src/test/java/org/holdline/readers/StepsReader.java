package org.holdline.readers;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdline.report.JsonText;

/** One row a step, held against the table schema (Frictionless Data) that lies beside it: what that says is all that is known. */
public final class StepsReader {
    private static final String READER = "steps.csv";
    private static final double JOINED_S = 1;

    private StepsReader() {}

    /**
     * Rows of a file that its schema allows.
     *
     * @throws IOException when a header or a cell is another than the schema says
     */
    @SuppressWarnings("unchecked")
    public static List<NamedCsvRecord> read(Path file, Path schemaFile) throws IOException {
        Map<String, Object> schema =
                JsonText.object(Files.readString(schemaFile).strip());
        List<Map<String, Object>> fields = (List<Map<String, Object>>) schema.get("fields");
        List<String> missing = (List<String>) schema.getOrDefault("missingValues", List.of(""));
        List<NamedCsvRecord> rows = SecondsReader.rows(file);
        List<String> names = new ArrayList<>();
        fields.forEach(field -> names.add((String) field.get("name")));
        if (!rows.getFirst().getHeader().equals(names)) {
            throw new IOException(file + ": columns " + rows.getFirst().getHeader() + ", the schema has " + names);
        }
        for (NamedCsvRecord row : rows) {
            for (Map<String, Object> field : fields) {
                String cell = row.getField((String) field.get("name"));
                if (!missing.contains(cell) && !isOf((String) field.get("type"), cell)) {
                    throw new IOException(file + ": line " + row.getStartingLineNumber() + ", " + field.get("name")
                            + ": '" + cell + "' is no " + field.get("type"));
                }
            }
        }
        return rows;
    }

    /** Lexical forms of table schema, as far as it is used. */
    private static boolean isOf(String type, String cell) throws IOException {
        return switch (type) {
            case "integer" -> cell.matches("[+-]?\\d+");
            case "number" -> cell.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
            case "string" -> true;
            default -> throw new IOException("type " + type + " is not read here");
        };
    }

    /** Says what the rows come to; the distance as speed times the time between steps. */
    public static void tell(List<NamedCsvRecord> rows, CrossCheck check) {
        check.say(READER, "steps", rows.size());
        check.say(READER, "running_steps", count(rows, "gait", "run"));
        check.say(READER, "over_steps", count(rows, "over", "1"));
        check.say(READER, "judged_steps", count(rows, "over", "1") + count(rows, "over", "0"));
        check.say(READER, "cues", rows.size() - count(rows, "pulse_ms", ""));
        check.say(READER, "held_back", rows.size() - count(rows, "held_back", ""));
        check.say(READER, "contact_ms", median(rows, "contact_ms"));
        check.say(READER, "oscillation_mm", median(rows, "vertical_oscillation_mm"));
        double[] cadences = rows.stream()
                .filter(row -> row.getField("gait").equals("run"))
                .mapToDouble(row -> SecondsReader.number(row, "cadence_spm"))
                .toArray();
        check.say(READER, "cadence_spm", Medians.of(cadences), 0.1);
        check.say(READER, "simulated", count(rows, "simulated", "1") == rows.size() ? 1 : 0);
        double metres = 0;
        for (int i = 1; i < rows.size(); i++) {
            double s =
                    (SecondsReader.number(rows.get(i), "t_us") - SecondsReader.number(rows.get(i - 1), "t_us")) / 1e6;
            metres += s > JOINED_S ? 0 : s * SecondsReader.number(rows.get(i), "speed_kmh") / 3.6;
        }
        // The belt's changes fall between steps.
        check.say(READER, "distance_m", metres, 5);
        double wholeS =
                (SecondsReader.number(rows.getLast(), "t_us") - SecondsReader.number(rows.getFirst(), "t_us")) / 1e6;
        check.say(READER, "moving_s", wholeS, 1);
    }

    private static double count(List<NamedCsvRecord> rows, String column, String cell) {
        return rows.stream().filter(row -> row.getField(column).equals(cell)).count();
    }

    private static double median(List<NamedCsvRecord> rows, String column) {
        return Medians.of(rows.stream()
                .mapToDouble(row -> SecondsReader.number(row, column))
                .toArray());
    }
}
