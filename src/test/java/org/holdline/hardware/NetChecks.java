package org.holdline.hardware;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdline.hardware.Board.Part;
import org.holdline.hardware.Board.Pin;
import org.holdline.hardware.Board.Placed;

/** Nets alone: pins, sources, types of pins that meet, levels. */
final class NetChecks {
    private static final String GROUND = "GND";

    private final Board board;
    private final Findings found;

    private NetChecks(Board board, Findings found) {
        this.board = board;
        this.found = found;
    }

    static void check(Board board, Findings found) {
        NetChecks checks = new NetChecks(board, found);
        checks.pins();
        board.nets.keySet().forEach(checks::source);
        board.nets.keySet().forEach(checks::types);
        board.nets.keySet().forEach(checks::levels);
    }

    /** Each pin of each part stands in one net, or among the open ones if it may stay open. */
    private void pins() {
        Set<String> open = new HashSet<>(board.source.table("open").texts("pins"));
        Set<String> seen = new HashSet<>(open);
        board.nets.forEach((net, pins) -> {
            found.require(pins.size() >= 2, "net-pins", "%s has %d pins, expected two or more", net, pins.size());
            for (String pin : pins) {
                found.require(board.pinOf(pin).isPresent(), "net-pins", "%s: there is no pin %s", net, pin);
                found.require(seen.add(pin), "net-pins", "%s stands twice", pin);
            }
        });
        for (Placed of : board.placed.values()) {
            for (Pin pin : of.part().pins()) {
                String name = of.pin(pin.number());
                found.require(seen.contains(name), "net-pins", "%s (%s) is in no net and not open", name, pin.name());
                if (open.contains(name)) {
                    mayBeOpen(of, pin, name);
                }
            }
        }
    }

    private void mayBeOpen(Placed of, Pin pin, String name) {
        boolean loose = pin.type().equals("nc")
                || pin.type().equals("bidirectional")
                || pin.type().equals("passive");
        boolean allowed = of.part().source().texts("may_be_open").contains(pin.name());
        found.require(loose || allowed, "pin-open", "%s (%s, %s) may not stay open", name, pin.name(), pin.type());
    }

    /** One source where something is supplied; ground pins at ground. */
    private void source(String net) {
        List<String> loads = board.pinsOf(net, "power_in");
        Set<String> sources = new HashSet<>();
        board.pinsOf(net, "power_out").forEach(pin -> sources.add(Board.refOf(pin)));
        Tree rails = board.source.table("rail");
        List<String> through = rails.has(net) ? rails.table(net).texts("from") : List.of();
        for (String ref : through) {
            boolean meets = board.nets.get(net).stream()
                    .anyMatch(pin -> Board.refOf(pin).equals(ref));
            found.require(meets, "net-source", "%s is not fed by %s, which has no pin there", net, ref);
        }
        if (!loads.isEmpty()) {
            found.require(rails.has(net), "net-source", "%s supplies %s and has no voltage", net, loads);
            found.require(
                    !sources.isEmpty() || !through.isEmpty(),
                    "net-source",
                    "%s supplies %s and has no source",
                    net,
                    loads);
        }
        found.require(sources.size() <= 1, "net-source", "%s has several sources: %s", net, sources);
        for (String pin : board.pinsOf(net, "ground")) {
            found.require(net.equals(GROUND), "net-ground", "%s is a ground pin in net %s", pin, net);
        }
    }

    /** Outputs against one another, inputs that nobody drives. */
    private void types(String net) {
        List<String> outputs = board.pinsOf(net, "output");
        List<String> strong = board.pinsOf(net, "output", "power_out");
        boolean manyOutputs = strong.size() > 1 && !outputs.isEmpty();
        found.require(!manyOutputs, "pin-types", "%s is driven by %s", net, strong);
        found.require(board.pinsOf(net, "nc").isEmpty(), "pin-types", "%s joins a pin that stays open", net);
        boolean isRail = net.equals(GROUND) || board.source.table("rail").has(net);
        found.require(outputs.isEmpty() || !isRail, "pin-types", "%s drives the rail %s", outputs, net);
        List<String> inputs = board.pinsOf(net, "input");
        boolean isDriven = isRail
                || !outputs.isEmpty()
                || !board.pinsOf(net, "bidirectional", "open_drain").isEmpty()
                || leavesTheBoard(net);
        found.require(inputs.isEmpty() || isDriven, "pin-types", "nothing drives %s of %s", inputs, net);
        if (!board.pinsOf(net, "open_drain").isEmpty()) {
            found.require(isPulledUp(net), "pin-types", "%s is open drain without a pull-up", net);
        }
    }

    private boolean leavesTheBoard(String net) {
        return board.nets.get(net).stream()
                .anyMatch(pin -> board.at(Board.refOf(pin)).part().isBare());
    }

    private boolean isPulledUp(String net) {
        boolean byController = board.source.tableOrEmpty("mcu").texts("pins").stream()
                .map(Board::words)
                .anyMatch(words -> words.get(1).equals(net) && words.get(4).equals("input_pull_up"));
        Tree rails = board.source.table("rail");
        return byController
                || rails.names().stream()
                        .anyMatch(rail -> !board.between("ohm", net, rail).isEmpty());
    }

    /** Nobody gets more than its own supply. */
    private void levels(String net) {
        for (String driver : board.pinsOf(net, "output", "bidirectional")) {
            Optional<Double> high = supplyOf(driver);
            for (String receiver : board.pinsOf(net, "input", "bidirectional")) {
                Optional<Double> limit = supplyOf(receiver);
                if (high.isPresent() && limit.isPresent() && !receiver.equals(driver)) {
                    found.require(
                            high.get() <= limit.get() + 0.01 || isOpenDrainBus(net),
                            "level",
                            "%s drives %.2f V into %s, which stands %.2f V",
                            driver,
                            high.get(),
                            receiver,
                            limit.get());
                }
            }
        }
        if (net.equals(GROUND) || board.source.table("rail").has(net)) {
            return;
        }
        for (String pulled : board.pinsOf(net, "input", "bidirectional", "open_drain")) {
            supplyOf(pulled).ifPresent(limit -> pullUps(net, pulled, limit));
        }
    }

    private void pullUps(String net, String pin, double limit) {
        Tree rails = board.source.table("rail");
        for (String rail : rails.names()) {
            boolean divided = board.source.tableOrEmpty("sense").has(net);
            if (!divided
                    && !rail.equals(net)
                    && !board.between("ohm", net, rail).isEmpty()) {
                double high = rails.table(rail).number("max_v");
                found.require(
                        high <= limit + 0.01,
                        "level",
                        "%s is pulled to %.2f V, %s stands %.2f V",
                        net,
                        high,
                        pin,
                        limit);
            }
        }
    }

    /** SDA only: each part pulls it low and none drives it high. */
    private boolean isOpenDrainBus(String net) {
        Tree bus = board.source.table("bus");
        return net.equals(bus.text("sda")) || net.equals(bus.text("scl"));
    }

    /** Highest voltage of the pin that supplies this one's part. */
    private Optional<Double> supplyOf(String pin) {
        Placed of = board.at(Board.refOf(pin));
        Part part = of.part();
        if (!part.source().has("io_supply")) {
            return Optional.empty();
        }
        Tree rails = board.source.table("rail");
        return board.netByName(of, part.source().text("io_supply"))
                .filter(rails::has)
                .map(rail -> rails.table(rail).number("max_v"));
    }
}
