package org.holdline.clip.wired;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.holdline.clip.imu.RegisterBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WiredRegistersTest {
    private final FakeDevice lower = new FakeDevice(400_000);
    private final FakeDevice upper = new FakeDevice(400_000);
    private final WiredRegisters bus = new WiredRegisters(
            "/dev/i2c-1", List.of(new WiredRegisters.Part(0x68, lower), new WiredRegisters.Part(0x69, upper)));

    @Test
    void shouldReachThePartOfTheAddressWhenReadingAndWriting() {
        byte[] into = new byte[16];
        assertEquals(RegisterBus.OK, bus.read(0x69, 0x30, into, 16));
        assertEquals(RegisterBus.OK, bus.write(0x68, 0x4E, 0x0F));
        assertEquals(RegisterBus.OK, bus.reopen());
        assertEquals(List.of("put 4e 0f", "reopen"), lower.calls);
        assertEquals(List.of("burst 30 16"), upper.calls);
        assertEquals(42, into[0]);
    }

    /** Error numbers of Linux and what the drivers make of them. */
    @ParameterizedTest
    @CsvSource({"6, 1", "121, 1", "110, 2", "11, 2", "5, 2", "19, 3", "9, 3", "16, 4", "22, 4"})
    void shouldNameTheFaultWhenTheKernelAnswersAnErrorNumber(int errno, int code) {
        lower.answer = -errno;
        byte[] into = new byte[2];
        assertEquals(code, bus.read(0x68, 0x2E, into, 2));
        assertEquals(code, bus.write(0x68, 0x11, 1));
        assertEquals(code, bus.reopen());
        assertArrayEquals(new byte[2], into);
    }

    @Test
    void shouldRefuseWhenAskedForAnotherPart() {
        assertThrows(IllegalArgumentException.class, () -> bus.write(0x50, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new WiredRegisters("/dev/i2c-1", List.of()));
    }
}
