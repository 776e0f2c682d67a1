package org.holdline.posture;

import java.util.function.Consumer;
import org.holdline.gait.Step;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;

/** Feeds a {@link Posture} whole strides of a body whose two pitches are told, step by step. */
final class Stepper {
    static final int RATE_HZ = 200;

    private static final int STEP_SAMPLES = 70;
    private static final long PERIOD_US = 1_000_000 / RATE_HZ;

    final Posture posture;
    WornClip lower = new WornClip(0, 8, 0);
    WornClip upper = new WornClip(0, -5, 0);

    /** Swing of the pitch within each stride. */
    double wobbleDeg;

    private final Step step = new Step();
    private final Placement placement;
    private long samples;
    private long shiftUs;

    Stepper(Placement placement) {
        this(placement, StoredNeutral.NONE);
    }

    Stepper(Placement placement, StoredNeutral stored) {
        this.placement = placement;
        posture = new Posture(PostureParams.defaults(), stored, placement, RATE_HZ);
    }

    /** Stands and bends. */
    Stepper aligned() {
        return aligned(true, true);
    }

    Stepper aligned(boolean stands, boolean bends) {
        align(lower, posture.lowerMount(), stands, bends);
        if (placement.isDual()) {
            align(upper, posture.upperMount(), stands, bends);
        }
        return this;
    }

    private static void align(WornClip clip, Mount mount, boolean stands, boolean bends) {
        if (stands) {
            int[] up = clip.up(0);
            mount.stand(up[0], up[1], up[2]);
        }
        if (bends) {
            clip.bend(mount, 600, 60, 1);
        }
    }

    /** A marked neutral of so many steps, and the cued run after it. */
    Stepper neutral(int steps, double lowerDeg, double upperDeg) {
        // The stride before the phase belongs to it already: every learned step is alike.
        feed(lowerDeg, upperDeg, 2 * STEP_SAMPLES);
        posture.enter(Phase.NEUTRAL);
        for (int i = 0; i < steps; i++) {
            step(lowerDeg, upperDeg);
        }
        posture.enter(Phase.RUN);
        return this;
    }

    /** A running step that ends a whole stride in this posture. */
    Verdict step(double lowerDeg, double upperDeg) {
        return step(lowerDeg, upperDeg, same -> {});
    }

    /** Eight such steps: what is beyond the threshold in them stays so. */
    Verdict held(double lowerDeg, double upperDeg) {
        for (int i = 1; i < 8; i++) {
            step(lowerDeg, upperDeg);
        }
        return step(lowerDeg, upperDeg);
    }

    Verdict step(double lowerDeg, double upperDeg, Consumer<Step> change) {
        return judge(lowerDeg, upperDeg, true, true, change);
    }

    Verdict badStep(double lowerDeg, double upperDeg) {
        return judge(lowerDeg, upperDeg, false, true, same -> {});
    }

    /** A step whose stride began before the phase. */
    Verdict earlyStep(double lowerDeg, double upperDeg) {
        return judge(lowerDeg, upperDeg, true, false, same -> {});
    }

    Verdict walk(double lowerDeg, double upperDeg) {
        return step(lowerDeg, upperDeg, walking -> walking.running = false);
    }

    void pause(long us) {
        shiftUs += us;
    }

    private Verdict judge(double lowerDeg, double upperDeg, boolean good, boolean inPhase, Consumer<Step> change) {
        // Two steps' worth, so that no verdict holds half a stride of the posture before; time goes on by one step.
        long from = samples;
        feed(lowerDeg, upperDeg, 2 * STEP_SAMPLES);
        shiftUs -= STEP_SAMPLES * PERIOD_US;
        step.running = true;
        step.runningStepsBefore = 2;
        step.strideFrom = from;
        step.strideTo = samples - 1;
        step.contactUs = samples * PERIOD_US + shiftUs;
        change.accept(step);
        return posture.judge(step, good, inPhase);
    }

    private void feed(double lowerDeg, double upperDeg, int count) {
        for (int i = 0; i < count; i++) {
            // As long as the stride from its first sample to the last but one.
            double wobble = wobbleDeg * Math.sin(2 * Math.PI * i / (count - 1));
            int[] low = lower.up(lowerDeg + wobble);
            int[] high = upper.up(upperDeg + wobble);
            posture.add(low[0], low[1], low[2], high[0], high[1], high[2]);
            samples++;
        }
    }
}
