package org.holdline.clip.virtual;

import org.holdline.sample.Placement;
import org.holdline.sample.StreamInfo;

/**
 * What a person may choose about the virtual runner.
 *
 * @param seed draws the runner, the session and the sensors; the same seed and options give the same bytes
 * @param rateHz samples per second, 50..1000, may be fractional
 * @param placement where the IMU or IMUs sit
 * @param durationS length of the stream in stream seconds, 1..86400
 * @param plannedS planned length the stream states of itself, s, 0 = not said
 * @param plannedM planned distance the stream states of itself, m, 0 = not said
 * @param speedKmh base running speed, 6..20 km/h
 * @param inclinePct belt incline, -5..+20 %
 * @param markers true when the stream marks the parts of the run by itself
 */
public record VirtualOptions(
        long seed,
        double rateHz,
        Placement placement,
        int durationS,
        int plannedS,
        int plannedM,
        double speedKmh,
        double inclinePct,
        boolean markers) {
    public static final int MAX_DURATION_S = 86_400;
    public static final double MIN_SPEED_KMH = 6;
    public static final double MAX_SPEED_KMH = 20;

    public VirtualOptions {
        require(rateHz >= StreamInfo.MIN_RATE_HZ && rateHz <= StreamInfo.MAX_RATE_HZ, "rateHz", rateHz, "50..1000");
        require(durationS >= 1 && durationS <= MAX_DURATION_S, "durationS", durationS, "1..86400");
        require(plannedS >= 0, "plannedS", plannedS, ">= 0");
        require(plannedM >= 0, "plannedM", plannedM, ">= 0");
        require(speedKmh >= MIN_SPEED_KMH && speedKmh <= MAX_SPEED_KMH, "speedKmh", speedKmh, "6..20");
        require(inclinePct >= -5 && inclinePct <= 20, "inclinePct", inclinePct, "-5..20");
    }

    private static void require(boolean holds, String name, double value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(name + ": " + value + ", expected " + expected);
        }
    }

    /** Seed 1, both IMUs at 200 Hz, fifteen minutes at 10 km/h on the level, markers on. */
    public static VirtualOptions defaults() {
        return new VirtualOptions(1, 200, Placement.DUAL, 900, 0, 0, 10, 0, true);
    }

    public VirtualOptions withSeed(long newSeed) {
        return new VirtualOptions(
                newSeed, rateHz, placement, durationS, plannedS, plannedM, speedKmh, inclinePct, markers);
    }

    public VirtualOptions withRateHz(double newRateHz) {
        return new VirtualOptions(
                seed, newRateHz, placement, durationS, plannedS, plannedM, speedKmh, inclinePct, markers);
    }

    public VirtualOptions withPlacement(Placement newPlacement) {
        return new VirtualOptions(
                seed, rateHz, newPlacement, durationS, plannedS, plannedM, speedKmh, inclinePct, markers);
    }

    public VirtualOptions withDurationS(int newDurationS) {
        return new VirtualOptions(
                seed, rateHz, placement, newDurationS, plannedS, plannedM, speedKmh, inclinePct, markers);
    }

    public VirtualOptions withPlanned(int newPlannedS, int newPlannedM) {
        return new VirtualOptions(
                seed, rateHz, placement, durationS, newPlannedS, newPlannedM, speedKmh, inclinePct, markers);
    }

    public VirtualOptions withSpeedKmh(double newSpeedKmh) {
        return new VirtualOptions(
                seed, rateHz, placement, durationS, plannedS, plannedM, newSpeedKmh, inclinePct, markers);
    }

    public VirtualOptions withInclinePct(double newInclinePct) {
        return new VirtualOptions(
                seed, rateHz, placement, durationS, plannedS, plannedM, speedKmh, newInclinePct, markers);
    }

    public VirtualOptions withMarkers(boolean newMarkers) {
        return new VirtualOptions(
                seed, rateHz, placement, durationS, plannedS, plannedM, speedKmh, inclinePct, newMarkers);
    }
}
