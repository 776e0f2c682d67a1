package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import org.holdline.settings.Settings;
import org.holdline.settings.SettingsLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What --port names. */
class ProfileBerthsTest {
    private static final ProfileBerths.Options OPTIONS = new ProfileBerths.Options(1, false);

    private static Settings settings() throws Exception {
        return new SettingsLoader(Path.of("/nonexistent"), Map.of())
                .flag("i2c.bus", "test", "5")
                .flag("i2c.eeprom_address", "test", "0x51")
                .load();
    }

    @ParameterizedTest
    @CsvSource({
        "i2c, 5, 81",
        "i2c:1, 1, 81",
        "i2c:1:0x57, 1, 87",
        "i2c:/dev/i2c-9, 9, 81",
        "i2c:/dev/i2c-9:0x50, 9, 80",
        "i2c:0x54, 5, 84"
    })
    void shouldNameABusAndAnAddressWhenItSaysI2c(String port, int bus, int address) throws Exception {
        ProfileBerths.Wired wired = ProfileBerths.wired(port, settings(), OPTIONS);
        assertEquals(bus, wired.bus());
        assertEquals(address, wired.address());
        assertEquals("bus i2c-" + bus, wired.lock());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"i2c:", "i2c:x", "i2c:1:80", "i2c:1:0x", "i2c:1:0x50:1", "i2c:1:0x07", "i2c:1:0x78", "i2c:9999"})
    void shouldRefuseAsUsageWhenItIsSpelledOtherwise(String port) {
        Failure failure = assertThrows(Failure.class, () -> ProfileBerths.of(port, settings(), OPTIONS));
        assertEquals(ExitCode.USAGE, failure.exitCode());
    }

    @Test
    void shouldTakeTheUsualAddressWhenNoneIsSet() throws Exception {
        Settings unset = new SettingsLoader(Path.of("/nonexistent"), Map.of()).load();
        assertEquals(0x50, ProfileBerths.wired("i2c:1", unset, OPTIONS).address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/ttyACM0", "./i2c:1", "i2cx", "/dev/i2c-1"})
    void shouldBeASerialPortWhenItDoesNotBeginWithI2c(String port) {
        assertFalse(ProfileBerths.isWired(port));
    }
}
