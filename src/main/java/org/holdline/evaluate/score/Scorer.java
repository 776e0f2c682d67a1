package org.holdline.evaluate.score;

import java.util.List;
import org.holdline.evaluate.runner.Scenario;
import org.holdline.evaluate.runner.TrueStep;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;
import org.jspecify.annotations.Nullable;

/**
 * Holds one session against its truth.
 *
 * <p>A step is arched when the runner meant so many degrees of arch, clean at 1.5 degrees or less; between them, and for 5 s
 * after the posture began to change, nothing is counted. A step of the run that was not judged counts as not called over.
 */
final class Scorer {
    static final double CLEAN_DEG = 1.5;
    private static final double DUAL_ARCHED_DEG = 6;
    private static final double SINGLE_ARCHED_DEG = 8;
    private static final double BAND_DEG = 3;

    /** Half as far again as the band: no step noise takes a step that is seen there back into it. */
    private static final double CLEARLY_BEYOND_DEG = 4.5;

    /** A clip that has moved by less has not moved. */
    static final double STILL_DEG = 0.5;

    /** A clip that has moved by more spoils what is said of a late drift. */
    private static final double MOVED_DEG = 1.5;

    private static final long JUMP_SAID_WITHIN_US = 10_000_000;
    private static final double TRANSITION_S = 5;

    /** A whole stride lies behind a step from the third of a bout on. */
    private static final int FIRST_WITH_STRIDE = 2;

    private static final long SAME_STEP_US = 100_000;
    private static final int CADENCE_STEPS = 6;

    private final Heard heard;
    private final List<TrueStep> steps;
    private final double archedDeg;
    private final Marks marks = new Marks();

    private Scorer(Heard heard) {
        this.heard = heard;
        steps = heard.steps();
        archedDeg = archedDeg(heard.placement());
    }

    static Marks score(Heard heard, Silences silences) {
        Scorer scorer = new Scorer(heard);
        scorer.steps();
        scorer.verdicts();
        scorer.patterns();
        scorer.jumps();
        new CueScorer(heard, silences, scorer.archedDeg).addTo(scorer.marks);
        return scorer.marks;
    }

    /** From how much arch on a step counts as arched. */
    static double archedDeg(Placement placement) {
        return placement.isDual() ? DUAL_ARCHED_DEG : SINGLE_ARCHED_DEG;
    }

    private long[] contacts() {
        return steps.stream().mapToLong(TrueStep::contactUs).toArray();
    }

    private void steps() {
        long[] found = heard.found().stream().mapToLong(Heard.Found::contactUs).toArray();
        Matching matching = new Matching(contacts(), found, SAME_STEP_US);
        int pairs = matching.pairs();
        marks.add(Measure.STEPS, pairs, steps.size() + found.length - pairs);
        for (int i = 0; i < steps.size(); i++) {
            int said = matching.saidOf(i);
            if (said >= 0) {
                timing(i, heard.found().get(said));
            }
        }
    }

    private void timing(int i, Heard.Found found) {
        TrueStep step = steps.get(i);
        marks.add(Measure.CONTACT_BIAS, (found.contactUs() - step.contactUs()) / 1e3, 1);
        marks.add(Measure.TOE_OFF_BIAS, (found.toeOffUs() - step.toeOffUs()) / 1e3, 1);
        long foundUs = found.toeOffUs() - found.contactUs();
        marks.add(Measure.CONTACT_TIME_BIAS, (foundUs - step.toeOffUs() + step.contactUs()) / 1e3, 1);
        if (step.inBout() >= 2 * CADENCE_STEPS) {
            double intervalUs = (step.contactUs() - steps.get(i - CADENCE_STEPS).contactUs()) / (double) CADENCE_STEPS;
            marks.add(Measure.CADENCE_ERROR, Math.abs(found.cadenceDspm() / 10.0 - 60e6 / intervalUs), 1);
        }
    }

    private void verdicts() {
        long[] said = heard.verdicts().stream().mapToLong(Heard.Said::contactUs).toArray();
        Matching matching = new Matching(contacts(), said, SAME_STEP_US);
        for (int i = 0; i < steps.size(); i++) {
            TrueStep step = steps.get(i);
            if (step.phase() == Phase.RUN && step.inBout() >= FIRST_WITH_STRIDE) {
                int at = matching.saidOf(i);
                Heard.Said verdict = at < 0
                        ? new Heard.Said(step.contactUs(), false, false)
                        : heard.verdicts().get(at);
                verdict(step, verdict);
            }
        }
        for (int s = 0; s < said.length; s++) {
            if (matching.trueOf(s) < 0 && heard.verdicts().get(s).over()) {
                marks.count(Measure.PRECISION, false);
                marks.count(Measure.PRECISION_BY_BONE, false);
                marks.count(Measure.SEEN_PRECISION, false);
                marks.count(Measure.SEEN_CLEAR_PRECISION, false);
            }
        }
    }

    private void verdict(TrueStep step, Heard.Said said) {
        marks.count(Measure.UNJUDGED, !said.judged());
        if (step.settledS() < TRANSITION_S) {
            return;
        }
        double bone = step.sacrumDeg() - step.trunkDeg();
        called(step.archDeg(), said.over(), Measure.PRECISION, Measure.RECALL);
        if (Math.abs(step.slidDeg()) < STILL_DEG) {
            called(step.archDeg(), said.over(), Measure.PRECISION_STILL_CLIP, null);
        }
        called(bone, said.over(), Measure.PRECISION_BY_BONE, Measure.RECALL_BY_BONE);
        double seen = switch (heard.placement()) {
            case SACRAL -> step.sacrumDeg();
            case THORACOLUMBAR -> -step.trunkDeg();
            case DUAL -> bone;
        };
        called(step.archDeg(), seen > BAND_DEG, Measure.PERFECT_PRECISION, Measure.PERFECT_RECALL);
        seen(seen >= BAND_DEG, said.over(), Measure.SEEN_PRECISION, Measure.SEEN_RECALL);
        if (seen <= CLEAN_DEG || seen >= CLEARLY_BEYOND_DEG) {
            seen(seen >= BAND_DEG, said.over(), Measure.SEEN_CLEAR_PRECISION, Measure.SEEN_CLEAR_RECALL);
            if (Math.abs(step.slidDeg()) < STILL_DEG) {
                seen(seen >= BAND_DEG, said.over(), Measure.SEEN_STILL_PRECISION, null);
            }
        }
    }

    /** Whether the clip tells the truth about its own place, an arch or not. */
    private void seen(boolean beyond, boolean over, Measure precision, @Nullable Measure recall) {
        if (over) {
            marks.count(precision, beyond);
        }
        if (beyond && recall != null) {
            marks.count(recall, over);
        }
    }

    private void called(double archDeg, boolean over, Measure precision, @Nullable Measure recall) {
        boolean arched = archDeg >= archedDeg;
        if (over && (arched || archDeg <= CLEAN_DEG)) {
            marks.count(precision, arched);
        }
        if (arched && recall != null) {
            marks.count(recall, over);
        }
    }

    private double finallySlidDeg() {
        return steps.isEmpty() ? 0 : steps.getLast().slidDeg();
    }

    private void jumps() {
        long jumpUs = heard.moves().jumpUs();
        List<Long> said = heard.moves().saidUs();
        long invented = said.stream().filter(us -> !isSoonAfter(us, jumpUs)).count();
        long spanUs = steps.isEmpty()
                ? 0
                : steps.getLast().contactUs() - steps.getFirst().contactUs();
        marks.add(Measure.JUMPS_INVENTED, (double) invented, spanUs / 3.6e9);
        if (jumpUs >= 0) {
            marks.count(Measure.JUMPS_FOUND, said.stream().anyMatch(us -> isSoonAfter(us, jumpUs)));
        }
    }

    private static boolean isSoonAfter(long us, long jumpUs) {
        return jumpUs >= 0 && us >= jumpUs && us <= jumpUs + JUMP_SAID_WITHIN_US;
    }

    private void patterns() {
        String truth = heard.scenario().pattern();
        if (truth != null) {
            String named = heard.patterns().getFirst();
            // What a clip that has moved leaves of a late drift is not known, and is to be called so.
            boolean spoiled = heard.scenario().creeps() && Math.abs(finallySlidDeg()) > MOVED_DEG;
            marks.count(Measure.PATTERNS, named.equals(truth) || (spoiled && named.equals("unknown")));
        }
        if (heard.scenario() == Scenario.CREEP) {
            marks.count(Measure.LATE_FROM_CREEP, heard.patterns().contains("late"));
        }
    }
}
