package org.holdline.bus;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What to tell a person about a wire that cannot be used: what, where, the likely cause, the next command. */
final class Causes {
    private Causes() {}

    static BusException openI2c(String path, int errno) {
        Fault fault = Fault.ofOpen(errno);
        String what = switch (fault) {
            case NO_PERMISSION -> noPermission("I2C bus", path, "i2c");
            case NO_SUCH_BUS ->
                "I2C bus " + path + ": there is none of that name. " + listed(path, "i2c-")
                        + " Is I2C on? sudo raspi-config nonint do_i2c 0 (or dtparam=i2c_arm=on in config.txt)"
                        + " and sudo modprobe i2c-dev";
            case BUSY -> "I2C bus " + path + ": busy, another program holds it. Which: sudo fuser -v " + path;
            default -> "I2C bus " + path + ": cannot be opened";
        };
        return exception(fault, errno, what);
    }

    static BusException notABus(String path, int errno) {
        return exception(
                Fault.ofTransfer(errno),
                errno,
                "I2C bus " + path + ": does not answer as one. " + listed(path, "i2c-")
                        + " What they are: i2cdetect -l");
    }

    static BusException claimed(String path) {
        return new BusException(
                Fault.BUSY,
                Errno.EAGAIN,
                "I2C bus " + path + ": busy, another Holdline works with the clip on it. Which: sudo fuser -v " + path);
    }

    static BusException smbusOnly(String path) {
        return new BusException(
                Fault.OTHER,
                0,
                "I2C bus " + path + ": its adapter knows SMBus only, not plain I2C. Which can: i2cdetect -l");
    }

    static BusException address(String path, int address, int errno) {
        Fault fault = Fault.ofTransfer(errno);
        String where = "%s 0x%02x".formatted(path, address);
        String bus = path.substring(path.lastIndexOf('-') + 1);
        return exception(
                fault,
                errno,
                fault == Fault.BUSY
                        ? "I2C device " + where
                                + ": busy, a driver of the kernel holds this address (a clock chip sits at"
                                + " 0x68, too). Which: readlink /sys/bus/i2c/devices/%s-%04x/driver"
                                        .formatted(bus, address)
                        : "I2C device " + where + ": the bus refuses this address");
    }

    static BusException transfer(String where, String what, int errno) {
        Fault fault = Fault.ofTransfer(errno);
        String bus = where.substring(where.lastIndexOf('-') + 1).split(" ", 2)[0];
        String why = switch (fault) {
            case NACK ->
                "no acknowledge: not wired, not powered, or at another address. Who answers: i2cdetect -y " + bus;
            case BUS_STUCK ->
                "the bus is stuck or too slow: a part holds SDA or SCL, or a pull-up is missing. Power the clip off"
                        + " and on";
            case ADAPTER_GONE -> "the adapter has gone or the device was closed. Which are there: ls /dev/i2c-*";
            default -> "failed";
        };
        return exception(fault, errno, "I2C " + what + ", " + where + ": " + why);
    }

    static BusException openChip(String path, int errno) {
        Fault fault = Fault.ofOpen(errno);
        String what = switch (fault) {
            case NO_PERMISSION -> noPermission("GPIO chip", path, "gpio");
            case NO_SUCH_BUS ->
                "GPIO chip " + path + ": there is none of that name. " + listed(path, "gpiochip") + " Their labels:"
                        + " gpiodetect";
            case BUSY -> "GPIO chip " + path + ": busy, another program holds it. Which: sudo fuser -v " + path;
            default -> "GPIO chip " + path + ": is none, or of a kernel older than 5.10. Their labels: gpiodetect";
        };
        return exception(fault, errno, what);
    }

    static BusException noChip(String wanted, List<String> found, int errno) {
        String there = found.isEmpty() ? "There is none at all." : "There are " + String.join(", ", found) + ".";
        return exception(
                errno == 0 ? Fault.NO_SUCH_BUS : Fault.ofOpen(errno),
                errno,
                "GPIO chip " + wanted + ": none has that label. " + there + " Labels of all: sudo gpiodetect");
    }

    static BusException noLine(String chip, int line, int count) {
        return new BusException(
                Fault.NO_SUCH_BUS,
                0,
                "GPIO line " + line + " of " + chip + ": expected 0.." + (count - 1) + ". What there is: gpioinfo "
                        + chip);
    }

    static BusException line(String chip, int line, int errno) {
        Fault fault = Fault.ofTransfer(errno);
        String where = "GPIO line " + line + " of " + chip + ": ";
        String why = switch (fault) {
            case BUSY -> "busy, another program or driver holds it. Which: gpioinfo " + chip;
            case NO_PERMISSION -> "no permission. " + groupLine("gpio");
            case ADAPTER_GONE -> "the chip has gone or the line was closed";
            default -> "cannot be used like this. What it is: gpioinfo " + chip;
        };
        return exception(fault, errno, where + why);
    }

    static BusException noProvider(String id, String kind, List<String> found) {
        return new BusException(
                Fault.OTHER,
                0,
                "Pi4J provider " + id + ": not on the class path as one for " + kind + ". Found: "
                        + String.join(", ", found) + ". Own ones: " + KernelI2cProvider.ID + ", "
                        + KernelOutputProvider.ID);
    }

    private static BusException exception(Fault fault, int errno, String what) {
        return new BusException(fault, errno, errno == 0 ? what : what + " (errno " + errno + ")");
    }

    private static String noPermission(String kind, String path, String group) {
        return kind + " " + path + ": no permission. " + groupLine(group);
    }

    private static String groupLine(String group) {
        return "Not in group " + group + "? sudo usermod -aG " + group + " " + System.getProperty("user.name", "$USER")
                + ", then log in again (a service: restart it)";
    }

    private static String listed(String path, String prefix) {
        Path folder = Path.of(path).toAbsolutePath().getParent();
        List<String> found = deviceFiles(folder == null ? Path.of("/dev") : folder, prefix);
        return found.isEmpty() ? "There is none at all." : "There are " + String.join(", ", found) + ".";
    }

    /** Device files of one kind, sorted; none when the folder cannot be read. */
    static List<String> deviceFiles(Path folder, String prefix) {
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, prefix + "*")) {
            files.forEach(file -> found.add(file.toString()));
        } catch (IOException e) {
            return List.of();
        }
        Collections.sort(found);
        return found;
    }
}
