package org.holdline.profile.flash;

import java.util.List;
import java.util.Map;
import org.holdline.link.wire.Codes.ImuPartCode;
import org.holdline.profile.DeviceForm;
import org.holdline.profile.form.Filled;

/** Whether a profile can be that of a clip, as far as the clip tells: the same board, as many sensors, the same parts. */
public final class Fit {
    private static final Map<String, Integer> PARTS = Map.of(
            "ICM42688P", ImuPartCode.ICM42688P,
            "LSM6DSV16X", ImuPartCode.LSM6DSV16X,
            "MPU6050", ImuPartCode.MPU6050,
            "OTHER", ImuPartCode.OTHER);

    private Fit() {}

    /**
     * Compares board and sensors.
     *
     * @throws FlashException MISFIT with what differs
     */
    public static void check(Filled profile, Holding.Device device) throws FlashException {
        long major = profile.number("", "hardware_major");
        long minor = profile.number("", "hardware_minor");
        boolean isKnown = device.hardwareMajor() != Holding.UNKNOWN;
        if (isKnown && (major != device.hardwareMajor() || minor != device.hardwareMinor())) {
            throw misfit("it is for hardware " + major + "." + minor + ", the clip is " + device.hardwareMajor() + "."
                    + device.hardwareMinor());
        }
        List<String> sensors = DeviceForm.SENSORS.stream().filter(profile::has).toList();
        if (device.imus() != Holding.UNKNOWN && sensors.size() != device.imus()) {
            throw misfit("it holds " + sensors.size() + " IMUs, the clip has " + device.imus());
        }
        for (int i = 0; i < sensors.size(); i++) {
            String part = profile.text(sensors.get(i), "part");
            if (!device.parts().get(i).equals(PARTS.get(part))) {
                throw misfit("its " + sensors.get(i) + " IMU is " + part
                        + (device.isWired() ? ", setting i2c." + sensors.get(i) + "_part says " : ", the clip's is ")
                        + nameOf(device.parts().get(i)));
            }
        }
    }

    /** Word of the form for one of {@link ImuPartCode}; a number for one that it does not know. */
    public static String nameOf(int code) {
        return PARTS.entrySet().stream()
                .filter(part -> part.getValue() == code)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("part " + code);
    }

    private static FlashException misfit(String why) {
        return new FlashException(Refusal.MISFIT, why);
    }
}
