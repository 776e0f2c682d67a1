package org.holdline.link;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.holdline.clock.Clock;
import org.jspecify.annotations.Nullable;

/**
 * A clip's port by its name, and by the clip when it has come back under another one: ttyACM0 as ttyACM1.
 *
 * <p>The port that the clip was greeted on last is asked first, then the one that was named. Others are asked only when a
 * clip was greeted in this run, has been away for {@link #AWAY_NS}, and only those that {@link #scope} lets in: bytes sent to
 * a strange device may do anything there. The link takes no other clip than the one it has greeted; a port that led to none
 * or to another is left alone for {@link #STRANGE_NS}. A port that another program holds is refused by the kernel before a
 * byte is sent, and that program notices nothing.
 *
 * <p><b>Threads:</b> {@link #open} belongs to one at a time, {@link #current} is any thread's.
 */
public final class PortSearch implements PipeOpener {
    private static final long MS = 1_000_000;

    /**
     * A device that starts anew is back under its old name within a second or so; the name is given to the next one that
     * comes while somebody still holds the old port, and that is over by then: the link lets go of a port at once.
     */
    static final long AWAY_NS = 2000 * MS;

    /** How long a port on which the clip was not found is left alone. */
    static final long STRANGE_NS = 30_000 * MS;

    /** Ports that are asked beyond the named one. */
    public sealed interface Scope {
        /** None. */
        record Nowhere() implements Scope {}

        /**
         * Ports of the same kind of name, behind the very device that the clip was behind: the same USB vendor, product,
         * serial number and interface, or the same Bluetooth address.
         */
        record SameDevice() implements Scope {}

        /**
         * Ports of such a name, whatever they are; whoever says so knows that nothing but clips is there.
         *
         * @param pattern path whose last part may hold {@code *}, {@code ?} and {@code [0-9]}
         */
        record Named(Path pattern) implements Scope {}
    }

    /**
     * Where a clip may be.
     *
     * @param named its port
     * @param scope where else
     */
    public record Places(Path named, Scope scope) {}

    private final Path named;
    private final Scope scope;
    private final Function<Path, PipeOpener> ports;
    private final LongSupplier greetings;
    private final Clock clock;
    private final PortHardware hardware;
    private final Map<Path, Long> strangeSinceNs = new HashMap<>();

    private volatile Path current;
    private Path home;
    private @Nullable String device;
    private @Nullable String deviceOpened;
    private long greetingsAtOpen;
    private boolean opened;
    private boolean met;
    private long awaySinceNs;

    /**
     * Opens nothing yet.
     *
     * @param ports how a port is opened
     * @param greetings how often the wanted clip has been greeted, {@link Link#greetings}
     */
    public PortSearch(Places places, Function<Path, PipeOpener> ports, LongSupplier greetings, Clock clock) {
        this(places, ports, greetings, clock, new PortHardware());
    }

    PortSearch(
            Places places,
            Function<Path, PipeOpener> ports,
            LongSupplier greetings,
            Clock clock,
            PortHardware hardware) {
        named = places.named();
        scope = places.scope();
        this.ports = ports;
        this.greetings = greetings;
        this.clock = clock;
        this.hardware = hardware;
        current = named;
        home = named;
    }

    /** The port that was opened last, the named one before that. */
    public Path current() {
        return current;
    }

    @Override
    public BytePipe open() throws PortException {
        long nowNs = clock.nanoTime();
        judge(nowNs);
        List<Path> inTurn = inTurn(nowNs);
        PortException first = null;
        for (Path port : inTurn) {
            try {
                return open(port);
            } catch (PortException e) {
                first = first == null || port.equals(named) ? e : first;
            }
        }
        throw first == null ? new PortException(PortException.Kind.MISSING, "serial port " + named + ": gone") : first;
    }

    /** What became of the port opened last. */
    private void judge(long nowNs) {
        if (!opened) {
            return;
        }
        opened = false;
        if (greetings.getAsLong() != greetingsAtOpen) {
            met = true;
            home = current;
            device = deviceOpened;
            awaySinceNs = nowNs;
            strangeSinceNs.clear();
        } else {
            strangeSinceNs.put(current, nowNs);
        }
    }

    private List<Path> inTurn(long nowNs) {
        List<Path> turn = new ArrayList<>();
        if (!home.equals(named) && isStillThere(home)) {
            turn.add(home);
        }
        turn.add(named);
        if (met && nowNs - awaySinceNs >= AWAY_NS) {
            others().stream().filter(port -> !turn.contains(port)).forEach(turn::add);
            turn.sort((a, b) -> Boolean.compare(isStrange(a, nowNs), isStrange(b, nowNs)));
            turn.removeIf(port -> isStrange(port, nowNs) && !port.equals(named));
        }
        return turn;
    }

    /** A name that was only found, never given, may have gone to another device since. */
    private boolean isStillThere(Path found) {
        return !(scope instanceof Scope.SameDevice) || (device != null && device.equals(hardware.of(found)));
    }

    private boolean isStrange(Path port, long nowNs) {
        Long sinceNs = strangeSinceNs.get(port);
        return sinceNs != null && nowNs - sinceNs < STRANGE_NS;
    }

    private List<Path> others() {
        return switch (scope) {
            case Scope.Nowhere ignored -> List.of();
            case Scope.Named wanted -> matching(wanted.pattern());
            case Scope.SameDevice ignored -> sameDevice();
        };
    }

    private List<Path> sameDevice() {
        String wanted = device;
        Path pattern = hardware.alike(named);
        return wanted == null || pattern == null
                ? List.of()
                : matching(pattern).stream()
                        .filter(port -> wanted.equals(hardware.of(port)))
                        .toList();
    }

    private static List<Path> matching(Path pattern) {
        Path folder = pattern.toAbsolutePath().getParent();
        List<Path> found = new ArrayList<>();
        if (folder != null && Files.isDirectory(folder)) {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern.getFileName());
            try (DirectoryStream<Path> files =
                    Files.newDirectoryStream(folder, f -> matcher.matches(f.getFileName()))) {
                files.forEach(found::add);
            } catch (IOException e) {
                return List.of();
            }
        }
        found.sort(null);
        return found;
    }

    private BytePipe open(Path port) throws PortException {
        String behind = hardware.of(port);
        long greeted = greetings.getAsLong();
        BytePipe pipe = ports.apply(port).open();
        current = port;
        deviceOpened = behind;
        greetingsAtOpen = greeted;
        opened = true;
        return pipe;
    }
}
