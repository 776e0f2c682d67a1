package org.holdline.link;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Damages a stream of bytes by chance and keeps account of it. The same seed and the same bytes give the same damage. */
public final class ByteFaults implements UnaryOperator<byte[]> {
    private static final int MILLION = 1_000_000;
    private static final int MAX_NOISE_BYTES = 40;
    private static final List<String> TALK =
            List.of("AT\r\n", "+++ATH\r\n", "OK\r\n", "AT+BAUD4\r\n", "\r\nERROR\r\n", "CONNECT 9600\r\n");

    /**
     * How often, in a million.
     *
     * @param dropped bytes left out
     * @param doubled bytes that come twice
     * @param flipped bytes of which one bit is turned
     * @param injected places where noise or a modem's talk comes in between
     * @param swapped whole pieces, as they are written, that come after the next one
     */
    public record Rates(int dropped, int doubled, int flipped, int injected, int swapped) {
        public static final Rates NONE = new Rates(0, 0, 0, 0, 0);

        /** About one fault in a thousand bytes, of all kinds. */
        public static final Rates ALL = new Rates(250, 250, 250, 150, 4000);
    }

    /** What was done so far, bytes but for the last two. */
    public record Account(
            long in,
            long out,
            long dropped,
            long doubled,
            long flipped,
            long injected,
            long held,
            long bursts,
            long swaps) {
        public long faults() {
            return dropped + doubled + flipped + bursts + swaps;
        }

        /** Whether every byte is accounted for. */
        public boolean addsUp() {
            return in - dropped + doubled + injected == out + held;
        }

        public String words() {
            return String.format(
                    Locale.ROOT,
                    "%d dropped, %d doubled, %d flipped, %d bursts, %d swapped of %d bytes",
                    dropped,
                    doubled,
                    flipped,
                    bursts,
                    swaps,
                    in);
        }
    }

    private final Random random;
    private Rates rates = Rates.NONE;
    private byte[] heldBack = {};
    private long in;
    private long out;
    private long dropped;
    private long doubled;
    private long flipped;
    private long injected;
    private long bursts;
    private long swaps;

    public ByteFaults(long seed) {
        random = new Random(seed);
    }

    /** From now on. */
    public synchronized void set(Rates wanted) {
        rates = wanted;
    }

    public synchronized Account account() {
        return new Account(in, out, dropped, doubled, flipped, injected, heldBack.length, bursts, swaps);
    }

    /** What is left of a piece, perhaps nothing, perhaps with the piece before. */
    @Override
    public synchronized byte[] apply(byte[] piece) {
        in += piece.length;
        ByteArrayOutputStream left = new ByteArrayOutputStream();
        for (byte next : piece) {
            if (isDue(rates.injected())) {
                bursts++;
                byte[] noise = noise();
                injected += noise.length;
                left.writeBytes(noise);
            }
            damage(next, left);
        }
        if (isDue(rates.swapped()) && heldBack.length == 0 && left.size() > 0) {
            swaps++;
            heldBack = left.toByteArray();
            return new byte[0];
        }
        left.writeBytes(heldBack);
        heldBack = new byte[0];
        out += left.size();
        return left.toByteArray();
    }

    private void damage(byte next, ByteArrayOutputStream into) {
        if (isDue(rates.dropped())) {
            dropped++;
        } else if (isDue(rates.doubled())) {
            doubled++;
            into.write(next);
            into.write(next);
        } else if (isDue(rates.flipped())) {
            flipped++;
            into.write(next ^ 1 << random.nextInt(8));
        } else {
            into.write(next);
        }
    }

    private boolean isDue(int inAMillion) {
        return inAMillion > 0 && random.nextInt(MILLION) < inAMillion;
    }

    private byte[] noise() {
        if (random.nextBoolean()) {
            return TALK.get(random.nextInt(TALK.size())).getBytes(StandardCharsets.US_ASCII);
        }
        byte[] noise = new byte[1 + random.nextInt(MAX_NOISE_BYTES)];
        random.nextBytes(noise);
        return noise;
    }
}
