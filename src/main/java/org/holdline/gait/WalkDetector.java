package org.holdline.gait;

/**
 * Finds walking steps: the vertical force, low-passed to its step rhythm, rises through its own slow mean. The swing it
 * must make follows the walker, down to a floor.
 */
final class WalkDetector {
    private static final long REFRACTORY_US = 250_000;

    private final LowPass rhythm;
    private final LowPass mean;
    private final int floorUg;
    private final long decayQ32;

    private long swingUg;
    private boolean armed;
    private long lastCrossingUs = Long.MIN_VALUE / 2;
    private long previousUg;

    WalkDetector(StridesParams params, double rateHz) {
        rhythm = new LowPass(params.walkCutoffHz(), rateHz);
        mean = new LowPass(0.15, rateHz);
        floorUg = params.walkFloorMg() * 1000;
        decayQ32 = Math.round(Math.scalb(Math.exp(-1 / (2.0 * rateHz)), 32));
    }

    void restart(int forceUg) {
        rhythm.settleAt(forceUg);
        mean.settleAt(1_000_000);
        swingUg = floorUg;
        armed = false;
        previousUg = 0;
    }

    /** True when a step begins; its instant is {@link #crossingUs}. */
    boolean update(long timeUs, int forceUg) {
        long ug = rhythm.update(forceUg) - mean.update(forceUg);
        swingUg = Math.max(floorUg, Math.max(Math.abs(ug), (swingUg * decayQ32) >> 32));
        // A third of the swing on either side: the double bump of a landing stays inside it.
        long band = swingUg / 3;
        boolean crossed = armed && ug >= 0 && previousUg < 0;
        if (ug < -band) {
            armed = true;
        }
        previousUg = ug;
        if (!crossed) {
            return false;
        }
        armed = false;
        long at = timeUs - rhythm.delayUs();
        if (at - lastCrossingUs < REFRACTORY_US) {
            return false;
        }
        lastCrossingUs = at;
        return true;
    }

    /** Instant of the last crossing, corrected for the low-pass, us. */
    long crossingUs() {
        return lastCrossingUs;
    }
}
