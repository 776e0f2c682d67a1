package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdline.page.Chromium;
import org.holdline.readers.CrossCheck;
import org.holdline.readers.FitReader;
import org.holdline.readers.LinesReader;
import org.holdline.readers.ReportReader;
import org.holdline.readers.SecondsReader;
import org.holdline.readers.StepsReader;
import org.holdline.readers.TcxReader;
import org.holdline.readers.TerminalReader;
import org.holdline.report.JsonText;

/** What is left of a run that ended on its page: kept, shown, exported in every form, and read by others. */
final class GuidedRunFiles {
    private static final Map<String, String> FORMS = new LinkedHashMap<>(Map.of(
            "json", "run.jsonl",
            "fit", "run.fit",
            "tcx", "run.tcx",
            "csv", "run.csv",
            "html", "run.html",
            "physio", "sheet.html",
            "steps", "steps.csv"));

    private final Path folder;
    private final Chromium browser;
    private final String runner;
    private final CrossCheck check = new CrossCheck();

    /** @param folder the program's own, with its state below it */
    GuidedRunFiles(Path folder, Chromium browser, String runner) {
        this.folder = folder;
        this.browser = browser;
        this.runner = runner;
    }

    String table() {
        return check.table();
    }

    /** Without the package nothing of FIT was read by others. */
    void assertAllRead() {
        assumeTrue(FitReader.isThere(), "NOT TESTED: FIT by fit-file-parser; .ci/run browser lays it out");
    }

    private String session(String... arguments) throws Exception {
        String[] all = new String[arguments.length + 1];
        all[0] = "session";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Holdline.Ended ended = Holdline.run(folder, all);
        assertEquals(0, ended.code(), String.join(" ", all) + ": " + ended.err());
        return ended.out();
    }

    private Path file(String form) {
        return folder.resolve(FORMS.get(form));
    }

    /** @param page what the page said at the end */
    void check(Holdline.Ended ended, Map<String, String> page) throws Exception {
        assertTrue(ended.err().contains("kept as ") && ended.err().contains("report: "), ended.err());
        List<Map<String, Object>> shown = JsonText.objects(session("show", "latest", "--json"));
        Map<String, Object> summary = LinesReader.ofType(shown, "summary").getFirst();
        String id = (String) LinesReader.ofType(shown, "session").getFirst().get("id");
        LinesReader.tellSummary("summary", summary, check);
        TerminalReader.tell(ended.out(), check);
        pageSays(page);
        listed(id);
        for (Map.Entry<String, String> form : FORMS.entrySet()) {
            session("export", id, form.getValue(), "--form", form.getKey(), "--simulated");
        }
        read();
        String kept = Files.readString(folder.resolve("state/sessions/reports/" + id + ".html"));
        assertTrue(kept.contains("Marks of discomfort: 1."), "the runner's own report holds the mark");
        assertMarksStayHere();
        assertEquals(List.of(), check.disagreements(), this::table);
        for (String figure : List.of("steps", "over_steps", "cues", "simulated")) {
            assertTrue(check.readers(figure) >= 7, figure + " was read by " + check.readers(figure));
        }
    }

    private void pageSays(Map<String, String> page) {
        check.say("page", "cues", Double.parseDouble(page.get("after-cues")));
        check.say("page", "duration_s", TerminalReader.seconds(page.get("after-time")), 1);
        assertEquals("1", page.get("marks"));
        assertTrue(page.get("after-felt").contains("of"), page.toString());
    }

    /** In both lists: for a person, and as JSON. */
    private void listed(String id) throws Exception {
        List<Map<String, Object>> rows = JsonText.objects(session("list", "--runner", runner, "--json"));
        assertEquals(2, rows.size(), "both runs are kept");
        Map<String, Object> row = rows.getLast();
        assertEquals(id, row.get("id"));
        assertEquals("simulated", row.get("origin"));
        assertEquals(false, row.get("counts"));
        for (String figure : List.of("duration_s", "steps", "judged_steps", "over_steps", "cues")) {
            check.say("list", figure, LinesReader.number(row, figure));
        }
        String text = session("list");
        assertEquals(
                2, text.lines().filter(line -> line.endsWith("[simulated]")).count(), text);
    }

    private void read() throws Exception {
        LinesReader.tell(JsonText.objects(Files.readString(file("json"))), check);
        if (FitReader.isThere()) {
            fit();
        }
        TcxReader tcx = TcxReader.read(file("tcx"));
        tcx.tell(check);
        SecondsReader.tell(SecondsReader.rows(file("csv")), check);
        Path steps = file("steps");
        StepsReader.tell(StepsReader.read(steps, folder.resolve(steps.getFileName() + ".schema.json")), check);
        report();
    }

    private void fit() throws Exception {
        Map<String, Object> fit = FitReader.read(List.of(file("fit")), folder).getFirst();
        FitReader.tell(fit, check);
        assertEquals(List.of("Holdline simulated"), FitReader.products(fit));
        Map<String, String> units = FitReader.units(fit);
        assertEquals("deg", units.get("posture_deviation"));
        assertEquals("steps/km", units.get("over_steps_per_km"));
        Map<String, Object> session = FitReader.list(fit, "sessions").getFirst();
        assertEquals("lumbar_arch", session.get("posture_metric"));
        assertEquals("simulated", session.get("run_origin"));
        assertEquals("treadmill", session.get("sub_sport"));
        assertEquals(FitReader.list(fit, "laps").size(), (int) FitReader.number(session, "num_laps"));
    }

    private double overShare() throws Exception {
        List<Map<String, Object>> lines = JsonText.objects(Files.readString(file("json")));
        Map<String, Object> summary = LinesReader.ofType(lines, "summary").getFirst();
        return LinesReader.number(summary, "over_steps") / LinesReader.number(summary, "judged_steps");
    }

    private void report() throws Exception {
        int asked = browser.requests().size();
        browser.go(file("html").toUri().toString());
        ReportReader.tell(browser, overShare(), check);
        List<?> sentences = ReportReader.sentences(browser);
        assertEquals(3, sentences.size(), sentences.toString());
        assertTrue(sentences.stream().allMatch(said -> said.toString().length() > 20), sentences.toString());
        assertTrue(sentences.getLast().toString().startsWith("Next time: "), sentences.toString());
        assertEquals(runner, ReportReader.facts(browser).get("Runner"));
        browser.eval("document.querySelectorAll('details').forEach(d => d.open = true)");
        assertEquals("", browser.axe(), "report");
        int sheets = browser.sheets();
        assertTrue(sheets >= 2 && sheets <= 6, sheets + " sheets of paper");
        browser.go(file("physio").toUri().toString());
        ReportReader.tellSheet(browser, overShare(), check);
        assertEquals("", browser.axe(), "sheet");
        assertEquals(1, browser.sheets(), "the sheet for a physiotherapist");
        assertEquals(List.of(), browser.complaints());
        List<String> requests = browser.requests();
        requests.subList(asked, requests.size())
                .forEach(request -> assertTrue(request.startsWith("file:"), "asked: " + request));
    }

    /** By default nothing that goes out tells of the mark; where it is asked for, the JSON lines do. */
    private void assertMarksStayHere() throws Exception {
        for (String form : FORMS.keySet()) {
            String bytes = Files.readString(file(form), StandardCharsets.ISO_8859_1);
            assertFalse(bytes.contains("\"mark\"") || bytes.contains("iscomfort: 1"), form + " tells of the mark");
            if (List.of("fit", "tcx", "csv", "steps").contains(form)) {
                assertFalse(bytes.contains(runner), form + " tells the pseudonym");
            }
        }
        String report = Files.readString(file("html"));
        assertFalse(report.contains("class=\"mark\"") || report.contains("key-mark\"></i>"), "html draws the mark");
        session("export", "latest", "notes.jsonl", "--with-notes");
        String asked = Files.readString(folder.resolve("notes.jsonl"));
        assertEquals(
                1,
                asked.lines()
                        .filter(line -> line.contains("\"acts\":[\"mark\"]"))
                        .count());
    }
}
