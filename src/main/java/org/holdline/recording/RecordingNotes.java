package org.holdline.recording;

import java.util.Map;

/**
 * What a run went by besides its samples; replay goes by it as well.
 *
 * @param settings settings of the road that were not the built-in ones, by name
 * @param profiles text of the profile files that were applied, by their kind: device, runner, treadmill. The samples in the
 *     file are those before they were applied
 * @param calibration a word for what was known of the sensors' errors; empty where they were taken as they come
 */
public record RecordingNotes(Map<String, String> settings, Map<String, String> profiles, String calibration) {
    /** Nothing. */
    public static final RecordingNotes NONE = of(Map.of());

    public RecordingNotes {
        settings = Map.copyOf(settings);
        profiles = Map.copyOf(profiles);
    }

    /** Without profiles. */
    public static RecordingNotes of(Map<String, String> settings) {
        return new RecordingNotes(settings, Map.of(), "");
    }

    /** Whether a reader must know of profiles to play it as it was. */
    boolean needsProfiles() {
        return !profiles.isEmpty() || !calibration.isEmpty();
    }
}
