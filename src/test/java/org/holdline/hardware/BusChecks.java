package org.holdline.hardware;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.holdline.hardware.Board.Placed;

/** I2C: addresses by straps, rise time, what a pull-up asks of the pins, and the lead to the tail. */
final class BusChecks {
    /** A line rises from 0.3 to 0.7 of its supply in ln(0.7/0.3) R C (I2C-bus specification UM10204, section 7.1). */
    private static final double RISE = 0.8473;

    /** UM10204, table 10, Fast-mode. */
    private static final double MAX_RISE_NS = 300;

    private static final double LOW_V = 0.4;

    private final Board board;
    private final Findings found;
    private final Tree bus;

    private BusChecks(Board board, Findings found) {
        this.board = board;
        this.found = found;
        bus = board.source.table("bus");
    }

    static void check(Board board, Findings found) {
        BusChecks checks = new BusChecks(board, found);
        checks.addresses();
        checks.joined();
        checks.rise();
        checks.connector();
    }

    /** Lower, upper, memory and haptic driver: what the host asks for by default, and nobody else. */
    static void checkTogether(Board clip, Board tail, HostFacts host, Findings found) {
        Set<Integer> all = new HashSet<>();
        List<Integer> answers = new ArrayList<>();
        for (Board board : List.of(clip, tail)) {
            Tree devices = board.source.table("bus").table("devices");
            devices.names().forEach(ref -> answers.add((int) devices.number(ref)));
        }
        for (int address : answers) {
            found.require(all.add(address), "address", "0x%02X answers twice", address);
            found.require(host.addresses().containsValue(address), "address", "the host knows no 0x%02X", address);
        }
        host.addresses()
                .forEach((name, address) ->
                        found.require(all.contains(address), "address", "nothing answers at %s 0x%02X", name, address));
        List<String> order = clip.source.table("connector").table("tail").texts("order");
        List<String> wires = tail.source.table("connector").table("tail").texts("order");
        found.require(order.equals(wires), "connector", "clip %s, tail %s", order, wires);
        double said = clip.source.table("bus").table("extra_pf").number("tail");
        double own = new BusChecks(tail, found).capacitancePf();
        found.require(said >= own, "rise-time", "the clip counts %.0f pF for a tail of %.0f pF", said, own);
        found.require(pullUps(tail).isEmpty(), "pull-up", "the tail has pull-ups of its own: %s", pullUps(tail));
    }

    private void addresses() {
        Tree devices = bus.table("devices");
        for (Placed of : board.placed.values()) {
            boolean onBus = of.part().source().has("address");
            found.require(onBus == devices.has(of.ref()), "address", "%s is on the bus: %s", of.ref(), onBus);
            if (onBus && devices.has(of.ref())) {
                int strapped = strapped(of);
                int said = (int) devices.number(of.ref());
                found.require(
                        strapped == said, "address", "%s is strapped to 0x%02X, not 0x%02X", of.ref(), strapped, said);
            }
        }
    }

    private int strapped(Placed of) {
        int address = (int) of.part().source().number("address");
        List<String> straps = of.part().source().texts("address_pins");
        for (int bit = 0; bit < straps.size(); bit++) {
            String net = board.netByName(of, straps.get(bit)).orElse("nothing");
            boolean high = net.equals(bus.text("rail"));
            found.require(high || net.equals("GND"), "address", "%s %s is at %s", of.ref(), straps.get(bit), net);
            address += high ? 1 << bit : 0;
        }
        return address;
    }

    /** Data to data, clock to clock. */
    private void joined() {
        for (String ref : bus.table("devices").names()) {
            Placed of = board.at(ref);
            String sda = board.netByName(of, "SDA").orElse("nothing");
            String scl = board.netByName(of, "SCL").orElse("nothing");
            found.require(sda.equals(bus.text("sda")), "bus-lines", "%s SDA is at %s", ref, sda);
            found.require(scl.equals(bus.text("scl")), "bus-lines", "%s SCL is at %s", ref, scl);
        }
    }

    private static List<Placed> pullUps(Board board) {
        Tree bus = board.source.table("bus");
        return board.between("ohm", bus.text("sda"), bus.text("rail"));
    }

    private double capacitancePf() {
        double sum = 0;
        for (Placed of : board.placed.values()) {
            sum += of.part().source().numberOr("bus_capacitance_pf", 0);
        }
        Tree extra = bus.table("extra_pf");
        for (String name : extra.names()) {
            sum += extra.number(name);
        }
        return sum;
    }

    private void rise() {
        if (bus.number("pull_up_ohm") == 0) {
            return;
        }
        for (String line : List.of(bus.text("sda"), bus.text("scl"))) {
            double siemens = 0;
            for (Placed of : board.between("ohm", line, bus.text("rail"))) {
                siemens += 1 / of.part().source().number("ohm");
            }
            double ohm = 1 / siemens;
            found.require(
                    Math.abs(ohm - bus.number("pull_up_ohm")) < 1, "pull-up", "%s is pulled up by %.0f ohm", line, ohm);
            double riseNs = RISE * ohm * capacitancePf() / 1000;
            found.require(riseNs <= MAX_RISE_NS, "rise-time", "%s rises in %.0f ns, at most 300", line, riseNs);
            double sinkMa = (board.source.table("rail").table(bus.text("rail")).number("max_v") - LOW_V) / ohm * 1000;
            found.require(sinkMa <= bus.number("sink_ma"), "pull-up", "%s asks %.2f mA of a pin", line, sinkMa);
        }
    }

    /** The plug's pins carry the order that is said, and neither bus line lies beside the other. */
    private void connector() {
        Tree tail = board.source.table("connector").table("tail");
        List<String> order = tail.texts("order");
        for (int i = 0; i < order.size(); i++) {
            String ref = tail.text("ref");
            String pin = board.placed.containsKey(ref) ? ref + "." + (i + 1) : ref + (i + 1) + ".1";
            String net = board.net(pin).orElse("nothing");
            found.require(net.equals(order.get(i)), "connector", "%s carries %s, said %s", pin, net, order.get(i));
        }
        int sda = order.indexOf(bus.text("sda"));
        int scl = order.indexOf(bus.text("scl"));
        found.require(Math.abs(sda - scl) > 1, "connector", "SDA and SCL lie side by side: %s", order);
    }

    /** Rise time that the board's own numbers give, ns, for the page. */
    static double riseNs(Board board) {
        BusChecks checks = new BusChecks(board, new Findings());
        return RISE * checks.bus.number("pull_up_ohm") * checks.capacitancePf() / 1000;
    }
}
