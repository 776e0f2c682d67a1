package org.holdline.link;

import java.util.Arrays;

/** The calibration profile of a clip that keeps them, as it was read before the stream began. Immutable. */
public final class ClipProfile {
    /** What became of the reading. */
    public enum State {
        /** The image of the profile in force. */
        READ,
        /** Both slots are empty, or hold nothing that is in force. */
        NONE,
        /** A slot holds what is no valid profile, or the memory does not answer. */
        INVALID
    }

    private final State state;
    private final byte[] image;
    private final String why;

    ClipProfile(State state, byte[] image, String why) {
        this.state = state;
        this.image = image.clone();
        this.why = why;
    }

    public State state() {
        return state;
    }

    /** As it lies in the clip; empty unless {@link State#READ}. */
    public byte[] image() {
        return image.clone();
    }

    /** Why there is none, for a person, a clause without a full stop; empty when there is one. */
    public String why() {
        return why;
    }

    /** Whether it is the same profile, or none for the same reason. */
    public boolean isSameAs(ClipProfile other) {
        return state == other.state && Arrays.equals(image, other.image);
    }
}
