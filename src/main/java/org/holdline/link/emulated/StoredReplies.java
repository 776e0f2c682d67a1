package org.holdline.link.emulated;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongConsumer;
import java.util.zip.CRC32C;
import org.holdline.link.wire.Protocol;
import org.holdline.link.wire.View;
import org.jspecify.annotations.Nullable;

/** Answers kept for a while, so that a repeated request is not carried out twice. */
final class StoredReplies {
    private static final long LIFE_US = Protocol.TXN_STORE_MS * 1000L;

    /**
     * One answer.
     *
     * @param send sends it, at this instant of the clip's clock, us
     */
    record Reply(int txn, int type, long payloadCrc, long timeUs, LongConsumer send) {}

    private final Deque<Reply> replies = new ArrayDeque<>();

    static long crcOf(View request) {
        CRC32C crc = new CRC32C();
        int at = request.tailAt() - (request.length() - request.tailBytes());
        crc.update(request.bytes(), at, request.length());
        return crc.getValue();
    }

    void clear() {
        replies.clear();
    }

    void forgetOld(long nowUs) {
        while (!replies.isEmpty() && nowUs - replies.getFirst().timeUs() >= LIFE_US) {
            replies.removeFirst();
        }
    }

    @Nullable
    Reply of(int txn) {
        return replies.stream().filter(reply -> reply.txn() == txn).findFirst().orElse(null);
    }

    boolean isFull() {
        return replies.size() == Protocol.TXN_STORE_SLOTS;
    }

    /** Until a place is free, ms rounded up. */
    long freeInMs(long nowUs) {
        return Math.ceilDiv(replies.getFirst().timeUs() + LIFE_US - nowUs, 1000L);
    }

    void keep(Reply reply) {
        replies.addLast(reply);
    }
}
