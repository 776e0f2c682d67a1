package org.holdline.report.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a FIT file by the public description of the protocol, and shares nothing with the encoder: what a field means is told by
 * the file alone. Fields of the profile go by their number, developer fields by the name in their description; numbers are as
 * they lie in the file, unscaled, and what is not known is left out.
 */
final class PlainFit {
    /** The nibble table of the protocol's checksum, worked out here from its polynomial. */
    private static final int[] NIBBLES = nibbles();

    /**
     * One message.
     *
     * @param number of the message in the profile
     * @param fields number or name to Long, Double, String or byte[]
     */
    record Message(int number, Map<Object, Object> fields) {
        /** A whole number, or null when it is not known. */
        Long whole(Object field) {
            return (Long) fields.get(field);
        }

        Double real(String field) {
            return (Double) fields.get(field);
        }

        String text(Object field) {
            return (String) fields.get(field);
        }
    }

    private record Field(Object key, int size, int type) {}

    private record Definition(int number, ByteOrder order, List<Field> fields) {}

    /** A developer field as its description says. */
    record Described(String name, String units, int type) {}

    private final List<Message> messages = new ArrayList<>();
    private final Map<Long, Described> described = new LinkedHashMap<>();
    private final Definition[] definitions = new Definition[16];

    private static int[] nibbles() {
        int[] table = new int[16];
        for (int i = 0; i < 16; i++) {
            int crc = i;
            for (int bit = 0; bit < 4; bit++) {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xA001 : crc >> 1;
            }
            table[i] = crc;
        }
        return table;
    }

    private static int crc(byte[] bytes, int length) {
        int crc = 0;
        for (int i = 0; i < length; i++) {
            crc = (crc >> 4) ^ NIBBLES[(crc ^ bytes[i]) & 15];
            crc = (crc >> 4) ^ NIBBLES[(crc ^ (bytes[i] >> 4)) & 15];
        }
        return crc;
    }

    static PlainFit read(byte[] file) throws IOException {
        require(file.length >= 16, "too short");
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        require(in.get(0) == 14, "header of " + in.get(0));
        require(in.get(1) == 0x20, "protocol " + in.get(1));
        long size = in.getInt(4) & 0xffff_ffffL;
        require(file.length == 14 + size + 2, "data of " + size + " in " + file.length);
        require(new String(file, 8, 4, StandardCharsets.US_ASCII).equals(".FIT"), "no .FIT");
        require((in.getShort(12) & 0xffff) == crc(file, 12), "checksum of the header");
        require((in.getShort(file.length - 2) & 0xffff) == crc(file, file.length - 2), "checksum");
        PlainFit fit = new PlainFit();
        in.position(14).limit(file.length - 2);
        while (in.hasRemaining()) {
            fit.next(in);
        }
        return fit;
    }

    private static void require(boolean holds, String what) throws IOException {
        if (!holds) {
            throw new IOException(what);
        }
    }

    private void next(ByteBuffer in) throws IOException {
        int header = in.get() & 0xff;
        require((header & 0x90) == 0, "header byte " + header);
        if ((header & 0x40) != 0) {
            definitions[header & 15] = definition(in, (header & 0x20) != 0);
            return;
        }
        require(header < 16 && definitions[header] != null, "message " + header + " without a definition");
        Definition definition = definitions[header];
        Map<Object, Object> fields = new LinkedHashMap<>();
        for (Field field : definition.fields) {
            byte[] bytes = new byte[field.size];
            in.get(bytes);
            Object value = value(ByteBuffer.wrap(bytes).order(definition.order), field.type);
            if (value != null) {
                require(fields.put(field.key, value) == null, "field twice: " + field.key);
            }
        }
        Message message = new Message(definition.number, fields);
        if (message.number == 206) {
            described.put(
                    message.whole(1),
                    new Described(
                            message.text(3), message.text(8), message.whole(2).intValue()));
        }
        messages.add(message);
    }

    private Definition definition(ByteBuffer in, boolean developer) throws IOException {
        require(in.get() == 0, "reserved byte");
        int architecture = in.get();
        require(architecture == 0 || architecture == 1, "architecture " + architecture);
        ByteOrder order = architecture == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int number = in.order(order).getShort() & 0xffff;
        in.order(ByteOrder.LITTLE_ENDIAN);
        List<Field> fields = new ArrayList<>();
        for (int left = in.get() & 0xff; left > 0; left--) {
            fields.add(new Field(in.get() & 0xff, in.get() & 0xff, in.get() & 0xff));
        }
        if (developer) {
            for (int left = in.get() & 0xff; left > 0; left--) {
                Described what = described.get((long) (in.get() & 0xff));
                int size = in.get() & 0xff;
                require(in.get() == 0, "developer index");
                require(what != null, "a developer field without a description");
                fields.add(new Field(what.name, size, what.type));
            }
        }
        return new Definition(number, order, fields);
    }

    private static Object value(ByteBuffer bytes, int type) throws IOException {
        int size = bytes.remaining();
        return switch (type) {
            case 0x00, 0x02 -> known(bytes.get() & 0xff, 0xff, size == 1);
            case 0x83 -> known(bytes.getShort(), 0x7fff, size == 2);
            case 0x84 -> known(bytes.getShort() & 0xffff, 0xffff, size == 2);
            case 0x86 -> known(bytes.getInt() & 0xffff_ffffL, 0xffff_ffffL, size == 4);
            case 0x8c -> known(bytes.getInt() & 0xffff_ffffL, 0, size == 4);
            case 0x88 -> {
                require(size == 4, "size " + size);
                float value = bytes.getFloat();
                yield Float.isNaN(value) ? null : (Double) (double) value;
            }
            case 0x07 -> {
                String text = StandardCharsets.UTF_8.decode(bytes).toString();
                require(text.indexOf('\0') >= 0, "text without a zero: " + text);
                text = text.substring(0, text.indexOf('\0'));
                yield text.isEmpty() ? null : text;
            }
            case 0x0d -> {
                byte[] raw = new byte[size];
                bytes.get(raw);
                yield raw;
            }
            default -> throw new IOException("base type " + type);
        };
    }

    private static Long known(long value, long invalid, boolean fits) throws IOException {
        require(fits, "size");
        return value == invalid ? null : (Long) value;
    }

    List<Message> messages() {
        return messages;
    }

    List<Message> messages(int number) {
        return messages.stream().filter(message -> message.number == number).toList();
    }

    Message only(int number) throws IOException {
        List<Message> all = messages(number);
        require(all.size() == 1, all.size() + " messages " + number);
        return all.getFirst();
    }

    /** By number. */
    Map<Long, Described> described() {
        return described;
    }
}
