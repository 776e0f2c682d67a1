package org.holdline.link.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code holdline.ksy}, compiled by Kaitai Struct, reads every vector as the schema does.
 *
 * <p>The compiler (GPL-3) runs as a process of its own, and what it writes is loaded here and nowhere else. Without {@code
 * -Pkaitai} neither it nor its runtime is there, and nothing is tested.
 */
class KaitaiTest {
    private static final long LONGEST_S = 120;
    private static final int UNKNOWN_TYPE = 0xF1;
    private static final Schema SCHEMA = Schema.load();

    @TempDir
    static Path folder;

    private static URLClassLoader classes;

    @BeforeAll
    static void shouldCompileWhenTheToolsAreThere() throws Exception {
        Path tools = Path.of(System.getProperty("holdline.kaitai", "kaitai"));
        assumeTrue(Files.isDirectory(tools.resolve("compiler")), "no Kaitai Struct: ./holdline verify -Pkaitai");
        compileDescription(tools.resolve("compiler"));
        List<Path> runtime;
        try (Stream<Path> jars = Files.list(tools.resolve("runtime"))) {
            runtime = jars.toList();
        }
        Path made = folder.resolve("kaitai/HoldlineFrame.java");
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-nowarn",
                        "-proc:none",
                        "-cp",
                        runtime.getFirst().toString(),
                        made.toString());
        assertEquals(0, compiled, "javac");
        URL[] path = {folder.toUri().toURL(), runtime.getFirst().toUri().toURL()};
        classes = new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
    }

    @AfterAll
    static void close() throws IOException {
        if (classes != null) {
            classes.close();
        }
    }

    private static void compileDescription(Path compiler) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        compiler + "/*",
                        "io.kaitai.struct.JavaMain",
                        "--target",
                        "java",
                        "--java-package",
                        "kaitai",
                        "--outdir",
                        folder.toString(),
                        Schema.FOLDER.resolve("holdline.ksy").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(LONGEST_S, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        String said = Files.readString(log);
        assertEquals(0, process.exitValue(), said);
        assertTrue(Files.exists(folder.resolve("kaitai/HoldlineFrame.java")), said);
    }

    /** A frame without COBS around it, as the generated class reads it. */
    private static Object read(byte[] frame) throws Exception {
        Class<?> stream = classes.loadClass("io.kaitai.struct.ByteBufferKaitaiStream");
        Object bytes = stream.getConstructor(byte[].class).newInstance((Object) frame);
        Class<?> type = classes.loadClass("kaitai.HoldlineFrame");
        try {
            return type.getConstructor(classes.loadClass("io.kaitai.struct.KaitaiStream"))
                    .newInstance(bytes);
        } catch (InvocationTargetException e) {
            throw (Exception) e.getCause();
        }
    }

    private static Object get(Object from, String name) throws ReflectiveOperationException {
        return from.getClass().getMethod(name).invoke(from);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static String camel(String name) {
        StringBuilder out = new StringBuilder();
        for (String word : name.split("_", -1)) {
            out.append(out.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return out.toString();
    }

    private static String typeName(Schema.Part part) {
        String name = camel(part.constantName().toLowerCase(Locale.ROOT));
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static byte[] unstuffed(String wire) {
        return PlainWire.unstuff(Arrays.copyOf(PlainWire.bytes(wire), wire.length() / 2 - 1));
    }

    @Test
    void shouldReadEveryFieldWhenFramesAreValid() throws Exception {
        List<String[]> rows = Table.read("frames.tsv");
        assertTrue(rows.size() > 70);
        for (String[] row : rows) {
            Schema.Part part = SCHEMA.part(row[0].replace(' ', '_').toUpperCase(Locale.ROOT));
            byte[] frame = unstuffed(row[4]);
            Object read = read(frame);
            assertEquals(part.id(), number(get(read, "type")), row[0]);
            assertEquals(part.flags(), number(get(read, "flags")), row[0]);
            assertEquals(PlainWire.spoken(part.id()), number(get(read, "version")), row[0]);
            assertEquals(Long.parseLong(row[2]), number(get(read, "seq")), row[0]);
            assertEquals(frame.length - 10, number(get(read, "lenPayload")), row[0]);
            assertEquals(LittleEndian.i32(frame, frame.length - 4), (int) number(get(read, "crc")), row[0]);
            fields(part, Arrays.copyOfRange(frame, 6, frame.length - 4), get(read, "payload"));
        }
    }

    private static void fields(Schema.Part part, byte[] payload, Object read) throws ReflectiveOperationException {
        assertEquals(typeName(part), read.getClass().getSimpleName());
        for (Schema.Field field : part.fields()) {
            Object value = get(read, camel(field.name()));
            if (field.type().contains("[")) {
                byte[] expected = Arrays.copyOfRange(payload, field.offset(), field.offset() + field.bytes());
                assertArrayEquals(expected, (byte[]) value, field.name());
            } else {
                long expected = 0;
                for (int i = 0; i < field.bytes(); i++) {
                    expected |= (payload[field.offset() + i] & 0xFFL) << (8 * i);
                }
                boolean signed = field.type().startsWith("i");
                assertEquals(signed ? (short) expected : expected, number(value), part.constantName() + field.name());
                name(field, expected, read);
            }
        }
        tail(part, Arrays.copyOfRange(payload, part.bytes(), payload.length), read);
    }

    /** The name of a number that is one of a list, null for one that is not. */
    private static void name(Schema.Field field, long number, Object read) throws ReflectiveOperationException {
        if (field.unit().startsWith("enum ")) {
            String expected = SCHEMA.enums().stream()
                    .filter(list -> list.name().equals(field.unit().substring(5)))
                    .flatMap(list -> list.values().stream())
                    .filter(value -> value.value() == number)
                    .map(Schema.Named::name)
                    .findFirst()
                    .orElse("null");
            assertEquals(expected, String.valueOf(get(read, camel(field.name() + "_name"))));
        }
    }

    private static void tail(Schema.Part part, byte[] expected, Object read) throws ReflectiveOperationException {
        if (part.tail() == null) {
            assertArrayEquals(expected, (byte[]) get(read, "later"), part.constantName());
        } else if (part.tail().unit().equals("bytes")) {
            assertArrayEquals(expected, (byte[]) get(read, camel(part.tail().name())), part.constantName());
        } else if (part.tail().type().equals("u8")) {
            assertEquals(new String(expected, StandardCharsets.UTF_8), get(read, "text"), part.constantName());
        } else {
            int at = 0;
            for (Object sample : (List<?>) get(read, "samples")) {
                for (String axis : List.of("ax", "ay", "az", "gx", "gy", "gz")) {
                    assertEquals((short) LittleEndian.u16(expected, at), number(get(sample, axis)), axis + " at " + at);
                    at += 2;
                }
            }
            assertEquals(expected.length, at);
        }
    }

    /** What a description can see: a length beyond the end, fields that are not there. CRC and COBS it cannot. */
    @Test
    void shouldRefuseWhatIsTooShortWhenAFrameIsCut() throws Exception {
        byte[] frame = unstuffed(Table.read("frames.tsv").getFirst()[4]);
        for (int length = 0; length < frame.length; length++) {
            byte[] cut = Arrays.copyOf(frame, length);
            assertThrows(Exception.class, () -> read(cut), length + " bytes");
        }
        for (Schema.Part part : SCHEMA.parts()) {
            byte[] shorter = PlainWire.frame(part.flags(), part.id(), 0, new byte[part.bytes() - 1]);
            assertThrows(Exception.class, () -> read(shorter), part.constantName());
        }
    }

    @Test
    void shouldReadWhatTheReceiverTakesWhenStreamsAreDamaged() throws Exception {
        int taken = 0;
        for (String file : List.of("damaged.tsv", "noisy.tsv")) {
            for (String[] row : Table.read(file)) {
                taken += compare(row[0].equals("host"), row[2]);
            }
        }
        assertTrue(taken > 500, taken + " frames");
    }

    /** Every piece the receiver takes is read with the same type and number; how many that are. */
    private static int compare(boolean fromHost, String hex) throws Exception {
        byte[] stream = hex.equals("-") ? new byte[0] : PlainWire.bytes(hex);
        int taken = 0;
        int from = 0;
        for (int i = 0; i < stream.length; i++) {
            if (stream[i] == 0) {
                byte[] piece = Arrays.copyOfRange(stream, from, i + 1);
                from = i + 1;
                Heard heard = new Heard(fromHost ? Side.HOST : Side.CLIP).feed(piece);
                if (heard.reader.count(Counter.FRAMES) == 1) {
                    Object read = read(PlainWire.unstuff(Arrays.copyOf(piece, piece.length - 1)));
                    String name = number(get(read, "type")) + "." + number(get(read, "flags")) + "."
                            + number(get(read, "seq"));
                    assertEquals(heard.delivered(), name);
                    taken++;
                }
            }
        }
        return taken;
    }

    @Test
    void shouldLeaveBytesAsTheyAreWhenTheTypeIsUnknown() throws Exception {
        byte[] payload = {1, 2, 3};
        Object read = read(PlainWire.frame(1, UNKNOWN_TYPE, 0, payload));
        assertArrayEquals(payload, (byte[]) get(read, "payload"));
    }
}
