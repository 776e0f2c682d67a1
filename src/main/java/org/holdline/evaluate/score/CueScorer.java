package org.holdline.evaluate.score;

import java.util.List;
import org.holdline.evaluate.runner.TrueStep;
import org.holdline.sample.Phase;

/** Were the cues of a session due, and did the due ones come? */
final class CueScorer {
    /** A cue looks back over steps and strides: what was meant within so long before it may have caused it. */
    private static final long LOOK_BACK_US = 10_000_000;

    private static final long DUE_WITHIN_US = 15_000_000;
    private static final long PAUSE_US = 2_000_000;
    private static final double HELD_DEG = 2.5;
    private static final double HOUR_US = 3.6e9;
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final Heard heard;
    private final List<TrueStep> steps;
    private final Silences silences;
    private final double archedDeg;
    private final Rests rests;

    CueScorer(Heard heard, Silences silences, double archedDeg) {
        this.heard = heard;
        steps = heard.steps();
        this.silences = silences;
        this.archedDeg = archedDeg;
        rests = new Rests(steps, heard.cuesUs(), silences.rest());
    }

    void addTo(Marks marks) {
        hours(marks);
        heard.cuesUs().forEach(cue -> blame(cue, marks));
        episodes(marks);
    }

    /** Time in which no cue could be right, by what it was spent on. */
    private void hours(Marks marks) {
        long archedUs = NEVER;
        for (int i = 0; i + 1 < steps.size(); i++) {
            TrueStep step = steps.get(i);
            if (step.archDeg() > Scorer.CLEAN_DEG) {
                archedUs = step.contactUs();
            }
            if (step.phase() == Phase.RUN && step.contactUs() - archedUs > LOOK_BACK_US) {
                long lastedUs = Math.min(PAUSE_US, steps.get(i + 1).contactUs() - step.contactUs());
                add(marks, kind(step.leanDeg(), step.uprightDeg()), step.slidDeg(), 0, lastedUs / HOUR_US);
            }
        }
    }

    /** Whose fault a cue is that nothing asked for. */
    private Measure kind(double leanDeg, double uprightDeg) {
        if (leanDeg >= HELD_DEG) {
            return Measure.LEAN_CUES;
        }
        if (uprightDeg >= HELD_DEG) {
            return Measure.UPRIGHT_CUES;
        }
        return heard.scenario().creeps() ? Measure.CREEP_CUES : Measure.FALSE_CUES;
    }

    private static void add(Marks marks, Measure kind, double slidDeg, int cues, double hours) {
        marks.add(kind, cues, hours);
        if (kind == Measure.FALSE_CUES && Math.abs(slidDeg) < Scorer.STILL_DEG) {
            marks.add(Measure.FALSE_CUES_STILL_CLIP, cues, hours);
        }
    }

    private void blame(long cueUs, Marks marks) {
        double arch = Double.NEGATIVE_INFINITY;
        double lean = 0;
        double upright = 0;
        double slid = 0;
        for (TrueStep step : steps) {
            if (step.contactUs() <= cueUs && step.contactUs() >= cueUs - LOOK_BACK_US) {
                arch = Math.max(arch, step.archDeg());
                lean = Math.max(lean, step.leanDeg());
                upright = Math.max(upright, step.uprightDeg());
                slid = step.slidDeg();
            }
        }
        if (arch <= Scorer.CLEAN_DEG) {
            add(marks, kind(lean, upright), slid, 1, 0);
        }
    }

    private void episodes(Marks marks) {
        int from = -1;
        for (int i = 0; i < steps.size(); i++) {
            TrueStep step = steps.get(i);
            boolean arched = step.phase() == Phase.RUN && step.archDeg() >= archedDeg;
            boolean paused = i > 0 && step.contactUs() - steps.get(i - 1).contactUs() > PAUSE_US;
            if (from >= 0 && (!arched || paused)) {
                episode(from, i - 1, marks);
                from = -1;
            }
            if (arched && from < 0) {
                from = i;
            }
        }
        if (from >= 0) {
            episode(from, steps.size() - 1, marks);
        }
    }

    /** The first cue of an arched stretch counts from the later of its onset, the end of the cooldown and those of silences. */
    private void episode(int from, int to, Marks marks) {
        long onsetUs = steps.get(from).contactUs();
        long endUs = steps.get(to).contactUs();
        long dueUs = Math.max(onsetUs, silentUntilUs(from, to));
        long cueUs = Long.MAX_VALUE;
        for (long cue : heard.cuesUs()) {
            if (cue < onsetUs) {
                dueUs = Math.max(dueUs, cue + silences.cooldownUs());
            } else {
                cueUs = cue;
                break;
            }
        }
        dueUs = rests.endUs(dueUs);
        boolean came = cueUs <= Math.min(dueUs + DUE_WITHIN_US, endUs + LOOK_BACK_US);
        // A stretch that ends before the time is up proves nothing, unless the cue came all the same.
        if (came || endUs >= dueUs + DUE_WITHIN_US) {
            marks.count(Measure.FIRST_CUE, came);
        }
        if (came) {
            marks.add(Measure.FIRST_CUE_DELAY, Math.max(0, cueUs - dueUs) / 1e6, 1);
        }
    }

    /** Silence at the start of a bout: shorter when the runner had settled in an earlier one. */
    private long openingUs(int bout) {
        int start = 0;
        for (int i = 1; i <= bout; i++) {
            if (steps.get(i).inBout() == 0) {
                if (steps.get(i - 1).contactUs() - steps.get(start).contactUs() >= silences.settleUs()) {
                    return silences.pauseUs();
                }
                start = i;
            }
        }
        return silences.settleUs();
    }

    private long silentUntilUs(int from, int to) {
        int bout = from;
        while (bout > 0 && steps.get(bout).inBout() > 0) {
            bout--;
        }
        long untilUs = steps.get(bout).contactUs() + openingUs(bout);
        for (int i = bout + 1; i <= to; i++) {
            boolean changed = steps.get(i).speedKmh() != steps.get(i - 1).speedKmh();
            // A change within the stretch is a silence of its own only while the stretch has not been answered.
            if (changed
                    && steps.get(i).contactUs()
                            <= Math.max(untilUs, steps.get(from).contactUs()) + DUE_WITHIN_US) {
                untilUs = Math.max(untilUs, steps.get(i).contactUs() + silences.changeUs());
            }
        }
        return untilUs;
    }
}
