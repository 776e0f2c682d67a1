package org.holdline.link;

import org.holdline.clock.Clock;
import org.holdline.link.wire.Codes;
import org.holdline.link.wire.ImuBatch;

/** When batches came, and what they said of the motor. Written by the link's reader. */
final class BatchWatch implements LinkListener {
    private final Clock clock;
    private final LinkListener next;
    volatile long batches;
    volatile long withMotor;
    volatile long sessions;
    volatile long presses;
    volatile long stepsBack;
    volatile long lastNs;
    volatile long longestNs;
    private volatile long lastClipUs;

    /** @param next told the same */
    BatchWatch(Clock clock, LinkListener next) {
        this.clock = clock;
        this.next = next;
    }

    /** The longest wait between two batches is counted from now on. */
    void begin() {
        longestNs = 0;
    }

    /** The clip's clock at the last batch, without wrap-around, us. */
    long lastClipUs() {
        return lastClipUs;
    }

    @Override
    public void session(ClipIdentity identity) {
        sessions++;
        lastClipUs = 0;
        next.session(identity);
    }

    @Override
    public void batch(ImuBatch batch, long t0Us, ClockMap map) {
        long nowNs = clock.nanoTime();
        if (batches > 0) {
            longestNs = Math.max(longestNs, nowNs - lastNs);
        }
        lastNs = nowNs;
        stepsBack += t0Us > lastClipUs ? 0 : 1;
        lastClipUs = t0Us;
        withMotor += (batch.bits() & Codes.BatchFlag.HAPTIC) == 0 ? 0 : 1;
        next.batch(batch, t0Us, map);
        batches++;
    }

    @Override
    public void press(int press, boolean muted) {
        presses++;
        next.press(press, muted);
    }
}
