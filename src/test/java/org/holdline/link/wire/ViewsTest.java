package org.holdline.link.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every accessor of every message reads and writes the bytes that the schema names, and no others. */
class ViewsTest {
    private static final int BEFORE = 7;
    private static final Schema SCHEMA = Schema.load();

    @TestFactory
    Stream<DynamicTest> shouldTouchOnlyItsBytesWhenAFieldIsReadOrWritten() {
        return SCHEMA.parts().stream().map(part -> DynamicTest.dynamicTest(part.constantName(), () -> check(part)));
    }

    @Test
    void shouldHaveOneViewPerPartWhenListed() {
        assertEquals(
                new TreeSet<>(
                        SCHEMA.parts().stream().map(Schema.Part::constantName).toList()),
                new TreeSet<>(Views.ALL.keySet()));
    }

    /** What the accessor of a field of the schema answers. */
    static long read(View view, String field) {
        try {
            return ((Number) view.getClass().getMethod(accessor(field)).invoke(view)).longValue();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(field, e);
        }
    }

    private static String accessor(String field) {
        return field.equals("flags") ? "bits" : camel(field);
    }

    private static void check(Schema.Part part) throws ReflectiveOperationException {
        View view = Views.ALL.get(part.constantName()).get();
        assertEquals(part.id(), view.type());
        assertEquals(part.flags(), view.flags());
        Set<String> accessors = new TreeSet<>();
        for (Schema.Field field : part.fields()) {
            if (field.type().contains("[") && !field.name().equals("reserved")) {
                accessors.add(camel(field.name()) + "At");
            } else if (!field.name().equals("reserved")) {
                String name = accessor(field.name());
                accessors.add(name);
                checkField(view, name, field);
            }
        }
        byte[] room = new byte[300];
        Arrays.fill(room, (byte) 0x5A);
        byte[] begun = room.clone();
        Arrays.fill(begun, BEFORE, BEFORE + part.bytes(), (byte) 0);
        view.begin(room, BEFORE);
        assertArrayEquals(begun, room);
        assertEquals(part.bytes(), view.length());
        accessors.addAll(Set.of("sampleBytes", "value"));
        Arrays.stream(view.getClass().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && !method.getName().startsWith("set"))
                .forEach(method -> assertTrue(accessors.contains(method.getName()), method + " is not in the schema"));
    }

    private static void checkField(View view, String name, Schema.Field field) throws ReflectiveOperationException {
        long all = (1L << (8 * field.bytes())) - 1;
        for (long value : new long[] {all, 0x12345678L & all, 1, 1L << (8 * field.bytes() - 1)}) {
            byte[] expected = new byte[300];
            for (int i = 0; i < field.bytes(); i++) {
                expected[BEFORE + field.offset() + i] = (byte) (value >> (8 * i));
            }
            view.wrap(expected, BEFORE, 244);
            long read = read(view, field.name());
            assertEquals(meaning(field, value, read), read, field.name());

            byte[] written = new byte[300];
            view.begin(written, BEFORE);
            Arrays.fill(written, (byte) 0x5A);
            set(view, name, read);
            byte[] around = new byte[300];
            Arrays.fill(around, (byte) 0x5A);
            System.arraycopy(expected, BEFORE + field.offset(), around, BEFORE + field.offset(), field.bytes());
            assertArrayEquals(around, written, field.name());
        }
    }

    /** Ids, instants and CRCs are 32 bits in an int, all other unsigned numbers are themselves. */
    private static long meaning(Schema.Field field, long value, long read) {
        if (field.type().equals("i16")) {
            return (short) value;
        }
        boolean bits = field.unit().startsWith("bits") || (field.unit().isEmpty() && field.bytes() == 4);
        return (bits || field.name().endsWith("_us")) && read < 0 ? (int) value : value;
    }

    private static void set(View view, String name, long value)
            throws InvocationTargetException, IllegalAccessException {
        String setter = "set" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        Method method = Arrays.stream(view.getClass().getMethods())
                .filter(candidate -> candidate.getName().equals(setter))
                .findFirst()
                .orElseThrow();
        if (method.getParameterTypes()[0] == int.class) {
            method.invoke(view, (int) value);
        } else {
            method.invoke(view, value);
        }
    }

    @Test
    void shouldPlaceEverySampleWhenABatchIsWritten() {
        ImuBatch batch = new ImuBatch();
        byte[] room = new byte[254];
        batch.begin(room, 6);
        batch.setBits(Codes.BatchFlag.DUAL);
        batch.setCount(9);
        assertEquals(14 + 9 * 24, batch.length());
        int at = 6 + 14;
        for (int sample = 0; sample < 9; sample++) {
            for (int axis = 0; axis < 12; axis++) {
                batch.setValue(sample, axis, -32768 + 100 * sample + axis);
                assertEquals(-32768 + 100 * sample + axis, batch.value(sample, axis));
                assertEquals((byte) (-32768 + 100 * sample + axis), room[at]);
                at += 2;
            }
        }
        batch.begin(room, 6);
        batch.setCount(19);
        assertEquals(242, batch.length());
        batch.setValue(18, 5, -2);
        assertEquals(-2, room[6 + 240]);
    }

    @Test
    void shouldCutTextWhenItIsTooLong() {
        ErrorResponse error = new ErrorResponse();
        error.begin(new byte[254], 6);
        error.setText("x".repeat(100).getBytes(StandardCharsets.UTF_8));
        assertEquals(8 + 64, error.length());
        assertEquals(64, error.tailBytes());
        Log log = new Log();
        log.begin(new byte[254], 6);
        log.setText("abc".getBytes(StandardCharsets.UTF_8));
        assertEquals("abc", new String(log.bytes(), log.tailAt(), log.tailBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void shouldKeepTheSerialInItsTwelveBytesWhenSet() {
        HelloResponse hello = new HelloResponse();
        byte[] room = new byte[254];
        hello.begin(room, 6);
        hello.setSerial("HLA0000001234567".getBytes(StandardCharsets.US_ASCII));
        assertEquals(6 + 18, hello.serialAt());
        assertEquals("HLA000000123", new String(room, hello.serialAt(), 12, StandardCharsets.US_ASCII));
        assertEquals(0, hello.hardwareMajor());
    }

    private static String camel(String name) {
        StringBuilder out = new StringBuilder();
        for (String word : name.split("_", -1)) {
            out.append(out.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return out.toString();
    }
}
