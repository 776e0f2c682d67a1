package org.holdline.guide;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.holdline.gait.GaitKind;
import org.holdline.sample.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Leads one runner through the steps of a start, and at the end through the closing stand. What it knows of the body are facts,
 * what it knows of the hand are taps; what it wants done are orders.
 */
public final class Guide {
    private static final long SECOND_US = 1_000_000;
    private static final long STILL_US = 5 * SECOND_US;
    private static final long UPRIGHT_US = 2 * SECOND_US;
    private static final long RUNNING_US = 3 * SECOND_US;
    private static final long LEARN_US = 120 * SECOND_US;
    private static final int NEUTRAL_STEPS = 60;
    private static final int BENDS = 2;
    private static final int MOVEMENTS = 3;

    /** Who runs for so long in a standing step has skipped it: no hand is free to say so. */
    private static final long RUNS_AWAY_US = 60 * SECOND_US;

    /** Longer standing before the cued run is another start of the running part. */
    private static final long LONG_PAUSE_US = 300 * SECOND_US;

    /** After the third movement a rest in the middle is still to come. */
    private static final long LAST_REST_US = 5 * SECOND_US;

    /** Running that a neutral of another day is held against: cues are silent for as long. */
    private static final long CONFIRM_US = 60 * SECOND_US;

    private static final int CONFIRM_STEPS = 120;
    private static final long REFIT_US = 20 * SECOND_US;
    private static final long AFTER_PLAN_US = 20 * SECOND_US;
    private static final long BACK_AGAIN_US = 5 * SECOND_US;

    private static final Facts NOTHING =
            new Facts(0, false, 0, GaitKind.STAND, 0, false, 0, 0, 0, 0, 0, false, 0, true);

    private final GuideParams params;
    private final FeltTurns check;
    private final List<Order> orders = new ArrayList<>();
    private final Set<Step> skipped = EnumSet.noneOf(Step.class);

    private Memory memory;
    private @Nullable Plan planned;
    private long distanceM;
    private GuideKind kind;
    private Step step;
    private String line;
    private int turn = 1;
    private int taps;
    private Facts facts = NOTHING;
    private Facts entered = NOTHING;
    private boolean sensed;
    private boolean refused;
    private @Nullable Step resume;
    private int drills;
    private long uprightUs;
    private long movementUs;
    private int movements;
    private boolean longPause;
    private boolean closedByPlan;
    private boolean confirmed;
    private long refitUs;
    private long openedUs;
    private long begunUs;
    private long standingUs;
    private long runningUs = -1;

    /** @param chance draws the pulses of the check */
    public Guide(GuideParams params, Memory memory, RandomGenerator chance) {
        this.params = params;
        this.memory = memory;
        planned = params.next();
        check = new FeltTurns(params.strengthsMs(), chance, orders);
        kind = params.asked() == null ? GuideKind.QUICK : params.asked();
        step = !memory.noted() ? Step.NOTE : first();
        line = step.word();
        orders.add(new Order.Begin(step));
        orders.add(new Order.Say(line));
    }

    private Step first() {
        return memory.plan() < 0 && planned == null ? Step.PLAN : Step.START;
    }

    // What the hand does.

    /** A tap; one for another turn, or that means nothing here, changes nothing. */
    public void tap(Tap tap) {
        if (tap.turn() != turn) {
            return;
        }
        boolean taken = switch (tap.word()) {
            case "choose" -> tap.value() >= 0 && tap.value() < choices().size() && choose(tap.value());
            case "skip" -> step.isSkippable() && skip();
            default -> false;
        };
        taps += taken ? 1 : 0;
    }

    private boolean choose(int value) {
        switch (step) {
            case NOTE -> {
                keep(memory.acknowledged());
                enter(first());
            }
            case START -> start(value);
            case PLAN -> {
                plan(value);
                enter(Step.SPEED);
            }
            case SPEED -> {
                keep(memory.atSpeed(Plan.SPEEDS_M_PER_H.get(value)));
                begin();
            }
            case STRAP -> next();
            case CHECK -> answer(value + 1);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What the last run planned comes first; whatever else is chosen is remembered. */
    private void plan(int value) {
        Plan next = params.next();
        int offset = next == null ? 0 : 1;
        planned = value < offset ? next : null;
        if (value >= offset) {
            keep(memory.planned(value - offset));
        }
    }

    private void start(int value) {
        List<GuideKind> starts = starts();
        if (value == starts.size()) {
            enter(Step.PLAN);
            return;
        }
        kind = starts.get(value);
        begin();
    }

    private void begin() {
        begunUs = facts.timeUs();
        enter(Step.STRAP);
    }

    /** Starts to choose from: the whole one from the second run on, the short one where there is something to return to. */
    private List<GuideKind> starts() {
        GuideKind asked = params.asked();
        if (asked != null) {
            return List.of(asked);
        }
        if (memory.runs() == 0) {
            return List.of(GuideKind.QUICK);
        }
        return params.hasStored()
                ? List.of(GuideKind.RETURNING, GuideKind.FULL, GuideKind.QUICK)
                : List.of(GuideKind.QUICK, GuideKind.FULL);
    }

    private void answer(int pulses) {
        switch (check.answer(pulses, facts.timeUs())) {
            case AGAIN -> say("check");
            case STRONGER -> say("check.stronger");
            case FELT -> {
                keep(memory.felt(check.strengthMs()));
                orders.add(new Order.AtLeast(check.strengthMs()));
                next();
            }
            case UNFELT -> {
                keep(memory.notFelt());
                next();
                orders.add(new Order.Tone());
            }
        }
    }

    private boolean skip() {
        skipped.add(step);
        next();
        return true;
    }

    /** The runner wants to end. True when a closing stand comes first; a second time, or before running, it ends at once. */
    public boolean end() {
        boolean ran = step.compareTo(Step.BASELINE) >= 0 && step.compareTo(Step.RUN) <= 0;
        if (ran) {
            taps++;
            enter(Step.CLOSE);
        }
        return ran;
    }

    // What the body does.

    /** What the clip senses now; ten times a second is plenty. */
    public void sense(Facts now) {
        if (!sensed) {
            sensed = true;
            openedUs = now.timeUs();
            entered = now;
        }
        uprightUs = now.upright() ? uprightUs + now.timeUs() - facts.timeUs() : 0;
        facts = now;
        if (step.isChoice() || step == Step.DONE) {
            return;
        }
        if (step.isStanding() && now.stepping()) {
            refuse();
        } else if (refused) {
            calm();
        } else if (!advance() && step.timeoutS() > 0 && sinceUs() > step.timeoutS() * SECOND_US) {
            skip();
        }
    }

    /**
     * How far the belt has gone in this run, where its speed is known.
     *
     * @param metres 0 = not known
     */
    public void travelled(long metres) {
        distanceM = metres;
    }

    private long sinceUs() {
        return facts.timeUs() - entered.timeUs();
    }

    private void refuse() {
        if (!refused) {
            refused = true;
            orders.add(new Order.Hush());
            if (step == Step.BEND || step == Step.DRILL) {
                // What the legs do now is neither.
                orders.add(new Order.Mark(Phase.WALK));
            }
            say("stop");
        }
        boolean runs = facts.gait() == GaitKind.RUN;
        if (step == Step.CLOSE) {
            if (closedByPlan && runs && facts.gaitUs() >= BACK_AGAIN_US) {
                enter(Step.RUN);
            }
        } else if (runs && facts.gaitUs() >= RUNS_AWAY_US) {
            kind.steps().stream()
                    .filter(left -> left.compareTo(step) >= 0 && left.isStanding() && left != Step.CLOSE)
                    .forEach(skipped::add);
            enter(kind.after(Step.GO));
        }
    }

    /** The body stands again: a movement is begun anew from a stand. */
    private void calm() {
        if (facts.gait() != GaitKind.STAND) {
            return;
        }
        if (step == Step.BEND || step == Step.DRILL) {
            resume = step;
            enter(Step.STAND);
        } else {
            enter(step);
        }
    }

    private boolean advance() {
        return switch (step) {
            case STRAP -> when(uprightUs >= UPRIGHT_US && sinceUs() >= UPRIGHT_US);
            case STAND, CLOSE -> when(Math.min(facts.stillUs(), sinceUs()) >= STILL_US);
            case BEND -> when(facts.bends() >= BENDS);
            case DRILL -> drill();
            case CHECK -> check.play(facts.timeUs());
            case WALK -> walk();
            case GO -> when(isRunning());
            case BASELINE -> learn(facts.ranUs() - entered.ranUs() >= LEARN_US);
            case NEUTRAL ->
                learn(facts.ranUs() - entered.ranUs() >= LEARN_US
                        && facts.ranSteps() - entered.ranSteps() >= NEUTRAL_STEPS);
            case RUN -> run();
            case NOTE, START, PLAN, SPEED, DONE -> false;
        };
    }

    private boolean when(boolean done) {
        if (done) {
            next();
        }
        return done;
    }

    private boolean isRunning() {
        return facts.gait() == GaitKind.RUN && facts.gaitUs() >= RUNNING_US;
    }

    private boolean drill() {
        if (facts.drilled()) {
            next();
            return true;
        }
        if (facts.movements() != movements) {
            movements = facts.movements();
            movementUs = facts.timeUs();
        }
        if (movements < MOVEMENTS || facts.timeUs() - movementUs < LAST_REST_US) {
            return false;
        }
        if (drills > 1) {
            skip();
        } else {
            // Too fast, too small or without a rest: once more, from a stand.
            resume = Step.DRILL;
            enter(Step.STAND);
            say("drill.slower");
        }
        return true;
    }

    private boolean walk() {
        if (isRunning()) {
            enter(kind.after(Step.GO));
            return true;
        }
        long walkUs = (kind == GuideKind.FULL ? 60 : 20) * SECOND_US;
        return when(facts.walkedUs() - entered.walkedUs() >= walkUs);
    }

    /** Running counts, whatever pauses it holds; after a long one it counts anew. */
    private boolean learn(boolean learned) {
        pause();
        if (!longPause && facts.gait() == GaitKind.STAND && facts.gaitUs() > LONG_PAUSE_US) {
            longPause = true;
            say("again");
        }
        if (longPause && isRunning()) {
            enter(step);
            return true;
        }
        return when(learned && !longPause);
    }

    private boolean run() {
        pause();
        confirm();
        boolean stands = facts.gait() == GaitKind.STAND && facts.gaitUs() >= AFTER_PLAN_US;
        Plan plan = plan();
        boolean ranOut = plan.plannedS() > 0 && facts.timeUs() - begunUs >= plan.plannedS() * SECOND_US;
        boolean ranFar = plan.plannedM() > 0 && distanceM >= plan.plannedM();
        boolean over = (ranOut || ranFar) && stands;
        closedByPlan = over;
        boolean measured = kind != GuideKind.RETURNING || facts.ranUs() - entered.ranUs() >= CONFIRM_US;
        if (over || (params.only() && measured)) {
            enter(Step.CLOSE);
        }
        return over;
    }

    /** Neutrals of other days are confirmed without a word; only where they do not fit something is said, for a while. */
    private void confirm() {
        if (!confirmed && facts.recalledSteps() >= CONFIRM_STEPS) {
            confirmed = true;
            if (!facts.recalledFits()) {
                say("refit");
                refitUs = facts.timeUs();
            }
        }
        if (line.equals("refit") && facts.timeUs() - refitUs > REFIT_US) {
            line = step.word();
            turn++;
        }
    }

    private void pause() {
        boolean pauses = facts.gait() != GaitKind.RUN;
        if (pauses && line.equals(step.word())) {
            say("pause");
        } else if (!pauses && line.equals("pause")) {
            say(step.word());
        }
    }

    // From step to step.

    private void next() {
        if (step == Step.CLOSE) {
            enter(Step.DONE);
        } else if (step == Step.STAND && resume != null) {
            enter(resume);
        } else {
            Step then = kind.after(step);
            enter(then == Step.CHECK && params.strengthsMs().isEmpty() ? kind.after(then) : then);
        }
    }

    private void enter(Step then) {
        boolean wasStanding = !step.isChoice() && step.compareTo(Step.WALK) < 0;
        standingUs += wasStanding ? sinceUs() : 0;
        boolean again = then == step;
        resume = then == resume ? null : resume;
        step = then;
        entered = facts;
        refused = false;
        longPause = false;
        movements = 0;
        orders.add(new Order.Begin(then));
        Phase marker = then.marker();
        if (marker != null) {
            orders.add(new Order.Mark(marker));
        }
        switch (then) {
            case DRILL -> drills++;
            case CHECK -> check.begin(facts.timeUs());
            case BASELINE, RUN -> running(then == Step.RUN && !again);
            default -> {
                if (then.compareTo(Step.CHECK) > 0) {
                    orders.add(new Order.Hush());
                }
            }
        }
        say(then.word());
    }

    private void running(boolean cued) {
        if (runningUs < 0) {
            runningUs = facts.timeUs();
            if (memory.speedMPerH() > 0) {
                orders.add(new Order.Speed(memory.speedMPerH()));
            }
        }
        if (cued && !closedByPlan) {
            keep(memory.oneMoreRun());
        }
    }

    private void keep(Memory now) {
        memory = now;
        orders.add(new Order.Keep(now));
    }

    private void say(String words) {
        line = words;
        turn++;
        orders.add(new Order.Say(words));
    }

    // What is seen from outside.

    /** What is to be done since the last call, in order. */
    public List<Order> takeOrders() {
        List<Order> taken = List.copyOf(orders);
        orders.clear();
        return taken;
    }

    public Step step() {
        return step;
    }

    public GuideKind kind() {
        return kind;
    }

    /** Key of what is to be said now, below {@code guide.} in the catalogue. */
    public String line() {
        return line;
    }

    /** Counts states: a tap says which one it answers. */
    public int turn() {
        return turn;
    }

    /** Taps that were taken. */
    public int taps() {
        return taps;
    }

    public Memory memory() {
        return memory;
    }

    /** True when the plan in force is the one that followed from the last run. */
    public boolean isPlannedByLastRun() {
        return planned != null;
    }

    public Plan plan() {
        Plan next = planned;
        if (next != null) {
            return next;
        }
        return memory.plan() < 0 ? new Plan(0, 0) : Plan.ALL.get(memory.plan());
    }

    /** Steps that were left out. */
    public Set<Step> skipped() {
        return Set.copyOf(skipped);
    }

    /** Steps of the feet have refused the step. */
    public boolean isRefused() {
        return refused;
    }

    /** From the first sample to running, us; -1 before it. */
    public long toRunningUs() {
        return runningUs < 0 ? -1 : runningUs - openedUs;
    }

    /** Time spent in standing steps, us. */
    public long standingUs() {
        return standingUs;
    }

    /** The confidence that verdicts can have at most, per cent. */
    public int confidencePct() {
        return Confidence.atMostPct(kind, skipped, params.placement(), params.hasStored());
    }

    /** What may be chosen now, as words that a page or a terminal turns into texts. */
    public List<String> choices() {
        return switch (step) {
            case NOTE -> List.of("ok");
            case START -> {
                List<String> words = new ArrayList<>();
                starts().forEach(start -> words.add(start.word()));
                words.add("change");
                yield words;
            }
            case PLAN ->
                Stream.concat(Stream.ofNullable(params.next()), Plan.ALL.stream())
                        .map(Guide::word)
                        .toList();
            case SPEED -> Plan.SPEEDS_M_PER_H.stream().map(speed -> "v" + speed).toList();
            case STRAP -> List.of("on");
            case CHECK -> List.of("1", "2", "3", "4");
            default -> List.of();
        };
    }

    private static String word(Plan plan) {
        return plan.plannedS() > 0 ? "t" + plan.plannedS() : plan.plannedM() > 0 ? "d" + plan.plannedM() : "none";
    }

    /** How much of what the step counts has been done: bends, movements, answers, seconds of running or standing. */
    public int count() {
        return switch (step) {
            case STAND, CLOSE -> seconds(Math.min(Math.min(facts.stillUs(), sinceUs()), STILL_US));
            case BEND -> Math.min(facts.bends(), BENDS);
            case DRILL -> Math.min(facts.movements(), MOVEMENTS);
            case CHECK -> check.right();
            case BASELINE, NEUTRAL -> seconds(Math.min(facts.ranUs() - entered.ranUs(), LEARN_US));
            default -> 0;
        };
    }

    /** What {@link #count} goes up to; 0 where nothing is counted. */
    public int countOf() {
        return switch (step) {
            case STAND, CLOSE -> seconds(STILL_US);
            case BEND -> BENDS;
            case DRILL -> MOVEMENTS;
            case CHECK -> 2;
            case BASELINE, NEUTRAL -> seconds(LEARN_US);
            default -> 0;
        };
    }

    private static int seconds(long us) {
        return (int) (us / SECOND_US);
    }
}
