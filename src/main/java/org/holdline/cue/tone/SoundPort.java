package org.holdline.cue.tone;

/**
 * An audio output, mono, 16 bits, {@link Tone#RATE_HZ}. Answers are minus the errno where something failed.
 *
 * <p>Used by one thread. Only {@link #open} and {@link #outputs} may take long.
 */
interface SoundPort {
    /** As the user named it. */
    String device();

    /**
     * Takes the output; closed again by {@link #close} alone.
     *
     * @param startFrames it begins to play by itself when it holds so many
     * @return 0, or minus the errno, and then nothing is held
     */
    int open(int startFrames);

    /** Samples it holds at most; once it is open. */
    int bufferFrames();

    /** Samples it fetches at a time. */
    int periodFrames();

    /** Hands over samples without waiting; answers how many it took, 0 when it is full. */
    int write(short[] samples, int from, int count);

    /** Samples that it holds and has not played; minus EPIPE once it ran empty. */
    int queuedFrames();

    /** Forgets what it holds and makes ready for more. */
    int reset();

    /** Gives the output back, at once. */
    void close();

    /** An answer in words. */
    String reason(int answer);

    /** Names of the outputs there are, for a person. */
    String outputs();
}
