package org.holdline.cue.drv2605;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.holdline.cue.FakeClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationFileTest {
    private static final Drv2605Params LRA = Drv2605Params.lra(2000, 2550, 175);
    private static final Calibration MADE =
            new Calibration(LRA.motor(), new Drv2605Coefficients(LRA).calibrationInputs(), 0x0C, 0x6B, 1);

    @TempDir
    private Path folder;

    private final FakeClock clock = new FakeClock();
    private final FakeDrv part = new FakeDrv(clock);
    private final List<String> told = new ArrayList<>();

    private CalibrationFile file() {
        return new CalibrationFile(folder.resolve("made/here/haptic.txt"));
    }

    private String written() throws IOException {
        file().write(MADE);
        return Files.readString(file().path());
    }

    private void put(String text) throws IOException {
        Files.createDirectories(file().path().getParent());
        Files.writeString(file().path(), text);
    }

    private static String sealed(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return body + "crc32 = %08x\n".formatted(crc.getValue());
    }

    @Test
    void shouldWriteTheseLinesWhenACalibrationIsKept() throws IOException {
        String text = written();
        assertEquals("""
                version = 1
                motor = lra, library 6, rated 2000 mV, overdrive 2550 mV, 175 Hz
                inputs = 5378b498f58020
                compensation = 12
                back_emf = 107
                back_emf_gain = 1
                """, text.substring(text.indexOf("version"), text.indexOf("crc32")));
        try (Stream<Path> files = Files.list(file().path().getParent())) {
            assertEquals(List.of(file().path()), files.toList(), "temporary files left");
        }
    }

    @Test
    void shouldReadWhatItWrote() throws IOException {
        written();
        assertEquals(new CalibrationFile.Found(MADE, null), file().read(LRA));
    }

    @Test
    void shouldReplaceWhenThereIsOne() throws IOException {
        written();
        Calibration newer = new Calibration(MADE.motor(), MADE.inputs(), 1, 2, 3);
        file().write(newer);
        assertEquals(newer, file().read(LRA).calibration());
    }

    @Test
    void shouldSayNothingWhenThereIsNone() {
        assertEquals(new CalibrationFile.Found(null, null), file().read(LRA));
    }

    @Test
    void shouldTrustNothingWhenAnyByteIsChangedOrMissing() throws IOException {
        byte[] whole = written().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < whole.length; i++) {
            byte[] cut = Arrays.copyOf(whole, i);
            Files.write(file().path(), cut);
            assertRefused("cut at " + i);
            byte[] flipped = whole.clone();
            flipped[i] ^= 1;
            Files.write(file().path(), flipped);
            assertRefused("flipped at " + i);
        }
        Files.write(file().path(), whole);
        assertEquals(MADE, file().read(LRA).calibration());
    }

    private void assertRefused(String hint) {
        CalibrationFile.Found found = file().read(LRA);
        assertNull(found.calibration(), hint);
        assertNotNull(found.finding(), hint);
    }

    @ParameterizedTest
    @CsvSource({
        "version = 1, version = 2, version 2",
        "compensation = 12, compensation = 256, compensation=256",
        "back_emf = 107, back_emf = x, x",
        "back_emf_gain = 1, back_emf_gain = 4, backEmfGain=4",
        "inputs = 5378b498f58020, inputs = 5378b498f58021, other settings",
        "175 Hz, 205 Hz, 205 Hz",
        "compensation, something, does not say",
    })
    void shouldTellWhyWhenItIsWholeAndStillNotOfUse(String from, String to, String finding) throws IOException {
        String text = written();
        put(sealed(text.substring(0, text.indexOf("crc32")).replace(from, to)));
        CalibrationFile.Found found = file().read(LRA);
        assertNull(found.calibration());
        assertTrue(String.valueOf(found.finding()).contains(finding), found.finding());
    }

    @Test
    void shouldTellWhenItIsNoFileOrTooLong() throws IOException {
        Files.createDirectories(file().path());
        assertRefused("a folder");
        Files.delete(file().path());
        put("#".repeat(5000));
        assertRefused("too long");
        Files.write(file().path(), new byte[] {(byte) 0xC3, 0x28});
        assertRefused("no UTF-8");
    }

    @Test
    void shouldCalibrateOnceAndRestoreAfterwards() throws IOException {
        Drv2605.open(part, LRA, file(), clock, told::add);
        assertTrue(part.longestNs() > 0, "did not calibrate");
        FakeDrv next = new FakeDrv(clock);
        Drv2605 again = Drv2605.open(next, LRA, file(), clock, told::add);
        assertEquals(0, next.longestNs(), "calibrated again");
        assertEquals(MADE, again.calibration());
        assertEquals(List.of(), told);
    }

    @Test
    void shouldTellAndReplaceWhenTheFileIsNotWhole() throws IOException {
        String text = written();
        put(text.substring(0, 40));
        Drv2605.open(part, LRA, file(), clock, told::add);
        assertEquals(1, told.size(), told.toString());
        assertEquals(text, Files.readString(file().path()));
    }

    @Test
    void shouldPlayNeverthelessWhenTheFileCannotBeWritten() throws IOException {
        Path blocked = folder.resolve("a file");
        Files.writeString(blocked, "");
        CalibrationFile file = new CalibrationFile(blocked.resolve("haptic.txt"));
        Drv2605 opened = Drv2605.open(part, LRA, file, clock, told::add);
        assertEquals(MADE, opened.calibration());
        assertTrue(told.getLast().contains("calibrated again at the next start"), told.toString());
    }

    @Test
    void shouldKeepTheFileWhenTheNewCalibrationFails() throws IOException {
        String text = written();
        put(text.replace("107", "108"));
        part.calibrationFails = true;
        assertThrows(Drv2605Fault.class, () -> Drv2605.open(part, LRA, file(), clock, told::add));
        assertFalse(Files.readString(file().path()).isEmpty());
    }
}
