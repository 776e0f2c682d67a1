package org.holdline.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recording, plain or gzipped CSV, row by row.
 *
 * <p>Opening reads the header and as many rows as it takes to know the rate. Where the file breaks the format, a
 * {@link RecordingException} says in which line; nothing can be read after it. Needs no seeking: a pipe will do.
 *
 * <p>Not thread-safe: one thread opens, reads and closes it.
 */
public final class RecordingReader implements AutoCloseable {
    /** So many intervals between stamps decide the rate: two seconds at 200 Hz. */
    private static final int RATE_INTERVALS = 400;

    /** A written rate may differ by so much from the stamps' before it is no longer believed. */
    private static final double RATE_TOLERANCE = 0.005;

    private final Findings findings;
    private final ByteLines lines;
    private final Columns columns;
    private final StreamInfo info;
    private final RecordingNotes notes;
    private final Rows rows;

    /** Rows that had to be read to know the rate, and have still to be handed out. */
    private final Sample[] ahead;

    private int aheadRows;
    private int aheadNext;
    private long handedOut;
    private long droppedPartialLines;
    private boolean ended;
    private @Nullable RecordingException broken;

    /**
     * Opens a file as it describes itself.
     *
     * @param file plain or gzipped CSV, told apart by content
     * @throws RecordingException when the file cannot be read, or its header or first rows break the format
     */
    public static RecordingReader open(Path file) throws RecordingException {
        return open(file, null);
    }

    /**
     * Opens a file whose placement the caller may know better.
     *
     * @param file plain or gzipped CSV, told apart by content
     * @param placement in place of the one the file names, or null
     * @throws RecordingException when the file cannot be read, or its header or first rows break the format
     */
    public static RecordingReader open(Path file, @Nullable Placement placement) throws RecordingException {
        Findings findings = new Findings(file);
        return open(file, placement, ByteLines.open(file, findings), findings);
    }

    /** Reads what does not lie in a file; {@code name} stands for it in messages. */
    static RecordingReader openStream(Path name, InputStream raw) throws RecordingException {
        Findings findings = new Findings(name);
        return open(name, null, ByteLines.of(raw, findings), findings);
    }

    private static RecordingReader open(Path file, @Nullable Placement placement, ByteLines lines, Findings findings)
            throws RecordingException {
        try {
            return new RecordingReader(file, placement, lines, findings);
        } catch (RecordingException e) {
            try {
                lines.close();
            } catch (IOException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    private RecordingReader(Path file, @Nullable Placement said, ByteLines lines, Findings findings)
            throws RecordingException {
        this.findings = findings;
        this.lines = lines;
        Keys keys = new Keys(findings);
        columns = readHeader(keys);
        long headerLine = lines.line();
        boolean stamped = columns.has(Column.T_US);
        if (!stamped && Double.isNaN(keys.rateHz())) {
            throw findings.error(
                    headerLine, "no rate, expected a line \"# rate_hz: N\" above the header or a column t_us");
        }
        Placement placement = placement(said, keys, headerLine);
        rows = new Rows(lines, findings, columns, placement.isDual(), keys.rateHz());
        ahead = new Sample[stamped ? RATE_INTERVALS + 1 : 1];
        readAhead();
        double rateHz = stamped ? stampedRateHz(keys, headerLine) : keys.rateHz();
        notes = keys.notes();
        info = new StreamInfo(
                keys.source().isEmpty() ? String.valueOf(file.getFileName()) : keys.source(),
                keys.simulated(),
                rateHz,
                placement,
                keys.plannedS(),
                keys.plannedM(),
                keys.accelRangeUms2(),
                keys.gyroRangeUrads());
    }

    private Columns readHeader(Keys keys) throws RecordingException {
        while (lines.next()) {
            String text = new String(lines.bytes(), lines.from(), lines.to() - lines.from(), StandardCharsets.UTF_8);
            if (!Rows.isRemark(lines.bytes(), lines.from(), lines.to())) {
                return Columns.of(text, lines.line(), findings);
            }
            if (!text.isBlank()) {
                keys.read(text, lines.line());
            }
        }
        String expected = ", expected a header line with " + Columns.REQUIRED_WORDS;
        if (lines.isEmpty()) {
            throw findings.error(1, "empty file" + expected);
        }
        throw findings.error(
                lines.endsInPartialLine() ? lines.line() + 1 : lines.line(),
                "no header line" + partialNote() + expected);
    }

    private String partialNote() {
        return lines.endsInPartialLine() ? " (the last line lacks its line feed and does not count)" : "";
    }

    private Placement placement(@Nullable Placement said, Keys keys, long headerLine) throws RecordingException {
        long line = keys.lineOf(Keys.Key.PLACEMENT, headerLine);
        Placement placement = said != null ? said : keys.placement();
        if (placement == null) {
            placement = columns.hasUpper() ? Placement.DUAL : Placement.SACRAL;
            findings.warn(
                    line, "no placement, taken as " + placement.word() + ", expected a line \"# placement: ...\"");
        }
        if (placement.isDual() && !columns.hasUpper()) {
            throw findings.error(line, "placement dual without a second IMU, expected columns ax2,ay2,az2,gx2,gy2,gz2");
        }
        if (!placement.isDual() && columns.hasUpper()) {
            findings.warn(line, "second IMU ignored with placement " + placement.word() + ", expected dual to use it");
        }
        return placement;
    }

    private void readAhead() throws RecordingException {
        while (aheadRows < ahead.length) {
            Sample sample = new Sample();
            if (!rows.next(sample)) {
                end();
                break;
            }
            ahead[aheadRows++] = sample;
        }
        if (aheadRows == 0) {
            throw findings.error(
                    lines.endsInPartialLine() ? lines.line() + 1 : lines.line(),
                    "no rows" + partialNote() + ", expected at least one below the header");
        }
    }

    /**
     * The stamps are the truth; a written rate that fits them is kept because it is the exact one. In a recording made here
     * the written rate is what the road went by, whatever the clip's own clock did.
     */
    private double stampedRateHz(Keys keys, long headerLine) throws RecordingException {
        double written = keys.rateHz();
        long line = keys.lineOf(Keys.Key.RATE_HZ, headerLine);
        if (aheadRows < 2 || keys.madeHere()) {
            if (Double.isNaN(written) && aheadRows < 2) {
                throw findings.error(line, "no rate, expected a line \"# rate_hz: N\" or two rows with t_us");
            }
            if (!Double.isNaN(written)) {
                return written;
            }
        }
        double measured = 1e6 / medianIntervalUs();
        if (Math.abs(measured - written) <= RATE_TOLERANCE * written) {
            return written;
        }
        if (!(measured >= StreamInfo.MIN_RATE_HZ && measured <= StreamInfo.MAX_RATE_HZ)) {
            throw findings.error(
                    headerLine, "rate " + measured + " Hz by the median step of t_us, expected 50 to 1000 Hz");
        }
        if (!Double.isNaN(written)) {
            findings.warn(
                    line, "rate_hz " + written + " does not fit t_us, expected " + measured + " Hz, which is used");
        }
        return measured;
    }

    private double medianIntervalUs() {
        long[] intervalsUs = new long[aheadRows - 1];
        for (int i = 0; i < intervalsUs.length; i++) {
            intervalsUs[i] = ahead[i + 1].timeUs - ahead[i].timeUs;
        }
        Arrays.sort(intervalsUs);
        int middle = intervalsUs.length / 2;
        return intervalsUs.length % 2 == 1
                ? intervalsUs[middle]
                : (intervalsUs[middle - 1] + (double) intervalsUs[middle]) / 2;
    }

    /** What the run that made the recording went by. */
    public RecordingNotes notes() {
        return notes;
    }

    /** Whether the file has the columns of a second IMU, used or not. */
    public boolean hasUpper() {
        return columns.hasUpper();
    }

    public StreamInfo info() {
        return info;
    }

    /**
     * Fills every field of the sample with the next row; allocates nothing.
     *
     * @return false at the end of the file
     * @throws RecordingException when the row breaks the format or the file cannot be read on; every later call throws
     *     it again
     */
    public boolean next(Sample into) throws RecordingException {
        if (aheadNext < aheadRows) {
            into.copyFrom(ahead[aheadNext++]);
            handedOut++;
            return true;
        }
        if (broken != null) {
            throw broken;
        }
        try {
            if (rows.next(into)) {
                handedOut++;
                return true;
            }
        } catch (RecordingException e) {
            broken = e;
            throw e;
        }
        end();
        return false;
    }

    private void end() {
        if (ended) {
            return;
        }
        ended = true;
        if (lines.endsInPartialLine()) {
            droppedPartialLines++;
            findings.warn(lines.line() + 1, "last line dropped, expected a line feed at its end");
        }
    }

    /** Rows handed out so far. */
    public long rows() {
        return handedOut;
    }

    /** After the end: 1 when the file did not end with a line feed, whose last line is then not trusted; else 0. */
    public long droppedPartialLines() {
        return droppedPartialLines;
    }

    /** What was strange but no error, each one line {@code FILE:LINE: what, expected ...}; grows while reading. */
    public List<String> warnings() {
        return findings.warnings();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
