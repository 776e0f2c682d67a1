package org.holdline.report.export;

import java.util.ArrayList;
import java.util.List;
import org.holdline.road.Event;
import org.holdline.sample.Act;
import org.holdline.sample.Phase;
import org.holdline.session.KeptRun;
import org.holdline.session.belt.Part;
import org.holdline.session.belt.Split;
import org.holdline.session.belt.Walk;

/**
 * A lap. Where the runner marked hard intervals, they and the rests between them are the laps; else, with a known belt speed,
 * kilometres; else the warm-up and the run.
 *
 * @param fromUs since the first sample
 * @param toUs the same
 * @param why it ended
 * @param effort what it was
 * @param part its figures; those of all laps make up the run's
 */
record Lap(long fromUs, long toUs, Why why, Effort effort, Part part) {
    /** With its number in the FIT profile and its word in TCX. */
    enum Why {
        MARK(0, "Manual"),
        DISTANCE(2, "Distance"),
        END(7, "Manual");

        private final int fit;
        private final String tcx;

        Why(int fit, String tcx) {
            this.fit = fit;
            this.tcx = tcx;
        }

        int fit() {
            return fit;
        }

        String tcx() {
            return tcx;
        }
    }

    /** With its number in the FIT profile and its word in TCX. */
    enum Effort {
        ACTIVE(0, "Active"),
        REST(1, "Resting"),
        WARM_UP(2, "Active");

        private final int fit;
        private final String tcx;

        Effort(int fit, String tcx) {
            this.fit = fit;
            this.tcx = tcx;
        }

        int fit() {
            return fit;
        }

        String tcx() {
            return tcx;
        }
    }

    /** Laps closer together than this are one. */
    private static final long LEAST_US = 1_000_000;

    /** Where a lap begins. */
    private record Cut(long atUs, Effort effort) {}

    /** Laps of an activity, at least one. */
    static List<Lap> of(KeptRun run, Activity activity) {
        List<Cut> marks = marks(run);
        boolean byDistance = marks.isEmpty() && activity.ground().isKnown();
        List<Cut> cuts = new ArrayList<>();
        cuts.add(new Cut(activity.fromUs(), effortAtStart(run, marks, byDistance)));
        for (Cut cut : byDistance ? kilometres(activity) : marks.isEmpty() ? run(run) : marks) {
            boolean apart = cut.atUs - cuts.getLast().atUs >= LEAST_US && activity.toUs() - cut.atUs >= LEAST_US;
            if (apart) {
                cuts.add(cut);
            }
        }
        return laps(run, activity, cuts, byDistance ? Why.DISTANCE : Why.MARK);
    }

    private static List<Lap> laps(KeptRun run, Activity activity, List<Cut> cuts, Why why) {
        List<Lap> laps = new ArrayList<>();
        Walk walk = new Walk(run);
        for (int i = 0; i < cuts.size(); i++) {
            boolean last = i + 1 == cuts.size();
            long toUs = last ? activity.toUs() : cuts.get(i + 1).atUs;
            laps.add(new Lap(
                    cuts.get(i).atUs,
                    toUs,
                    last ? Why.END : why,
                    cuts.get(i).effort,
                    walk.until(last ? Long.MAX_VALUE : toUs)));
        }
        return laps;
    }

    private static Effort effortAtStart(KeptRun run, List<Cut> marks, boolean byDistance) {
        if (!marks.isEmpty()) {
            return marks.getFirst().effort == Effort.REST ? Effort.ACTIVE : Effort.REST;
        }
        return byDistance || run(run).isEmpty() ? Effort.ACTIVE : Effort.WARM_UP;
    }

    private static List<Cut> marks(KeptRun run) {
        List<Cut> marks = new ArrayList<>();
        for (Event event : run.events()) {
            if (event.kind == Event.Kind.ACT) {
                boolean hard = Act.HARD.isIn(event.acts);
                if (hard || (Act.EASY.isIn(event.acts) && !marks.isEmpty())) {
                    marks.add(new Cut(since(run, event), hard ? Effort.ACTIVE : Effort.REST));
                }
            }
        }
        return marks;
    }

    private static List<Cut> run(KeptRun run) {
        for (Event event : run.events()) {
            if (event.kind == Event.Kind.STATE && event.phase == Phase.RUN) {
                return List.of(new Cut(since(run, event), Effort.ACTIVE));
            }
        }
        return List.of();
    }

    private static List<Cut> kilometres(Activity activity) {
        List<Cut> cuts = new ArrayList<>();
        double metres = activity.ground().metres();
        for (int km = 1; km * (double) Split.SPLIT_M < metres; km++) {
            cuts.add(new Cut(activity.ground().atMetres(km * (double) Split.SPLIT_M), Effort.ACTIVE));
        }
        return cuts;
    }

    private static long since(KeptRun run, Event event) {
        return event.timeUs - run.events().getFirst().timeUs;
    }
}
