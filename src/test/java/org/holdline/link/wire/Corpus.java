package org.holdline.link.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** {@code firmware-protocol/corpus}: inputs kept because they reach what others do not, and what comes of them. */
public final class Corpus {
    static final Path FOLDER = Schema.FOLDER.resolve("corpus");

    private static final String COLUMNS = """
            kind: host and clip are streams of that side's bytes for a receiver alone, play is for a clip (events.md says what its bytes
            mean); link, message, recording and settings are for the Java side only. events: CRC-32C of the text that events.md describes.
            """;
    private static final List<String> WITH_EVENTS = List.of("host", "clip", "play");
    private static final int MADE = 40;
    private static final int LINKS = 10;
    private static final String FOUND = "Found by a fuzzer and made small; README.md says how rows are added.\n";

    /** HELLO and STREAM_CTRL answered, then a batch: for {@link LinkFuzz}. */
    static final byte[] STREAMING = {0, 4, 0, 4 | 1 << 3, 5};

    /** A recording of three rows. */
    public static final String RECORDING = """
            # placement: sacral
            # rate_hz: 200
            t_us,ax,ay,az,gx,gy,gz
            0,0.1,0.2,9.8,0.01,0.02,0.03
            5000,0.1,0.2,9.8,0.01,0.02,0.03
            10000,0.1,0.2,9.8,0.01,0.02,0.03
            """;

    private static final String SETTINGS = """
            version = 1
            [cue]
            drive_ms = 250
            """;

    /** One input, in hexadecimal. */
    public record Input(String kind, String origin, String hex, String events) {
        public byte[] bytes() {
            return hex.equals("-") ? new byte[0] : PlainWire.bytes(hex);
        }

        @Override
        public String toString() {
            return kind + ", " + origin;
        }
    }

    /** What may happen in a dialogue and in a play, by its number there. */
    private static final List<String> EVENTS = List.of(
            "button down",
            "button up",
            "charger on",
            "charger off",
            "hang-up",
            "boot",
            "",
            "",
            "",
            "",
            "",
            "",
            "storage dead",
            "storage whole");

    private Corpus() {}

    /** All inputs that are committed. */
    public static List<Input> read() {
        return Stream.of("made.tsv", "found.tsv")
                .flatMap(file -> rows(file).stream())
                .toList();
    }

    /** The inputs of one kind. */
    public static Stream<Input> of(String kind) {
        return read().stream().filter(input -> input.kind().equals(kind));
    }

    private static List<Input> rows(String file) {
        return Table.read(FOLDER, file).stream()
                .map(row -> new Input(row[0], row[1], row[2], row[3]))
                .toList();
    }

    /** The dialogues as plays, their instants in whole milliseconds, and plays from seeds. */
    static String made(Schema schema) {
        Table table = table("Made by a generator, not found.\n");
        Dialogues.byName(Table.parse(new Dialogues(schema).toString()))
                .forEach((name, rows) -> row(table, "play", "dialogue " + name, play(rows)));
        for (int seed = 1; seed <= MADE; seed++) {
            row(table, "play", "seed " + seed, MadePlays.one(schema, new Random(seed)));
        }
        row(table, "link", "a clip that answers and streams", STREAMING);
        for (int seed = 1; seed <= LINKS; seed++) {
            byte[] anything = new byte[150];
            new Random(seed).nextBytes(anything);
            row(table, "link", "seed " + seed, PlainWire.join(STREAMING, anything));
        }
        for (Schema.Part part : schema.parts()) {
            byte[] first = {(byte) schema.parts().indexOf(part)};
            row(table, "message", part.constantName(), PlainWire.join(first, new byte[part.bytes()]));
        }
        row(table, "recording", "three rows", RECORDING.getBytes(StandardCharsets.UTF_8));
        row(table, "settings", "two keys", SETTINGS.getBytes(StandardCharsets.UTF_8));
        return table.toString();
    }

    /** What was found, with the events of today. */
    static String found() {
        Table table = table(FOUND);
        rows("found.tsv").forEach(input -> row(table, input.kind(), input.origin(), input.bytes()));
        return table.toString();
    }

    private static Table table(String explanation) {
        return new Table(explanation + COLUMNS, "kind", "origin", "bytes", "events");
    }

    private static void row(Table table, String kind, String origin, byte[] bytes) {
        String events = WITH_EVENTS.contains(kind) ? Events.crc(Events.of(kind, bytes)) : "-";
        table.row(kind, origin, bytes.length == 0 ? "-" : PlainWire.hex(bytes), events);
    }

    private static byte[] play(List<String[]> rows) {
        ByteArrayOutputStream play = new ByteArrayOutputStream();
        long startUs = Long.parseLong(rows.getFirst()[1]);
        long passedMs = 0;
        for (String[] row : rows) {
            long ms = (Long.parseLong(row[1]) - startUs) / 1000;
            MadePlays.writePassing(ms - passedMs, play);
            passedMs = Math.max(passedMs, ms);
            if (row[2].equals("host>clip")) {
                MadePlays.writeBytes(PlainWire.bytes(row[3]), play);
            } else if (row[2].equals("event")) {
                event(row[3], play);
            }
        }
        return play.toByteArray();
    }

    private static void event(String what, ByteArrayOutputStream play) {
        int number = what.startsWith("boot ") ? 5 : EVENTS.indexOf(what);
        if (what.startsWith("battery ")) {
            number = Integer.parseInt(what.substring(8)) < 20 ? 10 : 11;
        } else if (what.startsWith("key ")) {
            number = what.equals("key -") ? 15 : 14;
        }
        if (number >= 0) {
            play.write(6 | number << 3);
        }
    }

    /**
     * For fuzzers: {@code seeds KIND FOLDER} writes a file for each input worth beginning with, {@code keep KIND FOLDER ORIGIN}
     * adds the files of a folder to what was found. KIND is {@code wire} for inputs of {@link WireFuzz} and of {@code make fuzz},
     * whose first byte says what they are, or a kind of its own.
     */
    public static void main(String[] words) throws IOException {
        Path folder = Path.of(words[2]);
        if (words[0].equals("seeds")) {
            Files.createDirectories(folder);
            seeds(words[1], folder);
        } else if (words[0].equals("keep")) {
            keep(words[1], folder, words[3]);
        } else {
            throw new IllegalArgumentException(words[0] + ", expected seeds or keep");
        }
    }

    private static void seeds(String kind, Path folder) throws IOException {
        int number = 0;
        for (Input input : read()) {
            int place = WITH_EVENTS.indexOf(input.kind());
            if (input.kind().equals(kind)) {
                Files.write(folder.resolve("seed-" + number++), input.bytes());
            } else if (kind.equals("wire") && place >= 0) {
                byte[] seed = PlainWire.join(new byte[] {(byte) place}, input.bytes());
                Files.write(folder.resolve("seed-" + number++), seed);
            }
        }
        for (String[] row : kind.equals("wire") ? Table.read("noisy.tsv") : List.<String[]>of()) {
            byte[] first = {(byte) WITH_EVENTS.indexOf(row[0])};
            Files.write(folder.resolve("seed-" + number++), PlainWire.join(first, PlainWire.bytes(row[2])));
        }
    }

    private static void keep(String kind, Path folder, String origin) throws IOException {
        Table table = table(FOUND);
        rows("found.tsv").forEach(input -> row(table, input.kind(), input.origin(), input.bytes()));
        List<String> known = read().stream().map(Input::hex).toList();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] whole = Files.readAllBytes(file);
                boolean wire = kind.equals("wire") && whole.length > 0;
                byte[] input = wire ? Arrays.copyOfRange(whole, 1, whole.length) : whole;
                if (input.length > 0 && !known.contains(PlainWire.hex(input))) {
                    row(table, wire ? WITH_EVENTS.get(Math.min(2, whole[0] & 0xFF)) : kind, origin, input);
                }
            }
        }
        Files.writeString(FOLDER.resolve("found.tsv"), table.toString());
    }
}
