package org.holdline.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdline.posture.NeutralKind;
import org.holdline.report.Pattern;
import org.holdline.report.Summary;
import org.holdline.report.reading.Evidence;
import org.holdline.report.reading.NextPlan;
import org.holdline.report.reading.Reading;
import org.holdline.report.reading.RunSteps;
import org.holdline.report.reading.Series;

/** The three sentences: what went well, what was seen and how sure that is, one thing for next time. */
final class Sentences {
    private static final double MOST = 0.9;
    private static final double MUCH = 0.75;
    private static final int MIN_STEPS = 100;
    private static final double STEADY_SPM = 8;

    private final Reading reading;
    private final Summary summary;
    private final RunSteps steps;
    private final Words words;

    Sentences(Reading reading, Words words) {
        this.reading = reading;
        summary = reading.run().summary();
        steps = reading.steps();
        this.words = words;
    }

    List<String> all() {
        return List.of(well(), saw(), next());
    }

    /** The first of these that is true of the run; the last is true of any. */
    String well() {
        double within = 1 - steps.over().mean();
        if (steps.over().count() >= MIN_STEPS && within >= MOST) {
            return words.text(
                    "report.well.within",
                    "share",
                    words.percent(within),
                    "steps",
                    words.whole(steps.over().count()));
        }
        if (reading.responses().isEnough()
                && reading.responses().answered() * 3 >= reading.responses().known() * 2) {
            return words.text(
                    "report.well.answered",
                    "answered",
                    words.whole(reading.responses().answered()),
                    "known",
                    words.whole(reading.responses().known()));
        }
        Series first = steps.over().within(0, steps.halfS());
        if (first.count() >= MIN_STEPS && 1 - first.mean() >= MUCH) {
            return words.text("report.well.half", "share", words.percent(1 - first.mean()));
        }
        return wellInPart(within);
    }

    private String wellInPart(double within) {
        int probeSteps =
                summary.probes().stream().mapToInt(Summary.Probe::steps).sum();
        double kept = 1
                - summary.probes().stream()
                                .mapToDouble(probe -> probe.overShare() * probe.steps())
                                .sum()
                        / Math.max(1, probeSteps);
        if (probeSteps >= MIN_STEPS && kept >= MUCH) {
            return words.text("report.well.kept", "share", words.percent(kept));
        }
        if (steps.over().count() >= MIN_STEPS && within >= MUCH) {
            return words.text(
                    "report.well.within",
                    "share",
                    words.percent(within),
                    "steps",
                    words.whole(steps.over().count()));
        }
        Series cadence = steps.cadence();
        double spread = cadence.quantile(0.9) - cadence.quantile(0.1);
        if (cadence.count() >= MIN_STEPS && spread <= STEADY_SPM) {
            return words.text(
                    "report.well.cadence",
                    "low",
                    words.number(cadence.quantile(0.1), 0),
                    "high",
                    words.number(cadence.quantile(0.9), 0));
        }
        int row = longestRowWithin();
        if (row >= 20) {
            return words.text("report.well.row", "steps", words.whole(row));
        }
        return summary.runningSteps() > 0
                ? words.text("report.well.ran", "steps", words.whole(summary.runningSteps()))
                : words.text("report.well.stored", "time", Words.clock(summary.durationS()));
    }

    private int longestRowWithin() {
        int longest = 0;
        int row = 0;
        for (int i = 0; i < steps.over().count(); i++) {
            row = steps.over().value(i) > 0 ? 0 : row + 1;
            longest = Math.max(longest, row);
        }
        return longest;
    }

    /** The main observation with what is unsure of it. */
    String saw() {
        if (summary.judgedSteps() == 0) {
            return words.text("report.saw.unjudged");
        }
        Pattern pattern = reading.mainPattern();
        Map<String, Double> evidence = pattern.evidence();
        return switch (pattern.name()) {
            case Pattern.LATE ->
                words.text(
                        pattern.possible() ? "report.saw.possible" : "report.saw.late",
                        "at",
                        Words.clock(evidence.getOrDefault("first_drift_s", 0.0)),
                        "last",
                        share(evidence, "last_third_over_share"),
                        "first",
                        share(evidence, "first_third_over_share"),
                        "unsure",
                        unsure());
            case Pattern.EARLY -> early(pattern);
            case Pattern.INTENSITY ->
                words.text(
                        "report.saw.intensity",
                        "share",
                        share(evidence, "hard_share_of_over_steps"),
                        "part",
                        share(evidence, "hard_share_of_steps"),
                        "unsure",
                        unsure());
            case Pattern.UPRIGHT ->
                words.text(
                        "report.saw.upright",
                        "share",
                        share(evidence, "upright_share_of_steps_within"),
                        "unsure",
                        unsure());
            case Pattern.NONE -> over("report.saw.none");
            default -> unknown(evidence);
        };
    }

    private String early(Pattern pattern) {
        boolean habit = Evidence.isHabit(pattern);
        double offsetDeg = pattern.evidence().getOrDefault("baseline_offset_deg", Double.NaN);
        return words.text(
                habit ? "report.saw.habit" : "report.saw.early",
                "share",
                habit ? words.percent(steps.over().mean()) : share(pattern.evidence(), "first_quarter_over_share"),
                "offset",
                words.signed(offsetDeg, 1),
                "direction",
                words.text("metric." + summary.metric() + (offsetDeg < 0 ? ".less" : ".more")),
                "noise",
                words.number(summary.neutral().basis().offsetNoiseDeg(), 1),
                "unsure",
                unsure());
    }

    private String unknown(Map<String, Double> evidence) {
        if (evidence.containsKey("median_confidence")) {
            return words.text(
                    "report.saw.little",
                    "steps",
                    words.whole(summary.judgedSteps()),
                    "time",
                    Words.clock(evidence.getOrDefault("cued_run_s", 0.0)),
                    "confidence",
                    words.whole(summary.medianConfidence()));
        }
        if (evidence.containsKey("clip_moved_deg")) {
            return words.text(
                    "report.saw.moved",
                    "last",
                    share(evidence, "last_third_over_share"),
                    "first",
                    share(evidence, "first_third_over_share"));
        }
        if (evidence.containsKey("borderline")) {
            return over("report.saw.border");
        }
        return over(evidence.containsKey("intensity_over_share") ? "report.saw.speed" : "report.saw.minute");
    }

    private String over(String key) {
        String share = words.percent(steps.over().mean());
        return key.equals("report.saw.none")
                ? words.text(
                        key,
                        "share",
                        share,
                        "band",
                        words.number(summary.neutral().thresholdDeg(), 1),
                        "unsure",
                        unsure())
                : words.text(key, "share", share, "unsure", unsure());
    }

    private String share(Map<String, Double> evidence, String key) {
        return words.percent(evidence.getOrDefault(key, Double.NaN));
    }

    private String unsure() {
        List<String> clauses = new ArrayList<>();
        if (reading.mainPattern().possible()) {
            clauses.add(words.text("report.unsure.possible"));
        }
        if (summary.neutral().kind() == NeutralKind.AUTOMATIC) {
            clauses.add(words.text("report.unsure.automatic"));
        }
        clauses.add(words.text("report.unsure." + summary.placement().word()));
        return String.join("; ", clauses);
    }

    /** One thing for next time. */
    String next() {
        NextPlan next = reading.next();
        String key = "report.next." + next.aim().word();
        return switch (next.aim()) {
            case MEASURE_AGAIN -> words.text(key, "minutes", words.whole(Math.max(15, next.plannedS() / 60)));
            case WALK_BREAK, FIRST_QUARTER -> words.text(key, "at", Words.clock(next.atS()));
            case EASIER_FAST ->
                next.mostKmh() > 0
                        ? words.text(key, "speed", words.speed(next.mostKmh()))
                        : words.text("report.next.easier_hard");
            case EASE_OFF, OWN_REPORT, SEAT, NEUTRAL_RUN, TELL_APART, LEAN, REGULAR, ANSWER, CLOSING_STAND, SAME ->
                words.text(key);
        };
    }
}
