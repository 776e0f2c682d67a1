package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ClipClockTest {
    @Test
    void shouldRunFasterByItsShareWhenTimePasses() {
        ClipClock clock = new ClipClock(Path.of("/clip"), 5_000_000, 4_294_967_000L, 50);
        assertEquals(4_294_967_000L, clock.clipUs(5_000_000));
        assertEquals(4_294_967_000L + 10_000_500, clock.clipUs(5_000_000 + 10_000_000_000L));
        assertEquals(4_294_967_000L - 10_000_500, clock.clipUs(5_000_000 - 10_000_000_000L));
    }

    @Test
    void shouldBeTheSameWhenReadBack() {
        ClipClock clock = new ClipClock(Path.of("/a folder/clip 3"), -5, 77, -50);
        assertEquals(clock, ClipClock.ofLine(clock.toLine()));
    }
}
