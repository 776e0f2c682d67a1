package org.holdline.cue.tone;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** What samples sound like, read from the samples alone. */
public final class Heard {
    private static final int RATE_HZ = 48_000;

    /** A fading sine is silent for a moment now and then; two tones have more between them. */
    private static final int GAP_FRAMES = RATE_HZ / 50;

    private final short[] samples;

    Heard(short[] samples) {
        this.samples = samples;
    }

    /** One stretch of sound; samples of it that are zero lie within. */
    public record Stretch(int from, int to) {
        public int frames() {
            return to - from;
        }
    }

    /** Of a raw file, 16 bits, little end first. */
    public static Heard of(byte[] raw) {
        short[] samples = new short[raw.length / Short.BYTES];
        ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return new Heard(samples);
    }

    /** How many there are. */
    public int count() {
        return samples.length;
    }

    public List<Stretch> tones() {
        List<Stretch> tones = new ArrayList<>();
        int from = -1;
        int last = -1;
        for (int i = 0; i < samples.length; i++) {
            if (samples[i] == 0) {
                continue;
            }
            if (from >= 0 && i - last > GAP_FRAMES) {
                tones.add(new Stretch(from, last + 1));
                from = -1;
            }
            from = from < 0 ? i : from;
            last = i;
        }
        if (from >= 0) {
            tones.add(new Stretch(from, last + 1));
        }
        return tones;
    }

    /** By upward crossings of zero between the first and the last. */
    public double frequencyHz(Stretch tone) {
        int first = -1;
        int last = -1;
        int waves = -1;
        for (int i = tone.from() + 1; i < tone.to(); i++) {
            if (samples[i - 1] < 0 && samples[i] >= 0) {
                first = first < 0 ? i : first;
                last = i;
                waves++;
            }
        }
        return (double) waves * RATE_HZ / (last - first);
    }

    public int peak() {
        int peak = 0;
        for (short sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    /** Largest change from one sample to the next, the silence before and behind counted in. */
    public int largestStep() {
        int largest = 0;
        int before = 0;
        for (short sample : samples) {
            largest = Math.max(largest, Math.abs(sample - before));
            before = sample;
        }
        return Math.max(largest, Math.abs(before));
    }

    /** Peak of so many samples from one on. */
    public int peak(int from, int count) {
        int peak = 0;
        for (int i = from; i < from + count; i++) {
            peak = Math.max(peak, Math.abs(samples[i]));
        }
        return peak;
    }

    /** What a sine of this peak and pitch changes by at most from one sample to the next, and a little rounding. */
    public static int sineStep(int peak, int frequencyHz) {
        return (int) Math.ceil(2 * Math.PI * frequencyHz / RATE_HZ * peak) + 2;
    }
}
