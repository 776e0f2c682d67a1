package org.holdline.app;

import java.util.List;
import java.util.Optional;
import org.holdline.clip.imu.I2cOptions;
import org.holdline.clip.imu.ImuPart;
import org.holdline.clip.imu.ImuSpec;
import org.holdline.clip.imu.Pacing;
import org.holdline.sample.Placement;
import org.holdline.settings.Imu;
import org.holdline.settings.ImuPacing;
import org.holdline.settings.Key;
import org.holdline.settings.Keys;
import org.holdline.settings.Settings;
import org.jspecify.annotations.Nullable;

/** What the settings say about a wired clip, in the drivers' words. */
final class WiredOptions {
    private WiredOptions() {}

    /** @throws Failure when settings do not go together, naming the one to blame */
    static I2cOptions of(Settings settings) throws Failure {
        Placement placement = settings.get(Keys.RUN_PLACEMENT).orElse(Placement.DUAL);
        ImuSpec lower = spec(settings, Keys.I2C_LOWER_PART, Keys.I2C_LOWER_ADDRESS, 0);
        ImuSpec upper = placement.isDual() ? spec(settings, Keys.I2C_UPPER_PART, Keys.I2C_UPPER_ADDRESS, 1) : null;
        if (upper != null && upper.address() == lower.address()) {
            throw refused(
                    settings,
                    Keys.I2C_UPPER_ADDRESS,
                    "expected another one than " + Keys.I2C_LOWER_ADDRESS + ": one address pin high, one low");
        }
        return new I2cOptions(
                placement,
                lower,
                upper,
                pacing(settings, lower, upper),
                settings.get(Keys.RUN_PLANNED_S),
                settings.get(Keys.RUN_PLANNED_M));
    }

    /** The same with both IMUs at another rate; one that the upper part lacks becomes its next above. */
    static I2cOptions withRateHz(I2cOptions options, int rateHz) {
        ImuSpec upper = options.upper();
        return new I2cOptions(
                options.placement(),
                options.lower().withRateHz(rateHz),
                upper == null ? null : upper.withRateHz(nextAbove(upper.part(), rateHz)),
                options.pacing(),
                options.plannedS(),
                options.plannedM());
    }

    private static int nextAbove(ImuPart part, int rateHz) {
        List<Integer> falling = part.ratesHz();
        return falling.stream().filter(hz -> hz >= rateHz).reduce((a, b) -> b).orElse(falling.getFirst());
    }

    /** @param pin level of the part's address pin unless an address is given */
    private static ImuSpec spec(Settings settings, Key<Imu> partKey, Key<Optional<Integer>> addressKey, int pin)
            throws Failure {
        ImuPart part = switch (settings.get(partKey)) {
            case ICM42688P -> ImuPart.ICM_42688_P;
            case LSM6DSV16X -> ImuPart.LSM6DSV16X;
            case MPU6050 -> ImuPart.MPU_6050;
        };
        int low = part.lowAddress();
        int address = settings.get(addressKey).orElse(low + pin);
        if (address != low && address != low + 1) {
            throw refused(
                    settings,
                    addressKey,
                    String.format("expected 0x%02x or 0x%02x, the addresses of %s", low, low + 1, part.partName()));
        }
        ImuSpec spec = ImuSpec.of(part, address);
        if (settings.get(Keys.RUN_RATE_HZ).isEmpty()) {
            return spec;
        }
        double wanted = settings.get(Keys.RUN_RATE_HZ).get();
        if (part.ratesHz().stream().noneMatch(hz -> hz == wanted)) {
            throw refused(
                    settings,
                    Keys.RUN_RATE_HZ,
                    "expected one of " + part.ratesHz() + " Hz, the rates of " + part.partName());
        }
        return spec.withRateHz((int) wanted);
    }

    private static Pacing pacing(Settings settings, ImuSpec lower, @Nullable ImuSpec upper) throws Failure {
        boolean queues =
                lower.part().hasFifo() && (upper == null || upper.part().hasFifo());
        ImuPacing asked = settings.get(Keys.I2C_PACING).orElse(queues ? ImuPacing.FIFO : ImuPacing.DATA_READY);
        if (asked == ImuPacing.FIFO && !queues) {
            throw refused(settings, Keys.I2C_PACING, "expected data_ready for a part that is not read from its queue");
        }
        return asked == ImuPacing.FIFO ? Pacing.FIFO : Pacing.DATA_READY;
    }

    static <T> Failure refused(Settings settings, Key<T> key, String expected) {
        return new Failure(
                ExitCode.BAD_CONFIGURATION,
                settings.origin(key) + ": " + key + "=" + key.toToml(settings.get(key)) + ", " + expected);
    }
}
