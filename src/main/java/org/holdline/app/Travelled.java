package org.holdline.app;

import org.holdline.road.Event;
import org.holdline.sample.Sample;

/** How far the belt has gone, step by step, where its speed is known. */
final class Travelled {
    private static final long NEVER = Long.MIN_VALUE / 2;

    /** Without steps for longer nobody was on the belt. */
    private static final long PAUSE_US = 3_000_000;

    private long speedMPerH = Sample.UNKNOWN;
    private long toUs = NEVER;
    private double metres;

    void event(Event event) {
        if (event.kind != Event.Kind.STEP) {
            return;
        }
        long us = event.timeUs - toUs;
        if (speedMPerH != Sample.UNKNOWN && us > 0 && us <= PAUSE_US) {
            metres += speedMPerH * us / 3.6e9;
        }
        speedMPerH = event.speedMPerH;
        toUs = Math.max(toUs, event.timeUs);
    }

    long metres() {
        return (long) metres;
    }
}
