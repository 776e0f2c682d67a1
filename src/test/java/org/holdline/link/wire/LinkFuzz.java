package org.holdline.link.wire;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdline.link.ClipIdentity;
import org.holdline.link.ClockMap;
import org.holdline.link.Link;
import org.holdline.link.LinkFigures;
import org.holdline.link.LinkListener;
import org.holdline.link.LinkParams;
import org.holdline.link.LinkState;

/**
 * Any bytes of a clip at any time: the host's link throws nothing, says nothing but whole frames, and counts every byte: as many
 * frames and drops as the oracle finds in what came.
 *
 * <p>Operations as in a {@link Play}, those of a host in place of a clip's.
 */
public final class LinkFuzz {
    private static final Schema SCHEMA = Schema.load();
    private static final long MS = 1_000_000;
    private static final long LONGEST_MS = 60_000;
    private static final int MOST_PAYLOAD = 244;
    private static final int MOST_FRAMES_AT_ONCE = 64;
    private static final String STREAM = " flags=1 batch_samples=8 rate_hz=100";

    private final byte[] input;
    private int next;
    private long nowNs = 1_000_000 * MS;
    private final long startNs = nowNs;
    private final Link link = new Link(new LinkParams(null, 100, 8, 4711), new Looking(), 1);
    private final Heard host = new Heard(Side.HOST);

    /** Txn of the host's last request of each type. */
    private final Map<Integer, Integer> asked = new HashMap<>();

    private ByteArrayOutputStream came = new ByteArrayOutputStream();
    private boolean portOpen;
    private long bytes;
    private long frames;
    private long dropped;
    private int clipSeq;
    private long firstIdx;
    private long batches;
    private int bootId = (int) Dialogues.BOOT_ID;
    private boolean streamed;

    private LinkFuzz(byte[] input) {
        this.input = input;
    }

    /** Throws when something does not hold. */
    public static void fuzzerTestOneInput(byte[] input) {
        run(input);
    }

    /** Whether the link came to stream. */
    static boolean run(byte[] input) {
        LinkFuzz fuzz = new LinkFuzz(input);
        fuzz.run();
        return fuzz.streamed;
    }

    private void run() {
        link.start(nowNs);
        step();
        while (next < input.length && nowNs - startNs < LONGEST_MS * MS) {
            int operation = take();
            int more = operation >> 3;
            switch (operation & 7) {
                case 0 -> pass(5 * (1 + more), 5);
                case 1 -> pass(100 * (1 + more), 10);
                case 2 -> receive(taken(Math.min(1 + more, input.length - next)));
                case 3 -> anyFrame(more);
                case 4 -> answer(more % 16);
                case 5 -> batch(more);
                case 6 -> happen(more % 8);
                default -> event(more);
            }
            step();
        }
        lineGone();
        LinkFigures.Line line = link.figures().line();
        need(bytes == line.bytes(), "bytes");
        need(frames == line.frames(), "frames " + frames + ", counted " + line.frames());
        need(dropped == line.dropped(), "dropped " + dropped + ", counted " + line.dropped());
        need(batches <= frames, "more batches than frames");
        String said = host.counted().replaceAll("\\b(bytes|frames)=\\d+ ?", "");
        need(said.isEmpty(), "the host said what a clip drops: " + said);
    }

    private int take() {
        return next < input.length ? input[next++] & 0xFF : 0;
    }

    private byte[] taken(int count) {
        byte[] took = new byte[count];
        for (int i = 0; i < count; i++) {
            took[i] = (byte) take();
        }
        return took;
    }

    private void pass(int ms, int stepMs) {
        for (int passed = 0; passed < ms; passed += stepMs) {
            nowNs += stepMs * MS;
            step();
        }
    }

    private boolean isOpen() {
        return List.of(LinkState.GREETING, LinkState.STREAMING, LinkState.STALE).contains(link.state());
    }

    private void step() {
        link.step(nowNs);
        if (portOpen && !isOpen()) {
            lineGone();
        }
        if (link.state() == LinkState.OPENING) {
            portOpen = true;
            link.opened(nowNs);
        }
        int said = 0;
        for (int length = link.nextFrame(nowNs); length > 0; length = link.nextFrame(nowNs)) {
            byte[] wire = Arrays.copyOf(link.wire(), length);
            host.feed(wire);
            byte[] frame = PlainWire.unstuff(Arrays.copyOfRange(wire, wire[0] == 0 ? 1 : 0, length - 1));
            if ((frame[0] & 15) == Protocol.FLAG_REQUEST) {
                asked.put(frame[1] & 0xFF, (frame[6] & 0xFF) | (frame[7] & 0xFF) << 8);
            }
            need(++said <= MOST_FRAMES_AT_ONCE, "frames without end");
        }
        streamed |= link.state() == LinkState.STREAMING;
        need(link.dueNs() - nowNs <= 200 * MS, "looks at the time too late");
    }

    private void lineGone() {
        PlainReceiver oracle = new PlainReceiver(SCHEMA, false).take(came.toByteArray());
        bytes += came.size();
        for (String word : oracle.counted().split(" ", -1)) {
            String[] pair = word.split("=", -1);
            if (pair[0].equals("frames")) {
                frames += Long.parseLong(pair[1]);
            } else if (!pair[0].isEmpty()
                    && !List.of("bytes", "seq_lost", "seq_repeated").contains(pair[0])) {
                dropped += Long.parseLong(pair[1]);
            }
        }
        came = new ByteArrayOutputStream();
        portOpen = false;
    }

    private void receive(byte[] wire) {
        if (isOpen()) {
            came.writeBytes(wire);
        }
        link.received(wire, wire.length, nowNs);
    }

    private void frame(int version, int flags, int type, byte[] payload) {
        receive(PlainWire.wire(PlainWire.frame(version, flags, type, clipSeq++ & 0xFFFF, payload)));
    }

    private void message(String part, String fields) {
        frame(
                PlainWire.spoken(SCHEMA.part(part).id()),
                SCHEMA.part(part).flags(),
                SCHEMA.part(part).id(),
                Messages.payload(SCHEMA.part(part), fields.trim()));
    }

    private void anyFrame(int more) {
        clipSeq += more < 16 ? more : more - 32;
        int versionFlags = take();
        int type = take();
        frame(versionFlags >> 4, versionFlags & 15, type, taken(Math.min(take(), MOST_PAYLOAD)));
    }

    private int txn(int type) {
        return asked.getOrDefault(type, 1);
    }

    private long clipUs() {
        return (nowNs - startNs) / 1000 & 0xFFFFFFFFL;
    }

    /** What a clip answers to the host's last request of a type. */
    private void answer(int what) {
        switch (what) {
            case 0, 8, 9 -> hello("");
            case 1, 10 -> message("STREAM_CTRL_RESPONSE", "txn=" + txn(MessageType.STREAM_CTRL) + STREAM);
            case 2, 11 ->
                message(
                        "TIMESYNC_RESPONSE",
                        "txn=" + txn(MessageType.TIMESYNC) + " host_sent_us=" + take() + " clip_received_us=" + clipUs()
                                + " clip_sent_us=" + clipUs());
            case 3 -> message("CUE_RESPONSE", "txn=" + txn(MessageType.CUE) + " started_us=" + clipUs());
            case 4 -> message("CUE_STOP_RESPONSE", "txn=" + txn(MessageType.CUE_STOP));
            case 5 -> message("CUE_END_EVENT", "cue_txn=" + txn(MessageType.CUE) + " ended_us=" + clipUs());
            case 6 -> {
                bootId++;
                hello("");
            }
            case 7 -> hello(" schema_crc=1");
            default -> refusal(List.of(MessageType.STREAM_CTRL, MessageType.CUE).get(what % 2));
        }
    }

    private void hello(String but) {
        message(
                "HELLO_RESPONSE",
                Dialogues.identity(SCHEMA) + " txn=" + txn(MessageType.HELLO) + " boot_id=" + bootId
                        + " version_agreed=1" + but);
    }

    private void refusal(int type) {
        message(
                "ERROR_RESPONSE",
                "txn=" + txn(type) + " refused_type=" + type + " code=" + take() % 16 + " detail=" + 20 * take());
    }

    private void batch(int more) {
        int count = 1 + more % 9;
        firstIdx += more < 24 ? 0 : take();
        String numbers = Dialogues.samples(count);
        message(
                "IMU_BATCH_EVENT",
                "t0_us=" + clipUs() + " first_idx=" + firstIdx + " period_ns=10000000 count=" + count
                        + " flags=8 samples=" + numbers + "," + numbers);
        firstIdx += count;
    }

    private void happen(int what) {
        switch (what) {
            case 0, 1 -> link.cue(20 * take(), nowNs);
            case 2 -> link.cueOff();
            case 3 -> link.end(nowNs);
            case 4, 5 -> link.start(nowNs);
            case 6 -> {
                link.hungUp("it was cut", nowNs);
                lineGone();
            }
            default -> link.step(nowNs);
        }
    }

    private void event(int more) {
        if (more < 16) {
            message("BUTTON_REQUEST", "txn=" + more + " pressed_us=" + clipUs() + " press=" + (1 + more % 3));
        } else {
            message("STATUS_EVENT", "clip_time_us=" + clipUs() + " boot_id=" + (more < 24 ? bootId : take()));
        }
    }

    private static void need(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    private final class Looking implements LinkListener {
        @Override
        public void session(ClipIdentity identity) {}

        @Override
        public void batch(ImuBatch batch, long t0Us, ClockMap clock) {
            batches++;
            need(batch.count() >= 1 && batch.count() <= Protocol.MAX_BATCH_ONE_IMU, "a batch of no samples");
        }

        @Override
        public void press(int press, boolean muted) {}
    }
}
