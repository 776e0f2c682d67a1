package org.holdline.profile.flash;

import java.util.List;

/**
 * What is to be done to a clip.
 *
 * @param before what it held when the plan was made
 * @param wanted what is to be written
 * @param generation it gets, or has
 * @param crc CRC-32C of its values
 * @param changes a line each, in units
 */
public record FlashPlan(Goal goal, Holding before, Wanted wanted, long generation, int crc, List<String> changes) {
    /** How far away it is. */
    public enum Goal {
        /** The same values are in force. */
        NOTHING,
        /** The same values are on trial. */
        CONFIRM,
        /** It is to be written, or a write goes on. */
        WRITE
    }

    /** The image that is to be written. */
    byte[] image() {
        return wanted.image(generation);
    }
}
