package org.holdline.settings;

import java.util.Locale;

/**
 * One documented setting. The keys are constants of {@link Keys}.
 *
 * @param <T> type of its value; an Optional when the key has no default
 */
public final class Key<T> {
    static final String ENVIRONMENT_PREFIX = "HOLDLINE_";

    private final String name;
    private final String flag;
    private final String unit;
    private final Kind<T> kind;
    private final T fallback;
    private final T example;
    private final String description;

    /** With the flag that the name suggests. */
    Key(String name, String unit, Kind<T> kind, T fallback, T example, String description) {
        this(name, "--" + lastPart(name).replace('_', '-'), unit, kind, fallback, example, description);
    }

    Key(String name, String flag, String unit, Kind<T> kind, T fallback, T example, String description) {
        this.name = name;
        this.flag = flag;
        this.unit = unit;
        this.kind = kind;
        this.fallback = fallback;
        this.example = example;
        this.description = description;
    }

    /** Dotted TOML name, with the unit: {@code cue.cooldown_s}. */
    public String name() {
        return name;
    }

    /** TOML table it stands in. */
    public String section() {
        return name.substring(0, name.indexOf('.'));
    }

    /** Name within its section. */
    public String nameInSection() {
        return lastPart(name);
    }

    /** {@code HOLDLINE_CUE_COOLDOWN_S}. */
    public String environmentName() {
        return ENVIRONMENT_PREFIX + name.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** Flag that problems name unless the loader is told another one. */
    public String flag() {
        return flag;
    }

    /** Unit as a person writes it; empty for words and counts without one. */
    public String unit() {
        return unit;
    }

    /** One line: what it is, and what it does where that is not plain. */
    public String description() {
        return description;
    }

    /** What values are accepted, with the bounds and the unit. */
    public String expected() {
        return unit.isEmpty() ? kind.expected() : kind.expected() + " " + unit;
    }

    /** Value when nobody gives one. */
    public T fallback() {
        return fallback;
    }

    /** A value as it would stand in a TOML file; empty where an optional one is absent. */
    public String toToml(T value) {
        return kind.toToml(value);
    }

    /** The default, or a sensible value where there is none. */
    T example() {
        return example;
    }

    Kind<T> kind() {
        return kind;
    }

    @Override
    public String toString() {
        return name;
    }

    private static String lastPart(String name) {
        return name.substring(name.indexOf('.') + 1);
    }
}
