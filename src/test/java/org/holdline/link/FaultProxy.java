package org.holdline.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import org.holdline.clock.Clock;
import org.holdline.link.emulated.PseudoTerminal;
import org.jspecify.annotations.Nullable;

/**
 * Sits between a host and a clip on two pseudo-terminals, and does to the bytes what bad lines do: loses, doubles, changes
 * and delays them, stalls, and hangs up. It knows what it did, and which frames went in and came out.
 *
 * <p><b>Threads:</b> two of its own; all else is any thread's.
 */
public final class FaultProxy implements AutoCloseable {
    private static final long MS = 1_000_000;
    private static final int READ_BYTES = 4096;
    private static final int BAUD = 115_200;

    /** One direction. */
    public final class Lane {
        private final ByteFaults faults;
        private final FrameLedger ledger = new FrameLedger();
        private final Random random;
        private final Deque<Piece> waiting = new ArrayDeque<>();
        private long lastDueNs = Long.MIN_VALUE;
        private volatile long delayMs;
        private volatile long jitterMs;
        private volatile boolean stalled;
        private volatile boolean garbled;
        private long discarded;

        Lane(long seed) {
            faults = new ByteFaults(seed);
            random = new Random(~seed);
        }

        /** From now on a piece takes this long and up to the jitter more; none overtakes another. */
        public void delay(long ms, long jitter) {
            delayMs = ms;
            jitterMs = jitter;
        }

        /** Whether everything waits here. */
        public void stall(boolean wanted) {
            stalled = wanted;
        }

        /** Whether every byte arrives as another one, as it does when the two ends have different baud rates. */
        public void garble(boolean wanted) {
            garbled = wanted;
        }

        /** Puts bytes on the line that nobody sent. */
        public synchronized void inject(byte[] bytes) {
            waiting.addLast(new Piece(clock.nanoTime(), bytes.clone()));
        }

        public void damage(ByteFaults.Rates rates) {
            faults.set(rates);
        }

        public ByteFaults.Account damage() {
            return faults.account();
        }

        public FrameLedger.Account frames() {
            return ledger.account();
        }

        /** Bytes that waited when the line was cut. */
        public synchronized long discarded() {
            return discarded;
        }

        public synchronized boolean isEmpty() {
            return waiting.isEmpty();
        }

        private synchronized void put(byte[] bytes, int length) {
            byte[] piece = Arrays.copyOf(bytes, length);
            ledger.in(piece);
            byte[] left = garbled ? garbage(piece) : faults.apply(piece);
            long dueNs = clock.nanoTime() + (delayMs + (jitterMs == 0 ? 0 : random.nextLong(jitterMs + 1))) * MS;
            lastDueNs = Math.max(lastDueNs, dueNs);
            if (left.length > 0) {
                waiting.addLast(new Piece(lastDueNs, left));
            }
        }

        /** No delimiter survives, and nothing that was a frame is one. */
        private byte[] garbage(byte[] piece) {
            byte[] other = new byte[piece.length];
            for (int i = 0; i < other.length; i++) {
                other[i] = (byte) (1 + random.nextInt(255));
            }
            return other;
        }

        private synchronized @Nullable Piece due() {
            Piece first = waiting.peekFirst();
            return first == null || stalled || clock.nanoTime() < first.dueNs ? null : first;
        }

        /** So many bytes of the first piece are out. */
        private synchronized void taken(Piece piece, int count) {
            if (waiting.peekFirst() != piece) {
                return;
            }
            ledger.out(Arrays.copyOfRange(piece.bytes, piece.at, piece.at + count), count);
            piece.at += count;
            if (piece.at == piece.bytes.length) {
                waiting.removeFirst();
            }
        }

        private synchronized void cut() {
            waiting.forEach(piece -> discarded += piece.bytes.length - piece.at);
            waiting.clear();
            ledger.cut();
        }
    }

    private static final class Piece {
        private final long dueNs;
        private final byte[] bytes;
        private int at;

        Piece(long dueNs, byte[] bytes) {
            this.dueNs = dueNs;
            this.bytes = bytes;
        }
    }

    public final Lane toHost;
    public final Lane toClip;

    private final Path clipPort;
    private final Clock clock;
    private final Thread hostSide = new Thread(this::serveHost, "proxy-host");
    private final Thread clipSide = new Thread(this::serveClip, "proxy-clip");

    private final Object lock = new Object();
    private Path link;
    private @Nullable PseudoTerminal terminal;
    private @Nullable BytePipe pipe;
    private boolean wanted = true;
    private volatile boolean draining = true;
    private volatile boolean ended;

    /**
     * Begins at once.
     *
     * @param link name of the port for the host; must not be there
     * @param clipPort the clip's own
     */
    public FaultProxy(Path link, Path clipPort, Clock clock, long seed) throws IOException {
        this.link = link;
        this.clipPort = clipPort;
        this.clock = clock;
        toHost = new Lane(seed);
        toClip = new Lane(seed + 1);
        comeBack(link);
        hostSide.setDaemon(true);
        clipSide.setDaemon(true);
        hostSide.start();
        clipSide.start();
    }

    /** The port goes away: the host sees a hang-up, the clip another. */
    public void hangUp() throws IOException {
        synchronized (lock) {
            wanted = false;
            PseudoTerminal there = terminal;
            terminal = null;
            if (there != null) {
                there.close();
            }
            Files.deleteIfExists(link);
            hangUpClip();
        }
        toHost.cut();
        toClip.cut();
    }

    /** A port comes, under this name. */
    public void comeBack(Path name) throws IOException {
        synchronized (lock) {
            PseudoTerminal made = PseudoTerminal.open();
            Files.createSymbolicLink(name, made.path());
            link = name;
            terminal = made;
            wanted = true;
        }
    }

    /** The clip at the other end was replaced, or starts anew: its port is opened again. */
    public void reopenClip() {
        synchronized (lock) {
            hangUpClip();
        }
    }

    /** Whether the host's bytes are taken at all; when not, its port fills up. */
    public void drain(boolean wanted) {
        draining = wanted;
    }

    private void hangUpClip() {
        BytePipe there = pipe;
        pipe = null;
        if (there != null) {
            there.close();
        }
    }

    private void serveHost() {
        byte[] bytes = new byte[READ_BYTES];
        while (!ended) {
            synchronized (lock) {
                turn(bytes);
            }
            clock.park(MS);
        }
    }

    private void turn(byte[] bytes) {
        PseudoTerminal there = terminal;
        if (there == null) {
            return;
        }
        try {
            int count = draining ? there.read(bytes) : 0;
            if (count == PseudoTerminal.NOBODY) {
                toHost.cut();
                toClip.cut();
                hangUpClip();
                return;
            }
            openClip();
            if (count > 0) {
                toClip.put(bytes, count);
            }
            for (Piece due = toHost.due(); due != null; due = toHost.due()) {
                int taken = there.write(due.bytes, due.at, due.bytes.length - due.at);
                toHost.taken(due, taken);
                if (taken == 0) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the pseudo-terminal failed", e);
        }
    }

    private void openClip() {
        if (pipe == null && wanted) {
            try {
                pipe = SerialPorts.opener(clipPort, BAUD).open();
            } catch (PortException e) {
                // The clip is not there yet, or not any more.
                clock.park(10 * MS);
            }
        }
    }

    private void serveClip() {
        byte[] bytes = new byte[READ_BYTES];
        Thread writer = new Thread(this::writeToClip, "proxy-clip-writer");
        writer.setDaemon(true);
        writer.start();
        while (!ended) {
            BytePipe from;
            synchronized (lock) {
                from = pipe;
            }
            if (from == null) {
                clock.park(MS);
                continue;
            }
            int count = from.read(bytes);
            if (count > 0) {
                toHost.put(bytes, count);
            } else if (count == BytePipe.GONE) {
                synchronized (lock) {
                    if (from.equals(pipe)) {
                        hangUpClip();
                    }
                }
            }
        }
    }

    private void writeToClip() {
        while (!ended) {
            BytePipe to;
            synchronized (lock) {
                to = pipe;
            }
            Piece due = to == null ? null : toClip.due();
            if (due == null) {
                clock.park(MS);
            } else if (to.write(due.bytes, due.bytes.length)) {
                toClip.taken(due, due.bytes.length);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (!ended) {
            ended = true;
            hangUp();
        }
    }
}
