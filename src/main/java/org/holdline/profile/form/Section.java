package org.holdline.profile.form;

import java.util.List;

/**
 * One table of a profile file.
 *
 * @param name dotted name; empty for the fields in front of the first table
 * @param presence how often it stands in a file
 */
public record Section(String name, Presence presence, String doc, List<Field> fields) {
    /** How often a table stands in a file. */
    public enum Presence {
        ONCE,
        AT_MOST_ONCE,
        /** A list of tables, {@code [[name]]}, empty or not. */
        ANY_TIMES
    }
}
