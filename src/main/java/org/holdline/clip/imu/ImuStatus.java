package org.holdline.clip.imu;

/** How one IMU fares. Written by the thread that polls the clip; any thread may read. */
public final class ImuStatus {
    private static final int PPM = 1_000_000;

    private final long nominalPeriodNs;
    volatile ImuState state = ImuState.STARTING;
    volatile long periodNs;
    volatile long samples;
    volatile long missed;
    volatile long repeated;
    volatile long invalid;
    volatile long noAcks;
    volatile long restarts;

    ImuStatus(long nominalPeriodNs) {
        this.nominalPeriodNs = nominalPeriodNs;
        periodNs = nominalPeriodNs;
    }

    public ImuState state() {
        return state;
    }

    /** True time between two samples by the host's clock, ns, as estimated last. */
    public long periodNs() {
        return periodNs;
    }

    /** By how much the IMU's rate exceeds its nominal one, parts per million. */
    public long rateErrorPpm() {
        return (nominalPeriodNs - periodNs) * PPM / periodNs;
    }

    /** Valid samples read since the start. */
    public long samples() {
        return samples;
    }

    /** Samples the IMU made and nobody read in time. */
    public long missed() {
        return missed;
    }

    /** Samples whose bytes were those of the one before. */
    public long repeated() {
        return repeated;
    }

    /** Samples the IMU itself calls invalid; they are left out. */
    public long invalid() {
        return invalid;
    }

    /** Transfers that were not acknowledged. */
    public long noAcks() {
        return noAcks;
    }

    /** How often it was set up again after a loss. */
    public long restarts() {
        return restarts;
    }
}
