package org.holdline.guide;

import java.util.List;
import java.util.random.RandomGenerator;

/** The check in time: when pulses are played, and again when nobody answers. */
final class FeltTurns {
    /** Until a hand is still and attention is there. */
    private static final long READY_US = 1_500_000;

    /** Between two pulses, so that they can be counted; {@code TestPulses} keeps it. */
    private static final long GAP_US = 600_000;

    private static final long NO_ANSWER_US = 20_000_000;
    private static final long NEVER = Long.MAX_VALUE;

    private final FeltCheck check;
    private final boolean possible;
    private final List<Order> orders;
    private long playUs = NEVER;
    private long playedUs = NEVER;

    /** @param orders where they go */
    FeltTurns(List<Integer> strengthsMs, RandomGenerator chance, List<Order> orders) {
        check = new FeltCheck(strengthsMs, chance);
        possible = !strengthsMs.isEmpty();
        this.orders = orders;
    }

    void begin(long nowUs) {
        check.begin();
        soon(nowUs);
    }

    private void soon(long nowUs) {
        playUs = nowUs + READY_US;
        playedUs = NEVER;
    }

    /** Plays what is due. Always false: an answer ends it, not time. */
    boolean play(long nowUs) {
        if (possible && nowUs >= playUs) {
            int count = check.draw();
            orders.add(new Order.Pulses(count, check.strengthMs()));
            playUs = NEVER;
            playedUs = nowUs + count * (check.strengthMs() * 1000L + GAP_US);
        } else if (playedUs != NEVER && nowUs - playedUs > NO_ANSWER_US) {
            soon(nowUs);
        }
        return false;
    }

    /** An answer before anything was played is none, and asked for again. */
    FeltCheck.Result answer(int pulses, long nowUs) {
        if (playedUs == NEVER) {
            return FeltCheck.Result.AGAIN;
        }
        FeltCheck.Result result = check.answer(pulses);
        soon(nowUs);
        return result;
    }

    int right() {
        return check.right();
    }

    int strengthMs() {
        return check.strengthMs();
    }
}
