package org.holdline.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.holdline.sample.Act;
import org.holdline.sample.Inertial;
import org.holdline.sample.Phase;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.jspecify.annotations.Nullable;

/**
 * Writes samples as the CSV {@link RecordingReader} reads back to the very same numbers.
 *
 * <p>The file can be read at any moment: each write hands over whole rows, at least one a second of the caller's clock,
 * so a killed process loses about the last second. Each is also brought to disk, because what the operating system
 * keeps in memory is lost when the power goes, and a clip's computer hangs on a plug someone may pull.
 *
 * <p>Once open it throws nothing: a full disk must not end a run. It stops writing, keeps what is in the file, counts
 * the rows that are lost and says why in {@link #failure}.
 *
 * <p>Not thread-safe: one cold thread writes and closes; {@link #failure} may be asked by any.
 */
public final class RecordingWriter implements AutoCloseable {
    private static final long FLUSH_INTERVAL_NS = 1_000_000_000;
    private static final int BUFFER_BYTES = 64 * 1024;

    /** More than any row or remark with all its cells at their longest; checked by a test. */
    static final int MAX_ROW_BYTES = 512;

    private static final byte[][] PHASE_WORDS = new byte[Phase.values().length][];
    private static final Act[] ACTS = Act.values();
    private static final byte[][] ACT_WORDS = new byte[ACTS.length][];
    private static final byte[] GAP = RowText.ascii("# gap: ");
    private static final byte[] GAP_BEFORE = RowText.ascii(" samples lost to the recorder before t_us=");
    private static final byte[] GAP_AT_END = RowText.ascii(" samples lost to the recorder at the end");

    static {
        for (Phase phase : Phase.values()) {
            PHASE_WORDS[phase.ordinal()] = RowText.ascii(phase.word());
        }
        for (Act act : ACTS) {
            ACT_WORDS[act.ordinal()] = RowText.ascii(act.word());
        }
    }

    private final DurableFile out;
    private final boolean dual;
    private final RowText text = new RowText(BUFFER_BYTES);

    private long bufferedRows;
    private boolean unsynced;
    private boolean flushed;
    private long flushedNs;

    private long lastUs = -1;
    private int speedMPerH = Sample.UNKNOWN;
    private int inclineMilliPct = Sample.UNKNOWN;
    private long gapRows;

    private long rows;
    private long lostRows;
    private long misstampedRows;
    private boolean closed;
    private volatile @Nullable IOException failure;

    /**
     * Makes the file and writes its header to disk.
     *
     * @param notes what the run goes by
     * @param overwrite false to refuse a file that exists
     * @throws RecordingException when the file exists or cannot be made
     */
    public static RecordingWriter create(Path file, StreamInfo info, RecordingNotes notes, boolean overwrite)
            throws RecordingException {
        Findings findings = new Findings(file);
        try {
            RecordingWriter writer = new RecordingWriter(DurableFile.open(file, overwrite), info, notes);
            IOException failure = writer.failure();
            if (failure != null) {
                writer.close();
                if (!overwrite) {
                    // Else the next try would be refused because of this one.
                    Files.deleteIfExists(file);
                }
                throw failure;
            }
            return writer;
        } catch (FileAlreadyExistsException e) {
            throw because(findings.error(0, "exists already, expected a new file"), e);
        } catch (NoSuchFileException e) {
            throw because(findings.error(0, "no such folder, expected one to write to"), e);
        } catch (AccessDeniedException e) {
            throw because(findings.error(0, "permission denied, expected a folder to write to"), e);
        } catch (IOException e) {
            throw because(findings.error(0, "not writable (" + e.getMessage() + "), expected a file to write to"), e);
        }
    }

    private static RecordingException because(RecordingException error, IOException cause) {
        error.initCause(cause);
        return error;
    }

    /** Writes the header at once, so that even the shortest run leaves a file that says what it is. */
    RecordingWriter(DurableFile out, StreamInfo info, RecordingNotes notes) {
        this.out = out;
        this.dual = info.placement().isDual();
        text.word(RecordingHeader.text(info, notes).getBytes(StandardCharsets.UTF_8));
        flush();
    }

    /**
     * Adds a row. A sample not later than the one before cannot be in a recording: it is left out and counted. What is
     * beyond a column's bounds is cut to them (accelerometer, gyroscope) or left empty (speed, incline, temperature),
     * so that no recording is made that cannot be read.
     */
    public void write(Sample sample) {
        if (failure == null && text.free() < 2 * MAX_ROW_BYTES) {
            writeOut();
        }
        if (failure != null || closed) {
            lostRows++;
            return;
        }
        if (sample.timeUs <= lastUs) {
            misstampedRows++;
            return;
        }
        lastUs = sample.timeUs;
        remarkGap(sample.timeUs);
        row(sample);
        bufferedRows++;
    }

    /** Tells of samples that never came here, just before the next {@link #write}: a remark in the file, and counted. */
    public void lost(long samples) {
        gapRows += samples;
        lostRows += samples;
    }

    private void remarkGap(long beforeUs) {
        if (gapRows > 0) {
            text.word(GAP);
            text.whole(gapRows);
            text.word(GAP_BEFORE);
            text.whole(beforeUs);
            text.put('\n');
            gapRows = 0;
        }
    }

    private void row(Sample sample) {
        text.whole(sample.timeUs);
        inertial(sample.lower);
        if (dual) {
            inertial(sample.upper);
        }
        text.put(',');
        if (sample.marker != null) {
            text.word(PHASE_WORDS[sample.marker.ordinal()]);
        }
        text.put(',');
        acts(sample.acts);
        text.put(',');
        text.put(sample.cueActive ? '1' : '0');
        speedMPerH = changed(Column.SPEED_KMH, sample.speedMPerH, speedMPerH);
        inclineMilliPct = changed(Column.INCLINE_PCT, sample.inclineMilliPct, inclineMilliPct);
        changed(Column.TEMP_C, sample.temperatureMilliC, Sample.UNKNOWN);
        text.put('\n');
    }

    private void acts(int acts) {
        boolean any = false;
        for (int i = 0; acts != 0 && i < ACTS.length; i++) {
            if (ACTS[i].isIn(acts)) {
                if (any) {
                    text.put('+');
                }
                text.word(ACT_WORDS[i]);
                any = true;
            }
        }
    }

    private void inertial(Inertial imu) {
        cell(Column.AX, imu.axUms2);
        cell(Column.AY, imu.ayUms2);
        cell(Column.AZ, imu.azUms2);
        cell(Column.GX, imu.gxUrads);
        cell(Column.GY, imu.gyUrads);
        cell(Column.GZ, imu.gzUrads);
    }

    private void cell(Column column, int units) {
        text.put(',');
        text.decimal(column.clamp(units), column.decimals());
    }

    /** A cell that stays empty while it would say what was said before; answers what has been said now. */
    private int changed(Column column, int units, int said) {
        text.put(',');
        if (units == said || !column.holds(units)) {
            return said;
        }
        text.decimal(units, column.decimals());
        return units;
    }

    /**
     * Writes and syncs what has come since, when a second has passed since the last time. Call often.
     *
     * @param nowNs the caller's monotonic clock
     */
    public void flushIfDue(long nowNs) {
        if (!flushed || nowNs - flushedNs >= FLUSH_INTERVAL_NS) {
            flushed = true;
            flushedNs = nowNs;
            flush();
        }
    }

    /** Writes what has come since and waits until it is on disk. */
    public void flush() {
        writeOut();
        if (unsynced && failure == null) {
            unsynced = false;
            try {
                out.sync();
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    private void writeOut() {
        if (text.length() > 0 && failure == null) {
            try {
                out.write(text.bytes(), text.length());
                rows += bufferedRows;
                bufferedRows = 0;
                unsynced = true;
            } catch (IOException e) {
                failure = e;
                lostRows += bufferedRows;
                bufferedRows = 0;
            }
            text.clear();
        }
    }

    /** Writes and syncs the rest and closes the file; a fault is in {@link #failure}. May be called again. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (gapRows > 0) {
            text.word(GAP);
            text.whole(gapRows);
            text.word(GAP_AT_END);
            text.put('\n');
        }
        flush();
        try {
            out.close();
        } catch (IOException e) {
            if (failure == null) {
                failure = e;
            }
        }
    }

    /** Why nothing more is written, or null while all is well. */
    public @Nullable IOException failure() {
        return failure;
    }

    /** Rows in the file. */
    public long rows() {
        return rows;
    }

    /** Samples that are not in the file: told of by {@link #lost}, or come at or after a failure. */
    public long lostRows() {
        return lostRows;
    }

    /** Samples left out because they were not later than the one before. */
    public long misstampedRows() {
        return misstampedRows;
    }
}
