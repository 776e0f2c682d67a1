package org.holdline.settings;

/** A key with its value and where that came from. */
record Setting<T>(Key<T> key, T value, Origin origin) {
    static <T> Setting<T> builtIn(Key<T> key) {
        return new Setting<>(key, key.fallback(), Origin.BUILT_IN);
    }

    boolean isBuiltIn() {
        return origin.layer() == Layer.BUILT_IN;
    }

    /** Its value as it would stand in a TOML file. */
    String toToml() {
        return key.toToml(value);
    }
}
