package org.holdline.app;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.holdline.clock.Clock;
import org.holdline.ring.Ring;
import org.holdline.road.Event;
import org.holdline.session.BeltSpan;
import org.holdline.session.Ending;
import org.holdline.session.journal.JournalWriter;
import org.holdline.session.journal.Journals;
import org.jspecify.annotations.Nullable;

/** The journal of one run: drains a ring of its own to the disk. The run never waits for it and goes on when it breaks. */
final class JournalSeat {
    private static final long IDLE_NS = 10_000_000;
    private static final long NEVER = Long.MIN_VALUE;

    private final Journals.Open open;
    private final JournalWriter writer;
    private final BeltSpan.Known belt;
    private final Clock clock;
    private long firstUs = NEVER;
    private long lostSeen;
    private boolean said;

    /** @param belt where the speeds of this run's samples are from */
    JournalSeat(Journals.Open open, BeltSpan.Known belt, Clock clock) {
        this.open = open;
        this.belt = belt;
        this.clock = clock;
        writer = open.writer();
    }

    /**
     * Writes events until no more come, and the journal's end. By one thread.
     *
     * @param isLast true when those in the ring are the last
     * @param fault why the run broke off; null when it did not
     * @param told is given, once, why the journal stopped
     */
    void follow(Ring<Event> ring, BooleanSupplier isLast, Supplier<@Nullable String> fault, Consumer<String> told)
            throws IOException {
        boolean last = false;
        while (!last) {
            last = isLast.getAsBoolean();
            boolean any = drain(ring);
            writer.flush(clock.nanoTime());
            tell(told);
            if (!last && !any) {
                clock.park(IDLE_NS);
            }
        }
        long lostAtEnd = ring.lostTotal() - lostSeen;
        if (lostAtEnd > 0) {
            writer.lost(lostAtEnd);
        }
        String broken = fault.get();
        open.close(broken == null ? Ending.WHOLE : Ending.FAULT, broken);
        tell(told);
    }

    /** Why the journal is not whole; null when it is. */
    @Nullable
    IOException failure() {
        return writer.failure();
    }

    private void tell(Consumer<String> told) {
        IOException failure = writer.failure();
        if (failure != null && !said) {
            said = true;
            told.accept("the journal stopped: " + Failure.textOf(failure) + "; the run goes on and is not kept whole");
        }
    }

    private boolean drain(Ring<Event> ring) {
        boolean any = false;
        for (Event event = ring.peek(); event != null; event = ring.peek()) {
            any = true;
            if (ring.lost() > 0) {
                lostSeen += ring.lost();
                writer.lost(ring.lost());
            }
            firstUs = firstUs == NEVER ? event.timeUs : firstUs;
            writer.event(event);
            if (event.kind == Event.Kind.BELT) {
                writer.belt(new BeltSpan(event.timeUs - firstUs, event.speedMPerH, event.inclineMilliPct, belt));
            }
            ring.release();
        }
        return any;
    }
}
