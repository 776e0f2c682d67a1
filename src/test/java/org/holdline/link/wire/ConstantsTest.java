package org.holdline.link.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every number in the Java constants is in the schema, and the other way round. */
class ConstantsTest {
    private static final Map<String, Class<?>> LISTS = Map.ofEntries(
            Map.entry("ERROR", Codes.ErrorCode.class),
            Map.entry("PATTERN", Codes.CuePattern.class),
            Map.entry("CUE_ENDED", Codes.CueEnded.class),
            Map.entry("PRESS", Codes.Press.class),
            Map.entry("RESET", Codes.ResetReason.class),
            Map.entry("IMU", Codes.ImuPartCode.class),
            Map.entry("MOTOR", Codes.MotorKind.class),
            Map.entry("PROFILE", Codes.ProfileState.class),
            Map.entry("CAL_STATE", Codes.CalState.class),
            Map.entry("SLOT", Codes.SlotState.class),
            Map.entry("FAULT", Codes.ImageFaultCode.class),
            Map.entry("LEVEL", Codes.LogLevel.class),
            Map.entry("CAPABILITY", Codes.Capability.class),
            Map.entry("STREAM", Codes.StreamFlag.class),
            Map.entry("BATCH", Codes.BatchFlag.class),
            Map.entry("STATUS", Codes.StatusFlag.class));

    private final Schema schema = Schema.load();

    @Test
    void shouldHaveEveryConstantWhenComparedWithTheSchema() throws IllegalAccessException {
        Map<String, Long> expected = new TreeMap<>();
        schema.constants().forEach(constant -> expected.put(constant.name(), constant.value()));
        expected.put("VERSION_MIN", (long) schema.versionMin());
        expected.put("VERSION_MAX", (long) schema.versionMax());
        expected.put("VERSION_NONE", (long) schema.versionNone());
        expected.put("VERSION_GREETING", 0L);
        expected.put("SCHEMA_CRC", (long) schema.crc());
        assertEquals(lines(expected), lines(constantsOf(Protocol.class)));
    }

    @Test
    void shouldHaveEveryTypeWhenComparedWithTheSchema() throws IllegalAccessException {
        Map<String, Long> expected = new TreeMap<>();
        schema.messages().forEach(message -> expected.put(message.name(), (long) message.id()));
        assertEquals(lines(expected), lines(constantsOf(MessageType.class)));
    }

    @Test
    void shouldHaveEveryCounterWhenComparedWithTheSchema() throws IllegalAccessException {
        Map<String, Long> expected = new TreeMap<>();
        for (int i = 0; i < schema.counters().size(); i++) {
            expected.put(schema.counters().get(i).name().toUpperCase(java.util.Locale.ROOT), (long) i);
        }
        expected.put("COUNT", (long) schema.counters().size());
        assertEquals(lines(expected), lines(constantsOf(Counter.class)));
    }

    @Test
    void shouldHaveEveryListWhenComparedWithTheSchema() throws IllegalAccessException {
        int lists = 0;
        for (Schema.Names list : schema.enums()) {
            compare(list);
            lists++;
        }
        for (Schema.Names list : schema.bits()) {
            compare(list);
            lists++;
        }
        assertEquals(Codes.class.getDeclaredClasses().length, lists);
    }

    private static void compare(Schema.Names list) throws IllegalAccessException {
        Map<String, Long> expected = new TreeMap<>();
        list.values().forEach(value -> expected.put(value.name(), value.value()));
        assertEquals(lines(expected), lines(constantsOf(LISTS.get(list.name()))), list.name());
    }

    private static Map<String, Long> constantsOf(Class<?> type) throws IllegalAccessException {
        Map<String, Long> constants = new TreeMap<>();
        for (Field field : Arrays.asList(type.getDeclaredFields())) {
            if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                constants.put(field.getName(), field.getLong(null));
            }
        }
        return constants;
    }

    private static String lines(Map<String, Long> constants) {
        StringBuilder lines = new StringBuilder();
        constants.forEach(
                (name, value) -> lines.append(name).append(' ').append(value).append('\n'));
        return lines.toString();
    }
}
