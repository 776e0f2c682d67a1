package org.holdline.hardware;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.holdline.hardware.Board.Part;
import org.holdline.hardware.Board.Pin;
import org.holdline.hardware.Board.Placed;

/** What data sheets ask for, and whether each part can be bought and fits its lands. */
final class PartChecks {
    private static final Map<String, Double> CAPACITORS_NF =
            Map.of("10n", 10.0, "100n", 100.0, "1u", 1000.0, "2.2u", 2200.0, "4.7u", 4700.0, "10u", 10_000.0);

    private final Board board;
    private final Findings found;

    private PartChecks(Board board, Findings found) {
        this.board = board;
        this.found = found;
    }

    static void check(Board board, Findings found) {
        PartChecks checks = new PartChecks(board, found);
        for (Placed of : board.placed.values()) {
            checks.bought(of);
            checks.lands(of);
            of.part().source().texts("rules").forEach(rule -> checks.rule(of, rule));
        }
    }

    private void bought(Placed of) {
        Tree source = of.part().source();
        if (of.part().isBare()) {
            return;
        }
        for (String key : List.of("mpn", "maker", "describes", "footprint", "datasheet")) {
            found.require(
                    !source.textOr(key, "").isBlank(),
                    "bom",
                    "%s (%s) has no %s",
                    of.ref(),
                    of.part().key(),
                    key);
        }
        boolean replaceable = !source.texts("alternates").isEmpty() || source.has("sole");
        found.require(replaceable, "bom", "%s has no alternate and does not say why", of.ref());
        found.require(
                source.textOr("datasheet", "").startsWith("https://"),
                "bom",
                "%s has no address of a data sheet",
                of.ref());
        refused(of);
    }

    /** Parts that share the lands of another one and harm the design, by the first letters of their number. */
    private void refused(Placed of) {
        Tree source = of.part().source();
        List<String> candidates = new java.util.ArrayList<>(source.texts("alternates"));
        candidates.add(source.textOr("mpn", ""));
        for (String candidate : candidates) {
            for (String refused : source.texts("refused")) {
                found.require(!candidate.startsWith(refused), "refused", "%s: %s is refused", of.ref(), candidate);
            }
            for (Part other : board.parts.values()) {
                for (String family : other.source().texts("extra_family")) {
                    found.require(
                            !candidate.startsWith(family),
                            "extra-address",
                            "%s: %s answers at 0x%02X too (identification page)",
                            of.ref(),
                            candidate,
                            (int) other.source().number("extra_address"));
                }
            }
        }
    }

    private void lands(Placed of) {
        Set<String> pads =
                board.pads(of).stream().map(Board.Pad::number).collect(Collectors.toCollection(TreeSet::new));
        Set<String> pins = of.part().pins().stream().map(Pin::number).collect(Collectors.toCollection(TreeSet::new));
        found.require(pads.equals(pins), "footprint", "%s: lands %s, pins %s", of.ref(), pads, pins);
    }

    private void rule(Placed of, String rule) {
        int bar = rule.indexOf('|');
        found.require(bar > 0 && rule.length() > bar + 2, "rule", "%s: \"%s\" names no source", of.ref(), rule);
        List<String> words = Board.words(bar > 0 ? rule.substring(0, bar) : rule);
        String pin = words.get(0);
        String net = board.netByName(of, pin).orElse("nothing");
        switch (words.get(1)) {
            case "net" ->
                found.require(
                        net.equals(words.get(2)),
                        "rule",
                        "%s %s is at %s, expected %s",
                        of.ref(),
                        pin,
                        net,
                        words.get(2));
            case "joined" -> {
                String other = board.netByName(of, words.get(2)).orElse("nothing");
                found.require(
                        net.equals(other),
                        "rule",
                        "%s %s is at %s, expected %s of %s",
                        of.ref(),
                        pin,
                        net,
                        other,
                        words.get(2));
            }
            case "pulled" -> pulled(of, pin, net, words.get(2));
            case "decoupled" -> decoupled(of, pin, net, words);
            case "resistor" -> resistor(of, pin, net, words.get(2));
            case "charge" -> charge(of, net);
            case "page" -> {}
            default -> found.add("rule", "%s: nobody knows \"%s\"", of.ref(), rule);
        }
    }

    private void pulled(Placed of, String pin, String net, String way) {
        boolean holds = way.equals("down")
                ? !board.between("ohm", net, "GND").isEmpty()
                : board.source.table("rail").names().stream()
                        .anyMatch(rail -> !board.between("ohm", net, rail).isEmpty());
        found.require(holds, "rule", "%s %s has no resistor that pulls it %s", of.ref(), pin, way);
    }

    /** A capacitor of that value, listed as this pin's, between the pin's net and ground, near enough. */
    private void decoupled(Placed of, String pin, String net, List<String> words) {
        String value = words.get(2);
        double most = Double.parseDouble(words.get(3));
        double wanted = CAPACITORS_NF.get(value);
        Set<String> sameName = of.part().pins().stream()
                .filter(known -> board.net(of.pin(known.number())).orElse("").equals(net))
                .map(known -> of.pin(known.number()))
                .collect(Collectors.toSet());
        boolean there = board.between("farad_nf", net, "GND").stream()
                .filter(capacitor -> capacitor.part().source().number("farad_nf") >= wanted * 0.999)
                .anyMatch(capacitor -> sameName.stream().anyMatch(own -> gap(own, capacitor) <= most));
        found.require(
                there,
                "decoupling",
                "%s %s has no %s within %s mm",
                of.ref(),
                pin,
                value,
                String.format(Locale.ROOT, "%.1f", most));
    }

    /** From a pin's land to the capacitor's land of the same net, mm. */
    private double gap(String pin, Placed capacitor) {
        return PlacementChecks.gap(board, pin, capacitor);
    }

    private void resistor(Placed of, String pin, String net, String value) {
        double ohm = Double.parseDouble(value.replace("k", "")) * 1000;
        boolean there = board.between("ohm", net, "GND").stream()
                .anyMatch(resistor -> resistor.part().source().number("ohm") == ohm);
        found.require(there, "rule", "%s %s has no %s to ground", of.ref(), pin, value);
    }

    private void charge(Placed of, String net) {
        Tree power = board.source.table("power");
        List<Placed> program = board.between("ohm", net, "GND");
        double milliamperes = program.isEmpty()
                ? 0
                : 1_000_000 / program.getFirst().part().source().number("ohm");
        found.require(
                Math.abs(milliamperes - power.number("charge_ma")) < 0.5 * 0.02 * power.number("charge_ma"),
                "charge",
                "%s charges with %.0f mA, expected %.0f",
                of.ref(),
                milliamperes,
                power.number("charge_ma"));
    }
}
