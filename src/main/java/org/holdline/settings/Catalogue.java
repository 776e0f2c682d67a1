package org.holdline.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys in the order they were added, so that none can be declared and left out of the list. */
final class Catalogue {
    private final Map<String, Key<?>> byName = new LinkedHashMap<>();

    /** A key with a default. */
    <T> Key<T> needed(Kind<T> kind, String name, String unit, T fallback, String description) {
        return add(new Key<>(name, unit, kind, fallback, fallback, description));
    }

    /** A key that may be left out, with a value to show in the example file. */
    <T> Key<Optional<T>> optional(Kind<T> kind, String name, String unit, T example, String description) {
        return add(new Key<>(name, unit, new Kinds.Maybe<>(kind), Optional.empty(), Optional.of(example), description));
    }

    <T> Key<T> add(Key<T> key) {
        if (byName.put(key.name(), key) != null) {
            throw new IllegalArgumentException("name=" + key.name() + ", expected a name not in use");
        }
        return key;
    }

    List<Key<?>> list() {
        return List.copyOf(byName.values());
    }

    @Nullable
    Key<?> named(String name) {
        return byName.get(name);
    }
}
