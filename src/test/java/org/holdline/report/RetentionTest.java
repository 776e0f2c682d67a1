package org.holdline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {
    private static List<Summary.Probe> blocks(String shares) {
        return shares.isBlank()
                ? List.of()
                : Arrays.stream(shares.split(" "))
                        .map(share -> new Summary.Probe(480, 300, Double.parseDouble(share)))
                        .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.40 0.42, 0.10, ON, 1, 75",
        "2, 0.40 0.42, 0.10 0.12, ON, 3, 25",
        "2, 0.10, 0.40 0.42, BACK, 1, 75",
        "1, 0.40, 0.10, STAYS, 1, 75",
        "1, '', 0.10 0.10 0.10, STAYS, 1, 75",
        "1, 0.40 0.40 0.40, '', STAYS, 1, 75",
        "1, 0.29 0.31, 0.20, STAYS, 1, 75",
        "1, 0.30 0.32, 0.20, ON, 2, 50",
        "1, 0.60 0.20, 0.10, STAYS, 1, 75",
        "1, 0.10, 0.60 0.20, STAYS, 1, 75",
        "4, 0.40 0.42, 0.10, STAYS, 4, 0",
        "0, 0.10, 0.40 0.42, STAYS, 0, 100"
    })
    void shouldChangeTheStageOnlyBeyondTheSpreadOfTheBlocks(
            int stage, String before, String latest, Retention.Change change, int next, int givenPct) {
        assertEquals(
                new Retention.Decision(change, next, givenPct),
                Retention.decide(stage, blocks(before), blocks(latest)));
    }

    @Test
    void shouldRefuseWhenThereIsNoSuchStage() {
        assertThrows(IllegalArgumentException.class, () -> Retention.decide(5, List.of(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> Retention.decide(-1, List.of(), List.of()));
    }
}
