package org.holdline.evaluate.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.holdline.evaluate.runner.Scenario;
import org.holdline.sample.Placement;
import org.jspecify.annotations.Nullable;

/** All sessions of one placement, in the order of their seeds. */
final class Board {
    /** A session with fewer steps of a kind than this is not named as the worst of a share. */
    private static final double MIN_STEPS_TO_NAME = 20;

    private final Placement placement;
    private final List<Row> rows = new ArrayList<>();
    private final Marks all = new Marks();
    private final Map<Scenario, Map<String, Integer>> named = new EnumMap<>(Scenario.class);
    private final Map<Scenario, Integer> sessions = new EnumMap<>(Scenario.class);
    private int steps;

    private record Row(long seed, Marks marks) {}

    Board(Placement placement) {
        this.placement = placement;
    }

    void add(Heard heard, Marks marks) {
        rows.add(new Row(heard.seed(), marks));
        all.add(marks);
        steps += heard.steps().size();
        sessions.merge(heard.scenario(), 1, Integer::sum);
        named.computeIfAbsent(heard.scenario(), scenario -> new TreeMap<>())
                .merge(heard.patterns().getFirst(), 1, Integer::sum);
    }

    Placement placement() {
        return placement;
    }

    int sessions() {
        return rows.size();
    }

    int steps() {
        return steps;
    }

    /** What the sessions of a scenario were named, and how often. */
    Map<String, Integer> named(Scenario scenario) {
        return named.getOrDefault(scenario, Map.of());
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            if (all.total(measure) > 0) {
                figures.add(figure(measure));
            }
        }
        return figures;
    }

    private Figure figure(Measure measure) {
        double[] own = rows.stream()
                .mapToDouble(row -> row.marks.value(measure))
                .filter(Double::isFinite)
                .toArray();
        return new Figure(
                measure,
                measure.kind() == Measure.Kind.MEAN
                        ? Arrays.stream(own).average().orElse(Double.NaN)
                        : all.value(measure),
                all.bounds(measure, own),
                all.hits(measure),
                all.total(measure),
                measure.target(placement),
                worst(measure));
    }

    private Figure.@Nullable Worst worst(Measure measure) {
        Figure.Worst worst = null;
        double badness = 0;
        for (Row row : rows) {
            double value = row.marks.value(measure);
            boolean perStep = switch (measure) {
                case FIRST_CUE, PATTERNS, LATE_FROM_CREEP, JUMPS_FOUND -> false;
                default -> measure.kind() == Measure.Kind.SHARE;
            };
            boolean enough = !perStep || row.marks.total(measure) >= MIN_STEPS_TO_NAME;
            double bad = measure.isWorseWhenLarger() ? Math.abs(value) : 1 - value;
            if (enough && Double.isFinite(value) && bad > badness) {
                badness = bad;
                worst = new Figure.Worst(row.seed, value);
            }
        }
        return worst;
    }

    /** True when every target was met that anything was measured for. */
    boolean meetsTargets() {
        return figures().stream().noneMatch(figure -> Boolean.FALSE.equals(figure.isMet()));
    }
}
