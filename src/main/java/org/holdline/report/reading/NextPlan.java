package org.holdline.report.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdline.posture.NeutralKind;
import org.holdline.report.Pattern;
import org.holdline.report.Retention;
import org.holdline.report.Summary;
import org.holdline.sample.Placement;
import org.holdline.sample.StreamInfo;
import org.jspecify.annotations.Nullable;

/**
 * One thing for next time, and the run that it asks for.
 *
 * @param aim what the one thing is
 * @param plannedS planned length of the next run, s; 0 = none is planned
 * @param plannedM planned distance, m; 0 = none
 * @param atS instant in the run that the aim speaks of, s from its start; 0 = none
 * @param mostKmh belt speed to stay below, km/h; 0 = none
 * @param probes whether two-minute blocks without cues are part of it
 * @param givenPct of the due cues, how many will be given; -1 = as before
 */
public record NextPlan(Aim aim, int plannedS, int plannedM, int atS, double mostKmh, boolean probes, int givenPct) {
    private static final int MINUTE_S = 60;

    /** Long enough to stand, bend, walk, find a neutral and be judged for ten minutes. */
    private static final int SHORTEST_S = 900;

    /** Share of steps beyond the band that asks for more than the same again. */
    private static final double MUCH = 0.2;

    private static final double SLOWER_KMH = 0.5;
    private static final int UNCHANGED = -1;

    /** The one thing. */
    public enum Aim {
        /** No run is planned: discomfort comes first. */
        EASE_OFF,
        /** What comes next is in the runner's own report: this one was made without what the runner said. */
        OWN_REPORT,
        /** The run was too short, or too little of it could be judged. */
        MEASURE_AGAIN,
        /** The clip moved or sat otherwise than asked. */
        SEAT,
        /** Walk for a minute shortly before the drift began. */
        WALK_BREAK,
        /** Mark a neutral run, after the drill. */
        NEUTRAL_RUN,
        /** Show one sensor at the sacrum the runner's hollow back and lean, so that it can tell them apart. */
        TELL_APART,
        /** Look after the first quarter. */
        FIRST_QUARTER,
        /** Keep the fast parts a little slower. */
        EASIER_FAST,
        /** Lean as a whole, from the ankles. */
        LEAN,
        /** Lengthen once a minute, cue or not: much was beyond the band, without a pattern. */
        REGULAR,
        /** Answer a cue for ten steps. */
        ANSWER,
        /** Stand still at the end. */
        CLOSING_STAND,
        /** The same again. */
        SAME;

        /** The word in the catalogue and in JSON. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Settings by their names, as the command line and the file know them; none when no run is planned. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        if (plannedS > 0) {
            settings.put("run.planned_s", String.valueOf(plannedS));
        }
        if (plannedM > 0) {
            settings.put("run.planned_m", String.valueOf(plannedM));
        }
        if (probes) {
            settings.put("fading.probes", "true");
        }
        if (givenPct >= 0) {
            settings.put("fading.given_pct", String.valueOf(givenPct));
        }
        return settings;
    }

    static NextPlan of(Summary s, StreamInfo info, RunSteps steps, Responses responses, Discomfort discomfort) {
        Aim aim = aim(s, responses, discomfort);
        if (aim == Aim.EASE_OFF || aim == Aim.OWN_REPORT) {
            return new NextPlan(aim, 0, 0, 0, 0, false, UNCHANGED);
        }
        int lastedS = Math.toIntExact(Math.round(s.durationS() / MINUTE_S)) * MINUTE_S;
        int plannedS = info.plannedS() > 0 || info.plannedM() > 0 ? info.plannedS() : Math.max(SHORTEST_S, lastedS);
        if (aim == Aim.MEASURE_AGAIN && info.plannedM() == 0) {
            plannedS = Math.max(SHORTEST_S, plannedS);
        }
        Retention.Decision fading = s.retention();
        return new NextPlan(
                aim,
                plannedS,
                info.plannedM(),
                atS(aim, s, steps),
                aim == Aim.EASIER_FAST ? mostKmh(s) : 0,
                aim == Aim.SAME,
                fading == null || fading.change() == Retention.Change.STAYS ? UNCHANGED : fading.givenPct());
    }

    private static Aim aim(Summary s, Responses responses, Discomfort discomfort) {
        if (discomfort.asksForEase()) {
            return discomfort.withheld() ? Aim.OWN_REPORT : Aim.EASE_OFF;
        }
        // Without a step nothing is known of how the clip sat.
        if (s.clip().moved() || (!s.mounting().asAsked() && s.steps() > 0)) {
            return Aim.SEAT;
        }
        if (isTooLittle(s)) {
            return Aim.MEASURE_AGAIN;
        }
        List<String> found = s.patterns().stream().map(Pattern::name).toList();
        if (found.contains(Pattern.LATE)) {
            return Aim.WALK_BREAK;
        }
        if (Evidence.isUntold(s.neutral()) || s.neutral().kind() == NeutralKind.STANDING) {
            return Aim.NEUTRAL_RUN;
        }
        if (!tellsApart(s)) {
            return Aim.TELL_APART;
        }
        if (s.patterns().stream().anyMatch(Evidence::isEarly)) {
            return s.placement() == Placement.THORACOLUMBAR ? Aim.LEAN : Aim.FIRST_QUARTER;
        }
        if (found.contains(Pattern.INTENSITY)) {
            return Aim.EASIER_FAST;
        }
        if (found.contains(Pattern.UPRIGHT)) {
            return Aim.LEAN;
        }
        if (responses.isEnough() && responses.answered() * 2 < responses.known()) {
            return Aim.ANSWER;
        }
        if (s.overSteps() > MUCH * s.judgedSteps()) {
            return s.placement() == Placement.THORACOLUMBAR ? Aim.LEAN : Aim.REGULAR;
        }
        return s.clip().closingStand() ? Aim.SAME : Aim.CLOSING_STAND;
    }

    /** False for one sensor at the sacrum whose runner has not shown it the difference. */
    static boolean tellsApart(Summary s) {
        Summary.Separation separation = s.mounting().separation();
        return s.placement() != Placement.SACRAL || (separation != null && separation.enough());
    }

    /** No step judged, or so few or so unsure that no pattern could be looked for. */
    static boolean isTooLittle(Summary s) {
        return s.judgedSteps() == 0 || evidence(s, "median_confidence") != null;
    }

    static @Nullable Double evidence(Summary s, String name) {
        return s.patterns().getFirst().evidence().get(name);
    }

    /** A minute before the drift began, on the full minute; or the end of the first quarter. */
    private static int atS(Aim aim, Summary s, RunSteps steps) {
        Double driftS = s.patterns().stream()
                .filter(pattern -> pattern.name().equals(Pattern.LATE))
                .map(pattern -> pattern.evidence().get("first_drift_s"))
                .findFirst()
                .orElse(null);
        double atS = switch (aim) {
            case WALK_BREAK -> driftS == null ? 0 : driftS - MINUTE_S;
            case FIRST_QUARTER ->
                steps.deviation().isEmpty()
                        ? 0
                        : steps.deviation().firstS()
                                + (steps.deviation().lastS() - steps.deviation().firstS()) / 4;
            default -> 0;
        };
        return atS <= 0 ? 0 : Math.max(MINUTE_S, (int) Math.floor(atS / MINUTE_S) * MINUTE_S);
    }

    private static double mostKmh(Summary s) {
        return s.patterns().stream()
                .filter(pattern -> pattern.name().equals(Pattern.INTENSITY))
                .map(pattern -> pattern.evidence().getOrDefault("fast_from_kmh", 0.0))
                .filter(fromKmh -> fromKmh > 0)
                .map(fromKmh -> Math.round((fromKmh - SLOWER_KMH) * 10) / 10.0)
                .findFirst()
                .orElse(0.0);
    }
}
