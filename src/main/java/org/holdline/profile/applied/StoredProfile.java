package org.holdline.profile.applied;

import java.util.HexFormat;
import java.util.Locale;
import org.holdline.profile.form.Filled;
import org.holdline.profile.image.ImageException;
import org.holdline.profile.image.ImageHeader;
import org.holdline.profile.image.ImageReader;
import org.jspecify.annotations.Nullable;

/**
 * The device profile that a clip, or a memory wired to it, holds by itself.
 *
 * @param state whether there is one
 * @param profile null unless {@link State#VALID}
 * @param text which one, or why none: for a person, a clause without a full stop
 */
public record StoredProfile(State state, @Nullable Filled profile, String text) {
    /** Whether there is one. */
    public enum State {
        /** Nothing here could keep one: readings are taken as they come. */
        NOT_KEPT,
        /** The place is there, and nothing lies in it. */
        EMPTY,
        /** What lies in it is no valid profile of this clip. */
        INVALID,
        VALID
    }

    /** Of a clip without a place for one. */
    public static final StoredProfile NOT_KEPT = new StoredProfile(State.NOT_KEPT, null, "none is kept");

    public static StoredProfile empty(String why) {
        return new StoredProfile(State.EMPTY, null, why);
    }

    public static StoredProfile invalid(String why) {
        return new StoredProfile(State.INVALID, null, why);
    }

    /**
     * What an image comes to.
     *
     * @param serial of the clip it was found in; empty where only the image itself says one
     */
    public static StoredProfile of(byte[] image, String serial) {
        try {
            ImageHeader header = ImageReader.header(image);
            Filled profile = ImageReader.profile(image);
            String owner = profile.text("", "serial");
            if (!serial.isEmpty() && !owner.equals(serial)) {
                return invalid("it belongs to clip " + owner);
            }
            return new StoredProfile(
                    State.VALID,
                    profile,
                    String.format(
                            Locale.ROOT,
                            "generation %d, CRC %s",
                            header.generation(),
                            HexFormat.of().withUpperCase().toHexDigits(header.bodyCrc())));
        } catch (ImageException e) {
            return invalid(String.valueOf(e.getMessage()));
        }
    }
}
