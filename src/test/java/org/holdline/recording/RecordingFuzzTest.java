package org.holdline.recording;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damaged files end in rows or in one clean line, never in a crash and never in a loop. */
class RecordingFuzzTest {
    private static final long SEED = 987_654_321;
    private static final String VALID = """
            # holdline_recording: 1
            # source: fuzz
            # simulated: 0
            # rate_hz: 200.0
            # placement: dual
            # planned_s: 60
            # planned_m: 0
            # accel_range_g: 16
            # gyro_range_dps: 2000
            t_us,ax,ay,az,gx,gy,gz,ax2,ay2,az2,gx2,gy2,gz2,marker,act,cue_active,speed_kmh,incline_pct,temp_c
            0,0.1,-0.2,9.80665,0.01,0.02,-0.03,1,2,3,4,5,6,stand,,0,8,0,30.5
            5000,1e-3,-0.2,9.80665,0.01,0.02,-0.03,1,2,3,4,5,6,,mute+mark,1,,,
            # gap: 3 samples lost to the recorder before t_us=25000
            25000,.5,-0.2,+9.80665,0.01,0.02,-0.03,1,2,3,4,5,6,run,,true,12.5,1.5,31
            """;
    private static final byte[] LIKELY = "0123456789+-.eE,,,\n\n\r# :xNanif\0\t".getBytes(StandardCharsets.UTF_8);

    @Test
    @Timeout(120)
    void shouldReadOrRefuseWhenPlainFileIsDamaged() throws IOException {
        fuzz(VALID.getBytes(StandardCharsets.UTF_8), 20_000);
    }

    @Test
    @Timeout(120)
    void shouldReadOrRefuseWhenGzippedFileIsDamaged() throws IOException {
        fuzz(RecordingErrorsTest.gzip(VALID.getBytes(StandardCharsets.UTF_8)), 20_000);
    }

    private void fuzz(byte[] valid, int times) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        int refused = 0;
        for (int i = 0; i < times; i++) {
            byte[] bytes = damaged(valid, random);
            try {
                readAll(bytes);
            } catch (RecordingException e) {
                refused++;
                assertTrue(
                        e.getMessage().startsWith("fuzz.csv:")
                                && e.getMessage().matches("[^\\n]*:\\d+: .+, expected .+"),
                        () -> e.getMessage() + ", seed " + SEED);
            } catch (RuntimeException e) {
                fail("file " + i + ", seed " + SEED + ": " + new String(bytes, StandardCharsets.UTF_8), e);
            }
        }
        assertTrue(refused > times / 10 && refused < times, "refused " + refused + " of " + times);
    }

    private static void readAll(byte[] bytes) throws IOException {
        try (RecordingReader reader =
                RecordingReader.openStream(Path.of("fuzz.csv"), new ByteArrayInputStream(bytes))) {
            Sample sample = new Sample();
            while (reader.next(sample)) {
                assertTrue(sample.timeUs >= 0);
            }
            reader.warnings().forEach(w -> assertTrue(w.startsWith("fuzz.csv:"), w));
        }
    }

    private static byte[] damaged(byte[] valid, SplittableRandom random) {
        byte[] bytes = valid.clone();
        int damages = random.nextInt(1, 4);
        for (int i = 0; i < damages && bytes.length > 0; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = LIKELY[random.nextInt(LIKELY.length)];
                case 3 -> bytes = spliced(bytes, at, at, new byte[] {LIKELY[random.nextInt(LIKELY.length)]});
                case 4 -> bytes = spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(1, 20)), new byte[0]);
                default -> bytes = random.nextInt(4) == 0 ? spliced(bytes, at, bytes.length, new byte[0]) : bytes;
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] instead) {
        byte[] result = new byte[bytes.length - (to - from) + instead.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(instead, 0, result, from, instead.length);
        System.arraycopy(bytes, to, result, from + instead.length, bytes.length - to);
        return result;
    }
}
