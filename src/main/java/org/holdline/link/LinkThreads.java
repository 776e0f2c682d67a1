package org.holdline.link;

import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.holdline.clock.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link Link} on a port: one thread opens and reads, one writes, and one watches over both and closes the port when the
 * writer hangs. No listeners; nobody spins.
 *
 * <p><b>Threads:</b> all is any thread's; {@link #cue} and {@link #cueOff} do not wait.
 */
public final class LinkThreads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LinkThreads.class);
    private static final long MS = 1_000_000;
    private static final long WATCH_NS = 20 * MS;
    private static final int READ_BYTES = 4096;

    /** A line that takes no frame for this long is gone: the clip has let go of its motor by then. */
    private static final long WRITE_STUCK_NS = 1000 * MS;

    private static final long CLOSE_SLICE_NS = 2 * MS;
    private static final long CLOSE_NS = 450 * MS;

    private final Link link;
    private final PipeOpener opener;
    private final Clock clock;
    private final Runnable heard;
    private final ReentrantLock lock = new ReentrantLock();
    private final Thread writer = thread("writer", this::write);
    private final Thread watchdog = thread("watchdog", this::watch);

    // Below the lock.
    private @Nullable Connection connection;
    private PortException.@Nullable Kind lastFault;
    private boolean started;

    private volatile boolean closed;

    /** One opened or opening port; a later one is another object, so that nothing old is taken for new. */
    private final class Connection {
        private final byte[] bytes = new byte[READ_BYTES];
        private volatile @Nullable BytePipe pipe;
        private volatile boolean writing;
        private volatile long writingSinceNs;
        private boolean closing;

        void run() {
            BytePipe opened;
            try {
                opened = opener.open();
            } catch (PortException e) {
                gone(e.kind(), String.valueOf(e.getMessage()));
                return;
            } catch (RuntimeException | LinkageError e) {
                LOG.error("the serial port could not be opened", e);
                gone(PortException.Kind.OTHER, "the serial port could not be opened: " + e);
                return;
            }
            lock.lock();
            try {
                pipe = opened;
                lastFault = null;
                if (connection == this) {
                    link.opened(clock.nanoTime());
                } else {
                    closePipe(this);
                }
            } finally {
                lock.unlock();
            }
            LockSupport.unpark(writer);
            read(opened);
        }

        private void read(BytePipe from) {
            boolean there = true;
            while (there) {
                int count = from.read(bytes);
                lock.lock();
                try {
                    there = count != BytePipe.GONE && connection == this;
                    if (there && count > 0) {
                        link.received(bytes, count, clock.nanoTime());
                    } else if (!there && connection == this) {
                        link.hungUp("the port has gone", clock.nanoTime());
                    }
                } finally {
                    lock.unlock();
                }
                if (count > 0) {
                    LockSupport.unpark(writer);
                    heard.run();
                }
            }
        }

        private void gone(PortException.Kind kind, String why) {
            lock.lock();
            try {
                if (connection == this) {
                    connection = null;
                    lastFault = kind;
                    link.openFailed(why, clock.nanoTime());
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Starts nothing yet.
     *
     * @param heard called after bytes came, by the reader, without the lock: must not block
     */
    public LinkThreads(Link link, PipeOpener opener, Clock clock, Runnable heard) {
        this.link = link;
        this.opener = opener;
        this.clock = clock;
        this.heard = heard;
    }

    /** Opens the port and keeps it open, again and again; once. */
    public void start() {
        lock.lock();
        try {
            if (started || closed) {
                throw new IllegalStateException("link: started or closed before");
            }
            started = true;
            link.start(clock.nanoTime());
        } finally {
            lock.unlock();
        }
        writer.start();
        watchdog.start();
    }

    /** See {@link Link#cue}. */
    public void cue(int driveMs) {
        link.cue(driveMs, clock.nanoTime());
        LockSupport.unpark(writer);
    }

    /** See {@link Link#cueOff}. */
    public void cueOff() {
        link.cueOff();
        LockSupport.unpark(writer);
    }

    /** How it fares now. */
    public LinkFigures figures() {
        lock.lock();
        try {
            return link.figures();
        } finally {
            lock.unlock();
        }
    }

    /** Why the port could not be opened the last time, null when it could. */
    public PortException.@Nullable Kind lastFault() {
        lock.lock();
        try {
            return lastFault;
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        byte[] out = new byte[link.wire().length];
        while (!closed) {
            Connection to;
            int length;
            long dueNs;
            lock.lock();
            try {
                long nowNs = clock.nanoTime();
                link.step(nowNs);
                to = connection;
                length = to == null || to.pipe == null ? 0 : link.nextFrame(nowNs);
                System.arraycopy(link.wire(), 0, out, 0, length);
                dueNs = link.dueNs();
            } finally {
                lock.unlock();
            }
            BytePipe pipe = to == null ? null : to.pipe;
            if (length > 0 && to != null && pipe != null) {
                send(to, pipe, out, length);
            } else {
                clock.park(Math.max(MS, dueNs - clock.nanoTime()));
            }
        }
    }

    private void send(Connection to, BytePipe pipe, byte[] out, int length) {
        to.writingSinceNs = clock.nanoTime();
        to.writing = true;
        boolean taken = pipe.write(out, length);
        to.writing = false;
        if (!taken) {
            lock.lock();
            try {
                if (connection == to) {
                    link.hungUp("the port has gone", clock.nanoTime());
                }
            } finally {
                lock.unlock();
            }
            // Whatever keeps the port from taking bytes, it is not asked again before the watchdog has closed it.
            clock.park(WATCH_NS);
        }
    }

    private void watch() {
        while (!closed) {
            lock.lock();
            try {
                watchOnce(clock.nanoTime());
            } finally {
                lock.unlock();
            }
            clock.park(WATCH_NS);
        }
    }

    private void watchOnce(long nowNs) {
        link.step(nowNs);
        Connection there = connection;
        if (there != null && there.writing && nowNs - there.writingSinceNs > WRITE_STUCK_NS) {
            link.hungUp("the port takes no bytes: the other end does not read", nowNs);
        }
        boolean wanted = link.state() == LinkState.OPENING || link.state().isOpen();
        if (there != null && !wanted) {
            connection = null;
            closePipe(there);
        } else if (there == null && link.state() == LinkState.OPENING) {
            Connection made = new Connection();
            connection = made;
            thread("reader", made::run).start();
        }
    }

    /** On a thread of its own: the kernel may hold a close up while bytes wait to be sent. */
    private void closePipe(Connection there) {
        BytePipe pipe = there.pipe;
        if (pipe != null && !there.closing) {
            there.closing = true;
            thread("close", pipe::close).start();
        }
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, "holdline-link-" + name);
        thread.setDaemon(true);
        return thread;
    }

    /** Motor off and stream off, then the port; within half a second whatever hangs. May be called any number of times. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            link.end(clock.nanoTime());
        } finally {
            lock.unlock();
        }
        LockSupport.unpark(writer);
        long endNs = clock.nanoTime() + CLOSE_NS;
        while (!isDown() && endNs - clock.nanoTime() > 0) {
            clock.park(CLOSE_SLICE_NS);
        }
        closed = true;
        lock.lock();
        try {
            Connection there = connection;
            connection = null;
            if (there != null) {
                closePipe(there);
            }
        } finally {
            lock.unlock();
        }
        LockSupport.unpark(writer);
        LockSupport.unpark(watchdog);
    }

    private boolean isDown() {
        lock.lock();
        try {
            return !started || link.state() == LinkState.CLOSED;
        } finally {
            lock.unlock();
        }
    }
}
