package org.holdline.link.wire;

import java.util.ArrayList;
import java.util.List;

/** One dialogue, line by line; both sides' frames are written down by hand. */
final class Script {
    /** A line; its expectation may follow. */
    private record Line(long timeUs, String who, String content, String message, List<String> expected) {}

    private final Schema schema;
    private final String name;
    private final long startUs;
    private final List<Line> lines = new ArrayList<>();
    private int hostSeq;
    private int clipSeq;

    /** @param startUs clip's clock at time 0 of the script */
    Script(Schema schema, String name, long startUs) {
        this.schema = schema;
        this.name = name;
        this.startUs = startUs;
    }

    Script host(double ms, String part, String fields) {
        return line(ms, "host>clip", part, fields, hostSeq++);
    }

    /** Sent, and lost on the way. */
    Script hostLost(double ms, String part, String fields) {
        return line(ms, "host-x", part, fields, hostSeq++);
    }

    Script clip(double ms, String part, String fields) {
        return line(ms, "clip>host", part, fields, clipSeq++);
    }

    Script clipLost(double ms, String part, String fields) {
        return line(ms, "clip-x", part, fields, clipSeq++);
    }

    Script error(double ms, int txn, int type, int code, long detail) {
        return clip(
                ms, "ERROR_RESPONSE", "txn=" + txn + " refused_type=" + type + " code=" + code + " detail=" + detail);
    }

    /** A frame of the host that is no message of this version. */
    Script raw(double ms, int flags, int type, String payload) {
        return raw(ms, PlainWire.spoken(type), flags, type, payload, "type " + type);
    }

    /** A request in a frame of wire version 2, which nobody speaks. */
    Script ofVersionTwo(double ms, String partName, String fields) {
        Schema.Part part = schema.part(partName);
        String payload = PlainWire.hex(Messages.payload(part, fields));
        return raw(ms, 2, part.flags(), part.id(), payload, part.message() + " in a frame of version 2");
    }

    private Script raw(double ms, int version, int flags, int type, String payload, String message) {
        byte[] wire = PlainWire.wire(PlainWire.frame(version, flags, type, hostSeq++, PlainWire.bytes(payload)));
        lines.add(new Line(us(ms), "host>clip", PlainWire.hex(wire), message, new ArrayList<>()));
        return this;
    }

    Script event(double ms, String text) {
        lines.add(new Line(us(ms), "event", text, "-", new ArrayList<>()));
        return this;
    }

    /** The clip starts anew: its numbers too. */
    Script boot(double ms, long bootId) {
        clipSeq = 0;
        return event(ms, "boot " + bootId);
    }

    /** A cue of the usual kind, issued 5 ms before it arrives. */
    Script cue(double ms, int txn, int durationMs) {
        return cue(ms, txn, ms - 5, 300, durationMs);
    }

    Script cue(double ms, int txn, double issuedMs, int ttlMs, int durationMs) {
        return host(
                ms,
                "CUE_REQUEST",
                "txn=" + txn + " issued_us=" + clock(issuedMs) + " ttl_ms=" + ttlMs + " duration_ms=" + durationMs
                        + " pattern=1 intensity_pct=80");
    }

    Script plays(double ms, int txn, int usedMs) {
        return playsSince(ms, ms, txn, usedMs);
    }

    Script playsSince(double ms, double startedMs, int txn, int usedMs) {
        return clip(ms, "CUE_RESPONSE", "txn=" + txn + " started_us=" + clock(startedMs) + " window_used_ms=" + usedMs);
    }

    Script ends(double ms, int txn, int playedMs, int reason) {
        return clip(
                ms,
                "CUE_END_EVENT",
                "cue_txn=" + txn + " ended_us=" + clock(ms) + " played_ms=" + playedMs + " reason=" + reason);
    }

    Script ping(double ms, int txn) {
        String asked = "txn=" + txn + " host_sent_us=123456";
        return host(ms, "TIMESYNC_REQUEST", asked)
                .clip(ms, "TIMESYNC_RESPONSE", asked + " clip_received_us=" + clock(ms) + " clip_sent_us=" + clock(ms));
    }

    Script stream(double ms, int txn, int flags) {
        return host(ms, "STREAM_CTRL_REQUEST", streamFields(txn, flags))
                .clip(ms, "STREAM_CTRL_RESPONSE", streamFields(txn, flags & 1));
    }

    static String streamFields(int txn, int flags) {
        return "txn=" + txn + " flags=" + flags + " batch_samples=4 rate_hz=200";
    }

    /** Fields of a BUTTON. */
    String press(int txn, double pressedMs, int press, int muted) {
        return "txn=" + txn + " pressed_us=" + clock(pressedMs) + " press=" + press + " muted=" + muted;
    }

    /** What holds after the last line. */
    Script then(String words) {
        lines.getLast().expected.add(words);
        return this;
    }

    /** Clip's clock in a field. */
    long clock(double ms) {
        return us(ms) & 0xFFFFFFFFL;
    }

    private long us(double ms) {
        return startUs + Math.round(ms * 1000);
    }

    private Script line(double ms, String who, String partName, String fields, int seq) {
        Schema.Part part = schema.part(partName);
        byte[] payload = Messages.payload(part, fields);
        byte[] wire = PlainWire.wire(PlainWire.frame(part.flags(), part.id(), seq & 0xFFFF, payload));
        String message = part.message() + " " + part.kind() + " " + Messages.fields(part, payload);
        lines.add(new Line(us(ms), who, PlainWire.hex(wire), message, new ArrayList<>()));
        return this;
    }

    void write(Table table) {
        for (Line line : lines) {
            String expected = line.expected.isEmpty() ? "-" : String.join(" ", line.expected);
            table.row(name, line.timeUs, line.who, line.content, line.message, expected);
        }
    }
}
