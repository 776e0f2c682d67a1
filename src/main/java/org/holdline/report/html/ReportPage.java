package org.holdline.report.html;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.holdline.report.Summary;
import org.holdline.report.reading.Card;
import org.holdline.report.reading.Reading;
import org.holdline.sample.Sample;
import org.holdline.session.BeltSpan;
import org.holdline.session.Ending;
import org.holdline.session.KeptRun;
import org.holdline.session.Origin;
import org.holdline.session.RunFacts;
import org.holdline.text.Language;

/** The report of a kept run: one HTML file that holds all it needs. */
public final class ReportPage {
    /** A run whose start nobody knows, as of a recording, begins here, and its report names no date. */
    public static final Instant NO_DATE = Instant.EPOCH;

    private final Reading reading;
    private final KeptRun run;
    private final Summary summary;
    private final ReportOptions options;
    private final Words words;

    private ReportPage(Reading reading, ReportOptions options) {
        this.reading = reading;
        run = reading.run();
        summary = run.summary();
        this.options = options;
        words = new Words(options.language(), options.miles());
    }

    /**
     * Writes the report of a run.
     *
     * @param out neither flushed nor closed
     */
    public static void write(KeptRun run, ReportOptions options, OutputStream out) throws IOException {
        write(Reading.of(run, options.discomfort(), options.earlier()), options, out);
    }

    /** Writes the report of a run that has been read already. */
    public static void write(Reading reading, ReportOptions options, OutputStream out) throws IOException {
        out.write(new ReportPage(reading, options).text().getBytes(StandardCharsets.UTF_8));
    }

    /** What went well, what was seen and how sure that is, one thing for next time. */
    public static List<String> sentences(Reading reading, ReportOptions options) {
        return new Sentences(reading, new Words(options.language(), options.miles())).all();
    }

    /** Writes all cards, whatever a run says. */
    public static void cards(Language language, OutputStream out) throws IOException {
        Words words = new Words(language, false);
        Html html = Sheet.open(words, "Holdline: " + words.text("report.cards"), "report all-cards");
        html.open("main").text("h1", words.text("report.cards")).open("div", "class", "cards");
        for (Card card : Card.values()) {
            html.open("article", "class", "card").text("h2", words.text("report.card." + card.word()));
            NextPart.body(html, card, words);
            html.close("article");
        }
        html.close("main");
        out.write(Sheet.close(html).getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        Html html = Sheet.open(words, title(run, words), "report");
        mark(html, run, words);
        html.open("main");
        heading(html);
        sentences(html);
        charts(html);
        Closing closing = new Closing(reading, words);
        closing.dose(html);
        closing.felt(html);
        closing.patterns(html);
        NextPart next = new NextPart(reading, options, words);
        next.plan(html);
        next.fading(html);
        next.cards(html);
        new TrendPart(reading.trend(), words).write(html);
        closing.about(html);
        html.close("main");
        return Sheet.close(html);
    }

    /** Names the run, and first that nobody ran it. */
    static String title(KeptRun run, Words words) {
        return "Holdline: " + (isSimulated(run) ? words.text("report.simulated") + ". " : "")
                + name(run.facts(), words);
    }

    private static String name(RunFacts facts, Words words) {
        return facts.startedAt().equals(NO_DATE)
                ? words.text("report.untitled")
                : words.text("report.title", "date", words.date(facts.startedAt(), facts.zone()));
    }

    /** Nobody ran it, whichever of the two says so. */
    static boolean isSimulated(KeptRun run) {
        return run.facts().info().simulated() || run.facts().origin() == Origin.SIMULATED;
    }

    /** On every sheet of paper: that nobody ran it. */
    static void mark(Html html, KeptRun run, Words words) {
        if (isSimulated(run)) {
            html.text("div", words.text("report.simulated"), "class", "paper-mark", "aria-hidden", "true");
        }
    }

    private void heading(Html html) {
        html.line().open("header");
        html.text("p", words.text("app.name"), "class", "brand");
        html.text("h1", name(run.facts(), words));
        notices().forEach(notice -> html.text("p", notice, "class", "notice"));
        String fault = summary.fault();
        if (fault != null) {
            html.text("p", fault, "class", "quiet");
        }
        html.open("dl", "class", "figures");
        facts(html);
        html.close("header");
    }

    private List<String> notices() {
        List<String> notices = new ArrayList<>();
        if (isSimulated(run)) {
            notices.add(words.text("report.simulated") + ". " + words.text("report.simulated.text"));
        } else if (run.facts().origin() == Origin.REPLAYED) {
            notices.add(words.text("report.replayed") + ". " + words.text("report.replayed.text"));
        } else if (run.facts().isGuest()) {
            notices.add(words.text("report.guest.text"));
        }
        if (run.ending() != Ending.WHOLE || summary.fault() != null) {
            notices.add(words.text(run.ending() == Ending.CUT ? "report.cut" : "report.fault"));
        }
        return notices;
    }

    private void facts(Html html) {
        String runner = run.facts().runner();
        if (runner != null) {
            item(html, "report.runner", runner);
        } else if (run.facts().origin() == Origin.CLIP) {
            item(html, "report.runner", words.text("report.guest"));
        }
        item(html, "report.time", Words.clock(summary.durationS()));
        if (run.facts().info().plannedS() > 0) {
            item(html, "report.planned", Words.clock(run.facts().info().plannedS()));
        }
        if (run.facts().info().plannedM() > 0) {
            item(html, "report.planned", words.distance(run.facts().info().plannedM()));
        }
        double metres = metres(run.belt(), reading.steps().endS());
        if (!Double.isNaN(metres)) {
            item(html, "report.distance", words.distance(metres));
        }
        Double speedKmh = reading.trend().now().speedKmh();
        item(html, "report.speed", speedKmh == null ? words.text("report.notknown") : words.speed(speedKmh));
        item(html, "report.steps", words.whole(summary.runningSteps()));
        item(
                html,
                "report.place",
                words.text("report.place." + summary.placement().word()));
        item(
                html,
                "report.neutral",
                words.text("report.neutral." + summary.neutral().kind().word()));
        item(html, "report.band", "±" + words.number(summary.neutral().thresholdDeg(), 1) + "°");
        item(
                html,
                "report.cues",
                words.text(
                        "report.cues.given",
                        "given",
                        words.whole(summary.cues()),
                        "held",
                        words.whole(summary.suppressedCount())));
    }

    private void item(Html html, String key, String value) {
        html.open("div").text("dt", words.text(key)).text("dd", value).close();
    }

    /** By the belt; NaN where it is not known throughout. */
    static double metres(List<BeltSpan> belt, double endS) {
        double metres = 0;
        for (int i = 0; i < belt.size(); i++) {
            if (belt.get(i).speedMPerH() == Sample.UNKNOWN) {
                return Double.NaN;
            }
            double fromS = belt.get(i).fromUs() / 1e6;
            double toS = i + 1 < belt.size() ? belt.get(i + 1).fromUs() / 1e6 : endS;
            metres += belt.get(i).speedMPerH() / 3600.0 * Math.max(0, Math.min(toS, endS) - fromS);
        }
        return belt.isEmpty() ? Double.NaN : metres;
    }

    private void sentences(Html html) {
        html.line().open("section", "id", "sentences").text("h2", words.text("report.three"), "class", "unseen");
        html.open("ol");
        new Sentences(reading, words).all().forEach(sentence -> html.text("li", sentence));
        html.close("section");
    }

    private void charts(Html html) {
        html.line().open("section", "id", "charts").text("h2", words.text("report.charts"));
        html.open("div", "class", "charts");
        DeviationCharts deviation = new DeviationCharts(reading, words);
        GaitCharts gait = new GaitCharts(reading.steps(), summary, words);
        List<Figure> figures = List.of(
                deviation.overTime(),
                deviation.halves(),
                deviation.spread(),
                new ResponseChart(reading.responses(), reading.controls(), words).figure(),
                gait.cadence(),
                gait.contact(),
                gait.ranges());
        figures.forEach(figure -> figure.write(html, words.text("report.table")));
        html.close("section");
    }
}
