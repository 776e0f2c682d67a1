package org.holdline.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which cell of a row holds which column, from the header line. */
final class Columns {
    static final String REQUIRED_WORDS = "ax,ay,az,gx,gy,gz";

    private static final Set<Column> LOWER = EnumSet.range(Column.AX, Column.GZ);
    private static final Set<Column> UPPER = EnumSet.range(Column.AX2, Column.GZ2);

    /** By ordinal of the column; -1 where the file has none. */
    private final int[] cellOf = new int[Column.values().length];

    private final int cells;

    private Columns(int cells) {
        this.cells = cells;
        Arrays.fill(cellOf, -1);
    }

    /**
     * @param header the header line's text
     * @throws RecordingException when it is no header, names a known column twice, or lacks one that must be there
     */
    static Columns of(String header, long line, Findings findings) throws RecordingException {
        String[] words = header.split(",", -1);
        Columns columns = new Columns(words.length);
        for (int cell = 0; cell < words.length; cell++) {
            for (Column column : Column.values()) {
                if (column.word().equals(words[cell].strip())) {
                    columns.place(column, cell, line, findings);
                }
            }
        }
        if (columns.hasNone(EnumSet.allOf(Column.class)) && looksLikeRow(words)) {
            throw findings.error(line, "numbers instead of a header line, expected columns " + REQUIRED_WORDS);
        }
        columns.require(LOWER, line, findings);
        if (!columns.hasNone(UPPER)) {
            columns.require(UPPER, line, findings);
        }
        return columns;
    }

    private void place(Column column, int cell, long line, Findings findings) throws RecordingException {
        if (cellOf[column.ordinal()] >= 0) {
            throw findings.error(line, "column " + column.word() + " twice, expected it once");
        }
        cellOf[column.ordinal()] = cell;
    }

    private void require(Set<Column> wanted, long line, Findings findings) throws RecordingException {
        List<String> missing = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (Column column : wanted) {
            all.add(column.word());
            if (!has(column)) {
                missing.add(column.word());
            }
        }
        if (!missing.isEmpty()) {
            throw findings.error(
                    line, "no column " + String.join(",", missing) + ", expected all of " + String.join(",", all));
        }
    }

    private boolean hasNone(Set<Column> asked) {
        return asked.stream().noneMatch(this::has);
    }

    private static boolean looksLikeRow(String[] words) {
        for (String word : words) {
            if (!word.isBlank() && !HeaderNumber.isNumber(word)) {
                return false;
            }
        }
        return true;
    }

    boolean has(Column column) {
        return cellOf[column.ordinal()] >= 0;
    }

    boolean hasUpper() {
        return has(Column.AX2);
    }

    /** Index of the cell, or -1. */
    int cell(Column column) {
        return cellOf[column.ordinal()];
    }

    /** How many cells every row must have. */
    int cells() {
        return cells;
    }
}
