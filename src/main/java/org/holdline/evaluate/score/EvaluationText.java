package org.holdline.evaluate.score;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import org.holdline.evaluate.runner.Scenario;
import org.jspecify.annotations.Nullable;

/** The result as tables a person can read and paste. */
public final class EvaluationText {
    private final PrintStream out;

    public EvaluationText(PrintStream out) {
        this.out = out;
    }

    /** Writes everything. */
    public void write(Evaluation evaluation, String title) {
        out.println("simulated: " + title);
        for (Board board : evaluation.boards()) {
            out.println();
            board(board);
        }
    }

    private void board(Board board) {
        out.printf(
                Locale.ROOT,
                "## %s: %d sessions, %,d running steps; a step is arched from %.0f deg on, clean up to %.1f deg%n",
                board.placement().word(),
                board.sessions(),
                board.steps(),
                Scorer.archedDeg(board.placement()),
                Scorer.CLEAN_DEG);
        out.println();
        out.println("| figure | value | 95 % | counted | target | | worst seed |");
        out.println("|---|---|---|---|---|---|---|");
        board.figures().forEach(this::figure);
        out.println();
        out.println("| session | truth | named |");
        out.println("|---|---|---|");
        for (Scenario scenario : Scenario.values()) {
            Map<String, Integer> named = board.named(scenario);
            if (!named.isEmpty()) {
                String truth = scenario.pattern() == null ? "-" : scenario.pattern();
                out.printf("| %s | %s | %s |%n", word(scenario), truth, counts(named));
            }
        }
    }

    private void figure(Figure figure) {
        Measure.Kind kind = figure.measure().kind();
        out.printf(
                "| %s | %s | %s .. %s | %s | %s | %s | %s |%n",
                figure.measure().words(),
                number(kind, figure.value()),
                number(kind, figure.bounds().low()),
                number(kind, figure.bounds().high()),
                counted(figure),
                target(figure.target()),
                met(figure.isMet()),
                worst(figure));
    }

    private static String number(Measure.Kind kind, double value) {
        return switch (kind) {
            case SHARE, F1 -> String.format(Locale.ROOT, "%.4f", value);
            case PER_HOUR, PER_TWO_HOURS, MEAN -> String.format(Locale.ROOT, "%.2f", value);
        };
    }

    private static String counted(Figure figure) {
        return switch (figure.measure().kind()) {
            case SHARE -> String.format(Locale.ROOT, "%,.0f of %,.0f", figure.hits(), figure.total());
            case F1 -> String.format(Locale.ROOT, "%,.0f steps", figure.total());
            case PER_HOUR, PER_TWO_HOURS -> String.format(Locale.ROOT, "%.0f in %.1f h", figure.hits(), figure.total());
            case MEAN -> String.format(Locale.ROOT, "%,.0f", figure.total());
        };
    }

    private static String target(Measure.@Nullable Target target) {
        if (target == null) {
            return "";
        }
        return (target.atLeast() ? ">= " : "<= ") + String.format(Locale.ROOT, "%.2f", target.limit());
    }

    private static String met(@Nullable Boolean met) {
        return met == null ? "" : met ? "met" : "missed";
    }

    private static String worst(Figure figure) {
        Figure.Worst worst = figure.worst();
        return worst == null
                ? ""
                : worst.seed() + ": " + number(figure.measure().kind(), worst.value());
    }

    private static String counts(Map<String, Integer> named) {
        StringBuilder text = new StringBuilder();
        named.forEach((name, count) ->
                text.append(text.isEmpty() ? "" : ", ").append(name).append(' ').append(count));
        return text.toString();
    }

    static String word(Scenario scenario) {
        return scenario.name().toLowerCase(Locale.ROOT);
    }
}
