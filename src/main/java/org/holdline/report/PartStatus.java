package org.holdline.report;

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
        String part, String device, String state, boolean delivers, String text, Map<String, Long> figures) {}
