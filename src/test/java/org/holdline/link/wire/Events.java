package org.holdline.link.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.holdline.link.emulated.EmulatedClip;

/** What the emulated clip, or a receiver alone, does with an input: one event a line, as {@code firmware-protocol/events.md} says. */
public final class Events {
    private static final int MIN_FRAME = 10;
    private static final int TX_FRAMES_AT = Schema.load().part("STATUS_EVENT").fields().stream()
            .filter(field -> field.name().equals("tx_frames"))
            .findFirst()
            .orElseThrow()
            .offset();

    private final StringBuilder text = new StringBuilder();
    private final List<Schema.Counter> counters = Schema.load().counters();
    private final long[] counted = new long[Counter.COUNT];
    private final byte[] piece = new byte[Protocol.MAX_ENCODED_BYTES];
    private int pieceBytes;

    private Events() {}

    /**
     * The events of an input.
     *
     * @param kind host, clip or play
     */
    public static String of(String kind, byte[] input) {
        Events events = new Events();
        switch (kind) {
            case "host" -> events.receive(Side.HOST, input);
            case "clip" -> events.receive(Side.CLIP, input);
            case "play" -> events.play(input);
            default -> throw new IllegalArgumentException("kind: " + kind);
        }
        return events.text.toString();
    }

    /** CRC-32C of the text, 8 digits. */
    static String crc(String text) {
        return String.format(Locale.ROOT, "%08x", PlainWire.crc(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private void line(long at, String what) {
        text.append(at).append(' ').append(what).append('\n');
    }

    private void receive(Side from, byte[] stream) {
        Heard heard = new Heard(from);
        int[] told = {0};
        for (int i = 0; i < stream.length; i++) {
            gather(stream[i]);
            heard.reader.feed(stream, i, 1);
            counts(i, counter -> heard.reader.count(counter));
            for (String delivery : heard.since(told[0])) {
                told[0]++;
                if (delivery.startsWith("!")) {
                    line(i, "refuse " + delivery.substring(1));
                } else {
                    frame(i);
                }
            }
            pieceBytes = stream[i] == 0 ? 0 : pieceBytes;
        }
    }

    private interface Counts {
        long of(int counter);
    }

    private boolean counts(long at, Counts now) {
        boolean heard = now.of(Counter.FRAMES) != counted[Counter.FRAMES];
        for (int i = Counter.FRAMES; i < Counter.COUNT; i++) {
            if (now.of(i) != counted[i]) {
                line(at, "+" + counters.get(i).name() + " " + (now.of(i) - counted[i]));
                counted[i] = now.of(i);
            }
        }
        counted[Counter.BYTES] = now.of(Counter.BYTES);
        return heard;
    }

    private void gather(byte next) {
        if (next != 0 && pieceBytes < piece.length) {
            piece[pieceBytes++] = next;
        }
    }

    /** The bytes since the last zero, when they were a frame. */
    private void frame(long at) {
        byte[] frame = PlainWire.unstuff(Arrays.copyOf(piece, pieceBytes));
        String name = (frame[1] & 0xFF) + "." + (frame[0] & 15) + "." + LittleEndian.u16(frame, 2);
        String crc = String.format(Locale.ROOT, "%08x", LittleEndian.i32(frame, frame.length - 4));
        line(at, "frame " + name + " " + (frame.length - MIN_FRAME) + " " + crc);
    }

    private void play(byte[] input) {
        Watcher watcher = new Watcher();
        Play.run(input, watcher);
        String dropped = watcher.host.counted().replaceAll("\\b(bytes|frames|seq_repeated)=\\d+ ?", "");
        if (!dropped.isBlank()) {
            text.append("a host drops what was said: ").append(dropped).append('\n');
        }
    }

    private final class Watcher implements Play.Watch {
        private final Heard host = new Heard(Side.CLIP);
        private final List<byte[]> said = new ArrayList<>();
        private boolean endsPiece;
        private List<String> shown = List.of("motor off", "WAITING", "unmuted");
        private long[] numbers = new long[6];

        @Override
        public void byteComes(byte next) {
            gather(next);
            endsPiece = next == 0;
        }

        @Override
        public void lineCut() {
            pieceBytes = 0;
        }

        @Override
        public void said(byte[] wire) {
            said.add(wire);
        }

        @Override
        public void stepped(EmulatedClip clip, long ms) {
            if (clip.counted(Counter.BYTES) < counted[Counter.BYTES]) {
                startsAnew(ms);
            }
            if (counts(ms, clip::counted)) {
                frame(ms);
            }
            List<String> shows = List.of(
                    clip.isPlaying() ? "motor on" : "motor off",
                    clip.state().name(),
                    clip.isMuted() ? "muted" : "unmuted");
            for (int i = 0; i < shows.size(); i++) {
                if (!shows.get(i).equals(shown.get(i))) {
                    line(ms, shows.get(i));
                }
            }
            shown = shows;
            numbers(clip, ms);
            said.forEach(wire -> said(wire, ms));
            said.clear();
            pieceBytes = endsPiece ? 0 : pieceBytes;
        }

        private void startsAnew(long ms) {
            Arrays.fill(counted, 0);
            shown = List.of("motor off", "WAITING", "unmuted");
            numbers = new long[6];
            line(ms, "starts");
        }

        private void numbers(EmulatedClip clip, long ms) {
            long[] now = {
                clip.cuesPlayed(),
                clip.cuesRefused(),
                clip.motorCuts(),
                clip.presses(),
                clip.pressesLost(),
                clip.repliesRepeated()
            };
            String[] names = {"cues_played", "cues_refused", "motor_cuts", "presses", "presses_lost", "replies_repeated"
            };
            for (int i = 0; i < now.length; i++) {
                if (now[i] != numbers[i]) {
                    line(ms, names[i] + " " + now[i]);
                }
            }
            numbers = now;
        }

        private void said(byte[] wire, long ms) {
            host.feed(wire);
            boolean leadingZero = wire[0] == 0;
            byte[] frame = PlainWire.unstuff(Arrays.copyOfRange(wire, leadingZero ? 1 : 0, wire.length - 1));
            int type = frame[1] & 0xFF;
            byte[] payload = Arrays.copyOfRange(frame, 6, frame.length - 4);
            if (type == MessageType.STATUS) {
                Arrays.fill(payload, TX_FRAMES_AT, TX_FRAMES_AT + 4, (byte) 0);
            }
            if (type != MessageType.LOG) {
                String name = type + "." + (frame[0] & 15);
                line(ms, (leadingZero ? "says0 " : "says ") + name + " " + PlainWire.hex(payload));
            }
        }
    }
}
