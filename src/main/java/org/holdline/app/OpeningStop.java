package org.holdline.app;

import org.holdline.bus.Wires;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Ctrl-C and SIGTERM do while outputs are open and no run has taken them over: everything off. */
final class OpeningStop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpeningStop.class);

    private final Wires wires;
    private final Thread hook = new Thread(this::stop, "holdline-stop-opening");
    private volatile @Nullable Motors motors;

    OpeningStop(Wires wires) {
        this.wires = wires;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The motors are open from now on. */
    void with(Motors opened) {
        motors = opened;
    }

    private void stop() {
        WiredSource.closeAll(motors, wires);
    }

    /** Somebody else stops them from now on. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("the hook is at work already", e);
        }
    }
}
