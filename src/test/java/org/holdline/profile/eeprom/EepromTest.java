package org.holdline.profile.eeprom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver against the part's own rules: pages, busy times, WP, and parts of another kind. */
class EepromTest {
    private static final long SEED = 24;
    private static final int KIB = 1024;

    private final RandomGenerator random = new Random(SEED);
    private final FakeEeprom chip = new FakeEeprom(32 * KIB, 64, random);
    private final Eeprom memory = new Eeprom(chip, EepromPart.C256, chip);

    private byte[] drawn(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static EepromException refused(EepromException.Kind kind, Executable work) {
        EepromException e = assertThrows(EepromException.class, work);
        assertEquals(kind, e.kind(), e.getMessage());
        return e;
    }

    @ParameterizedTest
    @CsvSource({
        "8, 32, ANY",
        "8, 32, C64",
        "16, 64, ANY",
        "16, 64, C128",
        "32, 64, C256",
        "64, 128, ANY",
        "64, 128, C512"
    })
    void shouldHoldWhatWasWrittenWhateverThePageIs(int kib, int page, EepromPart part) throws Exception {
        FakeEeprom each = new FakeEeprom(kib * KIB, page, random);
        byte[] unit = drawn(200);
        new Eeprom(each, part, each).write(37, unit);
        assertArrayEquals(unit, Arrays.copyOfRange(each.bytes, 37, 237));
        assertEquals((byte) 0xFF, each.bytes[36]);
        assertEquals((byte) 0xFF, each.bytes[237]);
        for (String write : each.writes) {
            int at = Integer.parseInt(write.split("\\+", 2)[0]);
            int length = Integer.parseInt(write.split("\\+", 2)[1]);
            assertEquals(at / page, (at + length - 1) / page, write + " runs past a page of " + page);
        }
    }

    @Test
    void shouldSplitAtPageBordersAndNowhereElseWhenItWrites() throws Exception {
        memory.write(64, drawn(64));
        memory.write(32, drawn(64));
        assertEquals(List.of("64+64", "32+32", "64+32"), chip.writes);
    }

    @Test
    void shouldWaitForTheWriteToEndWhenThePartIsBusy() throws Exception {
        byte[] unit = drawn(64);
        memory.write(0, unit);
        assertTrue(chip.notAcknowledged > 0, "the part was busy");
        byte[] read = new byte[64];
        memory.read(0, read);
        assertArrayEquals(unit, read);
    }

    @Test
    void shouldReadInBoundedPiecesWhenMuchIsAskedFor() throws Exception {
        byte[] all = drawn(chip.bytes.length);
        System.arraycopy(all, 0, chip.bytes, 0, all.length);
        byte[] read = new byte[2000];
        memory.read(77, read);
        assertArrayEquals(Arrays.copyOfRange(all, 77, 2077), read);
        assertEquals(Eeprom.READ_BYTES, chip.longestRead);
    }

    @Test
    void shouldGiveUpAfterADeadlineWhenNothingAnswers() {
        chip.cutAfter(0, FakeEeprom.Torn.OLD);
        refused(EepromException.Kind.SILENT, () -> memory.write(0, drawn(64)));
        long before = chip.nanoTime();
        EepromException e = refused(EepromException.Kind.SILENT, () -> memory.read(0, new byte[1]));
        long waitedMs = (chip.nanoTime() - before) / 1_000_000;
        assertTrue(waitedMs >= 50 && waitedMs < 60, waitedMs + " ms");
        assertTrue(String.valueOf(e.getMessage()).contains("/dev/i2c-1 0x50"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {-110, -11, -5, -19, -1})
    void shouldTellOtherErrorsAtOnceWhenTheBusFails(int answer) {
        chip.failure = answer;
        chip.failures = 1;
        EepromException e = refused(EepromException.Kind.BUS, () -> memory.read(0, new byte[1]));
        assertTrue(String.valueOf(e.getMessage()).contains("errno " + -answer), e.getMessage());
        assertEquals(0, chip.failures);
    }

    @ParameterizedTest
    @ValueSource(ints = {-6, -121})
    void shouldTryAgainWhenATransferWasNotAcknowledged(int answer) throws Exception {
        chip.failure = answer;
        chip.failures = 3;
        byte[] unit = drawn(64);
        memory.write(0, unit);
        assertArrayEquals(unit, Arrays.copyOf(chip.bytes, 64));
    }

    @Test
    void shouldFindTheTrapWhenWriteProtectAcknowledgesAndKeepsNothing() {
        chip.isWriteProtected = true;
        refused(EepromException.Kind.PROTECTED, () -> memory.write(0, drawn(64)));
    }

    @Test
    void shouldFindOutWhenThePageIsSmallerThanSaid() {
        FakeEeprom small = new FakeEeprom(8 * KIB, 32, random);
        refused(EepromException.Kind.DIFFERS, () -> new Eeprom(small, EepromPart.C256, small).write(0, drawn(64)));
    }

    @ParameterizedTest
    @EnumSource
    void shouldSeeThatAPartIsSmallerThanSaidWhenItHoldsAnything(EepromPart said) throws Exception {
        FakeEeprom small = new FakeEeprom(8 * KIB, 32, random);
        Eeprom each = new Eeprom(small, said, small);
        each.identify();
        System.arraycopy(drawn(500), 0, small.bytes, 100, 500);
        if (said.bytes() <= 8 * KIB) {
            each.identify();
        } else {
            EepromException e = refused(EepromException.Kind.SMALLER, each::identify);
            assertTrue(String.valueOf(e.getMessage()).contains("after 8192 bytes"), e.getMessage());
        }
        assertTrue(small.writes.isEmpty(), "nobody writes to find out");
    }

    @Test
    void shouldSeeThatAPartTakesOneAddressByteWhenItHoldsAnything() throws Exception {
        FakeEeprom one = new FakeEeprom(256, 8, random);
        one.addressBytes = 1;
        byte[] held = drawn(256);
        System.arraycopy(held, 0, one.bytes, 0, 256);
        refused(EepromException.Kind.ONE_ADDRESS_BYTE, () -> new Eeprom(one, EepromPart.ANY, one).identify());
        assertArrayEquals(held, one.bytes);
        assertTrue(one.writes.isEmpty(), "an address alone would have been a write");
    }
}
