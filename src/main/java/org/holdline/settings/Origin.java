package org.holdline.settings;

/**
 * Where a value came from.
 *
 * @param where {@code FILE:LINE:COLUMN} of the key, the environment variable, the flag, or "built-in"
 */
public record Origin(Layer layer, String where) {
    static final Origin BUILT_IN = new Origin(Layer.BUILT_IN, "built-in");

    @Override
    public String toString() {
        return where;
    }
}
