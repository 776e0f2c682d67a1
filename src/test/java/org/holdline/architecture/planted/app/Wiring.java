package org.holdline.architecture.planted.app;

/** What nobody may import. */
public final class Wiring {
    public void start() {}
}
