package org.holdline.guide;

import org.holdline.sample.Phase;
import org.jspecify.annotations.Nullable;

/** One step of a guided start: a row of the table in {@code src/docs/guide.md}. */
public enum Step {
    NOTE(new Row("note", null, "a tap, once", false, 0, 0, "cannot be skipped")),
    START(new Row("start", null, "a tap: which start, or another plan", false, 0, 0, "cannot be skipped")),
    PLAN(new Row("plan", null, "a tap: time, distance or none", false, 0, 0, "cannot be skipped")),
    SPEED(new Row("speed", null, "a tap: usual speed, or not known", false, 0, 0, "cannot be skipped")),
    STRAP(new Row("strap", null, "the clip is upright for 2 s, or a tap", false, 30, 0, "nothing")),
    STAND(new Row(
            "stand",
            Phase.STAND,
            "5 s of standing still",
            true,
            60,
            5,
            "5 points of confidence; later stands have none to be held against")),
    BEND(new Row(
            "bend",
            Phase.BEND,
            "two bends and back upright",
            true,
            60,
            5,
            "5 points of confidence; the clip is taken to sit as asked")),
    DRILL(new Row(
            "drill",
            Phase.DRILL,
            "three slow movements from arch to tuck, and a rest",
            true,
            75,
            0,
            "a neutral run that is tucked too far is seen less surely")),
    CHECK(new Row(
            "check",
            Phase.STAND,
            "two right answers at one strength",
            true,
            90,
            0,
            "cues may go unfelt; the page shows and sounds them")),
    WALK(new Row("walk", Phase.WALK, "20 s of walking (full: 60 s), or running", false, 0, 0, "nothing")),
    GO(new Row("go", null, "3 s of running", false, 0, 0, "nothing")),
    BASELINE(new Row(
            "baseline",
            Phase.BASELINE,
            "2 min of running, pauses left out",
            false,
            0,
            0,
            "the first minute of the run becomes neutral")),
    NEUTRAL(new Row(
            "neutral",
            Phase.NEUTRAL,
            "2 min of running and 60 steps, pauses left out",
            false,
            0,
            10,
            "10 points of confidence; an arch that was there from the start is not seen")),
    RUN(new Row(
            "run", Phase.RUN, "a tap on End, or 20 s of standing after the plan", false, 0, 0, "cannot be skipped")),
    CLOSE(new Row("close", Phase.STAND, "5 s of standing still", true, 60, 0, "a late drift is only a possible one")),
    DONE(new Row("done", Phase.END, "", false, 0, 0, "cannot be skipped"));

    /**
     * What the table holds.
     *
     * @param marker the phase that begins with the step, or null
     * @param advance what ends it
     * @param standing steps of the feet refuse it
     * @param timeoutS it is left as skipped after so long, s; 0 = it waits
     * @param costPct what leaving it out takes from the confidence of every verdict, per cent
     * @param cost the same in words
     */
    private record Row(
            String word,
            @Nullable Phase marker,
            String advance,
            boolean standing,
            int timeoutS,
            int costPct,
            String cost) {}

    @SuppressWarnings("ImmutableEnumChecker") // a record of words, numbers and enums
    private final Row row;

    Step(Row row) {
        this.row = row;
    }

    /** Its word in messages, and the key of its line: {@code guide.<word>}. */
    public String word() {
        return row.word;
    }

    /** The phase that begins with it, or null where the one before lasts. */
    public @Nullable Phase marker() {
        return row.marker;
    }

    public String advance() {
        return row.advance;
    }

    /** True when it is done standing: steps of the feet refuse it. */
    public boolean isStanding() {
        return row.standing;
    }

    /** Left as skipped after so long, s; 0 = it waits. */
    public int timeoutS() {
        return row.timeoutS;
    }

    public int costPct() {
        return row.costPct;
    }

    /** What skipping costs, in words. */
    public String cost() {
        return row.cost;
    }

    /** Before the run: only a tap ends it, and no sample is looked at. */
    public boolean isChoice() {
        return compareTo(STRAP) < 0;
    }

    /** May be skipped by a tap. */
    public boolean isSkippable() {
        return compareTo(STRAP) >= 0 && compareTo(RUN) < 0;
    }

    /** The body runs in it, or is about to: no touch is needed. */
    public boolean isHandsFree() {
        return compareTo(WALK) >= 0 && compareTo(RUN) <= 0;
    }
}
