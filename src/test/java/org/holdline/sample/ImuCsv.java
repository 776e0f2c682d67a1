package org.holdline.sample;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * Recordings of other people, as they lie beside the checkout: comment lines that name the rate, a header, numbers. Every
 * number is kept in millionths, so that m/s^2 become um/s^2.
 */
public final class ImuCsv {
    /** An empty cell. */
    public static final int MISSING = Integer.MIN_VALUE;

    private final String name;
    private final double rateHz;
    private final List<String> header;
    private final int[][] columns;
    private final int rows;

    private ImuCsv(String name, double rateHz, List<String> header, int[][] columns, int rows) {
        this.name = name;
        this.rateHz = rateHz;
        this.header = header;
        this.columns = columns;
        this.rows = rows;
    }

    /** All recordings of a folder in the order of their names; ends the test as aborted, and says so, without them. */
    public static List<ImuCsv> folder(String folder) {
        Path home = Path.of(System.getProperty("holdline.home", "."));
        Path path = home.resolve("../shared/data").resolve(folder).normalize();
        if (!Files.isDirectory(path)) {
            String message = "NOT TESTED: there are no recordings in " + path;
            System.out.println(message);
            Assumptions.abort(message);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".csv.gz"))
                    .sorted()
                    .map(ImuCsv::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImuCsv read(Path file) {
        try (InputStream in =
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16), 1 << 16)) {
            String name = file.getFileName().toString().replace(".csv.gz", "");
            double rateHz = 0;
            String line = line(in);
            while (line.startsWith("#")) {
                if (line.startsWith("# rate_hz: ")) {
                    rateHz = Double.parseDouble(line.substring(11).split(" ", 2)[0]);
                }
                line = line(in);
            }
            List<String> header = List.of(line.split(",", -1));
            int[][] columns = new int[header.size()][4096];
            int rows = 0;
            while (row(in, columns, rows)) {
                rows++;
                if (rows == columns[0].length) {
                    for (int c = 0; c < columns.length; c++) {
                        columns[c] = Arrays.copyOf(columns[c], 2 * rows);
                    }
                }
            }
            return new ImuCsv(name, rateHz, header, columns, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(InputStream in) throws IOException {
        byte[] bytes = new byte[1024];
        int length = 0;
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            bytes[length++] = (byte) c;
        }
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }

    private static boolean row(InputStream in, int[][] columns, int row) throws IOException {
        for (int column = 0; column < columns.length; column++) {
            long value = 0;
            int decimals = -1;
            boolean negative = false;
            boolean empty = true;
            int c = in.read();
            for (; c >= 0 && c != ',' && c != '\n'; c = in.read()) {
                empty = false;
                if (c == '-') {
                    negative = true;
                } else if (c == '.') {
                    decimals = 0;
                } else if (c >= '0' && c <= '9') {
                    value = value * 10 + (c - '0');
                    decimals += decimals < 0 ? 0 : 1;
                } else if (c != '\r') {
                    throw new IOException("row " + row + ": " + (char) c + " in a number");
                }
            }
            if (c < 0 && empty && column == 0) {
                return false;
            }
            columns[column][row] = empty ? MISSING : micro(value, Math.max(0, decimals), negative);
        }
        return true;
    }

    private static int micro(long value, int decimals, boolean negative) {
        double scaled = value * Math.pow(10, 6 - decimals);
        return Math.toIntExact(Math.round(negative ? -scaled : scaled));
    }

    public String name() {
        return name;
    }

    public double rateHz() {
        return rateHz;
    }

    public int rows() {
        return rows;
    }

    /** Millionths of the column's unit, one a row, perhaps followed by unused room; {@link #MISSING} where empty. */
    public int[] column(String title) {
        int at = header.indexOf(title);
        if (at < 0) {
            throw new IllegalArgumentException(name + " has no column " + title + ", only " + header);
        }
        return columns[at];
    }

    /** Time of a row, us. */
    public long timeUs(int row) {
        return Math.round(row * 1e6 / rateHz);
    }
}
