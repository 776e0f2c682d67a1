package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.holdline.report.JsonLines;
import org.holdline.session.Ending;
import org.holdline.session.KeptRun;
import org.holdline.session.journal.Journals;
import org.holdline.session.journal.KeptRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program killed in the middle of a run: what it had printed is in the journal, but for the last second. */
class JournalKillTest {
    private static final int SPEED = 8;

    @TempDir
    Path folder;

    @Test
    void shouldHaveAllButTheLastSecondWhenTheProgramIsKilled() throws Exception {
        Path sessions = folder.resolve("sessions");
        String printed;
        try (Holdline run = Holdline.start(
                folder,
                ("run --json --keep --runner heron --speed " + SPEED + " --set session.folder=" + sessions)
                        .split(" ", -1))) {
            run.awaitOut("\"t_us\":60000000");
            run.signal("KILL");
            run.await();
            printed = run.outSoFar();
        }
        Journals journals = new Journals(sessions);
        assertEquals(1, journals.openIds().size());
        Journals.Recovery recovery = journals.recover();
        assertEquals(List.of(), recovery.problems());
        KeptRun kept = KeptRuns.load(journals.file(journals.ids().getFirst()));
        assertEquals(Ending.CUT, kept.ending());
        assertEquals("heron", kept.facts().runner());
        List<String> lines = lines(kept);
        List<String> told = printed.lines()
                .filter(line -> line.endsWith("}") && line.contains("\"t_us\""))
                .toList();
        int known = Math.min(lines.size(), told.size());
        assertEquals(told.subList(0, known), lines.subList(0, known));
        long lostUs = told.size() <= known ? 0 : timeUs(told.getLast()) - timeUs(lines.getLast());
        assertTrue(lostUs <= SPEED * 1_000_000L, lostUs / 1e6 / SPEED + " s lost of " + told.size() + " lines");
        assertTrue(kept.summary().durationS() > 50, kept.summary().toString());
    }

    private static List<String> lines(KeptRun run) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonLines json = new JsonLines(bytes, true);
        for (var event : run.events()) {
            json.event(event);
        }
        json.flush();
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static long timeUs(String line) {
        return Long.parseLong(line.replaceAll(".*\"t_us\":(\\d+).*", "$1"));
    }
}
