package org.holdline.architecture.planted.road;

/** What a report may read. */
public final class Event {
    public int steps;
}
