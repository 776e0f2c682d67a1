package org.holdline.link.emulated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.holdline.clock.Clock;

/**
 * An emulated clip on a pseudo-terminal that a link of a chosen name points at.
 *
 * <p><b>Threads:</b> {@link #run} has one of its own, on which the clip lives; all else is any thread's.
 */
public final class EmulatedPort implements Runnable, AutoCloseable {
    private static final long NOBODY_NS = 5_000_000;
    private static final long MAX_WAIT_US = 10_000;
    private static final int OUT_BYTES = 4096;

    private final Path link;
    private final Clock clock;
    private final ClipBody body;
    private final long startNs;
    private final long startUs;
    private final int ppm;
    private final ConcurrentLinkedQueue<Runnable> orders = new ConcurrentLinkedQueue<>();
    private final byte[] in = new byte[OUT_BYTES];
    private final byte[] out = new byte[OUT_BYTES];

    // The clip's thread.
    private Tap tap = (bytes, count, readNs) -> {};
    private EmulatedParams params;
    private PseudoTerminal terminal;
    private EmulatedClip clip;
    private int waiting;
    private boolean held;
    private boolean deaf;

    private volatile boolean ended;

    /**
     * Opens a pseudo-terminal and points the link at it.
     *
     * @param link replaced when it is a symbolic link already
     * @param startUs clip's clock at its start, us
     * @param ppm how much faster the clip's clock runs than the machine's
     */
    public EmulatedPort(Path link, EmulatedParams params, ClipBody body, Clock clock, long startUs, int ppm)
            throws IOException {
        this.link = link;
        this.params = params;
        this.body = body;
        this.clock = clock;
        this.startUs = startUs;
        this.ppm = ppm;
        startNs = clock.nanoTime();
        terminal = PseudoTerminal.open();
        point();
        clip = boot();
    }

    /** Listens in on what the host says; by the clip's thread. */
    @FunctionalInterface
    public interface Tap {
        /**
         * Bytes that were read, before the clip hears them.
         *
         * @param readNs when the read had returned, by the machine's clock
         */
        void heard(byte[] bytes, int count, long readNs);
    }

    /** Before {@link #run}. */
    public void tap(Tap wanted) {
        tap = wanted;
    }

    private EmulatedClip boot() {
        return new EmulatedClip(params, body, this::send, nowUs());
    }

    private void point() throws IOException {
        if (Files.isSymbolicLink(link)) {
            Files.delete(link);
        }
        Files.createSymbolicLink(link, terminal.path());
    }

    private long nowUs() {
        return clipUs(clock.nanoTime());
    }

    /** The clip's clock at an instant of the machine's, us. */
    public long clipUs(long hostNs) {
        long elapsedUs = (hostNs - startNs) / 1000;
        return startUs + elapsedUs + elapsedUs * ppm / 1_000_000;
    }

    /** The device file behind the link. */
    public Path device() {
        return terminal.path();
    }

    /** The button goes down, or up. */
    public void button(boolean down) {
        orders.add(() -> clip.button(down, nowUs()));
    }

    /** The clip starts anew under this id; its clock and port go on. */
    public void reboot(int bootId) {
        orders.add(() -> {
            params = params.rebooted(bootId);
            clip = boot();
        });
    }

    /** The port goes away, and another one comes under the same name after a while, ms. */
    public void hangUp(int forMs) {
        orders.add(() -> {
            terminal.close();
            waiting = 0;
            held = false;
            clip.hangUp(nowUs());
            try {
                Files.deleteIfExists(link);
                clock.park(forMs * 1_000_000L);
                terminal = PseudoTerminal.open();
                point();
            } catch (IOException e) {
                throw new IllegalStateException("the pseudo-terminal could not be replaced", e);
            }
        });
    }

    /** Puts bytes on the line that are no frame of the clip's. */
    public void babble(byte[] bytes) {
        orders.add(() -> send(bytes, bytes.length));
    }

    /** Whether what the clip says is lost, and what it is told. */
    public void deafAndDumb(boolean wanted) {
        orders.add(() -> deaf = wanted);
    }

    /** Looks at the clip on its own thread. */
    public void ask(Consumer<EmulatedClip> question) {
        orders.add(() -> question.accept(clip));
    }

    private boolean send(byte[] bytes, int length) {
        if (deaf) {
            return true;
        }
        if (waiting + length > OUT_BYTES) {
            return false;
        }
        System.arraycopy(bytes, 0, out, waiting, length);
        waiting += length;
        return true;
    }

    /** Lives until {@link #close}. */
    @Override
    public void run() {
        try {
            while (!ended) {
                for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
                    order.run();
                }
                turn();
            }
        } catch (IOException e) {
            throw new IllegalStateException("the pseudo-terminal failed", e);
        } finally {
            terminal.close();
        }
    }

    private void turn() throws IOException {
        long waitUs = Math.min(MAX_WAIT_US, clip.dueUs() - nowUs());
        if (waiting == 0 && waitUs > 0) {
            terminal.awaitNs(waitUs * 1000);
        }
        int count = terminal.read(in);
        if (count == PseudoTerminal.NOBODY) {
            nobody();
        } else if (count > 0) {
            tap.heard(in, count, clock.nanoTime());
            held = true;
            if (!deaf) {
                clip.hear(in, count, nowUs());
            }
        }
        clip.passTo(nowUs());
        flush();
    }

    private void nobody() {
        if (held) {
            held = false;
            clip.hangUp(nowUs());
        }
        waiting = 0;
        clock.park(NOBODY_NS);
    }

    private void flush() throws IOException {
        if (waiting == 0) {
            return;
        }
        int taken = terminal.write(out, 0, waiting);
        System.arraycopy(out, taken, out, 0, waiting - taken);
        waiting -= taken;
        if (waiting > 0) {
            clock.park(1_000_000);
        }
    }

    /** Ends the clip's life and removes the link; the thread ends soon after. */
    @Override
    public void close() throws IOException {
        if (!ended) {
            ended = true;
            Files.deleteIfExists(link);
        }
    }
}
