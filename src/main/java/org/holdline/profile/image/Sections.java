package org.holdline.profile.image;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdline.profile.DeviceForm;

/** Where the form keeps what a record holds, and the codes of its words. */
final class Sections {
    /** Field to word to code. */
    static final Map<String, Map<String, Long>> CODES = Map.of(
            "part", Map.of("ICM42688P", 1L, "LSM6DSV16X", 2L, "MPU6050", 3L, "OTHER", 255L),
            "motor", Map.of("ERM", 1L, "LRA", 2L),
            "axes", numbered(DeviceForm.AXES.words()));

    private Sections() {}

    /** Table of the form that a cell comes from. */
    static String table(ImageRecord record, ImageRecord.Cell cell, int sensor) {
        if (!record.isPerSensor()) {
            return cell.table();
        }
        String name = DeviceForm.SENSORS.get(sensor);
        return cell.table().isEmpty() ? name : name + "." + cell.table();
    }

    /** Code of a word of that field. */
    static long code(String field, String word) {
        Long code = CODES.getOrDefault(field, Map.of()).get(word);
        if (code == null) {
            throw new IllegalArgumentException(field + "=" + word);
        }
        return code;
    }

    private static Map<String, Long> numbered(List<String> words) {
        Map<String, Long> codes = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            codes.put(words.get(i), (long) i);
        }
        return Map.copyOf(codes);
    }
}
