package org.holdline.link.wire;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Golden vectors of profile images. */
final class ImageVectors {
    static final String BASE = "one sensor";

    private static final String EXPLANATION = """
            Profile images. image: hexadecimal, or 'NAME < n' for the first n bytes of the image of that name, or 'NAME ^ n' for that image with
            bit n % 8 of byte n / 8 flipped. fault, offset: what the check must find first, NONE 0 for a valid image. fields: of a valid image,
            in the order of its bytes, reserved ones and unknown records left out; - without.
            """;
    private static final String SERIAL = CalibrationDialogues.SERIAL;

    private final Schema schema;
    private final Table table = new Table(EXPLANATION, "name", "image", "fault", "offset", "fields");
    private final byte[] base;

    ImageVectors(Schema schema) {
        this.schema = schema;
        base = PlainImage.image(1, SERIAL, PlainImage.body(schema, 1, false, true));
        good();
        headers();
        records();
        together();
        fields();
        for (int i = 0; i < base.length; i++) {
            write("cut after " + i, BASE + " < " + i, Arrays.copyOf(base, i));
        }
        for (int bit = 0; bit < 8 * base.length; bit++) {
            write("bit " + bit + " flipped", BASE + " ^ " + bit, MadeStreams.flipped(base, bit / 8, bit % 8));
        }
    }

    @Override
    public String toString() {
        return table.toString();
    }

    /** The image of a row. */
    static byte[] bytes(String image, byte[] base) {
        String[] words = image.split(" [<^] ", -1);
        if (words.length == 1) {
            return PlainWire.bytes(image);
        }
        int number = Integer.parseInt(words[1]);
        return image.contains("<") ? Arrays.copyOf(base, number) : MadeStreams.flipped(base, number / 8, number % 8);
    }

    private void write(String name, String shown, byte[] image) {
        PlainImage.Fault fault = PlainImage.check(schema, image, Optional.empty());
        boolean valid = fault.equals(PlainImage.Fault.NONE);
        table.row(name, shown, fault.name(), fault.offset(), valid ? PlainImage.text(schema, image) : "-");
    }

    /** An image that must have this fault; the plain check has to see it too. */
    private void row(String fault, String name, byte[] image) {
        PlainImage.Fault found = PlainImage.check(schema, image, Optional.empty());
        if (!found.name().equals(fault)) {
            throw new IllegalStateException(name + ": " + found + ", expected " + fault);
        }
        write(name, PlainWire.hex(image), image);
    }

    private byte[] of(byte[]... records) {
        return PlainImage.image(7, SERIAL, PlainWire.join(records));
    }

    private byte[] record(String name, Object... fields) {
        Map<String, Long> values = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put((String) fields[i], ((Number) fields[i + 1]).longValue());
        }
        return PlainImage.record(schema, name, values);
    }

    private static byte[] unknown(int type, int bytes) {
        byte[] record = new byte[4 + bytes];
        PlainImage.put(record, 0, 2, type);
        PlainImage.put(record, 2, 2, bytes);
        Arrays.fill(record, 4, record.length, (byte) 0xA5);
        return record;
    }

    private void good() {
        byte[] two = PlainImage.body(schema, 2, true, true);
        row("NONE", BASE, base);
        row("NONE", "two sensors, slopes, motor", PlainImage.image(0xFFFFFFFEL, "A", two));
        row("NONE", "no motor, slopes", PlainImage.image(9, SERIAL, PlainImage.body(schema, 1, true, false)));
        row("NONE", "two sensors, no motor", PlainImage.image(2, "z", PlainImage.body(schema, 2, false, false)));
        row("NONE", "unknown record of no bytes", of(two, unknown(6, 0)));
        row("NONE", "unknown records, one twice", of(two, unknown(6, 5), unknown(6, 1), unknown(0x7FFF, 3)));
        row("NONE", "unknown record in front", of(unknown(0, 2), two));
        row("NONE", "known number without bit 15", of(unknown(1, 4), two));
        row("NONE", "longest", of(two, unknown(6, 896 - two.length - 4)));
    }

    private byte[] with(int at, int bytes, long value) {
        byte[] image = base.clone();
        PlainImage.put(image, at, bytes, value);
        return PlainImage.resealed(image);
    }

    private void headers() {
        row("MAGIC", "another magic", with(0, 4, 0x48504C48));
        row("LAYOUT", "layout 2", with(4, 1, 2));
        row("LAYOUT", "layout 0", with(4, 1, 0));
        row("LENGTH", "header of 63 bytes", with(5, 1, 63));
        row("LENGTH", "header of 65 bytes", with(5, 1, 65));
        row("LENGTH", "body of no bytes", with(6, 2, 0));
        row("LENGTH", "body of 897 bytes", with(6, 2, 897));
        row("LENGTH", "body one byte shorter than it is", with(6, 2, base.length - 65));
        row("LENGTH", "body one byte longer than it is", with(6, 2, base.length - 63));
        row("LENGTH", "a byte behind", PlainWire.join(base, new byte[1]));
        row("LENGTH", "too long by a byte", PlainImage.image(1, SERIAL, new byte[897]));
        row("RANGE", "generation 0", with(8, 4, 0));
        row("RANGE", "generation 4294967295", with(8, 4, 0xFFFFFFFFL));
        for (int at = 48; at < 60; at++) {
            row("RESERVED", "reserved byte " + at, with(at, 1, 1));
        }
        row("SERIAL", "no serial number", with(12, 1, 0));
        row("SERIAL", "serial number with a hole", with(14, 1, 0));
        row("NONE", "serial number of 11 characters", with(23, 1, 0));
        row("NONE", "created at the last second", with(24, 4, 0xFFFFFFFFL));
        row("RANGE", "no tool", with(28, 1, 0));
        row("RANGE", "tool with a hole", with(30, 1, 0));
        row("RANGE", "tool with something behind zeros", with(43, 1, 'x'));
        for (int c : new int[] {0x1F, 0x7F, '"', '\\', 0x80, 0xE4, 0xFF, 0x0A}) {
            row("RANGE", "tool with byte " + c, with(29, 1, c));
        }
        for (int c : new int[] {' ', '-', '/', ':', '@', '[', '`', '{', 0x80, 0xE4, 0xFF}) {
            row("SERIAL", "serial number with byte " + c, with(17, 1, c));
        }
        row("NONE", "tool with a blank and a tilde", with(29, 2, 0x7E20));
        byte[] crc = base.clone();
        crc[60] ^= 1;
        row("HEADER_CRC", "another header CRC", crc);
        byte[] both = with(4, 1, 2);
        both[60] ^= 1;
        row("HEADER_CRC", "another header CRC in front of layout 2", both);
        byte[] body = base.clone();
        body[base.length - 1] ^= 1;
        row("BODY_CRC", "another last byte", body);
    }

    private void records() {
        byte[] hardware = record("HARDWARE");
        byte[] sensor = record("SENSOR");
        byte[] accel = record("ACCEL");
        byte[] gyro = record("GYRO");
        byte[] haptic = record("HAPTIC");
        row("RECORD", "one byte of a record", of(hardware, sensor, accel, gyro, new byte[1]));
        row("RECORD", "three bytes of a record", of(hardware, sensor, accel, gyro, new byte[3]));
        row("RECORD", "a record runs past the end", of(hardware, sensor, accel, Arrays.copyOf(gyro, gyro.length - 1)));
        row("RECORD", "an unknown record runs past the end", of(hardware, sensor, accel, gyro, new byte[] {6, 0, 1, 0
        }));
        row("RECORD", "out of order", of(hardware, accel, sensor, gyro));
        row("RECORD", "an unknown record out of order", of(hardware, sensor, accel, gyro, haptic, unknown(4, 1)));
        row("RECORD", "a record that is too long", of(hardware, sensor, accel, unknown(0x8004, 37)));
        row("RECORD", "a record that is too short", of(hardware, sensor, accel, gyro, unknown(5, 7)));
        row("CRITICAL", "an unknown critical record", of(hardware, sensor, accel, gyro, unknown(0x8006, 4)));
        row("CRITICAL", "critical record 0", of(unknown(0x8000, 0), hardware, sensor, accel, gyro));
        row("CRITICAL", "known number with bit 15", of(hardware, sensor, accel, gyro, unknown(0x8005, 8)));
        row("REPEATED", "two boards", of(hardware, hardware, sensor, accel, gyro));
        row("REPEATED", "a sensor twice", of(hardware, sensor, sensor, accel, gyro));
        row("REPEATED", "a gyroscope twice", of(hardware, sensor, accel, gyro, gyro));
        row("REPEATED", "two motors", of(hardware, sensor, accel, gyro, haptic, haptic));
        row("MISSING", "no board", of(sensor, accel, gyro));
        row("MISSING", "no sensor", of(hardware, accel, gyro));
        row("MISSING", "no accelerometer", of(hardware, sensor, gyro));
        row("MISSING", "no gyroscope", of(hardware, sensor, accel, haptic));
        row("MISSING", "nothing but something unknown", of(unknown(6, 0)));
        row("MISSING", "second sensor first", of(hardware, record("SENSOR", "imu", 1), accel, gyro));
        byte[] twoBoards = record("HARDWARE", "sensors", 2);
        row("MISSING", "one of two sensors", of(twoBoards, sensor, accel, gyro));
        byte[] second = record("SENSOR", "imu", 1);
        row("MISSING", "one of two accelerometers", of(twoBoards, sensor, second, accel, gyro));
        row("RANGE", "a sensor too many", of(hardware, sensor, second, accel, gyro));
        row("RANGE", "a gyroscope too many", of(hardware, sensor, accel, gyro, record("GYRO", "imu", 1)));
    }

    private void together() {
        byte[] front = PlainWire.join(record("HARDWARE"), record("SENSOR"));
        byte[] accel = record("ACCEL");
        byte[] gyro = record("GYRO");
        row(
                "RANGE",
                "residuals the wrong way round",
                of(front, record("ACCEL", "residual_rms_ug", 501, "residual_max_ug", 500), gyro));
        row(
                "NONE",
                "equal residuals",
                of(front, record("ACCEL", "residual_rms_ug", 500, "residual_max_ug", 500), gyro));
        row("RANGE", "colder than measured", of(front, accel, record("GYRO", "at_cdeg", 1899)));
        row("NONE", "as cold as measured", of(front, accel, record("GYRO", "at_cdeg", 1900)));
        row("RANGE", "warmer than measured", of(front, accel, record("GYRO", "at_cdeg", 4401)));
        row(
                "NONE",
                "one temperature, below zero",
                of(front, accel, record("GYRO", "at_cdeg", -1, "from_cdeg", -1, "to_cdeg", -1)));
        row(
                "RANGE",
                "a slope over 9.99 K",
                of(front, accel, record("GYRO", "slope_known", 1, "at_cdeg", -100, "from_cdeg", -500, "to_cdeg", 499)));
        row(
                "NONE",
                "a slope over 10 K",
                of(front, accel, record("GYRO", "slope_known", 1, "at_cdeg", -100, "from_cdeg", -500, "to_cdeg", 500)));
        for (String axis : new String[] {"x", "y", "z"}) {
            String field = "slope_" + axis + "_udps_per_k";
            row("RANGE", "a slope in " + axis + " that is not known", of(front, accel, record("GYRO", field, 1)));
        }
        byte[] wrong = record("ACCEL", "residual_rms_ug", 2, "residual_max_ug", 1);
        row(
                "RANGE",
                "an accelerometer's contradiction before a gyroscope's",
                of(front, wrong, record("GYRO", "at_cdeg", 0)));
        row("MISSING", "a missing record before a contradiction", of(front, wrong));
    }

    /** Each number at its bounds and beyond, as far as its width goes. */
    private void fields() {
        int at = 64;
        for (Schema.ImageRecord record : schema.image().records()) {
            for (Schema.Field field : record.fields()) {
                long[] values = {field.min() - 1, field.min(), field.max(), field.max() + 1};
                for (long value : values) {
                    byte[] image = with(at + 4 + field.offset(), field.bytes(), value);
                    if (PlainImage.number(image, at + 4 + field.offset(), field.type()) == value) {
                        write(record.name() + " " + field.name() + " = " + value, PlainWire.hex(image), image);
                    }
                }
            }
            at += 4 + record.bytes();
        }
        for (int part : new int[] {4, 254}) {
            row("RANGE", "part " + part, with(64 + 8 + 4 + 1, 1, part));
        }
    }
}
