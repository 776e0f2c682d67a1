package org.holdline.profile.flash;

import java.util.Optional;

/**
 * Two slots that keep profiles: a clip behind its link, or a memory that hangs on a bus.
 *
 * <p>Every call may be repeated without harm, and goes on where a broken one has stopped. One thread.
 */
public interface ProfileHolder extends AutoCloseable {
    /** Hears how far a write has come. */
    @FunctionalInterface
    interface Progress {
        /** So many bytes of the image are there. */
        void written(int bytes, int ofBytes);
    }

    /**
     * What a write replaces and with which key.
     *
     * @param expectedGeneration in force as the plan knows it; 0 = none
     * @param expectedCrc of its body; 0 = none
     * @param key for the MAC, empty without one
     */
    record Terms(long expectedGeneration, int expectedCrc, Optional<ProfileKey> key) {}

    /** What it holds, asked anew. */
    Holding look() throws FlashException;

    /**
     * The image in a slot.
     *
     * @param slot 0 or 1
     * @throws FlashException NO_PROFILE when it holds none
     */
    byte[] image(int slot) throws FlashException;

    /**
     * Writes an image to the spare slot, has it read back, and puts it on trial.
     *
     * @throws FlashException RESTARTED when the holder lost what it knew of the write: look again
     */
    void write(byte[] image, Terms terms, Progress progress) throws FlashException;

    /** Puts what is on trial in force for good. */
    void confirm(long generation, int crc) throws FlashException;

    /** Puts the other confirmed profile in force. */
    void rollBack(Holding.Slot from, Holding.Slot to) throws FlashException;

    /** Forgets a write, or ends a trial. */
    void abort() throws FlashException;

    /** Serial number once it was looked at. */
    Optional<String> serial();

    /** Waits a moment while somebody walks to the button. */
    void rest();

    @Override
    void close();
}
