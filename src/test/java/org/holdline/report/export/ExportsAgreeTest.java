package org.holdline.report.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdline.report.JsonText;
import org.holdline.report.Summary;
import org.holdline.report.export.PlainFit.Message;
import org.holdline.session.KeptRun;
import org.holdline.session.MadeKeptRuns;
import org.junit.jupiter.api.Test;

/** Any run at all: every format can be read, and all of them say the same of it. */
class ExportsAgreeTest {
    private static final int RUNS = 120;

    private static byte[] bytes(ExportFormat format, KeptRun run) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.export().write(run, out);
        return out.toByteArray();
    }

    @Test
    void shouldAgreeWhateverTheRunWas() throws Exception {
        int distances = 0;
        int paused = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            KeptRun run = MadeKeptRuns.random(seed);
            String said = "seed " + seed;
            Map<String, Object> json =
                    JsonText.object(new String(bytes(ExportFormat.JSON, run), StandardCharsets.UTF_8));
            @SuppressWarnings("unchecked")
            Map<String, Object> totals = (Map<String, Object>) json.get("totals");
            PlainFit fit = PlainFit.read(bytes(ExportFormat.FIT, run));
            table(said, run, totals);
            fit(said, run.summary(), fit, json);
            TcxExportTest.check(said, bytes(ExportFormat.TCX, run), fit);
            distances += fit.only(18).whole(9) == null ? 0 : 1;
            paused += fit.messages(21).size() > 2 ? 1 : 0;
        }
        assertTrue(distances > 12 && distances < RUNS - 12, distances + " with a distance");
        assertTrue(paused > 12, paused + " with a pause");
    }

    /** Rows of the CSV come to the totals. */
    private static void table(String said, KeptRun run, Map<String, Object> totals) throws IOException {
        String text = new String(bytes(ExportFormat.CSV, run), StandardCharsets.US_ASCII);
        assertTrue(text.endsWith("\r\n"), said);
        List<String> lines = Arrays.asList(text.split("\r\n", -1));
        List<String> header = List.of(lines.getFirst().split(",", -1));
        Map<String, Double> sums = new HashMap<>();
        for (int i = 1; i < lines.size() - 1; i++) {
            String[] cells = lines.get(i).split(",", -1);
            assertEquals(header.size(), cells.length, said);
            assertEquals(String.valueOf(i - 1), cells[0], said);
            for (String name : List.of("steps", "running_steps", "judged_steps", "over_steps", "over_deg_s", "cues")) {
                String cell = cells[header.indexOf(name)];
                sums.merge(name, cell.isEmpty() ? 0 : Double.parseDouble(cell), Double::sum);
            }
        }
        Summary summary = run.summary();
        assertEquals((double) summary.steps(), sums.getOrDefault("steps", 0.0), said);
        assertEquals((double) summary.runningSteps(), sums.getOrDefault("running_steps", 0.0), said);
        assertEquals((double) summary.judgedSteps(), sums.getOrDefault("judged_steps", 0.0), said);
        assertEquals((double) summary.overSteps(), sums.getOrDefault("over_steps", 0.0), said);
        assertEquals((double) summary.cues(), sums.getOrDefault("cues", 0.0), said);
        assertEquals(summary.dose().overDegS(), sums.getOrDefault("over_deg_s", 0.0), 0.0006 * lines.size(), said);
        assertEquals(String.valueOf(summary.steps()), totals.get("steps"), said);
        assertEquals(String.valueOf(summary.overSteps()), totals.get("over_steps"), said);
        rounded(said, summary.cadenceSpm(), totals.get("cadence_spm"));
        rounded(said, summary.contactMs(), totals.get("contact_ms"));
        rounded(said, summary.dose().overPer1000Steps(), totals.get("over_per_1000_steps"));
        rounded(said, summary.dose().overPerKm(), totals.get("over_per_km"));
    }

    private static void rounded(String said, Double expected, Object text) {
        if (expected == null) {
            assertEquals("null", text, said);
        } else {
            assertEquals(expected, Double.parseDouble((String) text), 0.001, said);
        }
    }

    @SuppressWarnings("unchecked")
    private static void fit(String said, Summary summary, PlainFit fit, Map<String, Object> json) throws IOException {
        Message session = fit.only(18);
        List<Message> laps = fit.messages(19);
        List<Message> records = fit.messages(20);
        assertEquals(summary.steps(), session.whole(10) * 2 + session.whole(94) / 64, said);
        assertEquals(summary.overSteps(), session.whole("total_over_steps"), said);
        assertEquals(summary.cues(), session.whole("total_cues"), said);
        for (String total : List.of("total_over_steps", "total_judged_steps", "total_cues")) {
            assertEquals(
                    session.whole(total),
                    laps.stream().mapToLong(lap -> lap.whole(total)).sum(),
                    said + " " + total);
        }
        assertEquals(session.whole(26), laps.size(), said);
        assertEquals(
                (double) session.whole(7),
                (double) laps.stream().mapToLong(lap -> lap.whole(7)).sum(),
                laps.size(),
                said);
        assertEquals(
                (double) session.whole(8),
                (double) laps.stream().mapToLong(lap -> lap.whole(8)).sum(),
                laps.size(),
                said);
        Map<String, Object> distance = (Map<String, Object>) json.get("distance");
        if (session.whole(9) == null) {
            assertEquals("null", distance.get("m"), said);
        } else {
            double metres = Double.parseDouble((String) distance.get("m"));
            assertEquals(metres, session.whole(9) / 100.0, 0.006, said);
            assertEquals(metres, records.getLast().whole(5) / 100.0, 0.006, said);
            assertEquals(metres, laps.stream().mapToLong(lap -> lap.whole(9)).sum() / 100.0, 0.006 * laps.size(), said);
            assertEquals(distance.get("speed_known"), session.text("speed_known"), said);
            splits(said, metres, (List<Map<String, Object>>) json.get("splits"));
        }
        long last = 0;
        for (Message record : records) {
            assertTrue(record.whole(253) > last || last == 0, said + ": a time that does not rise");
            last = record.whole(253);
        }
        assertEquals(session.whole(253), last, said);
    }

    private static void splits(String said, double metres, List<Map<String, Object>> splits) {
        double sum = splits.stream()
                .mapToDouble(split -> Double.parseDouble((String) split.get("distance_m")))
                .sum();
        assertEquals(metres, sum, 1.001, said);
        assertEquals((int) Math.ceil((metres - 1) / 1000), splits.size(), said);
    }
}
