package org.holdline.link;

import java.util.Arrays;
import org.holdline.link.wire.ButtonResponse;
import org.holdline.link.wire.ErrorResponse;
import org.holdline.link.wire.FrameWriter;
import org.holdline.link.wire.View;

/** What the host owes the clip: an answer to every press, a refusal of every request it does not know. */
final class Answers {
    private static final int PLACES = 8;
    private static final int PRESSES_KNOWN = 16;

    private final ButtonResponse button = new ButtonResponse();
    private final ErrorResponse error = new ErrorResponse();

    /** Txn below, above it for a refusal: type, code, and 1 so that it is told from a press. */
    private final long[] owed = new long[PLACES];

    private final long[] detail = new long[PLACES];
    private final long[] knownPresses = new long[PRESSES_KNOWN];
    private int first;
    private int count;
    private int known;

    Answers() {
        Arrays.fill(knownPresses, -1);
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** The port was closed: the clip asks again. */
    void clear() {
        count = 0;
    }

    void press(int txn) {
        owe(txn, 0);
    }

    void refusal(int txn, int type, int code, long detailOfCode) {
        owe(1L << 32 | (long) code << 24 | (long) type << 16 | txn, detailOfCode);
    }

    /** With no place left the clip goes without an answer and asks again. */
    private void owe(long what, long detailOfCode) {
        if (count < PLACES) {
            int place = (first + count++) % PLACES;
            owed[place] = what;
            detail[place] = detailOfCode;
        }
    }

    /** Whether this press is heard of for the first time. */
    boolean isNew(int bootId, int txn) {
        long press = Integer.toUnsignedLong(bootId) << 16 | txn;
        for (long old : knownPresses) {
            if (old == press) {
                return false;
            }
        }
        knownPresses[known] = press;
        known = (known + 1) % PRESSES_KNOWN;
        return true;
    }

    View write(FrameWriter writer) {
        long what = owed[first];
        long detailOfCode = detail[first];
        first = (first + 1) % PLACES;
        count--;
        if (what >>> 32 == 0) {
            writer.begin(button);
            button.setTxn((int) what);
            return button;
        }
        writer.begin(error);
        error.setTxn((int) what & 0xFFFF);
        error.setRefusedType((int) (what >> 16) & 0xFF);
        error.setCode((int) (what >> 24) & 0xFF);
        error.setDetail(detailOfCode);
        return error;
    }
}
