package org.holdline.profile.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.holdline.profile.DeviceForm;
import org.holdline.profile.form.Filled;
import org.holdline.profile.form.Shape.Quantity;

/** Puts what the rests of a clip's sensors say into a device profile, or refuses it with the reason. */
public final class Bench {
    /**
     * What the clip is, as its maker says.
     *
     * @param parts of the sensors, lower (or only) first; words of {@link DeviceForm#PARTS}
     * @param createdS when it was measured, seconds since 1970
     * @param celsius of the room for a stream without temperature, NaN when nobody said
     */
    public record About(
            String serial, int hardwareMajor, int hardwareMinor, List<String> parts, long createdS, double celsius) {}

    private static final String TOOL = "holdline";

    private Bench() {}

    /**
     * The profile.
     *
     * @param rests of each sensor, in the order of the parts
     * @throws BenchException when they do not bear it out
     */
    public static Filled profile(About about, List<List<Rest>> rests) throws BenchException {
        Filled profile = new Filled(DeviceForm.FORM);
        Map<String, Object> opening = profile.add("");
        opening.put("version", 1L);
        opening.put("kind", DeviceForm.FORM.kind());
        opening.put("serial", about.serial());
        opening.put("hardware_major", (long) about.hardwareMajor());
        opening.put("hardware_minor", (long) about.hardwareMinor());
        opening.put("created", about.createdS());
        opening.put("tool", TOOL);
        for (int sensor = 0; sensor < about.parts().size(); sensor++) {
            sensor(
                    profile,
                    DeviceForm.SENSORS.get(sensor),
                    about,
                    rests.get(sensor),
                    about.parts().get(sensor));
        }
        return profile;
    }

    private static void sensor(Filled profile, String name, About about, List<Rest> rests, String part)
            throws BenchException {
        if (rests.isEmpty()) {
            throw new BenchException(name + ": the clip never lay still, expected 2 s on each of its six sides");
        }
        Map<String, Object> head = profile.add(name);
        head.put("part", part);
        head.put("axes", DeviceForm.AXES.words().getFirst());
        try {
            accel(profile.add(name + ".accel"), AccelFit.of(rests), rests.size());
            gyro(profile.add(name + ".gyro"), GyroFit.of(rests, about.celsius()));
        } catch (BenchException e) {
            throw new BenchException(name + ": " + e.getMessage());
        }
    }

    private static void accel(Map<String, Object> table, AccelFit fit, int positions) throws BenchException {
        List<Long> bias = new ArrayList<>();
        for (double g : fit.offsetG()) {
            bias.add(within("offset of the accelerometer", g * 1e3, DeviceForm.ACCEL_BIAS_MG));
        }
        List<Long> matrix = new ArrayList<>();
        for (int i = 0; i < fit.matrix().size(); i++) {
            boolean diagonal = i % 4 == 0;
            matrix.add(within(
                    diagonal ? "scale of the accelerometer" : "misalignment of the accelerometer",
                    fit.matrix().get(i),
                    diagonal ? DeviceForm.SCALE : DeviceForm.CROSS_AXIS));
        }
        table.put("bias_mg", List.copyOf(bias));
        table.put("matrix", List.copyOf(matrix));
        table.put("faces", (long) Math.min(positions, 255));
        table.put("residual_rms_mg", within("residual, rms", fit.rmsMg(), DeviceForm.RESIDUAL_MG));
        table.put("residual_max_mg", within("residual, largest", fit.maxMg(), DeviceForm.RESIDUAL_MG));
    }

    private static void gyro(Map<String, Object> table, GyroFit fit) throws BenchException {
        List<Long> bias = new ArrayList<>();
        for (double dps : fit.offsetDps()) {
            bias.add(within("zero rate of the gyroscope", dps, DeviceForm.GYRO_BIAS_DPS));
        }
        table.put("bias_dps", List.copyOf(bias));
        if (fit.slopeDpsPerK().isPresent()) {
            List<Long> slope = new ArrayList<>();
            for (double each : fit.slopeDpsPerK().get()) {
                slope.add(within("drift of the zero rate", each, DeviceForm.GYRO_SLOPE));
            }
            table.put("slope_dps_per_k", List.copyOf(slope));
        }
        long at = within("temperature", fit.atCelsius(), DeviceForm.CELSIUS);
        table.put("at_celsius", at);
        // Rounding must not push the mean out of its range.
        table.put("from_celsius", Math.min(at, within("temperature", fit.fromCelsius(), DeviceForm.CELSIUS)));
        table.put("to_celsius", Math.max(at, within("temperature", fit.toCelsius(), DeviceForm.CELSIUS)));
        table.put("noise_dps", within("noise of the gyroscope", fit.noiseDps(), DeviceForm.NOISE_DPS));
    }

    private static long within(String what, double value, Quantity bounds) throws BenchException {
        long whole = Math.round(value * Math.pow(10, bounds.decimals()));
        if (whole < bounds.low() || whole > bounds.high()) {
            throw new BenchException(String.format(
                    Locale.ROOT, "%s is %.4g %s, expected %s", what, value, bounds.unit(), bounds.expected()));
        }
        return whole;
    }
}
