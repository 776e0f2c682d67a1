package org.holdline.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.holdline.sample.Act;
import org.holdline.sample.Inertial;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingWriterTest {
    private static final long SEED = 5;
    private static final long SECOND_NS = 1_000_000_000;

    @TempDir
    Path folder;

    private static RecordingWriter writer(FakeDisk disk, Placement placement) {
        return new RecordingWriter(disk, MadeSamples.info(placement), RecordingNotes.NONE);
    }

    private static Sample still(int row) {
        return stillAt(row * 5_000L);
    }

    private static Sample stillAt(long timeUs) {
        Sample sample = new Sample();
        sample.timeUs = timeUs;
        sample.lower.azUms2 = 9_806_650;
        return sample;
    }

    @Test
    void shouldWriteTextAsDocumentedWhenSamplesAreFew() {
        FakeDisk disk = new FakeDisk();
        try (RecordingWriter writer = writer(disk, Placement.SACRAL)) {
            Sample sample = still(0);
            sample.lower.axUms2 = -500;
            sample.lower.gxUrads = 1;
            sample.lower.gzUrads = -90_000_000;
            sample.marker = Phase.STAND;
            sample.speedMPerH = 12_500;
            sample.inclineMilliPct = -1_000;
            sample.temperatureMilliC = 31_250;
            writer.write(sample);
            sample.timeUs = 5_000;
            sample.marker = null;
            sample.acts = Act.MUTE.bit() | Act.MARK.bit();
            sample.cueActive = true;
            writer.write(sample);
            sample.timeUs = 10_000;
            sample.acts = 0;
            sample.speedMPerH = 0;
            sample.temperatureMilliC = Sample.UNKNOWN;
            writer.lost(1);
            writer.lost(2);
            writer.write(sample);
            writer.lost(4);
        }
        assertEquals("""
                # holdline_recording: 1
                # source: made for a test
                # simulated: 1
                # rate_hz: 200.0
                # placement: sacral
                # planned_s: 3600
                # planned_m: 10000
                # accel_range_g: 16
                # gyro_range_dps: 2000
                # a*: specific force m/s^2, +9.81 upward at rest; g*: angular rate rad/s; x forward, y left, z up
                t_us,ax,ay,az,gx,gy,gz,marker,act,cue_active,speed_kmh,incline_pct,temp_c
                0,-0.0005,0,9.80665,0.000001,0,-90,stand,,0,12.5,-1,31.25
                5000,-0.0005,0,9.80665,0.000001,0,-90,,mute+mark,1,,,31.25
                # gap: 3 samples lost to the recorder before t_us=10000
                10000,-0.0005,0,9.80665,0.000001,0,-90,,,1,0,,
                # gap: 4 samples lost to the recorder at the end
                """, disk.text());
        assertTrue(disk.closed);
    }

    @Test
    void shouldStayOnOneLineWhenSourceHasLineFeedsOrIsEndless() throws IOException {
        Path file = folder.resolve("run.csv");
        StreamInfo info =
                new StreamInfo("a\nb\r# rate_hz: 50 " + "x".repeat(100_000), false, 200, Placement.SACRAL, 0, 0, 0, 0);
        try (RecordingWriter writer = RecordingWriter.create(file, info, RecordingNotes.NONE, false)) {
            writer.write(still(0));
        }
        try (RecordingReader reader = RecordingReader.open(file)) {
            assertTrue(reader.info().source().startsWith("a?b?# rate_hz: 50 xxx"));
            assertEquals(200, reader.info().rateHz());
            assertEquals(0, reader.info().accelRangeUms2());
        }
    }

    @Test
    void shouldHandOverWholeRowsWhenBufferFills() {
        FakeDisk disk = new FakeDisk();
        try (RecordingWriter writer = writer(disk, Placement.DUAL)) {
            Sample sample = new Sample();
            for (int i = 0; i < 20_000; i++) {
                MadeSamples.fill(sample, SEED, i);
                writer.write(sample);
            }
        }
        int end = 0;
        for (int length : disk.writes) {
            end += length;
            assertEquals('\n', disk.written.toByteArray()[end - 1], "write up to " + end);
        }
        assertTrue(disk.writes.size() > 10);
        assertEquals(20_000, disk.rows().size());
    }

    @Test
    void shouldFitBufferWhenEveryCellIsAtItsLongest() {
        FakeDisk disk = new FakeDisk();
        try (RecordingWriter writer = writer(disk, Placement.DUAL)) {
            Sample sample = new Sample();
            for (Inertial imu : List.of(sample.lower, sample.upper)) {
                imu.axUms2 = imu.ayUms2 = imu.azUms2 = -399_999_999;
                imu.gxUrads = imu.gyUrads = imu.gzUrads = -89_999_999;
            }
            sample.marker = Phase.BASELINE;
            sample.acts = (1 << Act.values().length) - 1;
            sample.temperatureMilliC = -59_999;
            for (int i = 0; i < 5_000; i++) {
                sample.timeUs = Long.MAX_VALUE - 5_000 + i;
                sample.speedMPerH = 59_998 + i % 2;
                sample.inclineMilliPct = -29_999 + i % 2;
                // Of every length, so that every rest of the buffer comes up.
                writer.lost(Long.MAX_VALUE >> i % 63);
                writer.write(sample);
            }
        }
        List<String> rows = disk.rows();
        assertEquals(10_000, rows.size());
        rows.forEach(row -> assertTrue(row.length() < RecordingWriter.MAX_ROW_BYTES, row));
    }

    @Test
    void shouldFlushAndSyncOnceASecondWhenAskedOften() {
        FakeDisk disk = new FakeDisk();
        try (RecordingWriter writer = writer(disk, Placement.SACRAL)) {
            assertEquals(1, disk.syncs, "the header goes to disk at once");
            long startNs = Long.MAX_VALUE - 3 * SECOND_NS;
            writer.flushIfDue(startNs);
            for (int i = 0; i < 1_000; i++) {
                writer.write(still(i));
                writer.flushIfDue(startNs + i * 5_000_000L);
            }
            // 0, 1, ... 4 s; the clock has run over on the way.
            assertEquals(5, disk.syncs);
            assertEquals(801, disk.rows().size());
            assertEquals(801, writer.rows());
            writer.flush();
            writer.flush();
            assertEquals(6, disk.syncs, "nothing new, nothing to sync");
        }
        assertEquals(1_000, disk.rows().size());
    }

    @Test
    void shouldKeepFileAndTellWhyWhenDiskFillsUp() throws IOException {
        FakeDisk disk = new FakeDisk();
        RecordingWriter writer = writer(disk, Placement.SACRAL);
        for (int i = 0; i < 10; i++) {
            writer.write(still(i));
        }
        writer.flush();
        assertNull(writer.failure());
        disk.full = true;
        for (int i = 10; i < 20; i++) {
            writer.write(still(i));
        }
        writer.flush();
        IOException failure = writer.failure();
        assertEquals("No space left on device", failure.getMessage());
        disk.full = false;
        for (int i = 20; i < 2_000; i++) {
            writer.write(still(i));
            writer.flushIfDue(i * SECOND_NS);
        }
        writer.close();
        writer.close();
        assertSame(failure, writer.failure());
        assertTrue(disk.closed);
        assertEquals(10, writer.rows());
        assertEquals(1_990, writer.lostRows());
        Path file = folder.resolve("full.csv");
        Files.write(file, disk.written.toByteArray());
        try (RecordingReader reader = RecordingReader.open(file)) {
            Sample sample = new Sample();
            while (reader.next(sample)) {
                assertEquals((reader.rows() - 1) * 5_000, sample.timeUs);
            }
            assertTrue(reader.rows() >= 10 && reader.rows() < 20, "rows " + reader.rows());
        }
    }

    @Test
    void shouldTellFailureWhenSyncOrCloseFails() {
        FakeDisk disk = new FakeDisk();
        RecordingWriter writer = writer(disk, Placement.SACRAL);
        disk.failsToSync = true;
        writer.write(still(0));
        writer.flush();
        assertEquals("Input/output error", writer.failure().getMessage());
        FakeDisk other = new FakeDisk();
        RecordingWriter second = writer(other, Placement.SACRAL);
        other.failsToClose = true;
        second.close();
        assertEquals("Input/output error", second.failure().getMessage());
        second.write(still(0));
        assertEquals(1, second.lostRows(), "nothing is written after close");
    }

    @Test
    void shouldLeaveOutAndCountWhenSampleIsNotLater() {
        FakeDisk disk = new FakeDisk();
        try (RecordingWriter writer = writer(disk, Placement.SACRAL)) {
            for (long timeUs : new long[] {-1, 10, 10, 9, 11}) {
                writer.write(stillAt(timeUs));
            }
            assertEquals(3, writer.misstampedRows());
        }
        assertEquals(2, disk.rows().size());
    }

    @Test
    void shouldStayReadableWhenValuesAreBeyondBounds() throws IOException {
        Path file = folder.resolve("run.csv");
        try (RecordingWriter writer =
                RecordingWriter.create(file, MadeSamples.info(Placement.SACRAL), RecordingNotes.NONE, false)) {
            Sample sample = still(0);
            sample.lower.axUms2 = Integer.MIN_VALUE;
            sample.lower.gxUrads = Integer.MAX_VALUE;
            sample.speedMPerH = 99_000;
            sample.inclineMilliPct = 99_000;
            sample.temperatureMilliC = 999_000;
            sample.acts = -1;
            writer.write(sample);
        }
        try (RecordingReader reader = RecordingReader.open(file)) {
            Sample sample = new Sample();
            assertTrue(reader.next(sample));
            assertEquals(-Inertial.MAX_ACCEL_UMS2, sample.lower.axUms2);
            assertEquals(Inertial.MAX_GYRO_URADS, sample.lower.gxUrads);
            assertEquals(Sample.UNKNOWN, sample.speedMPerH);
            assertEquals(Sample.UNKNOWN, sample.inclineMilliPct);
            assertEquals(Sample.UNKNOWN, sample.temperatureMilliC);
            assertEquals((1 << Act.values().length) - 1, sample.acts);
        }
    }

    @Test
    void shouldRefuseWhenFileExistsUnlessTold() throws IOException {
        Path file = folder.resolve("run.csv");
        Files.writeString(file, "precious");
        StreamInfo info = MadeSamples.info(Placement.SACRAL);
        RecordingException error = assertThrows(
                RecordingException.class, () -> RecordingWriter.create(file, info, RecordingNotes.NONE, false));
        assertEquals(file + ":0: exists already, expected a new file", error.getMessage());
        assertEquals("precious", Files.readString(file));
        RecordingWriter.create(file, info, RecordingNotes.NONE, true).close();
        assertTrue(Files.readString(file).startsWith("# holdline_recording: 1\n"));
    }

    @Test
    void shouldRefuseWhenFolderIsMissingOrTargetIsFolder() {
        StreamInfo info = MadeSamples.info(Placement.SACRAL);
        Path lost = folder.resolve("none/run.csv");
        assertEquals(
                lost + ":0: no such folder, expected one to write to",
                assertThrows(
                                RecordingException.class,
                                () -> RecordingWriter.create(lost, info, RecordingNotes.NONE, false))
                        .getMessage());
        assertEquals(
                folder + ":0: not writable (" + folder + " (Is a directory)), expected a file to write to",
                assertThrows(
                                RecordingException.class,
                                () -> RecordingWriter.create(folder, info, RecordingNotes.NONE, true))
                        .getMessage());
    }

    @Test
    void shouldRefuseWhenDiskHasNoRoomForTheHeader() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "no /dev/full on this machine: a disk full from the start is not tested");
        assertEquals(
                full + ":0: not writable (No space left on device), expected a file to write to",
                assertThrows(
                                RecordingException.class,
                                () -> RecordingWriter.create(
                                        full, MadeSamples.info(Placement.SACRAL), RecordingNotes.NONE, true))
                        .getMessage());
    }

    @Test
    void shouldKeepWritingWhenThreadIsInterrupted() throws IOException {
        Path file = folder.resolve("run.csv");
        RecordingWriter writer =
                RecordingWriter.create(file, MadeSamples.info(Placement.SACRAL), RecordingNotes.NONE, false);
        Thread.currentThread().interrupt();
        try {
            writer.write(still(0));
            writer.flush();
            writer.write(still(1));
            writer.close();
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertNull(writer.failure());
        try (RecordingReader reader = RecordingReader.open(file)) {
            Sample sample = new Sample();
            assertTrue(reader.next(sample));
            assertTrue(reader.next(sample));
            assertFalse(reader.next(sample));
        }
    }
}
