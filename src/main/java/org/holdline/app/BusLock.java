package org.holdline.app;

import java.nio.file.Path;
import org.holdline.profile.flash.FlashException;
import org.holdline.profile.flash.Locks;
import org.holdline.profile.flash.Refusal;
import org.holdline.settings.Keys;
import org.holdline.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Keeps runs with the wired clip and profile commands on its memory apart, before either touches the bus, between processes
 * that share a state folder. Others are kept apart by {@link org.holdline.bus.Wires#claim}. The system takes both back when the
 * program ends, however it ends.
 */
final class BusLock implements AutoCloseable {
    /** No lock. */
    static final BusLock NONE = new BusLock(null);

    private final Locks.@Nullable Held held;

    private BusLock(Locks.@Nullable Held held) {
        this.held = held;
    }

    /**
     * Takes the lock of the bus in the settings. A state folder that cannot be written is told and is no reason not to run.
     *
     * @throws Failure when another program holds it
     */
    static BusLock take(Settings settings) throws Failure {
        Path state = StateFolder.of(settings, System.getenv());
        int bus = settings.get(Keys.I2C_BUS);
        try {
            return new BusLock(new Locks(state).take(ProfileBerths.busLock(bus)));
        } catch (FlashException e) {
            if (e.refusal() == Refusal.STATE_FOLDER) {
                System.err.println("holdline: warning: " + e.text());
                return NONE;
            }
            throw new Failure(
                    ExitCode.FAILED,
                    "/dev/i2c-" + bus + ": another run, or a profile command, works with the wired clip on this bus;"
                            + " end it, then the same command again");
        }
    }

    @Override
    public void close() {
        if (held != null) {
            held.close();
        }
    }
}
