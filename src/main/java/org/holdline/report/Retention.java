package org.holdline.report;

import java.util.List;
import org.holdline.cue.FadingParams;

/**
 * Whether a runner keeps the posture without cues, and so how many cues the next run gives: 100, 75, 50, 25 or 0 per cent of those
 * due, stage 0 to 4. A pure function of the blocks without cues of two runs and the stage they were run at; keeping the stage
 * from run to run is for whoever keeps the runner's profile.
 *
 * <p>What is kept is the share of steps inside the band, block by block. The stage changes by one, and only when both runs together
 * hold three blocks, each run at least one, and their means differ by more than ten points and by more than the blocks of
 * one run differ among themselves.
 */
public final class Retention {
    private static final int MIN_BLOCKS = 3;
    private static final double MIN_CHANGE = 0.10;

    private Retention() {}

    /** What came of it. */
    public enum Change {
        /** Too few blocks, or no difference beyond their spread. */
        STAYS("stays"),
        /** More was kept: one stage on, fewer cues. */
        ON("on"),
        /** Less was kept: one stage back. */
        BACK("back");

        private final String word;

        Change(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * What a runner's profile kept of the run before.
     *
     * @param stage at which this run is run as well, 0..4
     * @param blocks its blocks without cues; none when there was no run before
     */
    public record Kept(int stage, List<Summary.Probe> blocks) {
        public Kept {
            FadingParams.givenPct(stage);
            blocks = List.copyOf(blocks);
        }

        /**
         * What is kept for the run after this one. Blocks are compared at one stage only: where it has changed, nothing is kept
         * of the old one.
         *
         * @param decision that followed from this run
         * @param latest its blocks without cues; where it had none, those before it still count
         */
        public Kept next(Decision decision, List<Summary.Probe> latest) {
            if (decision.stage() != stage) {
                return new Kept(decision.stage(), List.of());
            }
            return new Kept(stage, latest.isEmpty() ? blocks : latest);
        }
    }

    /**
     * The stage to go on with.
     *
     * @param stage 0..4
     * @param givenPct of the due cues, how many it gives
     */
    public record Decision(Change change, int stage, int givenPct) {}

    /**
     * Decides after a run.
     *
     * @param stage 0..4, at which both were run
     * @param before blocks without cues of the run before
     * @param latest and of the latest one
     */
    public static Decision decide(int stage, List<Summary.Probe> before, List<Summary.Probe> latest) {
        FadingParams.givenPct(stage);
        Change change = change(before, latest);
        int next = Math.clamp(
                switch (change) {
                    case STAYS -> stage;
                    case ON -> stage + 1;
                    case BACK -> stage - 1;
                },
                0,
                FadingParams.LAST_STAGE);
        return new Decision(next == stage ? Change.STAYS : change, next, FadingParams.givenPct(next));
    }

    private static Change change(List<Summary.Probe> before, List<Summary.Probe> latest) {
        if (before.isEmpty() || latest.isEmpty() || before.size() + latest.size() < MIN_BLOCKS) {
            return Change.STAYS;
        }
        double gained = mean(before) - mean(latest);
        double needed = Math.max(MIN_CHANGE, Math.max(spread(before), spread(latest)));
        // Shares come from counts: a hair's breadth is rounding.
        if (Math.abs(gained) <= needed + 1e-9) {
            return Change.STAYS;
        }
        return gained > 0 ? Change.ON : Change.BACK;
    }

    private static double mean(List<Summary.Probe> blocks) {
        return blocks.stream().mapToDouble(Summary.Probe::overShare).average().orElseThrow();
    }

    private static double spread(List<Summary.Probe> blocks) {
        double most =
                blocks.stream().mapToDouble(Summary.Probe::overShare).max().orElseThrow();
        double least =
                blocks.stream().mapToDouble(Summary.Probe::overShare).min().orElseThrow();
        return most - least;
    }
}
