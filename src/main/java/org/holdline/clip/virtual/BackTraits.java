package org.holdline.clip.virtual;

/**
 * How one place on this runner's back moves within a stride, where the clip sits there and how it is mounted; drawn once.
 *
 * <p>Ranges at the sacrum while running: tilt 6..7.4 deg, obliquity 7.8..9.6 deg, axial rotation 10..15 deg
 * (Perpina-Martinez 2023). Phases: tilt least around early to mid stance and most near toe-off, twice a stride; the free
 * side of the pelvis drops after contact; the landing side is forward at contact. What the thoracolumbar junction does of
 * each is judgement.
 */
final class BackTraits {
    /** Motion within a stride, each about the segment's own axis. */
    record Rotation(Waveform tilt, Waveform obliquity, Waveform turn) {}

    /** Distance between the two clips along the back, m. */
    private static final double UPPER_OVER_LOWER_M = 0.16;

    /** The lower clip against the body's centre of mass, which lies in front of the upper sacrum, m. */
    private static final double LEVER_FORWARD_M = -0.10;

    private static final double LEVER_UP_M = 0.02;

    final Rotation run;
    final Rotation walk;
    final Skin skin;
    final Mounting mounting;

    /** The clip's place against the point of the trunk that the ground's force moves, m. */
    final double leverForwardM;

    final double leverUpM;

    private BackTraits(Rotation run, Rotation walk, Skin skin, Mounting mounting, double forwardM, double upM) {
        this.run = run;
        this.walk = walk;
        this.skin = skin;
        this.mounting = mounting;
        leverForwardM = forwardM;
        leverUpM = upM;
    }

    /** Ranges and phases of the pelvis, from which the place above takes its share. */
    record Pelvis(
            double tiltDeg,
            double obliquityDeg,
            double turnDeg,
            double leastTiltAtDeg,
            double dropAtDeg,
            double leadDeg,
            double unevenness) {
        static Pelvis draw(Randomness draw) {
            return new Pelvis(
                    draw.between(6.1, 7.3),
                    draw.between(7.9, 9.5),
                    draw.between(10.2, 14.8),
                    draw.between(35, 60),
                    draw.between(58, 88),
                    draw.between(-20, 20),
                    draw.gaussian(0.05, 0.12));
        }
    }

    static BackTraits sacral(Randomness draw, Pelvis pelvis) {
        Rotation run = rotation(draw, pelvis, pelvis.tiltDeg, pelvis.obliquityDeg, pelvis.turnDeg, 0);
        Rotation walk = rotation(
                draw, pelvis, draw.between(2.0, 3.5), draw.between(5.5, 8), draw.between(7, 11), draw.between(-10, 10));
        return new BackTraits(run, walk, new Skin(draw, 1), new Mounting(draw), LEVER_FORWARD_M, LEVER_UP_M);
    }

    static BackTraits thoracolumbar(Randomness draw, Pelvis pelvis) {
        double lateDeg = draw.between(10, 35);
        Rotation run = rotation(
                draw,
                pelvis,
                pelvis.tiltDeg * draw.between(0.6, 0.95),
                pelvis.obliquityDeg * draw.between(0.4, 0.7),
                pelvis.turnDeg * draw.between(0.5, 0.8),
                lateDeg);
        Rotation walk = rotation(
                draw, pelvis, draw.between(1.5, 3.0), draw.between(2.5, 4.5), draw.between(4, 7), draw.between(0, 30));
        double damping = draw.between(0.6, 0.9);
        return new BackTraits(
                run,
                walk,
                new Skin(draw, damping),
                new Mounting(draw),
                LEVER_FORWARD_M,
                LEVER_UP_M + UPPER_OVER_LOWER_M);
    }

    private static Rotation rotation(
            Randomness draw, Pelvis pelvis, double tiltDeg, double obliquityDeg, double turnDeg, double lateDeg) {
        Waveform tilt = new Waveform()
                .plus(2, 1, pelvis.leastTiltAtDeg + 90 + lateDeg / 2)
                .plus(1, pelvis.unevenness, draw.between(0, 360))
                .plus(4, draw.between(0.03, 0.12), draw.between(0, 90));
        // Highest on the left half a stride after the left side was lowest, in right mid-stance.
        Waveform obliquity = new Waveform()
                .plus(1, 1, pelvis.dropAtDeg + 180 + lateDeg)
                .plus(2, pelvis.unevenness, draw.between(0, 180))
                .plus(3, draw.between(0.03, 0.10), draw.between(0, 120));
        Waveform turn = new Waveform()
                .plus(1, 1, pelvis.leadDeg + lateDeg)
                .plus(2, 0.5 * pelvis.unevenness, draw.between(0, 180))
                .plus(3, draw.between(0.02, 0.08), draw.between(0, 120));
        return new Rotation(tilt.scaledTo(tiltDeg), obliquity.scaledTo(obliquityDeg), turn.scaledTo(turnDeg));
    }
}
