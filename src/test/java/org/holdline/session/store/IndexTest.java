package org.holdline.session.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdline.posture.Metric;
import org.holdline.posture.Reason;
import org.holdline.report.Retention;
import org.holdline.report.Summary;
import org.holdline.road.Event;
import org.holdline.sample.Sample;
import org.holdline.session.Ending;
import org.holdline.session.Origin;
import org.holdline.session.journal.Journals;
import org.holdline.session.journal.MadeJournal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IndexTest {
    private static final Retention.Kept FIRST = new Retention.Kept(0, List.of());

    @TempDir
    Path folder;

    private Journals journals;

    @BeforeEach
    void makeJournals() {
        journals = new Journals(folder.resolve("sessions"));
    }

    /** A run of that day with two blocks without cues, of whose steps so many in a hundred are over. */
    private String run(int day, Origin origin, String runner, Retention.Kept before, int... overPct)
            throws IOException {
        Instant at = Instant.parse("2026-03-01T07:30:00Z").plusSeconds(86_400L * day);
        String id = String.format("202603%02dT073000Z-0000", day + 1);
        Journals.Open open = journals.begin(MadeJournal.facts(id, at, origin, runner), before);
        long timeUs = 0;
        for (int pct : overPct) {
            timeUs += 120_000_000;
            for (int i = 0; i < 100; i++) {
                timeUs += 350_000;
                Event event = new Event();
                event.kind = Event.Kind.VERDICT;
                event.timeUs = timeUs;
                event.metric = Metric.LUMBAR_ARCH;
                event.over = i < pct;
                event.reason = i < pct ? Reason.OVER : Reason.WITHIN;
                event.speedMPerH = Sample.UNKNOWN;
                event.probe = true;
                open.writer().event(event);
            }
        }
        open.close(Ending.WHOLE, null);
        return id;
    }

    private static List<String> texts(Index index) throws IOException {
        return index.runs(null).stream().map(Listed::toString).toList();
    }

    @Test
    void shouldBeTheSameWhenTheDatabaseWasLost() throws IOException {
        run(0, Origin.CLIP, "heron", FIRST, 40, 44);
        run(1, Origin.CLIP, null, null, 10);
        run(2, Origin.CLIP, "heron", new Retention.Kept(0, List.of(new Summary.Probe(120, 100, 0.4))), 10, 12);
        List<String> before;
        List<RunnerState> runners;
        try (Index index = Index.open(journals)) {
            before = texts(index);
            runners = index.runners();
        }
        assertEquals(3, before.size());
        Files.delete(journals.folder().resolve("index.db"));
        try (Index index = Index.open(journals)) {
            assertEquals(before, texts(index));
            assertEquals(runners, index.runners());
            assertEquals(2, index.runs("heron").size());
        }
    }

    @Test
    void shouldKeepTheBlocksAtOneStageAndDropThemWhenItChanges() throws IOException {
        run(0, Origin.CLIP, "heron", FIRST, 40, 44);
        Retention.Kept kept;
        try (Index index = Index.open(journals)) {
            kept = index.runner("heron").orElseThrow().kept();
        }
        assertEquals(0, kept.stage());
        assertEquals(
                List.of(0.40, 0.44),
                kept.blocks().stream().map(Summary.Probe::overShare).toList());
        run(1, Origin.CLIP, "heron", kept, 10, 12);
        try (Index index = Index.open(journals)) {
            assertEquals(
                    new Retention.Kept(1, List.of()),
                    index.runner("heron").orElseThrow().kept());
        }
        run(2, Origin.CLIP, "heron", new Retention.Kept(1, List.of()));
        try (Index index = Index.open(journals)) {
            assertEquals(1, index.runner("heron").orElseThrow().kept().stage());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Origin.class,
            names = {"SIMULATED", "REPLAYED"})
    void shouldLeaveTheRunnerAloneWhenNobodyWasMeasured(Origin origin) throws IOException {
        run(0, Origin.CLIP, "heron", FIRST, 40, 44);
        run(1, origin, "heron", new Retention.Kept(0, List.of(new Summary.Probe(120, 100, 0.4))), 10, 12);
        try (Index index = Index.open(journals)) {
            RunnerState state = index.runner("heron").orElseThrow();
            assertEquals(0, state.kept().stage());
            assertEquals("20260301T073000Z-0000", state.lastRun());
            assertEquals(origin, index.runs(null).getLast().origin());
        }
    }

    @Test
    void shouldKeepTheStageWhenTheRunsHaveGone() throws IOException {
        String id = run(0, Origin.CLIP, "heron", new Retention.Kept(2, List.of()), 40, 44);
        Index.open(journals).close();
        journals.delete(id);
        try (Index index = Index.open(journals)) {
            assertEquals(List.of(), index.runs(null));
            assertEquals(2, index.runner("heron").orElseThrow().kept().stage());
            index.forgetRunner("heron");
            assertEquals(Optional.empty(), index.runner("heron"));
        }
    }

    @Test
    void shouldLeaveNothingBehindWhenARunIsForgotten() throws IOException {
        String id = run(0, Origin.CLIP, "grey-heron-of-the-lake", FIRST, 40, 44);
        Index.open(journals).close();
        assertTrue(holds("grey-heron-of-the-lake"));
        journals.delete(id);
        try (Index index = Index.open(journals)) {
            index.forget(List.of(id));
            index.forgetRunner("grey-heron-of-the-lake");
        }
        assertFalse(holds("grey-heron-of-the-lake"));
    }

    private boolean holds(String text) throws IOException {
        boolean found = false;
        try (var files = Files.list(journals.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found |= new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
            }
        }
        return found;
    }

    @Test
    void shouldRefuseAndNotTouchItWhenALaterProgramMadeIt() throws Exception {
        run(0, Origin.CLIP, "heron", FIRST, 40);
        Index.open(journals).close();
        Path file = journals.folder().resolve("index.db");
        int version;
        try (Connection later = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = later.createStatement()) {
            version = statement.executeQuery("PRAGMA user_version").getInt(1);
            statement.execute("PRAGMA user_version=" + (version + 1));
        }
        byte[] before = Files.readAllBytes(file);
        StoreException refused = assertThrows(StoreException.class, () -> Index.open(journals));
        assertTrue(refused.isNewer());
        assertEquals(
                file + ": an index of version " + (version + 1) + ", made by a later Holdline, expected version "
                        + version + " at most; it is left as it is",
                refused.getMessage());
        assertEquals(java.util.Arrays.toString(before), java.util.Arrays.toString(Files.readAllBytes(file)));
    }

    @Test
    void shouldTellOfAJournalThatCannotBeReadAndListTheOthers() throws IOException {
        String id = run(0, Origin.CLIP, "heron", FIRST, 40);
        Files.writeString(journals.folder().resolve("20260302T000000Z-0000.journal"), "no journal at all");
        try (Index index = Index.open(journals)) {
            assertEquals(List.of(id), index.runs(null).stream().map(Listed::id).toList());
            assertEquals(1, index.problems().size());
        }
    }

    @Test
    void shouldBeTheOwnersAlone() throws IOException {
        run(0, Origin.CLIP, "heron", FIRST, 40);
        try (Index index = Index.open(journals);
                Notes notes = Notes.open(journals.folder())) {
            notes.put("x", new Answers(1, 2, null, 30, 7));
            try (var files = Files.list(journals.folder())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertEquals(
                            "rw-------",
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                            file.toString());
                }
            }
            assertEquals(1, index.runs(null).size());
        }
    }

    @Test
    void shouldKeepAnswersApartAndRemoveThemWhenAsked() throws IOException {
        run(0, Origin.CLIP, "heron", FIRST, 40);
        Path file = journals.folder().resolve("notes.db");
        assertEquals(Optional.empty(), Notes.openIfThere(journals.folder()));
        try (Notes notes = Notes.open(journals.folder())) {
            notes.put("x", new Answers(1, 2, null, 30, 7).over(notes.of("x")));
            notes.put("x", new Answers(null, null, 0, null, null).over(notes.of("x")));
            assertEquals(new Answers(1, 2, 0, 30, 7), notes.of("x"));
            assertEquals(Answers.NONE, notes.of("y"));
            notes.delete(List.of("x"));
            assertEquals(List.of(), notes.runs());
        }
        assertTrue(Files.exists(file));
    }

    /** Whoever comes second finds the step taken and the run known. */
    @Test
    void shouldOpenForEachWhenSeveralMakeItAnewAtOnce() throws Exception {
        for (int day = 0; day < 6; day++) {
            String id = String.format("202603%02dT073000Z-0000", day + 1);
            journals.begin(
                            MadeJournal.facts(id, Instant.parse("2026-03-01T07:30:00Z"), Origin.CLIP, "heron"),
                            new Retention.Kept(1, List.of()))
                    .close(Ending.WHOLE, null);
        }
        List<Callable<Integer>> openings = Collections.nCopies(6, () -> {
            try (Index index = Index.open(journals)) {
                return index.runs("heron").size();
            }
        });
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Integer> opened : threads.invokeAll(openings)) {
                assertEquals(6, opened.get());
            }
        }
    }
}
