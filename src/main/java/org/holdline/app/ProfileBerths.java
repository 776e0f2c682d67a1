package org.holdline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdline.bus.BusException;
import org.holdline.bus.Wires;
import org.holdline.clock.Clock;
import org.holdline.link.SerialPorts;
import org.holdline.link.wire.Codes.ImuPartCode;
import org.holdline.profile.eeprom.Eeprom;
import org.holdline.profile.eeprom.EepromHolder;
import org.holdline.profile.eeprom.EepromPart;
import org.holdline.profile.flash.ClipHolder;
import org.holdline.profile.flash.FlashException;
import org.holdline.profile.flash.Fleet;
import org.holdline.profile.flash.ProfileHolder;
import org.holdline.profile.flash.Refusal;
import org.holdline.settings.Imu;
import org.holdline.settings.Keys;
import org.holdline.settings.Settings;

/** What {@code --port} of the profile commands names: a serial port, or the memory of a wired clip. */
final class ProfileBerths {
    /** For help texts. */
    static final String WIRED = "i2c[:BUS][:0xADDRESS]";

    /** Where a 24-series EEPROM with its address pins low sits. */
    static final int USUAL_ADDRESS = 0x50;

    private static final int FIRST_ADDRESS = 0x08;
    private static final int LAST_ADDRESS = 0x77;

    private static final Pattern I2C = Pattern.compile("i2c(?::(?:/dev/i2c-)?(\\d{1,3}))?(?::0x([0-9a-fA-F]{1,2}))?");

    /**
     * How it is worked on.
     *
     * @param timeoutS how long a broken link is tried
     * @param takesForeign whether a memory that holds something else may be taken
     */
    record Options(int timeoutS, boolean takesForeign) {}

    private ProfileBerths() {}

    static boolean isWired(String port) {
        return port.equals("i2c") || port.startsWith("i2c:");
    }

    /** @throws Failure when it is neither */
    static Fleet.Berth of(String port, Settings settings, Options options) throws Failure {
        return isWired(port) ? wired(port, settings, options) : new Serial(Path.of(port), settings, options);
    }

    /** @throws Failure when it is not spelled like one */
    static Wired wired(String port, Settings settings, Options options) throws Failure {
        Matcher wired = I2C.matcher(port);
        if (!wired.matches()) {
            throw new Failure(ExitCode.USAGE, "--port: " + port + ", expected " + WIRED + ", such as i2c:1:0x50");
        }
        int bus = wired.group(1) == null ? settings.get(Keys.I2C_BUS) : Integer.parseInt(wired.group(1));
        int address = wired.group(2) == null
                ? settings.get(Keys.I2C_EEPROM_ADDRESS).orElse(USUAL_ADDRESS)
                : Integer.parseInt(wired.group(2), 16);
        if (address < FIRST_ADDRESS || address > LAST_ADDRESS) {
            throw new Failure(ExitCode.USAGE, "--port: " + port + ", expected an address 0x08..0x77");
        }
        return new Wired(port, bus, address, settings, options);
    }

    /** The lock of a bus, which a run with a wired clip takes too. */
    static String busLock(int bus) {
        return "bus i2c-" + bus;
    }

    /** The part that the settings name. */
    static EepromPart part(Settings settings) {
        return settings.get(Keys.I2C_EEPROM_PART)
                .map(type -> switch (type) {
                    case C64 -> EepromPart.C64;
                    case C128 -> EepromPart.C128;
                    case C256 -> EepromPart.C256;
                    case C512 -> EepromPart.C512;
                })
                .orElse(EepromPart.ANY);
    }

    private record Serial(Path port, Settings settings, Options options) implements Fleet.Berth {
        @Override
        public String name() {
            return port.toString();
        }

        /** One name for a port, by whatever link it is called. */
        @Override
        public String lock() {
            try {
                return "port " + port.toRealPath();
            } catch (IOException e) {
                return "port " + port;
            }
        }

        @Override
        public ProfileHolder holder() {
            return new ClipHolder(
                    GuardedPort.opener(SerialPorts.opener(port, settings.get(Keys.SERIAL_BAUD)), clock()),
                    clock(),
                    new Random().nextInt(),
                    1000L * options.timeoutS());
        }

        @Override
        public Clock clock() {
            return Clock.system();
        }
    }

    /** The memory of a wired clip. */
    record Wired(String name, int bus, int address, Settings settings, Options options) implements Fleet.Berth {
        @Override
        public String lock() {
            return busLock(bus);
        }

        /**
         * The memory, on a bus that no other program works on.
         *
         * @throws BusException when the bus cannot be had
         */
        Eeprom memory(Wires wires) {
            wires.claim(bus);
            return new Eeprom(wires.device(bus, address), part(settings), clock());
        }

        EepromHolder.Options holderOptions() {
            return new EepromHolder.Options(
                    List.of(code(settings.get(Keys.I2C_LOWER_PART)), code(settings.get(Keys.I2C_UPPER_PART))),
                    options.takesForeign());
        }

        @Override
        public ProfileHolder holder() throws FlashException {
            try {
                Wires wires = Wires.open(WiredSource.wiresParams(settings), clock());
                try {
                    return new EepromHolder(memory(wires), holderOptions(), wires::close);
                } catch (BusException e) {
                    wires.close();
                    throw e;
                }
            } catch (BusException e) {
                throw refused(e);
            }
        }

        private static FlashException refused(BusException e) {
            Refusal refusal = switch (e.fault()) {
                case NO_SUCH_BUS -> Refusal.PORT_MISSING;
                case NO_PERMISSION -> Refusal.PORT_FORBIDDEN;
                case BUSY -> Refusal.PORT_BUSY;
                default -> Refusal.BUS;
            };
            return new FlashException(refusal, Failure.textOf(e), e);
        }

        private static int code(Imu imu) {
            return switch (imu) {
                case ICM42688P -> ImuPartCode.ICM42688P;
                case LSM6DSV16X -> ImuPartCode.LSM6DSV16X;
                case MPU6050 -> ImuPartCode.MPU6050;
            };
        }

        @Override
        public Clock clock() {
            return Clock.system();
        }
    }
}
