package org.holdline.report.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.holdline.posture.NeutralKind;
import org.holdline.report.Summary;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.session.BeltSpan;
import org.holdline.session.Ending;
import org.holdline.session.KeptRun;
import org.holdline.session.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What of a run can be held against another one.
 *
 * @param runner pseudonym; null for a guest
 * @param speedKmh median belt speed of the judged part; null where nobody knows, or where it was only planned
 * @param inclinePct the same of the incline
 * @param bandDeg the band that the share is counted by
 * @param overShare of the judged steps, beyond the band, 0..1; NaN without any
 * @param keptShare of the steps in blocks without cues, within the band, 0..1; null without such blocks
 */
public record PastRun(
        String id,
        Instant startedAt,
        ZoneId zone,
        Origin origin,
        @Nullable String runner,
        Placement placement,
        NeutralKind neutral,
        Ending ending,
        @Nullable Double speedKmh,
        @Nullable Double inclinePct,
        double bandDeg,
        long judgedSteps,
        double overShare,
        @Nullable Double keptShare) {
    /** Shares of a belt that is unknown for longer than this say too little. */
    private static final double KNOWN_SHARE = 0.9;

    public static PastRun of(KeptRun run) {
        return of(run, RunSteps.of(run.events()));
    }

    static PastRun of(KeptRun run, RunSteps steps) {
        Summary s = run.summary();
        int probeSteps = s.probes().stream().mapToInt(Summary.Probe::steps).sum();
        double probeOver = s.probes().stream()
                .mapToDouble(probe -> probe.overShare() * probe.steps())
                .sum();
        return new PastRun(
                run.facts().id(),
                run.facts().startedAt(),
                run.facts().zone(),
                run.facts().origin(),
                run.facts().runner(),
                s.placement(),
                s.neutral().kind(),
                run.ending(),
                speedKmh(run.belt(), steps),
                inclinePct(run.belt(), steps),
                s.neutral().thresholdDeg(),
                s.judgedSteps(),
                s.judgedSteps() == 0 ? Double.NaN : (double) s.overSteps() / s.judgedSteps(),
                probeSteps == 0 ? null : 1 - probeOver / probeSteps);
    }

    private static @Nullable Double speedKmh(List<BeltSpan> belt, RunSteps steps) {
        if (belt.stream().anyMatch(span -> span.known() == BeltSpan.Known.PLANNED)) {
            return null;
        }
        Series told = steps.speedKmh();
        return told.isEmpty() || told.count() < KNOWN_SHARE * steps.deviation().count() ? null : told.median();
    }

    private static @Nullable Double inclinePct(List<BeltSpan> belt, RunSteps steps) {
        double midS = steps.halfS();
        BeltSpan there = null;
        for (BeltSpan span : belt) {
            there = span.fromUs() <= midS * 1e6 ? span : there;
        }
        return there == null || there.inclineMilliPct() == Sample.UNKNOWN ? null : there.inclineMilliPct() / 1e3;
    }
}
