package org.holdline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.holdline.app.PlayedRuns;
import org.holdline.road.Event;
import org.holdline.sample.Placement;
import org.holdline.session.KeptRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepTableTest {
    private static List<String[]> rows(KeptRun run) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StepTable.write(run.events(), true, out);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static int column(String name) {
        return IntStream.range(0, StepTable.COLUMNS.size())
                .filter(i -> StepTable.COLUMNS.get(i).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldBeginWithTheColumnsOfTheStepsTable() {
        String header = String.join(
                ",", StepTable.COLUMNS.stream().map(StepTable.Column::name).toList());
        assertTrue(header.startsWith(EventCsv.ALL_STEPS.header() + ","), header);
    }

    @ParameterizedTest
    @EnumSource(Placement.class)
    void shouldHoldOneRowAStepWithAllItsCells(Placement placement) throws IOException {
        KeptRun run = PlayedRuns.session(placement, 1, 700);
        List<String[]> rows = rows(run);
        long steps =
                run.events().stream().filter(e -> e.kind == Event.Kind.STEP).count();
        assertEquals(steps + 1, rows.size());
        rows.forEach(row -> assertEquals(StepTable.COLUMNS.size(), row.length, String.join(",", row)));
        assertEquals(
                run.summary().judgedSteps(),
                rows.stream().filter(row -> row[column("over")].matches("[01]")).count());
        assertEquals(
                run.summary().overSteps(),
                rows.stream().filter(row -> row[column("over")].equals("1")).count());
        assertEquals(
                run.summary().cues(),
                rows.stream()
                        .filter(row -> row[column("pulse_ms")].matches("\\d+"))
                        .count());
        assertEquals(
                run.summary().suppressedCount(),
                rows.stream()
                        .skip(1)
                        .filter(row -> !row[column("held_back")].isEmpty())
                        .count());
    }

    @Test
    void shouldHoldOfEachColumnWhatItsTypeSays() throws IOException {
        for (String[] row : rows(PlayedRuns.session(Placement.DUAL, 1, 700)).stream()
                .skip(1)
                .toList()) {
            for (int i = 0; i < row.length; i++) {
                String expected = switch (StepTable.COLUMNS.get(i).type()) {
                    case "integer" -> "-?\\d*";
                    case "number" -> "(-?\\d+\\.\\d+)?";
                    default -> "[a-zA-Z_?]*";
                };
                assertTrue(row[i].matches(expected), StepTable.COLUMNS.get(i).name() + "=" + row[i]);
            }
        }
    }
}
