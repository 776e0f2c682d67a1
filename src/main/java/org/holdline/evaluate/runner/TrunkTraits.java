package org.holdline.evaluate.runner;

/**
 * How this runner's back moves and is held, drawn once; degrees.
 *
 * <p>Ranges within a stride: pelvic tilt 5.9..7.4, obliquity 7.8..9.6, rotation 9.7..16.1 (Perpina-Martinez et al., Int J
 * Environ Res Public Health 2023, 20:3631). At the thoracolumbar junction less is published: it turns against the pelvis and
 * bends to the side against its drop (Preece, Mason and Bramah, Hum Mov Sci 2016); the sizes are judgement. What an arch does to
 * sacrum and trunk is the table of the design: sacrum forward, trunk back by no more than three eighths of the arch.
 */
final class TrunkTraits {
    /** Peak-to-peak within a stride: pitch, roll, yaw of sacrum, then of the thoracolumbar junction. */
    final double[] range;

    /** Left stride half against right, a share of each swing. */
    final double asymmetry;

    /** Of an arch, the share that tips the trunk back; the rest tips the sacrum forward. */
    final double trunkShare;

    /** Running neutral over standing: sacrum, trunk. The trunk's holds the habitual lean of 0..10. */
    final double sacrumRunning;

    final double trunkRunning;

    /** Of an upright trunk, the share the sacrum goes along. */
    final double uprightShare;

    /** Depth of a forward bend: sacrum, trunk. */
    final double bendSacrum;

    final double bendTrunk;

    /** Slow wander: largest excursion of arch and of lean, and how long a swing takes, s. */
    final double archWander;

    final double leanWander;
    final double wanderS;

    /** Step-to-step deviation of sacrum and trunk, and what the next step remembers. */
    final double sacrumNoise;

    final double trunkNoise;
    final double memory;

    /** Seconds that a change of posture takes, roughly a quarter of the whole. */
    final double settleS;

    /** Head turns a minute. */
    final double headTurns;

    TrunkTraits(Chance chance) {
        boolean woman = chance.happens(0.5);
        range = new double[] {
            woman ? chance.between(6.2, 7.4) : chance.between(5.9, 6.5),
            chance.between(7.8, 9.6),
            woman ? chance.between(13.2, 16.1) : chance.between(9.7, 13.6),
            chance.between(3, 6),
            chance.between(4, 8),
            chance.between(6, 14)
        };
        asymmetry = chance.between(-0.15, 0.15);
        trunkShare = chance.between(0, 0.375);
        sacrumRunning = chance.between(2, 8);
        trunkRunning = chance.between(0, 10);
        uprightShare = chance.between(0.8, 1.0);
        bendSacrum = chance.between(30, 50);
        bendTrunk = bendSacrum + chance.between(20, 35);
        archWander = chance.between(0.5, 1.5);
        leanWander = chance.between(0.5, 1.5);
        wanderS = chance.between(40, 180);
        sacrumNoise = chance.between(0.4, 1.0);
        trunkNoise = chance.between(0.3, 0.8);
        memory = chance.between(0.3, 0.8);
        settleS = chance.between(0.35, 0.8);
        headTurns = chance.between(0, 1.5);
    }
}
