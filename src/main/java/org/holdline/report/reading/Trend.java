package org.holdline.report.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.holdline.session.Ending;
import org.jspecify.annotations.Nullable;

/**
 * This run among earlier ones that are like it: the same runner, place, source of the neutral, and a similar speed that is
 * known of both. Nothing simulated or played again.
 *
 * @param now this run
 * @param alike earlier runs that are, the oldest first
 * @param leftOut the others, the oldest first, and why
 * @param whyNone why this run itself is held against nothing; null when it may be
 */
public record Trend(
        PastRun now,
        List<PastRun> alike,
        List<LeftOut> leftOut,
        @Nullable Why whyNone) {
    /** With fewer earlier runs there is no telling what is usual. */
    public static final int MIN_RUNS = 3;

    private static final double SAME_SPEED_KMH = 1;
    private static final double SAME_INCLINE_PCT = 1;
    private static final long MIN_STEPS = 600;

    public Trend {
        alike = List.copyOf(alike);
        leftOut = List.copyOf(leftOut);
    }

    /** Why a run is not compared. */
    public enum Why {
        /** The virtual runner, or a recording played again. */
        NOT_A_BODY,
        GUEST,
        OTHER_RUNNER,
        /** It broke off. */
        BROKEN,
        TOO_SHORT,
        OTHER_PLACEMENT,
        OTHER_NEUTRAL,
        SPEED_UNKNOWN,
        OTHER_SPEED,
        OTHER_INCLINE;

        /** The word in the catalogue and in JSON. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** An earlier run that is not like this one. */
    public record LeftOut(PastRun run, Why why) {}

    /** Where this run lies among the others. */
    public enum Standing {
        TOO_FEW,
        BELOW_ALL,
        AMONG,
        ABOVE_ALL;

        /** The word in the catalogue. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Holds a run against all earlier ones, in any order; runs that began later are not looked at. */
    public static Trend of(PastRun now, List<PastRun> runs) {
        List<PastRun> earlier = runs.stream()
                .filter(run -> run.startedAt().isBefore(now.startedAt()))
                .sorted(Comparator.comparing(PastRun::startedAt).thenComparing(PastRun::id))
                .toList();
        Why whyNone = alone(now);
        List<PastRun> alike = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        if (whyNone == null) {
            for (PastRun run : earlier) {
                Why why = why(run, now);
                if (why == null) {
                    alike.add(run);
                } else {
                    leftOut.add(new LeftOut(run, why));
                }
            }
        }
        return new Trend(now, alike, leftOut, whyNone);
    }

    /** Of the share of steps beyond the band. */
    public Standing standing() {
        if (alike.size() < MIN_RUNS) {
            return Standing.TOO_FEW;
        }
        if (now.overShare() < lowest()) {
            return Standing.BELOW_ALL;
        }
        return now.overShare() > highest() ? Standing.ABOVE_ALL : Standing.AMONG;
    }

    public double lowest() {
        return alike.stream().mapToDouble(PastRun::overShare).min().orElse(Double.NaN);
    }

    public double highest() {
        return alike.stream().mapToDouble(PastRun::overShare).max().orElse(Double.NaN);
    }

    /** What keeps a run from being compared with any other. */
    private static @Nullable Why alone(PastRun run) {
        if (!run.origin().counts()) {
            return Why.NOT_A_BODY;
        }
        if (run.runner() == null) {
            return Why.GUEST;
        }
        if (run.ending() != Ending.WHOLE) {
            return Why.BROKEN;
        }
        if (run.judgedSteps() < MIN_STEPS) {
            return Why.TOO_SHORT;
        }
        return run.speedKmh() == null ? Why.SPEED_UNKNOWN : null;
    }

    private static @Nullable Why why(PastRun run, PastRun now) {
        Why own = alone(run);
        if (own != null && own != Why.SPEED_UNKNOWN) {
            return own;
        }
        if (!Objects.equals(run.runner(), now.runner())) {
            return Why.OTHER_RUNNER;
        }
        if (run.placement() != now.placement()) {
            return Why.OTHER_PLACEMENT;
        }
        if (run.neutral() != now.neutral()) {
            return Why.OTHER_NEUTRAL;
        }
        Double speedKmh = run.speedKmh();
        Double nowKmh = now.speedKmh();
        if (speedKmh == null || nowKmh == null) {
            return Why.SPEED_UNKNOWN;
        }
        if (Math.abs(speedKmh - nowKmh) > SAME_SPEED_KMH) {
            return Why.OTHER_SPEED;
        }
        Double incline = run.inclinePct();
        Double nowIncline = now.inclinePct();
        boolean steeper = incline != null && nowIncline != null && Math.abs(incline - nowIncline) > SAME_INCLINE_PCT;
        return steeper ? Why.OTHER_INCLINE : null;
    }
}
