package org.holdline.report.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.holdline.report.StepTable;
import org.holdline.sample.Placement;
import org.junit.jupiter.api.Test;

/** What src/docs/report.md publishes is what the code goes by. */
class ReportDocTest {
    private static String page() throws IOException {
        return Files.readString(Path.of(System.getProperty("holdline.home", "."), "src/docs/report.md"));
    }

    private static String table(String head, String page) {
        int from = page.indexOf(head);
        assertTrue(from >= 0, "no table " + head);
        return page.substring(from)
                .lines()
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void shouldPublishTheTableThatDrawsTheCards() throws IOException {
        String expected = CardTable.ROWS.stream()
                .map(row ->
                        "| " + row.evidence().word() + " | " + row.evidence().when() + " | "
                                + words(row.placements()) + " | " + row.card().word() + " | "
                                + row.manner().text() + " |")
                .collect(Collectors.joining("\n"));
        assertEquals(expected, table("| evidence | when | sensors | card | put as |", page()));
    }

    private static String words(List<Placement> placements) {
        return placements.stream().map(Placement::word).collect(Collectors.joining(", "));
    }

    @Test
    void shouldExplainEveryColumnOfTheStepsTable() throws IOException {
        String expected = StepTable.COLUMNS.stream()
                .map(column -> "| `" + column.name() + "` | " + column.unit() + " | " + column.meaning() + " |")
                .collect(Collectors.joining("\n"));
        assertEquals(expected, table("| column | unit | what it is |", page()));
    }

    @Test
    void shouldNameASourceForEveryCard() throws IOException {
        String sources = table("| card | source | what is ours |", page());
        assertEquals(
                List.of(Card.values()).stream().map(Card::word).toList(),
                sources.lines().map(line -> line.split("\\|", -1)[1].strip()).toList());
    }
}
