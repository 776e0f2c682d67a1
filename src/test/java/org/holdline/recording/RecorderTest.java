package org.holdline.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.holdline.ring.Ring;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private static final long SEED = 12;

    @TempDir
    Path folder;

    private final Ring<Sample> ring = new Ring<>(8, Sample::new);
    private Path file;
    private RecordingWriter writer;
    private Recorder recorder;

    @BeforeEach
    void open() throws IOException {
        file = folder.resolve("run.csv");
        writer = RecordingWriter.create(file, MadeSamples.info(Placement.SACRAL), RecordingNotes.NONE, false);
        recorder = new Recorder(ring, writer);
    }

    /** Offers samples from..to as the road would; answers how many found room. */
    private int offer(int from, int to) {
        int taken = 0;
        for (int i = from; i < to; i++) {
            Sample slot = ring.claim();
            if (slot != null) {
                MadeSamples.fill(slot, SEED, i);
                ring.publish();
                taken++;
            }
        }
        return taken;
    }

    private List<Long> timesInFile() throws IOException {
        List<Long> times = new ArrayList<>();
        try (RecordingReader reader = RecordingReader.open(file)) {
            Sample sample = new Sample();
            while (reader.next(sample)) {
                times.add(sample.timeUs / MadeSamples.PERIOD_US);
            }
        }
        return times;
    }

    @Test
    void shouldWriteEverySampleWhenRingNeverFills() throws IOException {
        for (int i = 0; i < 100; i += 5) {
            assertEquals(5, offer(i, i + 5));
            assertEquals(5, recorder.doWork(i));
            assertEquals(0, recorder.doWork(i));
        }
        offer(100, 103);
        recorder.close();
        assertEquals(103, timesInFile().size());
        assertEquals(103, writer.rows());
        assertEquals(0, writer.lostRows());
    }

    @Test
    void shouldRemarkGapWhenRingWasFull() throws IOException {
        assertEquals(8, offer(0, 11));
        recorder.doWork(0);
        assertEquals(8, offer(11, 20));
        recorder.close();
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L), timesInFile());
        Sample after = new Sample();
        MadeSamples.fill(after, SEED, 11);
        assertEquals(
                List.of(
                        "# gap: 3 samples lost to the recorder before t_us=" + after.timeUs,
                        "# gap: 1 samples lost to the recorder at the end"),
                Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("# gap"))
                        .toList());
        assertEquals(4, writer.lostRows());
        assertNull(writer.failure());
    }

    @Test
    void shouldGoOnEmptyingTheRingWhenWriterHasFailed() {
        FakeDisk disk = new FakeDisk();
        RecordingWriter failing = new RecordingWriter(disk, MadeSamples.info(Placement.SACRAL), RecordingNotes.NONE);
        try (Recorder other = new Recorder(ring, failing)) {
            disk.full = true;
            for (int i = 0; i < 50; i += 5) {
                assertEquals(5, offer(i, i + 5));
                assertEquals(5, other.doWork(i));
            }
        }
        assertNotNull(failing.failure());
        assertEquals(50, failing.lostRows());
        assertEquals(0, ring.lostTotal());
    }

    @Test
    @Timeout(60)
    void shouldAccountForEverySampleWhenRoadIsFasterThanDisk() throws Exception {
        int samples = 300_000;
        Thread road = new Thread(() -> offer(0, samples));
        road.start();
        for (long nowNs = 0; road.isAlive(); nowNs += 1_000_000) {
            recorder.doWork(nowNs);
        }
        road.join();
        recorder.close();
        assertEquals(samples, writer.rows() + writer.lostRows());
        assertEquals(ring.lostTotal(), writer.lostRows());
        assertEquals(writer.rows(), timesInFile().size());
    }
}
