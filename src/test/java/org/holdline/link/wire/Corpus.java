package org.holdline.link.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        List<String[]> dialogue = new ArrayList<>();
        for (String[] row : Table.parse(new Dialogues(schema).toString())) {
            if (!dialogue.isEmpty() && !dialogue.getFirst()[0].equals(row[0])) {
                row(table, "play", "dialogue " + dialogue.getFirst()[0].replace(":", ""), play(dialogue));
                dialogue.clear();
            }
            dialogue.add(row);
        }
        for (int seed = 1; seed <= MADE; seed++) {
            row(table, "play", "seed " + seed, MadePlays.one(schema, new Random(seed)));
        }
        return table.toString();
    }

    /** What was found, with the events of today. */
    static String found() {
        Table table = table("Found by a fuzzer and made small; README.md says how rows are added.\n");
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
        List<String> events = List.of("button down", "button up", "charger on", "charger off", "hang-up");
        int number = what.startsWith("boot ") ? events.size() : events.indexOf(what);
        if (number >= 0) {
            play.write(6 | number << 3);
        }
    }

    /**
     * Adds the files of a folder to what was found.
     *
     * <p>{@code Corpus FOLDER KIND ORIGIN}; KIND is {@code wire} for inputs of {@link WireFuzz} and of {@code make fuzz}, whose
     * first byte says what they are.
     */
    public static void main(String[] words) throws IOException {
        Table table = table("Found by a fuzzer and made small; README.md says how rows are added.\n");
        rows("found.tsv").forEach(input -> row(table, input.kind(), input.origin(), input.bytes()));
        try (Stream<Path> files = Files.list(Path.of(words[0]))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] input = Files.readAllBytes(file);
                boolean wire = words[1].equals("wire");
                if (input.length > (wire ? 1 : 0)) {
                    String kind = wire ? WITH_EVENTS.get(Math.min(2, input[0] & 0xFF)) : words[1];
                    row(table, kind, words[2], wire ? Arrays.copyOfRange(input, 1, input.length) : input);
                }
            }
        }
        write(FOLDER.resolve("found.tsv"), table.toString());
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
