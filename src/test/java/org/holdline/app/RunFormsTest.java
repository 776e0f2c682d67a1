package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.holdline.road.Event;
import org.holdline.road.Watch;
import org.holdline.sample.Act;
import org.holdline.sample.Phase;
import org.holdline.session.KeptRun;
import org.holdline.session.MadeKeptRuns;
import org.holdline.settings.SettingsLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFormsTest {
    private static final long MARKED_US = 130_000_000;

    @TempDir
    Path folder;

    /** With what was done in one instant, or nothing of it. */
    private static KeptRun run(Act... acts) {
        MadeKeptRuns made = new MadeKeptRuns(0)
                .speed(12_000)
                .state(0, Watch.WATCHING, Phase.RUN)
                .run(300, 0);
        for (Act act : acts) {
            made.act(MARKED_US, act);
        }
        return made.run(300, 0).kept();
    }

    private List<RunExporter> forms() throws Exception {
        return RunForms.all(KeptReports.of(
                KeptSessions.of(new SettingsLoader(Path.of("no", "such", "folder"), Map.of())
                        .flags(Map.of("session.folder", folder.toString()))
                        .load()),
                new SettingsLoader(Path.of("no", "such", "folder"), Map.of()).load()));
    }

    private static byte[] bytes(RunExporter form, KeptRun run) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form.write(run, null, out);
        return out.toByteArray();
    }

    @Test
    void shouldTellOfNoMarkInAnyFormWhenMarksAreLeftOut() throws Exception {
        for (RunExporter form : forms()) {
            assertArrayEquals(bytes(form, run()), bytes(form, RunForms.withoutMarks(run(Act.MARK))), form.form());
        }
    }

    @Test
    void shouldTellOfMarksInTheReportAndTheJsonLinesWhenTheyAreThere() throws Exception {
        for (RunExporter form : forms()) {
            String text = new String(bytes(form, run(Act.MARK)), StandardCharsets.UTF_8);
            boolean told = text.contains("\"acts\":[\"mark\"]") || text.contains("Marks of discomfort: 1.");
            assertEquals(List.of("json", "html").contains(form.form()), told, form.form());
        }
    }

    @Test
    void shouldKeepWhatElseWasDoneInTheSameInstant() {
        KeptRun both = run(Act.HARD);
        Event act = both.events().stream()
                .filter(event -> event.kind == Event.Kind.ACT)
                .findFirst()
                .orElseThrow();
        act.acts |= Act.MARK.bit();
        List<Event> acts = RunForms.withoutMarks(both).events().stream()
                .filter(event -> event.kind == Event.Kind.ACT)
                .toList();
        assertEquals(1, acts.size());
        assertEquals(Act.HARD.bit(), acts.getFirst().acts);
        assertTrue(Act.MARK.isIn(act.acts), "the run itself stays as it is");
    }

    @Test
    void shouldSayWhatColumnsMeanWhereARowIsAStep() throws Exception {
        for (RunExporter form : forms()) {
            assertEquals(form.form().equals("steps"), form.dictionary() != null, form.form());
        }
    }
}
