package org.holdline.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdline.hardware.Board.Pad;
import org.holdline.hardware.Board.Placed;

/** Where parts lie: decoupling, what stays apart, the antenna, courtyards, the fab's limits, axes. */
final class PlacementChecks {
    private static final Map<String, String> LIMITS = Map.of(
            "track_mm", "min_track_mm",
            "space_mm", "min_space_mm",
            "via_mm", "min_via_mm",
            "hole_mm", "min_hole_mm",
            "edge_mm", "min_edge_mm");

    private final Board board;
    private final Findings found;

    private PlacementChecks(Board board, Findings found) {
        this.board = board;
        this.found = found;
    }

    static void check(Board board, Findings found) {
        PlacementChecks checks = new PlacementChecks(board, found);
        checks.decoupling();
        checks.apart();
        checks.antenna();
        checks.courtyards();
        checks.fab();
        checks.axes();
    }

    static double gap(Board board, String pin, Placed capacitor) {
        String net = board.net(pin).orElse("");
        double least = Double.MAX_VALUE;
        for (Pad own : board.pads(board.at(Board.refOf(pin)))) {
            for (Pad other : board.pads(capacitor)) {
                boolean meet = own.number().equals(Board.numberOf(pin))
                        && board.net(capacitor.pin(other.number())).orElse("-").equals(net);
                least = meet ? Math.min(least, own.box().distanceTo(other.box())) : least;
            }
        }
        return least;
    }

    private void decoupling() {
        for (String pair : board.source.table("decouple").texts("pairs")) {
            List<String> words = Board.words(pair);
            double gap = gap(board, words.get(0), board.at(words.get(1)));
            double most = Double.parseDouble(words.get(2));
            found.require(
                    gap <= most,
                    "decoupling",
                    "%s is %.2f mm from %s, at most %.1f",
                    words.get(1),
                    gap,
                    words.get(0),
                    most);
        }
    }

    private void apart() {
        for (String pair : board.source.tableOrEmpty("apart").texts("pairs")) {
            List<String> words = Board.words(pair);
            Placed one = board.at(words.get(0));
            Placed other = board.at(words.get(1));
            double gap = Math.hypot(one.x() - other.x(), one.y() - other.y());
            double least = Double.parseDouble(words.get(2));
            found.require(
                    gap >= least, "apart", "%s is %.1f mm from %s, at least %.0f", one.ref(), gap, other.ref(), least);
        }
    }

    /** The module's antenna at the board's edge, and nothing below or beside it. */
    private void antenna() {
        Tree antenna = board.source.tableOrEmpty("antenna");
        if (antenna.names().isEmpty()) {
            return;
        }
        Placed module = board.at(antenna.text("ref"));
        Box free = board.boxOf(module, "keepout");
        double most = antenna.number("most_mm");
        found.require(Math.abs(free.top()) <= most, "antenna", "its end is %.2f mm from the edge", free.top());
        for (Placed of : board.placed.values()) {
            for (Pad pad : board.pads(of)) {
                found.require(!pad.box().overlaps(free), "antenna", "%s lies in the antenna's area", of.ref());
            }
            if (!of.ref().equals(module.ref()) && of.part().source().has("mpn")) {
                found.require(
                        !board.boxOf(of, "courtyard").overlaps(free), "antenna", "%s lies at the antenna", of.ref());
            }
        }
        Tree shell = board.source.table("case");
        for (String metal : List.of("cell", "motor")) {
            List<Double> at = shell.numbers(metal + "_at");
            List<Double> size = shell.numbers(metal);
            Box box = new Box(0, 0, size.get(0), size.get(1)).moved(at.get(0), at.get(1));
            found.require(!box.overlaps(free), "antenna", "the %s lies below the antenna", metal);
        }
    }

    private void courtyards() {
        List<Placed> all = new ArrayList<>(board.placed.values());
        double edge = board.source.table("route").number("edge_mm");
        Box outline = board.outline();
        Box inside = new Box(edge, edge, outline.right() - edge, outline.bottom() - edge);
        for (int i = 0; i < all.size(); i++) {
            Placed one = all.get(i);
            for (Pad pad : board.pads(one)) {
                found.require(
                        pad.box().isWithin(inside),
                        "outline",
                        "a land of %s is nearer than %.1f mm to the edge",
                        one.ref(),
                        edge);
            }
            for (Placed other : all.subList(i + 1, all.size())) {
                boolean clash = one.onTop() == other.onTop()
                        && board.boxOf(one, "courtyard").overlaps(board.boxOf(other, "courtyard"));
                found.require(!clash, "overlap", "%s and %s", one.ref(), other.ref());
            }
        }
    }

    private void fab() {
        Tree route = board.source.table("route");
        Tree fab = board.source.table("fab");
        LIMITS.forEach((own, limit) -> found.require(
                route.number(own) >= fab.number(limit),
                "fab",
                "%s is %s, the fab asks for %s",
                own,
                route.number(own),
                fab.number(limit)));
        found.require(fab.text("source").startsWith("https://"), "fab", "no source of the rules");
    }

    /** A rotation: rows of length one at right angles, right-handed. */
    private void axes() {
        Tree axes = board.source.table("axes");
        for (String ref : axes.names()) {
            List<List<Double>> m = axes.rows(ref);
            double det = m.get(0).get(0)
                            * (m.get(1).get(1) * m.get(2).get(2)
                                    - m.get(1).get(2) * m.get(2).get(1))
                    - m.get(0).get(1)
                            * (m.get(1).get(0) * m.get(2).get(2)
                                    - m.get(1).get(2) * m.get(2).get(0))
                    + m.get(0).get(2)
                            * (m.get(1).get(0) * m.get(2).get(1)
                                    - m.get(1).get(1) * m.get(2).get(0));
            double squares = m.stream()
                    .flatMap(List::stream)
                    .mapToDouble(value -> value * value)
                    .sum();
            found.require(det == 1 && squares == 3, "axes", "%s: determinant %.0f, expected a rotation", ref, det);
        }
    }
}
