package org.holdline.clip.virtual;

import org.holdline.clip.virtual.VirtualScript.Activity;

/** How this runner holds the trunk and takes a cue, drawn once. Degrees unless named otherwise. */
final class PostureTraits {
    /** Part of an arch that shows as forward tilt of the sacrum; the rest tilts the thoracolumbar junction back. */
    final double sacralShare;

    /** Running against standing: the trunk leans (3.6..10.8 deg, Teng and Powers 2015), the arch is less (Levine 2007). */
    final double runLean;

    final double runArch;
    final double walkLean;

    /** Arch and lean per per cent of incline: least arched uphill (Levine 2007); slopes are judgement. */
    final double archPerInclinePct;

    final double leanPerInclinePct;

    final double bendDeg;

    /** Thoracolumbar over sacral pitch in a bend: the back rounds a little. */
    final double bendRounding;

    final Drift archWander;
    final Drift leanWander;
    final Drift pitchSway;
    final Drift rollSway;

    final double answerChance;

    PostureTraits(Randomness draw) {
        sacralShare = draw.between(0.65, 1.0);
        runLean = draw.between(3, 8);
        runArch = draw.between(-3, 0);
        walkLean = draw.between(0, 2);
        archPerInclinePct = draw.between(-0.2, -0.05);
        leanPerInclinePct = draw.between(0.1, 0.4);
        bendDeg = draw.between(26, 38);
        bendRounding = draw.between(1.02, 1.2);
        archWander = new Drift(draw, 3, draw.between(0.5, 1.5), 70, 500);
        leanWander = new Drift(draw, 3, draw.between(0.5, 1.5), 70, 500);
        pitchSway = new Drift(draw, 3, draw.between(0.3, 0.8), 2, 9);
        rollSway = new Drift(draw, 3, draw.between(0.2, 0.5), 2, 9);
        answerChance = draw.between(0.74, 0.86);
    }

    double habitualLean(Activity activity) {
        return switch (activity) {
            case RUN -> runLean;
            case WALK -> walkLean;
            default -> 0;
        };
    }

    double habitualArch(Activity activity) {
        return switch (activity) {
            case RUN -> runArch;
            case WALK -> 0.3 * runArch;
            default -> 0;
        };
    }
}
