package org.holdline.app;

import java.util.ArrayList;
import java.util.List;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.clip.virtual.VirtualScript.Activity;
import org.holdline.clip.virtual.VirtualScript.Part;
import org.holdline.guide.Guide;
import org.holdline.guide.Order;
import org.holdline.guide.Plan;
import org.holdline.guide.Step;
import org.holdline.guide.Tap;
import org.holdline.sample.Placement;

/** The virtual runner who is guided: does what each step says, and answers what can only be felt. */
final class VirtualFollower {
    private static final long HAND_US = 3_000_000;
    private static final long PULSE_AND_GAP_US = 600_000;
    private static final double WALK_KMH = 5;
    private static final double ARCH_DEG = 12;
    private static final double TUCK_DEG = -10;
    private static final double HABIT_DEG = 1.5;
    private static final double ATTENTIVE_DEG = 0.8;
    private static final double ARCHED_DEG = 8;
    private static final double ATTENTIVE_S = 95;
    private static final double ARCHED_S = 75;

    /** A person who has tapped a plan, when nobody is there to choose one. */
    private static final int SPEED_KMH_10 = Plan.SPEEDS_M_PER_H.indexOf(10_000);

    private final VirtualClip runner;
    private final double runKmh;
    private final boolean taps;
    private final boolean answers;
    private final double size;
    private int turn = -1;
    private int felt;
    private long dueUs = Long.MAX_VALUE;

    /**
     * @param runKmh how fast it runs when the usual speed is not known
     * @param taps it chooses plan and speed as well, since nobody else can
     * @param answers it tells how many pulses it felt
     */
    VirtualFollower(VirtualClip runner, double runKmh, boolean taps, boolean answers) {
        this.runner = runner;
        this.runKmh = runKmh;
        this.taps = taps;
        this.answers = answers;
        // The trunk turns little in an arch: a movement that its clip can see is a large one.
        size = runner.info().placement() == Placement.THORACOLUMBAR ? 2.3 : 1;
    }

    /** What is asked of the body. */
    void ordered(Order order, Guide guide, long timeUs) {
        switch (order) {
            case Order.Begin(Step step) -> runner.ask(parts(step, guide, timeUs));
            case Order.Pulses(int count, int pulseMs) -> {
                felt = count;
                dueUs = timeUs + count * (pulseMs * 1000L + PULSE_AND_GAP_US) + HAND_US;
            }
            case Order.Hush _ -> dueUs = Long.MAX_VALUE;
            case Order.Say _, Order.Mark _, Order.Tone _, Order.AtLeast _, Order.Speed _, Order.Keep _ -> {
                // Nothing for a body to do.
            }
        }
    }

    /** What is asked of the hand. */
    void look(Guide guide, long timeUs) {
        if (taps && guide.step().isChoice()) {
            if (turn != guide.turn()) {
                turn = guide.turn();
                dueUs = timeUs + HAND_US;
            } else if (timeUs >= dueUs) {
                guide.tap(new Tap(turn, "choose", guide.step() == Step.SPEED ? SPEED_KMH_10 : 0));
            }
        } else if (answers && guide.step() == Step.CHECK && timeUs >= dueUs) {
            dueUs = Long.MAX_VALUE;
            guide.tap(new Tap(guide.turn(), "choose", felt - 1));
        }
    }

    private List<Part> parts(Step step, Guide guide, long timeUs) {
        Part stand = Part.of(Activity.STAND, 1, 0);
        double usual =
                guide.memory().speedMPerH() == 0 ? runKmh : guide.memory().speedMPerH() / 1e3;
        Part run =
                Part.of(Activity.RUN, 1, Math.clamp(usual, VirtualOptions.MIN_SPEED_KMH, VirtualOptions.MAX_SPEED_KMH));
        return switch (step) {
            case NOTE, START, PLAN, SPEED, STRAP, STAND, CHECK, CLOSE, DONE -> List.of(stand);
            case BEND -> List.of(Part.of(Activity.BEND, 12, 0), stand);
            case DRILL -> drill(stand);
            case WALK -> List.of(Part.of(Activity.WALK, 1, WALK_KMH));
            case GO, BASELINE -> List.of(run.posture(HABIT_DEG, 0, 2));
            case NEUTRAL -> List.of(run);
            case RUN -> cued(run, stand, untilS(guide.plan(), run.speedKmh(), timeUs), timeUs);
        };
    }

    private List<Part> drill(Part stand) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            parts.add(stand.posture(size * ARCH_DEG, 0, 2).lasting(2.5));
            parts.add(stand.posture(size * TUCK_DEG, 0, 2.5).lasting(3));
            parts.add(stand.posture(0, 0, 2).lasting(4));
        }
        parts.add(stand);
        return parts;
    }

    private static double untilS(Plan plan, double kmh, long timeUs) {
        if (plan.plannedM() > 0) {
            // As if nothing had been gone before: further than was meant, never less.
            return timeUs / 1e6 + plan.plannedM() / kmh * 3.6;
        }
        return plan.plannedS() > 0 ? plan.plannedS() : VirtualOptions.MAX_DURATION_S;
    }

    /** Attentive and arched in turns; when the plan is over the runner walks and stands. */
    private static List<Part> cued(Part run, Part stand, double untilS, long timeUs) {
        List<Part> parts = new ArrayList<>();
        for (double s = timeUs / 1e6; s < untilS && parts.size() < 500; s += ATTENTIVE_S + ARCHED_S) {
            parts.add(run.posture(ATTENTIVE_DEG, 0, 2).lasting(ATTENTIVE_S));
            parts.add(run.posture(ARCHED_DEG, 0, 2).lasting(ARCHED_S));
        }
        parts.add(Part.of(Activity.WALK, 15, WALK_KMH));
        parts.add(stand);
        return parts;
    }
}
