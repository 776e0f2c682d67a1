package org.holdline.report.html;

import java.util.List;
import java.util.Map;
import org.holdline.cue.FadingParams;
import org.holdline.report.Retention;
import org.holdline.report.reading.Card;
import org.holdline.report.reading.CardTable;
import org.holdline.report.reading.NextPlan;
import org.holdline.report.reading.Reading;
import org.holdline.sample.Placement;

/** What comes: the plan, the fading, the cards. */
final class NextPart {
    private final Reading reading;
    private final ReportOptions options;
    private final Words words;

    NextPart(Reading reading, ReportOptions options, Words words) {
        this.reading = reading;
        this.options = options;
        this.words = words;
    }

    void plan(Html html) {
        NextPlan next = reading.next();
        html.line().open("section", "id", "next", "class", "framed").text("h2", words.text("report.next"));
        int marks = reading.steps().marksS().size();
        if (marks > 0) {
            html.text(
                    "p",
                    marks == 1
                            ? words.text("report.next.marked.one")
                            : words.text("report.next.marked.many", "n", words.whole(marks)),
                    "class",
                    "large");
        }
        html.text("p", new Sentences(reading, words).next(), "class", "large");
        html.text("p", words.text("report.next." + next.aim().word() + ".why"));
        if (next.aim() == NextPlan.Aim.EASE_OFF) {
            html.text("p", words.text("report.plan.none"));
        } else if (next.aim() != NextPlan.Aim.OWN_REPORT) {
            settings(html, next);
        }
        html.close("section");
    }

    private void settings(Html html, NextPlan next) {
        html.open("dl", "class", "figures");
        if (next.plannedS() > 0) {
            item(html, "report.plan.time", Words.clock(next.plannedS()));
        }
        if (next.plannedM() > 0) {
            item(html, "report.plan.distance", words.distance(next.plannedM()));
        }
        if (next.probes()) {
            item(html, "report.plan.probes", words.text("report.plan.yes"));
        }
        if (next.givenPct() >= 0) {
            item(html, "report.plan.given", next.givenPct() + " %");
        }
        html.close("dl");
        if (ReportPage.isSimulated(reading.run())) {
            html.text("p", words.text("report.plan.simulated"), "class", "quiet");
        } else if (options.planKept()) {
            html.text("p", words.text("report.plan.kept"));
        } else {
            html.open("p").text(words.text("report.plan.command") + " ").text("code", command(next));
            html.close("p");
        }
    }

    private void item(Html html, String key, String value) {
        html.open("div").text("dt", words.text(key)).text("dd", value).close();
    }

    static String command(NextPlan next) {
        StringBuilder command = new StringBuilder("holdline run");
        for (Map.Entry<String, String> setting : next.settings().entrySet()) {
            command.append(" --set ").append(setting.getKey()).append('=').append(setting.getValue());
        }
        return command.toString();
    }

    void fading(Html html) {
        html.line().open("section", "id", "fading").text("h2", words.text("report.fading"));
        Retention.Decision decision = reading.run().summary().retention();
        if (!reading.isToldApart()) {
            html.text("p", words.text("report.fading.sacral"));
            html.close("section");
            return;
        }
        if (decision == null) {
            html.text("p", words.text("report.fading.unkept"));
            nextStage(html, 0);
        } else {
            int stageNow = decision.stage()
                    - switch (decision.change()) {
                        case ON -> 1;
                        case BACK -> -1;
                        case STAYS -> 0;
                    };
            html.text("p", now(stageNow));
            if (decision.change() != Retention.Change.STAYS
                    && !reading.discomfort().asksForEase()) {
                html.text(
                        "p",
                        words.text(
                                decision.change() == Retention.Change.ON ? "report.fading.on" : "report.fading.back",
                                "pct",
                                String.valueOf(decision.givenPct())));
            }
            nextStage(html, decision.change() == Retention.Change.ON ? stageNow : decision.stage());
        }
        html.text("p", words.text("report.fading.when"));
        html.text("p", words.text("report.fading.why"), "class", "quiet");
        html.close("section");
    }

    private String noCards() {
        if (reading.discomfort().withheld()) {
            return "report.cards.own";
        }
        return reading.discomfort().asksForEase() ? "report.cards.eased" : "report.cards.none";
    }

    private String now(int stage) {
        return words.text(
                "report.fading.now",
                "pct",
                String.valueOf(FadingParams.givenPct(stage)),
                "stage",
                String.valueOf(stage));
    }

    /** What the stage after this one will be like: told before it happens. */
    private void nextStage(Html html, int stage) {
        html.text(
                "p",
                stage >= FadingParams.LAST_STAGE - 1
                        ? words.text("report.fading.last")
                        : words.text("report.fading.next", "pct", String.valueOf(FadingParams.givenPct(stage + 1))));
    }

    void cards(Html html) {
        html.line().open("section", "id", "cards").text("h2", words.text("report.cards"));
        if (reading.cards().isEmpty()) {
            html.text("p", words.text(noCards()));
        }
        Placement placement = reading.run().summary().placement();
        html.open("div", "class", "cards");
        reading.cards().forEach(row -> drawn(html, row, placement));
        html.close("section");
    }

    private void drawn(Html html, CardTable.Row row, Placement placement) {
        html.open("article", "class", "card");
        html.text("p", words.text("report.cards." + row.manner().word()), "class", "badge");
        html.text("h3", words.text("report.card." + row.card().word()));
        html.text(
                "p",
                words.text("report.cards.because") + " "
                        + words.text("report.cards.because." + row.evidence().word()) + ".",
                "class",
                "quiet");
        if (row.manner() == Card.Manner.WORTH_CHECKING) {
            html.text("p", words.text("report.cards.notmeasured"));
        }
        if (placement == Placement.SACRAL) {
            html.text("p", words.text("report.cards.unsure"));
        }
        body(html, row.card(), words);
        html.close("article");
    }

    /** The drawing and the four parts that every card has. */
    static void body(Html html, Card card, Words words) {
        String key = "report.card." + card.word();
        CardDrawings.write(html, card, words.text(key + ".drawing"));
        html.open("dl", "class", "parts");
        for (String part : List.of("do", "dose", "stop", "source")) {
            html.open("div", "class", part);
            html.text("dt", words.text("report.cards." + part)).text("dd", words.text(key + "." + part));
            html.close("div");
        }
        html.close("dl");
    }
}
