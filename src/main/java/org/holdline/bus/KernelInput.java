package org.holdline.bus;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line that is watched by a thread of its own, asleep in the kernel until an edge comes. */
final class KernelInput extends DigitalInputBase implements InputLine {
    private static final Logger LOG = LoggerFactory.getLogger(KernelInput.class);

    /** How long a close may have to wait for the watching thread to notice. */
    private static final int WAKE_MS = 100;

    private static final int JOIN_MS = 10 * WAKE_MS;
    private static final int EVENTS_AT_ONCE = 16;

    private final LineRequest line;
    private final MemorySegment events = Arena.ofAuto().allocate(GpioUapi.EVENT, EVENTS_AT_ONCE);
    private final Thread watcher;
    private volatile @Nullable Edges edges;
    private volatile boolean closing;
    private volatile long lostEdges;
    private int lastSequence;

    KernelInput(DigitalInputProvider provider, DigitalInputConfig config, String chip) {
        super(provider, config);
        long bias = switch (config.pull()) {
            case PULL_UP -> GpioUapi.FLAG_BIAS_PULL_UP;
            case PULL_DOWN -> GpioUapi.FLAG_BIAS_PULL_DOWN;
            default -> GpioUapi.FLAG_BIAS_DISABLED;
        };
        long debounceUs = config.debounce() == null ? 0 : config.debounce();
        if (debounceUs < 0 || debounceUs > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("debounce=" + debounceUs + ", expected 0..2147483647 us");
        }
        line = LineRequest.input(chip, config.bcm(), bias, (int) debounceUs);
        watcher = new Thread(this::watch, "edges of " + line.where());
        watcher.setDaemon(true);
    }

    @Override
    public DigitalInput initialize(Context context) {
        super.initialize(context);
        watcher.start();
        return this;
    }

    @Override
    public String where() {
        return line.where();
    }

    /**
     * Who is told of which edges without an object being made for each; replaces whoever was told before.
     *
     * @throws BusException when the kernel refuses
     */
    synchronized void tell(Edges listener, boolean rising, boolean falling) {
        line.watch(rising, falling);
        edges = listener;
    }

    @Override
    public synchronized int sense() {
        return closing ? -Errno.EBADF : line.get();
    }

    @Override
    public long lostEdges() {
        return lostEdges;
    }

    /** @throws BusException when the kernel refuses */
    @Override
    public DigitalState state() {
        int level = sense();
        if (level < 0) {
            throw line.exception(-level);
        }
        return DigitalState.state(level);
    }

    @Override
    public DigitalInput shutdownInternal(Context context) {
        release();
        return super.shutdownInternal(context);
    }

    /** May be called any number of times. */
    void release() {
        closing = true;
        // A thread that never started has ended, and one that closes its own line cannot wait for itself.
        if (Thread.currentThread() != watcher) {
            try {
                watcher.join(JOIN_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (watcher.isAlive()) {
                LOG.warn("{}: its listener has not come back for {} ms", line.where(), JOIN_MS);
            }
        }
        synchronized (this) {
            line.close();
        }
    }

    private void watch() {
        try {
            while (!closing) {
                int bytes = line.awaitEvents(events, WAKE_MS);
                if (bytes < 0) {
                    if (!closing) {
                        LOG.error("no more edges", line.exception(-bytes));
                    }
                    return;
                }
                long unit = GpioUapi.EVENT.byteSize();
                for (long at = 0; at + unit <= bytes && !closing; at += unit) {
                    take(at);
                }
            }
        } catch (RuntimeException e) {
            LOG.error("{}: its listener failed, no more edges", line.where(), e);
        }
    }

    private void take(long at) {
        boolean rising = events.get(JAVA_INT, at + GpioUapi.EVENT_ID) == GpioUapi.EVENT_RISING_EDGE;
        int sequence = events.get(JAVA_INT, at + GpioUapi.EVENT_LINE_SEQNO);
        if (sequence - lastSequence > 1) {
            lostEdges = lostEdges + sequence - lastSequence - 1;
        }
        lastSequence = sequence;
        Edges told = edges;
        if (told != null) {
            told.edge(events.get(JAVA_LONG, at + GpioUapi.EVENT_TIMESTAMP_NS), rising, sequence);
        }
        if (hasListenersOrBindings()) {
            dispatch(new DigitalStateChangeEvent<>(this, rising ? DigitalState.HIGH : DigitalState.LOW));
        }
    }
}
