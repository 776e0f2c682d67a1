package org.holdline.cue.gpio;

import java.util.concurrent.locks.LockSupport;
import org.holdline.bus.Fault;
import org.holdline.bus.OutputLine;
import org.holdline.clock.Clock;
import org.holdline.cue.CueOutput;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Switches a motor on for the length of a pulse and off at its deadline.
 *
 * <p>A pulse is felt from the motor's rise time on, so that the line is on for rise time and pulse together. A pulse
 * asked for while one plays sets a new end. However many are asked for, the line is on for at most a second at a time.
 *
 * <p><b>Threads:</b> {@link #pulse} belongs to the road's thread and never waits. {@link #off} may be called by any
 * thread; it waits at most for one call of the kernel that is under way, since otherwise the motor's thread could switch
 * on right after it. All else is any thread's, too.
 */
public final class GpioMotor implements CueOutput, AutoCloseable {
    /** Longest time the line is on without a break, ms. */
    public static final int MAX_DRIVE_MS = 1000;

    /** A cue that the motor's thread finds older than this says nothing about the step it was meant for. */
    public static final int MAX_AGE_MS = 300;

    /** No motor worth driving takes longer. */
    public static final int MAX_RISE_MS = 500;

    /** What {@link #step} answers when only a new pulse can make work. */
    static final long NOTHING_DUE = Long.MAX_VALUE;

    private static final Logger LOG = LoggerFactory.getLogger(GpioMotor.class);
    private static final long MS = 1_000_000;
    private static final long RETRY_NS = 10 * MS;
    private static final long QUICK_RETRIES_NS = 1000 * MS;
    private static final long SLOW_RETRY_NS = 1000 * MS;
    private static final long IDLE_NS = 1000 * MS;
    private static final long JOIN_MS = 500;
    private static final int LENGTH_BITS = 16;
    private static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;

    private final OutputLine line;
    private final int riseMs;
    private final Clock clock;
    private final Object lock = new Object();

    // The road's thread writes: number of the pulse above, its length in ms below, so that both arrive together.
    private volatile long asked;
    private volatile long askedNs;
    private volatile long refused;

    // Below the lock.
    private long taken;
    private long onSinceNs;
    private long endNs;
    private boolean offOwed;
    private long offOwedSinceNs;
    private long offRetryNs;
    private boolean closed;

    // Written below the lock, read by anybody.
    private volatile boolean driven;
    private volatile boolean ended;
    private volatile int lastFault;
    private volatile long played;
    private volatile long failed;
    private volatile long offFailures;
    private volatile @Nullable Thread thread;

    /**
     * Touches nothing yet.
     *
     * @param line off, and closed by {@link #close}
     * @param riseMs how long the motor takes until it is felt, 0..500 ms; an ERM motor 50 to 180
     */
    public GpioMotor(OutputLine line, int riseMs, Clock clock) {
        if (riseMs < 0 || riseMs > MAX_RISE_MS) {
            throw new IllegalArgumentException("riseMs=" + riseMs + ", expected 0.." + MAX_RISE_MS);
        }
        this.line = line;
        this.riseMs = riseMs;
        this.clock = clock;
    }

    /** Starts the motor's thread; once. */
    public void start() {
        synchronized (lock) {
            if (thread != null || ended) {
                throw new IllegalStateException("motor on " + line.where() + ": started or closed before");
            }
            Thread made = new Thread(this::serve, "holdline-motor");
            made.setDaemon(true);
            thread = made;
            made.start();
        }
    }

    @Override
    public void pulse(long timeUs, int pulseMs) {
        if (ended) {
            refused++;
            return;
        }
        askedNs = clock.nanoTime();
        asked = ((asked >>> LENGTH_BITS) + 1) << LENGTH_BITS | Math.clamp(pulseMs, 1, MAX_DRIVE_MS);
        LockSupport.unpark(thread);
    }

    @Override
    public void off() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            taken = asked;
            switchOff(clock.nanoTime());
            if (!offOwed) {
                return;
            }
        }
        LockSupport.unpark(thread);
    }

    /** Is the line on, as far as it is known? True from just before it is switched on until it certainly is off. */
    public boolean isDriven() {
        return driven;
    }

    /** What went wrong last, {@link Fault#NONE} when nothing ever did. */
    public Fault lastFault() {
        return Fault.of(lastFault);
    }

    /** Pulses that switched the line on or moved the end of one that had. */
    public long played() {
        return played;
    }

    /** Pulses that were asked for and not played: the line failed, or they came too late or after the end. */
    public long failed() {
        return failed + refused;
    }

    /** How often the line could not be switched off at the first or a further attempt. */
    public long offFailures() {
        return offFailures;
    }

    /**
     * Off, thread ended, line given back. Waits at most half a second for the thread. May be called any number of times.
     */
    @Override
    public void close() {
        Thread serving;
        synchronized (lock) {
            if (closed) {
                return;
            }
            taken = asked;
            switchOff(clock.nanoTime());
            closed = true;
            ended = true;
            serving = thread;
        }
        try {
            if (serving != null && serving != Thread.currentThread()) {
                LockSupport.unpark(serving);
                serving.join(JOIN_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            line.close();
        }
    }

    /**
     * What the motor's thread does each time it wakes.
     *
     * @return when to be called again at the latest, on the same clock, or {@link #NOTHING_DUE}
     */
    long step(long nowNs) {
        synchronized (lock) {
            if (ended) {
                return NOTHING_DUE;
            }
            takeRequest(nowNs);
            if (offOwed) {
                if (nowNs - offRetryNs >= 0) {
                    switchOff(nowNs);
                }
            } else if (driven && nowNs - endNs >= 0) {
                switchOff(nowNs);
            }
            return offOwed ? offRetryNs : driven ? endNs : NOTHING_DUE;
        }
    }

    private void takeRequest(long nowNs) {
        long request = asked;
        if (request == taken) {
            return;
        }
        taken = request;
        long pulseNs = (request & LENGTH_MASK) * MS;
        // A line that cannot be switched off gets no reason to stay on.
        if (offOwed || nowNs - askedNs > MAX_AGE_MS * MS) {
            failed++;
        } else if (driven) {
            prolong(nowNs, pulseNs);
        } else {
            switchOn(nowNs, pulseNs);
        }
    }

    private void prolong(long nowNs, long pulseNs) {
        if (nowNs - onSinceNs >= MAX_DRIVE_MS * MS) {
            failed++;
            return;
        }
        long risenNs = Math.max(onSinceNs + riseMs * MS, nowNs);
        endNs = Math.min(risenNs + pulseNs, onSinceNs + MAX_DRIVE_MS * MS);
        played++;
    }

    private void switchOn(long nowNs, long pulseNs) {
        driven = true;
        int answer = line.drive(true);
        if (answer < 0) {
            // It may have been switched nevertheless.
            lastFault = answer;
            failed++;
            switchOff(nowNs);
            return;
        }
        onSinceNs = nowNs;
        endNs = nowNs + Math.min(riseMs * MS + pulseNs, MAX_DRIVE_MS * MS);
        played++;
    }

    private void switchOff(long nowNs) {
        int answer = line.drive(false);
        if (answer >= 0) {
            driven = false;
            offOwed = false;
            return;
        }
        lastFault = answer;
        offFailures++;
        if (!offOwed) {
            offOwed = true;
            offOwedSinceNs = nowNs;
        }
        boolean quick = nowNs - offOwedSinceNs < QUICK_RETRIES_NS;
        offRetryNs = nowNs + (quick ? RETRY_NS : SLOW_RETRY_NS);
    }

    private void serve() {
        try {
            while (!ended) {
                long dueNs = step(clock.nanoTime());
                long waitNs = dueNs == NOTHING_DUE ? IDLE_NS : dueNs - clock.nanoTime();
                if (waitNs > 0) {
                    clock.park(waitNs);
                }
                // Set, it would make every wait return at once.
                Thread.interrupted();
            }
        } catch (RuntimeException | Error e) {
            LOG.error("the motor on {} broke and stays off", line.where(), e);
            ended = true;
        } finally {
            off();
        }
    }
}
