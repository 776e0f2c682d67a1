package org.holdline.guide;

import java.util.Set;
import org.holdline.posture.Separability;
import org.holdline.sample.Placement;

/** What a start will come to: the confidence that a verdict can have at most. The same sums as the judging itself does. */
final class Confidence {
    /** A neutral that no step of this run is in. */
    private static final int LESS_PCT = 10;

    private Confidence() {}

    /** Of 100, when everything that was not skipped goes well. */
    static int atMostPct(GuideKind kind, Set<Step> skipped, Placement placement, boolean hasStored) {
        int percent = switch (placement) {
            case DUAL -> 95;
            case THORACOLUMBAR -> 80;
            case SACRAL -> 70;
        };
        for (Step step : new Step[] {Step.STAND, Step.BEND, Step.NEUTRAL}) {
            percent -= kind.steps().contains(step) && !skipped.contains(step) ? 0 : step.costPct();
        }
        percent -= kind == GuideKind.RETURNING && hasStored ? LESS_PCT : 0;
        return placement == Placement.SACRAL ? Math.min(percent, Separability.CHANCE_PCT) : percent;
    }
}
