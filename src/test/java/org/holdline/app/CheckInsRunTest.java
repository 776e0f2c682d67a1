package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.holdline.app.GuidedRun.Made;
import org.holdline.guide.Memory;
import org.holdline.guide.Tap;
import org.holdline.report.Summary;
import org.holdline.report.SummaryText;
import org.holdline.session.Origin;
import org.holdline.session.journal.Journals;
import org.holdline.session.journal.KeptRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a runner answers on the way stands in journal, summary, report and recording, and a replay tells the same. */
@Timeout(300)
class CheckInsRunTest {
    private static final Memory KNOWN = new Memory(true, 1, 0, 10_000, 300, false);

    @TempDir
    Path folder;

    private int turn = -1;
    private int given;

    /** Answers each question once, with each word in turn. */
    private void answer(GuideSeat seat) {
        if (seat == null || !(seat.shown().get("checkin") instanceof Map<?, ?> shown)) {
            return;
        }
        int now = (Integer) shown.get("turn");
        if (shown.get("state").equals("asked") && now != turn) {
            turn = now;
            seat.tap(new Tap(now, "feel", given++ % 3));
        }
    }

    @Test
    void shouldTellTheSameOfAnswersWhereverTheyAreKept() throws Exception {
        Path sessions = folder.resolve("sessions");
        Path recording = folder.resolve("run.csv");
        AtomicReference<GuideSeat> seat = new AtomicReference<>();
        RunKeeping keeping = RunKeepingTest.keeping(sessions, "run.source=serial:/dev/null", "run.runner=heron");
        TableView view;
        try (GuidedRun run = new GuidedRun(
                Made.of("quick", KNOWN).with("run.checkin_min", "1"),
                Double.POSITIVE_INFINITY,
                recording,
                GuidedStart.Wish.ASKED,
                keeping,
                source -> new WornAnew(source, 0, 0, () -> answer(seat.get())))) {
            seat.set(run.start.seat());
            view = run.run();
        }
        Map<String, Object> told = view.guide.getLast();
        assertEquals("awareness", told.get("type"));

        Journals journals = new Journals(sessions);
        String id = journals.ids().getLast();
        Summary kept = KeptRuns.fold(journals.file(id)).summary();
        Summary.CheckIns found = kept.checkIns();
        assertNotNull(found);
        assertTrue(found.awareness().answers() >= 2, found.toString());
        assertEquals(told.get("asked"), found.asked());
        assertEquals(told.get("answers"), found.awareness().answers());
        assertEquals(told.get("agreed"), found.awareness().agreed());
        assertTrue(view.summaryJson().contains("\"awareness\":{\"asked\":" + found.asked() + ","));
        Summary again = RecordedRun.read(
                        recording,
                        new SettingFlags(),
                        Origin.REPLAYED,
                        us -> new RecordedRun.Start(Instant.EPOCH, ZoneOffset.UTC))
                .summary();
        assertEquals(found, again.checkIns(), "replayed");
        assertEquals(kept.cues(), again.cues());
        assertTrue(SummaryText.lines(kept).stream().anyMatch(line -> line.startsWith("  check-ins  ")));
        String report = Files.readString(sessions.resolve("reports").resolve(id + ".html"));
        assertTrue(report.contains("Questions of how it felt: " + found.asked() + ";"), report);
        assertTrue(Files.readString(recording).startsWith("# holdline_recording: 1\n"));
    }
}
