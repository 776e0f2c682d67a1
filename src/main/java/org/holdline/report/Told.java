package org.holdline.report;

import org.holdline.posture.Drill;
import org.holdline.posture.NeutralKind;
import org.holdline.road.Event;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.jspecify.annotations.Nullable;

/** What the road said last of neutral and mounting, in the summary's units. */
final class Told {
    private Told() {}

    static Summary.Neutral neutral(Event said, boolean renewed) {
        return new Summary.Neutral(
                said.neutral,
                said.neutralSteps,
                said.centreMdeg / 1e3,
                said.thresholdMdeg / 1e3,
                said.offsetMdeg / 1e3,
                basis(said, renewed));
    }

    private static Summary.Basis basis(Event said, boolean renewed) {
        boolean good = said.drill == Drill.Outcome.GOOD;
        double range = said.drillRangeMdeg;
        return new Summary.Basis(
                said.check,
                said.offsetNoiseMdeg / 1e3,
                thousandths(said.speedMPerH),
                thousandths(said.inclineMilliPct),
                new Summary.DrillResult(
                        said.drill,
                        said.drillMovements,
                        range / 1e3,
                        good ? said.drillMiddleMdeg / 1e3 : null,
                        good && said.neutral != NeutralKind.NONE
                                ? (said.centreMdeg - said.drillTuckedMdeg) / range
                                : null),
                said.neutralSpreadMdeg < 0 ? null : said.neutralSpreadMdeg / 1e3,
                renewed);
    }

    static Summary.Mounting mounting(Event said, Placement placement) {
        return new Summary.Mounting(
                said.asAsked,
                said.stood,
                said.fromBends,
                said.lowerWay,
                said.upperWay,
                said.swapped,
                placement == Placement.SACRAL
                        ? new Summary.Separation(said.accuracyPct, said.lowerPct, said.enough)
                        : null);
    }

    private static @Nullable Double thousandths(int value) {
        return value == Sample.UNKNOWN ? null : value / 1e3;
    }
}
