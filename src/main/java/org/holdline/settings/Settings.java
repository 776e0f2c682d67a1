package org.holdline.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdline.attitude.InclinationParams;
import org.holdline.cue.CueParams;
import org.holdline.cue.FadingParams;
import org.holdline.gait.StridesParams;
import org.holdline.posture.PostureParams;
import org.holdline.posture.SlipParams;
import org.holdline.road.RoadParams;
import org.holdline.toml.Problem;

/** All settings with their origins. Immutable. Made by {@link SettingsLoader}. */
public final class Settings {
    /**
     * One line of the listing.
     *
     * @param value as it would stand in a TOML file; empty where an optional key is not set
     */
    public record Line(String key, String value, Origin origin) {}

    private static final Set<String> ROAD_SECTIONS = Set.of("attitude", "strides", "posture", "slip", "cue", "fading");

    private final Map<Key<?>, Setting<?>> byKey = new LinkedHashMap<>();
    private final List<Problem> warnings;

    Settings(Map<Key<?>, Setting<?>> given, List<Problem> warnings) {
        this.warnings = List.copyOf(warnings);
        for (Key<?> key : Keys.all()) {
            Setting<?> setting = given.get(key);
            byKey.put(key, setting == null ? Setting.builtIn(key) : setting);
        }
        // The motor decides what a pulse is unless somebody else did.
        if (!isGiven(Keys.CUE_MOTOR) && get(Keys.MOTOR_OUTPUT) == MotorOutput.GPIO) {
            // A transistor can only drive an eccentric mass.
            Origin origin = new Origin(Layer.BUILT_IN, "built-in for " + Keys.MOTOR_OUTPUT + "=gpio");
            byKey.put(Keys.CUE_MOTOR, new Setting<>(Keys.CUE_MOTOR, Motor.ERM, origin));
        }
        Motor motor = get(Keys.CUE_MOTOR);
        fallBack(Keys.CUE_MIN_PULSE_MS, motor.minPulseMs(), motor);
        fallBack(Keys.CUE_MAX_PULSE_MS, motor.maxPulseMs(), motor);
    }

    private <T> void fallBack(Key<T> key, T value, Motor motor) {
        if (!isGiven(key)) {
            Origin origin = new Origin(Layer.BUILT_IN, "built-in for " + Keys.CUE_MOTOR + "=" + motor.word());
            byKey.put(key, new Setting<>(key, value, origin));
        }
    }

    /** The value in force. */
    @SuppressWarnings("unchecked") // A setting is only ever stored under its own key.
    public <T> T get(Key<T> key) {
        return ((Setting<T>) setting(key)).value();
    }

    public Origin origin(Key<?> key) {
        return setting(key).origin();
    }

    /** True unless the value is built in. */
    public boolean isGiven(Key<?> key) {
        return !setting(key).isBuiltIn();
    }

    private Setting<?> setting(Key<?> key) {
        Setting<?> setting = byKey.get(key);
        if (setting == null) {
            throw new IllegalArgumentException("key=" + key + ", expected one of Keys");
        }
        return setting;
    }

    /** Every key with its value and where that came from, section by section. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        byKey.values().forEach(s -> lines.add(new Line(s.key().name(), s.toToml(), s.origin())));
        return List.copyOf(lines);
    }

    /** Settings of the road that are not the built-in ones, as flags would say them: what a recording must remember. */
    public Map<String, String> roadDifferences() {
        Map<String, String> differences = new LinkedHashMap<>();
        byKey.values().stream()
                .filter(s -> (!s.isBuiltIn() || !s.value().equals(s.key().fallback()))
                        && ROAD_SECTIONS.contains(s.key().section()))
                .forEach(s -> differences.put(s.key().name(), s.toToml().replace("\"", "")));
        return differences;
    }

    /** What was ignored, such as environment variables that no key knows. */
    public List<Problem> warnings() {
        return warnings;
    }

    /** What the road is tuned with. */
    public RoadParams roadParams() {
        return new RoadParams(inclination(), strides(), posture(), cue(), fading());
    }

    private InclinationParams inclination() {
        return new InclinationParams(
                get(Keys.ATTITUDE_TAU_S),
                get(Keys.ATTITUDE_REST_TAU_S),
                get(Keys.ATTITUDE_REST_GYRO_DPS),
                get(Keys.ATTITUDE_REST_ACCEL_MS2),
                get(Keys.ATTITUDE_REST_MIN_S),
                get(Keys.ATTITUDE_REST_MEMORY_S),
                get(Keys.ATTITUDE_KI_MAX_PER_S),
                get(Keys.ATTITUDE_KI_HOLD_S),
                get(Keys.ATTITUDE_KI_MIN_PER_S),
                get(Keys.ATTITUDE_BIAS_CLIP_DPS));
    }

    private StridesParams strides() {
        return new StridesParams(
                get(Keys.STRIDES_RUN_CUTOFF_HZ),
                thousandths(Keys.STRIDES_LOADED_G),
                thousandths(Keys.STRIDES_UNLOADED_G),
                thousandths(Keys.STRIDES_FLIGHT_G),
                get(Keys.STRIDES_MIN_FLIGHT_MS),
                get(Keys.STRIDES_REFRACTORY_MS),
                thousandths(Keys.STRIDES_EDGE_G),
                get(Keys.STRIDES_CONTACT_LEAD_MS),
                get(Keys.STRIDES_TOE_OFF_LAG_MS),
                get(Keys.STRIDES_WALK_CUTOFF_HZ),
                thousandths(Keys.STRIDES_WALK_FLOOR_G));
    }

    private PostureParams posture() {
        return new PostureParams(
                thousandths(Keys.POSTURE_MIN_BAND_DEG),
                get(Keys.POSTURE_SPREADS),
                thousandths(Keys.POSTURE_HYSTERESIS_DEG),
                thousandths(Keys.POSTURE_IMPLAUSIBLE_DEG),
                get(Keys.POSTURE_NEUTRAL_STEPS),
                get(Keys.POSTURE_MIN_NEUTRAL_STEPS),
                get(Keys.POSTURE_LEARN_S),
                get(Keys.POSTURE_UNRESTED_S),
                new SlipParams(
                        thousandths(Keys.SLIP_STAND_TOLERANCE_DEG),
                        thousandths(Keys.SLIP_FOLLOW_DEG_PER_MIN),
                        thousandths(Keys.SLIP_FOLLOW_MAX_DEG),
                        thousandths(Keys.SLIP_JUMP_DEG)));
    }

    private CueParams cue() {
        return new CueParams(
                get(Keys.CUE_WINDOW_STEPS),
                get(Keys.CUE_TRIGGER_STEPS),
                get(Keys.CUE_COOLDOWN_S),
                get(Keys.CUE_MAX_PER_MINUTE),
                get(Keys.CUE_MAX_PER_HALF_HOUR),
                get(Keys.CUE_SETTLE_S),
                get(Keys.CUE_PAUSE_SILENCE_S),
                get(Keys.CUE_CHANGE_SILENCE_S),
                thousandths(Keys.CUE_SPEED_CHANGE_KMH),
                thousandths(Keys.CUE_INCLINE_CHANGE_PCT),
                get(Keys.CUE_MIN_CONFIDENCE_PCT),
                get(Keys.CUE_MAX_UNANSWERED),
                thousandths(Keys.CUE_MIN_RESPONSE_DEG),
                get(Keys.CUE_REST_S),
                get(Keys.CUE_MIN_PULSE_MS),
                get(Keys.CUE_MAX_PULSE_MS),
                thousandths(Keys.CUE_FULL_SCALE_DEG),
                get(Keys.CUE_TILT_MARGIN_PCT),
                get(Keys.CUE_SACRAL));
    }

    private FadingParams fading() {
        return new FadingParams(get(Keys.FADING_GIVEN_PCT), get(Keys.FADING_DRAW), get(Keys.FADING_PROBES));
    }

    /** The road counts in thousandths of what a person writes: g, degrees, km/h, per cent. */
    private int thousandths(Key<Double> key) {
        return Math.toIntExact(Math.round(get(key) * 1000));
    }
}
