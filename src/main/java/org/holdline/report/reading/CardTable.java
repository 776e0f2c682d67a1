package org.holdline.report.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.holdline.report.Summary;
import org.holdline.report.reading.Card.Manner;
import org.holdline.sample.Placement;

/** Which evidence leads to which card. src/docs/report.md holds the same table, and a test compares them. */
public final class CardTable {
    /** More than this is a programme, not a hint. */
    private static final int MOST_CARDS = 2;

    private static final List<Placement> ANY = List.of(Placement.DUAL, Placement.THORACOLUMBAR, Placement.SACRAL);
    private static final List<Placement> PELVIS = List.of(Placement.DUAL, Placement.SACRAL);

    public static final List<Row> ROWS = List.of(
            new Row(Evidence.NEUTRAL_UNTOLD, ANY, Card.NEUTRAL_SPINE, Manner.PRACTISE),
            new Row(Evidence.EARLY, List.of(Placement.DUAL), Card.NEUTRAL_SPINE, Manner.PRACTISE),
            new Row(Evidence.EARLY, List.of(Placement.THORACOLUMBAR), Card.ANKLE_LEAN, Manner.PRACTISE),
            new Row(Evidence.EARLY, PELVIS, Card.HIP_FLEXORS, Manner.WORTH_CHECKING),
            new Row(Evidence.HABIT, List.of(Placement.DUAL), Card.NEUTRAL_SPINE, Manner.PRACTISE),
            new Row(Evidence.HABIT, List.of(Placement.THORACOLUMBAR), Card.ANKLE_LEAN, Manner.PRACTISE),
            new Row(Evidence.LATE, ANY, Card.ABDOMINALS, Manner.WORTH_CHECKING),
            new Row(Evidence.LATE, List.of(Placement.THORACOLUMBAR), Card.ANKLE_LEAN, Manner.PRACTISE),
            new Row(Evidence.INTENSITY, PELVIS, Card.HIP_FLEXORS, Manner.WORTH_CHECKING),
            new Row(Evidence.INTENSITY, List.of(Placement.THORACOLUMBAR), Card.ANKLE_LEAN, Manner.PRACTISE),
            new Row(Evidence.UPRIGHT, List.of(Placement.DUAL), Card.ANKLE_LEAN, Manner.PRACTISE),
            new Row(Evidence.TURN, PELVIS, Card.PELVIS_ROTATION, Manner.WORTH_CHECKING));

    private CardTable() {}

    /** One line of the table: with this evidence, from a clip there, this card, put that way. */
    public record Row(Evidence evidence, List<Placement> placements, Card card, Manner manner) {
        public Row {
            placements = List.copyOf(placements);
        }
    }

    /** Rows that hold for a run, what can be practised first, each card once, two at the most; none when easing off. */
    static List<Row> drawn(Summary s, Discomfort discomfort) {
        List<Row> drawn = new ArrayList<>();
        if (discomfort.asksForEase()) {
            return drawn;
        }
        for (Row row : ROWS) {
            boolean isNew = drawn.stream().noneMatch(other -> other.card == row.card);
            if (isNew && row.placements.contains(s.placement()) && row.evidence.holds(s)) {
                drawn.add(row);
            }
        }
        drawn.sort(Comparator.comparing(Row::manner));
        return List.copyOf(drawn.subList(0, Math.min(MOST_CARDS, drawn.size())));
    }
}
