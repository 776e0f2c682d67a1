package org.holdline.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The design sources of clip and tail as they stand, and that what was made from them says the same. */
class BoardsTest {
    private static final String MARK = "REV A - NOT FABRICATED";

    @Test
    void shouldFindNothingWhenTheDesignSourcesAreRead() throws IOException {
        List<String> found = Checks.of(Board.read("clip"), Board.read("tail"), HostFacts.read());
        assertEquals("", String.join("\n", found));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clip", "tail"})
    void shouldListEveryBoughtPartWhenTheBillIsRead(String name) throws IOException {
        Board board = Board.read(name);
        List<String> rows = Files.readAllLines(folder(name).resolve("bom.csv"));
        for (Board.Placed of : board.placed.values()) {
            long listed = rows.stream()
                    .filter(row ->
                            Board.words(row.substring(0, row.indexOf(','))).contains(of.ref()))
                    .filter(row -> row.contains(of.part().source().textOr("mpn", "?")))
                    .count();
            assertEquals(of.part().isBare() ? 0 : 1, listed, of.ref());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clip", "tail"})
    void shouldCarryEveryPartAndNetWhenTheBoardFileIsRead(String name) throws IOException {
        Board board = Board.read(name);
        String file = Files.readString(folder(name).resolve(name + ".kicad_pcb"));
        for (String ref : board.placed.keySet()) {
            assertTrue(file.contains("reference \"" + ref + "\""), ref);
        }
        for (String net : board.nets.keySet()) {
            assertTrue(file.contains("\"" + net + "\""), net);
        }
    }

    /** All but pictures, which cannot carry it as text, programs, and the page of radios. */
    @Test
    void shouldSayThatNothingWasFabricatedWhenAFileIsOpened() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Board.HARDWARE)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".png"))
                    .filter(file -> !file.startsWith(Board.HARDWARE.resolve("bench")))
                    .filter(file -> !file.startsWith(Board.HARDWARE.resolve("tools")))
                    .filter(file -> !file.endsWith("bluetooth.md"))
                    .toList();
        }
        assertTrue(files.size() > 70, () -> files.size() + " files");
        String silent =
                files.stream().filter(file -> !says(file)).map(Path::toString).collect(Collectors.joining("\n"));
        assertEquals("", silent);
    }

    private static boolean says(Path file) {
        try {
            return Files.readString(file).contains(MARK);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void shouldGiveTheFiguresOfThePageWhenTheyAreComputed() throws IOException {
        Board clip = Board.read("clip");
        String page = Files.readString(Board.HARDWARE.resolve("clip/revA/README.md"));
        String rise = String.format(Locale.ROOT, "%.0f ns", BusChecks.riseNs(clip));
        String hours = String.format(Locale.ROOT, "%.1f mA", PowerChecks.loadMa(clip));
        String runTime = String.format(Locale.ROOT, "%.0f h", PowerChecks.hours(clip));
        for (String figure : List.of(rise, hours, runTime)) {
            assertTrue(page.contains(figure), figure);
        }
    }

    private static Path folder(String name) {
        return Board.HARDWARE.resolve(name).resolve("revA");
    }
}
