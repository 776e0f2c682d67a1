package org.holdline.link.wire;

/** Who sends. */
public enum Side {
    /** Decides. */
    HOST(1),
    /** Measures and plays cues. */
    CLIP(2);

    final int bit;

    Side(int bit) {
        this.bit = bit;
    }
}
