package org.holdline.evaluate.score;

import java.util.ArrayList;
import java.util.List;
import org.holdline.evaluate.runner.Scenario;
import org.holdline.evaluate.runner.TrueStep;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;

/** Sessions written by hand: a step every 400 ms. */
final class Made {
    static final long STEP_US = 400_000;
    static final Silences SILENCES =
            new Silences(60_000_000, 60_000_000, 30_000_000, 30_000_000, new Silences.Rest(3, 1, 600_000_000, 12));

    final List<TrueStep> steps = new ArrayList<>();
    final List<Heard.Found> found = new ArrayList<>();
    final List<Heard.Said> said = new ArrayList<>();
    final List<Long> cuesUs = new ArrayList<>();
    Scenario scenario = Scenario.BLOCKS;
    Placement placement = Placement.DUAL;
    List<String> patterns = List.of("none");
    Heard.Moves moves = new Heard.Moves(-1, List.of());
    double speedKmh = 10;
    double slidDeg;
    private long nowUs;
    private int inBout;

    /** So many steps of one posture, judged as said. */
    Made run(int count, double archDeg, double leanDeg, boolean over) {
        for (int i = 0; i < count; i++) {
            step(archDeg, leanDeg, 0, 60);
            said.add(new Heard.Said(nowUs, true, over));
            found.add(new Heard.Found(nowUs, nowUs + 240_000, 1500));
        }
        return this;
    }

    /** So many steps of a trunk that is held back, judged as said. */
    Made seen(int count, double uprightDeg, boolean over) {
        for (int i = 0; i < count; i++) {
            step(0, 0, uprightDeg, 60);
            said.add(new Heard.Said(nowUs, true, over));
        }
        return this;
    }

    /** So many steps that nobody judged or found. */
    Made unheard(int count, double archDeg) {
        for (int i = 0; i < count; i++) {
            step(archDeg, 0, 0, 60);
        }
        return this;
    }

    void step(double archDeg, double leanDeg, double uprightDeg, double settledS) {
        nowUs += STEP_US;
        double sacrum = leanDeg + archDeg - uprightDeg;
        double trunk = leanDeg - uprightDeg;
        steps.add(new TrueStep(
                nowUs,
                nowUs + 240_000,
                inBout++,
                Phase.RUN,
                archDeg,
                leanDeg,
                uprightDeg,
                sacrum,
                trunk,
                slidDeg,
                settledS,
                speedKmh));
    }

    Made pause(double seconds) {
        nowUs += (long) (seconds * 1e6);
        inBout = 0;
        return this;
    }

    Made cue() {
        cuesUs.add(nowUs + 1000);
        return this;
    }

    long nowUs() {
        return nowUs;
    }

    Marks score() {
        Heard heard = new Heard(1, scenario, placement, steps, found, said, cuesUs, moves, patterns);
        return Scorer.score(heard, SILENCES);
    }
}
