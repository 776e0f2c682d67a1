package org.holdline.report.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.holdline.report.reading.Discomfort.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscomfortTest {
    private static final Instant NOW = Instant.parse("2026-05-04T08:30:00Z");

    @ParameterizedTest
    @CsvSource({"5, 0, false", "6, 0, true", "10, 0, true", "0, 1, false", "0, 2, true", ", 2, true", ", 1, false"})
    void shouldAskForEaseAboveFiveOrAfterTwoWorseMornings(Integer most, int mornings, boolean ease) {
        assertEquals(ease, new Discomfort(most, mornings).asksForEase());
    }

    @Test
    void shouldTakeTheLatestNumberAndTheMorningsOfFourWeeks() {
        Discomfort found = Discomfort.of(
                List.of(note(40, 9, true), note(20, 7, true), note(3, 2, false), note(1, null, true)), NOW);
        assertEquals(new Discomfort(2, 2), found);
        assertEquals(Discomfort.UNSAID, Discomfort.of(List.of(note(40, 9, true)), NOW));
        assertEquals(Discomfort.UNSAID, Discomfort.of(List.of(note(-1, 9, true)), NOW), "not said yet");
    }

    private static Note note(int daysAgo, Integer most, boolean worse) {
        return new Note(NOW.minus(Duration.ofDays(daysAgo)), most, worse);
    }

    @Test
    void shouldRefuseANumberBeyondTheScale() {
        assertThrows(IllegalArgumentException.class, () -> new Discomfort(11, 0));
        assertThrows(IllegalArgumentException.class, () -> new Discomfort(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Discomfort(null, -1));
    }
}
