package org.holdline.posture;

/**
 * Whether a runner stays beyond the threshold: single steps stray by a degree and more, so one of them says little. The rule is
 * the cues' own, six of the last eight judged steps.
 */
final class Sustained {
    private static final int WINDOW = 0xFF;
    private static final int NEEDED = 6;

    // Newest step in bit 0.
    private int beyond;

    /** What was before was held against another neutral. */
    void forget() {
        beyond = 0;
    }

    /** Carries one judged step: true when it is beyond the threshold and enough of the last ones were. */
    boolean step(boolean isBeyond) {
        beyond = (beyond << 1 | (isBeyond ? 1 : 0)) & WINDOW;
        return isBeyond && Integer.bitCount(beyond) >= NEEDED;
    }
}
