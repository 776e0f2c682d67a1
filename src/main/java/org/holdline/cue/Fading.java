package org.holdline.cue;

/** Draws which due cues are given and which blocks are probes: by number, so that a replay draws the same. */
final class Fading {
    static final long BLOCK_US = 120_000_000;
    private static final int BLOCKS_A_PROBE = 4;

    private static final long NEVER = Long.MIN_VALUE / 2;
    private static final long DRAWS = 1L << 32;

    private final FadingParams params;
    private long beganUs = NEVER;
    private long endUs = Long.MAX_VALUE;
    private long drawn;

    Fading(FadingParams params) {
        this.params = params;
    }

    /** The cued run begins; blocks count from the first time. */
    void begin(long timeUs) {
        if (beganUs == NEVER) {
            beganUs = timeUs;
        }
    }

    /** The run is planned to end then: its last two minutes are a block without cues as well. */
    void endsAt(long timeUs) {
        endUs = timeUs;
    }

    /** True in a block without cues. The first block never is one: a run shows its runner first how it feels. */
    boolean isProbe(long timeUs) {
        if (!params.probes() || beganUs == NEVER) {
            return false;
        }
        if (timeUs >= endUs - BLOCK_US) {
            return true;
        }
        long block = (timeUs - beganUs) / BLOCK_US;
        long group = block / BLOCKS_A_PROBE;
        long among = group == 0 ? BLOCKS_A_PROBE - 1 : BLOCKS_A_PROBE;
        return block % BLOCKS_A_PROBE == BLOCKS_A_PROBE - 1 - Long.remainderUnsigned(mixed(group), among);
    }

    /** Draws for one due cue: true when it is given. */
    boolean draw() {
        return Long.remainderUnsigned(mixed(DRAWS + drawn++), 100) < params.givenPct();
    }

    /** Stafford's thirteenth mix of 64 bits, as in SplittableRandom. */
    private long mixed(long number) {
        long z = (params.draw() + 1L) * 0x9E3779B97F4A7C15L + number * 0xD1B54A32D192ED03L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
