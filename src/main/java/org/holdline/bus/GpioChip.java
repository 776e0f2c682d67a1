package org.holdline.bus;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the GPIO chip that carries the header. */
final class GpioChip {
    /** Wanted name for: whichever chip carries the header of the Pi this runs on. */
    static final String HEADER = "header";

    /** Pi 5; Pi 4 and CM4; Pi 0 to 3 and Zero 2 W. The number of the device file has moved between kernels. */
    private static final List<String> HEADER_LABELS = List.of("pinctrl-rp1", "pinctrl-bcm2711", "pinctrl-bcm2835");

    private GpioChip() {}

    /**
     * The device file of a chip.
     *
     * @param wanted a path, a label, or {@link #HEADER}
     * @param number Pi4J's "bus" of a line; from 1 on it names the device file, 0 is what Pi4J fills in when nobody did
     * @throws BusException when no chip is called so
     */
    static String find(String devices, String wanted, int number) {
        if (number > 0) {
            return devices + "/gpiochip" + number;
        }
        if (wanted.startsWith("/")) {
            return wanted;
        }
        Map<String, String> pathByLabel = new LinkedHashMap<>();
        List<String> found = new ArrayList<>();
        int failed = 0;
        for (String path : Causes.deviceFiles(Path.of(devices), "gpiochip")) {
            try {
                String label = label(path);
                pathByLabel.putIfAbsent(label, realPath(path));
                found.add(path + " (" + label + ")");
            } catch (BusException e) {
                failed = e.errno();
                found.add(path + " (" + e.fault() + ")");
            }
        }
        for (String label : wanted.equals(HEADER) ? HEADER_LABELS : List.of(wanted)) {
            String path = pathByLabel.get(label);
            if (path != null) {
                return path;
            }
        }
        if (Fault.ofOpen(failed) == Fault.NO_PERMISSION) {
            throw Causes.openChip(devices + "/gpiochip*", failed);
        }
        String labels = wanted.equals(HEADER) ? "header (" + String.join(", ", HEADER_LABELS) + ")" : wanted;
        throw Causes.noChip(labels, found, 0);
    }

    private static String label(String path) {
        Descriptor chip = open(path);
        MemorySegment info = Arena.ofAuto().allocate(GpioUapi.CHIP_INFO);
        int answer = chip.ioctl(GpioUapi.GET_CHIPINFO, info);
        chip.close();
        if (answer < 0) {
            throw Causes.openChip(path, -answer);
        }
        return info.getString(GpioUapi.CHIP_INFO_LABEL);
    }

    /** How many lines a chip has. */
    static int lines(Descriptor chip, String path) {
        MemorySegment info = Arena.ofAuto().allocate(GpioUapi.CHIP_INFO);
        int answer = chip.ioctl(GpioUapi.GET_CHIPINFO, info);
        if (answer < 0) {
            throw Causes.openChip(path, -answer);
        }
        return info.get(JAVA_INT, GpioUapi.CHIP_INFO_LINES);
    }

    static Descriptor open(String path) {
        Descriptor chip = new Descriptor(path);
        if (chip.openAnswer() < 0) {
            throw Causes.openChip(path, -chip.openAnswer());
        }
        return chip;
    }

    /** Some systems keep an old number alive as a link to the new one. */
    private static String realPath(String path) {
        try {
            return Path.of(path).toRealPath().toString();
        } catch (IOException e) {
            return path;
        }
    }
}
