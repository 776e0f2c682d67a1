package org.holdline.app;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.holdline.clock.Clock;
import org.holdline.recording.Recorder;
import org.holdline.recording.RecordingWriter;
import org.holdline.ring.Ring;
import org.holdline.sample.Sample;

/** The recording of one run: drains a ring of its own, so that a slow disk holds up nothing. */
final class RecordingSeat {
    private static final long IDLE_NS = 10_000_000;

    private final RecordingWriter writer;
    private final Ring<Sample> ring;
    private final Clock clock;

    /** @param slots samples that the disk may be behind */
    RecordingSeat(RecordingWriter writer, int slots, Clock clock) {
        this.writer = writer;
        this.clock = clock;
        ring = new Ring<>(slots, Sample::new);
    }

    /** Where the road's samples go. */
    Ring<Sample> ring() {
        return ring;
    }

    /**
     * Records until no more samples come, and closes the recording. By one thread.
     *
     * @param isLast true when those in the ring are the last
     * @param told is given, once, why the recording stopped
     */
    void follow(BooleanSupplier isLast, Consumer<String> told) {
        try (Recorder recorder = new Recorder(ring, writer)) {
            boolean said = false;
            while (!isLast.getAsBoolean()) {
                int taken = recorder.doWork(clock.nanoTime());
                IOException failure = writer.failure();
                if (failure != null && !said) {
                    said = true;
                    told.accept("recording stopped: " + Failure.textOf(failure) + "; the run goes on without it");
                }
                if (taken == 0) {
                    clock.park(IDLE_NS);
                }
            }
        }
    }
}
