package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.sample.Placement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that comes later changes what was said: a recording cut anywhere says what the whole one says up to there. */
class CausalityTest {
    private static final long SEED = 73_001;
    private static final int CUTS = 8;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = ReplayRun.Emit.class,
            names = {"STEPS", "VERDICTS", "CUES"})
    void shouldSayTheSameUpToTheCutWhenARecordingIsCutAnywhere(ReplayRun.Emit emit) throws IOException {
        assertPrefixes(recording(true), emit);
    }

    @Test
    void shouldSayTheSameUpToTheCutWhenNothingIsMarked() throws IOException {
        assertPrefixes(recording(false), ReplayRun.Emit.VERDICTS);
    }

    @Test
    void shouldKeepEveryAttitudeWhenARecordingIsCutAnywhere() throws IOException {
        assertPrefixes(recording(true), ReplayRun.Emit.ATTITUDE);
    }

    private void assertPrefixes(byte[] whole, ReplayRun.Emit emit) throws IOException {
        String all = replay(whole, whole.length, emit);
        assertTrue(all.lines().count() > 1, "nothing to compare");
        SplittableRandom random = new SplittableRandom(SEED + emit.ordinal());
        long longest = 0;
        for (int i = 0; i < CUTS; i++) {
            // The later half holds what is judged.
            int length = i == 0 ? 50_000 : random.nextInt(whole.length / 2, whole.length);
            String part = replay(whole, length, emit);
            assertTrue(all.startsWith(part), "cut after " + length + " bytes, seed " + (SEED + emit.ordinal()));
            longest = Math.max(longest, part.lines().count());
        }
        assertTrue(longest > 1, "no cut held a row");
        assertEquals(all, replay(whole, whole.length, emit), "the same bytes in give the same bytes out");
    }

    private String replay(byte[] whole, int length, ReplayRun.Emit emit) throws IOException {
        Path file = folder.resolve("cut.csv");
        Files.write(file, Arrays.copyOf(whole, length));
        return MadeRuns.replay(file, emit);
    }

    private byte[] recording(boolean markers) throws IOException {
        Path file = folder.resolve("whole.csv");
        MadeRuns.live(
                new VirtualClip(VirtualOptions.defaults()
                        .withSeed(2)
                        .withRateHz(100)
                        .withPlacement(Placement.DUAL)
                        .withDurationS(270)
                        .withMarkers(markers)),
                file);
        byte[] bytes = Files.readAllBytes(file);
        assertTrue(new String(bytes, 0, 100, StandardCharsets.UTF_8).startsWith("# holdline_recording"));
        return bytes;
    }
}
