package org.holdline.session.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import org.holdline.posture.NeutralCheck;
import org.holdline.posture.NeutralKind;
import org.holdline.report.Offset;
import org.holdline.report.Retention;
import org.holdline.road.Event;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.session.Ending;
import org.holdline.session.Origin;
import org.holdline.session.RunFacts;
import org.holdline.session.journal.Journals;
import org.holdline.session.journal.MadeJournal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What runs leave of their running neutrals in the index. */
class KeptNeutralsTest {
    private static final Instant FIRST_DAY = Instant.parse("2026-03-01T07:30:00Z");

    @TempDir
    Path folder;

    private Journals journals;

    @BeforeEach
    void makeJournals() {
        journals = new Journals(folder.resolve("sessions"));
    }

    private String run(int day, String runner, int offsetMdeg, int mPerH, int milliPct) throws IOException {
        return run(day, runner, Origin.CLIP, offsetMdeg, mPerH, milliPct);
    }

    private String run(int day, String runner, Origin origin, int offsetMdeg, int mPerH, int milliPct)
            throws IOException {
        String id = String.format("202603%02dT073000Z-0000", day + 1);
        RunFacts facts = MadeJournal.facts(id, FIRST_DAY.plusSeconds(86_400L * day), origin, runner);
        Journals.Open open = journals.begin(facts, new Retention.Kept(1, List.of()));
        Event mounting = new Event();
        mounting.kind = Event.Kind.MOUNTING;
        mounting.asAsked = true;
        mounting.stood = true;
        open.writer().event(mounting);
        Event neutral = new Event();
        neutral.kind = Event.Kind.NEUTRAL;
        neutral.neutral = NeutralKind.DRILL;
        neutral.neutralSteps = 160;
        neutral.centreMdeg = offsetMdeg;
        neutral.neutralSpreadMdeg = 700;
        neutral.check = NeutralCheck.TOLD_APART;
        neutral.speedMPerH = mPerH;
        neutral.inclineMilliPct = milliPct;
        open.writer().event(neutral);
        open.close(Ending.WHOLE, null);
        return id;
    }

    private List<KeptNeutral> of(String runner) throws IOException {
        try (Index index = Index.open(journals)) {
            return index.neutrals(runner);
        }
    }

    private List<Double> offsets(String runner) throws IOException {
        return of(runner).stream().map(neutral -> neutral.offset().offsetDeg()).toList();
    }

    @Test
    void shouldHoldWhatARunLeftAndHaveItAgainWhenTheDatabaseWasLost() throws IOException {
        String id = run(0, "heron", -1250, 10_400, Sample.UNKNOWN);
        run(1, "owl", 4000, Sample.UNKNOWN, 1000);
        List<KeptNeutral> before = of("heron");
        assertEquals(
                List.of(new KeptNeutral(id, Placement.DUAL, FIRST_DAY, new Offset(-1.25, 0.7, 10.4, null, null))),
                before);
        List<KeptNeutral> owls = of("owl");
        assertEquals(1, owls.size());
        Files.delete(journals.folder().resolve("index.db"));
        assertEquals(before, of("heron"));
        assertEquals(owls, of("owl"));
        try (Index index = Index.open(journals)) {
            assertEquals(List.of("heron", "owl"), index.neutralRunners());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Origin.class,
            names = {"SIMULATED", "REPLAYED"})
    void shouldTakeNothingOfARunThatDoesNotCountOrOfAGuest(Origin origin) throws IOException {
        run(0, "heron", origin, -1250, 10_000, 0);
        run(1, null, -1250, 10_000, 0);
        assertEquals(List.of(), of("heron"));
        try (Index index = Index.open(journals)) {
            assertEquals(List.of(), index.neutralRunners());
        }
    }

    @Test
    void shouldTellTheNewestOfEachBelt() throws IOException {
        run(0, "heron", 1000, 10_000, 0);
        run(1, "heron", 2000, 10_200, Sample.UNKNOWN);
        run(2, "heron", 3000, 10_300, 0);
        run(3, "heron", 4000, 10_000, 600);
        run(4, "heron", 5000, Sample.UNKNOWN, 0);
        assertEquals(List.of(5.0, 4.0, 3.0, 2.0), offsets("heron"));
    }

    @Test
    void shouldTellTwelveAtMost() throws IOException {
        for (int day = 0; day < 14; day++) {
            run(day, "heron", 100 * day, 6_000 + 1000 * day, 0);
        }
        List<Double> told = offsets("heron");
        assertEquals(12, told.size());
        assertEquals(1.3, told.getFirst());
        assertEquals(0.2, told.getLast());
    }

    @Test
    void shouldUncoverTheOneBeforeWhenARunIsForgotten() throws IOException {
        run(0, "heron", 1000, 10_000, 0);
        String second = run(1, "heron", 2000, 10_000, 0);
        assertEquals(List.of(2.0), offsets("heron"));
        journals.delete(second);
        try (Index index = Index.open(journals)) {
            index.forget(List.of(second));
        }
        assertEquals(List.of(1.0), offsets("heron"));
        Files.delete(journals.folder().resolve("index.db"));
        assertEquals(List.of(1.0), offsets("heron"), "and so does one made anew");
    }

    @Test
    void shouldOutliveItsJournalButNotARunThatTookItsPlace() throws IOException {
        String first = run(0, "heron", 1000, 10_000, 0);
        assertEquals(List.of(1.0), offsets("heron"));
        // As after session.keep_days.
        journals.delete(first);
        assertEquals(List.of(1.0), offsets("heron"));
        String second = run(1, "heron", 2000, 10_000, 0);
        assertEquals(List.of(2.0), offsets("heron"));
        journals.delete(second);
        try (Index index = Index.open(journals)) {
            index.forget(List.of(second));
            assertEquals(List.of(), index.neutrals("heron"), "the first one had gone with its run");
        }
    }

    @Test
    void shouldGoWithTheRunnerAndLeaveNothingBehind() throws IOException {
        String id = run(0, "grey-heron-of-the-lake", 1000, 10_000, 0);
        of("grey-heron-of-the-lake");
        journals.delete(id);
        try (Index index = Index.open(journals)) {
            assertEquals(1, index.neutrals("grey-heron-of-the-lake").size());
            index.forgetRunner("grey-heron-of-the-lake");
            assertEquals(List.of(), index.neutrals("grey-heron-of-the-lake"));
        }
        Path file = journals.folder().resolve("index.db");
        assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("lake"));
    }

    @Test
    void shouldGoWithTheRunWhenItIsGivenToAnother() throws IOException {
        String id = run(0, "heron", 1000, 10_000, 0);
        assertEquals(1, of("heron").size());
        journals.assign(id, MadeJournal.facts(id, FIRST_DAY, Origin.CLIP, "owl"));
        try (Index index = Index.open(journals)) {
            index.forget(List.of(id));
        }
        assertEquals(List.of(), of("heron"));
        assertEquals(1, of("owl").size());
    }

    /** An index of the program before this one knows its runs and nothing of what they left. */
    @Test
    void shouldReadRunsThatAnEarlierProgramKnewOnceMore() throws Exception {
        run(0, "heron", 1000, 10_000, 0);
        Index.open(journals).close();
        Path file = journals.folder().resolve("index.db");
        try (Connection earlier = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = earlier.createStatement()) {
            statement.execute("DROP TABLE neutral");
            statement.execute("DROP TABLE plan");
            statement.execute("DROP TABLE choices");
            statement.execute("ALTER TABLE runner ADD COLUMN planned_s INTEGER NOT NULL DEFAULT 0");
            statement.execute("ALTER TABLE runner ADD COLUMN speed_kmh REAL");
            statement.execute("PRAGMA user_version=1");
        }
        try (Index index = Index.open(journals)) {
            assertEquals(1, index.neutrals("heron").size());
            assertEquals(1, index.runs("heron").size());
            assertEquals(1, index.runner("heron").orElseThrow().kept().stage());
            assertTrue(index.problems().isEmpty());
        }
    }
}
