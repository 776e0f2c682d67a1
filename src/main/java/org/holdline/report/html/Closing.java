package org.holdline.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.holdline.posture.NeutralCheck;
import org.holdline.posture.NeutralKind;
import org.holdline.report.Awareness;
import org.holdline.report.Pattern;
import org.holdline.report.Summary;
import org.holdline.report.reading.Evidence;
import org.holdline.report.reading.Reading;
import org.holdline.road.Calibration;

/** What was counted, what it looked like, and what cannot be told. */
final class Closing {
    private final Reading reading;
    private final Summary summary;
    private final Words words;

    Closing(Reading reading, Words words) {
        this.reading = reading;
        summary = reading.run().summary();
        this.words = words;
    }

    void dose(Html html) {
        Summary.Dose dose = summary.dose();
        html.line().open("section", "id", "dose").text("h2", words.text("report.dose"));
        html.open("dl", "class", "figures");
        item(
                html,
                "report.dose.steps",
                summary.judgedSteps() == 0
                        ? words.text("report.notknown")
                        : words.text(
                                "report.dose.steps.value",
                                "over",
                                words.whole(summary.overSteps()),
                                "judged",
                                words.whole(summary.judgedSteps()),
                                "share",
                                words.percent((double) summary.overSteps() / summary.judgedSteps())));
        item(html, "report.dose.thousand", words.known(dose.overPer1000Steps(), 0));
        Double perKm = dose.overPerKm();
        item(
                html,
                words.miles() ? "report.dose.mi" : "report.dose.km",
                perKm == null ? words.text("report.notknown") : words.perDistance(perKm));
        item(html, "report.dose.degs", words.number(dose.overDegS(), 0));
        item(
                html,
                "report.dose.row",
                words.text("report.dose.row.value", "steps", words.whole(dose.longestStreakSteps())));
        item(html, "report.dose.rows", words.whole(dose.streaks()));
        Double driftS = dose.firstDriftS();
        item(html, "report.dose.drift", driftS == null ? words.text("report.dose.drift.none") : Words.clock(driftS));
        Double after = dose.overShareAfterHalf();
        item(html, "report.dose.after", after == null ? words.text("report.notknown") : words.percent(after) + " %");
        html.close("section");
    }

    /** How well the runner felt what the clip saw, in one sentence; nothing where nobody was asked. */
    void felt(Html html) {
        Summary.CheckIns checkIns = summary.checkIns();
        if (checkIns == null) {
            return;
        }
        Awareness awareness = checkIns.awareness();
        html.line().open("section", "id", "felt").text("h2", words.text("report.felt"));
        String sentence = words.text(
                awareness.isKnown() ? "report.felt.known" : "report.felt.unknown",
                "asked",
                words.whole(checkIns.asked()),
                "answers",
                words.whole(awareness.answers()),
                "agreed",
                words.whole(awareness.agreed()),
                "kappa",
                words.number(awareness.kappa(), 2),
                "width",
                words.number(awareness.halfWidth(), 2));
        html.text("p", sentence).close("section");
    }

    private void item(Html html, String key, String value) {
        html.open("div").text("dt", words.text(key)).text("dd", value).close();
    }

    void patterns(Html html) {
        html.line().open("section", "id", "patterns").text("h2", words.text("report.patterns"));
        if (summary.judgedSteps() > 0) {
            summary.patterns().forEach(pattern -> pattern(html, pattern));
        } else {
            html.text("p", words.text("report.saw.unjudged"));
        }
        html.text("h3", words.text("report.blind")).open("ul");
        blind().forEach(text -> html.text("li", text));
        html.close("section");
    }

    private void pattern(Html html, Pattern pattern) {
        html.open("p").open("strong");
        html.text((pattern.possible() ? words.text("report.pattern.possible") + " " : "") + words.text(key(pattern)));
        html.close();
        List<String> evidence = new ArrayList<>();
        for (Map.Entry<String, Double> item : new TreeMap<>(pattern.evidence()).entrySet()) {
            String key = "report.evidence." + item.getKey();
            // A limit of nought is none: the hard parts were marked.
            if (!(item.getKey().equals("fast_from_kmh") && item.getValue() == 0)) {
                evidence.add(filled(key, item.getValue()));
            }
        }
        html.text(" " + words.text("report.evidence") + ": " + String.join("; ", evidence) + ".");
        html.close("p");
    }

    private static String key(Pattern pattern) {
        if (pattern.isWithoutNeutralRun()) {
            return "pattern.unknown.neutral";
        }
        return Evidence.isHabit(pattern) ? "report.pattern.habit" : "pattern." + pattern.name();
    }

    private String filled(String key, double value) {
        if (key.endsWith("_share") || key.endsWith("_steps") || key.endsWith("_within")) {
            return words.text(
                    key,
                    "value",
                    key.endsWith(".judged_steps") ? words.whole(Math.round(value)) : words.percent(value));
        }
        if (key.endsWith("_s")) {
            return words.text(key, "value", value < 0 ? "\u2013" : Words.clock(value));
        }
        if (key.endsWith("_deg")) {
            return words.text(key, "value", words.signed(value, 1));
        }
        return words.text(key, "value", key.endsWith("_kmh") ? words.speed(value) : words.whole(Math.round(value)));
    }

    private List<String> blind() {
        List<String> blind = new ArrayList<>();
        blind.add(words.text("report.blind." + summary.placement().word()));
        NeutralCheck check = summary.neutral().basis().check();
        if (summary.neutral().kind() == NeutralKind.AUTOMATIC) {
            blind.add(words.text("report.blind.automatic"));
        }
        if (check == NeutralCheck.NOT_TOLD_APART) {
            blind.add(words.text("report.blind.untold"));
        }
        if (check == NeutralCheck.OVER_TUCKED) {
            blind.add(words.text("report.blind.over_tucked"));
        }
        Double shift = summary.clip().largestShiftDeg();
        if (summary.clip().moved()) {
            blind.add(words.text("report.blind.moved", "shift", words.number(shift == null ? 0 : shift, 1)));
        } else if (!summary.clip().closingStand()) {
            blind.add(words.text("report.blind.stand"));
        }
        if (reading.trend().now().speedKmh() == null) {
            blind.add(words.text("report.blind.speed"));
        }
        if (summary.judgedSteps() > 0 && summary.medianConfidence() < 70) {
            blind.add(words.text("report.blind.quality", "confidence", words.whole(summary.medianConfidence())));
        }
        if (summary.gaps() > 0) {
            blind.add(words.text(
                    "report.blind.signal",
                    "gaps",
                    words.whole(summary.gaps()),
                    "missing",
                    words.whole(summary.missingSamples())));
        }
        Calibration calibration = summary.sensors().calibration();
        if (calibration != Calibration.NOMINAL && calibration != Calibration.PROFILE) {
            blind.add(words.text("report.blind.profile"));
        }
        blind.add(words.text("report.blind.gait"));
        blind.add(words.text("report.blind.body"));
        blind.add(words.text("report.blind.why"));
        return blind;
    }

    void about(Html html) {
        html.line().open("section", "id", "about").text("h2", words.text("report.about"));
        html.open("dl", "class", "figures");
        item(
                html,
                "report.about.confidence",
                summary.judgedSteps() == 0
                        ? words.text("report.notknown")
                        : words.text(
                                "report.about.confidence.value", "value", words.whole(summary.medianConfidence())));
        item(
                html,
                "report.about.signal",
                words.text(
                        "report.about.signal.value",
                        "samples",
                        words.whole(summary.samples()),
                        "gaps",
                        words.whole(summary.gaps()),
                        "missing",
                        words.whole(summary.missingSamples()),
                        "stuck",
                        words.whole(summary.stuckSamples()),
                        "saturated",
                        words.whole(summary.saturatedSamples())));
        Double shift = summary.clip().largestShiftDeg();
        item(
                html,
                "report.about.stand",
                shift == null
                        ? words.text("report.about.stand.none")
                        : words.text("report.about.stand.value", "shift", words.signed(shift, 1)));
        item(
                html,
                "report.about.calibration",
                words.text(
                        switch (summary.sensors().calibration()) {
                            case NOMINAL -> "report.about.calibration.nominal";
                            case PROFILE -> "report.about.calibration.profile";
                            case MISSING, INVALID, UNCALIBRATED -> "report.about.calibration.missing";
                        }));
        item(html, "report.about.program", "Holdline " + reading.run().facts().version());
        html.close("dl").text("p", words.text("report.about.text"), "class", "quiet");
        html.close("section");
    }
}
