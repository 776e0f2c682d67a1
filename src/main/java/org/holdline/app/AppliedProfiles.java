package org.holdline.app;

import java.util.List;
import java.util.Map;
import org.holdline.recording.RecordingNotes;
import org.holdline.report.PartStatus;
import org.holdline.road.Calibration;
import org.holdline.road.RoadParams;

/**
 * What profiles come to in one run.
 *
 * @param texts of the profiles that are applied, by kind: what a recording keeps
 * @param parts what a person is told of each
 * @param ownProfile the run goes by the profile that the clip itself keeps
 */
record AppliedProfiles(RoadParams params, Map<String, String> texts, List<PartStatus> parts, boolean ownProfile) {
    AppliedProfiles {
        texts = Map.copyOf(texts);
        parts = List.copyOf(parts);
    }

    /** What a recording of this run must remember. */
    RecordingNotes notes(Map<String, String> settings) {
        Calibration calibration = params.calibration();
        return new RecordingNotes(settings, texts, calibration == Calibration.NOMINAL ? "" : calibration.word());
    }

    /** The source, with its profiles among its parts. */
    Source around(Source source) {
        return parts.isEmpty() ? source : new ProfiledSource(source, this);
    }
}
