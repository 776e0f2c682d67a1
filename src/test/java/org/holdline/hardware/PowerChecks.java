package org.holdline.hardware;

/** Run time, charging current, the regulator's limit, dividers. */
final class PowerChecks {
    private PowerChecks() {}

    static void check(Board board, Findings found) {
        Tree power = board.source.table("power");
        double hours = hours(board);
        double least = power.number("least_hours");
        found.require(hours >= least, "run-time", "%.1f h, at least %.0f", hours, least);
        double charge = power.number("charge_ma");
        double limit = power.number("cell_charge_limit_ma");
        found.require(charge <= limit, "charge", "%.0f mA into a cell of at most %.0f", charge, limit);
        found.require(limit <= power.number("cell_mah"), "charge", "%.0f mA is more than 1 C", limit);
        double peak = power.numbers("peak_ma").stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        found.require(
                peak <= power.number("regulator_limit_ma") / 2,
                "peak",
                "%.0f mA, more than half of the regulator's limit",
                peak);
        dividers(board, found);
    }

    /** Mean of a cued run from the usable part of the cell, h. */
    static double hours(Board board) {
        Tree power = board.source.table("power");
        return power.number("cell_mah") * power.number("usable_pct") / 100 / loadMa(board);
    }

    static double loadMa(Board board) {
        return board.source.table("power").texts("loads").stream()
                .mapToDouble(load -> Double.parseDouble(Board.words(load).getFirst()))
                .sum();
    }

    private static void dividers(Board board, Findings found) {
        Tree sense = board.source.table("sense");
        for (String net : sense.names()) {
            Tree divider = sense.table(net);
            double upper = board.at(divider.text("upper")).part().source().number("ohm");
            double lower = board.at(divider.text("lower")).part().source().number("ohm");
            double from = board.source.table("rail").table(divider.text("from")).number("max_v");
            double limit =
                    board.source.table("rail").table(divider.text("below")).number("min_v");
            double seen = from * lower / (upper + lower);
            found.require(seen <= limit, "divider", "%s reaches %.2f V, at most %.2f", net, seen, limit);
            boolean wired = !board.between("ohm", divider.text("from"), net).isEmpty()
                    && !board.between("ohm", net, "GND").isEmpty();
            found.require(wired, "divider", "%s is not divided from %s", net, divider.text("from"));
        }
    }
}
