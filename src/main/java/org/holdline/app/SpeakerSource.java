package org.holdline.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.holdline.clip.Clip;
import org.holdline.clock.Clock;
import org.holdline.cue.CueOutput;
import org.holdline.cue.tone.Speaker;
import org.holdline.cue.tone.SpeakerState;
import org.holdline.cue.tone.ToneParams;
import org.holdline.profile.applied.StoredProfile;
import org.holdline.report.PartStatus;
import org.holdline.settings.CueChannels;
import org.holdline.settings.Keys;
import org.holdline.settings.Settings;
import org.jspecify.annotations.Nullable;

/** A source whose cues are a tone of this machine, too. */
final class SpeakerSource implements Source {
    private static final long US_PER_MS = 1000;
    private static final long NS_PER_US = 1000;

    private final Source source;
    private final Speaker speaker;
    private final CueOutput both;

    private SpeakerSource(Source source, Speaker speaker) {
        this.source = source;
        this.speaker = speaker;
        CueOutput motor = source.output();
        both = new CueOutput() {
            @Override
            public void pulse(long timeUs, int pulseMs) {
                motor.pulse(timeUs, pulseMs);
                speaker.pulse(timeUs, pulseMs);
            }

            @Override
            public void off() {
                motor.off();
                speaker.off();
            }
        };
    }

    /** The tone that cue.channels asks for, being opened; null where it does not. */
    static @Nullable Speaker open(Settings settings, Clock clock) {
        return settings.get(Keys.CUE_CHANNELS).has(CueChannels.Channel.SPEAKER) ? speaker(settings, clock) : null;
    }

    /** The tone, whatever cue.channels says. */
    static Speaker speaker(Settings settings, Clock clock) {
        Speaker speaker = Speaker.of(
                settings.get(Keys.TONE_DEVICE),
                new ToneParams(
                        settings.get(Keys.TONE_FREQUENCY_HZ),
                        settings.get(Keys.TONE_LEVEL_DBFS),
                        settings.get(Keys.TONE_AWAKE)),
                clock);
        speaker.start();
        return speaker;
    }

    /** The source with the tone, where there is one. */
    static Source around(Source source, @Nullable Speaker speaker) {
        return speaker == null ? source : new SpeakerSource(source, speaker);
    }

    @Override
    public Clip clip() {
        return source.clip();
    }

    @Override
    public CueOutput output() {
        return both;
    }

    @Override
    public CueOutput motor() {
        return source.output();
    }

    @Override
    public CueOutput speaker() {
        return speaker;
    }

    @Override
    public boolean isLive() {
        return source.isLive();
    }

    @Override
    public void stopOutputs() {
        speaker.off();
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
        List<PartStatus> parts = new ArrayList<>(source.parts());
        parts.add(part(speaker));
        return parts;
    }

    /** How a tone's output fares. */
    static PartStatus part(Speaker speaker) {
        SpeakerState state = speaker.state();
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("tones", speaker.played());
        figures.put("failed_tones", speaker.failed());
        figures.put("underruns", speaker.underruns());
        figures.put("losses", speaker.losses());
        figures.put("buffer_us", speaker.bufferUs());
        figures.put("ahead_us", speaker.aheadUs());
        figures.put("first_write_max_us", speaker.longestFirstWriteNs() / NS_PER_US);
        return new PartStatus(
                "speaker",
                "audio output " + speaker.device(),
                state.word(),
                state == SpeakerState.READY,
                text(speaker, state),
                figures);
    }

    private static String text(Speaker speaker, SpeakerState state) {
        return switch (state) {
            case OPENING -> "being opened";
            case READY ->
                String.format(
                        Locale.ROOT,
                        "ready; buffer %2$d ms, a tone begins within %1$d ms of its cue",
                        speaker.aheadUs() / US_PER_MS,
                        speaker.bufferUs() / US_PER_MS);
            case BROKEN -> refusal(speaker);
            case MISSING, BUSY, DENIED, UNFIT, LOST, NO_LIBRARY -> again(speaker);
        };
    }

    private static String again(Speaker speaker) {
        return refusal(speaker) + "; tried again now and then, the run goes on without it";
    }

    /** Why it cannot be had, and what to do. */
    static String refusal(Speaker speaker) {
        return switch (speaker.state()) {
            case MISSING -> why(speaker, "not there", "see aplay -L");
            case BUSY -> why(speaker, "another program has it for itself", "end that one, or choose another");
            case DENIED -> why(speaker, "no permission", "sudo adduser $USER audio, then log in anew");
            case UNFIT -> why(speaker, "cannot be used as it is", "a name with plughw: converts what it is given");
            case LOST -> why(speaker, "was there and is no more", "look at its plug");
            case NO_LIBRARY -> why(speaker, "not to be opened", "sudo apt install alsa-utils");
            case OPENING -> "does not answer";
            case READY -> "ready";
            case BROKEN -> "its thread broke and it stays silent: " + speaker.trouble();
        };
    }

    private static String why(Speaker speaker, String what, String next) {
        return what + " (" + speaker.trouble() + "); " + next;
    }

    /** The speaker last: a motor must not wait for it. */
    @Override
    public void close() {
        source.close();
        speaker.close();
    }
}
