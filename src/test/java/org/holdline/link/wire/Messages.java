package org.holdline.link.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Payloads as text and back, by the schema alone: {@code txn=5 ttl_ms=300}.
 *
 * <p>Numbers are decimal, fields not named are 0, a serial is ASCII, other bytes are hexadecimal, a text is {@code text=} and hexadecimal, samples are
 * {@code samples=} and numbers with commas.
 */
public final class Messages {
    private Messages() {}

    public static byte[] payload(Schema.Part part, String fields) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : fields.isBlank() ? new String[0] : fields.trim().split("\\s+")) {
            int equals = word.indexOf('=');
            values.put(word.substring(0, equals), word.substring(equals + 1));
        }
        byte[] payload = new byte[part.bytes()];
        for (Schema.Field field : part.fields()) {
            String value = values.remove(field.name());
            if (value != null) {
                put(payload, field, value);
            }
        }
        byte[] tail = {};
        if (part.tail() != null && values.containsKey(part.tail().name())) {
            String value = values.remove(part.tail().name());
            tail = part.tail().type().equals("u8") ? PlainWire.bytes(value) : shorts(value);
        }
        if (!values.isEmpty()) {
            throw new IllegalArgumentException(values.keySet() + " in " + part.constantName());
        }
        return PlainWire.join(payload, tail);
    }

    /** All fields but the reserved ones. */
    public static String fields(Schema.Part part, byte[] payload) {
        List<String> words = new ArrayList<>();
        for (Schema.Field field : part.fields()) {
            if (!field.name().equals("reserved")) {
                words.add(field.name() + "=" + text(payload, field));
            }
        }
        if (part.tail() != null && payload.length > part.bytes()) {
            byte[] tail = Arrays.copyOfRange(payload, part.bytes(), payload.length);
            words.add(
                    part.tail().name() + "=" + (part.tail().type().equals("u8") ? PlainWire.hex(tail) : numbers(tail)));
        }
        return String.join(" ", words);
    }

    public static long number(Schema.Part part, byte[] payload, String name) {
        Schema.Field field = part.fields().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(text(payload, field));
    }

    private static void put(byte[] payload, Schema.Field field, String value) {
        if (field.type().equals("u8[12]")) {
            byte[] ascii = value.getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(ascii, 0, payload, field.offset(), ascii.length);
            return;
        }
        if (field.type().contains("[")) {
            byte[] bytes = PlainWire.bytes(value);
            System.arraycopy(bytes, 0, payload, field.offset(), bytes.length);
            return;
        }
        long number = Long.parseLong(value);
        for (int i = 0; i < field.bytes(); i++) {
            payload[field.offset() + i] = (byte) (number >> (8 * i));
        }
    }

    private static String text(byte[] payload, Schema.Field field) {
        if (field.type().equals("u8[12]")) {
            return new String(payload, field.offset(), 12, StandardCharsets.US_ASCII).replace("\0", "");
        }
        if (field.type().contains("[")) {
            return PlainWire.hex(Arrays.copyOfRange(payload, field.offset(), field.offset() + field.bytes()));
        }
        long number = 0;
        for (int i = 0; i < field.bytes(); i++) {
            number |= (payload[field.offset() + i] & 0xFFL) << (8 * i);
        }
        return Long.toString(field.type().equals("i16") ? (short) number : number);
    }

    private static byte[] shorts(String numbers) {
        String[] words = numbers.split(",", -1);
        byte[] bytes = new byte[2 * words.length];
        for (int i = 0; i < words.length; i++) {
            int number = Integer.parseInt(words[i]);
            bytes[2 * i] = (byte) number;
            bytes[2 * i + 1] = (byte) (number >> 8);
        }
        return bytes;
    }

    private static String numbers(byte[] bytes) {
        return IntStream.range(0, bytes.length / 2)
                .mapToObj(i -> Integer.toString((short) ((bytes[2 * i] & 0xFF) | bytes[2 * i + 1] << 8)))
                .collect(Collectors.joining(","));
    }
}
