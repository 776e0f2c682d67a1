package org.holdline.report;

import java.util.List;
import java.util.Map;

/**
 * How one part of a live source fares.
 *
 * @param part what it is in this clip: {@code lower}, {@code upper}, {@code bus}, {@code motor}
 * @param device what it is and where
 * @param state one word, changing only when the part does
 * @param delivers false while the part is lost
 * @param text the same for a person, a clause without a full stop
 * @param figures counts and measurements, each name with its unit, in the order they are to be shown
 */
public record PartStatus(
        String part, String device, String state, boolean delivers, String text, Map<String, Long> figures) {
    /** Without any of these nothing is known of the runner; a wired clip has the last two, another one the first. */
    public static final List<String> NEEDED = List.of("link", "bus", "lower");

    /** True for one of those. */
    public boolean isNeeded() {
        return NEEDED.contains(part);
    }
}
