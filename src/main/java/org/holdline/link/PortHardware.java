package org.holdline.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a serial port hangs on, read from the kernel's list of devices without opening the port.
 *
 * <p>Linux: {@code /sys/class/tty/NAME/device} leads to the USB interface, whose parent tells {@code idVendor}, {@code
 * idProduct} and {@code serial} (Documentation/ABI/testing/sysfs-bus-usb); a port of Bluetooth tells the {@code address} of
 * its partner (net/bluetooth/rfcomm/tty.c).
 */
final class PortHardware {
    /** Numbered as they come; a UART of the board keeps its number, and so does a link that udev or a person made. */
    private static final Pattern COUNTED = Pattern.compile("(ttyACM|ttyUSB|rfcomm)[0-9]+");

    private final Path devices;
    private final Path ttys;

    /** This machine's. */
    PortHardware() {
        this(Path.of("/dev"), Path.of("/sys/class/tty"));
    }

    /**
     * Another place.
     *
     * @param devices folder of the device files
     * @param ttys folder of the kernel's terminals
     */
    PortHardware(Path devices, Path ttys) {
        this.devices = devices;
        this.ttys = ttys;
    }

    /** Names that the kernel gives to ports of the same kind one after another; null when this one stays with its device. */
    @Nullable
    Path alike(Path port) {
        Matcher counted = COUNTED.matcher(String.valueOf(port.getFileName()));
        return counted.matches() && devices.equals(port.getParent()) ? devices.resolve(counted.group(1) + "*") : null;
    }

    /** What tells this device from others of its make, as far as it has such a thing; null when nothing is known of it. */
    @Nullable
    String of(Path port) {
        try {
            Path tty = ttys.resolve(String.valueOf(port.toRealPath().getFileName()));
            String partner = text(tty.resolve("address"));
            return partner != null ? "bluetooth " + partner : usb(tty.resolve("device"));
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable String usb(Path device) throws IOException {
        String part = "";
        for (Path at = device.toRealPath(); at != null; at = at.getParent()) {
            String interfaceNumber = text(at.resolve("bInterfaceNumber"));
            part = interfaceNumber == null ? part : " part " + interfaceNumber;
            String vendor = text(at.resolve("idVendor"));
            if (vendor != null) {
                String number = text(at.resolve("serial"));
                return "usb " + vendor + ":" + text(at.resolve("idProduct")) + " "
                        + (number == null ? "without number" : number) + part;
            }
        }
        return null;
    }

    private static @Nullable String text(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.readString(file).strip() : null;
    }
}
