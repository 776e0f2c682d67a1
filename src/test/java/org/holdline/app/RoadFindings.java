package org.holdline.app;

import org.holdline.posture.Drill;
import org.holdline.posture.Neutral;
import org.holdline.posture.Posture;
import org.holdline.posture.Separability;
import org.holdline.report.Summary;
import org.holdline.road.Road;
import org.holdline.sample.Sample;

/** What a summary says of neutral, mounting and sensors, read off the road itself: what its events must come to. */
record RoadFindings(
        Summary.Neutral neutral,
        Summary.Mounting mounting,
        Summary.Sensors sensors,
        long samples,
        long gaps,
        long missing,
        long stuck,
        long saturated) {
    static RoadFindings of(Road road, boolean renewed) {
        Posture posture = road.posture();
        Neutral neutral = posture.neutral();
        Separability measured = road.separability();
        return new RoadFindings(
                new Summary.Neutral(
                        neutral.kind(),
                        neutral.steps(),
                        neutral.centreMdeg() / 1e3,
                        posture.bandMdeg() / 1e3,
                        neutral.baselineOffsetMdeg() / 1e3,
                        basis(posture, renewed)),
                new Summary.Mounting(
                        posture.isMountedAsAsked(),
                        posture.lowerMount().hasStand(),
                        posture.lowerMount().isFromBends(),
                        posture.lowerMount().way(),
                        posture.upperMount().way(),
                        posture.isSwapped(),
                        posture.isSacral()
                                ? new Summary.Separation(
                                        measured.accuracyPct(), measured.lowerPct(), measured.isEnough())
                                : null),
                new Summary.Sensors(road.calibration(), road.withoutTemperature()),
                road.samples(),
                road.gaps().count(),
                road.gaps().missing(),
                road.stuck(),
                road.saturated());
    }

    static RoadFindings of(Summary s) {
        return new RoadFindings(
                s.neutral(),
                s.mounting(),
                s.sensors(),
                s.samples(),
                s.gaps(),
                s.missingSamples(),
                s.stuckSamples(),
                s.saturatedSamples());
    }

    private static Summary.Basis basis(Posture posture, boolean renewed) {
        Neutral neutral = posture.neutral();
        Drill drill = posture.drill();
        boolean good = drill.outcome() == Drill.Outcome.GOOD;
        double range = drill.rangeMdeg();
        return new Summary.Basis(
                neutral.check(),
                neutral.offsetNoiseMdeg() / 1e3,
                neutral.speedMPerH() == Sample.UNKNOWN ? null : neutral.speedMPerH() / 1e3,
                neutral.inclineMilliPct() == Sample.UNKNOWN ? null : neutral.inclineMilliPct() / 1e3,
                new Summary.DrillResult(
                        drill.outcome(),
                        drill.movements(),
                        range / 1e3,
                        good ? drill.middleMdeg() / 1e3 : null,
                        good && neutral.isKnown() ? (neutral.centreMdeg() - drill.tuckedMdeg()) / range : null),
                neutral.spreadMdeg() / 1e3,
                renewed);
    }
}
