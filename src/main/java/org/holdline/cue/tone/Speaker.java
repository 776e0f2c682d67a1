package org.holdline.cue.tone;

import java.util.concurrent.locks.LockSupport;
import org.holdline.clock.Clock;
import org.holdline.cue.CueOutput;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays each cue as a tone of the pulse's length, between {@link #MIN_TONE_MS} and {@link #MAX_TONE_MS}. A cue that comes
 * while a tone sounds sets a new end; no tone lasts longer than a second.
 *
 * <p><b>Threads:</b> {@link #pulse} belongs to the road's thread, all else is any thread's. None of them waits but
 * {@link #close}, a third of a second at most.
 */
public final class Speaker implements CueOutput, AutoCloseable {
    /** Shorter ones are hardly heard: the ear adds up a tenth of a second and more. */
    public static final int MIN_TONE_MS = 100;

    public static final int MAX_TONE_MS = 1000;

    /** A cue found older than this says nothing any more about the step it was meant for. */
    public static final int MAX_AGE_MS = 300;

    private static final Logger LOG = LoggerFactory.getLogger(Speaker.class);
    private static final long MS = 1_000_000;
    private static final long FIRST_RETRY_NS = 2000 * MS;
    private static final long LONGEST_RETRY_NS = 30_000 * MS;
    private static final long IDLE_NS = 1000 * MS;
    private static final long FINISH_NS = 150 * MS;
    private static final long JOIN_MS = 300;

    private final SoundPort port;
    private final Clock clock;
    private final ToneQueue queue;
    private final Requests requests = new Requests();

    // Of the speaker's thread.
    private boolean isOpen;
    private long retryNs;
    private long retryAfterNs = FIRST_RETRY_NS;
    private long taken;
    private boolean isFirstWriteDue;

    private volatile SpeakerState state = SpeakerState.OPENING;
    private volatile String trouble = "";
    private volatile boolean ended;
    private volatile long refused;
    private volatile long played;
    private volatile long failed;
    private volatile long losses;
    private volatile long lastFirstWriteNs;
    private volatile long longestFirstWriteNs;
    private volatile @Nullable Thread thread;

    Speaker(SoundPort port, ToneParams params, Clock clock) {
        this.port = port;
        this.clock = clock;
        queue = new ToneQueue(port, new Tone(params), params.isAwake());
        retryNs = clock.nanoTime();
    }

    /**
     * On an output of ALSA; opens nothing yet.
     *
     * @param device as ALSA names it: {@code default}, {@code plughw:CARD=Headphones}, {@code bluealsa}
     */
    public static Speaker of(String device, ToneParams params, Clock clock) {
        return new Speaker(new AlsaPort(device), params, clock);
    }

    /** Opens the output and keeps it, on a thread of its own; once. */
    public void start() {
        if (thread != null || ended) {
            throw new IllegalStateException("speaker on " + port.device() + ": started or closed before");
        }
        Thread made = new Thread(this::serve, "holdline-speaker");
        made.setDaemon(true);
        thread = made;
        made.start();
    }

    @Override
    public void pulse(long timeUs, int pulseMs) {
        if (ended) {
            refused++;
            return;
        }
        requests.ask(Math.clamp(pulseMs, MIN_TONE_MS, MAX_TONE_MS), clock.nanoTime());
        LockSupport.unpark(thread);
    }

    /** What sounds fades out; it is silent before an output's buffer has passed. */
    @Override
    public void off() {
        requests.callOff();
        LockSupport.unpark(thread);
    }

    /** Name of the output, as it was given. */
    public String device() {
        return port.device();
    }

    public SpeakerState state() {
        return state;
    }

    /** Why it is not ready, and which outputs there are; empty as long as nothing was amiss. */
    public String trouble() {
        return trouble;
    }

    /** Is a tone to be heard, or about to be? */
    public boolean isSounding() {
        return queue.isSounding();
    }

    /** What the output holds at most, us; 0 before it was opened. */
    public long bufferUs() {
        return queue.bufferUs();
    }

    /** How much sound is kept ahead, us: so long after the cue a tone begins where silence plays before it. */
    public long aheadUs() {
        return queue.aheadUs();
    }

    /** Tones that were handed to the output, and cues that prolonged one. */
    public long played() {
        return played;
    }

    /** Cues that came to nothing: no output was there, or they were too old. */
    public long failed() {
        return failed + refused;
    }

    /** How often the output ran empty while it had to play. */
    public long underruns() {
        return queue.underruns();
    }

    /** How often an output that had been opened was lost. */
    public long losses() {
        return losses;
    }

    /** From the latest cue that began a tone to the return of its first write, ns; 0 before. */
    public long lastFirstWriteNs() {
        return lastFirstWriteNs;
    }

    /** The longest of those, ns. */
    public long longestFirstWriteNs() {
        return longestFirstWriteNs;
    }

    /** Fades out, ends the thread, gives the output back. May be called any number of times. */
    @Override
    public void close() {
        requests.callOff();
        ended = true;
        Thread serving = thread;
        if (serving == null || serving == Thread.currentThread()) {
            return;
        }
        LockSupport.unpark(serving);
        try {
            serving.join(JOIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What the speaker's thread does each time it wakes.
     *
     * @return when to be called again at the latest, on the same clock
     */
    long step() {
        if (!isOpen && !open()) {
            dismiss();
            return retryNs;
        }
        take();
        long nowNs = clock.nanoTime();
        int answer = queue.feed(nowNs);
        if (answer < 0) {
            lose(answer);
            return retryNs;
        }
        if (isFirstWriteDue && queue.hasToneBegun()) {
            isFirstWriteDue = false;
            lastFirstWriteNs = clock.nanoTime() - requests.askedNs();
            longestFirstWriteNs = Math.max(longestFirstWriteNs, lastFirstWriteNs);
        }
        return queue.isIdle() ? nowNs + IDLE_NS : Math.max(queue.dueNs(), nowNs + MS);
    }

    private boolean open() {
        if (clock.nanoTime() - retryNs < 0) {
            return false;
        }
        int answer = port.open(ToneQueue.CHUNK_FRAMES);
        if (answer < 0) {
            SpeakerState now = SpeakerState.refused(answer);
            // Said once: what it is that keeps it away may change from one attempt to the next.
            if (state == SpeakerState.OPENING) {
                trouble = port.reason(answer) + "; outputs here: " + port.outputs();
                state = now;
            }
            retryLater();
            return false;
        }
        isOpen = true;
        retryAfterNs = FIRST_RETRY_NS;
        queue.opened(clock.nanoTime());
        state = SpeakerState.READY;
        return true;
    }

    private void lose(int answer) {
        port.close();
        isOpen = false;
        isFirstWriteDue = false;
        losses++;
        queue.lost();
        trouble = port.reason(answer) + "; outputs here: " + port.outputs();
        state = SpeakerState.LOST;
        retryLater();
    }

    private void retryLater() {
        retryNs = clock.nanoTime() + retryAfterNs;
        retryAfterNs = Math.min(retryAfterNs * 2, LONGEST_RETRY_NS);
    }

    /** What is asked for while there is no output. */
    private void dismiss() {
        long request = requests.latest();
        if (request != taken) {
            taken = request;
            failed++;
        }
    }

    private void take() {
        long request = requests.latest();
        if (request == taken) {
            if (requests.isCalledOff(taken)) {
                queue.release();
            }
            return;
        }
        taken = request;
        if (requests.isCalledOff(request)) {
            queue.release();
        } else if (clock.nanoTime() - requests.askedNs() > MAX_AGE_MS * MS) {
            failed++;
        } else {
            isFirstWriteDue = queue.tone(Requests.lengthMs(request), MAX_TONE_MS);
            played++;
        }
    }

    private void serve() {
        try {
            while (!ended) {
                long waitNs = step() - clock.nanoTime();
                if (waitNs > 0) {
                    clock.park(Math.min(waitNs, IDLE_NS));
                }
                // Set, it would make every wait return at once.
                Thread.interrupted();
            }
            finish();
        } catch (RuntimeException | Error e) {
            LOG.error("the speaker on {} broke and stays silent", port.device(), e);
            trouble = e.toString();
            state = SpeakerState.BROKEN;
            ended = true;
        } finally {
            port.close();
        }
    }

    /** The fade of a tone that sounds at the end. */
    private void finish() {
        long untilNs = clock.nanoTime() + FINISH_NS;
        queue.release();
        while (isOpen && queue.isSounding() && clock.nanoTime() < untilNs && queue.feed(clock.nanoTime()) >= 0) {
            clock.park(MS);
        }
    }
}
