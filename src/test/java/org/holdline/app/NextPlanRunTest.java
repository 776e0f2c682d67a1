package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.holdline.guide.Memory;
import org.holdline.guide.Plan;
import org.holdline.session.journal.Journals;
import org.holdline.session.store.Index;
import org.holdline.session.store.KeptPlan;
import org.holdline.session.store.RunnerChoices;
import org.holdline.settings.Keys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One thing for next time, from the report of one run to the start of the next. */
@Timeout(600)
class NextPlanRunTest {
    private static final Memory KNOWN = new Memory(true, 1, 0, 10_000, 300, false);

    @TempDir
    Path folder;

    private Path sessions;

    @BeforeEach
    void place() {
        sessions = folder.resolve("sessions");
    }

    private RunKeeping keeping(String... more) {
        String[] all = Stream.concat(Stream.of("run.source=serial:/dev/null", "run.runner=heron"), Stream.of(more))
                .toArray(String[]::new);
        return RunKeepingTest.keeping(sessions, all);
    }

    private TableView ran(RunKeeping keeping, boolean counts) throws Exception {
        try (GuidedRun run = new GuidedRun(
                GuidedRun.Made.of("quick", KNOWN),
                Double.POSITIVE_INFINITY,
                null,
                GuidedStart.Wish.ASKED,
                keeping,
                source -> counts ? new WornAnew(source, 0, 0) : source)) {
            return run.run();
        }
    }

    private KeptPlan kept() throws Exception {
        try (Index index = Index.open(new Journals(sessions))) {
            return index.plan("heron").orElse(null);
        }
    }

    private String report() throws Exception {
        try (Stream<Path> files = Files.list(sessions.resolve("reports"))) {
            List<Path> all = files.sorted().toList();
            return Files.readString(all.getLast());
        }
    }

    @Test
    void shouldBeginTheNextRunWithWhatTheReportAskedFor() throws Exception {
        assertNull(keeping().acquaintance().next());
        ran(keeping(), true);
        KeptPlan plan = kept();
        assertTrue(plan.plannedS() >= 900, plan.toString());
        String set = "This is set: your next run starts with it.";
        assertTrue(report().contains(set), "the report says that it is set");

        RunKeeping again = keeping();
        assertEquals(plan.plannedS(), again.settings().get(Keys.RUN_PLANNED_S));
        assertEquals(new Plan(plan.plannedS(), 0), again.acquaintance().next().plan());
        TableView view = ran(again, true);
        Map<String, Object> start = view.guide.stream()
                .filter(line -> "start".equals(line.get("step")))
                .findFirst()
                .orElseThrow();
        assertEquals("last_run", start.get("planned_by"));
        assertEquals(plan.plannedS(), start.get("planned_s"));
        assertEquals(plan.aim(), ((Map<?, ?>) start.get("aim")).get("aim"));
        Map<String, Object> line = view.guide.stream()
                .filter(said -> "plan".equals(said.get("type")))
                .findFirst()
                .orElseThrow();
        assertEquals(plan.run(), line.get("of_run"));
    }

    @Test
    void shouldLeaveItToWhoeverSaysAnotherLengthAndToNobodyAfterDiscomfort() throws Exception {
        ran(keeping(), true);
        RunKeeping other = keeping("run.planned_m=5000");
        assertEquals(0, other.settings().get(Keys.RUN_PLANNED_S));
        assertEquals(5000, other.settings().get(Keys.RUN_PLANNED_M));

        Holdline.Ended said = Holdline.run(
                folder, "session", "note", "--discomfort-after", "7", "--yes", "--set", "session.folder=" + sessions);
        assertEquals(0, said.code(), said.err());
        assertEquals("ease_off", kept().aim());
        assertTrue(report().contains("physiotherapist"), "the report is made anew");
        Path file = folder.resolve("export.html");
        assertEquals(0, export(file).code());
        assertTrue(Files.readString(file).contains("What comes next stands in your own report."));
        assertFalse(Files.readString(file).contains("5 of 10"), "what was said is in no export by itself");
        assertEquals(0, export(file, "--with-notes").code());
        assertTrue(Files.readString(file).contains("physiotherapist"));
        RunKeeping eased = keeping();
        assertNull(eased.acquaintance().next());
        assertEquals(0, eased.settings().get(Keys.RUN_PLANNED_S));
    }

    private Holdline.Ended export(Path file, String... more) throws Exception {
        Files.deleteIfExists(file);
        String[] all = Stream.concat(
                        Stream.of(
                                "session",
                                "export",
                                "latest",
                                file.toString(),
                                "--form",
                                "html",
                                "--set",
                                "session.folder=" + sessions),
                        Stream.of(more))
                .toArray(String[]::new);
        return Holdline.run(folder, all);
    }

    @Test
    void shouldGoOnWithoutAPlanThatALaterProgramHasLeft() throws Exception {
        ran(keeping(), true);
        KeptPlan plan = kept();
        try (Index index = Index.open(new Journals(sessions))) {
            index.keep("heron", new KeptPlan(plan.run(), plan.startedAt().plusSeconds(1), "sing", 900, 0, 0, 0));
        }
        assertEquals(plan.aim(), keeping().acquaintance().next().values().get("aim"), "the journal is asked again");
        Holdline.Ended runners = Holdline.run(folder, "session", "runners", "--set", "session.folder=" + sessions);
        assertEquals(0, runners.code(), runners.err());
    }

    @Test
    void shouldKeepNoPlanOfAVirtualRunnerOrAGuest() throws Exception {
        ran(keeping("run.keep=true"), false);
        assertNull(kept());
        assertFalse(report().contains("This is set: your next run starts with it."));
    }

    @Test
    void shouldHandTheRunnersChoicesBackOnlyAfterTheRun() throws Exception {
        RunKeeping keeping = keeping();
        assertEquals(Memory.fresh(), keeping.acquaintance().memory().recall());
        ran(keeping, true);
        Memory chosen = new Memory(true, 1, 2, 9000, 150, false);
        RunKeeping second = keeping();
        second.acquaintance().memory().keep(chosen);
        assertEquals(Memory.fresh(), keeping().acquaintance().memory().recall(), "not while it runs");
        ran(second, true);
        assertEquals(chosen, keeping().acquaintance().memory().recall());
        try (Index index = Index.open(new Journals(sessions))) {
            assertEquals(
                    new RunnerChoices(true, 1, 2, 9000, 150, false),
                    index.choices("heron").orElseThrow());
        }
    }
}
