package org.holdline.app;

import java.util.Locale;
import org.holdline.clock.Clock;
import org.holdline.cue.tone.Speaker;
import org.holdline.cue.tone.SpeakerState;
import org.holdline.settings.Settings;

/** Tones without a run: {@code holdline cue test --output speaker}, and what {@code bench tone} measures with. */
final class SpeakerTrial {
    /** Beside the motors' names. */
    static final String OUTPUT = "speaker";

    private static final long SLICE_NS = 1_000_000;
    private static final long PAUSE_NS = 500_000_000;

    /** Opening an output takes some milliseconds, over Bluetooth a second or two. */
    private static final long OPENING_NS = 5_000_000_000L;

    /** Longer than any tone. */
    private static final long LIMIT_NS = 3_000_000_000L;

    private final Settings settings;
    private final Clock clock;

    SpeakerTrial(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Plays and says so; answers the exit code. */
    int play(int times, int lengthMs) throws Failure {
        try (Speaker speaker = open()) {
            for (int i = 0; i < times; i++) {
                if (i > 0) {
                    pause(PAUSE_NS);
                }
                speaker.pulse(0, lengthMs);
                awaitEnd(speaker);
            }
            boolean well = speaker.played() == times && speaker.state() == SpeakerState.READY;
            System.out.println(String.format(
                    Locale.ROOT,
                    "audio output %s: %d of %d tones of %d ms given; %s",
                    speaker.device(),
                    speaker.played(),
                    times,
                    Math.clamp(lengthMs, Speaker.MIN_TONE_MS, Speaker.MAX_TONE_MS),
                    SpeakerSource.part(speaker).text()));
            return well ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    /**
     * The output, open.
     *
     * @throws Failure when it cannot be had
     */
    Speaker open() throws Failure {
        Speaker speaker = SpeakerSource.speaker(settings, clock);
        long endNs = clock.nanoTime() + OPENING_NS;
        while (speaker.state() == SpeakerState.OPENING && clock.nanoTime() - endNs < 0) {
            clock.park(SLICE_NS);
        }
        if (speaker.state() == SpeakerState.READY) {
            return speaker;
        }
        speaker.close();
        throw new Failure(
                switch (speaker.state()) {
                    case MISSING, NO_LIBRARY -> ExitCode.DEVICE_NOT_FOUND;
                    case DENIED -> ExitCode.NO_PERMISSION;
                    default -> ExitCode.FAILED;
                },
                "audio output " + speaker.device() + ": " + SpeakerSource.refusal(speaker));
    }

    /** Until the tone that was asked for has been handed over, and what is queued behind it has been played. */
    void awaitEnd(Speaker speaker) {
        long endNs = clock.nanoTime() + LIMIT_NS;
        boolean sounded = false;
        while (clock.nanoTime() - endNs < 0 && !(sounded && !speaker.isSounding())) {
            sounded |= speaker.isSounding();
            clock.park(SLICE_NS);
        }
        pause(speaker.bufferUs() * 1000);
    }

    void pause(long lengthNs) {
        long endNs = clock.nanoTime() + lengthNs;
        while (clock.nanoTime() - endNs < 0) {
            clock.park(SLICE_NS);
        }
    }
}
