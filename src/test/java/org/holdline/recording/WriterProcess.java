package org.holdline.recording;

import java.io.IOException;
import java.nio.file.Path;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;

/** Records made samples for ever, as fast as it can on a clock of its own, until it is killed. */
final class WriterProcess {
    static final int ANNOUNCED_EVERY = 20;

    private WriterProcess() {}

    /**
     * Says after every {@link #ANNOUNCED_EVERY} rows how many have been written.
     *
     * @param args file and seed
     */
    public static void main(String[] args) throws IOException {
        long seed = Long.parseLong(args[1]);
        try (RecordingWriter writer = RecordingWriter.create(
                Path.of(args[0]), MadeSamples.info(Placement.DUAL), RecordingNotes.NONE, false)) {
            Sample sample = new Sample();
            for (long row = 0; writer.failure() == null; row++) {
                MadeSamples.fill(sample, seed, row);
                writer.write(sample);
                writer.flushIfDue(row * MadeSamples.PERIOD_US * 1_000);
                if ((row + 1) % ANNOUNCED_EVERY == 0) {
                    System.out.println(row + 1);
                }
            }
            throw writer.failure();
        }
    }
}
