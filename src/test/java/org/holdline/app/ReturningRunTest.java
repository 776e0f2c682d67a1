package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdline.app.GuidedRun.Made;
import org.holdline.guide.Memory;
import org.holdline.posture.NeutralKind;
import org.holdline.posture.PostureParams;
import org.holdline.posture.StoredNeutral;
import org.holdline.profile.applied.RunnerNumbers;
import org.holdline.profile.form.FormWriter;
import org.holdline.report.JsonText;
import org.holdline.road.Event;
import org.holdline.sample.Placement;
import org.holdline.session.KeptRun;
import org.holdline.session.Origin;
import org.holdline.session.journal.Journals;
import org.holdline.session.store.Index;
import org.holdline.session.store.KeptNeutral;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A runner comes back: the neutral that one run left is put on the stand of the next, whose clips sit otherwise. */
@Timeout(600)
class ReturningRunTest {
    /** Twenty minutes at 10 km/h, chosen before; one guided run has been. */
    private static final Memory KNOWN = new Memory(true, 1, 0, 10_000, 300, false);

    private static final double LOWER_DEG = 4;
    private static final double UPPER_DEG = -3;

    @TempDir
    Path folder;

    private Path sessions;

    private RunKeeping heron(String... set) {
        sessions = folder.resolve("sessions");
        List<String> all = new ArrayList<>(List.of("run.source=serial:/dev/null", "run.runner=heron"));
        all.addAll(List.of(set));
        return RunKeepingTest.keeping(sessions, all.toArray(String[]::new));
    }

    private TableView run(String guide, Placement placement, Path recording, double lowerDeg, double upperDeg)
            throws Exception {
        Made made = Made.of(guide, KNOWN).at(placement);
        try (GuidedRun run = new GuidedRun(
                made,
                Double.POSITIVE_INFINITY,
                recording,
                GuidedStart.Wish.ASKED,
                heron(),
                source -> new WornAnew(source, lowerDeg, upperDeg))) {
            return run.run();
        }
    }

    private List<KeptNeutral> known() throws Exception {
        try (Index index = Index.open(new Journals(sessions))) {
            return index.neutrals("heron");
        }
    }

    private static Map<String, Object> ready(TableView view) {
        return view.guide.stream()
                .filter(line -> "run".equals(line.get("step")))
                .findFirst()
                .orElseThrow();
    }

    private static Map<?, ?> neutral(TableView view) throws Exception {
        return (Map<?, ?>) JsonText.object(view.summaryJson().strip()).get("neutral");
    }

    @ParameterizedTest
    @EnumSource(
            value = Placement.class,
            names = {"DUAL", "SACRAL"})
    void shouldReturnByItselfOnWhatTheRunBeforeLeft(Placement placement) throws Exception {
        run("full", placement, null, 0, 0);
        List<KeptNeutral> left = known();
        assertEquals(1, left.size());
        assertEquals(placement, left.getFirst().placement());
        assertEquals(10.0, left.getFirst().offset().speedKmh());
        assertNotNull(left.getFirst().offset().drillRangeDeg());

        Path recording = folder.resolve("returning.csv");
        // Nobody names a start: what is offered first is taken.
        TableView view = run("auto", placement, recording, LOWER_DEG, UPPER_DEG);
        Map<String, Object> ready = ready(view);
        assertEquals("returning", ready.get("kind"));
        assertTrue((Double) ready.get("standing_s") <= 60, ready.toString());
        assertFalse(view.guide.stream().anyMatch(line -> "refit".equals(line.get("line"))), "silently");
        assertEquals("standing", neutral(view).get("kind"));
        assertEquals(left, known(), "what was taken from another mounting is not learned from this one");
        String text = Files.readString(recording);
        assertTrue(text.contains("# holdline_recording: 2\n") && text.contains("# profile_runner: [[neutral]]\n"));
        KeptRun again = read(recording);
        assertEquals(view.cueCount(), again.summary().cues(), "a recording goes by it as well");

        profileForAnotherMachine(placement);
        judgeAlike(placement);
    }

    private void profileForAnotherMachine(Placement placement) throws Exception {
        String folderSet = "session.folder=" + sessions;
        Typed listed = Typed.of("session", "runners", "--set", folderSet);
        assertEquals(0, listed.code(), listed.err());
        assertTrue(listed.out().contains("1 running neutral"), listed.out());
        Typed printed = Typed.of("session", "runners", "--profile", "heron", "--set", folderSet);
        assertEquals(0, printed.code(), printed.err());
        assertTrue(printed.out().contains("placement = \"" + placement.word() + "\""), printed.out());
        Path file = Files.writeString(folder.resolve("heron.toml"), printed.out());
        Typed checked = Typed.of("profile", "check", file.toString());
        assertEquals(0, checked.code(), checked.err());
        Typed none = Typed.of("session", "runners", "--profile", "owl", "--set", folderSet);
        assertEquals(1, none.code(), none.out());
        assertTrue(none.err().contains("no running neutral of owl can be used here"), none.err());
    }

    /** The same steps of one mounting, once with the drill's own neutral and once with the one of another day. */
    private void judgeAlike(Placement placement) throws Exception {
        Path own = folder.resolve("own.csv");
        // Before this mounting's own run leaves a newer one.
        List<StoredNeutral> stored = stored(placement);
        String profile = profile(placement);
        run("full", placement, own, LOWER_DEG, UPPER_DEG);
        String text = Files.readString(own);
        StringBuilder header = new StringBuilder();
        profile.lines()
                .filter(line -> !line.isBlank())
                .forEach(
                        line -> header.append("# profile_runner: ").append(line).append('\n'));
        Path elsewhere = Files.writeString(
                folder.resolve("stored.csv"),
                header
                        + text.replaceAll("# profile_runner: .*\n", "")
                                .replace(",baseline,", ",run,")
                                .replace(",neutral,", ",run,"));
        Map<Long, Event> mine = verdicts(read(own));
        Map<Long, Event> theirs = verdicts(read(elsewhere));
        int judged = 0;
        int alike = 0;
        long apartMdeg = 0;
        for (Map.Entry<Long, Event> step : mine.entrySet()) {
            Event other = theirs.get(step.getKey());
            if (step.getValue().reason.isJudged() && other != null && other.reason.isJudged()) {
                judged++;
                alike += step.getValue().over == other.over ? 1 : 0;
                apartMdeg += Math.abs(step.getValue().deviationMdeg - other.deviationMdeg);
            }
        }
        System.out.printf(
                "%s: stored %s; %d steps, %.1f %% judged alike, deviations %.2f deg apart in the mean%n",
                placement, stored, judged, 100.0 * alike / judged, apartMdeg / 1e3 / judged);
        assertTrue(theirs.values().stream().allMatch(verdict -> verdict.neutral == NeutralKind.STANDING), "all on it");
        assertTrue(judged > 2000, "judged " + judged);
        assertTrue(alike >= 0.95 * judged, alike + " of " + judged + " alike");
        assertTrue(apartMdeg <= 1000L * judged, "deg apart " + apartMdeg / 1e3 / judged);
    }

    private String profile(Placement placement) throws Exception {
        return FormWriter.write(new RunnerNeutrals("heron", known()).profile(placement, Instant.now()));
    }

    private List<StoredNeutral> stored(Placement placement) throws Exception {
        return RunnerNumbers.posture(
                        new RunnerNeutrals("heron", known()).profile(placement, Instant.now()),
                        PostureParams.defaults())
                .stored();
    }

    private static KeptRun read(Path file) throws Exception {
        return RecordedRun.read(
                file, new SettingFlags(), Origin.REPLAYED, us -> new RecordedRun.Start(Instant.EPOCH, ZoneOffset.UTC));
    }

    private static Map<Long, Event> verdicts(KeptRun run) {
        Map<Long, Event> found = new HashMap<>();
        run.events().stream()
                .filter(event -> event.kind == Event.Kind.VERDICT)
                .forEach(event -> found.put(event.timeUs, event));
        return found;
    }

    @Test
    void shouldNotUseThemForAVirtualRunner() throws Exception {
        run("full", Placement.DUAL, null, 0, 0);
        assertEquals(1, known().size());
        try (GuidedRun virtual = new GuidedRun(
                Made.of("auto", KNOWN),
                Double.POSITIVE_INFINITY,
                null,
                GuidedStart.Wish.ASKED,
                heron(),
                source -> source)) {
            assertEquals(List.of(), virtual.applied().params().posture().stored());
        }
        try (GuidedRun worn = new GuidedRun(
                Made.of("auto", KNOWN),
                Double.POSITIVE_INFINITY,
                null,
                GuidedStart.Wish.ASKED,
                heron(),
                source -> new WornAnew(source, 0, 0))) {
            assertEquals(1, worn.applied().params().posture().stored().size());
        }
    }
}
