package org.holdline.cue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.holdline.posture.Metric;
import org.holdline.posture.Reason;
import org.holdline.posture.Verdict;
import org.junit.jupiter.api.Test;

class DisagreeTest {
    private static final long SECOND_US = 1_000_000;

    private final CuePolicy policy = new CuePolicy(CueParams.defaults(), FadingParams.defaults(), Metric.LUMBAR_ARCH);
    private final Verdict verdict = new Verdict();
    private final Moment now = new Moment();

    /** Runs on, over the threshold, until the next cue; after three that change nothing that is ten minutes. */
    private void untilACue() {
        verdict.deviationMdeg = 6000;
        verdict.thresholdMdeg = 3000;
        verdict.over = true;
        verdict.confidence = 95;
        verdict.reason = Reason.OVER;
        CuePolicy.Decision decision = CuePolicy.Decision.NOTHING;
        for (int i = 0; i < 3000 && decision != CuePolicy.Decision.CUE; i++) {
            now.timeUs += 350_000;
            policy.ran(now.timeUs, 0);
            decision = policy.step(verdict, now);
        }
        assertEquals(CuePolicy.Decision.CUE, decision);
    }

    @Test
    void shouldCountEverySecondCueThatDidNotFit() {
        untilACue();
        assertFalse(policy.disagree(now.timeUs + SECOND_US), "the first");
        untilACue();
        assertTrue(policy.disagree(now.timeUs + SECOND_US), "the second");
        untilACue();
        assertFalse(policy.disagree(now.timeUs + SECOND_US), "the third");
        untilACue();
        assertTrue(policy.disagree(now.timeUs + SECOND_US), "the fourth");
    }

    @Test
    void shouldCountOncePerCueAndOnlyWhileItIsInMind() {
        assertFalse(policy.disagree(0), "no cue yet");
        untilACue();
        assertFalse(policy.disagree(now.timeUs + SECOND_US));
        assertFalse(policy.disagree(now.timeUs + 2 * SECOND_US), "the same cue again");
        untilACue();
        assertFalse(policy.disagree(now.timeUs + 121 * SECOND_US), "too late");
        assertTrue(policy.disagree(now.timeUs + 119 * SECOND_US), "in time");
    }
}
