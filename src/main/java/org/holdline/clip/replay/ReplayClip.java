package org.holdline.clip.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.holdline.clip.Clip;
import org.holdline.recording.RecordingException;
import org.holdline.recording.RecordingNotes;
import org.holdline.recording.RecordingReader;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;

/** A recording as a clip: every poll answers the next row at once; whoever wants it slower waits between polls. */
public final class ReplayClip implements Clip {
    private final RecordingReader reader;
    private final StreamInfo info;
    private final int speedMPerH;

    private ReplayClip(RecordingReader reader, Overrides overrides) {
        this.reader = reader;
        this.speedMPerH = overrides.speedMPerH();
        this.info = merge(reader.info(), overrides);
    }

    /**
     * Opens the file and reads as much of it as the stream's description takes.
     *
     * @throws RecordingException when the file cannot be read, or its header or first rows break the format
     */
    public static ReplayClip open(Path file, Overrides overrides) throws RecordingException {
        return new ReplayClip(RecordingReader.open(file, overrides.placement()), overrides);
    }

    /** The placement has been settled by the reader, which decides by it what columns to read. */
    private static StreamInfo merge(StreamInfo file, Overrides overrides) {
        return new StreamInfo(
                file.source(),
                file.simulated(),
                file.rateHz(),
                file.placement(),
                overrides.plannedS() > 0 ? overrides.plannedS() : file.plannedS(),
                overrides.plannedM() > 0 ? overrides.plannedM() : file.plannedM(),
                file.accelRangeUms2(),
                file.gyroRangeUrads());
    }

    @Override
    public StreamInfo info() {
        return info;
    }

    /** @throws RecordingException when the row breaks the format or the file cannot be read on */
    @Override
    public Answer poll(Sample slot) throws RecordingException {
        if (!reader.next(slot)) {
            return Answer.END;
        }
        if (speedMPerH != Sample.UNKNOWN) {
            slot.speedMPerH = speedMPerH;
        }
        return Answer.SAMPLE;
    }

    /** See {@link RecordingReader#notes}. */
    public RecordingNotes notes() {
        return reader.notes();
    }

    /** See {@link RecordingReader#hasUpper}. */
    public boolean hasUpper() {
        return reader.hasUpper();
    }

    /** Rows handed out so far. */
    public long rows() {
        return reader.rows();
    }

    /** See {@link RecordingReader#droppedPartialLines}. */
    public long droppedPartialLines() {
        return reader.droppedPartialLines();
    }

    /** See {@link RecordingReader#warnings}. */
    public List<String> warnings() {
        return reader.warnings();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
