package org.holdline.profile.applied;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdline.cue.FadingParams;
import org.holdline.posture.PostureParams;
import org.holdline.posture.StoredNeutral;
import org.holdline.profile.form.Filled;

/** From a runner profile to what the road goes by. */
public final class RunnerNumbers {
    private static final int TENTHS_TO_THOUSANDTHS = 100;

    private RunnerNumbers() {}

    /** The band and the neutrals of this runner in place of the settings'. */
    public static PostureParams posture(Filled runner, PostureParams settings) {
        int bandMdeg = runner.find("cueing", "band_deg")
                .map(band -> (int) (long) (Long) band)
                .orElse(settings.minBandMdeg());
        return settings.withRunner(bandMdeg, neutrals(runner));
    }

    private static List<StoredNeutral> neutrals(Filled runner) {
        List<StoredNeutral> found = new ArrayList<>();
        for (Map<String, Object> table : runner.all("neutral")) {
            found.add(new StoredNeutral(
                    number(table, "speed_kmh") * TENTHS_TO_THOUSANDTHS,
                    number(table, "incline_percent") * TENTHS_TO_THOUSANDTHS,
                    number(table, "offset_deg"),
                    number(table, "noise_deg")));
        }
        return found;
    }

    private static int number(Map<String, Object> table, String field) {
        Object value = table.get(field);
        if (!(value instanceof Long number)) {
            throw new IllegalStateException("neutral." + field + " is absent");
        }
        return Math.toIntExact(number);
    }

    /** The stage of this runner in place of the settings' share. */
    public static FadingParams fading(Filled runner, FadingParams settings) {
        return stage(runner)
                .map(stage -> new FadingParams(FadingParams.givenPct(stage), settings.draw(), settings.probes()))
                .orElse(settings);
    }

    private static Optional<Integer> stage(Filled runner) {
        return runner.find("cueing", "stage").map(stage -> Math.toIntExact((Long) stage));
    }

    /** What it asks for, for a person: a clause without a full stop. */
    public static String text(Filled runner) {
        StringBuilder text = new StringBuilder();
        int neutrals = runner.all("neutral").size();
        text.append(neutrals == 0 ? "no neutral kept" : neutrals + " running neutrals as offsets from standing");
        runner.find("cueing", "band_deg")
                .ifPresent(band -> text.append(", band at least ")
                        .append((Long) band / 1e3)
                        .append(" deg"));
        stage(runner)
                .ifPresent(stage -> text.append(", stage ")
                        .append(stage)
                        .append(": ")
                        .append(FadingParams.givenPct(stage))
                        .append(" % of the cues"));
        return text.toString();
    }
}
