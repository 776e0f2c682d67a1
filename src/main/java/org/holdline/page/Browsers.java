package org.holdline.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The browsers that watch the run: a bounded number, each with its own mailbox. Thread-safe. */
final class Browsers {
    /** More than a runner, a coach and a room of screens have. */
    static final int MAX = 16;

    private static final byte[] FIRST_BYTES = "retry: 2000\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Set<Mailbox> mailboxes = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong refused = new AtomicLong();
    private volatile @Nullable Message latest;
    private volatile boolean closed;

    /** Takes one of the places; false when there is none left. */
    boolean enter() {
        if (count.incrementAndGet() <= MAX) {
            return true;
        }
        count.decrementAndGet();
        refused.incrementAndGet();
        return false;
    }

    /** Gives the place back. */
    void leave() {
        count.decrementAndGet();
    }

    /** Serves the browser that has taken a place until it or the run ends, and gives the place back. */
    void serve(Outlet outlet) throws IOException {
        Mailbox mailbox = new Mailbox();
        mailboxes.add(mailbox);
        try {
            Message now = latest;
            if (now != null) {
                mailbox.state(now);
            }
            if (closed) {
                mailbox.close();
            }
            outlet.write(FIRST_BYTES);
            for (var taken = mailbox.take(); !taken.isEmpty(); taken = mailbox.take()) {
                for (Message message : taken) {
                    outlet.write(message.bytes());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            mailboxes.remove(mailbox);
            leave();
        }
    }

    /** Never waits for a browser. */
    void state(Message message) {
        latest = message;
        mailboxes.forEach(mailbox -> mailbox.state(message));
    }

    /** Never waits for a browser. */
    void cue(Message message) {
        mailboxes.forEach(mailbox -> mailbox.cue(message));
    }

    /** Lets everybody have what waits for them, and then go. */
    void close() {
        closed = true;
        mailboxes.forEach(Mailbox::close);
    }

    int count() {
        return count.get();
    }

    /** Browsers that found all places taken. */
    long refused() {
        return refused.get();
    }
}
