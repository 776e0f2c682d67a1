package org.holdline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalsTest {
    private static final Intervals THREE = new Intervals(
            List.of(new Intervals.Span(300, 420), new Intervals.Span(600, 720), new Intervals.Span(900, 901)));

    @ParameterizedTest
    @CsvSource({
        "0, false",
        "299999999, false",
        "300000000, true",
        "419999999, true",
        "420000000, false",
        "600000000, true",
        "719999999, true",
        "720000000, false",
        "899999999, false",
        "900500000, true",
        "901000000, false",
        "9000000000, false"
    })
    void shouldHoldFromBeginToBeforeTheEnd(long timeUs, boolean inside) {
        assertEquals(inside, THREE.holds(timeUs));
    }

    @Test
    void shouldHoldNothingWhenThereAreNone() {
        assertFalse(Intervals.NONE.holds(0));
        assertFalse(Intervals.NONE.holds(Long.MAX_VALUE));
    }

    @Test
    void shouldAgreeWithAWalkOverAllWhenThereAreMany() {
        List<Intervals.Span> spans = IntStream.range(0, 100)
                .mapToObj(i -> new Intervals.Span(20 * i + 3, 20 * i + 3 + 1 + i % 7))
                .toList();
        Intervals many = new Intervals(spans);
        for (int s = 0; s < 2100; s++) {
            int at = s;
            assertEquals(
                    spans.stream().anyMatch(span -> at >= span.fromS() && at < span.toS()),
                    many.holds(s * 1_000_000L),
                    "at " + s);
        }
    }
}
