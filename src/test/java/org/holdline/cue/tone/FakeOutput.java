package org.holdline.cue.tone;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.holdline.cue.FakeClock;

/** An output that plays by a clock that the test moves, or swallows all it gets; fails as it is told. */
final class FakeOutput implements SoundPort {
    private static final long SECOND_NS = 1_000_000_000;
    private static final int GAP_FRAMES = 2000;

    /** Answers of the next openings; 0 behind the last. */
    final Deque<Integer> openings = new ArrayDeque<>();

    /** From here on every call answers so, until it is opened again. */
    int fault;

    /** It holds what it has and plays nothing. */
    boolean stuck;

    /** The same until it is made ready anew. */
    boolean starved;

    /** It takes everything at once and says that nothing waits, as ALSA's null does. */
    boolean swallows;

    int buffer = 1920;
    int period = 480;
    int opened;
    int closed;
    int listed;

    private final FakeClock clock;
    private final short[] written = new short[1 << 22];
    private int count;
    private int playedCount;
    private boolean running;
    private int start;
    private long playedNs;

    FakeOutput(FakeClock clock) {
        this.clock = clock;
    }

    /** All that was written, in its order. */
    Heard heard() {
        return new Heard(Arrays.copyOf(written, count));
    }

    /** Samples that have been played by now. */
    int played() {
        play();
        return playedCount;
    }

    @Override
    public String device() {
        return "fake";
    }

    @Override
    public int open(int startFrames) {
        start = startFrames;
        Integer answer = openings.poll();
        if (answer != null && answer < 0) {
            return answer;
        }
        opened++;
        if (opened > 1) {
            // What was played before it went is over.
            count += GAP_FRAMES;
        }
        fault = 0;
        running = false;
        playedCount = count;
        return 0;
    }

    @Override
    public int bufferFrames() {
        return buffer;
    }

    @Override
    public int periodFrames() {
        return period;
    }

    @Override
    public int write(short[] samples, int from, int wanted) {
        play();
        if (fault < 0) {
            return fault;
        }
        int taken = swallows ? wanted : Math.min(wanted, buffer - (count - playedCount));
        System.arraycopy(samples, from, written, count, taken);
        count += taken;
        if (!running && count - playedCount >= start) {
            running = true;
            playedNs = clock.nowNs;
        }
        return taken;
    }

    @Override
    public int queuedFrames() {
        if (fault < 0) {
            return fault;
        }
        if (swallows) {
            return 0;
        }
        play();
        if (running && playedCount == count && clock.nowNs > playedNs) {
            return -Errno.EPIPE;
        }
        return count - playedCount;
    }

    @Override
    public int reset() {
        running = false;
        starved = false;
        playedCount = count;
        if (fault == -Errno.EPIPE || fault == -Errno.ESTRPIPE) {
            fault = 0;
        }
        return fault;
    }

    @Override
    public void close() {
        closed++;
        running = false;
    }

    @Override
    public String reason(int answer) {
        return "errno " + -answer;
    }

    @Override
    public String outputs() {
        listed++;
        return "fake, other";
    }

    private void play() {
        if (running && !stuck && !starved) {
            long frames = (clock.nowNs - playedNs) * Tone.RATE_HZ / SECOND_NS;
            int now = (int) Math.min(count - playedCount, frames);
            playedCount += now;
            playedNs += now * SECOND_NS / Tone.RATE_HZ;
        }
    }
}
