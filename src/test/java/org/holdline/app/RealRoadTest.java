package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.holdline.attitude.Inclination;
import org.holdline.attitude.InclinationParams;
import org.holdline.report.JsonText;
import org.holdline.sample.ImuCsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings of real bodies through the command, as anyone would replay them. */
class RealRoadTest {
    /** The tables hold six decimals of a unit vector: 1e-6 of it are 6e-5 degrees. */
    private static final double TABLE_DEG = 2e-4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"walking_lower_back", "broad"})
    void shouldWriteARowForEveryRowWhenAttitudeIsAsked(String set) throws IOException {
        List<ImuCsv> recordings = ImuCsv.folder(set);
        for (ImuCsv recording : recordings.subList(0, Math.min(7, recordings.size()))) {
            List<String> lines = replay(set, recording, "attitude");
            assertEquals("t_us,ux,uy,uz", lines.getFirst());
            assertEquals(recording.rows(), lines.size() - 1, recording.name());
            assertEquals(
                    recording.timeUs(recording.rows() - 1),
                    Long.parseLong(lines.getLast().split(",", -1)[0]),
                    recording.name());
        }
    }

    @Test
    void shouldScoreLikeTheLibraryWhenScoredFromTheTable() throws IOException {
        ImuCsv trial = ImuCsv.folder("broad").getFirst();
        List<String> lines = replay("broad", trial, "attitude");
        Inclination library = new Inclination(InclinationParams.defaults(), trial.rateHz());
        int[][] in = columns(trial, "ax", "ay", "az", "gx", "gy", "gz");
        int[][] truth = columns(trial, "ux", "uy", "uz");
        int[] moving = trial.column("mv");
        double tableSquares = 0;
        double librarySquares = 0;
        int scored = 0;
        for (int row = 0; row < trial.rows(); row++) {
            library.update(in[0][row], in[1][row], in[2][row], in[3][row], in[4][row], in[5][row]);
            String[] cells = lines.get(row + 1).split(",", -1);
            double[] table = {Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), Double.parseDouble(cells[3])};
            double[] own = {library.upX(), library.upY(), library.upZ()};
            assertTrue(betweenDeg(table, own) <= TABLE_DEG, trial.name() + " row " + row);
            if (moving[row] > 0 && truth[0][row] != ImuCsv.MISSING) {
                double[] up = {truth[0][row], truth[1][row], truth[2][row]};
                tableSquares += Math.pow(betweenDeg(table, up), 2);
                librarySquares += Math.pow(betweenDeg(own, up), 2);
                scored++;
            }
        }
        double tableDeg = Math.sqrt(tableSquares / scored);
        double libraryDeg = Math.sqrt(librarySquares / scored);
        System.out.printf(
                "%s: %.4f deg from the table, %.4f deg from the library%n", trial.name(), tableDeg, libraryDeg);
        assertTrue(scored > 1000);
        assertEquals(libraryDeg, tableDeg, 1e-4);
    }

    @Test
    void shouldFindStepsAndGiveNoCueWhenPeopleWalk() throws IOException {
        for (ImuCsv recording : ImuCsv.folder("walking_lower_back")) {
            List<String> steps = replay("walking_lower_back", recording, "steps");
            assertTrue(steps.size() > 5, recording.name() + ": " + steps.size() + " lines");
            assertTrue(
                    steps.stream().skip(1).allMatch(row -> row.matches("\\d+,[LR?],,,\\d+\\.\\d")),
                    recording.name() + " holds no running: " + steps);
            assertEquals(1, replay("walking_lower_back", recording, "verdicts").size(), recording.name());
            assertEquals(1, replay("walking_lower_back", recording, "cues").size(), recording.name());
            Map<String, Object> summary = JsonText.object(
                    replay("walking_lower_back", recording, "summary").getFirst());
            assertEquals(String.valueOf(steps.size() - 1), summary.get("steps"), recording.name());
            assertEquals("0", summary.get("gaps"), recording.name());
            assertEquals(false, summary.get("simulated"), recording.name());
            assertEquals("unknown", summary.get("pattern"), recording.name());
            assertEquals("none", ((Map<?, ?>) summary.get("neutral")).get("kind"), recording.name());
        }
    }

    private List<String> replay(String set, ImuCsv recording, String emit) throws IOException {
        Path file = Path.of(System.getProperty("holdline.home", "."))
                .resolve("../shared/data")
                .resolve(set)
                .resolve(recording.name() + ".csv.gz")
                .normalize();
        Path out = folder.resolve("out.csv");
        Typed typed = Typed.of("replay", file.toString(), "--emit", emit, "--out", out.toString());
        assertEquals(0, typed.code(), typed.err());
        try (Stream<String> lines = Files.lines(out)) {
            return lines.toList();
        }
    }

    private static int[][] columns(ImuCsv trial, String... titles) {
        int[][] columns = new int[titles.length][];
        for (int i = 0; i < titles.length; i++) {
            columns[i] = trial.column(titles[i]);
        }
        return columns;
    }

    private static double betweenDeg(double[] a, double[] b) {
        double[] cross = {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
        double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        return Math.toDegrees(
                Math.atan2(Math.sqrt(cross[0] * cross[0] + cross[1] * cross[1] + cross[2] * cross[2]), dot));
    }
}
