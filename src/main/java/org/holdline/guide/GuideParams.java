package org.holdline.guide;

import java.util.List;
import org.holdline.sample.Placement;
import org.jspecify.annotations.Nullable;

/**
 * What is known before a guided start.
 *
 * @param asked the start that was asked for by name; null leaves it to the runner
 * @param placement where the clip sits
 * @param hasStored the runner's profile holds neutrals of other days
 * @param strengthsMs lengths of the check's pulses, weakest first; none without a motor
 * @param only ends when the calibration is done
 * @param next what the last run planned for this one; null where nothing is planned
 */
public record GuideParams(
        @Nullable GuideKind asked,
        Placement placement,
        boolean hasStored,
        List<Integer> strengthsMs,
        boolean only,
        @Nullable Plan next) {
    private static final int MAX_PULSE_MS = 1000;

    public GuideParams {
        strengthsMs = List.copyOf(strengthsMs);
        int before = 0;
        for (int ms : strengthsMs) {
            if (ms <= before || ms > MAX_PULSE_MS) {
                throw new IllegalArgumentException("strengthsMs=" + strengthsMs + ", expected rising, 1..1000");
            }
            before = ms;
        }
        if (asked == GuideKind.NONE) {
            throw new IllegalArgumentException("asked=none, expected a start, or null");
        }
    }

    /** Without a plan of the last run's. */
    public GuideParams(
            @Nullable GuideKind asked,
            Placement placement,
            boolean hasStored,
            List<Integer> strengthsMs,
            boolean only) {
        this(asked, placement, hasStored, strengthsMs, only, null);
    }

    /** From the shortest and the longest pulse of a cue on, up to the longest that a host may ask for. */
    public static List<Integer> strengths(int minPulseMs, int maxPulseMs) {
        return List.of(minPulseMs, maxPulseMs, 500, 1000).stream()
                .filter(ms -> ms >= minPulseMs)
                .sorted()
                .distinct()
                .toList();
    }
}
