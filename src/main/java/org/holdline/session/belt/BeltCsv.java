package org.holdline.session.belt;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.holdline.sample.Sample;
import org.holdline.session.BeltSpan;
import org.holdline.session.BeltSpan.Known;

/**
 * Reads a belt from a CSV: header {@code time_s,speed_kmh,incline_pct}, then a line for each change. Times do not fall and count
 * from the first sample; of two lines at one time the later counts. An empty cell is as before, in the first line unknown. Lines
 * that are blank or begin with {@code #} are passed over. The column of an error is that of the cell's first character.
 */
public final class BeltCsv {
    /** Header of such a file. */
    public static final String HEADER = "time_s,speed_kmh,incline_pct";

    private static final int MAX_BYTES = 4 << 20;
    private static final int MAX_CELL_CHARS = 24;
    private static final int MAX_QUOTED_CHARS = 40;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** What a column holds, in thousandths of its unit. */
    private enum Column {
        TIME_S("time_s", 0, 604_800_000, "0..604800 s"),
        SPEED_KMH("speed_kmh", 0, Belt.MAX_SPEED_M_PER_H, "0..25 km/h"),
        INCLINE_PCT("incline_pct", Belt.MIN_INCLINE_MILLI_PCT, Belt.MAX_INCLINE_MILLI_PCT, "-5..20 %");

        private final String word;
        private final int min;
        private final int max;
        private final String span;

        Column(String word, int min, int max, String span) {
            this.word = word;
            this.min = min;
            this.max = max;
            this.span = span;
        }
    }

    private final String file;
    private final List<BeltSpan> spans = new ArrayList<>();
    private long line;
    private int timeMs;
    private int speedMPerH = Sample.UNKNOWN;
    private int inclineMilliPct = Sample.UNKNOWN;

    private BeltCsv(String file) {
        this.file = file;
    }

    /**
     * The belt that a file tells of, marked as entered.
     *
     * @throws BeltException when there is no such file, or it breaks the format
     */
    public static List<BeltSpan> read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw (BeltException)
                    new BeltException(file.toString(), "no such file, expected a belt CSV: " + HEADER).initCause(e);
        }
        if (bytes.length > MAX_BYTES) {
            throw new BeltException(file.toString(), "more than " + MAX_BYTES + " bytes, expected a belt CSV");
        }
        return read(file.toString(), bytes);
    }

    /** The same of bytes at hand; {@code name} is what errors call them. */
    public static List<BeltSpan> read(String name, byte[] bytes) throws IOException {
        BeltCsv csv = new BeltCsv(name);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))) {
            return csv.read(lines);
        }
    }

    private List<BeltSpan> read(BufferedReader lines) throws IOException {
        boolean headed = false;
        String text = lines.readLine();
        while (text != null) {
            line++;
            if (line == 1 && text.startsWith(BYTE_ORDER_MARK)) {
                text = text.substring(1);
            }
            if (!text.isBlank() && !text.stripLeading().startsWith("#")) {
                if (headed) {
                    row(text);
                } else {
                    header(text);
                    headed = true;
                }
            }
            text = lines.readLine();
        }
        if (!headed) {
            throw error(Math.max(1, line), 1, "no header, expected " + HEADER);
        }
        if (spans.isEmpty()) {
            throw error(line, 1, "no line below the header, expected a time and a speed");
        }
        return Belt.checked(Belt.fromStart(spans));
    }

    private void header(String text) throws BeltException {
        if (!text.replace(" ", "").replace("\t", "").equals(HEADER)) {
            throw error(line, 1, "header " + quote(text) + ", expected " + HEADER);
        }
    }

    private void row(String text) throws BeltException {
        String[] cells = text.split(",", -1);
        Column[] columns = Column.values();
        if (cells.length != columns.length) {
            throw error(
                    line,
                    surplusAt(cells, columns.length),
                    cells.length + " cells, expected " + columns.length + " (" + HEADER
                            + "), with a point in 12.5 and no comma");
        }
        int[] values = new int[columns.length];
        int at = 0;
        for (int i = 0; i < columns.length; i++) {
            values[i] = number(
                    columns[i],
                    cells[i],
                    1 + at + cells[i].length() - cells[i].stripLeading().length());
            at += cells[i].length() + 1;
        }
        take(values);
    }

    /** Where the first cell too many begins, or the line's end where one is missing. */
    private static int surplusAt(String[] cells, int expected) {
        int at = 1;
        for (int i = 0; i < Math.min(cells.length, expected); i++) {
            at += cells[i].length() + 1;
        }
        return cells.length > expected ? at : at - 1;
    }

    private void take(int[] values) throws BeltException {
        if (values[0] == Sample.UNKNOWN) {
            throw error(line, 1, "time_s empty, expected " + Column.TIME_S.span);
        }
        if (values[0] < timeMs) {
            throw error(
                    line,
                    1,
                    "time_s " + seconds(values[0]) + " after " + seconds(timeMs) + ", expected times that do not fall");
        }
        timeMs = values[0];
        speedMPerH = values[1] == Sample.UNKNOWN ? speedMPerH : values[1];
        inclineMilliPct = values[2] == Sample.UNKNOWN ? inclineMilliPct : values[2];
        long fromUs = timeMs * 1000L;
        if (!spans.isEmpty() && spans.getLast().fromUs() == fromUs) {
            spans.removeLast();
        }
        spans.add(new BeltSpan(fromUs, speedMPerH, inclineMilliPct, Known.ENTERED));
    }

    /** In thousandths, or {@link Sample#UNKNOWN} of an empty cell. */
    private int number(Column column, String cell, int at) throws BeltException {
        String text = cell.strip();
        if (text.isEmpty()) {
            return Sample.UNKNOWN;
        }
        // Plain decimals only: "1e999999999" is a number that takes minutes to round.
        if (text.length() > MAX_CELL_CHARS || !text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)")) {
            throw error(line, at, column.word + " " + quote(text) + ", expected a number from " + column.span);
        }
        BigDecimal thousandths = new BigDecimal(text).movePointRight(3).setScale(0, RoundingMode.HALF_UP);
        if (thousandths.compareTo(BigDecimal.valueOf(column.min)) < 0
                || thousandths.compareTo(BigDecimal.valueOf(column.max)) > 0) {
            throw error(line, at, column.word + " " + quote(text) + " out of range, expected " + column.span);
        }
        return thousandths.intValueExact();
    }

    private static String seconds(int ms) {
        return BigDecimal.valueOf(ms, 3).stripTrailingZeros().toPlainString();
    }

    private static String quote(String text) {
        return "'" + (text.length() > MAX_QUOTED_CHARS ? text.substring(0, MAX_QUOTED_CHARS) + "..." : text) + "'";
    }

    private BeltException error(long atLine, int column, String what) {
        return new BeltException(file, atLine, column, what);
    }
}
