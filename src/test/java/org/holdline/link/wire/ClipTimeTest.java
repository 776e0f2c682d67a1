package org.holdline.link.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClipTimeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 5, 5",
        "5, 0, -5",
        "4294967290, 4, 10",
        "4, 4294967290, -10",
        "0, 2147483647, 2147483647",
        "0, 2147483648, -2147483648"
    })
    void shouldBeSignedWhenInstantsAreCompared(long earlier, long later, int differenceUs) {
        assertEquals(differenceUs, ClipTime.betweenUs((int) earlier, (int) later));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, 5",
        "4294967290, 4, 4294967300",
        "4294967300, 4294967290, 4294967290",
        "12884901888, 4294967295, 12884901887",
        "12884901888, 7, 12884901895"
    })
    void shouldGoOnCountingWhenTheClockWraps(long nearUs, long us, long expectedUs) {
        assertEquals(expectedUs, ClipTime.unwrapUs(nearUs, (int) us));
    }
}
