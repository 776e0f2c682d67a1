package org.holdline.report.reading;

import java.util.List;
import org.holdline.report.Pattern;
import org.holdline.session.KeptRun;

/**
 * A kept run, read: everything that a report says of it, before any word.
 *
 * @param responses what the steps did after cues
 * @param controls what they did where a cue was due and was held back by fading
 * @param discomfort what the runner said
 * @param cards the cards that the run's evidence leads to, two at the most
 * @param next one thing for next time
 * @param trend this run among earlier ones
 */
public record Reading(
        KeptRun run,
        RunSteps steps,
        Responses responses,
        Responses controls,
        Discomfort discomfort,
        List<CardTable.Row> cards,
        NextPlan next,
        Trend trend) {
    public Reading {
        cards = List.copyOf(cards);
    }

    /**
     * Reads a run.
     *
     * @param earlier other runs, of any runner, in any order
     */
    public static Reading of(KeptRun run, Discomfort discomfort, List<PastRun> earlier) {
        RunSteps steps = RunSteps.of(run.events());
        Responses responses = Responses.of(steps.deviation(), steps.cuesS());
        return new Reading(
                run,
                steps,
                responses,
                Responses.of(steps.deviation(), steps.controlsS()),
                discomfort,
                CardTable.drawn(run.summary(), discomfort),
                NextPlan.of(run.summary(), run.facts().info(), steps, responses, discomfort),
                Trend.of(PastRun.of(run, steps), earlier));
    }

    /** The pattern that the run is told by: one that its judged steps show comes before a habit of the easy run. */
    public Pattern mainPattern() {
        List<Pattern> patterns = run.summary().patterns();
        return patterns.stream()
                .filter(pattern -> !Evidence.isHabit(pattern))
                .findFirst()
                .orElse(patterns.getFirst());
    }

    /** False for one sensor at the sacrum that reads a hollow back and a lean alike, and so gives no cues. */
    public boolean isToldApart() {
        return NextPlan.tellsApart(run.summary());
    }
}
