package org.holdline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.holdline.architecture.planted.Cold;
import org.holdline.architecture.planted.Offences;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the compiled hot rooms and refuses what costs time at the wrong moment. */
class HotClassesTest {
    @Test
    void shouldStayHotWhenCompiled() throws IOException {
        List<String> offences = new ArrayList<>();
        int classes = 0;
        for (String room : Rooms.HOT) {
            Path folder = productClasses().resolve("org/holdline").resolve(room.replace('.', '/'));
            for (Path file : classFilesIn(folder)) {
                offences.addAll(HotCode.offences(Files.readAllBytes(file)));
                classes++;
            }
        }
        assertTrue(classes > Rooms.HOT.size(), classes + " classes in the hot rooms: looked in the wrong place?");
        assertEquals("", String.join("\n", offences));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arithmetic            | dmul
            parameter             | takes or returns floating point
            loadAndStore          | fstore_1
            conversion            | i2d
            constant              | ldc2_w 0.1
            shortConstant         | fconst_1
            comparison            | fcmp
            array                 | daload
            fieldRead             | floatField is floating point
            fieldWrite            | putstatic
            floatingCall          | floating point in call of java/lang/Math.round
            newObject             | new java/lang/Object
            newPrimitiveArray     | newarray
            newObjectArray        | anewarray
            newArrayOfArrays      | multianewarray
            boxing                | boxing by java/lang/Integer.valueOf
            unboxing              | boxing by java/lang/Long.longValue
            concatenation         | invokedynamic
            lambda                | invokedynamic
            monitor               | monitorenter
            synchronizedMethod    | synchronized
            thrown                | athrow
            enumValues            | copy by java/lang/Thread$State.values
            arrayClone            | copy by [I.clone
            """)
    void shouldCatchOffenceWhenPlanted(String method, String instruction) throws IOException {
        List<String> offences = HotCode.offences(bytesOf(Offences.class));
        String where = Offences.class.getName() + "." + method + ": ";
        assertTrue(
                offences.stream().anyMatch(line -> line.startsWith(where) && line.contains(instruction)),
                () -> where + instruction + " is not among\n" + String.join("\n", offences));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Cold.class,
                Cold.Kind.class,
                Cold.Pair.class,
                Cold.FilterParams.class,
                Cold.FilterParams.Builder.class,
                Cold.FilterCoefficients.class
            })
    void shouldLeaveColdCodeAloneWhenItOnlyPreparesHotCode(Class<?> type) throws IOException {
        assertEquals(List.of(), HotCode.offences(bytesOf(type)));
    }

    /** Where the product's classes lie, also when the build directory is another one or an IDE runs the test. */
    static Path productClasses() {
        try {
            return Path.of(Sample.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the room itself; the rooms below it are others. */
    private static List<Path> classFilesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytesOf(Class<?> type) throws IOException {
        String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            return in.readAllBytes();
        }
    }
}
