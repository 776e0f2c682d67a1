package org.holdline.cue.tone;

/**
 * Keeps an output's queue filled with a tone or with silence, as short as the output bears, so that a tone begins and ends
 * soon after it was asked to.
 *
 * <p>How much is queued is told by the output and by the clock, whichever is more: some outputs swallow whatever they get.
 *
 * <p><b>Threads:</b> one feeds; what only answers is any thread's.
 */
final class ToneQueue {
    private static final long SECOND_NS = 1_000_000_000;

    /** Handed over at once; with so much an output begins to play. */
    static final int CHUNK_FRAMES = Tone.RATE_HZ / 100;

    /** Kept ahead where the output allows; three times what the thread is usually late on a busy machine. */
    private static final int AHEAD_FRAMES = 3 * CHUNK_FRAMES;

    /** An output that takes nothing for so long is begun anew: PulseAudio was seen to stand still on a busy machine. */
    private static final long STALLED_NS = SECOND_NS / 2;

    /** One that stalls so often, taking no more than it holds in between, plays nothing; a headset wakes up in a second or two. */
    private static final int MAX_STALLS = 8;

    private final SoundPort port;
    private final Tone tone;
    private final boolean isAwake;
    private final short[] chunk = new short[CHUNK_FRAMES];

    private int chunkLeft;
    private int aheadFrames;
    private int silenceFrames;
    private boolean streaming;
    private boolean begun;
    private int stalls;
    private long takenFrames;
    private long emptyNs;
    private long takenNs;

    private volatile boolean sounding;
    private volatile long bufferUs;
    private volatile long aheadUs;
    private volatile long underruns;

    ToneQueue(SoundPort port, Tone tone, boolean isAwake) {
        this.port = port;
        this.tone = tone;
        this.isAwake = isAwake;
    }

    /** The output has been opened just now, empty. */
    void opened(long nowNs) {
        int buffer = port.bufferFrames();
        // The fade of a tone that is called off comes behind what is queued, and within the buffer all the same.
        aheadFrames =
                Math.clamp(buffer - Tone.FADE_FRAMES, CHUNK_FRAMES, Math.max(AHEAD_FRAMES, 2 * port.periodFrames()));
        bufferUs = ns(buffer) / 1000;
        aheadUs = ns(aheadFrames) / 1000;
        chunkLeft = 0;
        silenceFrames = 0;
        streaming = false;
        emptyNs = nowNs;
        takenNs = nowNs;
        takenFrames = 0;
        stalls = 0;
    }

    /** The output has gone, and the tone with it. */
    void lost() {
        tone.drop();
        sounding = false;
    }

    /**
     * Begins a tone, or prolongs the one that sounds.
     *
     * @return whether it begins
     */
    boolean tone(int lengthMs, int mostMs) {
        boolean goesOn = tone.isSounding() && !tone.isReleased();
        if (goesOn) {
            tone.prolong(frames(lengthMs), frames(mostMs));
        } else {
            tone.begin(frames(lengthMs));
            begun = false;
        }
        sounding = true;
        return !goesOn;
    }

    void release() {
        tone.release();
    }

    boolean isSounding() {
        return sounding;
    }

    /** Has the output taken the beginning of the latest tone? */
    boolean hasToneBegun() {
        return begun;
    }

    /** Is there nothing to play and nothing being played? */
    boolean isIdle() {
        return !streaming;
    }

    /** When there will be room for more. */
    long dueNs() {
        return emptyNs - ns(aheadFrames - CHUNK_FRAMES);
    }

    long bufferUs() {
        return bufferUs;
    }

    long aheadUs() {
        return aheadUs;
    }

    long underruns() {
        return underruns;
    }

    /**
     * Fills up what has been played.
     *
     * @return 0, or minus the errno when the output is of no use any more
     */
    int feed(long nowNs) {
        int queued = port.queuedFrames();
        if (queued < 0) {
            int answer = recover(queued, nowNs);
            if (answer < 0) {
                return answer;
            }
        } else if (queued > 0) {
            emptyNs = nowNs + ns(queued);
        }
        emptyNs = Math.max(emptyNs, nowNs);
        if (!streaming && !isAwake && !tone.isSounding()) {
            return 0;
        }
        if (!streaming) {
            streaming = true;
            takenNs = nowNs;
        }
        int answer = fill(nowNs);
        if (answer == 0 && hasPlayed(nowNs)) {
            streaming = false;
            answer = port.reset();
        }
        return answer == 0 && streaming ? watch(nowNs) : Math.min(answer, 0);
    }

    private int watch(long nowNs) {
        if (nowNs - takenNs <= STALLED_NS) {
            return 0;
        }
        takenNs = nowNs;
        takenFrames = 0;
        stalls++;
        return stalls < MAX_STALLS ? recover(-Errno.EPIPE, nowNs) : -Errno.EIO;
    }

    private int fill(long nowNs) {
        while (emptyNs - nowNs <= ns(aheadFrames - CHUNK_FRAMES) && hasMore()) {
            if (chunkLeft == 0) {
                boolean sounds = tone.isSounding();
                tone.next(chunk);
                chunkLeft = CHUNK_FRAMES;
                silenceFrames = sounds ? 0 : silenceFrames + CHUNK_FRAMES;
            }
            int answer = port.write(chunk, CHUNK_FRAMES - chunkLeft, chunkLeft);
            if (answer == -Errno.EPIPE || answer == -Errno.ESTRPIPE) {
                return recover(answer, nowNs);
            }
            if (answer < 0) {
                return answer;
            }
            if (answer == 0) {
                // It is full, whatever it says of its queue.
                emptyNs = Math.max(emptyNs, nowNs + ns(aheadFrames));
                return 0;
            }
            chunkLeft -= answer;
            emptyNs += ns(answer);
            takenNs = nowNs;
            takenFrames += answer;
            stalls = takenFrames > port.bufferFrames() ? 0 : stalls;
            begun = silenceFrames == 0;
        }
        sounding = tone.isSounding();
        return 0;
    }

    /** Behind a tone comes so much silence that an output which stops late repeats nothing. */
    private boolean hasMore() {
        return isAwake || tone.isSounding() || chunkLeft > 0 || silenceFrames < aheadFrames;
    }

    private boolean hasPlayed(long nowNs) {
        return !isAwake && !hasMore() && emptyNs <= nowNs;
    }

    /** One that ran empty, or slept with the machine, plays on. */
    private int recover(int answer, long nowNs) {
        if (answer != -Errno.EPIPE && answer != -Errno.ESTRPIPE) {
            return answer;
        }
        if (isAwake || tone.isSounding()) {
            underruns++;
        }
        emptyNs = nowNs;
        return port.reset();
    }

    private static int frames(int ms) {
        return ms * (Tone.RATE_HZ / 1000);
    }

    private static long ns(int frames) {
        return frames * SECOND_NS / Tone.RATE_HZ;
    }
}
