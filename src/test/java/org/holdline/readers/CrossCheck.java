package org.holdline.readers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What several readers found of one run, figure by figure. The first to speak of a figure is whom the others are held against. */
public final class CrossCheck {
    private record Said(double value, double within) {}

    private final Map<String, Map<String, Said>> figures = new LinkedHashMap<>();

    /**
     * What a reader found.
     *
     * @param within how far it may lie from the first, for it is rounded
     */
    public void say(String reader, String figure, double value, double within) {
        Map<String, Said> said = figures.computeIfAbsent(figure, ignored -> new LinkedHashMap<>());
        if (said.put(reader, new Said(value, within)) != null) {
            throw new IllegalStateException(reader + " says " + figure + " twice");
        }
    }

    /** A count, or what is written with all its digits. */
    public void say(String reader, String figure, double value) {
        say(reader, figure, value, 0);
    }

    /** How many readers spoke of a figure. */
    public int readers(String figure) {
        return figures.getOrDefault(figure, Map.of()).size();
    }

    /** Who says something else than the first, and what. */
    public List<String> disagreements() {
        List<String> found = new ArrayList<>();
        figures.forEach((figure, said) -> {
            Map.Entry<String, Said> first = said.entrySet().iterator().next();
            said.forEach((reader, other) -> {
                if (!agree(first.getValue(), other)) {
                    found.add(figure + ": " + first.getKey() + " says "
                            + plain(first.getValue().value) + ", " + reader + " " + plain(other.value) + " (within "
                            + plain(other.within) + ")");
                }
            });
        });
        return found;
    }

    private static boolean agree(Said first, Said other) {
        // Not a number agrees with nothing.
        return Math.abs(first.value - other.value) <= other.within + 1e-6;
    }

    /** A line a figure. */
    public String table() {
        StringBuilder text = new StringBuilder();
        figures.forEach((figure, said) -> {
            text.append(String.format(Locale.ROOT, "  %-16s", figure));
            String between = "";
            for (Map.Entry<String, Said> one : said.entrySet()) {
                text.append(between).append(one.getKey()).append(' ').append(plain(one.getValue().value));
                between = ", ";
            }
            text.append('\n');
        });
        return text.toString();
    }

    private static String plain(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3f", value);
    }
}
