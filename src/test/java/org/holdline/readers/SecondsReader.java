package org.holdline.readers;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The CSV of a run, a row a second, as FastCSV reads it. */
public final class SecondsReader {
    private static final String READER = "csv";

    private SecondsReader() {}

    /**
     * All rows.
     *
     * @throws IOException when one is no row of the header
     */
    public static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            List<NamedCsvRecord> rows = reader.stream().toList();
            for (NamedCsvRecord row : rows) {
                if (row.getFieldCount() != row.getHeader().size()) {
                    throw new IOException(
                            file + ": line " + row.getStartingLineNumber() + " has " + row.getFieldCount() + " cells");
                }
            }
            return rows;
        }
    }

    public static double number(NamedCsvRecord row, String column) {
        String cell = row.getField(column);
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    /** Says what the rows come to. */
    public static void tell(List<NamedCsvRecord> rows, CrossCheck check) {
        Map<String, String> sums = Map.of(
                "steps", "steps",
                "running_steps", "running_steps",
                "judged_steps", "judged_steps",
                "over_steps", "over_steps",
                "cues", "cues",
                "held_back", "suppressed_cues");
        sums.forEach((figure, column) -> check.say(
                READER,
                figure,
                rows.stream()
                        .mapToDouble(row -> number(row, column))
                        .filter(value -> !Double.isNaN(value))
                        .sum()));
        // The last row may be shorter than a second.
        check.say(READER, "duration_s", rows.size() - 0.5, 0.5);
        check.say(READER, "distance_m", number(rows.getLast(), "distance_m"), 0.5);
        check.say(READER, "cadence_spm", median(rows, "cadence_spm"), 1);
        check.say(READER, "contact_ms", median(rows, "contact_ms"), 3);
        check.say(READER, "oscillation_mm", median(rows, "vertical_oscillation_mm"), 3);
        check.say(
                READER,
                "simulated",
                rows.stream().mapToDouble(row -> number(row, "simulated")).min().orElse(Double.NaN));
    }

    private static double median(List<NamedCsvRecord> rows, String column) {
        return Medians.of(rows.stream()
                .filter(row -> number(row, "running_steps") > 0)
                .mapToDouble(row -> number(row, column))
                .toArray());
    }
}
