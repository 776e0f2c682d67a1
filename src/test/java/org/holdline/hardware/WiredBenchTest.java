package org.holdline.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wires of the variant from breakout boards, against the Pi's header, the host's defaults and the page. */
class WiredBenchTest {
    /** Pins of the 40-pin header that the clip may use (Raspberry Pi documentation, GPIO and the 40-pin header). */
    private static final Map<String, String> HEADER = Map.of(
            "1", "3V3 power",
            "2", "5V power",
            "3", "GPIO 2 (SDA)",
            "5", "GPIO 3 (SCL)",
            "6", "Ground",
            "7", "GPIO 4",
            "9", "Ground",
            "11", "GPIO 17");

    private static final Path FOLDER = Board.HARDWARE.resolve("wired");

    private static List<String> findings(String text) throws IOException {
        Tree source = Tree.read(Path.of("wired.toml"), text);
        Findings found = new Findings();
        wires(source, found);
        header(source, found);
        addresses(source, found);
        rise(source, found);
        return found.lines();
    }

    private static void wires(Tree source, Findings found) {
        Set<String> seen = new HashSet<>(source.table("open").texts("pins"));
        Tree nets = source.table("net");
        for (String net : nets.names()) {
            List<String> pins = nets.texts(net);
            found.require(pins.size() >= 2, "wire-pins", "%s has %d ends", net, pins.size());
            pins.forEach(pin -> found.require(seen.add(pin), "wire-pins", "%s stands twice", pin));
        }
        Tree parts = source.table("part");
        for (String key : parts.names()) {
            Tree part = parts.table(key);
            for (String pin : part.texts("pins")) {
                found.require(seen.contains(key + "." + pin), "wire-pins", "%s.%s hangs loose", key, pin);
            }
            boolean bought = !part.texts("order").isEmpty() && part.has("euro");
            found.require(bought, "wire-bought", "%s has no order number or price", key);
        }
    }

    private static void header(Tree source, Findings found) {
        Tree names = source.table("host").table("header");
        Tree nets = source.table("net");
        for (String net : nets.names()) {
            for (String pin : nets.texts(net)) {
                if (pin.startsWith("PI.")) {
                    String is = HEADER.getOrDefault(pin.substring(3), "nothing");
                    found.require(
                            is.equals(names.text(net)),
                            "wire-header",
                            "%s is %s, %s wants %s",
                            pin,
                            is,
                            net,
                            names.text(net));
                }
            }
        }
    }

    /** Each address by its strap, and all of them those of the host. */
    private static void addresses(Tree source, Findings found) throws IOException {
        Tree parts = source.table("part");
        Tree nets = source.table("net");
        List<Integer> answers = new ArrayList<>();
        for (String key : parts.names()) {
            Tree part = parts.table(key);
            if (!part.has("address")) {
                continue;
            }
            int address = (int) part.number("address");
            answers.add(address);
            if (part.has("strap")) {
                boolean high = nets.texts("3V3").contains(key + "." + part.text("strap"));
                found.require(
                        high == ((address & 1) == 1),
                        "wire-address",
                        "%s is strapped for another address than 0x%02X",
                        key,
                        address);
            }
        }
        for (int address : HostFacts.read().addresses().values()) {
            found.require(answers.contains(address), "wire-address", "nothing answers at 0x%02X", address);
        }
        found.require(new HashSet<>(answers).size() == answers.size(), "wire-address", "%s answers twice", answers);
    }

    private static void rise(Tree source, Findings found) {
        Tree host = source.table("host");
        long boards = source.table("net").texts("SDA").size() - 1L;
        double picofarad = boards * host.number("board_pf") + 100 * host.number("cable_m") + 15;
        double riseNs = 0.8473 * host.number("pull_up_ohm") * picofarad / 1000;
        found.require(riseNs <= 300, "wire-rise", "%.0f ns, at most 300", riseNs);
        double sinkMa = 2900 / host.number("pull_up_ohm");
        found.require(sinkMa <= 3, "wire-rise", "a pin sinks %.1f mA, at most 3", sinkMa);
    }

    private static String source() throws IOException {
        return Files.readString(FOLDER.resolve("wired.toml"));
    }

    @Test
    void shouldFindNothingWhenTheWiresAreRead() throws IOException {
        assertEquals(List.of(), findings(source()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "PI.7", "LOWER.INT1" | "PI.11", "LOWER.INT1" | wire-header
            "PI.1", "LOWER.VCC"  | "PI.2", "LOWER.VCC"   | wire-header
            "UPPER.AD0", "HAPTIC | "HAPTIC               | wire-pins
            "LOWER.CS", "UPPER   | "LOWER.CS", "LOWER.AD0", "UPPER | wire-pins
            "RWP.2"]             | "RWP.2", "EEPROM.A"]  | wire-pins
            address = 0x69       | address = 0x68        | wire-address
            cable_m = 0.5        | cable_m = 2.0         | wire-rise
            pull_up_ohm = 1800   | pull_up_ohm = 840     | wire-rise
            order = ["SparkFun ROB-14538 (seen)"] | order = [] | wire-bought
            """)
    void shouldSpeakWhenAWireIsPlanted(String was, String is, String check) throws IOException {
        String source = source();
        int at = source.indexOf(was);
        assertNotEquals(-1, at, was);
        List<String> found = findings(source.substring(0, at) + is + source.substring(at + was.length()));
        assertTrue(found.stream().anyMatch(line -> line.startsWith(check + ": ")), found::toString);
    }

    /** The page that people build by says the same lines, pins and keys. */
    @Test
    void shouldSayTheSameWhenThePageIsRead() throws IOException {
        String page = Files.readString(FOLDER.resolve("README.md"));
        Tree host = Tree.read(Path.of("wired.toml"), source()).table("host");
        for (String line : host.texts("config")) {
            assertTrue(page.contains("\n" + line + "\n"), line);
        }
        int line = (int) host.number("data_ready_line");
        assertTrue(page.contains("GPIO" + line) && source().contains("\"GPIO " + line + "\""), "data-ready line");
        String example = Files.readString(Board.HOME.resolve("config/holdline.example.toml"));
        assertTrue(example.contains("#data_ready_line = " + line), "the example's data-ready line");
        for (String file : List.of("wiring.svg", "placements.svg", "erm.svg", "wiring.md")) {
            assertTrue(page.contains("(" + file + ")"), file);
        }
    }

    /** Every page of the folder leads somewhere. */
    @Test
    void shouldLeadSomewhereWhenAPageLinks() throws IOException {
        List<Path> pages;
        try (var walk = Files.walk(Board.HARDWARE)) {
            pages = walk.filter(file -> file.toString().endsWith(".md")).toList();
        }
        assertTrue(pages.size() > 8, pages::toString);
        Pattern link = Pattern.compile("]\\(((?!https?:|#)[^)#\\s]+)");
        for (Path page : pages) {
            Matcher found = link.matcher(Files.readString(page));
            while (found.find()) {
                assertTrue(Files.exists(page.resolveSibling(found.group(1))), page + ": " + found.group(1));
            }
        }
    }
}
