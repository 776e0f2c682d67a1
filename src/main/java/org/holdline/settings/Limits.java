package org.holdline.settings;

import java.util.List;
import java.util.Optional;
import org.holdline.toml.Problem;

/** Keys that bound one another. */
final class Limits {
    private static final List<Limit<?>> ALL = List.of(
            new Limit<>(Keys.STRIDES_UNLOADED_G, Keys.STRIDES_LOADED_G),
            new Limit<>(Keys.STRIDES_FLIGHT_G, Keys.STRIDES_UNLOADED_G),
            new Limit<>(Keys.POSTURE_HYSTERESIS_DEG, Keys.POSTURE_MIN_BAND_DEG),
            new Limit<>(Keys.POSTURE_MIN_NEUTRAL_STEPS, Keys.POSTURE_NEUTRAL_STEPS),
            new Limit<>(Keys.CUE_TRIGGER_STEPS, Keys.CUE_WINDOW_STEPS),
            new Limit<>(Keys.CUE_MIN_PULSE_MS, Keys.CUE_MAX_PULSE_MS),
            new Limit<>(Keys.MOTOR_RATED_MV, Keys.MOTOR_OVERDRIVE_MV));

    private Limits() {}

    static List<Limit<?>> all() {
        return ALL;
    }

    /** A key whose value is at most that of another. */
    record Limit<T extends Comparable<T>>(Key<T> key, Key<T> atMost) {
        /** Blames the key itself, unless only the other one was given. */
        Optional<Problem> check(Settings settings) {
            T value = settings.get(key);
            T limit = settings.get(atMost);
            if (value.compareTo(limit) <= 0) {
                return Optional.empty();
            }
            Origin origin = settings.origin(key);
            Origin limitOrigin = settings.origin(atMost);
            if (origin.layer() == Layer.BUILT_IN) {
                return Optional.of(new Problem(
                        limitOrigin.where(),
                        atMost + "=" + atMost.toToml(limit) + ", expected at least " + key + "=" + key.toToml(value)
                                + " (" + origin + ")"));
            }
            return Optional.of(new Problem(
                    origin.where(),
                    key + "=" + key.toToml(value) + ", expected at most " + atMost + "=" + atMost.toToml(limit) + " ("
                            + limitOrigin + ")"));
        }
    }
}
