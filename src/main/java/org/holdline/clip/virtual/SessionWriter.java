package org.holdline.clip.virtual;

import java.util.ArrayList;
import java.util.List;
import org.holdline.clip.virtual.VirtualScript.Activity;
import org.holdline.clip.virtual.VirtualScript.Part;
import org.holdline.sample.Phase;

/**
 * Writes the built-in session: calibration, baseline, neutral run, a cued run with spells drawn from the seed, cool-down.
 *
 * <p>The first overarched spell begins 15 s into the cued run, so that a newcomer soon feels a cue.
 */
final class SessionWriter {
    /** Running as this runner always does: a little arched. */
    private static final double HABITUAL_ARCH_DEG = 1.5;

    /** What is left of the habit while the runner pays attention. */
    private static final double ATTENTIVE_ARCH_DEG = 0.8;

    private static final double WALK_KMH = 5;
    private static final double COOL_DOWN_WALK_S = 15;
    private static final double COOL_DOWN_STAND_S = 6;

    /** Below this length there is no room for a cool-down; the stream just ends. */
    private static final double SHORTEST_WITH_COOL_DOWN_S = 300;

    /** Below this length of the cued run nobody tires. */
    private static final double SHORTEST_WITH_FATIGUE_S = 420;

    private final VirtualOptions options;
    private final Randomness draw;
    private final List<Part> parts = new ArrayList<>();
    private double writtenS;

    private SessionWriter(VirtualOptions options) {
        this.options = options;
        draw = new Randomness(options.seed(), Randomness.Purpose.SCRIPT);
    }

    static VirtualScript write(VirtualOptions options) {
        SessionWriter writer = new SessionWriter(options);
        boolean coolsDown = options.durationS() >= SHORTEST_WITH_COOL_DOWN_S;
        writer.writeLeadIn();
        writer.writeCuedRun(options.durationS() - (coolsDown ? COOL_DOWN_WALK_S + COOL_DOWN_STAND_S : 0));
        if (coolsDown) {
            writer.writeCoolDown();
        }
        return new VirtualScript(writer.cutAt(options.durationS()));
    }

    private void writeLeadIn() {
        add(Part.of(Activity.STAND, 6, 0).marked(Phase.STAND));
        add(Part.of(Activity.BEND, 12, 0).marked(Phase.BEND));
        add(Part.of(Activity.WALK, 20, WALK_KMH).marked(Phase.WALK));
        add(run(75, 0).posture(HABITUAL_ARCH_DEG, 0, 2).marked(Phase.BASELINE));
        add(run(60, 0).marked(Phase.NEUTRAL));
    }

    private void writeCuedRun(double untilS) {
        double tailS = untilS - writtenS >= SHORTEST_WITH_FATIGUE_S ? 225 : 0;
        add(attentive(15, 0).marked(Phase.RUN));
        add(overarched(draw.between(70, 90), 0, draw.between(7, 9)));
        add(attentive(draw.between(40, 55), 0));
        // A block may run past the room left by a minute or so; the tail shrinks by as much.
        for (int block = 0; untilS - tailS - writtenS > 80; block++) {
            if (block % 3 == 1 && untilS - tailS - writtenS > 130) {
                writeFasterBlock();
            } else if (block % 3 == 2) {
                writeArchBlock();
            } else {
                writeLeanBlock();
            }
        }
        if (tailS > 0 && untilS - writtenS > 150) {
            writeFatigue(untilS - writtenS);
        }
        if (untilS > writtenS) {
            add(attentive(untilS - writtenS, 0));
        }
        cutTo(untilS);
    }

    private void writeLeanBlock() {
        add(attentive(draw.between(45, 75), 0).posture(ATTENTIVE_ARCH_DEG, draw.between(5, 8), transitionS()));
        add(attentive(draw.between(30, 45), 0));
    }

    private void writeFasterBlock() {
        double fasterKmh = options.speedKmh() <= 18 ? draw.between(0.8, 1.4) : -1;
        add(attentive(draw.between(40, 55), fasterKmh));
        add(overarched(draw.between(55, 80), fasterKmh, draw.between(5, 8)));
        add(attentive(draw.between(35, 50), 0));
    }

    private void writeArchBlock() {
        add(overarched(draw.between(45, 90), 0, draw.between(5, 9)));
        add(attentive(draw.between(45, 60), 0));
    }

    /** The arch creeps up, is shaken off, and returns once more for a short while. */
    private void writeFatigue(double roomS) {
        double creepS = 0.55 * roomS;
        add(run(creepS, 0).posture(draw.between(4.5, 6), 0, 0.8 * creepS));
        add(attentive(0.2 * roomS, 0));
        add(overarched(0.16 * roomS, 0, draw.between(7, 9)));
    }

    private void writeCoolDown() {
        add(Part.of(Activity.WALK, COOL_DOWN_WALK_S, WALK_KMH).marked(Phase.WALK));
        add(Part.of(Activity.STAND, COOL_DOWN_STAND_S, 0).marked(Phase.STAND));
        add(Part.of(Activity.STAND, 0, 0).marked(Phase.END));
    }

    private Part run(double durationS, double fasterKmh) {
        return Part.of(Activity.RUN, durationS, options.speedKmh() + fasterKmh);
    }

    private Part attentive(double durationS, double fasterKmh) {
        return run(durationS, fasterKmh).posture(ATTENTIVE_ARCH_DEG, 0, transitionS());
    }

    private Part overarched(double durationS, double fasterKmh, double archDeg) {
        return run(durationS, fasterKmh).posture(archDeg, 0, transitionS());
    }

    private double transitionS() {
        return draw.between(1, 3);
    }

    private void add(Part part) {
        parts.add(part.inclined(options.inclinePct()));
        writtenS += part.durationS();
    }

    private void cutTo(double endS) {
        List<Part> kept = cutAt(endS);
        parts.clear();
        parts.addAll(kept);
        writtenS = Math.min(writtenS, endS);
    }

    private List<Part> cutAt(double endS) {
        List<Part> kept = new ArrayList<>();
        double startS = 0;
        for (Part part : parts) {
            if (startS + part.durationS() <= endS) {
                kept.add(part);
            } else if (startS < endS) {
                kept.add(part.lasting(endS - startS));
            }
            startS += part.durationS();
        }
        return kept;
    }
}
