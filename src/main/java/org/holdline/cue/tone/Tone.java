package org.holdline.cue.tone;

/**
 * A sine that fades in and out, in whole numbers, at 48,000 samples a second. One tone sounds at a time.
 *
 * <p>Not thread-safe.
 */
final class Tone {
    static final int RATE_HZ = 48_000;

    /** Each fade; longer than the 5 ms below which an edge is heard as a click. */
    static final int FADE_FRAMES = RATE_HZ / 100;

    private static final int Q15_BITS = 15;
    private static final double Q15 = 1 << Q15_BITS;
    private static final double DB_PER_DECADE = 20;

    /** A second of it: any whole frequency begins anew where it ends. */
    private final short[] wave = new short[RATE_HZ];

    /** From silence to full, half a cosine, Q15. */
    private final int[] fade = new int[FADE_FRAMES];

    private int phase;
    private int frames;
    private int endFrames;
    private int gain = -1;
    private boolean released;

    Tone(ToneParams params) {
        double peak = Short.MAX_VALUE * Math.pow(10, params.levelDbfs() / DB_PER_DECADE);
        for (int i = 0; i < RATE_HZ; i++) {
            wave[i] = (short) Math.round(peak * Math.sin(2 * Math.PI * params.frequencyHz() * i / RATE_HZ));
        }
        for (int i = 0; i < FADE_FRAMES; i++) {
            fade[i] = (int) Math.round(Q15 * (1 - Math.cos(Math.PI * i / (FADE_FRAMES - 1))) / 2);
        }
    }

    /** One of so many samples, fades included, from now on; where one sounds still, that goes over into it. */
    void begin(int lengthFrames) {
        if (!isSounding()) {
            gain = 0;
            phase = 0;
        }
        frames = 0;
        endFrames = lengthFrames;
        released = false;
    }

    /** The one that sounds ends so many samples from now, and so many after its beginning at most. */
    void prolong(int lengthFrames, int mostFrames) {
        endFrames = Math.min(frames + lengthFrames, mostFrames);
    }

    /** The one that sounds fades out from now on. */
    void release() {
        released = true;
    }

    /** Silent from the next sample on. */
    void drop() {
        gain = -1;
    }

    boolean isSounding() {
        return gain >= 0;
    }

    /** Was it asked to fade out before its end? */
    boolean isReleased() {
        return released;
    }

    /** The next samples, silence where nothing sounds. */
    void next(short[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = sample();
        }
    }

    private short sample() {
        if (gain < 0) {
            return 0;
        }
        int sample = (wave[phase] * fade[gain]) >> Q15_BITS;
        phase = phase + 1 == RATE_HZ ? 0 : phase + 1;
        frames++;
        boolean falling = released || frames >= endFrames - FADE_FRAMES;
        gain = falling ? gain - 1 : Math.min(gain + 1, FADE_FRAMES - 1);
        return (short) sample;
    }
}
