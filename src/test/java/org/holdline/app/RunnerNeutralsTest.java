package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.holdline.posture.PostureParams;
import org.holdline.posture.StoredNeutral;
import org.holdline.profile.applied.RunnerNumbers;
import org.holdline.profile.form.Filled;
import org.holdline.profile.form.FormReader;
import org.holdline.profile.form.FormWriter;
import org.holdline.report.Offset;
import org.holdline.sample.Placement;
import org.holdline.session.store.KeptNeutral;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerNeutralsTest {
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    @TempDir
    Path folder;

    private static KeptNeutral neutral(int days, Placement placement, Double kmh, Double pct, double offsetDeg) {
        return new KeptNeutral(
                "run-" + days,
                placement,
                NOW.minus(Duration.ofDays(days)),
                new Offset(offsetDeg, 0.731, kmh, pct, null));
    }

    private static List<StoredNeutral> stored(Filled profile) {
        return RunnerNumbers.posture(profile, PostureParams.defaults()).stored();
    }

    private ProfileChoice chosen(String tables) throws Exception {
        Path file = Files.writeString(folder.resolve("heron.toml"), """
                kind = "runner"
                version = 1
                pseudonym = "heron"
                placement = "dual"
                """ + tables);
        return ProfileChoice.of(RunKeepingTest.settings(folder.resolve("none"), "run.profiles=" + file + "\n"));
    }

    private static ProfileChoice nothing() throws Failure {
        return ProfileChoice.of(RunKeepingTest.settings(Path.of("none")));
    }

    @Test
    void shouldStandForARunnerProfileWhereNoneIsNamed() throws Exception {
        RunnerNeutrals neutrals = new RunnerNeutrals(
                "heron 17",
                List.of(
                        neutral(0, Placement.DUAL, 10.44, 1.06, -1.25),
                        neutral(1, Placement.SACRAL, 10.0, 0.0, 7),
                        neutral(89, Placement.DUAL, 12.0, null, 2.5)));
        ProfileChoice chosen = nothing();
        assertEquals(List.of(), neutrals.into(chosen, Placement.DUAL, NOW), "silently");
        ProfileChoice.Given given = chosen.of(ProfileChoice.RUNNER);
        assertNotNull(given);
        assertEquals("kept runs of heron 17", given.where());
        assertEquals(
                List.of(new StoredNeutral(10_400, 1_100, -1250, 731), new StoredNeutral(12_000, 0, 2500, 731)),
                stored(given.profile()));
        String text = FormWriter.write(given.profile());
        Filled read =
                FormReader.of(Path.of("heron.toml"), text.getBytes(StandardCharsets.UTF_8), ProfileFileCommands.FORMS);
        assertEquals(List.of(), FormWriter.difference(given.profile(), read), "what a recording holds");
        assertEquals("heron-17", read.text("", "pseudonym"));
        assertEquals(List.of(new StoredNeutral(10_000, 0, 7000, 731)), stored(neutrals.profile(Placement.SACRAL, NOW)));
    }

    @Test
    void shouldSayWhichAreNotUsed() throws Exception {
        RunnerNeutrals neutrals = new RunnerNeutrals(
                "heron",
                List.of(
                        neutral(1, Placement.DUAL, null, 0.0, 1),
                        neutral(2, Placement.DUAL, 3.0, 0.0, 1),
                        neutral(3, Placement.DUAL, 10.0, 21.0, 1),
                        neutral(90, Placement.DUAL, 10.0, 0.0, 1),
                        neutral(4, Placement.SACRAL, null, 0.0, 1)));
        ProfileChoice chosen = nothing();
        assertEquals(
                List.of(
                        "1 running neutral of heron not used: 90 days old and more",
                        "3 running neutrals of heron not used: at no belt speed that is known"),
                neutrals.into(chosen, Placement.DUAL, NOW));
        assertNull(chosen.of(ProfileChoice.RUNNER));
        assertNull(neutrals.newest(NOW));
    }

    @Test
    void shouldGiveWayToTheNeutralsOfAFileAndSaySo() throws Exception {
        ProfileChoice chosen = chosen("""
                [[neutral]]
                speed_kmh = 10
                incline_percent = 0
                offset_deg = 4
                noise_deg = 0.5
                source = "drill"
                measured = 2026-05-01T08:00:00Z
                """);
        RunnerNeutrals neutrals = new RunnerNeutrals("heron", List.of(neutral(1, Placement.DUAL, 10.0, 0.0, 1)));
        List<String> said = neutrals.into(chosen, Placement.DUAL, NOW);
        assertEquals(
                List.of("the running neutrals of " + folder.resolve("heron.toml")
                        + " are used, not the 1 of heron's kept runs"),
                said);
        assertEquals(
                List.of(new StoredNeutral(10_000, 0, 4000, 500)),
                stored(chosen.of(ProfileChoice.RUNNER).profile()));
    }

    @Test
    void shouldFillAFileThatHoldsNone() throws Exception {
        ProfileChoice chosen = chosen("[cueing]\nband_deg = 5\nstage = 2\n");
        RunnerNeutrals neutrals = new RunnerNeutrals("heron", List.of(neutral(1, Placement.DUAL, 10.0, 0.0, 1)));
        assertEquals(List.of(), neutrals.into(chosen, Placement.DUAL, NOW));
        ProfileChoice.Given given = chosen.of(ProfileChoice.RUNNER);
        assertEquals(folder.resolve("heron.toml") + ", neutrals of kept runs", given.where());
        assertEquals(List.of(new StoredNeutral(10_000, 0, 1000, 731)), stored(given.profile()));
        assertEquals(5000L, given.profile().find("cueing", "band_deg").orElseThrow());
    }

    @Test
    void shouldDoNothingForWhoeverHasNone() throws Exception {
        ProfileChoice chosen = nothing();
        assertEquals(List.of(), RunnerNeutrals.NONE.into(chosen, Placement.DUAL, NOW));
        assertNull(chosen.of(ProfileChoice.RUNNER));
        assertFalse(RunnerNeutrals.NONE.profile(Placement.DUAL, NOW).has("neutral"));
    }
}
