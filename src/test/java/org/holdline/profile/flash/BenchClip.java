package org.holdline.profile.flash;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.holdline.clock.Clock;
import org.holdline.link.BytePipe;
import org.holdline.link.PipeOpener;
import org.holdline.link.PortException;
import org.holdline.link.emulated.ClipBody;
import org.holdline.link.emulated.EmulatedClip;
import org.holdline.link.emulated.EmulatedParams;
import org.holdline.link.emulated.ProfileMemory;
import org.holdline.link.wire.Codes;
import org.holdline.link.wire.FrameWriter;
import org.holdline.link.wire.HelloRequest;
import org.holdline.link.wire.Protocol;
import org.holdline.link.wire.StreamCtrlRequest;
import org.holdline.profile.image.ImageLayout;
import org.holdline.profile.image.ProfileStore;
import org.holdline.profile.image.Slot;
import org.holdline.profile.image.Storage;

/**
 * An emulated clip behind a line of its own, with a clock that only waiting moves. Faults come from a seed, or from what a
 * test hangs in.
 */
final class BenchClip implements PipeOpener, Clock {
    static final long MS = 1_000_000;
    static final String SERIAL = "HL0001";

    private static final long DELAY_NS = 2 * MS;
    private static final long READ_NS = 100 * MS;
    private static final long HOLD_US = 1_700_000;

    /** Memory of two slots in an array. */
    static final class Memory implements Storage {
        final byte[] bytes = new byte[ImageLayout.SLOTS * ImageLayout.SLOT_BYTES];
        boolean writeProtected;

        Memory() {
            Arrays.fill(bytes, (byte) 0xFF);
        }

        @Override
        public void read(int at, byte[] into) {
            System.arraycopy(bytes, at, into, 0, into.length);
        }

        @Override
        public void write(int at, byte[] unit) {
            if (!writeProtected) {
                System.arraycopy(unit, 0, bytes, at, unit.length);
            }
        }
    }

    private static final class Piece {
        final long atNs;
        final byte[] bytes;

        Piece(long atNs, byte[] bytes) {
            this.atNs = atNs;
            this.bytes = bytes;
        }
    }

    final Memory memory = new Memory();
    final String serial;
    private final Random challenges = new Random(5);
    private final Deque<Piece> toHost = new ArrayDeque<>();
    private final Deque<Piece> toClip = new ArrayDeque<>();
    private EmulatedParams params;
    EmulatedClip clip;
    private int boots = 1;
    private int opening;
    private boolean open;
    private long pressedUs = Long.MIN_VALUE;
    long nowNs = 5_000 * MS;
    long awayUntilNs;
    int opens;

    /** What happens to each write on its way; null loses it. */
    UnaryOperator<byte[]> toClipFault = bytes -> bytes;

    UnaryOperator<byte[]> toHostFault = bytes -> bytes;

    /** Whether each frame of the clip comes once more, late. */
    boolean echoes;

    /** Before each byte portion is read by the host: where hang-ups and restarts come in. */
    Runnable chance = () -> {};

    BenchClip(String serial, Optional<byte[]> key) {
        this.serial = serial;
        params = new EmulatedParams(serial, 100, 2, List.of(200), true)
                .with(new ProfileMemory(memory, key, this::challenge));
        clip = new EmulatedClip(params, ClipBody.NONE, this::fromClip, clipUs());
    }

    BenchClip() {
        this(SERIAL, Optional.empty());
    }

    private byte[] challenge() {
        byte[] bytes = new byte[Protocol.CAL_CHALLENGE_BYTES];
        challenges.nextBytes(bytes);
        return bytes;
    }

    ClipHolder holder() {
        return new ClipHolder(this, this, 4711, 20_000);
    }

    Flasher flasher() {
        return new Flasher(holder(), this, Watcher.NOBODY);
    }

    /** Puts a profile in force, as from the factory. */
    BenchClip with(byte[] image) throws Exception {
        ProfileStore store = new ProfileStore(memory, serial);
        store.confirm(store.write(image));
        // A clip reads its memory when it starts.
        restart();
        return this;
    }

    /** What a start of the clip would take. */
    Optional<Slot> atStart() throws IOException {
        return new ProfileStore(memory, serial).active();
    }

    byte[] imageAtStart() throws IOException {
        return new ProfileStore(memory, serial).image(atStart().orElseThrow());
    }

    private long clipUs() {
        return nowNs / 1000;
    }

    private boolean fromClip(byte[] bytes, int length) {
        byte[] put = toHostFault.apply(Arrays.copyOf(bytes, length));
        if (put != null && open) {
            toHost.addLast(new Piece(nowNs + DELAY_NS, put));
            if (echoes) {
                toHost.addLast(new Piece(nowNs + 3 * DELAY_NS, put));
            }
        }
        return true;
    }

    /** The clip starts anew: power came back. */
    void restart() {
        boots++;
        params = params.rebooted(100 + boots);
        clip = new EmulatedClip(params, ClipBody.NONE, this::fromClip, clipUs());
        pressedUs = Long.MIN_VALUE;
    }

    /** Another clip on the same line. */
    void become(String otherSerial) {
        params = new EmulatedParams(otherSerial, 999, 2, List.of(200), true)
                .with(new ProfileMemory(memory, Optional.empty(), this::challenge));
        clip = new EmulatedClip(params, ClipBody.NONE, this::fromClip, clipUs());
    }

    /** The line goes, and may be opened again after a while. */
    void hangUp(long forMs) {
        opening++;
        open = false;
        toHost.clear();
        toClip.clear();
        clip.hangUp(clipUs());
        awayUntilNs = nowNs + forMs * MS;
    }

    /** A clip without memory for profiles. */
    void forgetProfiles() {
        params = new EmulatedParams(serial, 100, 2, List.of(200), true);
        clip = new EmulatedClip(params, ClipBody.NONE, this::fromClip, clipUs());
    }

    /** Another program has a stream on and ends without a word. */
    void streamForSomebodyElse() throws PortException {
        clip = new EmulatedClip(params, new StillBody(), this::fromClip, clipUs());
        BytePipe other = open();
        FrameWriter writer = new FrameWriter();
        HelloRequest hello = writer.begin(new HelloRequest());
        hello.setTxn(1);
        hello.setVersionMin(Protocol.VERSION_MIN);
        hello.setVersionMax(Protocol.VERSION_MAX);
        hello.setMaxPayloadBytes(Protocol.MAX_PAYLOAD_BYTES);
        hello.setHostSession(1);
        hello.setSchemaCrc(Protocol.SCHEMA_CRC);
        other.write(writer.wire(), writer.finish(hello, true));
        StreamCtrlRequest on = writer.begin(new StreamCtrlRequest());
        on.setTxn(2);
        on.setBits(Codes.StreamFlag.ON);
        on.setBatchSamples(4);
        on.setRateHz(200);
        other.write(writer.wire(), writer.finish(on, false));
        pass(100 * MS);
        toHost.clear();
    }

    private static final class StillBody implements ClipBody {
        @Override
        public boolean measure(int[] steps) {
            return true;
        }

        @Override
        public void motorOn(int forMs) {}

        @Override
        public void motorOff(int reason, int playedMs) {}
    }

    /** Somebody holds the button. */
    BenchClip press() {
        clip.button(true, clipUs());
        pressedUs = clipUs();
        return this;
    }

    /** Somebody has held the button: the window is open. */
    BenchClip pressed() {
        press();
        pass(HOLD_US * 1000 + 100 * MS);
        return this;
    }

    void pass(long forNs) {
        for (long endNs = nowNs + forNs; nowNs < endNs; ) {
            step();
        }
    }

    private void step() {
        nowNs += MS;
        if (pressedUs != Long.MIN_VALUE && clipUs() - pressedUs >= HOLD_US) {
            clip.button(false, clipUs());
            pressedUs = Long.MIN_VALUE;
        }
        while (!toClip.isEmpty() && toClip.getFirst().atNs <= nowNs) {
            byte[] bytes = toClip.removeFirst().bytes;
            clip.hear(bytes, bytes.length, clipUs());
        }
        clip.passTo(clipUs());
    }

    @Override
    public long nanoTime() {
        return nowNs;
    }

    @Override
    public void park(long nanos) {
        pass(Math.max(MS, nanos));
    }

    @Override
    public BytePipe open() throws PortException {
        if (nowNs < awayUntilNs) {
            throw new PortException(PortException.Kind.MISSING, "there is none of that name");
        }
        opens++;
        opening++;
        open = true;
        return new Pipe(opening);
    }

    private final class Pipe implements BytePipe {
        private final int own;

        Pipe(int own) {
            this.own = own;
        }

        @Override
        public int read(byte[] into) {
            chance.run();
            for (long endNs = nowNs + READ_NS; nowNs < endNs; step()) {
                if (own != opening || !open) {
                    return GONE;
                }
                if (!toHost.isEmpty() && toHost.getFirst().atNs <= nowNs) {
                    byte[] bytes = toHost.removeFirst().bytes;
                    System.arraycopy(bytes, 0, into, 0, bytes.length);
                    return bytes.length;
                }
            }
            return 0;
        }

        @Override
        public boolean write(byte[] bytes, int length) {
            if (own != opening || !open) {
                return false;
            }
            byte[] put = toClipFault.apply(Arrays.copyOf(bytes, length));
            if (put != null) {
                toClip.addLast(new Piece(nowNs + DELAY_NS, put));
            }
            return true;
        }

        @Override
        public void close() {
            if (own == opening && open) {
                hangUp(0);
            }
        }
    }
}
