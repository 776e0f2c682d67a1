package org.holdline.report;

import java.util.Optional;
import org.holdline.posture.ClipState;
import org.holdline.posture.Drill;
import org.holdline.posture.NeutralCheck;
import org.jspecify.annotations.Nullable;

/**
 * The running neutral of a run as a difference from the stand of its own mounting: what of it holds in another mounting.
 *
 * @param offsetDeg running minus standing neutral in the metric's sense, -30..30, positive toward arching
 * @param spreadDeg median absolute deviation of the steps it was learned from, 0..10
 * @param speedKmh belt speed it was learned at; null when nobody said
 * @param inclinePct its incline, in the same way
 * @param drillRangeDeg of a good drill before it; null without one
 */
public record Offset(
        double offsetDeg,
        double spreadDeg,
        @Nullable Double speedKmh,
        @Nullable Double inclinePct,
        @Nullable Double drillRangeDeg) {
    private static final double MAX_OFFSET_DEG = 30;
    private static final double MAX_SPREAD_DEG = 10;

    /**
     * Empty unless the neutral was marked after a stand of a clip that sat as asked and stayed, was told apart from the easy run or
     * follows a good drill, and is not one that the runner asked for on the way: by then the clip may have crept.
     */
    public static Optional<Offset> of(Summary s) {
        Summary.Basis basis = s.neutral().basis();
        boolean drilled = basis.drill().outcome() == Drill.Outcome.GOOD;
        boolean told = basis.check() == NeutralCheck.TOLD_APART || drilled;
        boolean stayed = !s.clip().moved() && s.clip().state() == ClipState.SEATED;
        Double spreadDeg = basis.spreadDeg();
        if (!s.mayStoreOffset() || !told || !stayed || basis.renewed() || spreadDeg == null) {
            return Optional.empty();
        }
        double offsetDeg = s.neutral().centreDeg();
        return Math.abs(offsetDeg) > MAX_OFFSET_DEG || spreadDeg > MAX_SPREAD_DEG
                ? Optional.empty()
                : Optional.of(new Offset(
                        offsetDeg,
                        spreadDeg,
                        basis.speedKmh(),
                        basis.inclinePct(),
                        drilled ? basis.drill().rangeDeg() : null));
    }
}
