package org.holdline.link;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Serial ports of this machine: which there are, and how one is opened. The only place that knows jSerialComm. */
public final class SerialPorts {
    private static final int READ_TIMEOUT_MS = 100;
    private static final int DATA_BITS = 8;
    private static final int QUEUE_BYTES = 16_384;

    // Numbers of Linux, the same on every architecture.
    private static final int EPERM = 1;
    private static final int ENOENT = 2;
    private static final int EACCES = 13;
    private static final int EBUSY = 16;
    private static final int EAGAIN = 11;

    // What an rfcomm port answers whose device does not: the kernel's net/bluetooth hands these up to the open.
    private static final Set<Integer> OUT_OF_REACH = Set.of(
            6, // ENXIO
            19, // ENODEV
            103, // ECONNABORTED
            104, // ECONNRESET
            107, // ENOTCONN
            110, // ETIMEDOUT
            111, // ECONNREFUSED
            112, // EHOSTDOWN
            113); // EHOSTUNREACH

    private static final Path DEVICES = Path.of("/dev");
    private static final List<String> LIKELY = List.of("ttyACM*", "ttyUSB*", "rfcomm*", "ttyAMA*", "serial[0-9]");

    /** Group of serial ports on Debian and Raspberry Pi OS. */
    private static final String USUAL_GROUP = "dialout";

    /**
     * A port that is there.
     *
     * @param path of its device file
     * @param description what it says of itself
     * @param usbId vendor and product, empty when it is no USB device
     */
    public record Found(String path, String description, String usbId) {}

    private SerialPorts() {}

    /** The ports of this machine, by path. */
    public static List<Found> list() {
        return Arrays.stream(SerialPort.getCommPorts())
                .map(port -> new Found(
                        port.getSystemPortPath(),
                        port.getDescriptivePortName(),
                        port.getVendorID() <= 0
                                ? ""
                                : String.format("%04x:%04x", port.getVendorID(), port.getProductID())))
                .sorted(Comparator.comparing(Found::path))
                .toList();
    }

    /** Device files that a clip may hang on, sorted. */
    public static List<String> candidates() {
        List<String> found = new ArrayList<>();
        for (String pattern : LIKELY) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(DEVICES, pattern)) {
                files.forEach(file -> found.add(file.toString()));
            } catch (IOException e) {
                return List.of();
            }
        }
        found.sort(null);
        return found;
    }

    /**
     * Runs this when the JVM ends, while ports can still be written: jSerialComm closes them in a hook of its own, and an
     * ordinary hook that writes at the same time writes nothing.
     */
    public static void atTheEnd(Thread work) {
        SerialPort.addShutdownHook(work);
    }

    /** A port by its device file or a link to it. */
    public static PipeOpener opener(Path port, int baud) {
        return () -> open(port, baud);
    }

    private static BytePipe open(Path named, int baud) throws PortException {
        Path device = deviceOf(named);
        SerialPort port;
        try {
            port = SerialPort.getCommPort(device.toString());
        } catch (SerialPortInvalidPortException e) {
            throw missing(named);
        }
        port.setComPortParameters(baud, DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        // A write that does not wait spins a core while the other end takes nothing; a watchdog ends one that waits.
        port.setComPortTimeouts(
                SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING, READ_TIMEOUT_MS, 0);
        // It may answer true with an error left over, so that only its answer counts.
        if (!port.openPort(0, QUEUE_BYTES, QUEUE_BYTES)) {
            throw failure(named, port.getLastErrorCode());
        }
        return new SerialPipe(port);
    }

    private static Path deviceOf(Path named) throws PortException {
        Path device;
        try {
            device = named.toRealPath();
        } catch (IOException e) {
            throw missing(named);
        }
        if (!Files.isReadable(device) || !Files.isWritable(device)) {
            throw noPermission(named, device);
        }
        return device;
    }

    static PortException failure(Path named, int errno) {
        if (OUT_OF_REACH.contains(errno)) {
            return new PortException(
                    PortException.Kind.OUT_OF_REACH,
                    "serial port " + named + ": what is behind it does not answer (errno " + errno
                            + "). Is the clip on, charged and near?");
        }
        return switch (errno) {
            // What jSerialComm says when this very program holds the port.
            case ENOENT -> Files.exists(named) ? busy(named) : missing(named);
            case EACCES, EPERM -> noPermission(named, named);
            case EBUSY, EAGAIN -> busy(named);
            default ->
                new PortException(
                        PortException.Kind.OTHER,
                        "serial port " + named + ": cannot be opened as one (errno " + errno + ")");
        };
    }

    private static PortException busy(Path named) {
        return new PortException(
                PortException.Kind.BUSY,
                "serial port " + named + ": busy, another program holds it. Which: sudo fuser -v " + named);
    }

    private static PortException missing(Path named) {
        List<String> found = candidates();
        return new PortException(
                PortException.Kind.MISSING,
                "serial port " + named + ": there is none of that name. "
                        + (found.isEmpty()
                                ? "No serial port is there at all."
                                : "There are " + String.join(", ", found) + ".")
                        + " What they are: holdline clip list");
    }

    private static PortException noPermission(Path named, Path device) {
        String group = groupOf(device);
        return new PortException(
                PortException.Kind.NO_PERMISSION,
                "serial port " + named + ": no permission. Not in group " + group + "? sudo usermod -aG " + group + " "
                        + System.getProperty("user.name", "$USER") + ", then log in again (a service: restart it)");
    }

    private static String groupOf(Path device) {
        try {
            String group = Files.readAttributes(device, PosixFileAttributes.class)
                    .group()
                    .getName();
            return group.equals("root") ? USUAL_GROUP : group;
        } catch (IOException | UnsupportedOperationException e) {
            return USUAL_GROUP;
        }
    }

    private record SerialPipe(SerialPort port) implements BytePipe {
        @Override
        public int read(byte[] into) {
            // After a hang-up the port still says that it is open; only the answer tells.
            int count = port.readBytes(into, into.length);
            return count < 0 ? GONE : count;
        }

        @Override
        public boolean write(byte[] bytes, int length) {
            return port.writeBytes(bytes, length) == length;
        }

        @Override
        public void close() {
            port.closePort();
        }
    }
}
