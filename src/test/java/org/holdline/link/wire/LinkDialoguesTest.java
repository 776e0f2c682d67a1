package org.holdline.link.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.holdline.link.ClipIdentity;
import org.holdline.link.ClockMap;
import org.holdline.link.Link;
import org.holdline.link.LinkListener;
import org.holdline.link.LinkParams;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The host must speak as the dialogues say that are for hosts only; the others ask what no host of ours asks. */
class LinkDialoguesTest {
    private static final long STEP_US = 1000;
    private static final long SLACK_US = 50_000;

    private final Schema schema = Schema.load();
    private final Deque<byte[]> said = new ArrayDeque<>();
    private final Map<Integer, Integer> txns = new HashMap<>();
    private Link link;
    private long nowUs;
    private int clipSeq;
    private int pressesTold;

    @TestFactory
    Stream<DynamicTest> shouldSpeakAsWrittenWhenPlayedAsHost() {
        return Dialogues.tests(true, this::play);
    }

    private void play(List<String[]> rows) {
        said.clear();
        txns.clear();
        clipSeq = 0;
        pressesTold = 0;
        nowUs = Long.parseLong(rows.getFirst()[1]);
        link = new Link(new LinkParams(null, 100, 8, 4711), new Counting(), 1);
        link.start(nowUs * 1000);
        link.opened(nowUs * 1000);
        for (String[] row : rows) {
            String where = String.join(" ", row[1], row[2], row[4]);
            long timeUs = Long.parseLong(row[1]);
            passTo(timeUs);
            switch (row[2]) {
                case "host>clip", "host-x" -> expect(row[3], timeUs, where);
                case "clip>host" -> feed(row[3]);
                default -> assertEquals("check", row[3], where);
            }
            checkState(row[5], where);
        }
    }

    private void passTo(long timeUs) {
        while (nowUs < timeUs) {
            nowUs = Math.min(timeUs, nowUs + STEP_US);
            step();
        }
        step();
    }

    private void step() {
        link.step(nowUs * 1000);
        for (int length = link.nextFrame(nowUs * 1000); length > 0; length = link.nextFrame(nowUs * 1000)) {
            byte[] wire = Arrays.copyOf(link.wire(), length);
            byte[] frame = PlainWire.unstuff(Arrays.copyOfRange(wire, wire[0] == 0 ? 1 : 0, length - 1));
            if (frame[1] == MessageType.TIMESYNC) {
                answerPing(frame);
            } else {
                said.addLast(frame);
            }
        }
    }

    private void answerPing(byte[] frame) {
        Schema.Part asked = schema.part("TIMESYNC_REQUEST");
        long clipUs = nowUs & 0xFFFFFFFFL;
        feed(
                "TIMESYNC_RESPONSE",
                Messages.payload(
                        schema.part("TIMESYNC_RESPONSE"),
                        Messages.fields(asked, payload(frame)) + " clip_received_us=" + clipUs + " clip_sent_us="
                                + clipUs));
    }

    private void expect(String wire, long timeUs, String where) {
        while (said.isEmpty() && nowUs < timeUs + SLACK_US) {
            passTo(nowUs + STEP_US);
        }
        byte[] frame = said.pollFirst();
        assertNotNull(frame, "not said: " + where);
        byte[] expected = frame(wire);
        assertEquals(text(expected), text(frame), where);
        int written = txn(expected);
        assertEquals(txns.computeIfAbsent(written, txn -> txn(frame)), txn(frame), "txn: " + where);
    }

    private void feed(String wire) {
        byte[] frame = frame(wire);
        byte[] payload = payload(frame);
        if ((frame[0] & Protocol.FLAG_RESPONSE) != 0) {
            int mapped = txns.get(txn(frame));
            payload[0] = (byte) mapped;
            payload[1] = (byte) (mapped >> 8);
        }
        feed(frame[0] & 15, frame[1] & 0xFF, payload);
    }

    private void feed(String part, byte[] payload) {
        feed(schema.part(part).flags(), schema.part(part).id(), payload);
    }

    private void feed(int flags, int type, byte[] payload) {
        byte[] wire = PlainWire.wire(PlainWire.frame(flags, type, clipSeq++ & 0xFFFF, payload));
        link.received(wire, wire.length, nowUs * 1000);
        step();
    }

    private static byte[] frame(String wire) {
        return PlainWire.unstuff(Arrays.copyOf(PlainWire.bytes(wire), wire.length() / 2 - 1));
    }

    private static byte[] payload(byte[] frame) {
        return Arrays.copyOfRange(frame, 6, frame.length - 4);
    }

    private static int txn(byte[] frame) {
        return (frame[6] & 0xFF) | (frame[7] & 0xFF) << 8;
    }

    /** Without what is the host's own; the txn of an answer to a press is the clip's. */
    private String text(byte[] frame) {
        Schema.Part part = schema.parts().stream()
                .filter(p -> p.id() == (frame[1] & 0xFF) && p.flags() == (frame[0] & 15))
                .findFirst()
                .orElseThrow();
        String fields = Messages.fields(part, payload(frame));
        String own = part.flags() == Protocol.FLAG_REQUEST ? "\\b(txn|host_session)=\\d+" : "\\bhost_session=\\d+";
        return part.constantName() + " " + fields.replaceAll(own, "");
    }

    private void checkState(String then, String where) {
        for (String word : then.split(" ", -1)) {
            if (word.startsWith("host.")) {
                String[] pair = word.substring(5).split("=", -1);
                String value = switch (pair[0]) {
                    case "state" -> link.state().name();
                    case "samples_missing" ->
                        Long.toString(link.figures().stream().samplesMissing());
                    case "presses" -> Integer.toString(pressesTold);
                    default -> throw new IllegalArgumentException(pair[0]);
                };
                assertEquals(pair[1], value, where + ": " + pair[0]);
            }
        }
    }

    private final class Counting implements LinkListener {
        @Override
        public void session(ClipIdentity identity) {}

        @Override
        public void batch(ImuBatch batch, long t0Us, ClockMap clock) {}

        @Override
        public void press(int press, boolean muted) {
            pressesTold++;
        }
    }
}
