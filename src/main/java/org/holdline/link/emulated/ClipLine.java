package org.holdline.link.emulated;

/** Where the emulated clip's bytes go. */
@FunctionalInterface
public interface ClipLine {
    /** Takes a whole frame, or none of it when the line takes no more. */
    boolean send(byte[] bytes, int length);
}
