package org.holdline.bus;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.context.Context;
import com.pi4j.extension.Plugin;
import com.pi4j.extension.PluginService;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CConfig;
import com.pi4j.io.i2c.I2CProvider;
import com.pi4j.io.i2c.I2CProviderBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.holdline.clock.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The providers as Pi4J finds and calls them, on a machine without any wire. */
class WiresTest {
    private final Clock clock = Clock.system();

    @TempDir
    Path devices;

    @Test
    void shouldHoldOnlyTheNamedProvidersWhenOpen() {
        try (Wires wires = open()) {
            assertEquals(
                    Set.of("holdline-i2c", "holdline-gpio", "holdline-gpio-input"),
                    wires.context().providers().all().keySet());
            assertFalse(wires.context().config().enableShutdownHook());
        }
    }

    @Test
    void shouldSayWhichBusesThereAreWhenPi4jIsAskedForAnother() throws IOException {
        Files.createFile(devices.resolve("i2c-3"));
        try (Wires wires = open()) {
            Context context = wires.context();
            var config = I2C.newConfigBuilder(context).bus(7).device(0x68).build();
            BusException byType = assertThrows(BusException.class, () -> context.create(config));
            assertAll(
                    () -> assertEquals(Fault.NO_SUCH_BUS, byType.fault()),
                    () -> assertTrue(byType.getMessage().contains(devices + "/i2c-3"), byType.getMessage()),
                    () -> assertThrows(BusException.class, () -> wires.device(7, 0x68)),
                    () -> assertTrue(context.registry().all().isEmpty()));
        }
    }

    @Test
    void shouldKeepOthersAwayWhenABusIsClaimed() throws Exception {
        Path bus = Files.createFile(devices.resolve("i2c-3"));
        try (Wires other = open()) {
            try (Wires wires = open()) {
                wires.claim(3);
                BusException refused = assertThrows(BusException.class, () -> other.claim(3));
                assertEquals(Fault.BUSY, refused.fault());
                assertEquals(1, inAnotherProcess(bus), "a program of another user is kept away as well");
                BusException none = assertThrows(BusException.class, () -> other.claim(4));
                assertEquals(Fault.NO_SUCH_BUS, none.fault());
            }
            assertEquals(0, inAnotherProcess(bus));
            other.claim(3);
        }
    }

    /** Exit status of the tool that locks a file the same way. */
    private static int inAnotherProcess(Path file) throws Exception {
        return new ProcessBuilder("flock", "--nonblock", file.toString(), "true")
                .start()
                .waitFor();
    }

    @Test
    void shouldRefuseWhatIsNoBusWhenOpened() throws IOException {
        Files.createSymbolicLink(devices.resolve("i2c-3"), Path.of("/dev/null"));
        try (Wires wires = open()) {
            BusException refused = assertThrows(BusException.class, () -> wires.device(3, 0x68));
            assertEquals(Errno.ENOTTY, refused.errno());
        }
    }

    @Test
    void shouldRefuseAddressesNoPartHasWhenAsked() throws IOException {
        try (Wires wires = open()) {
            assertThrows(RuntimeException.class, () -> wires.device(3, 0x78));
        }
    }

    @Test
    void shouldSayWhichChipsThereAreWhenPi4jIsAskedForALine() throws IOException {
        Files.createSymbolicLink(devices.resolve("gpiochip0"), Path.of("/dev/null"));
        try (Wires wires = open()) {
            Context context = wires.context();
            var output = DigitalOutput.newConfigBuilder(context).bcm(18).build();
            var input = DigitalInput.newConfigBuilder(context).bcm(17).build();
            BusException refused = assertThrows(BusException.class, () -> context.create(output));
            assertAll(
                    () -> assertTrue(refused.getMessage().contains("pinctrl-rp1"), refused.getMessage()),
                    () -> assertTrue(refused.getMessage().contains(devices + "/gpiochip0"), refused.getMessage()),
                    () -> assertThrows(BusException.class, () -> context.create(input)),
                    () -> assertThrows(BusException.class, () -> wires.output(18, false)),
                    () -> assertThrows(
                            BusException.class,
                            () -> wires.input(17, Wires.Pull.NONE, Wires.Edge.BOTH, (timeNs, rising, number) -> {})),
                    () -> assertTrue(context.registry().all().isEmpty()));
        }
    }

    @Test
    void shouldRefuseAPathThatIsNoChipWhenAskedForALine() {
        try (Wires wires = Wires.open(WiresParams.own("/dev/null"), clock, devices.toString())) {
            BusException refused = assertThrows(BusException.class, () -> wires.output(18, false));
            assertEquals(Errno.ENOTTY, refused.errno());
        }
    }

    @Test
    void shouldNameTheMissingProviderWhenNoPluginHasIt() {
        WiresParams params = new WiresParams("ffm-i2c", WiresParams.OWN_GPIO, WiresParams.OWN_GPIO, "header");
        BusException missing = assertThrows(BusException.class, () -> Wires.open(params, clock));
        assertTrue(missing.getMessage().contains("ffm-i2c"), missing.getMessage());
    }

    @Test
    void shouldTakeProvidersOfPluginsByNameWhenTheyAreNoMocks() {
        PluginProviders found =
                new PluginProviders(List.of(new Registering("mock-i2c", true), new Registering("real-i2c", false)));
        assertAll(
                () -> assertEquals(
                        "real-i2c", found.find("real-i2c", I2CProvider.class).id()),
                () -> assertThrows(BusException.class, () -> found.find("mock-i2c", I2CProvider.class)));
    }

    @Test
    void shouldDoNothingWhenClosedTwice() {
        Wires wires = open();
        wires.close();
        wires.close();
        assertTrue(wires.context().isShutdown());
    }

    private Wires open() {
        return Wires.open(WiresParams.own(WiresParams.HEADER_CHIP), clock, devices.toString());
    }

    private record Registering(String id, boolean isMock) implements Plugin {
        @Override
        public void initialize(PluginService service) {
            service.register(new Named(id));
        }
    }

    private static final class Named extends I2CProviderBase {
        Named(String id) {
            super(id);
        }

        @Override
        public I2C create(I2CConfig config) {
            throw new UnsupportedOperationException();
        }
    }
}
