package org.holdline.profile.image;

import static org.holdline.profile.image.ImageRecord.Type.I16;
import static org.holdline.profile.image.ImageRecord.Type.I32;
import static org.holdline.profile.image.ImageRecord.Type.U16;
import static org.holdline.profile.image.ImageRecord.Type.U32;
import static org.holdline.profile.image.ImageRecord.Type.U8;

import java.util.List;
import org.holdline.profile.DeviceForm;
import org.holdline.profile.form.Shape.Quantity;

/** The records of an image in the order in which they stand, with the form's field behind each number. */
enum ImageRecord {
    HARDWARE(
            0x8001,
            false,
            4,
            List.of(
                    new Cell("", "hardware_major", 0, U8, 0, 255),
                    new Cell("", "hardware_minor", 1, U8, 0, 255),
                    new Cell("", "sensors", 2, U8, 1, 2),
                    new Cell("", "reserved", 3, U8, 0, 0))),
    SENSOR(
            0x8002,
            true,
            4,
            List.of(
                    new Cell("", "imu", 0, U8, 0, 1),
                    new Cell("", "part", 1, U8, 1, 255),
                    new Cell("", "axes", 2, U8, 0, 23),
                    new Cell("", "reserved", 3, U8, 0, 0))),
    ACCEL(
            0x8003,
            true,
            60,
            List.of(
                    new Cell("accel", "imu", 0, U8, 0, 1),
                    new Cell("accel", "faces", 1, U8, 6, 255),
                    new Cell("accel", "reserved", 2, U16, 0, 0),
                    cell("accel", "bias_mg", 0, 4, DeviceForm.ACCEL_BIAS_MG),
                    cell("accel", "bias_mg", 1, 8, DeviceForm.ACCEL_BIAS_MG),
                    cell("accel", "bias_mg", 2, 12, DeviceForm.ACCEL_BIAS_MG),
                    cell("accel", "matrix", 0, 16, DeviceForm.SCALE),
                    cell("accel", "matrix", 1, 20, DeviceForm.CROSS_AXIS),
                    cell("accel", "matrix", 2, 24, DeviceForm.CROSS_AXIS),
                    cell("accel", "matrix", 3, 28, DeviceForm.CROSS_AXIS),
                    cell("accel", "matrix", 4, 32, DeviceForm.SCALE),
                    cell("accel", "matrix", 5, 36, DeviceForm.CROSS_AXIS),
                    cell("accel", "matrix", 6, 40, DeviceForm.CROSS_AXIS),
                    cell("accel", "matrix", 7, 44, DeviceForm.CROSS_AXIS),
                    cell("accel", "matrix", 8, 48, DeviceForm.SCALE),
                    cell("accel", "residual_rms_mg", 52, DeviceForm.RESIDUAL_MG, U32),
                    cell("accel", "residual_max_mg", 56, DeviceForm.RESIDUAL_MG, U32))),
    GYRO(
            0x8004,
            true,
            36,
            List.of(
                    new Cell("gyro", "imu", 0, U8, 0, 1),
                    new Cell("gyro", "slope_known", 1, U8, 0, 1),
                    cell("gyro", "at_celsius", 2, DeviceForm.CELSIUS, I16),
                    cell("gyro", "from_celsius", 4, DeviceForm.CELSIUS, I16),
                    cell("gyro", "to_celsius", 6, DeviceForm.CELSIUS, I16),
                    cell("gyro", "bias_dps", 0, 8, DeviceForm.GYRO_BIAS_DPS),
                    cell("gyro", "bias_dps", 1, 12, DeviceForm.GYRO_BIAS_DPS),
                    cell("gyro", "bias_dps", 2, 16, DeviceForm.GYRO_BIAS_DPS),
                    cell("gyro", "slope_dps_per_k", 0, 20, DeviceForm.GYRO_SLOPE),
                    cell("gyro", "slope_dps_per_k", 1, 24, DeviceForm.GYRO_SLOPE),
                    cell("gyro", "slope_dps_per_k", 2, 28, DeviceForm.GYRO_SLOPE),
                    cell("gyro", "noise_dps", 32, DeviceForm.NOISE_DPS, U32))),
    HAPTIC(
            0x0005,
            false,
            8,
            List.of(
                    new Cell("haptic", "motor", 0, U8, 1, 2),
                    new Cell("haptic", "compensation", 1, U8, 0, 255),
                    new Cell("haptic", "back_emf", 2, U8, 0, 255),
                    new Cell("haptic", "feedback", 3, U8, 0, 255),
                    new Cell("haptic", "rated_mv", 4, U16, 500, 5_600),
                    new Cell("haptic", "clamp_mv", 6, U16, 500, 5_600)));

    /** How a number stands in memory, little-endian. */
    enum Type {
        U8(1),
        U16(2),
        I16(2),
        U32(4),
        I32(4);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        int bytes() {
            return bytes;
        }
    }

    /**
     * One number.
     *
     * @param table of the form, without the sensor's name
     * @param field of the form; {@code imu}, {@code sensors}, {@code slope_known} and {@code reserved} are the image's own
     * @param index in a row or matrix, -1 where the field is one number
     * @param offset in the record's value
     * @param low lowest value, in the form's whole numbers
     */
    record Cell(String table, String field, int index, int offset, Type type, long low, long high) {
        Cell(String table, String field, int offset, Type type, long low, long high) {
            this(table, field, -1, offset, type, low, high);
        }
    }

    private final int type;
    private final boolean perSensor;
    private final int bytes;
    // Made by List.of.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Cell> cells;

    ImageRecord(int type, boolean perSensor, int bytes, List<Cell> cells) {
        this.type = type;
        this.perSensor = perSensor;
        this.bytes = bytes;
        this.cells = cells;
    }

    private static Cell cell(String table, String field, int index, int offset, Quantity bounds) {
        return new Cell(table, field, index, offset, I32, bounds.low(), bounds.high());
    }

    private static Cell cell(String table, String field, int offset, Quantity bounds, Type type) {
        return new Cell(table, field, -1, offset, type, bounds.low(), bounds.high());
    }

    /** With bit 15 where it is critical. */
    int type() {
        return type;
    }

    /** Order in the body: by number, the critical bit aside. */
    static int order(int type) {
        return type & ~ImageLayout.CRITICAL;
    }

    /** True when there is one a sensor, which its first byte names. */
    boolean isPerSensor() {
        return perSensor;
    }

    /** Bytes of its value. */
    int bytes() {
        return bytes;
    }

    List<Cell> cells() {
        return cells;
    }
}
