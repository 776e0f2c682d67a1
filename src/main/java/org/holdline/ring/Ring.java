package org.holdline.ring;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounded queue of preallocated slots for exactly one writing and one reading thread.
 *
 * <p>The writer never waits: when no slot is free {@link #claim} answers null and counts a loss. The reader learns of a
 * loss through {@link #lost}, in order, before the first slot written after it.
 *
 * @param <T> mutable slot type
 */
public final class Ring<T> {
    private static final VarHandle WRITTEN;
    private static final VarHandle READ;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            WRITTEN = lookup.findVarHandle(Ring.class, "written", long.class);
            READ = lookup.findVarHandle(Ring.class, "read", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Object[] slots;
    private final long[] lostBefore;
    private final int mask;

    // Writer's side. The longs keep the two sides' counters off one cache line.
    private volatile long written;
    private long readSeen;
    private long lostPending;
    private volatile long lostTotal;

    @SuppressWarnings("unused")
    private long pad1, pad2, pad3, pad4, pad5, pad6, pad7;

    // Reader's side.
    private volatile long read;
    private long writtenSeen;

    /**
     * @param minCapacity smallest number of slots that will do; rounded up to a power of two
     * @param slot makes one slot
     */
    public Ring(int minCapacity, Supplier<T> slot) {
        if (minCapacity < 1 || minCapacity > 1 << 24) {
            throw new IllegalArgumentException("minCapacity=" + minCapacity + ", expected 1..16777216");
        }
        int capacity = Integer.highestOneBit(Math.max(1, minCapacity - 1)) << 1;
        slots = new Object[capacity];
        lostBefore = new long[capacity];
        mask = capacity - 1;
        for (int i = 0; i < capacity; i++) {
            slots[i] = slot.get();
        }
    }

    public int capacity() {
        return mask + 1;
    }

    /** Writer: the slot to fill before {@link #publish}, or null when the ring is full, which counts one loss. */
    @SuppressWarnings("unchecked")
    public @Nullable T claim() {
        long next = (long) WRITTEN.get(this);
        if (next - readSeen > mask) {
            readSeen = (long) READ.getAcquire(this);
            if (next - readSeen > mask) {
                lostPending++;
                lostTotal = lostTotal + 1;
                return null;
            }
        }
        lostBefore[(int) next & mask] = lostPending;
        return (T) slots[(int) next & mask];
    }

    /** Writer: hands the claimed slot to the reader. */
    public void publish() {
        lostPending = 0;
        WRITTEN.setRelease(this, (long) WRITTEN.get(this) + 1);
    }

    /** Reader: the oldest slot not yet released, or null when there is none. */
    @SuppressWarnings("unchecked")
    public @Nullable T peek() {
        long next = (long) READ.get(this);
        if (next == writtenSeen) {
            writtenSeen = (long) WRITTEN.getAcquire(this);
            if (next == writtenSeen) {
                return null;
            }
        }
        return (T) slots[(int) next & mask];
    }

    /** Reader, after a {@link #peek} that answered a slot: how many were lost just before it. */
    public long lost() {
        return lostBefore[(int) (long) READ.get(this) & mask];
    }

    /** Reader: gives the peeked slot back to the writer. */
    public void release() {
        READ.setRelease(this, (long) READ.get(this) + 1);
    }

    /** Any thread: slots waiting for the reader. */
    public int size() {
        return (int) ((long) WRITTEN.getAcquire(this) - (long) READ.getAcquire(this));
    }

    /** Any thread: how many claims were refused since the start. */
    public long lostTotal() {
        return lostTotal;
    }
}
