package org.holdline.link.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of tab-separated values: lines that begin with # explain, the first other line names the columns. */
public final class Table {
    private final StringBuilder out = new StringBuilder();
    private final int columns;

    Table(String explanation, String... columns) {
        this.columns = columns.length;
        explanation.lines().forEach(line -> out.append("# ").append(line).append('\n'));
        row((Object[]) columns);
    }

    void row(Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells, expected " + columns);
        }
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i].toString();
            if (cell.isEmpty() || cell.contains("\t") || cell.contains("\n")) {
                throw new IllegalArgumentException("cell " + i + ": '" + cell + "'");
            }
            out.append(i == 0 ? "" : "\t").append(cell);
        }
        out.append('\n');
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /** The rows of a committed file of vectors. */
    public static List<String[]> read(String name) {
        return read(Schema.FOLDER.resolve("vectors"), name);
    }

    /** The rows of a file. */
    static List<String[]> read(Path folder, String name) {
        try {
            return parse(Files.readString(folder.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The rows of a table's text. */
    static List<String[]> parse(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
    }
}
