package org.holdline.report.html;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.holdline.cue.FadingParams;
import org.holdline.report.Summary;
import org.holdline.report.reading.Reading;
import org.holdline.report.reading.Series;
import org.holdline.sample.Placement;
import org.holdline.session.KeptRun;

/** One A4 page for a physiotherapist: measures with their uncertainty, what the clip cannot see, and what to set. */
public final class PhysioSheet {
    private final Reading reading;
    private final KeptRun run;
    private final Summary summary;
    private final Words words;

    private PhysioSheet(Reading reading, Words words) {
        this.reading = reading;
        run = reading.run();
        summary = run.summary();
        this.words = words;
    }

    /**
     * Writes the sheet of a run.
     *
     * @param out neither flushed nor closed
     */
    public static void write(KeptRun run, ReportOptions options, OutputStream out) throws IOException {
        write(Reading.of(run, options.discomfort(), options.earlier()), options, out);
    }

    /** Writes the sheet of a run that has been read already. */
    public static void write(Reading reading, ReportOptions options, OutputStream out) throws IOException {
        Words words = new Words(options.language(), options.miles());
        out.write(new PhysioSheet(reading, words).text().getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        Html html = Sheet.open(words, ReportPage.title(run, words), "physio");
        html.open("main").open("header");
        html.text("h1", words.text("report.physio"));
        html.text("p", heading());
        if (ReportPage.isSimulated(run)) {
            html.text(
                    "p",
                    words.text("report.simulated") + ". " + words.text("report.simulated.text"),
                    "class",
                    "notice");
        }
        html.close("header");
        measures(html);
        html.text("p", new Sentences(reading, words).saw(), "class", "saw");
        sides(html);
        settings(html);
        html.text("h2", words.text("report.physio.notes")).open("div", "class", "lines");
        for (int i = 0; i < 4; i++) {
            html.text("div", "", "class", "rule");
        }
        html.close("div")
                .text("p", words.text("report.about.text"), "class", "quiet")
                .close("main");
        return Sheet.close(html);
    }

    private String heading() {
        String runner = run.facts().runner();
        Double speedKmh = reading.trend().now().speedKmh();
        String date = run.facts().startedAt().equals(ReportPage.NO_DATE)
                ? words.text("report.nodate")
                : words.date(run.facts().startedAt(), run.facts().zone());
        return String.join(
                "; ",
                words.text("report.runner") + ": " + (runner == null ? "\u2013" : runner),
                words.text("report.date") + ": " + date,
                words.text("report.time") + ": " + Words.clock(summary.durationS()),
                words.text("report.speed") + ": "
                        + (speedKmh == null ? words.text("report.notknown") : words.speed(speedKmh)),
                words.text("report.place") + ": "
                        + words.text("report.place." + summary.placement().word()),
                words.text("report.neutral") + ": "
                        + words.text(
                                "report.neutral." + summary.neutral().kind().word()),
                words.text("report.about.confidence") + ": "
                        + words.text(
                                "report.about.confidence.value", "value", words.whole(summary.medianConfidence())));
    }

    private void measures(Html html) {
        html.open("table").open("thead").open("tr");
        for (String head : List.of("measure", "value", "unit", "sure")) {
            html.text("th", words.text("report.physio." + head), "scope", "col");
        }
        html.close("thead").open("tbody");
        posture(html);
        gait(html);
        cues(html);
        html.close("table");
    }

    private void row(Html html, String name, String value, String unit, String sure) {
        html.open("tr").text("th", name, "scope", "row");
        html.text("td", value).text("td", unit).text("td", sure).close();
    }

    private void posture(Html html) {
        Series deviation = reading.steps().deviation();
        boolean dual = summary.placement().isDual();
        row(
                html,
                words.text("metric." + summary.metric()) + ". " + words.text("report.physio.deviation"),
                spread(deviation, 1, true),
                "°",
                words.text(dual ? "report.physio.sure.dual" : "report.physio.sure.one"));
        Series.Change halves = deviation.change(reading.steps().halfS());
        row(
                html,
                words.text("report.physio.halves"),
                words.signed(halves.difference(), 1),
                "°",
                Double.isNaN(halves.plusMinus())
                        ? words.text("report.physio.sure.short")
                        : words.text("report.physio.sure.minutes", "error", words.number(halves.plusMinus(), 1) + "°"));
        row(
                html,
                words.text("report.physio.band"),
                "±" + words.number(summary.neutral().thresholdDeg(), 1),
                "°",
                words.text("report.physio.sure.own"));
        row(
                html,
                words.text("report.physio.beyond"),
                summary.judgedSteps() == 0
                        ? words.text("report.notknown")
                        : words.text(
                                "report.dose.steps.value",
                                "over",
                                words.whole(summary.overSteps()),
                                "judged",
                                words.whole(summary.judgedSteps()),
                                "share",
                                words.percent(reading.steps().over().mean())),
                "",
                words.text("report.physio.sure.count"));
    }

    private String spread(Series series, int places, boolean signed) {
        if (series.isEmpty()) {
            return words.text("report.notknown");
        }
        return digits(series.median(), places, signed) + " (" + digits(series.quantile(0.1), places, signed)
                + " \u2026 " + digits(series.quantile(0.9), places, signed) + ")";
    }

    private String digits(double value, int places, boolean signed) {
        return signed ? words.signed(value, places) : words.number(value, places);
    }

    private void gait(Html html) {
        row(
                html,
                words.text("report.physio.cadence"),
                spread(reading.steps().cadence(), 0, false),
                words.text("figure.cadence.unit"),
                words.text("report.physio.sure.count"));
        Double errorMs = summary.gait().contactErrorMs();
        if (errorMs != null) {
            row(
                    html,
                    words.text("report.physio.contact"),
                    words.number(reading.steps().contactMs().median(), 0),
                    "ms",
                    words.text("report.physio.sure.contact", "error", words.number(errorMs, 0)));
        }
        GaitCharts charts = new GaitCharts(reading.steps(), summary, words);
        if (charts.isSided()) {
            row(
                    html,
                    words.text("report.physio.sides"),
                    words.signed(charts.sidesMs(), 0),
                    "ms",
                    words.text("report.physio.sure.sides"));
        }
        boolean pelvis = summary.placement() != Placement.THORACOLUMBAR;
        swing(
                html,
                pelvis ? "report.physio.pelvis" : "report.physio.trunk",
                summary.gait().lower());
        swing(html, "report.physio.trunk", summary.gait().trunk());
        Double phaseDeg = summary.gait().phaseDeg();
        if (phaseDeg != null) {
            row(
                    html,
                    words.text("report.physio.phase"),
                    words.signed(phaseDeg, 0),
                    "°",
                    words.text("report.physio.sure.phase"));
        }
    }

    private void swing(Html html, String key, Summary.Sway sway) {
        if (sway.tiltDeg() != null) {
            row(
                    html,
                    words.text(key),
                    words.known(sway.tiltDeg(), 1) + " / " + words.known(sway.obliquityDeg(), 1) + " / "
                            + words.known(sway.rotationDeg(), 1),
                    "°",
                    words.text("report.physio.sure.swing"));
        }
    }

    private void cues(Html html) {
        row(
                html,
                words.text("report.physio.answered"),
                words.whole(reading.responses().answered()) + " / "
                        + words.whole(reading.responses().known()) + " ("
                        + words.text("report.cues") + ": " + words.whole(summary.cues()) + ")",
                "",
                words.text("report.physio.sure.response"));
        Double kept = reading.trend().now().keptShare();
        if (kept != null) {
            row(
                    html,
                    words.text("report.physio.kept"),
                    words.percent(kept),
                    "%",
                    words.text("report.physio.sure.count"));
        }
    }

    private void sides(Html html) {
        html.open("div", "class", "two").open("section");
        html.text("h2", words.text("report.physio.sees"));
        html.text("p", words.text("report.physio.sees." + summary.placement().word()));
        html.close("section").open("section");
        html.text("h2", words.text("report.physio.blind"));
        html.text(
                "p",
                words.text(
                        switch (summary.placement()) {
                            case DUAL -> "report.physio.blind.dual";
                            case THORACOLUMBAR -> "report.physio.blind.one";
                            case SACRAL -> "report.physio.blind.sacral";
                        }));
        html.close("div");
    }

    private void settings(Html html) {
        html.text("h2", words.text("report.physio.settings"));
        html.text("p", words.text("report.physio.settings.text"));
        html.open("table", "class", "settings").open("thead").open("tr");
        for (String head : List.of("key", "measure", "now", "new")) {
            html.text("th", words.text("report.physio." + head), "scope", "col");
        }
        html.close("thead").open("tbody");
        setting(html, "placement", "report.place", summary.placement().word());
        setting(
                html,
                "cueing.band_deg",
                "report.physio.key.band",
                words.number(summary.neutral().thresholdDeg(), 1));
        setting(html, "cueing.stage", "report.physio.key.stage", stage());
        setting(
                html,
                "neutral.offset_deg",
                "report.physio.key.neutral",
                summary.mayStoreOffset() && !ReportPage.isSimulated(run)
                        ? words.signed(summary.neutral().centreDeg(), 1)
                        : words.text("report.notknown"));
        html.close("table");
    }

    private String stage() {
        return summary.retention() == null
                ? words.text("report.physio.nosetting")
                : summary.retention().stage() + " ("
                        + FadingParams.givenPct(summary.retention().stage()) + " %)";
    }

    private void setting(Html html, String key, String meaning, String now) {
        html.open("tr").open("th", "scope", "row").text("code", key).close();
        html.text("td", words.text(meaning))
                .text("td", now)
                .text("td", "", "class", "blank")
                .close();
    }
}
