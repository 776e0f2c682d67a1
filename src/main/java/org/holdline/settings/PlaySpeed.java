package org.holdline.settings;

/**
 * How fast stream time passes.
 *
 * @param factor stream seconds per second; 1 is real time, infinity as fast as the machine can
 */
public record PlaySpeed(double factor) {
    public static final String MAX_WORD = "max";
    public static final PlaySpeed MAX = new PlaySpeed(Double.POSITIVE_INFINITY);

    public PlaySpeed {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("factor=" + factor + ", expected > 0");
        }
    }

    /** True when nothing waits for a clock. */
    public boolean isMax() {
        return Double.isInfinite(factor);
    }
}
