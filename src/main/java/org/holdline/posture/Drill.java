package org.holdline.posture;

/**
 * The neutral drill: three slow movements, standing, from arch to tuck and back to the middle. Finds the ends of each movement
 * and where the body rests between them, in the metric's own angle relative to standing.
 */
public final class Drill {
    /** What became of a drill. */
    public enum Outcome {
        /** None was done. */
        NONE("none"),
        GOOD("good"),
        /** Fewer than three movements. */
        FEW("too_few"),
        /** A range no wider than the band on both sides leaves no room between its ends. */
        SMALL("too_small"),
        /** From arch to tuck in less than a second: momentum, not posture. */
        FAST("too_fast"),
        /** The ends differ by more than two fifths of the range. */
        UNEVEN("not_repeatable"),
        /** The body never rested between the ends. */
        NO_MIDDLE("no_middle");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Two degrees of drift or sway are no movement; twice the least range would hide small ones. */
    private static final int TURN_MDEG = 3000;

    private static final int MOVEMENTS = 3;
    /** Twice the least band. */
    private static final int LEAST_RANGE_MDEG = 6000;

    private static final long LEAST_US = 1_000_000;
    private static final int UNEVEN_PCT = 40;

    /** A rest: within a degree and a half for a second. */
    private static final int REST_MDEG = 1500;

    private static final long REST_US = 1_000_000;

    /** The middle lies at least so far from either end, per cent of the range. */
    private static final int END_PCT = 20;

    private final StepSpread peaks = new StepSpread();
    private final StepSpread troughs = new StepSpread();
    private final StepSpread rests = new StepSpread();
    private int direction;
    private int highMdeg;
    private int lowMdeg;
    private long highUs;
    private long lowUs;
    private long shortestUs;
    private int restMdeg;
    private long restSinceUs;
    private boolean begun;

    private int rangeMdeg;
    private int tuckedMdeg;
    private int middleMdeg;
    private int movements;
    private Outcome outcome = Outcome.NONE;

    /** A drill begins. */
    public void begin() {
        begun = false;
        direction = 0;
        peaks.clear();
        troughs.clear();
        rests.clear();
        shortestUs = Long.MAX_VALUE;
        outcome = Outcome.NONE;
    }

    /** One sample: the metric's angle against standing, 1/1000 degree. */
    public void add(long timeUs, int valueMdeg) {
        if (!begun) {
            begun = true;
            high(timeUs, valueMdeg);
            low(timeUs, valueMdeg);
            restAt(timeUs, valueMdeg);
        }
        rest(timeUs, valueMdeg);
        if (valueMdeg > highMdeg) {
            high(timeUs, valueMdeg);
        }
        if (valueMdeg < lowMdeg) {
            low(timeUs, valueMdeg);
        }
        if (direction <= 0 && valueMdeg > lowMdeg + TURN_MDEG) {
            if (direction < 0) {
                troughs.add(lowMdeg);
                shortestUs = Math.min(shortestUs, lowUs - highUs);
            }
            direction = 1;
            high(timeUs, valueMdeg);
        } else if (direction >= 0 && valueMdeg < highMdeg - TURN_MDEG) {
            if (direction > 0) {
                peaks.add(highMdeg);
            }
            direction = -1;
            low(timeUs, valueMdeg);
        }
    }

    private void high(long timeUs, int valueMdeg) {
        highMdeg = valueMdeg;
        highUs = timeUs;
    }

    private void low(long timeUs, int valueMdeg) {
        lowMdeg = valueMdeg;
        lowUs = timeUs;
    }

    private void rest(long timeUs, int valueMdeg) {
        if (Math.abs(valueMdeg - restMdeg) > REST_MDEG) {
            restAt(timeUs, valueMdeg);
        } else if (timeUs - restSinceUs >= REST_US) {
            rests.add(valueMdeg);
            restAt(timeUs, valueMdeg);
        }
    }

    private void restAt(long timeUs, int valueMdeg) {
        restMdeg = valueMdeg;
        restSinceUs = timeUs;
    }

    /** Says what has become of it so far; when it is over, for good. */
    public Outcome end() {
        movements = Math.min(peaks.count(), troughs.count());
        tuckedMdeg = troughs.median();
        rangeMdeg = movements == 0 ? 0 : peaks.median() - tuckedMdeg;
        middleMdeg = rests.medianBetween(
                tuckedMdeg + rangeMdeg * END_PCT / 100, tuckedMdeg + rangeMdeg * (100 - END_PCT) / 100);
        int uneven = Math.max(peaks.width(), troughs.width());
        if (!begun) {
            outcome = Outcome.NONE;
        } else if (movements < MOVEMENTS) {
            // Who moves by less than a turn of three degrees is not seen to move.
            outcome = Outcome.FEW;
        } else if (rangeMdeg < LEAST_RANGE_MDEG) {
            outcome = Outcome.SMALL;
        } else if (shortestUs < LEAST_US) {
            outcome = Outcome.FAST;
        } else if (uneven * 100 > rangeMdeg * UNEVEN_PCT) {
            outcome = Outcome.UNEVEN;
        } else {
            outcome = middleMdeg == StepSpread.NONE ? Outcome.NO_MIDDLE : Outcome.GOOD;
        }
        return outcome;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Movements that had both an arch and a tuck. */
    public int movements() {
        return movements;
    }

    /** From tuck to arch, 1/1000 degree; 0 when there was no movement. */
    public int rangeMdeg() {
        return rangeMdeg;
    }

    /** Median tuck, and where the body rested between the ends, relative to standing; meaningful when the drill was good. */
    public int tuckedMdeg() {
        return tuckedMdeg;
    }

    public int middleMdeg() {
        return middleMdeg;
    }
}
