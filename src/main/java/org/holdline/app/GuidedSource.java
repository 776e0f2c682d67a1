package org.holdline.app;

import java.io.IOException;
import java.util.List;
import org.holdline.clip.Clip;
import org.holdline.clip.ReadTime;
import org.holdline.cue.CueOutput;
import org.holdline.guide.Plan;
import org.holdline.profile.applied.StoredProfile;
import org.holdline.report.PartStatus;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.jspecify.annotations.Nullable;

/**
 * A source whose runner is guided: it states the plan that was chosen, plays the pulses of the check on the motor alone, and plays no cue
 * shorter than the runner has felt. What the road decides, and with it what a recording decides again, stays as it is.
 */
final class GuidedSource implements Source {
    /** Between two pulses, so that they can be counted. */
    private static final long GAP_US = 600_000;

    private static final int MAX_PULSE_MS = 1000;

    /** Long enough to be known again. */
    private static final int TONE_MS = 500;

    private final Source source;
    private final Clip inner;
    private final CueOutput felt;
    private final Clip clip = new PulsingClip();

    private volatile StreamInfo info;
    private volatile int leastMs;
    private volatile boolean toneWanted;

    /** Number of pulses in the upper half, their length in the lower one. */
    private volatile long wanted;

    // Of the thread that polls.
    private long taken;
    private int left;
    private long nextUs;

    GuidedSource(Source source) {
        this.source = source;
        inner = source.clip();
        info = inner.info();
        CueOutput output = source.output();
        felt = new CueOutput() {
            @Override
            public void pulse(long timeUs, int pulseMs) {
                output.pulse(timeUs, Math.max(pulseMs, leastMs));
            }

            @Override
            public void off() {
                output.off();
            }
        };
    }

    /** Before the run: what its stream states of itself. */
    void plan(Plan plan) {
        StreamInfo was = inner.info();
        info = new StreamInfo(
                was.source(),
                was.simulated(),
                was.rateHz(),
                was.placement(),
                plan.plannedS(),
                plan.plannedM(),
                was.accelRangeUms2(),
                was.gyroRangeUrads());
    }

    /** Any thread: plays so many pulses, one after another. */
    void pulses(int count, int pulseMs) {
        if (count < 1 || pulseMs < 1 || pulseMs > MAX_PULSE_MS) {
            throw new IllegalArgumentException("count=" + count + " pulseMs=" + pulseMs + ", expected 1.. and 1..1000");
        }
        wanted = (long) count << Integer.SIZE | pulseMs;
    }

    /** Any thread: plays none of them any more. */
    void hush() {
        wanted = 0;
        source.motor().off();
    }

    /** Any thread: plays the tone of a cue once, where there is one. */
    void tone() {
        toneWanted = true;
    }

    /** Any thread: no cue is shorter from now on. */
    void atLeast(int pulseMs) {
        leastMs = Math.min(pulseMs, MAX_PULSE_MS);
    }

    @Override
    public Clip clip() {
        return clip;
    }

    @Override
    public CueOutput output() {
        return felt;
    }

    @Override
    public boolean isLive() {
        return source.isLive();
    }

    @Override
    public void stopOutputs() {
        source.stopOutputs();
    }

    @Override
    public void attach(LiveRun run) {
        source.attach(run);
    }

    @Override
    public StoredProfile storedProfile() {
        return source.storedProfile();
    }

    @Override
    public List<PartStatus> parts() {
        return source.parts();
    }

    @Override
    public void close() {
        source.close();
    }

    /** A pulse is the polling thread's: between two samples it is played. */
    private void play(long timeUs) {
        long now = wanted;
        if (now != taken) {
            taken = now;
            left = (int) (now >>> Integer.SIZE);
            nextUs = timeUs;
        }
        if (left > 0 && timeUs >= nextUs) {
            left--;
            int pulseMs = (int) now;
            nextUs = timeUs + pulseMs * 1000L + GAP_US;
            source.motor().pulse(timeUs, pulseMs);
        }
        if (toneWanted) {
            toneWanted = false;
            CueOutput speaker = source.speaker();
            if (speaker != null) {
                speaker.pulse(timeUs, TONE_MS);
            }
        }
    }

    private final class PulsingClip implements Clip {
        @Override
        public StreamInfo info() {
            return info;
        }

        @Override
        public Answer poll(Sample slot) throws IOException {
            Answer answer = inner.poll(slot);
            if (answer == Answer.SAMPLE) {
                play(slot.timeUs);
            }
            return answer;
        }

        @Override
        public boolean isDelivering() {
            return inner.isDelivering();
        }

        @Override
        public @Nullable ReadTime readTime() {
            return inner.readTime();
        }

        @Override
        public void close() throws IOException {
            inner.close();
        }
    }
}
