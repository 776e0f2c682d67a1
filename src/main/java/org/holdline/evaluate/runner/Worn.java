package org.holdline.evaluate.runner;

/** Which way round the clips of a session are worn. The seed never draws it: it is asked for. */
public enum Worn {
    AS_ASKED,
    /** Both on their heads, the upper side down. */
    UPSIDE_DOWN,
    /** Both with their faces toward the back. */
    BACK_TO_FRONT,
    /** Two clips: the lower one at the upper place; with one the same as asked. */
    SWAPPED
}
