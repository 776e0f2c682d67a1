package org.holdline.session.journal;

import java.io.IOException;
import java.util.Objects;
import org.holdline.report.Retention;
import org.holdline.road.Event;
import org.holdline.session.BeltSpan;
import org.holdline.session.Ending;
import org.holdline.session.RunFacts;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the journal of one run. What it is told is with the operating system after the next {@link #flush}, and on the disk half a
 * second later, so that a sync that takes its time still leaves less than a second to lose.
 *
 * <p>Once open it throws nothing: a full disk must not end a run. It then writes no more, keeps what is in the file and says why
 * in {@link #failure}.
 *
 * <p>Not thread-safe: one cold thread writes and closes; {@link #failure} may be asked by any.
 */
public final class JournalWriter {
    private static final long SYNC_NS = 500_000_000;

    private final JournalFile file;
    private final EventWriting events = new EventWriting();
    private final Packer payload = new Packer();
    private final Packer frames = new Packer();
    private boolean unsynced;
    private boolean begun;
    private long syncedNs;
    private volatile @Nullable IOException failure;

    /**
     * Writes the head of a new journal.
     *
     * @param before what the run before came to; null where no stage was told
     */
    JournalWriter(JournalFile file, RunFacts facts, Retention.@Nullable Kept before) {
        this.file = file;
        for (byte b : Layout.head()) {
            frames.u8(b);
        }
        FactsPacking.facts(facts, payload);
        frame(Layout.FACTS);
        EventWriting.fields(payload);
        frame(Layout.FIELDS);
        if (before != null) {
            FactsPacking.before(before, payload);
            frame(Layout.BEFORE);
        }
        write();
        sync();
    }

    /** Goes on where a journal was cut: nothing but its end may follow. */
    JournalWriter(JournalFile file) {
        this.file = file;
    }

    private void frame(int type) {
        frames.frame(type, payload);
        payload.clear();
    }

    public void event(Event event) {
        events.event(event, payload);
        frame(Layout.EVENT);
    }

    public void belt(BeltSpan span) {
        FactsPacking.belt(span, payload);
        frame(Layout.BELT);
    }

    /** So many events did not get here. */
    public void lost(long count) {
        payload.number(count);
        frame(Layout.LOST);
    }

    /**
     * Hands what it was told to the operating system, and brings it to the disk when that is due.
     *
     * @param nowNs the caller's monotonic clock
     */
    public void flush(long nowNs) {
        write();
        if (!begun || nowNs - syncedNs >= SYNC_NS) {
            begun = true;
            syncedNs = nowNs;
            sync();
        }
    }

    private void write() {
        if (failure == null && frames.length() > 0) {
            try {
                file.write(frames.array(), frames.length());
                unsynced = true;
            } catch (IOException e) {
                failure = e;
            }
        }
        frames.clear();
    }

    private void sync() {
        if (failure == null && unsynced) {
            try {
                file.sync();
                unsynced = false;
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    /**
     * The last frame, brought to the disk.
     *
     * @param fault why it broke off, or null
     */
    public void end(Ending ending, @Nullable String fault) {
        FactsPacking.end(ending, Objects.requireNonNullElse(fault, ""), payload);
        frame(Layout.END);
        write();
        sync();
    }

    /** Why it writes no more; null as long as it does. */
    public @Nullable IOException failure() {
        return failure;
    }

    void close() {
        try {
            file.close();
        } catch (IOException e) {
            if (failure == null) {
                failure = e;
            }
        }
    }
}
