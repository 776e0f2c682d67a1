package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.clock.Clock;
import org.holdline.clock.Pace;
import org.holdline.report.Retention;
import org.holdline.report.Summary;
import org.holdline.road.RoadParams;
import org.holdline.sample.Placement;
import org.holdline.sample.StreamInfo;
import org.holdline.session.BeltSpan;
import org.holdline.session.Ending;
import org.holdline.session.Origin;
import org.holdline.session.RunFacts;
import org.holdline.session.journal.JournalReader;
import org.holdline.session.journal.Journals;
import org.holdline.session.journal.KeptRuns;
import org.holdline.session.journal.MadeJournal;
import org.holdline.session.store.Index;
import org.holdline.session.store.Notes;
import org.holdline.settings.Intervals;
import org.holdline.settings.Keys;
import org.holdline.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kept runs and the commands on them, in this process. */
class KeptSessionsTest {
    private final Instant now = Instant.now();

    @TempDir
    Path folder;

    private Path sessions;
    private Journals journals;
    private String out = "";
    private String err = "";

    @BeforeEach
    void makeJournals() {
        sessions = folder.resolve("sessions");
        journals = new Journals(sessions);
    }

    private String id(Duration age) {
        return RunKeepingTest.id(now.minus(age));
    }

    /** A virtual runner's minutes, kept as if a body had been measured. */
    private String keep(Duration age, Origin origin, String runner, int durationS) throws Exception {
        String id = id(age);
        VirtualClip clip = new VirtualClip(VirtualOptions.defaults().withDurationS(durationS));
        RunFacts facts = MadeJournal.facts(id, now.minus(age), origin, runner);
        RunFacts own =
                new RunFacts(id, facts.startedAt(), facts.zone(), facts.version(), clip.info(), origin, facts.runner());
        Retention.Kept before = origin.counts() && runner != null ? new Retention.Kept(1, List.of()) : null;
        JournalSeat seat = new JournalSeat(journals.begin(own, before), BeltSpan.Known.MEASURED, Clock.system());
        TableView view = new TableView(true);
        LiveRun run = new LiveRun(new LiveRun.Parts(
                PlayedSource.of(clip),
                RoadParams.defaults(),
                new Pace(Clock.system(), Double.POSITIVE_INFINITY),
                true,
                Long.MAX_VALUE,
                Intervals.NONE,
                view,
                null,
                Clock.system(),
                null,
                new LiveRun.Keeping(seat, before),
                null));
        assertEquals(ExitCode.OK, run.run());
        assertNull(seat.failure());
        summaryJson = view.summaryJson().strip();
        return id;
    }

    private String summaryJson = "";

    private int holdline(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream realOut = System.out;
        PrintStream realErr = System.err;
        List<String> all = new ArrayList<>(List.of("session"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--set", "session.folder=" + sessions));
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
            return Main.commandLine()
                    .setErr(new PrintWriter(told, true, StandardCharsets.UTF_8))
                    .execute(all.toArray(String[]::new));
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
            out = said.toString(StandardCharsets.UTF_8);
            err = told.toString(StandardCharsets.UTF_8);
        }
    }

    @Test
    void shouldTellTheSameSummaryAsTheRunWhenShown() throws Exception {
        String id = keep(Duration.ofHours(1), Origin.CLIP, "heron 17", 300);
        assertEquals(0, holdline("show", "latest", "--json"), err);
        assertEquals(summaryJson, out.lines().skip(1).findFirst().orElseThrow());
        assertTrue(
                summaryJson.contains("\"retention\":{\"change\":\"stays\",\"next_stage\":1,\"next_given_pct\":75}"),
                summaryJson);
        assertTrue(out.contains("\"id\":\"" + id + "\""), out);
        assertEquals(0, holdline("show", id.substring(0, id.length() - 2)), err);
        assertTrue(out.contains("Run " + id + " of heron 17"), out);
        assertTrue(out.contains("  fading     stage 1 stays: 75 % of the due cues next time"), out);
    }

    @Test
    void shouldListTheSameWhenTheDatabaseIsGone() throws Exception {
        keep(Duration.ofHours(2), Origin.CLIP, "heron", 100);
        keep(Duration.ofHours(1), Origin.SIMULATED, null, 100);
        assertEquals(0, holdline("list"), err);
        String before = out;
        assertEquals(2, before.lines().count(), before);
        assertTrue(before.lines().toList().getLast().endsWith("[simulated]"), before);
        Files.delete(sessions.resolve("index.db"));
        assertEquals(0, holdline("list"), err);
        assertEquals(before, out);
        assertEquals(0, holdline("list", "--runner", "heron", "--json"), err);
        assertEquals(1, out.lines().count(), out);
        assertTrue(out.contains("\"counts\":true"), out);
    }

    @Test
    void shouldRemoveEverythingOnlyWhenMeant() throws Exception {
        String id = keep(Duration.ofHours(2), Origin.CLIP, "heron", 100);
        assertEquals(0, holdline("note", id, "--effort", "7", "--yes"), err);
        assertEquals(0, holdline("delete", id), err);
        assertTrue(out.contains("nothing is removed yet"), out);
        assertTrue(Files.exists(journals.file(id)));
        assertEquals(0, holdline("delete", "latest", "--yes", "--json"), err);
        assertTrue(out.contains("\"done\":true"), out);
        assertEquals(List.of(), journals.ids());
        assertEquals(0, holdline("list"), err);
        assertEquals("", out);
        String left = "";
        try (Stream<Path> files = Files.list(sessions)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                left += new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            }
        }
        assertTrue(!left.contains(id), "something of the run is left");
    }

    @Test
    void shouldLetAGuestsRunBeClaimedAndGivenBack() throws Exception {
        String id = keep(Duration.ofHours(2), Origin.CLIP, null, 100);
        assertEquals(0, holdline("assign", id, "heron 17"), err);
        assertEquals("heron 17", JournalReader.facts(journals.file(id)).runner());
        assertEquals(0, holdline("list"), err);
        assertTrue(out.contains("heron 17"), out);
        assertEquals(0, holdline("assign", id, "--guest"), err);
        assertNull(JournalReader.facts(journals.file(id)).runner());
        assertEquals(78, holdline("assign", id, "a/b"), err);
        assertEquals(2, holdline("assign", id), err);
    }

    @Test
    void shouldMakeOneRunOfTwoPartsWhenMerged() throws Exception {
        String first = keep(Duration.ofMinutes(60), Origin.CLIP, "heron", 100);
        String second = keep(Duration.ofMinutes(50), Origin.CLIP, "heron", 100);
        Summary a = KeptRuns.fold(journals.file(first)).summary();
        Summary b = KeptRuns.fold(journals.file(second)).summary();
        assertEquals(0, holdline("merge", second, first), err);
        assertTrue(out.startsWith("would merge"), out);
        assertEquals(2, journals.ids().size());
        assertEquals(0, holdline("merge", second, first, "--yes"), err);
        assertEquals(List.of(first + "-m"), journals.ids());
        KeptRuns.Folded merged = KeptRuns.fold(journals.file(first + "-m"));
        assertEquals(a.steps() + b.steps(), merged.summary().steps());
        assertEquals(a.samples() + b.samples(), merged.summary().samples());
        assertEquals(600 + b.durationS(), merged.summary().durationS(), 0.01);
        assertEquals(Ending.WHOLE, merged.ending());
        assertTrue(merged.read().belt().size() >= 2);
    }

    @Test
    void shouldRefuseToMergeWhatIsNotOneRun() throws Exception {
        String heron = keep(Duration.ofMinutes(60), Origin.CLIP, "heron", 60);
        String owl = keep(Duration.ofMinutes(50), Origin.CLIP, "owl", 60);
        assertEquals(1, holdline("merge", heron, owl, "--yes", "--json"));
        assertTrue(out.contains("\"type\":\"error\"") && out.contains("two runners"), out);
        String overlapping = keep(Duration.ofSeconds(3590), Origin.CLIP, "heron", 60);
        assertEquals(1, holdline("merge", heron, overlapping, "--yes"));
        assertTrue(err.contains("they overlap in time"), err);
        assertEquals(3, journals.ids().size());
    }

    @Test
    void shouldKeepAnswersOnlyWhenWantedAndExportThemOnlyWhenAsked() throws Exception {
        String id = keep(Duration.ofHours(1), Origin.CLIP, "heron", 60);
        assertEquals(1, holdline("note", "latest", "--effort", "7"));
        assertTrue(err.contains("session.notes"), err);
        assertTrue(Files.notExists(sessions.resolve("notes.db")));
        assertEquals(2, holdline("note", "latest", "--effort", "11", "--yes"));
        assertEquals(
                0, holdline("note", "latest", "--effort", "7", "--began-min", "12", "--set", "session.notes=true"));
        assertEquals(0, holdline("show", "latest"));
        assertTrue(out.contains("  said       began min 12, effort 7"), out);
        Path file = folder.resolve("run.json");
        assertEquals(0, holdline("export", id, file.toString()), err);
        assertTrue(!Files.readString(file).contains("effort"));
        assertTrue(Files.readString(file).endsWith(summaryJson + "\n"));
        assertEquals(0, holdline("export", "--all", folder.toString(), "--with-notes"), err);
        assertTrue(
                Files.readString(folder.resolve(id + ".json")).contains("\"notes\":{\"began_min\":12,\"effort\":7}"));
        assertEquals(2, holdline("export", id, file.toString(), "--form", "papyrus"));
    }

    @Test
    void shouldSayWhatIsMissingWhenARunIsNotThere() throws Exception {
        assertEquals(1, holdline("show"));
        assertTrue(err.contains("no run is kept here"), err);
        keep(Duration.ofHours(1), Origin.CLIP, "heron", 30);
        assertEquals(1, holdline("show", "1999"));
        assertTrue(err.contains("no run 1999 is kept here; holdline session list tells them"), err);
        keep(Duration.ofHours(2), Origin.CLIP, "heron", 30);
        assertEquals(1, holdline("show", "20"));
        assertTrue(err.contains("20 begins 2 runs"), err);
    }

    @Test
    void shouldRemoveGuestsAfterADayAndOthersAfterAMonth() throws Exception {
        String freshGuest = keep(Duration.ofHours(23), Origin.CLIP, null, 30);
        String oldGuest = keep(Duration.ofHours(25), Origin.CLIP, null, 30);
        String fresh = keep(Duration.ofDays(29), Origin.CLIP, "heron", 30);
        String old = keep(Duration.ofDays(31), Origin.CLIP, "heron", 30);
        String nobody = keep(Duration.ofHours(26), Origin.SIMULATED, null, 30);
        assertEquals(0, holdline("list"), err);
        assertEquals(List.of(fresh, nobody, freshGuest), journals.ids());
        assertTrue(err.contains("1 run older than 30 days removed (session.keep_days)"), err);
        assertTrue(err.contains("1 run of guests removed after 24 hours (session.guest_hours)"), err);
        assertTrue(!out.contains(oldGuest) && !out.contains(old), out);
        assertEquals(0, holdline("list", "--set", "session.keep_days=0", "--set", "session.guest_hours=0"), err);
        assertEquals(List.of(fresh, nobody), journals.ids());
    }

    @Test
    void shouldForgetARunnerAltogetherWhenAsked() throws Exception {
        Journals.Open open = journals.begin(
                MadeJournal.facts(id(Duration.ofHours(1)), now, Origin.CLIP, "heron"),
                new Retention.Kept(3, List.of()));
        open.close(Ending.WHOLE, null);
        assertEquals(0, holdline("runners"), err);
        assertTrue(out.contains("heron") && out.contains("stage 3: 25 % of the due cues"), out);
        assertEquals(0, holdline("runners", "delete", "heron"), err);
        assertEquals(1, journals.ids().size());
        assertEquals(0, holdline("runners", "delete", "heron", "--yes"), err);
        assertEquals(0, holdline("runners"), err);
        assertEquals("", out);
        assertEquals(List.of(), journals.ids());
        assertEquals(1, holdline("runners", "delete", "heron", "--yes"));
    }

    @Test
    void shouldRefuseAndChangeNothingWhenALaterProgramKeptIt() throws IOException {
        journals.makeFolder();
        Files.write(sessions.resolve("20260301T073000Z-0000.journal"), RunKeepingTest.laterJournal());
        assertEquals(7, holdline("show", "latest"));
        assertTrue(err.contains("a journal of version 2, written by a later Holdline"), err);
    }

    @Test
    void shouldGoOnAndSayOnceWhyWhenTheFolderCannotBeWritten() throws Exception {
        Path file = Files.createFile(folder.resolve("no-folder"));
        Holdline.Ended ended = Holdline.run(
                folder,
                "run --json --speed max --duration 5 --keep --set session.folder="
                        .concat(file.toString())
                        .split(" ", -1));
        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.out().contains("\"type\":\"summary\""));
        assertEquals(
                1,
                ended.err()
                        .lines()
                        .filter(line -> line.contains("this run is not kept"))
                        .count(),
                ended.err());
    }

    @Test
    void shouldLeaveNothingWhenAVirtualRunnerRuns() {
        Settings settings = RunKeepingTest.settings(sessions, "run.source=virtual");
        assertEquals(List.of(), List.of(settings.get(Keys.RUN_RUNNER).stream().toArray()));
        StreamInfo info = new StreamInfo("virtual", true, 200, Placement.DUAL, 0, 0, 0, 0);
        assertNull(RunKeepingTest.keeping(sessions, "run.source=virtual")
                .open(info, false, false, Clock.system())
                .journal());
        assertNotNull(RunKeepingTest.keeping(sessions, "run.source=virtual", "run.keep=true")
                .open(info, false, false, Clock.system())
                .journal());
    }

    @Test
    void shouldFinishADeletionThatWasCutOffWhenTheNextCommandComes() throws Exception {
        String id = keep(Duration.ofHours(2), Origin.CLIP, "heron", 180);
        assertEquals(ExitCode.OK, holdline("note", "--effort", "6", "--yes"));
        assertEquals(ExitCode.OK, holdline("list"));
        assertTrue(out.contains(id), out);
        // The program was killed, or the index was busy, right after the first step.
        journals.beginDeletion(id);
        assertEquals(List.of(id), journals.deletions());
        assertEquals(ExitCode.OK, holdline("list"));
        assertFalse(out.contains(id), out);
        assertEquals(List.of(), journals.deletions());
        try (Index index = Index.open(journals)) {
            assertEquals(List.of(), index.runs("heron"));
            assertTrue(index.plan("heron").isEmpty());
        }
        try (Notes notes = Notes.open(sessions)) {
            assertEquals(List.of(), notes.runs());
        }
        assertFalse(Files.exists(sessions.resolve("reports").resolve(id + ".html")));
    }

    @Test
    void shouldGoOnWithoutWhatWasSaidWhenItCannotBeRead() throws Exception {
        keep(Duration.ofHours(2), Origin.CLIP, "heron", 180);
        Files.writeString(sessions.resolve("notes.db"), "no database at all".repeat(300));
        assertEquals(ExitCode.OK, holdline("list"));
        assertTrue(err.contains("moved away, the file is begun anew"), err);
        assertEquals(
                ExitCode.OK,
                holdline("export", "latest", folder.resolve("r.html").toString(), "--form", "html"));
        assertTrue(Files.readString(folder.resolve("r.html")).contains("heron"));
    }
}
