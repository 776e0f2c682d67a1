package org.holdline.profile.eeprom;

import java.io.IOException;
import java.util.Optional;
import org.holdline.profile.image.Slot;

/**
 * What a run finds in a wired clip's memory. Only a confirmed profile is one; what is on trial is not.
 *
 * @param image of the profile in force; there when VALID
 * @param text for a person
 */
public record WiredProfile(State state, Optional<byte[]> image, String text) {
    /** Whether there is a profile. */
    public enum State {
        /** Nothing was confirmed there: erased, or a first profile on trial. */
        EMPTY,
        /** A confirmed profile that is spoiled, or nothing of this program. */
        INVALID,
        /** A profile that may be used. */
        VALID
    }

    /**
     * Reads the memory, some 50 ms on a bus of 400 kHz. Writes nothing.
     *
     * @throws EepromException SILENT when nothing answers there, BUS when the bus fails
     */
    public static WiredProfile read(Eeprom memory) throws EepromException {
        try {
            return of(Content.read(memory), memory.name());
        } catch (EepromException e) {
            throw e;
        } catch (IOException e) {
            throw new EepromException(EepromException.Kind.BUS, String.valueOf(e.getMessage()));
        }
    }

    private static WiredProfile of(Content content, String name) {
        Optional<Slot> active = content.active();
        if (active.isPresent()) {
            Slot slot = active.get();
            return new WiredProfile(
                    State.VALID,
                    content.image(slot.index()),
                    name + ": clip " + content.serial() + ", slot " + slot.letter() + ", generation "
                            + slot.generation());
        }
        return isNew(content)
                ? new WiredProfile(State.EMPTY, Optional.empty(), name + ": no confirmed profile")
                : new WiredProfile(State.INVALID, Optional.empty(), name + ": no valid profile");
    }

    private static boolean isNew(Content content) {
        return !content.isForeign() && content.slots().stream().noneMatch(slot -> content.wasConfirmed(slot.index()));
    }
}
