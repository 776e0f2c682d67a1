package org.holdline.app;

import org.holdline.posture.Drill;
import org.holdline.posture.Neutral;
import org.holdline.posture.Posture;
import org.holdline.posture.Separability;
import org.holdline.report.Summary;
import org.holdline.report.Tally;
import org.holdline.road.Road;
import org.holdline.sample.Sample;
import org.jspecify.annotations.Nullable;

/** What the road has learned, copied out of its mutable rooms after its last sample. */
final class Findings {
    private Findings() {}

    /** Closes a tally with what its road found. The road's thread must have ended, or be the calling one. */
    static Summary summary(
            Tally tally,
            Road road,
            long durationUs,
            long droppedPartialLines,
            long lostEvents,
            @Nullable String fault) {
        Posture posture = road.posture();
        Neutral neutral = posture.neutral();
        return tally.summary(
                new Summary.Neutral(
                        neutral.kind(),
                        neutral.steps(),
                        neutral.centreMdeg() / 1e3,
                        posture.bandMdeg() / 1e3,
                        neutral.baselineOffsetMdeg() / 1e3,
                        basis(posture)),
                new Summary.Mounting(
                        posture.isMountedAsAsked(),
                        posture.lowerMount().hasStand(),
                        posture.lowerMount().isFromBends(),
                        posture.lowerMount().way(),
                        posture.upperMount().way(),
                        posture.isSwapped(),
                        posture.isSacral() ? separation(road.separability()) : null),
                new Summary.Sensors(road.calibration(), road.withoutTemperature()),
                new Tally.Signal(
                        durationUs,
                        road.samples(),
                        road.gaps().count(),
                        road.gaps().missing(),
                        road.stuck(),
                        road.saturated(),
                        droppedPartialLines,
                        lostEvents,
                        fault));
    }

    private static Summary.Separation separation(Separability measured) {
        return new Summary.Separation(measured.accuracyPct(), measured.lowerPct(), measured.isEnough());
    }

    private static Summary.Basis basis(Posture posture) {
        Neutral neutral = posture.neutral();
        Drill drill = posture.drill();
        boolean good = drill.outcome() == Drill.Outcome.GOOD;
        double range = drill.rangeMdeg();
        return new Summary.Basis(
                neutral.check(),
                neutral.offsetNoiseMdeg() / 1e3,
                thousandths(neutral.speedMPerH()),
                thousandths(neutral.inclineMilliPct()),
                new Summary.DrillResult(
                        drill.outcome(),
                        drill.movements(),
                        range / 1e3,
                        good ? drill.middleMdeg() / 1e3 : null,
                        good && neutral.isKnown() ? (neutral.centreMdeg() - drill.tuckedMdeg()) / range : null));
    }

    private static @Nullable Double thousandths(int value) {
        return value == Sample.UNKNOWN ? null : value / 1e3;
    }
}
