package org.holdline.profile.applied;

import java.util.List;
import org.holdline.correction.CorrectionParams;
import org.holdline.correction.CorrectionParams.BeltParams;
import org.holdline.correction.InertialCoefficients;
import org.holdline.profile.DeviceForm;
import org.holdline.profile.form.Filled;

/** From a device or treadmill profile to the numbers of the road's correction. */
public final class DeviceNumbers {
    private static final String UPPER = DeviceForm.SENSORS.getLast();
    private static final String LOWER = DeviceForm.SENSORS.getFirst();

    private DeviceNumbers() {}

    /**
     * Of the sensors of a stream.
     *
     * @param mainIsUpper the stream's only IMU is the upper one of a clip with two
     * @param dual the stream has both
     */
    public static CorrectionParams of(Filled device, boolean mainIsUpper, boolean dual) {
        return new CorrectionParams(
                sensor(device, mainIsUpper ? UPPER : LOWER), dual ? sensor(device, UPPER) : null, BeltParams.AS_SHOWN);
    }

    /** Whether it holds the upper IMU's numbers. */
    public static boolean hasUpper(Filled device) {
        return device.has(UPPER);
    }

    private static InertialCoefficients sensor(Filled device, String name) {
        String gyro = name + ".gyro";
        String accel = name + ".accel";
        List<Long> slope =
                device.find(gyro, "slope_dps_per_k").isPresent() ? device.numbers(gyro, "slope_dps_per_k") : List.of();
        return new InertialCoefficients(
                device.text(name, "axes"),
                new InertialCoefficients.Accel(device.numbers(accel, "bias_mg"), device.numbers(accel, "matrix")),
                new InertialCoefficients.Gyro(
                        device.numbers(gyro, "bias_dps"),
                        slope,
                        device.number(gyro, "at_celsius"),
                        device.number(gyro, "from_celsius"),
                        device.number(gyro, "to_celsius")));
    }

    /** Of a treadmill. */
    public static BeltParams belt(Filled treadmill) {
        int scaleE4 =
                treadmill.has("speed") ? (int) treadmill.number("speed", "scale") : BeltParams.AS_SHOWN.speedScaleE4();
        if (!treadmill.has("incline")) {
            return new BeltParams(scaleE4, 0, true);
        }
        String quirk = treadmill.text("incline", "quirk");
        return new BeltParams(
                scaleE4,
                (int) treadmill.number("incline", "offset_percent"),
                !quirk.equals("missing") && !quirk.equals("stuck"));
    }
}
