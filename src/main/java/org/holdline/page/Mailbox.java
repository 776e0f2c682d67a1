package org.holdline.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one browser: the latest state, and every cue since it last looked. A state that nobody fetched gives way to
 * the next; a cue never does. When more cues wait than it holds, the mailbox closes, and the browser that comes back finds
 * all of them in the trace.
 *
 * <p>Any number of threads may put, which never waits for the reader; one thread takes.
 */
final class Mailbox {
    /** At three cues a minute at most, this is five minutes of them. */
    static final int MAX_CUES = 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<Message> cues = new ArrayDeque<>();
    private @Nullable Message state;
    private long newestMs = -1;
    private boolean closed;

    /** Takes the place of a state that was not fetched. One that is older than what came before is none. */
    void state(Message message) {
        lock.lock();
        try {
            if (message.madeMs() >= newestMs) {
                newestMs = message.madeMs();
                state = message;
                arrived.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits behind the cues before it. */
    void cue(Message message) {
        lock.lock();
        try {
            if (cues.size() == MAX_CUES) {
                closed = true;
            } else {
                cues.add(message);
            }
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** What was put before is still taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for something and takes it all, cues first; nothing once the mailbox is closed and empty. */
    List<Message> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (state == null && cues.isEmpty() && !closed) {
                arrived.await();
            }
            List<Message> taken = new ArrayList<>(cues);
            cues.clear();
            Message latest = state;
            if (latest != null) {
                taken.add(latest);
                state = null;
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
