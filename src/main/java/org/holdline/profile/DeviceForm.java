package org.holdline.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.holdline.profile.form.Field;
import org.holdline.profile.form.Filled;
import org.holdline.profile.form.Form;
import org.holdline.profile.form.Form.Breach;
import org.holdline.profile.form.Section;
import org.holdline.profile.form.Section.Presence;
import org.holdline.profile.form.Shape;
import org.holdline.profile.form.Shape.Matrix;
import org.holdline.profile.form.Shape.Moment;
import org.holdline.profile.form.Shape.Quantity;
import org.holdline.profile.form.Shape.Row;
import org.holdline.profile.form.Shape.Text;
import org.holdline.profile.form.Shape.Word;

/**
 * The fields of a device profile. Their whole numbers are those of the binary image; a bound that a healthy part of the
 * kind never reaches says that the measurement failed, not that the part is special.
 */
public final class DeviceForm {
    /** Sensors by their place on the back, lower (or only) first. */
    public static final List<String> SENSORS = List.of("lower", "upper");

    /** Zero-g offset: datasheets of consumer IMUs allow 20 to 60 mg after soldering; more than 150 mg is a fault. */
    public static final Quantity ACCEL_BIAS_MG = new Quantity(3, -150_000, 150_000, "mg");

    /** Sensitivity of an axis as a factor. */
    public static final Quantity SCALE = new Quantity(6, 900_000, 1_100_000, "");

    /** Cross-axis share: 0.05 is a part turned by 2.9 deg on its board. */
    public static final Quantity CROSS_AXIS = new Quantity(6, -50_000, 50_000, "");

    /** Zero-rate offset. */
    public static final Quantity GYRO_BIAS_DPS = new Quantity(6, -10_000_000, 10_000_000, "deg/s");

    /** Change of the zero-rate offset with temperature; datasheets give 0.005 to 0.05 deg/s a kelvin. */
    public static final Quantity GYRO_SLOPE = new Quantity(6, -500_000, 500_000, "deg/s per K");

    public static final Quantity CELSIUS = new Quantity(2, -4_000, 8_500, "deg C");
    public static final Quantity RESIDUAL_MG = new Quantity(3, 0, 3_000, "mg");
    public static final Quantity NOISE_DPS = new Quantity(6, 0, 1_000_000, "deg/s");

    /** Two temperatures nearer than this give no slope, hundredths of a kelvin. */
    public static final int MIN_SLOPE_SPAN_CELSIUS = 1_000;

    /** Twelve letters and digits at most, as the link carries it. */
    public static final Text SERIAL =
            new Text(Pattern.compile("[A-Za-z0-9]{1,12}"), "1 to 12 letters and digits, as printed on the clip");

    /** Which axis of the chip points forward, left and up: every way in which a box can be turned, none mirrored. */
    public static final Word AXES = new Word(rotations());

    public static final List<String> PARTS = List.of("ICM42688P", "LSM6DSV16X", "MPU6050", "OTHER");

    public static final Form FORM = new Form(
            "device",
            1,
            "A device profile: what one clip's sensors and motor measured on the bench. It belongs to this serial number\n"
                    + "and to no other, and holds nothing of any runner.",
            sections(),
            List.of(DeviceForm::together),
            List.of());

    private DeviceForm() {}

    private static List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("", Presence.ONCE, "", opening()));
        for (String sensor : SENSORS) {
            boolean lower = sensor.equals("lower");
            Presence presence = lower ? Presence.ONCE : Presence.AT_MOST_ONCE;
            String doc = lower ? "The lower, or only, IMU." : "The upper IMU of a clip with two.";
            sections.add(new Section(sensor, presence, doc, part()));
            sections.add(new Section(
                    sensor + ".accel", Presence.ONCE, "Accelerometer: true = matrix (raw - bias).", accel()));
            sections.add(new Section(
                    sensor + ".gyro",
                    Presence.ONCE,
                    "Gyroscope at rest: true = raw - bias - slope (temperature - at).",
                    gyro()));
        }
        sections.add(new Section(
                "haptic", Presence.AT_MOST_ONCE, "What the DRV2605L found in its auto-calibration.", haptic()));
        return List.copyOf(sections);
    }

    private static List<Breach> together(Filled profile) {
        List<Breach> found = new ArrayList<>();
        for (String sensor : SENSORS) {
            if (profile.has(sensor)) {
                accelTogether(profile, sensor + ".accel", found);
                gyroTogether(profile, sensor + ".gyro", found);
            }
        }
        return found;
    }

    private static void accelTogether(Filled profile, String table, List<Breach> found) {
        if (profile.number(table, "residual_rms_mg") > profile.number(table, "residual_max_mg")) {
            found.add(new Breach(
                    table, "residual_rms_mg", "residual_rms_mg is above residual_max_mg, expected at most that"));
        }
    }

    private static void gyroTogether(Filled profile, String table, List<Breach> found) {
        long at = profile.number(table, "at_celsius");
        long from = profile.number(table, "from_celsius");
        long to = profile.number(table, "to_celsius");
        if (at < from || at > to) {
            found.add(new Breach(table, "at_celsius", "at_celsius, expected from_celsius..to_celsius"));
        }
        if (profile.find(table, "slope_dps_per_k").isPresent() && to - from < MIN_SLOPE_SPAN_CELSIUS) {
            found.add(new Breach(
                    table,
                    "slope_dps_per_k",
                    "a slope over less than 10 K is noise, expected from_celsius and to_celsius at least 10 apart"));
        }
    }

    private static List<Field> opening() {
        return Form.opening(
                "device",
                new Field("serial", SERIAL, true, "Serial number of the clip.", "HL0001"),
                new Field("hardware_major", new Quantity(0, 0, 255, ""), true, "Board revision.", 1L),
                new Field("hardware_minor", new Quantity(0, 0, 255, ""), true, "Variant of that revision.", 0L),
                new Field("created", new Moment(), true, "When it was measured.", 1_777_890_600L),
                new Field(
                        "tool",
                        new Text(
                                Pattern.compile("[ !#-\\[\\]-~]{1,16}"),
                                "1 to 16 printable ASCII characters without quotes and backslashes"),
                        true,
                        "What made it.",
                        "holdline"));
    }

    private static List<Field> part() {
        return List.of(
                new Field("part", new Word(PARTS), true, "The chip.", "ICM42688P"),
                new Field(
                        "axes",
                        AXES,
                        true,
                        "Which axes of what the clip delivers point forward, left and up.",
                        "+x+y+z"));
    }

    private static List<Field> accel() {
        return List.of(
                new Field(
                        "bias_mg",
                        new Row(3, ACCEL_BIAS_MG),
                        true,
                        "Offset of each axis.",
                        List.of(4_200L, -11_750L, 18_031L)),
                new Field(
                        "matrix",
                        new Matrix(SCALE, CROSS_AXIS),
                        true,
                        "Scale on the diagonal, misalignment beside it.",
                        List.of(1_002_100L, -1_300L, 400L, 900L, 998_700L, 2_200L, -350L, 1_100L, 1_004_050L)),
                new Field("faces", new Quantity(0, 6, 255, ""), true, "Resting positions measured.", 6L),
                new Field(
                        "residual_rms_mg",
                        RESIDUAL_MG,
                        true,
                        "What is left of | |a| - 1 g | over the positions.",
                        810L),
                new Field("residual_max_mg", RESIDUAL_MG, true, "The largest of them.", 1_460L));
    }

    private static List<Field> gyro() {
        return List.of(
                new Field(
                        "bias_dps",
                        new Row(3, GYRO_BIAS_DPS),
                        true,
                        "Offset of each axis.",
                        List.of(312_000L, -148_500L, 61_000L)),
                new Field("at_celsius", CELSIUS, true, "Temperature of that offset.", 2_450L),
                new Field(
                        "slope_dps_per_k",
                        new Row(3, GYRO_SLOPE),
                        false,
                        "Change with temperature; measured over at least 10 K, absent otherwise.",
                        List.of(4_100L, -2_300L, 900L)),
                new Field("from_celsius", CELSIUS, true, "Lowest temperature measured.", 1_500L),
                new Field("to_celsius", CELSIUS, true, "Highest temperature measured.", 3_600L),
                new Field("noise_dps", NOISE_DPS, true, "Root mean square about the offset at rest.", 52_000L));
    }

    private static List<Field> haptic() {
        Shape register = new Quantity(0, 0, 255, "");
        return List.of(
                new Field("motor", new Word(List.of("ERM", "LRA")), true, "Kind of motor.", "LRA"),
                new Field("rated_mv", new Quantity(0, 500, 5_600, "mV"), true, "Rated voltage.", 2_000L),
                new Field("clamp_mv", new Quantity(0, 500, 5_600, "mV"), true, "Overdrive clamp.", 2_700L),
                new Field("compensation", register, true, "Register 0x18, A_CAL_COMP.", 12L),
                new Field("back_emf", register, true, "Register 0x19, A_CAL_BEMF.", 108L),
                new Field("feedback", register, true, "Register 0x1A, FEEDBACK_CTRL.", 182L));
    }

    /** Signed permutations of determinant +1, the identity first. */
    private static List<String> rotations() {
        String[] axes = {"x", "y", "z"};
        List<String> found = new ArrayList<>();
        for (int first = 0; first < 3; first++) {
            for (int turn = 1; turn <= 2; turn++) {
                int second = (first + turn) % 3;
                int third = 3 - first - second;
                for (int signs = 0; signs < 8; signs++) {
                    // An odd permutation mirrors; so does an odd number of minus signs.
                    if ((turn == 1) == (Integer.bitCount(signs) % 2 == 0)) {
                        found.add(signed(signs, 4, axes[first])
                                + signed(signs, 2, axes[second])
                                + signed(signs, 1, axes[third]));
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private static String signed(int signs, int bit, String axis) {
        return ((signs & bit) == 0 ? "+" : "-") + axis;
    }
}
