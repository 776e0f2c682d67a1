package org.holdline.profile.image;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdline.profile.DeviceForm;
import org.holdline.profile.form.Filled;
import org.jspecify.annotations.Nullable;

/**
 * Reads an image and refuses it at its first fault, in the order of its bytes: header, CRC, records, values. A clip goes
 * through the same steps in the same order, so that both give the same fault and offset.
 */
public final class ImageReader {
    private final byte[] image;
    private final Map<ImageRecord, List<Integer>> found = new EnumMap<>(ImageRecord.class);

    private ImageReader(byte[] image) {
        this.image = image;
    }

    /**
     * The profile in an image, all of it checked.
     *
     * @throws ImageException at the first fault
     */
    public static Filled profile(byte[] image) throws ImageException {
        ImageReader reader = new ImageReader(image);
        ImageHeader header = reader.check();
        return reader.fill(header);
    }

    /**
     * Header of an image, all of which was checked.
     *
     * @throws ImageException at the first fault
     */
    public static ImageHeader header(byte[] image) throws ImageException {
        return new ImageReader(image).check();
    }

    private ImageHeader check() throws ImageException {
        ImageHeader header = ImageHeader.of(image);
        require(image.length == header.imageBytes(), ImageFault.LENGTH, ImageLayout.BODY_BYTES_AT);
        require(
                Bytes.crc(image, ImageLayout.HEADER_BYTES, header.bodyBytes()) == header.bodyCrc(),
                ImageFault.BODY_CRC,
                ImageLayout.BODY_CRC_AT);
        walk();
        checkPresence();
        checkTogether();
        return header;
    }

    private void walk() throws ImageException {
        int at = ImageLayout.HEADER_BYTES;
        int last = 0;
        while (at < image.length) {
            require(image.length - at >= ImageLayout.RECORD_HEADER_BYTES, ImageFault.RECORD, at);
            int type = Bytes.u16(image, at);
            int bytes = Bytes.u16(image, at + 2);
            int value = at + ImageLayout.RECORD_HEADER_BYTES;
            require(image.length - value >= bytes, ImageFault.RECORD, at + 2);
            require(ImageRecord.order(type) >= last, ImageFault.RECORD, at);
            last = ImageRecord.order(type);
            Optional<ImageRecord> known = known(type);
            if (known.isPresent()) {
                take(known.get(), value, bytes);
            } else {
                require((type & ImageLayout.CRITICAL) == 0, ImageFault.CRITICAL, at);
            }
            at = value + bytes;
        }
    }

    private static Optional<ImageRecord> known(int type) {
        for (ImageRecord record : ImageRecord.values()) {
            if (record.type() == type) {
                return Optional.of(record);
            }
        }
        return Optional.empty();
    }

    private void take(ImageRecord record, int value, int bytes) throws ImageException {
        require(bytes == record.bytes(), ImageFault.RECORD, value - 2);
        for (ImageRecord.Cell cell : record.cells()) {
            int at = value + cell.offset();
            long number = Bytes.number(image, at, cell.type());
            boolean reserved = cell.field().equals("reserved");
            boolean within = number >= cell.low() && number <= cell.high();
            require(within, reserved ? ImageFault.RESERVED : ImageFault.RANGE, at);
            Map<String, Long> codes = Sections.CODES.get(cell.field());
            require(codes == null || codes.containsValue(number), ImageFault.RANGE, at);
        }
        List<Integer> before = found.computeIfAbsent(record, _ -> new ArrayList<>());
        int sensor = record.isPerSensor() ? Bytes.u8(image, value) : 0;
        require(before.size() == sensor, before.size() > sensor ? ImageFault.REPEATED : ImageFault.MISSING, value);
        before.add(value);
    }

    private void checkPresence() throws ImageException {
        List<Integer> hardware = found.getOrDefault(ImageRecord.HARDWARE, List.of());
        require(!hardware.isEmpty(), ImageFault.MISSING, image.length);
        int sensors = Bytes.u8(image, hardware.getFirst() + 2);
        for (ImageRecord record : ImageRecord.values()) {
            int count = found.getOrDefault(record, List.of()).size();
            require(!record.isPerSensor() || count >= sensors, ImageFault.MISSING, image.length);
            require(!record.isPerSensor() || count <= sensors, ImageFault.RANGE, hardware.getFirst() + 2);
        }
    }

    /** What each value allows alone may contradict another. */
    private void checkTogether() throws ImageException {
        for (int value : found.getOrDefault(ImageRecord.ACCEL, List.of())) {
            require(Bytes.u32(image, value + 52) <= Bytes.u32(image, value + 56), ImageFault.RANGE, value + 52);
        }
        for (int value : found.getOrDefault(ImageRecord.GYRO, List.of())) {
            long at = Bytes.number(image, value + 2, ImageRecord.Type.I16);
            long from = Bytes.number(image, value + 4, ImageRecord.Type.I16);
            long to = Bytes.number(image, value + 6, ImageRecord.Type.I16);
            require(from <= at && at <= to, ImageFault.RANGE, value + 2);
            boolean slopeKnown = image[value + 1] == 1;
            require(!slopeKnown || to - from >= DeviceForm.MIN_SLOPE_SPAN_CELSIUS, ImageFault.RANGE, value + 1);
            for (int axis = 0; axis < 3; axis++) {
                int slope = value + 20 + 4 * axis;
                require(slopeKnown || Bytes.i32(image, slope) == 0, ImageFault.RANGE, slope);
            }
        }
    }

    private Filled fill(ImageHeader header) {
        Filled filled = new Filled(DeviceForm.FORM);
        Map<String, Object> opening = filled.add("");
        opening.put("version", 1L);
        opening.put("kind", DeviceForm.FORM.kind());
        opening.put("serial", header.serial());
        opening.put("created", header.createdS());
        opening.put("tool", header.tool());
        for (Map.Entry<ImageRecord, List<Integer>> each : found.entrySet()) {
            for (int sensor = 0; sensor < each.getValue().size(); sensor++) {
                fill(filled, each.getKey(), sensor, each.getValue().get(sensor));
            }
        }
        return filled;
    }

    private void fill(Filled filled, ImageRecord record, int sensor, int value) {
        boolean slopeKnown = record == ImageRecord.GYRO && image[value + 1] == 1;
        for (ImageRecord.Cell cell : record.cells()) {
            boolean own = switch (cell.field()) {
                case "imu", "sensors", "slope_known", "reserved" -> true;
                case "slope_dps_per_k" -> !slopeKnown;
                default -> false;
            };
            if (own) {
                continue;
            }
            String name = Sections.table(record, cell, sensor);
            List<Map<String, Object>> tables = filled.all(name);
            Map<String, Object> table = tables.isEmpty() ? filled.add(name) : tables.getFirst();
            long number = Bytes.number(image, value + cell.offset(), cell.type());
            Object before = table.get(cell.field());
            table.put(cell.field(), shaped(cell, number, before));
        }
    }

    private static Object shaped(ImageRecord.Cell cell, long number, @Nullable Object before) {
        Map<String, Long> codes = Sections.CODES.get(cell.field());
        if (codes != null) {
            return codes.entrySet().stream()
                    .filter(code -> code.getValue() == number)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
        }
        if (cell.index() < 0) {
            return number;
        }
        List<Object> row = before instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>();
        row.add(number);
        return List.copyOf(row);
    }

    private static void require(boolean holds, ImageFault fault, int offset) throws ImageException {
        if (!holds) {
            throw new ImageException(fault, offset);
        }
    }
}
