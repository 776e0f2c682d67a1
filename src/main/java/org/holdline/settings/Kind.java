package org.holdline.settings;

import java.util.Optional;

/** How the values of one type are read from TOML and from text, and how they are written. */
interface Kind<T> {
    /**
     * Value of what a TOML file holds, or empty when it is refused.
     *
     * @param value a Long, Double, Boolean, String or list of entries; anything else is refused
     */
    Optional<T> fromToml(Object value);

    /** Value of a flag or an environment variable, or empty when it is refused. */
    Optional<T> fromText(String text);

    /** As it would stand in a TOML file; empty when there is no value. */
    String toToml(T value);

    /** What is accepted, to follow the word "expected". */
    String expected();
}
