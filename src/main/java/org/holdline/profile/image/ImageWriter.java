package org.holdline.profile.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.holdline.profile.DeviceForm;
import org.holdline.profile.form.Filled;

/** Builds the one image that a device profile has: the same profile and generation always give the same bytes. */
public final class ImageWriter {
    private final Filled profile;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private ImageWriter(Filled profile) {
        this.profile = profile;
    }

    /**
     * The image of a profile.
     *
     * @param profile of {@link DeviceForm#FORM}, complete
     * @param generation 1..{@link ImageLayout#MAX_GENERATION}
     */
    public static byte[] image(Filled profile, long generation) {
        if (generation < 1 || generation > ImageLayout.MAX_GENERATION) {
            throw new IllegalArgumentException(
                    "generation " + generation + ", expected 1.." + ImageLayout.MAX_GENERATION);
        }
        return new ImageWriter(profile).build(generation);
    }

    private byte[] build(long generation) {
        for (ImageRecord record : ImageRecord.values()) {
            if (record.isPerSensor()) {
                for (int sensor = 0; sensor < sensors(); sensor++) {
                    append(record, sensor);
                }
            } else if (record != ImageRecord.HAPTIC || profile.has("haptic")) {
                append(record, 0);
            }
        }
        byte[] values = body.toByteArray();
        byte[] image = new byte[ImageLayout.HEADER_BYTES + values.length];
        System.arraycopy(values, 0, image, ImageLayout.HEADER_BYTES, values.length);
        Bytes.put(image, ImageLayout.MAGIC_AT, 4, ImageLayout.MAGIC);
        Bytes.put(image, ImageLayout.LAYOUT_AT, 1, ImageLayout.LAYOUT);
        Bytes.put(image, ImageLayout.HEADER_BYTES_AT, 1, ImageLayout.HEADER_BYTES);
        Bytes.put(image, ImageLayout.BODY_BYTES_AT, 2, values.length);
        Bytes.put(image, ImageLayout.GENERATION_AT, 4, generation);
        text(image, ImageLayout.SERIAL_AT, profile.text("", "serial"));
        Bytes.put(image, ImageLayout.CREATED_AT, 4, profile.number("", "created"));
        text(image, ImageLayout.TOOL_AT, profile.text("", "tool"));
        Bytes.put(image, ImageLayout.BODY_CRC_AT, 4, Bytes.crc(values, 0, values.length));
        Bytes.put(image, ImageLayout.HEADER_CRC_AT, 4, Bytes.crc(image, 0, ImageLayout.HEADER_CRC_AT));
        return image;
    }

    private int sensors() {
        return profile.has("upper") ? 2 : 1;
    }

    private void append(ImageRecord record, int sensor) {
        byte[] bytes = new byte[ImageLayout.RECORD_HEADER_BYTES + record.bytes()];
        Bytes.put(bytes, 0, 2, record.type());
        Bytes.put(bytes, 2, 2, record.bytes());
        for (ImageRecord.Cell cell : record.cells()) {
            int at = ImageLayout.RECORD_HEADER_BYTES + cell.offset();
            Bytes.put(bytes, at, cell.type().bytes(), value(record, cell, sensor));
        }
        body.writeBytes(bytes);
    }

    private long value(ImageRecord record, ImageRecord.Cell cell, int sensor) {
        String table = Sections.table(record, cell, sensor);
        return switch (cell.field()) {
            case "imu" -> sensor;
            case "sensors" -> sensors();
            case "reserved" -> 0;
            case "slope_known" -> profile.find(table, "slope_dps_per_k").isPresent() ? 1 : 0;
            default -> {
                Optional<Object> value = profile.find(table, cell.field());
                yield value.isEmpty() ? 0 : number(value.get(), cell);
            }
        };
    }

    private static long number(Object value, ImageRecord.Cell cell) {
        return switch (value) {
            case Long number -> number;
            case List<?> row -> (Long) row.get(cell.index());
            case String word -> Sections.code(cell.field(), word);
            default -> throw new IllegalStateException(cell.field() + "=" + value);
        };
    }

    private static void text(byte[] image, int at, String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(ascii, 0, image, at, ascii.length);
    }
}
