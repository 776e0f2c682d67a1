package org.holdline.profile.form;

import java.util.List;

/**
 * Everything one kind of profile file may hold.
 *
 * @param kind word behind {@code kind =}
 * @param version of the format, first field of every file
 * @param rules what values must hold together
 * @param traps names that people try and that are refused with a reason of their own
 */
public record Form(String kind, int version, String doc, List<Section> sections, List<Rule> rules, List<Trap> traps) {
    /** Fields that every profile begins with. */
    public static final String VERSION = "version";

    public static final String KIND = "kind";

    /**
     * A name that is refused with its reason.
     *
     * @param name of the field, in whatever table
     * @param reason why, and what was expected
     */
    public record Trap(String name, String reason) {}

    /** What values, each within its bounds, must hold together. */
    @FunctionalInterface
    public interface Rule {
        /** Empty when it holds. */
        List<Breach> check(Filled filled);
    }

    /**
     * A broken rule.
     *
     * @param section table of the field to blame
     * @param field to blame
     * @param what is wrong and what was expected
     */
    public record Breach(String section, String field, String what) {}

    /** The section of that name. */
    public Section section(String name) {
        return sections.stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table [" + name + "] in a " + kind + " profile"));
    }
}
