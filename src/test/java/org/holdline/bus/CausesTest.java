package org.holdline.bus;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told: what, where, the likely cause, the next command. */
class CausesTest {
    @TempDir
    Path devices;

    @Test
    void shouldNameGroupAndCommandWhenPermissionIsMissing() {
        String user = System.getProperty("user.name");
        BusException bus = Causes.openI2c("/dev/i2c-1", Errno.EACCES);
        assertAll(
                () -> assertEquals(Fault.NO_PERMISSION, bus.fault()),
                () -> assertEquals(Errno.EACCES, bus.errno()),
                () -> assertContains("/dev/i2c-1", bus),
                () -> assertContains("sudo usermod -aG i2c " + user, bus),
                () -> assertContains("sudo usermod -aG gpio " + user, Causes.openChip("/dev/gpiochip0", Errno.EPERM)));
    }

    @Test
    void shouldListTheBusesThereAreWhenThereIsNoSuchBus() throws IOException {
        Files.createFile(devices.resolve("i2c-1"));
        Files.createFile(devices.resolve("i2c-20"));
        BusException bus = Causes.openI2c(devices + "/i2c-9", Errno.ENOENT);
        assertAll(
                () -> assertEquals(Fault.NO_SUCH_BUS, bus.fault()),
                () -> assertContains("There are " + devices + "/i2c-1, " + devices + "/i2c-20.", bus),
                () -> assertContains("There is none at all.", Causes.openChip(devices + "/gpiochip0", Errno.ENOENT)));
    }

    @Test
    void shouldNameTheNextCommandWhenBusyOrSilent() {
        assertAll(
                () -> assertContains(
                        "readlink /sys/bus/i2c/devices/1-0068/driver", Causes.address("/dev/i2c-1", 0x68, Errno.EBUSY)),
                () -> assertContains("sudo fuser -v /dev/i2c-1", Causes.openI2c("/dev/i2c-1", Errno.EBUSY)),
                () -> assertContains("i2cdetect -y 1", Causes.transfer("/dev/i2c-1 0x68", "read", Errno.EREMOTEIO)),
                () -> assertContains("SDA or SCL", Causes.transfer("/dev/i2c-1 0x68", "read", Errno.ETIMEDOUT)),
                () -> assertContains("gpioinfo /dev/gpiochip0", Causes.line("/dev/gpiochip0", 18, Errno.EBUSY)));
    }

    @Test
    void shouldNameTheProvidersThereAreWhenOneIsMissing() {
        BusException provider = Causes.noProvider("ffm-i2c", "I2CProvider", List.of("linuxfs-i2c"));
        assertAll(() -> assertContains("linuxfs-i2c", provider), () -> assertContains("holdline-i2c", provider));
    }

    private static void assertContains(String part, BusException e) {
        assertTrue(e.getMessage().contains(part), e.getMessage());
    }
}
