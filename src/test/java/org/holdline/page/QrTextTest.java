package org.holdline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class QrTextTest {
    private static final String LINK = "http://192.168.178.100:8642/#AAAAAAAAAAAAAAAAAAAAAA";

    @Test
    void shouldFitATerminalWithItsQuietZoneWhenTheLinkIsLong() {
        List<String> lines = QrText.lines(LINK);
        int width = lines.getFirst().length();
        assertTrue(width <= 80 && lines.size() <= 24, width + " x " + lines.size());
        lines.forEach(line -> assertEquals(width, line.length()));
        lines.forEach(line -> assertTrue(line.matches("[ █▀▄]+"), line));
        assertEquals("█".repeat(width), lines.get(0));
        assertEquals("█".repeat(width), lines.get(1), "four light modules above");
        lines.forEach(line -> assertTrue(line.startsWith("████") && line.endsWith("████"), line));
    }

    @Test
    void shouldShowTheThreeSquaresThatPhonesLookForWhenDrawn() {
        List<String> lines = QrText.lines(LINK);
        // Seven dark modules wide: dark frame, light ring, dark heart of three.
        assertTrue(lines.get(2).startsWith("████ ▄▄▄▄▄ "), lines.get(2));
        assertTrue(lines.get(3).startsWith("████ █   █ "), lines.get(3));
        assertTrue(lines.get(2).endsWith(" ▄▄▄▄▄ ████"), lines.get(2));
        assertTrue(lines.get(4).startsWith("████ █▄▄▄█ "), lines.get(4));
    }
}
