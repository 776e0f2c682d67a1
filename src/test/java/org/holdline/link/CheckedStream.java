package org.holdline.link;

import java.util.ArrayList;
import java.util.List;
import org.holdline.link.emulated.ClipBody;
import org.holdline.link.wire.ImuBatch;

/** Samples that tell their own index, so that a sample that is not the clip's is found at the other end. */
final class CheckedStream implements ClipBody, LinkListener {
    private static final int NUMBERS = 12;

    /** 31 times this is 1 in 16 bits. */
    private static final int INVERSE_OF_31 = 31711;

    final List<String> presses = new ArrayList<>();
    final List<Integer> played = new ArrayList<>();
    final List<Integer> ended = new ArrayList<>();
    long batches;
    long wrong;
    long sessions;
    long lastClipUs;
    long stepsBack;
    boolean measures = true;

    /**
     * So many samples a cut of the stream may cost without a gap: a clip takes back the indices of what it measured and could
     * not send, and from then on its samples run ahead of their indices by as many.
     */
    volatile int mayTakeBack;

    private int takenBack;
    private int idx;

    private static int value(long sampleIdx, int number) {
        return (short) (sampleIdx * 31 + number * 977L);
    }

    @Override
    public boolean measure(int[] steps) {
        if (!measures) {
            return false;
        }
        for (int i = 0; i < NUMBERS; i++) {
            steps[i] = value(idx, i);
        }
        idx++;
        return true;
    }

    /** The clip starts anew. */
    void reboot() {
        idx = 0;
    }

    @Override
    public void motorOn(int forMs) {
        played.add(forMs);
    }

    @Override
    public void motorOff(int reason, int playedMs) {
        ended.add(reason);
    }

    @Override
    public void session(ClipIdentity identity) {
        sessions++;
        lastClipUs = 0;
        takenBack = 0;
    }

    @Override
    public void batch(ImuBatch batch, long t0Us, ClockMap clock) {
        batches++;
        int ahead = (batch.value(0, 0) * INVERSE_OF_31 - (int) batch.firstIdx()) & 0xFFFF;
        if (ahead > takenBack && ahead <= takenBack + mayTakeBack) {
            takenBack = ahead;
        }
        for (int sample = 0; sample < batch.count(); sample++) {
            for (int i = 0; i < NUMBERS; i++) {
                wrong += batch.value(sample, i) == value(batch.firstIdx() + takenBack + sample, i) ? 0 : 1;
            }
        }
        stepsBack += t0Us > lastClipUs ? 0 : 1;
        lastClipUs = t0Us;
    }

    @Override
    public void press(int press, boolean muted) {
        presses.add(press + (muted ? " muted" : ""));
    }
}
