package org.holdline.architecture.planted.road;

/** What others must not call. */
public final class Loop {
    public void turn() {}
}
