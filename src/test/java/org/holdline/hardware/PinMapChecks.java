package org.holdline.hardware;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.holdline.hardware.Board.Placed;

/** The controller's pins against the netlist, the firmware's port template and the link protocol. */
final class PinMapChecks {
    /** What a port cannot do without a pin. */
    private static final List<String> NEEDED = List.of(
            "hl_port_motor",
            "hl_port_imu_take",
            "hl_port_button_down",
            "hl_port_charging",
            "hl_port_power",
            "hl_port_store_write");

    /** nRF52840 PS 1.7, GPIO: what a pin in standard drive sinks at 0.4 V at least, mA. */
    private static final double STANDARD_DRIVE_MA = 1;

    private final Board board;
    private final HostFacts host;
    private final Findings found;
    private final Placed controller;

    private PinMapChecks(Board board, HostFacts host, Findings found) {
        this.board = board;
        this.host = host;
        this.found = found;
        controller = board.at(board.source.table("mcu").text("ref"));
    }

    static void check(Board board, HostFacts host, Findings found) {
        PinMapChecks checks = new PinMapChecks(board, host, found);
        Set<String> served = new HashSet<>();
        Set<String> mapped = new HashSet<>();
        for (String line : board.source.table("mcu").texts("pins")) {
            List<String> words = Board.words(line);
            checks.pin(words);
            served.add(words.get(3));
            mapped.add(words.get(1));
        }
        for (String function : NEEDED) {
            found.require(served.contains(function), "pin-map", "no pin serves %s", function);
        }
        checks.unmapped(mapped);
        checks.promises();
    }

    private void pin(List<String> words) {
        String net = words.get(1);
        String pin = words.get(2);
        String function = words.get(3);
        String how = words.get(4);
        String carried = board.netByName(controller, pin).orElse("nothing");
        found.require(carried.equals(net), "pin-map", "%s carries %s, the map says %s", pin, carried, net);
        int defined = HostFacts.defined(host.pins(), "HL_PIN_" + words.get(0));
        found.require(
                defined == gpio(pin),
                "pin-map",
                "the firmware has %s at %d, the board at %s",
                words.get(0),
                defined,
                pin);
        if (!function.equals("-")) {
            boolean known = Pattern.compile("\\b" + function + "\\(")
                            .matcher(host.port())
                            .find()
                    && Pattern.compile("\\b" + function + "\\(")
                            .matcher(host.template())
                            .find();
            found.require(known, "pin-map", "%s: the firmware's port has no %s", pin, function);
        }
        Tree part = controller.part().source();
        if (how.equals("analog")) {
            found.require(part.texts("analog_pins").contains(pin), "pin-map", "%s measures nothing", pin);
        }
        Tree bus = board.source.table("bus");
        if (net.equals(bus.text("sda")) || net.equals(bus.text("scl"))) {
            found.require(!part.texts("slow_pins").contains(pin), "pin-map", "%s is for slow signals only", pin);
            double milliamperes = 1000
                    * board.source.table("rail").table(bus.text("rail")).number("max_v")
                    / bus.number("pull_up_ohm");
            boolean strong = how.equals("H0D1") || milliamperes <= STANDARD_DRIVE_MA;
            found.require(strong, "pin-map", "%s sinks %.2f mA and is set to %s", pin, milliamperes, how);
        }
    }

    /** Every net of the controller that is neither supply nor debugging has a name in the firmware. */
    private void unmapped(Set<String> mapped) {
        Set<String> others = Set.of("GND", "SWDIO", "SWDCLK", "RESET");
        board.nets.forEach((net, pins) -> {
            boolean joins = pins.stream().anyMatch(pin -> Board.refOf(pin).equals(controller.ref()));
            boolean known = mapped.contains(net)
                    || others.contains(net)
                    || board.source.table("rail").has(net);
            found.require(!joins || known, "pin-map", "%s reaches the controller and no macro", net);
        });
    }

    /** P1.02 as Nordic counts. */
    private static int gpio(String pin) {
        int dot = pin.indexOf('.');
        return 32 * Integer.parseInt(pin.substring(1, dot)) + Integer.parseInt(pin.substring(dot + 1));
    }

    /** What HELLO will say must be a word of the protocol and stand on parts of the board. */
    private void promises() {
        Tree mcu = board.source.table("mcu");
        for (String word : mcu.texts("capabilities")) {
            found.require(
                    HostFacts.defined(host.protocol(), "HL_CAPABILITY_" + word) > 0, "link", "no capability %s", word);
        }
        for (String macro : List.of("HL_IMU_" + mcu.text("imu"), "HL_MOTOR_" + mcu.text("motor"))) {
            found.require(HostFacts.defined(host.protocol(), macro) > 0, "link", "the protocol has no %s", macro);
        }
        boolean hasImu = board.placed.values().stream()
                .anyMatch(of ->
                        of.part().source().textOr("mpn", "").replace("-", "").equals(mcu.text("imu")));
        found.require(hasImu, "link", "HELLO says %s and the board carries none", mcu.text("imu"));
        int needed = HostFacts.defined(host.protocol(), "HL_SLOT_COUNT")
                * HostFacts.defined(host.protocol(), "HL_SLOT_BYTES");
        int unit = HostFacts.defined(host.protocol(), "HL_IMAGE_UNIT_BYTES");
        boolean keeps = board.placed.values().stream()
                .map(of -> of.part().source())
                .anyMatch(part ->
                        part.numberOr("memory_bytes", 0) >= needed && part.numberOr("page_bytes", 1) % unit == 0);
        found.require(
                keeps || !mcu.texts("capabilities").contains("PROFILE"),
                "link",
                "no memory of %d bytes in pages of %d",
                needed,
                unit);
    }
}
