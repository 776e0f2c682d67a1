package org.holdline.link.wire;

import java.util.Arrays;

/** Any bytes at any time: the receiver does as the oracle does, and the emulated clip keeps its motor within the limits. */
public final class WireFuzz {
    private static final Schema SCHEMA = Schema.load();

    private WireFuzz() {}

    /** Takes what {@code make fuzz} takes: 0 and a stream for a clip, 1 and one for a host, 2 or more and a play. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 0) {
            byte[] rest = Arrays.copyOfRange(input, 1, input.length);
            switch (input[0]) {
                case 0 -> stream(Side.HOST, rest);
                case 1 -> stream(Side.CLIP, rest);
                default -> play(rest);
            }
        }
    }

    static void stream(Side from, byte[] stream) {
        PlainReceiver expected = new PlainReceiver(SCHEMA, from == Side.HOST).take(stream);
        Heard heard = new Heard(from).feed(stream);
        need(expected.counted(), heard.counted());
        need(expected.delivered(), heard.delivered());
    }

    static long play(byte[] play) {
        MotorLimits limits = new MotorLimits();
        Play.run(play, limits);
        return limits.cues();
    }

    private static void need(String expected, String actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + ", was " + actual);
        }
    }
}
