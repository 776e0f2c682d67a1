package org.holdline.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.holdline.clock.Clock;
import org.holdline.guide.CheckIns;
import org.holdline.guide.Guide;
import org.holdline.guide.Order;
import org.holdline.guide.Remembered;
import org.holdline.guide.Senses;
import org.holdline.guide.Shown;
import org.holdline.guide.Step;
import org.holdline.guide.Tap;
import org.holdline.ring.Ring;
import org.holdline.road.Event;
import org.holdline.road.Inbox;
import org.holdline.sample.Act;
import org.holdline.sample.Phase;
import org.holdline.sample.Sample;
import org.jspecify.annotations.Nullable;

/**
 * The guided start of one run: drains rings of its own into what the guide senses, and carries out what it orders. The run never
 * waits for it; everything it asks of the road goes through the inbox and so into a recording.
 *
 * <p><b>Threads:</b> taps, ends and what is shown are anybody's; the rest is the one thread that follows, and before the run the one
 * that chooses.
 */
final class GuideSeat {
    private static final int EVENT_SLOTS = 4096;
    private static final int RING_S = 30;
    private static final long IDLE_NS = 10_000_000;

    /** A stream that is played faster than real time waits for its guide. */
    private static final long PLAYED_NS = 1_000_000;

    /** The guide looks ten times in a stream second. */
    private static final long LOOK_US = 100_000;

    /** Lines that nobody fetched for so long are of no use. */
    private static final int MAX_LINES = 1000;

    /**
     * What it is made of.
     *
     * @param guide null where there are check-ins alone
     * @param checkIns null where none are wanted
     * @param next what the last run asked of this one, or null
     * @param follower the virtual runner, who does as told
     */
    record Wiring(
            @Nullable Guide guide,
            @Nullable CheckIns checkIns,
            @Nullable NextRun next,
            GuidedSource source,
            Remembered remembered,
            @Nullable VirtualFollower follower,
            Clock clock) {}

    private final Wiring wiring;
    private final @Nullable Guide guide;
    private final @Nullable CheckInSeat checkIns;
    private final @Nullable NextRun next;
    private final Travelled travelled = new Travelled();
    private final Senses senses;
    private final Ring<Event> events = new Ring<>(EVENT_SLOTS, Event::new);
    private final Ring<Sample> samples;
    private final Queue<Tap> taps = new ConcurrentLinkedQueue<>();
    private final Queue<Map<String, Object>> lines = new ConcurrentLinkedQueue<>();
    private final Deque<Phase> marks = new ArrayDeque<>();

    private volatile Map<String, Object> shown = Map.of();
    private volatile boolean endAsked;
    private volatile boolean over;
    private volatile @Nullable LiveRun run;
    private @Nullable Phase marked;
    private Phase phase = Phase.STAND;
    private long timeUs;
    private int saidTurn;
    private long lookedUs = Long.MIN_VALUE / 2;

    GuideSeat(Wiring wiring) {
        this.wiring = wiring;
        guide = wiring.guide();
        next = wiring.next();
        CheckIns asked = wiring.checkIns();
        checkIns = asked == null
                ? null
                : new CheckInSeat(asked, wiring.source().clip().info());
        senses = new Senses(wiring.source().clip().info());
        samples = new Ring<>((int) (RING_S * wiring.source().clip().info().rateHz()), Sample::new);
    }

    Ring<Event> events() {
        return events;
    }

    Ring<Sample> samples() {
        return samples;
    }

    // What anybody may ask.

    /** A tap on the page or a line of the terminal. */
    void tap(Tap tap) {
        taps.add(tap);
    }

    /** The runner wants to end: a closing stand comes first, where there is something to close. */
    void end() {
        endAsked = true;
        LiveRun attached = run;
        if (over && attached != null) {
            // Nobody follows any more; what still stays on after the run hears it.
            attached.stop();
        }
    }

    /** What a page shows: keys {@code guide} and {@code checkin}; the same object until something has changed. */
    Map<String, Object> shown() {
        return shown;
    }

    /** The next line for a person or a script, or null. */
    @Nullable
    Map<String, Object> takeLine() {
        return lines.poll();
    }

    /** A line typed at the terminal; false when it is none of the guide's. */
    boolean typed(String word) {
        if (word.equals("q")) {
            end();
            return true;
        }
        Tap tap = GuideWords.tap(word, shown);
        if (tap != null) {
            tap(tap);
        }
        return tap != null;
    }

    // Before the run.

    /** True while plan and speed are being chosen; the run begins after it. */
    boolean isChoosing() {
        return guide != null && guide.step().isChoice();
    }

    /** Somebody wants to end before anything has begun. */
    boolean isGivenUp() {
        return endAsked;
    }

    /** A sample before the run: time passes. */
    void before(Sample sample) {
        senses.sample(sample);
        timeUs = sample.timeUs;
        lookWhenDue();
    }

    /** The run that it guides; before its first sample. */
    void attach(LiveRun attached) {
        run = attached;
    }

    // In the run.

    /** Until the supplier says that what lies in the rings is the last. */
    void follow(BooleanSupplier isLast) {
        if (next != null) {
            lines.add(line("plan", next.values()));
        }
        boolean last = false;
        while (!last) {
            last = isLast.getAsBoolean();
            drain();
            hands();
            if (!last) {
                wiring.clock().park(wiring.source().isLive() ? IDLE_NS : PLAYED_NS);
            }
        }
        if (checkIns != null) {
            lines.add(checkIns.closing(timeUs));
        }
        over = true;
    }

    private void drain() {
        for (Sample sample = samples.peek(); sample != null; sample = samples.peek()) {
            senses.sample(sample);
            timeUs = sample.timeUs;
            samples.release();
            drainEvents();
            lookWhenDue();
        }
    }

    /** Those up to the sample in hand. */
    private void drainEvents() {
        for (Event event = events.peek(); event != null; event = events.peek()) {
            senses.event(event);
            travelled.event(event);
            if (next != null) {
                next.event(event);
            }
            if (checkIns != null) {
                checkIns.event(event);
            }
            if (event.kind == Event.Kind.STATE) {
                phase = event.phase;
            }
            events.release();
        }
    }

    private void lookWhenDue() {
        if (timeUs - lookedUs >= LOOK_US) {
            lookedUs = timeUs;
            look();
        }
    }

    private void look() {
        hands();
        Guide now = guide;
        if (now != null) {
            now.travelled(travelled.metres());
            now.sense(senses.facts());
            VirtualFollower follower = wiring.follower();
            if (follower != null) {
                follower.look(now, timeUs);
            }
            carryOut(now);
        }
        LiveRun attached = run;
        if (checkIns != null && checkIns.look(timeUs)) {
            lines.add(checkIns.line(timeUs));
            if (attached != null && checkIns.isAsking()) {
                attached.inbox().act(Act.ASKED);
            }
        }
        if (run != null && next != null && next.look(timeUs) && next.isReminding()) {
            lines.add(line("reminder", next.reminder()));
        }
        mark();
        show();
    }

    private Map<String, Object> line(String type, Map<String, Object> values) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", type);
        line.put("t_us", timeUs);
        line.putAll(values);
        return line;
    }

    /** Taps and ends count even while no sample comes. */
    void hands() {
        boolean any = endAsked || !taps.isEmpty();
        for (Tap tap = taps.poll(); tap != null; tap = taps.poll()) {
            if (tap.word().equals("feel")) {
                feel(tap);
            } else if (guide != null) {
                guide.tap(tap);
            }
        }
        LiveRun attached = run;
        if (endAsked && attached != null) {
            endAsked = false;
            if (guide == null || !guide.end()) {
                attached.stop();
            }
        }
        if (any && guide != null) {
            carryOut(guide);
            mark();
            show();
        }
    }

    private void feel(Tap tap) {
        LiveRun attached = run;
        if (checkIns != null && checkIns.answer(tap, timeUs)) {
            lines.add(checkIns.line(timeUs));
            if (attached != null) {
                attached.inbox().answer(checkIns.act());
            }
        }
    }

    private void carryOut(Guide now) {
        for (Order order : now.takeOrders()) {
            switch (order) {
                case Order.Begin _ -> senses.beginStep();
                case Order.Say _ -> say(now);
                case Order.Mark(Phase wanted) -> marks.add(wanted);
                case Order.Pulses(int count, int pulseMs) -> wiring.source().pulses(count, pulseMs);
                case Order.Hush _ -> wiring.source().hush();
                case Order.Tone _ -> wiring.source().tone();
                case Order.AtLeast(int pulseMs) -> wiring.source().atLeast(pulseMs);
                case Order.Speed(int mPerH) -> speed(mPerH);
                case Order.Keep(var memory) -> wiring.remembered().keep(memory);
            }
            VirtualFollower follower = wiring.follower();
            if (follower != null) {
                follower.ordered(order, now, timeUs);
            }
        }
    }

    private void say(Guide now) {
        if (lines.size() < MAX_LINES && now.turn() != saidTurn) {
            saidTurn = now.turn();
            lines.add(line("guide", guided(now)));
        }
    }

    private void speed(int mPerH) {
        LiveRun attached = run;
        if (attached != null && wiring.source().isLive()) {
            attached.inbox().speed(mPerH);
        }
    }

    /** A phase at a time: the inbox holds one, and each is to take effect. */
    private void mark() {
        LiveRun attached = run;
        if (attached == null || marks.isEmpty() || (marked != null && marked != phase)) {
            return;
        }
        Inbox inbox = attached.inbox();
        Phase next = marks.remove();
        inbox.mark(next);
        marked = next;
    }

    /** As the guide shows itself, and what the last run asked of this one. */
    private Map<String, Object> guided(Guide now) {
        Map<String, Object> values = Shown.of(now);
        if (next != null) {
            values.put("aim", next.values());
        }
        return values;
    }

    private void show() {
        Map<String, Object> now = new LinkedHashMap<>();
        if (guide != null) {
            now.put("guide", guided(guide));
        }
        if (checkIns != null) {
            now.put("checkin", checkIns.shown());
        }
        if (next != null && next.isReminding()) {
            now.put("reminder", next.reminder());
        }
        if (!now.equals(shown)) {
            shown = now;
        }
    }

    /** Where the guide stands; by the thread that follows or chooses. */
    @Nullable
    Step step() {
        return guide == null ? null : guide.step();
    }

    List<Map<String, Object>> takeLines() {
        List<Map<String, Object>> taken = new ArrayList<>();
        for (Map<String, Object> line = takeLine(); line != null; line = takeLine()) {
            taken.add(line);
        }
        return taken;
    }
}
