package org.holdline.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.holdline.gait.GaitKind;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;

/** A guide with a body and a hand made of facts and taps, a tenth of a second at a time; keeps what was ordered. */
final class Led {
    private static final long LOOK_US = 100_000;
    private static final long SEED = 5;

    final Guide guide;
    final List<Order> orders = new ArrayList<>();
    private long timeUs = 7_000_000;
    private GaitKind gait = GaitKind.STAND;
    private long gaitSinceUs = timeUs;
    private boolean still;
    private long stillUs;
    private boolean stepping;
    private long ranUs;
    private long ranSteps;
    private long walkedUs;
    private boolean upright = true;
    private int bends;
    private int movements;
    private boolean drilled;
    private int recalled;
    private boolean fits = true;
    private int played;

    Led(GuideKind asked, Memory memory) {
        this(new GuideParams(asked, Placement.DUAL, false, List.of(150, 300, 1000), false), memory);
    }

    Led(GuideParams params, Memory memory) {
        guide = new Guide(params, memory, new SplittableRandom(SEED));
        take();
    }

    /** Somebody who was here before and has a plan. */
    static Memory known() {
        return new Memory(true, 1, 1, 10_000, 300, false);
    }

    private void take() {
        for (Order order : guide.takeOrders()) {
            orders.add(order);
            if (order instanceof Order.Begin) {
                bends = 0;
                movements = 0;
                drilled = false;
            }
            if (order instanceof Order.Pulses(int count, int ignored)) {
                played = count;
            }
        }
    }

    Led go(double seconds) {
        for (int i = 0; i < Math.round(seconds * 10); i++) {
            timeUs += LOOK_US;
            stillUs = still ? stillUs + LOOK_US : 0;
            ranUs += gait == GaitKind.RUN ? LOOK_US : 0;
            ranSteps += gait == GaitKind.RUN && timeUs / LOOK_US % 4 == 0 ? 1 : 0;
            walkedUs += gait == GaitKind.WALK ? LOOK_US : 0;
            guide.sense(new Facts(
                    timeUs,
                    upright,
                    stillUs,
                    gait,
                    timeUs - gaitSinceUs,
                    stepping,
                    ranUs,
                    ranSteps,
                    walkedUs,
                    bends,
                    movements,
                    drilled,
                    recalled,
                    fits));
            take();
        }
        return this;
    }

    private Led legs(GaitKind now, boolean steps, boolean quiet) {
        if (now != gait) {
            gait = now;
            gaitSinceUs = timeUs;
        }
        stepping = steps;
        still = quiet;
        return this;
    }

    Led still() {
        return legs(GaitKind.STAND, false, true);
    }

    Led fidget() {
        return legs(GaitKind.STAND, false, false);
    }

    Led walk() {
        return legs(GaitKind.WALK, true, false);
    }

    Led run() {
        return legs(GaitKind.RUN, true, false);
    }

    Led bend(int count) {
        bends = count;
        return go(0.1);
    }

    Led drill(int count, boolean good) {
        movements = count;
        drilled = good;
        return go(0.1);
    }

    Led recalled(int steps, boolean fit) {
        recalled = steps;
        fits = fit;
        return go(0.1);
    }

    Led lying() {
        upright = false;
        return this;
    }

    Led choose(int value) {
        return tap(guide.turn(), "choose", value);
    }

    Led skip() {
        return tap(guide.turn(), "skip", 0);
    }

    Led tap(int turn, String word, int value) {
        guide.tap(new Tap(turn, word, value));
        take();
        return this;
    }

    /** Waits for the pulses and answers as many, or another number. */
    Led answer(boolean right) {
        go(8);
        return choose(right ? played - 1 : played % 4);
    }

    /** On until the step is over, or for so long. */
    private Led until(Step before, double seconds) {
        for (int i = 0; i < seconds * 10 && guide.step() == before; i++) {
            go(0.1);
        }
        return this;
    }

    /** Through all steps before one, as asked. */
    Led to(Step step) {
        while (guide.step() != step) {
            Step before = guide.step();
            switch (before) {
                case NOTE, START, PLAN, SPEED -> go(1).choose(0);
                case STRAP -> fidget().until(before, 3);
                case STAND -> still().until(before, 6);
                case BEND -> bend(2);
                case DRILL -> drill(3, true);
                case CHECK -> answer(true).answer(true);
                case WALK -> walk().until(before, 61);
                case GO -> run().until(before, 4);
                case BASELINE, NEUTRAL -> run().until(before, 200);
                case RUN -> {
                    guide.end();
                    take();
                }
                case CLOSE -> still().until(before, 6);
                case DONE -> throw new IllegalStateException("past " + step);
            }
            if (guide.step() == before) {
                throw new IllegalStateException("stays in " + before + " on the way to " + step);
            }
        }
        return this;
    }

    List<Phase> marks() {
        return orders.stream()
                .filter(order -> order instanceof Order.Mark)
                .map(order -> ((Order.Mark) order).phase())
                .toList();
    }

    <T extends Order> List<T> all(Class<T> kind) {
        return orders.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
