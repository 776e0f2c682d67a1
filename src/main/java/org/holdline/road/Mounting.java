package org.holdline.road;

import org.holdline.attitude.Inclination;
import org.holdline.posture.ClipState;
import org.holdline.posture.Posture;
import org.holdline.sample.Phase;
import org.holdline.sample.Sample;

/** How the clips sit, from the opening stand to the closing one: learns it, and holds every later stand against it. */
final class Mounting {
    /** Rest itself takes a second and a half to be seen: with this, five seconds of standing still are enough. */
    private static final double WINDOW_S = 3;

    /** Within one stand, less than this is nothing new, 1/1000 degree. */
    private static final int NEWS_MDEG = 500;

    private final Posture posture;
    private final Body lower;
    private final Body upper;
    private final boolean dual;
    private final Voice voice;
    private final int windowSamples;

    private int resting;
    private long lowX;
    private long lowY;
    private long lowZ;
    private long highX;
    private long highY;
    private long highZ;
    private boolean stood;
    private int saidMdeg;
    private boolean saidMoved;
    private ClipState saidState = ClipState.SEATED;

    Mounting(Posture posture, Body lower, Body upper, boolean dual, double rateHz, Voice voice) {
        this.posture = posture;
        this.lower = lower;
        this.upper = upper;
        this.dual = dual;
        this.voice = voice;
        windowSamples = (int) Math.round(WINDOW_S * rateHz);
    }

    /** A phase begins. */
    void begin(Phase phase) {
        if (phase == Phase.STAND) {
            lower.beginStand();
            upper.beginStand();
        }
    }

    /** Carries one sample whose attitude is known. */
    void sample(Sample sample, Phase phase) {
        if (phase == Phase.DRILL) {
            drill(sample.timeUs);
        } else if (!posture.lowerMount().isSolved()) {
            learn(sample, phase);
        } else if (lower.inclination().isAtRest()
                && (!dual || upper.inclination().isAtRest())) {
            rest(sample.timeUs);
        } else {
            forget();
            stood = false;
        }
    }

    private void learn(Sample sample, Phase phase) {
        switch (phase) {
            case STAND -> {
                lower.stand();
                if (dual) {
                    upper.stand();
                }
            }
            case BEND -> {
                lower.bend(sample.lower);
                if (dual) {
                    upper.bend(sample.upper);
                }
            }
            case DRILL, WALK, BASELINE, NEUTRAL, HOLLOW, LEAN, RUN, END -> {}
        }
    }

    private void drill(long timeUs) {
        Inclination low = lower.inclination();
        Inclination high = upper.inclination();
        posture.drill(timeUs, low.upX(), low.upY(), low.upZ(), high.upX(), high.upY(), high.upZ());
    }

    /** The last seconds of a stand count: a strap is tightened in the first ones. */
    private void rest(long timeUs) {
        Inclination low = lower.inclination();
        Inclination high = upper.inclination();
        lowX += low.upX();
        lowY += low.upY();
        lowZ += low.upZ();
        highX += high.upX();
        highY += high.upY();
        highZ += high.upZ();
        resting++;
        if (resting < windowSamples) {
            return;
        }
        if (posture.stand(lowX, lowY, lowZ, highX, highY, highZ)) {
            int nowMdeg = posture.reference().standMdeg();
            if (!stood || Math.abs(nowMdeg - saidMdeg) > NEWS_MDEG) {
                saidMdeg = nowMdeg;
                tell(timeUs, true);
            }
            stood = true;
        }
        forget();
    }

    private void forget() {
        resting = 0;
        lowX = 0;
        lowY = 0;
        lowZ = 0;
        highX = 0;
        highY = 0;
        highZ = 0;
    }

    /** A step was taken: until the mounting is solved, see whether it looks as asked. */
    void look() {
        lower.look();
        if (dual) {
            upper.look();
        }
    }

    /** After a step was judged: true when the clips' state has changed with it. */
    boolean tellChange(long timeUs) {
        boolean changed = posture.reference().state() != saidState;
        if (changed || posture.reference().standMoved() != saidMoved) {
            tell(timeUs, false);
        }
        return changed;
    }

    private void tell(long timeUs, boolean byStand) {
        saidState = posture.reference().state();
        saidMoved = posture.reference().standMoved();
        voice.reference(timeUs, posture.reference(), posture.neutral().kind(), byStand);
    }
}
