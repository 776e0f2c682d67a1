package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.holdline.report.reading.Discomfort;
import org.holdline.report.reading.NextPlan;
import org.holdline.report.reading.Reading;
import org.holdline.sample.Placement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code holdline report ...} as a process. */
class ReportCommandTest {
    @TempDir
    private static Path recordings;

    @TempDir
    private Path folder;

    private static String recording;

    @BeforeAll
    static void record() throws Exception {
        recording = recordings.resolve("run.csv").toString();
        Holdline.Ended ended = Holdline.run(
                recordings, "run", "--duration", "420", "--speed", "max", "--json", "--set", "run.record=" + recording);
        assertEquals(0, ended.code(), ended.err());
    }

    private Holdline.Ended report(String... arguments) throws IOException, InterruptedException {
        String[] all = new String[arguments.length + 1];
        all[0] = "report";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Holdline.run(folder, all);
    }

    @Test
    void shouldWriteAllItIsAskedForWhenARecordingIsPlayed() throws Exception {
        Holdline.Ended made = report(
                "make",
                recording,
                "--out",
                "r.html",
                "--physio",
                "p.html",
                "--steps",
                "s.csv",
                "--language",
                "de",
                "--json");
        assertEquals(0, made.code(), made.err());
        assertTrue(made.out().contains("\"schema\":\"holdline-report/1\""), made.out());
        assertTrue(made.out().contains("\"simulated\":true") && made.out().contains("\"sentences\":["), made.out());
        assertTrue(Files.readString(folder.resolve("r.html")).contains("<html lang=\"de\">"));
        assertTrue(Files.readString(folder.resolve("p.html")).contains("Blatt für die Physiotherapie"));
        assertTrue(Files.readString(folder.resolve("s.csv.schema.json")).contains("holdline-steps/1"));
        assertTrue(Files.readString(folder.resolve("s.csv")).lines().count() > 700);
    }

    @Test
    void shouldGiveTheSameReportWhenItComesByStandardInput() throws Exception {
        Holdline.Ended whole = report("make", recording);
        assertEquals(0, whole.code(), whole.err());
        assertTrue(whole.out().startsWith("<!DOCTYPE html>"), whole.out().substring(0, 40));
        Path out = folder.resolve("piped.html");
        try (Holdline piped = Holdline.startBy(
                folder,
                List.of("sh", "-c", "cat '" + recording + "' | \"$@\"", "sh"),
                "report",
                "make",
                "-",
                "--out",
                out.toString())) {
            assertEquals(0, piped.await().code());
        }
        assertEquals(whole.out(), Files.readString(out));
    }

    @Test
    void shouldMakeAProfileThatIsOneWhenAPhysiotherapistSetSomething() throws Exception {
        Holdline.Ended made = report(
                "physio", recording, "--runner", "heron-17", "--band-deg", "4.5", "--stage", "2", "--out", "r.toml");
        assertEquals(0, made.code(), made.err());
        String text = Files.readString(folder.resolve("r.toml"));
        assertTrue(text.contains("band_deg = 4.5") && text.contains("stage = 2"), text);
        assertTrue(text.contains("# This run was simulated"), text);
        assertFalse(text.contains("[[neutral]]"), "a simulated run fills no profile");
        Holdline.Ended checked = Holdline.run(folder, "profile", "check", "r.toml");
        assertEquals(0, checked.code(), checked.err());
        assertTrue(checked.out().contains("a valid runner profile"), checked.out());
    }

    @Test
    void shouldRefuseWhatNoProfileMayHold() throws Exception {
        assertEquals(
                2,
                report("physio", recording, "--runner", "heron-17", "--band-deg", "1")
                        .code());
        assertEquals(
                2,
                report("physio", recording, "--runner", "heron-17", "--stage", "5")
                        .code());
        assertEquals(2, report("physio", recording, "--runner", "Ann Other").code());
        assertEquals(2, report("physio", recording).code());
    }

    @Test
    void shouldSayWhatWasExpectedWhenItCannotGoOn() throws Exception {
        assertEquals(2, report("make", recording, "--language", "fr").code());
        assertEquals(2, report("make", recording, "--discomfort", "11").code());
        assertEquals(2, report("make", recording, "--started", "yesterday").code());
        Path own = Files.copy(Path.of(recording), folder.resolve("own.csv"));
        assertEquals(2, report("make", own.toString(), "--out", own.toString()).code());
        Holdline.Ended missing = report("make", "nothing.csv", "--json");
        assertEquals(1, missing.code());
        assertTrue(missing.out().contains("\"type\":\"error\"") && missing.out().contains("\"exit_code\":1"));
    }

    /** What a plan sets must be something that a run can be started with. */
    @Test
    void shouldPlanSettingsThatARunTakes() throws Exception {
        NextPlan next = Reading.of(PlayedRuns.good(Placement.DUAL), Discomfort.UNSAID, List.of())
                .next();
        List<String> arguments = new ArrayList<>(List.of("config", "show"));
        next.settings().forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
        Holdline.Ended shown = Holdline.run(folder, arguments.toArray(String[]::new));
        assertEquals(0, shown.code(), shown.err());
        assertFalse(next.settings().isEmpty());
        next.settings().forEach((key, value) -> assertTrue(shown.out().contains(key + " = " + value + "\n"), key));
    }
}
