package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.holdline.clock.Clock;
import org.holdline.cue.FadingParams;
import org.holdline.report.Retention;
import org.holdline.report.Summary;
import org.holdline.sample.Placement;
import org.holdline.sample.StreamInfo;
import org.holdline.session.Ending;
import org.holdline.session.Origin;
import org.holdline.session.journal.Journals;
import org.holdline.session.journal.MadeJournal;
import org.holdline.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What a run takes over from the one before. */
class RunKeepingTest {
    private static final StreamInfo CLIP = new StreamInfo("clip HL0001", false, 200, Placement.DUAL, 0, 0, 0, 0);
    private static final StreamInfo MADE = new StreamInfo("clip HL0001", true, 200, Placement.DUAL, 0, 0, 0, 0);

    @TempDir
    Path folder;

    static String id(Instant at) {
        return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                        .withZone(ZoneOffset.UTC)
                        .format(at)
                + "-0000";
    }

    /** A journal that a later program wrote. */
    static byte[] laterJournal() {
        ByteBuffer head = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        head.put(new byte[] {'H', 'L', 'J', 'R', 'N', '\r', '\n', 0x1A}).putShort((short) 2);
        CRC32C crc = new CRC32C();
        crc.update(head.array(), 0, 12);
        return head.putInt(12, (int) crc.getValue()).array();
    }

    private static SettingFlags flags(Path sessions, String... set) {
        List<String> arguments = new ArrayList<>(List.of("--set", "session.folder=" + sessions));
        for (String one : set) {
            arguments.addAll(List.of("--set", one));
        }
        return CommandLine.populateCommand(new SettingFlags(), arguments.toArray(String[]::new));
    }

    static Settings settings(Path sessions, String... set) {
        try {
            return flags(sessions, set).load();
        } catch (Failure e) {
            throw new AssertionError(e);
        }
    }

    static RunKeeping keeping(Path sessions, String... set) {
        try {
            SettingFlags flags = flags(sessions, set);
            return RunKeeping.prepare(flags.load(), flags);
        } catch (Failure e) {
            throw new AssertionError(e);
        }
    }

    private void heronRan(int stage, Summary.Probe... blocks) throws Exception {
        Journals journals = new Journals(folder);
        String id = id(Instant.now().minusSeconds(3600));
        journals.begin(
                        MadeJournal.facts(id, Instant.now().minusSeconds(3600), Origin.CLIP, "heron"),
                        new Retention.Kept(stage, List.of(blocks)))
                .close(Ending.WHOLE, null);
    }

    private static FadingParams fading(RunKeeping keeping) {
        return keeping.settings().roadParams().fading();
    }

    @Test
    void shouldRunAtTheRunnersStageWhenThereIsAHistory() throws Exception {
        Summary.Probe block = new Summary.Probe(480, 300, 0.2);
        heronRan(2, block);
        RunKeeping keeping = keeping(folder, "run.source=serial:/dev/null", "run.runner=heron");
        assertEquals(50, fading(keeping).givenPct());
        assertTrue(fading(keeping).probes());
        LiveRun.Keeping opened = keeping.open(CLIP, false, true, Clock.system());
        assertNotNull(opened.journal());
        assertEquals(new Retention.Kept(2, List.of(block)), opened.before());
    }

    @Test
    void shouldNeitherUseNorChangeAHistoryWhenNobodyIsMeasured() throws Exception {
        heronRan(2);
        RunKeeping virtual = keeping(folder, "run.source=virtual", "run.runner=heron");
        assertEquals(100, fading(virtual).givenPct());
        assertNull(virtual.open(MADE, false, false, Clock.system()).before());
        RunKeeping emulated = keeping(folder, "run.source=serial:/dev/null", "run.runner=heron");
        LiveRun.Keeping opened = emulated.open(MADE, false, true, Clock.system());
        assertNull(opened.before());
        assertNotNull(opened.journal(), "kept, since somebody named it");
    }

    @Test
    void shouldBeginAtTheProfilesStageWhenThereIsNoHistoryYet() throws Exception {
        Path profile = Files.writeString(folder.resolve("heron.toml"), """
                kind = "runner"
                version = 1
                pseudonym = "heron"
                placement = "dual"

                [cueing]
                stage = 4
                """);
        RunKeeping keeping = keeping(
                folder.resolve("sessions"),
                "run.source=serial:/dev/null",
                "run.runner=heron",
                "run.profiles=" + profile + "\n");
        assertEquals(0, fading(keeping).givenPct());
        assertEquals(
                new Retention.Kept(4, List.of()),
                keeping.open(CLIP, false, true, Clock.system()).before());
    }

    @Test
    void shouldLeaveTheStageAloneWhenTheCommandLineSaysHowManyCues() throws Exception {
        heronRan(2);
        RunKeeping keeping = keeping(folder, "run.source=serial:/dev/null", "run.runner=heron", "fading.given_pct=100");
        assertEquals(100, fading(keeping).givenPct());
        assertNull(keeping.open(CLIP, false, true, Clock.system()).before());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldKeepAGuestsRunOnlyWhenRunsAreKept(boolean keep) throws Exception {
        RunKeeping keeping = keeping(folder.resolve("sessions"), "run.source=serial:/dev/null", "session.keep=" + keep);
        LiveRun.Keeping opened = keeping.open(CLIP, false, true, Clock.system());
        assertEquals(keep, opened.journal() != null);
        assertEquals(keep, Files.exists(folder.resolve("sessions")));
        assertTrue(Files.notExists(folder.resolve("sessions/index.db")), "a guest needs no index");
    }
}
