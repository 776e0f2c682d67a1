package org.holdline.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One fault at a time is planted into the design sources; the check of that name must say so. hardware/planted.md lists them. */
class PlantedFaultsTest {
    private static final String CLIP = "clip";
    private static final String TAIL = "tail";
    private static final String PARTS = "parts";
    private static final String LANDS = "footprints";
    private static final String PINS = "firmware";

    /** What is planted where, and which check must speak. */
    private record Fault(String what, String file, String was, String is, String check) {}

    private static final List<Fault> FAULTS = List.of(
            new Fault("a net with one pin", CLIP, "PROG = [\"U5.5\", \"R4.1\"]", "PROG = [\"U5.5\"]", "net-pins"),
            new Fault("a pin in two nets", CLIP, "\"SW1.2\", \"R1.2\"", "\"SW1.2\", \"SW1.1\", \"R1.2\"", "net-pins"),
            new Fault("a pin that the part has not", CLIP, "\"D3.2\"", "\"D3.9\"", "net-pins"),
            new Fault("EN of the regulator left open", CLIP, "\"U6.1\", \"U6.3\"", "\"U6.1\"", "net-pins"),
            new Fault(
                    "memory's write protect open",
                    CLIP,
                    "\"U6.4\", \"D3.6\"",
                    "\"U6.4\", \"D3.6\", \"U3.7\"",
                    "pin-open"),
            new Fault("3V3 without the regulator", CLIP, "    \"U6.5\", \"U1.28\"", "    \"U1.28\"", "net-source"),
            new Fault("battery rail fed by a part elsewhere", CLIP, "from = [\"Q1\"]", "from = [\"D2\"]", "net-source"),
            new Fault(
                    "charger and regulator on one rail",
                    CLIP,
                    "VBAT = [\"Q1.2\"",
                    "VBAT = [\"U6.5\", \"Q1.2\"",
                    "net-source"),
            new Fault(
                    "ground pin of the charger at PROG",
                    CLIP,
                    "PROG = [\"U5.5\"",
                    "PROG = [\"U5.2\", \"U5.5\"",
                    "net-ground"),
            new Fault(
                    "motor output against the IMU's interrupt",
                    CLIP,
                    "IMU_INT = [\"U2.4\"",
                    "IMU_INT = [\"U4.7\", \"U2.4\"",
                    "pin-types"),
            new Fault(
                    "charge status without a pull-up",
                    CLIP,
                    "hl_port_charging input_pull_up",
                    "hl_port_charging input",
                    "pin-types"),
            new Fault("bus pulled up to the battery", CLIP, "VSYS = [\"Q2.2\"", "VSYS = [\"R5.1\", \"Q2.2\"", "level"),
            new Fault("IMU pin 7 at 3V3", CLIP, "\"U2.6\", \"U2.7\"", "\"U2.6\"", "rule"),
            new Fault("IMU CS at ground", TAIL, "\"U1.8\", \"U1.12\"", "\"U1.8\"", "rule"),
            new Fault("unused INT2 not at ground", CLIP, "\"U2.7\", \"U2.9\"", "\"U2.7\"", "rule"),
            new Fault(
                    "haptic enable without its pull-down",
                    CLIP,
                    "HAPT_EN = [\"U4.5\", \"R12.1\"",
                    "HAPT_EN = [\"U4.5\"",
                    "rule"),
            new Fault("1 k instead of 5.1 k at CC1", CLIP, "R1 = { part = \"R-5k1\"", "R1 = { part = \"R-1k\"", "rule"),
            new Fault(
                    "a rule without a source",
                    PARTS,
                    "WP pulled up | DS20001203W, section 2.4: a floating WP is not allowed; high keeps the profile",
                    "WP pulled up",
                    "rule"),
            new Fault(
                    "100 nF where 2.2 uF belongs",
                    CLIP,
                    "C11 = { part = \"C-2u2\"",
                    "C11 = { part = \"C-100n\"",
                    "decoupling"),
            new Fault(
                    "decoupling 6 mm away",
                    CLIP,
                    "C10 = { part = \"C-100n\", x = 9.0",
                    "C10 = { part = \"C-100n\", x = 13.0",
                    "decoupling"),
            new Fault("a capacitor without part number", PARTS, "mpn = \"GRM155R71H103KA88D\"", "mpn = \"\"", "bom"),
            new Fault(
                    "no alternate and no word why",
                    PARTS,
                    "sole = \"six-pin receptacles have no common pads\"\n",
                    "",
                    "bom"),
            new Fault(
                    "a part whose lands have other numbers",
                    PARTS,
                    "footprint = \"SOT-23-6\"",
                    "footprint = \"SOT-23-5\"",
                    "footprint"),
            new Fault("a land missing", LANDS, "\"14 -0.5 -0.9125 0.35 0.625\",", "", "footprint"),
            new Fault(
                    "MCP73831 as alternate: 5 V into the controller",
                    PARTS,
                    "\"MCP73832T-2DCI/OT\"",
                    "\"MCP73831T-2ACI/OT\"",
                    "refused"),
            new Fault(
                    "memory with identification page as alternate",
                    PARTS,
                    "\"CAT24C256YI-GT3\"",
                    "\"M24256-DFDW6TP\"",
                    "extra-address"),
            new Fault("memory strapped to 0x52", CLIP, "\"U3.1\", \"U3.2\", \"U3.3\"", "\"U3.1\", \"U3.3\"", "address"),
            new Fault("tail's IMU strapped low", TAIL, "3V3 = [\"W2.1\", \"U1.1\", ", "3V3 = [\"W2.1\", ", "address"),
            new Fault("two IMUs at 0x68", TAIL, "devices = { U1 = 0x69 }", "devices = { U1 = 0x68 }", "address"),
            new Fault(
                    "SDA and SCL exchanged at the IMU",
                    CLIP,
                    "\"U1.19\", \"U2.14\"",
                    "\"U1.19\", \"U2.13\"",
                    "bus-lines"),
            new Fault("4.7 k by two parts too few", CLIP, "pull_up_ohm = 2200", "pull_up_ohm = 4700", "pull-up"),
            new Fault("pull-ups of 10 k", CLIP, "R5 = { part = \"R-2k2\"", "R5 = { part = \"R-10k\"", "rise-time"),
            new Fault("a lead of 2 m", CLIP, "lead = 30", "lead = 200", "rise-time"),
            new Fault("pull-ups of 470 ohm", PARTS, "ohm = 2200", "ohm = 470", "pull-up"),
            new Fault(
                    "wires of the tail in another order",
                    TAIL,
                    "order = [\"GND\", \"3V3\"",
                    "order = [\"3V3\", \"GND\"",
                    "connector"),
            new Fault(
                    "SDA beside SCL in the lead",
                    CLIP,
                    "\"SDA\", \"GND\", \"SCL\", \"TAIL_INT\"]",
                    "\"GND\", \"SDA\", \"SCL\", \"TAIL_INT\"]",
                    "connector"),
            new Fault(
                    "firmware's pin of the motor enable",
                    PINS,
                    "#define HL_PIN_HAPT_EN 15u",
                    "#define HL_PIN_HAPT_EN 16u",
                    "pin-map"),
            new Fault(
                    "button moved on the board only", CLIP, "\"SW1.1\", \"U1.44\"", "\"SW1.1\", \"U1.45\"", "pin-map"),
            new Fault("a function that the port has not", CLIP, "hl_port_button_down", "hl_port_button", "pin-map"),
            new Fault("cell measured at a digital pin", CLIP, "VBAT_SENSE P0.31", "VBAT_SENSE P0.21", "pin-map"),
            new Fault(
                    "bus pins in standard drive",
                    CLIP,
                    "SDA SDA P0.26 hl_port_imu_take H0D1",
                    "SDA SDA P0.26 hl_port_imu_take S0D1",
                    "pin-map"),
            new Fault(
                    "bus on a pin beside the radio",
                    PARTS,
                    "slow_pins = [\n",
                    "slow_pins = [\n    \"P0.26\",\n",
                    "pin-map"),
            new Fault("HELLO says another IMU", CLIP, "imu = \"ICM42688P\"", "imu = \"LSM6DSV16X\"", "link"),
            new Fault("a memory too small for two slots", PARTS, "memory_bytes = 32768", "memory_bytes = 1024", "link"),
            new Fault("charging with 500 mA", CLIP, "R4 = { part = \"R-10k\"", "R4 = { part = \"R-2k2\"", "charge"),
            new Fault("a cell half as large", CLIP, "cell_mah = 200", "cell_mah = 100", "run-time"),
            new Fault("more than the regulator gives", CLIP, "peak_ma = [16.0", "peak_ma = [160.0", "peak"),
            new Fault(
                    "5 V over the controller's limit",
                    CLIP,
                    "R8 = { part = \"R-100k\"",
                    "R8 = { part = \"R-10k\"",
                    "divider"),
            new Fault(
                    "motor wires near the IMU",
                    CLIP,
                    "W1 = { part = \"WIRE\", x = 42.4",
                    "W1 = { part = \"WIRE\", x = 30.4",
                    "apart"),
            new Fault(
                    "module away from the edge",
                    CLIP,
                    "U1 = { part = \"MDBT50Q-1MV2\", x = 21.0, y = 8.0",
                    "U1 = { part = \"MDBT50Q-1MV2\", x = 21.0, y = 9.0",
                    "antenna"),
            new Fault("cell below the antenna", CLIP, "cell_at = [3.0, 5.4]", "cell_at = [3.0, 2.0]", "antenna"),
            new Fault(
                    "two parts on one place",
                    CLIP,
                    "R9 = { part = \"R-150k\", x = 10.2, y = 10.6",
                    "R9 = { part = \"R-150k\", x = 10.2, y = 9.8",
                    "overlap"),
            new Fault(
                    "a land over the edge",
                    TAIL,
                    "W1 = { part = \"WIRE\", x = 2.0, y = 10.4",
                    "W1 = { part = \"WIRE\", x = 2.0, y = 11.4",
                    "outline"),
            new Fault(
                    "tracks finer than the fab makes", CLIP, "track_mm = 0.15\nspace", "track_mm = 0.08\nspace", "fab"),
            new Fault(
                    "axes mirrored",
                    TAIL,
                    "[[0, 0, -1], [-1, 0, 0], [0, 1, 0]]",
                    "[[0, 0, -1], [1, 0, 0], [0, 1, 0]]",
                    "axes"));

    private final Map<String, Tree> trees = new HashMap<>();

    @TestFactory
    List<DynamicTest> shouldSpeakWhenAFaultIsPlanted() throws IOException {
        Map<String, String> sources = sources();
        List<DynamicTest> tests = new ArrayList<>();
        for (Fault fault : FAULTS) {
            tests.add(DynamicTest.dynamicTest(fault.what(), () -> {
                String planted = plant(sources.get(fault.file()), fault);
                Map<String, String> changed = new TreeMap<>(sources);
                changed.put(fault.file(), planted);
                List<String> found = check(changed);
                assertTrue(
                        found.stream().anyMatch(line -> line.startsWith(fault.check() + ": ")),
                        () -> "expected " + fault.check() + ", found " + found);
            }));
        }
        return tests;
    }

    private static String plant(String source, Fault fault) {
        int at = source.indexOf(fault.was());
        assertNotEquals(-1, at, () -> "not there to be planted: " + fault.was());
        return source.substring(0, at)
                + fault.is()
                + source.substring(at + fault.was().length());
    }

    private List<String> check(Map<String, String> sources) throws IOException {
        Tree parts = read(sources, PARTS);
        Tree lands = read(sources, LANDS);
        Board clip = new Board(new Board.Sources(read(sources, CLIP), parts, lands));
        Board tail = new Board(new Board.Sources(read(sources, TAIL), parts, lands));
        return Checks.of(clip, tail, HostFacts.read().withPins(sources.get(PINS)));
    }

    /** Three of four files are the same in each test, and reading them is what takes the time. */
    private Tree read(Map<String, String> sources, String file) {
        return trees.computeIfAbsent(sources.get(file), text -> Tree.read(Path.of(file + ".toml"), text));
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        sources.put(CLIP, Files.readString(Board.HARDWARE.resolve("clip/revA/board.toml")));
        sources.put(TAIL, Files.readString(Board.HARDWARE.resolve("tail/revA/board.toml")));
        sources.put(PARTS, Files.readString(Board.HARDWARE.resolve("parts.toml")));
        sources.put(LANDS, Files.readString(Board.HARDWARE.resolve("footprints.toml")));
        sources.put(PINS, HostFacts.read().pins());
        return sources;
    }

    /** Each name that a check can be heard by has a fault that makes it speak. */
    @Test
    void shouldHaveAFaultWhenACheckExists() throws IOException {
        Set<String> names = new TreeSet<>();
        Path checks = Board.HOME.resolve("src/test/java/org/holdline/hardware");
        for (String file :
                List.of("NetChecks", "PartChecks", "BusChecks", "PlacementChecks", "PinMapChecks", "PowerChecks")) {
            String text = Files.readString(checks.resolve(file + ".java"));
            Matcher named = Pattern.compile("\"([a-z]+(?:-[a-z]+)?)\",\\s*\"[^\"]*(?:%|the |no |its )")
                    .matcher(text);
            while (named.find()) {
                names.add(named.group(1));
            }
        }
        Set<String> planted = new TreeSet<>();
        FAULTS.forEach(fault -> planted.add(fault.check()));
        assertEquals(names, planted);
    }

    @Test
    void shouldListEveryFaultWhenThePageIsRead() throws IOException {
        String page = Files.readString(Board.HARDWARE.resolve("planted.md"));
        StringBuilder table = new StringBuilder("| planted | where | check |\n|---|---|---|\n");
        for (Fault fault : FAULTS) {
            table.append("| ").append(fault.what()).append(" | ").append(fault.file());
            table.append(" | ").append(fault.check()).append(" |\n");
        }
        assertTrue(page.contains(table), () -> "hardware/planted.md has another table than:\n" + table);
    }
}
