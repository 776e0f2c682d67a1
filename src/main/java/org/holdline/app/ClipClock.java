package org.holdline.app;

import java.nio.file.Path;

/**
 * The true clock of an emulated clip, to measure what a link makes of it.
 *
 * @param port the clip hangs on
 * @param atNs an instant of this machine's clock, ns
 * @param clipUs the clip's clock then, us
 * @param ppm how much faster it runs
 */
record ClipClock(Path port, long atNs, long clipUs, int ppm) {
    private static final String BETWEEN = "\t";

    /** The clip's clock at an instant of this machine's, us. */
    long clipUs(long hostNs) {
        long elapsedUs = Math.floorDiv(hostNs - atNs, 1000);
        return clipUs + elapsedUs + Math.floorDiv(elapsedUs * ppm, 1_000_000);
    }

    /** As one line of text. */
    String toLine() {
        return String.join(BETWEEN, port.toString(), String.valueOf(atNs), String.valueOf(clipUs), String.valueOf(ppm));
    }

    /** From such a line. */
    static ClipClock ofLine(String line) {
        String[] cells = line.split(BETWEEN, -1);
        return new ClipClock(
                Path.of(cells[0]), Long.parseLong(cells[1]), Long.parseLong(cells[2]), Integer.parseInt(cells[3]));
    }
}
