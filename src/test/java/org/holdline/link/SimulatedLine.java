package org.holdline.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.holdline.link.emulated.ClipBody;
import org.holdline.link.emulated.EmulatedClip;
import org.holdline.link.emulated.EmulatedParams;
import org.holdline.link.wire.Frame;
import org.holdline.link.wire.FrameReader;
import org.holdline.link.wire.FrameSink;
import org.holdline.link.wire.Side;

/** A link and an emulated clip with a line between them, stepped by hand in milliseconds. */
public final class SimulatedLine {
    public static final long MS = 1_000_000;

    private static final class Piece {
        private final long atNs;
        private final byte[] bytes;

        Piece(long atNs, byte[] bytes) {
            this.atNs = atNs;
            this.bytes = bytes;
        }
    }

    /** A frame the host sent. */
    public record Sent(long atMs, int type, int flags) {}

    public final Link link;
    public final List<Sent> sent = new ArrayList<>();
    final List<Long> opensMs = new ArrayList<>();

    long nowNs = 1_000_000 * MS;
    public EmulatedClip clip;

    /** One way, ns. */
    public long delayNs = 2 * MS;

    /** What happens to each write on its way; null loses it. */
    public UnaryOperator<byte[]> toHostFault = bytes -> bytes;

    public UnaryOperator<byte[]> toClipFault = bytes -> bytes;
    public boolean isPortThere = true;

    private final Deque<Piece> toHost = new ArrayDeque<>();
    private final Deque<Piece> toClip = new ArrayDeque<>();
    private final ClipBody body;
    private final long startNs = nowNs;
    private final long clipStartUs;
    private EmulatedParams params;
    private boolean open;
    private final FrameReader tap = new FrameReader(Side.HOST, new FrameSink() {
        @Override
        public void frame(Frame frame) {
            sent.add(new Sent(ms(), frame.type(), frame.flags()));
        }

        @Override
        public void refused(Frame frame, int code, int detail) {
            throw new AssertionError("the host sent what is no request: type " + frame.type());
        }
    });

    public SimulatedLine(Link link, EmulatedParams params, ClipBody body, long clipStartUs) {
        this.link = link;
        this.params = params;
        this.body = body;
        this.clipStartUs = clipStartUs;
        boot(params);
    }

    public static EmulatedParams params() {
        return new EmulatedParams("HL000001", 11, 2, List.of(100, 200), true);
    }

    /** The clip starts anew; its clock goes on. */
    public final void boot(EmulatedParams newParams) {
        params = newParams;
        clip = new EmulatedClip(params, body, this::fromClip, clipUs());
    }

    public long nowNs() {
        return nowNs;
    }

    /** Since the line was made. */
    public long ms() {
        return (nowNs - startNs) / MS;
    }

    public long clipUs() {
        return clipStartUs + (nowNs - startNs) / 1000;
    }

    private boolean fromClip(byte[] bytes, int length) {
        byte[] put = toHostFault.apply(Arrays.copyOf(bytes, length));
        if (put != null && open) {
            toHost.addLast(new Piece(nowNs + delayNs, put));
        }
        return true;
    }

    /** Bytes for the host that no clip said. */
    void babble(byte[] bytes) {
        toHost.addLast(new Piece(nowNs, bytes));
    }

    public void pass(long ms) {
        for (long end = nowNs + ms * MS; nowNs < end; ) {
            step();
        }
    }

    /** Until it holds; the time that took, ms, or an error after the limit. */
    public long passUntil(BooleanSupplier holds, long limitMs) {
        long beginNs = nowNs;
        while (!holds.getAsBoolean()) {
            if (nowNs - beginNs > limitMs * MS) {
                throw new AssertionError("not within " + limitMs + " ms: " + link.state() + " " + link.why());
            }
            step();
        }
        return (nowNs - beginNs) / MS;
    }

    private void step() {
        nowNs += MS;
        port();
        clip.passTo(clipUs());
        while (!toClip.isEmpty() && toClip.getFirst().atNs <= nowNs) {
            byte[] bytes = toClip.removeFirst().bytes;
            clip.hear(bytes, bytes.length, clipUs());
        }
        while (!toHost.isEmpty() && toHost.getFirst().atNs <= nowNs) {
            byte[] bytes = toHost.removeFirst().bytes;
            link.received(bytes, bytes.length, nowNs);
        }
        link.step(nowNs);
        for (int length = link.nextFrame(nowNs); length > 0; length = link.nextFrame(nowNs)) {
            tap.feed(link.wire(), 0, length);
            byte[] put = toClipFault.apply(Arrays.copyOf(link.wire(), length));
            if (put != null) {
                toClip.addLast(new Piece(nowNs + delayNs, put));
            }
        }
    }

    private void port() {
        boolean wanted = link.state() == LinkState.OPENING || link.state().isOpen();
        if (open && !isPortThere) {
            hangUp();
            link.hungUp("the port has gone", nowNs);
        } else if (open && !wanted) {
            hangUp();
        } else if (!open && link.state() == LinkState.OPENING) {
            opensMs.add(ms());
            if (isPortThere) {
                open = true;
                link.opened(nowNs);
            } else {
                link.openFailed("there is none of that name", nowNs);
            }
        }
    }

    private void hangUp() {
        open = false;
        toHost.clear();
        toClip.clear();
        clip.hangUp(clipUs());
    }
}
