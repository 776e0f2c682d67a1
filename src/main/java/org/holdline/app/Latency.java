package org.holdline.app;

import org.HdrHistogram.Histogram;
import org.holdline.clip.Clip;
import org.holdline.clip.ReadTime;
import org.holdline.clip.serial.SerialClip;
import org.jspecify.annotations.Nullable;

/**
 * How long samples took, over every sample: from the return of the read that brought them to their decision, and before
 * that from the measurement to the read, most of which is waiting for the rest of the batch.
 *
 * <p>Recorded by the road's thread; read when it has ended.
 */
final class Latency {
    private static final long MAX_NS = 10_000_000_000L;

    private final Clip clip;
    private final Histogram decision = new Histogram(1, MAX_NS, 3);
    private final @Nullable Histogram age;

    Latency(Clip clip) {
        this.clip = clip;
        age = clip.readTime() == null ? null : new Histogram(1, MAX_NS, 3);
    }

    /**
     * One sample was decided on.
     *
     * @param polledNs when {@link Clip#poll} had answered it and it was due
     */
    void decided(long polledNs, long nowNs) {
        ReadTime read = clip.readTime();
        record(decision, nowNs - (read == null ? polledNs : read.readNs));
        if (read != null && age != null) {
            record(age, read.readNs - read.takenNs);
        }
    }

    private static void record(Histogram into, long ns) {
        into.recordValue(Math.clamp(ns, 0, MAX_NS));
    }

    /** From read to decision, ns. */
    Histogram decision() {
        return decision;
    }

    /** From measurement to read, ns; null for a source that reads when it is polled. */
    @Nullable
    Histogram age() {
        return age;
    }

    /** How far off an age may be, ns; 0 where nothing was mapped. */
    long clockErrorNs() {
        return clip instanceof SerialClip serial ? serial.clockErrorNs() : 0;
    }
}
