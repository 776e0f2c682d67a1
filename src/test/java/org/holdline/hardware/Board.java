package org.holdline.hardware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A board as its design source says it: parts with their pins and lands, nets, places. Millimetres, y downwards. */
final class Board {
    static final Path HOME = Path.of(System.getProperty("holdline.home", "."));
    static final Path HARDWARE = HOME.resolve("hardware");

    /** One pin of a part. */
    record Pin(String number, String name, String type) {}

    /** A part as placed. */
    record Placed(String ref, Part part, double x, double y, int turn, boolean onTop) {
        String pin(String number) {
            return ref + "." + number;
        }
    }

    /** A kind of part. */
    record Part(String key, Tree source, List<Pin> pins) {
        boolean isBare() {
            return source.flag("bare");
        }

        /** Number of the pin of that name. */
        Optional<String> numberOf(String name) {
            return pins.stream()
                    .filter(pin -> pin.name().equals(name))
                    .map(Pin::number)
                    .findFirst();
        }
    }

    /** A land on the board. */
    record Pad(Placed of, String number, Box box) {}

    final Tree source;
    final Tree footprints;
    final Map<String, Part> parts = new LinkedHashMap<>();
    final Map<String, Placed> placed = new LinkedHashMap<>();
    final Map<String, List<String>> nets = new LinkedHashMap<>();
    private final Map<String, String> netOf = new LinkedHashMap<>();

    Board(Sources sources) {
        source = sources.board();
        footprints = sources.footprints();
        Tree catalogue = sources.parts();
        catalogue.names().forEach(key -> parts.put(key, part(key, catalogue.table(key))));
        Tree places = source.table("place");
        places.names().forEach(ref -> placed.put(ref, place(ref, places.table(ref))));
        Tree named = source.table("net");
        for (String net : named.names()) {
            nets.put(net, named.texts(net));
            named.texts(net).forEach(pin -> netOf.put(pin, net));
        }
    }

    /** The three files a board is read from, as text, so that a test can plant a fault in one. */
    record Sources(Tree board, Tree parts, Tree footprints) {
        static Sources of(String board, String parts, String footprints) {
            return new Sources(
                    Tree.read(Path.of("board.toml"), board),
                    Tree.read(Path.of("parts.toml"), parts),
                    Tree.read(Path.of("footprints.toml"), footprints));
        }
    }

    static Board read(String name) throws IOException {
        return new Board(Sources.of(
                Files.readString(HARDWARE.resolve(name).resolve("revA/board.toml")),
                Files.readString(HARDWARE.resolve("parts.toml")),
                Files.readString(HARDWARE.resolve("footprints.toml"))));
    }

    private static Part part(String key, Tree source) {
        return new Part(
                key, source, source.texts("pins").stream().map(Board::pin).toList());
    }

    private static Pin pin(String line) {
        List<String> words = words(line);
        return new Pin(words.get(0), words.get(1), words.get(2));
    }

    static List<String> words(String line) {
        return List.of(line.strip().split("\\s+", -1));
    }

    private Placed place(String ref, Tree at) {
        Part part = parts.get(at.text("part"));
        if (part == null) {
            throw new IllegalArgumentException(ref + ": no part " + at.text("part"));
        }
        boolean onTop = at.textOr("side", "top").equals("top");
        return new Placed(ref, part, at.number("x"), at.number("y"), (int) at.number("rot"), onTop);
    }

    String name() {
        return source.table("board").text("name");
    }

    /** Net of a pin such as U1.5, or nothing when it is open. */
    Optional<String> net(String pin) {
        return Optional.ofNullable(netOf.get(pin));
    }

    /** Net of the pin of that name. */
    Optional<String> netByName(Placed of, String pinName) {
        return of.part().numberOf(pinName).flatMap(number -> net(of.pin(number)));
    }

    Placed at(String ref) {
        Placed found = placed.get(ref);
        if (found == null) {
            throw new IllegalArgumentException("no part " + ref);
        }
        return found;
    }

    static String refOf(String pin) {
        return pin.substring(0, pin.indexOf('.'));
    }

    static String numberOf(String pin) {
        return pin.substring(pin.indexOf('.') + 1);
    }

    /** The pin itself, if its part has it. */
    Optional<Pin> pinOf(String pin) {
        Placed of = placed.get(refOf(pin));
        return of == null
                ? Optional.empty()
                : of.part().pins().stream()
                        .filter(known -> known.number().equals(numberOf(pin)))
                        .findFirst();
    }

    /** Pins of a net whose type is one of these. */
    List<String> pinsOf(String net, String... types) {
        List<String> wanted = List.of(types);
        return nets.getOrDefault(net, List.of()).stream()
                .filter(pin ->
                        pinOf(pin).map(Pin::type).filter(wanted::contains).isPresent())
                .toList();
    }

    /** Two-pin parts with this property that lie between the two nets. */
    List<Placed> between(String property, String one, String other) {
        return placed.values().stream()
                .filter(of -> of.part().source().has(property))
                .filter(of -> {
                    List<String> ends = Stream.of("1", "2")
                            .map(number -> net(of.pin(number)).orElse(""))
                            .toList();
                    return ends.equals(List.of(one, other)) || ends.equals(List.of(other, one));
                })
                .toList();
    }

    Tree footprint(Placed of) {
        return footprints.table(of.part().source().text("footprint"));
    }

    List<Pad> pads(Placed of) {
        List<Pad> pads = new ArrayList<>();
        for (String line : footprint(of).texts("pads")) {
            List<String> words = words(line);
            double x = Double.parseDouble(words.get(1));
            double y = Double.parseDouble(words.get(2));
            double halfWidth = Double.parseDouble(words.get(3)) / 2;
            double halfHeight = Double.parseDouble(words.get(4)) / 2;
            Box land = new Box(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
            pads.add(new Pad(of, words.get(0), onBoard(land, of)));
        }
        return pads;
    }

    Box onBoard(Box box, Placed of) {
        Box seen = of.onTop() ? box : box.mirrored();
        return seen.turned(of.turn()).moved(of.x(), of.y());
    }

    Box boxOf(Placed of, String key) {
        List<Double> sides = footprint(of).numbers(key);
        return onBoard(new Box(sides.get(0), sides.get(1), sides.get(2), sides.get(3)), of);
    }

    Box outline() {
        Tree board = source.table("board");
        return new Box(0, 0, board.number("width_mm"), board.number("height_mm"));
    }
}
