package org.holdline.link.wire;

import java.io.ByteArrayOutputStream;
import java.util.Random;

/** Plays from a seed: hosts that mostly do what a host does, and clips to which much happens. */
final class MadePlays {
    private MadePlays() {}

    static byte[] one(Schema schema, Random random) {
        ByteArrayOutputStream play = new ByteArrayOutputStream();
        if (random.nextInt(10) > 0) {
            play.write(hello(random));
        }
        int operations = 5 + random.nextInt(60);
        boolean cues = random.nextInt(3) == 0;
        for (int i = 0; i < operations; i++) {
            operation(schema, random, cues, play);
        }
        byte[] bytes = play.toByteArray();
        return random.nextInt(5) == 0 ? damaged(bytes, random) : bytes;
    }

    private static int hello(Random random) {
        int session = random.nextInt(8) == 0 ? random.nextInt(4) : 0;
        int rest = random.nextInt(8) == 0 ? random.nextInt(8) : 0;
        return 4 | session << 3 | rest << 5;
    }

    private static void operation(Schema schema, Random random, boolean cues, ByteArrayOutputStream play) {
        int more = random.nextInt(32) << 3;
        int what = random.nextInt(cues ? 24 : 16);
        switch (what) {
            case 0, 1 -> play.write(more);
            case 2, 3, 4 -> play.write(1 | random.nextInt(random.nextInt(4) == 0 ? 32 : 8) << 3);
            case 5 -> bytes(schema, random, play);
            case 6 -> frame(schema, random, play);
            case 7 -> play.write(hello(random));
            case 8, 9 -> play.write(6 | random.nextInt(2) << 3);
            case 10 -> play.write(6 | random.nextInt(6) << 3);
            case 11 -> {
                play.write(7);
                play.write(random.nextInt(4) == 0 ? random.nextInt(256) : 13);
            }
            case 12 -> {
                play.write(7 | 3 << 3);
                play.write(1 + random.nextInt(6));
            }
            case 13 -> play.write(7 | more);
            default -> cue(random, play);
        }
    }

    private static void cue(Random random, ByteArrayOutputStream play) {
        play.write(5 | (random.nextInt(8) == 0 ? random.nextInt(32) : 14) << 3);
        play.write(random.nextInt(8) == 0 ? random.nextInt(256) : 2);
        play.write(random.nextInt(random.nextBoolean() ? 256 : 40));
        play.write(random.nextInt(8) == 0 ? random.nextInt(256) : 160 | random.nextInt(2));
        play.write(1 | random.nextInt(6) << 3);
    }

    private static void frame(Schema schema, Random random, ByteArrayOutputStream play) {
        byte[] frame = MadeStreams.frame(schema, random, 0);
        int payload = frame.length - 10;
        play.write(3 | (random.nextInt(4) == 0 ? random.nextInt(32) : 0) << 3);
        play.write(frame[0]);
        play.write(frame[1]);
        play.write(payload);
        play.write(frame, 6, payload);
    }

    private static void bytes(Schema schema, Random random, ByteArrayOutputStream play) {
        writeBytes(
                random.nextBoolean()
                        ? MadeStreams.noise(random, 1 + random.nextInt(300))
                        : MadeStreams.damaged(schema, random, 1),
                play);
    }

    /** Operations that let these bytes come in. */
    static void writeBytes(byte[] bytes, ByteArrayOutputStream play) {
        for (int at = 0; at < bytes.length; at += 32) {
            int count = Math.min(32, bytes.length - at);
            play.write(2 | (count - 1) << 3);
            play.write(bytes, at, count);
        }
    }

    /** Operations that let this time pass. */
    static void writePassing(long ms, ByteArrayOutputStream play) {
        long left = ms;
        while (left > 0) {
            int fifties = (int) Math.min(32, left / 50);
            int ones = (int) Math.min(32, left);
            play.write(fifties > 0 ? 1 | (fifties - 1) << 3 : (ones - 1) << 3);
            left -= fifties > 0 ? 50L * fifties : ones;
        }
    }

    private static byte[] damaged(byte[] play, Random random) {
        byte[] changed = play.clone();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }
}
