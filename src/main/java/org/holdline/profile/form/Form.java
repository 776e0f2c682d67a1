package org.holdline.profile.form;

import java.util.List;
import java.util.stream.Stream;
import org.holdline.profile.form.Shape.Quantity;
import org.holdline.profile.form.Shape.Word;

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

    /** The fields in front of the first table: version and kind, then those of this kind's own. */
    public static List<Field> opening(String kind, Field... own) {
        return Stream.concat(
                        Stream.of(
                                new Field(
                                        VERSION, new Quantity(0, 1, 1, ""), true, "Version of this file's format.", 1L),
                                new Field(KIND, new Word(List.of(kind)), true, "Kind of profile.", kind)),
                        Stream.of(own))
                .toList();
    }

    /** The section of that name. */
    public Section section(String name) {
        return sections.stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table [" + name + "] in a " + kind + " profile"));
    }
}
