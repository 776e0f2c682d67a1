package org.holdline.link.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import org.holdline.link.emulated.EmulatedClip;

/** Looks at a clip's motor and holds it to the limits the README gives, by its own reckoning. */
final class MotorLimits implements Play.Watch {
    private static final int WINDOW_MS = 10_000;
    private static final int WINDOW_MAX_MS = 2500;
    private static final int LONGEST_MS = 2000;
    private static final int SILENT_MS = 1000;

    private record Drive(long fromMs, long toMs) {}

    private final Deque<Drive> driven = new ArrayDeque<>();
    private boolean running;
    private long fromMs;
    private long heardMs;
    private long frames;
    private long bytes;
    private long cues;

    /** Cues played in all. */
    long cues() {
        return cues;
    }

    @Override
    public void byteComes(byte next) {
        bytes++;
    }

    @Override
    public void lineCut() {}

    @Override
    public void stepped(EmulatedClip clip, long ms) {
        if (clip.counted(Counter.BYTES) < bytes) {
            startsAnew(clip);
        }
        need(clip.counted(Counter.BYTES) == bytes, "a byte was not counted", ms);
        heardMs = clip.framesHeard() == frames ? heardMs : ms;
        frames = clip.framesHeard();
        boolean runs = clip.isPlaying();
        if (running && !runs) {
            driven.addLast(new Drive(fromMs, ms));
        } else if (!running && runs) {
            fromMs = ms;
            cues++;
        }
        running = runs;
        if (runs) {
            need(ms - fromMs < LONGEST_MS || ms == fromMs, "more than 2 s in a row", ms);
            need(ms - heardMs < SILENT_MS, "on while the host is silent", ms);
            need(clip.state() != EmulatedClip.State.WAITING, "on without a host", ms);
        }
        need(inWindowMs(ms) <= WINDOW_MAX_MS, "more than a quarter of 10 s", ms);
    }

    @Override
    public void said(byte[] wire) {}

    /** A start empties the window. */
    private void startsAnew(EmulatedClip clip) {
        need(clip.counted(Counter.BYTES) == 0, "bytes were lost", 0);
        driven.clear();
        running = false;
        bytes = 0;
        frames = 0;
    }

    private long inWindowMs(long ms) {
        long windowMs = ms - WINDOW_MS;
        while (!driven.isEmpty() && driven.getFirst().toMs() <= windowMs) {
            driven.removeFirst();
        }
        return driven.stream()
                        .mapToLong(drive -> drive.toMs() - Math.max(windowMs, drive.fromMs()))
                        .sum()
                + (running ? ms - Math.max(windowMs, fromMs) : 0);
    }

    private static void need(boolean holds, String what, long ms) {
        if (!holds) {
            throw new AssertionError("at " + ms + " ms: " + what);
        }
    }
}
