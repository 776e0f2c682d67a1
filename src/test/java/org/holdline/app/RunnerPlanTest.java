package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.holdline.guide.Memory;
import org.holdline.guide.Plan;
import org.holdline.report.Retention;
import org.holdline.session.Ending;
import org.holdline.session.Origin;
import org.holdline.session.journal.Journals;
import org.holdline.session.journal.MadeJournal;
import org.holdline.session.store.Answers;
import org.holdline.session.store.Index;
import org.holdline.session.store.Notes;
import org.holdline.settings.Keys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A plan comes back from the journals, choices stay a runner's own, and an index that fails stops no run. */
class RunnerPlanTest {
    private static final Retention.Kept FIRST = new Retention.Kept(0, List.of());

    @TempDir
    Path folder;

    /** Half an hour was planned, and nothing could be judged. */
    private String ran(Origin origin, int secondsAgo) throws Exception {
        Instant at = Instant.now().minusSeconds(secondsAgo);
        String id = RunKeepingTest.id(at);
        new Journals(folder)
                .begin(MadeJournal.facts(id, at, origin, "heron"), origin.counts() ? FIRST : null)
                .close(Ending.WHOLE, null);
        return id;
    }

    private RunKeeping keeping(String... more) {
        return RunKeepingTest.keeping(
                folder,
                Stream.concat(
                                Stream.of(
                                        "run.source=serial:/dev/null",
                                        "run.runner=heron",
                                        "state.folder=" + folder.resolve("state")),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private String ofRun() {
        return (String) keeping().acquaintance().next().values().get("of_run");
    }

    @Test
    void shouldComeBackFromTheJournalWhenTheIndexIsLost() throws Exception {
        String id = ran(Origin.CLIP, 3600);
        for (int i = 0; i < 2; i++) {
            RunKeeping keeping = keeping();
            assertEquals(1800, keeping.settings().get(Keys.RUN_PLANNED_S));
            NextRun next = keeping.acquaintance().next();
            assertEquals("measure_again", next.values().get("aim"));
            assertEquals(id, next.values().get("of_run"));
            Files.delete(folder.resolve("index.db"));
        }
    }

    @Test
    void shouldUncoverThePlanBeforeWhenTheLastRunIsDeleted() throws Exception {
        String first = ran(Origin.CLIP, 7200);
        String second = ran(Origin.CLIP, 3600);
        assertEquals(second, ofRun());
        KeptSessions.of(RunKeepingTest.settings(folder)).delete(List.of(second));
        assertEquals(first, ofRun());
    }

    @Test
    void shouldStillPlanNothingAfterDiscomfortWhenTheIndexIsLost() throws Exception {
        String id = ran(Origin.CLIP, 3600);
        try (Notes notes = Notes.open(folder)) {
            notes.put(id, new Answers(null, 7, null, null, null));
        }
        RunKeeping keeping = keeping();
        assertEquals(0, keeping.settings().get(Keys.RUN_PLANNED_S));
        assertNull(keeping.acquaintance().next(), "never applied");
        assertEquals("ease_off", keeping.acquaintance().asked().values().get("aim"), "and said");
        assertNull(keeping.acquaintance().asked().plan());
    }

    @ParameterizedTest
    @EnumSource(
            value = Origin.class,
            names = {"SIMULATED", "REPLAYED"})
    void shouldComeFromNoRunThatMeasuredNobody(Origin origin) throws Exception {
        ran(origin, 3600);
        assertNull(keeping().acquaintance().asked());
    }

    @Test
    void shouldLeaveTheLengthToWhoeverSaysItAndKeepTheOneThing() throws Exception {
        ran(Origin.CLIP, 3600);
        RunKeeping keeping = keeping("run.planned_s=1200");
        assertEquals(1200, keeping.settings().get(Keys.RUN_PLANNED_S));
        assertNull(keeping.acquaintance().next().plan(), "a guided start does not offer it either");
        assertEquals("measure_again", keeping.acquaintance().next().values().get("aim"));
    }

    @Test
    void shouldRunWithoutAHistoryAndTouchNothingWhenTheIndexFails() throws Exception {
        Path index = Files.writeString(
                folder.resolve("index.db"), "no database at all, and longer than a head of one".repeat(20));
        byte[] before = Files.readAllBytes(index);
        RunKeeping keeping = keeping();
        assertEquals(0, keeping.settings().get(Keys.RUN_PLANNED_S));
        assertNotNull(keeping.acquaintance().memory(), "never what this machine remembers of others");
        keeping.acquaintance().memory().keep(new Memory(true, 3, 1, 9000, 150, false));
        keeping.keepChoices();
        assertEquals(java.util.Arrays.toString(before), java.util.Arrays.toString(Files.readAllBytes(index)));
    }

    @Test
    void shouldKeepWhatWasChosenForTheRunnerAloneWhenNoRunCameOfIt() throws Exception {
        Memory chosen = new Memory(true, 0, 4, 9000, 0, false);
        RunKeeping keeping = keeping();
        keeping.acquaintance().memory().keep(chosen);
        keeping.keepChoices();
        assertEquals(chosen, keeping().acquaintance().memory().recall());
        assertEquals(
                Memory.fresh(),
                keeping("run.runner=egret").acquaintance().memory().recall());
        assertFalse(Files.exists(folder.resolve("state").resolve(RememberedFile.NAME)));
        try (Index index = Index.open(new Journals(folder))) {
            var values = RunnerMemory.values(index.choices("heron").orElseThrow());
            assertEquals(new Plan(0, 5000), new Plan((int) values.get("planned_s"), (int) values.get("planned_m")));
            assertEquals(9.0, values.get("speed_kmh"));
            index.forgetRunner("heron");
        }
        assertEquals(Memory.fresh(), keeping().acquaintance().memory().recall());
        assertTrue(keeping("run.source=virtual").acquaintance().asked() == null);
    }
}
