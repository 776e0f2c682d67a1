package org.holdline.link;

/** States of the host, as in {@code firmware-protocol/README.md}. */
public enum LinkState {
    /** Not wanted. */
    CLOSED,
    /** The port is being opened. */
    OPENING,
    /** HELLO goes out until it is answered. */
    GREETING,
    /** Batches come. */
    STREAMING,
    /** The port is open and no batch comes; no cue goes out. */
    STALE,
    /** A pause before the port is opened again. */
    BACKOFF;

    /** Whether frames may be sent. */
    boolean isOpen() {
        return this == GREETING || this == STREAMING || this == STALE;
    }
}
