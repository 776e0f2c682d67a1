package org.holdline.link.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same bytes through the Java side and the C firmware give the same events, to the letter. */
class EventsTest {
    private static final long LONGEST_S = 300;

    /** {@code -Dholdline.events=100000} compares more, {@code -Dholdline.seed} others. */
    private static final int MADE = Integer.getInteger("holdline.events", 3000);

    private static final long SEED = Long.getLong("holdline.seed", 1);
    private static final Schema SCHEMA = Schema.load();

    private record Input(String kind, String origin, String hex) {}

    @TempDir
    Path folder;

    @Test
    void shouldGiveTheSameEventsWhenBothTakeVectorsCorpusAndMadeInputs() throws Exception {
        if (!isThere("make") || !isThere("cc")) {
            System.out.println(
                    "EventsTest: make and a C compiler are not here: the firmware's events were not compared");
        }
        assumeTrue(isThere("make") && isThere("cc"), "make and a C compiler");
        List<Input> inputs = new ArrayList<>(written());
        inputs.addAll(made());
        Table table = new Table("For one run.", "kind", "origin", "bytes");
        StringBuilder expected = new StringBuilder();
        for (Input input : inputs) {
            table.row(input.kind(), input.origin(), input.hex());
            byte[] bytes = input.hex().equals("-") ? new byte[0] : PlainWire.bytes(input.hex());
            expected.append("== ")
                    .append(input.kind())
                    .append(' ')
                    .append(input.origin())
                    .append('\n');
            expected.append(Events.of(input.kind(), bytes));
        }
        Files.writeString(folder.resolve("inputs.tsv"), table.toString());
        compare(expected.toString(), firmware());
        reached(expected.toString());
    }

    /** All that is committed. */
    private static List<Input> written() {
        List<Input> inputs = new ArrayList<>();
        Table.read("frames.tsv").forEach(row -> inputs.add(new Input(row[1], "frames " + row[0], row[4])));
        Table.read("damaged.tsv").forEach(row -> inputs.add(new Input(row[0], "damaged " + row[1], row[2])));
        Table.read("noisy.tsv").forEach(row -> inputs.add(new Input(row[0], "noisy " + row[1], row[2])));
        Corpus.read().stream()
                .filter(input -> !input.events().equals("-"))
                .forEach(input -> inputs.add(new Input(input.kind(), input.origin(), input.hex())));
        return inputs;
    }

    private static List<Input> made() {
        List<Input> inputs = new ArrayList<>();
        for (long seed = 1000 * SEED; seed < 1000 * SEED + MADE; seed++) {
            Random random = new Random(seed);
            String kind = random.nextInt(4) > 0 ? "play" : random.nextBoolean() ? "host" : "clip";
            byte[] bytes = kind.equals("play")
                    ? MadePlays.one(SCHEMA, random)
                    : MadeStreams.damaged(SCHEMA, random, 1 + random.nextInt(12));
            inputs.add(new Input(kind, "seed " + seed, bytes.length == 0 ? "-" : PlainWire.hex(bytes)));
        }
        return inputs;
    }

    private Path firmware() throws IOException, InterruptedException {
        Path sources = Schema.FOLDER.resolve("c").toAbsolutePath();
        Path built = folder.resolve("built");
        run(List.of("make", "-C", sources.toString(), "OUT=" + built, built + "/events"), "log");
        run(List.of(built + "/events", folder.toString(), "inputs.tsv"), "events");
        return folder.resolve("events");
    }

    private void run(List<String> words, String into) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .redirectOutput(folder.resolve(into).toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        if (!process.waitFor(LONGEST_S, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        String errors = Files.readString(folder.resolve("errors"));
        assertEquals(0, process.exitValue(), () -> words + "\n" + errors);
    }

    /** Names the input and the first event that differs; the texts are too long to show whole. */
    private static void compare(String expected, Path actual) throws IOException {
        List<String> java = expected.lines().toList();
        List<String> firmware = Files.readAllLines(actual);
        String input = "";
        for (int i = 0; i < Math.min(java.size(), firmware.size()); i++) {
            input = java.get(i).startsWith("== ") ? java.get(i) : input;
            String where = "line " + i + ", " + input;
            assertEquals(java.get(i), firmware.get(i), () -> where + " (expected: Java, was: firmware)");
        }
        assertEquals(java.size(), firmware.size());
    }

    /** A comparison of nothing would be a good one. */
    private static void reached(String events) {
        for (Schema.Counter counter : SCHEMA.counters()) {
            assertTrue(!counter.drop() || events.contains(" +" + counter.name() + " "), counter.name());
        }
        for (Schema.Named code : SCHEMA.enums().getFirst().values()) {
            String error = String.format(Locale.ROOT, "says0? 4\\.2 [0-9a-f]{6}%02x.*", code.value());
            boolean needsHardware = code.name().endsWith("_FAULT");
            assertTrue(needsHardware || events.lines().anyMatch(line -> line.matches("[0-9]+ " + error)), code.name());
        }
        for (String event : List.of(
                "motor on", "motor off", "muted", "unmuted", "STREAMING", "starts", "motor_cuts", "presses_lost")) {
            assertTrue(events.contains(" " + event), event);
        }
    }

    private static boolean isThere(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
