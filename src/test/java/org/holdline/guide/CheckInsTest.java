package org.holdline.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.holdline.guide.CheckIns.State;
import org.holdline.sample.Act;
import org.junit.jupiter.api.Test;

class CheckInsTest {
    private static final long SEED = 3;
    private static final long S = 1_000_000;

    private final CheckIns checkIns = new CheckIns(5, new SplittableRandom(SEED));
    private long nowUs;

    private void to(long seconds, int word) {
        while (nowUs < seconds * S) {
            nowUs += S / 10;
            checkIns.look(nowUs, true, word);
        }
    }

    private void toNextQuestion(int word) {
        int asked = checkIns.asked();
        while (checkIns.asked() == asked) {
            nowUs += S / 10;
            checkIns.look(nowUs, true, word);
        }
    }

    @Test
    void shouldAskAfterSoMuchRunningAndNotBefore() {
        to(299, 1);
        assertEquals(State.QUIET, checkIns.state());
        to(301, 1);
        assertEquals(State.ASKED, checkIns.state());
        to(322, 1);
        assertEquals(State.QUIET, checkIns.state(), "nobody answers for twenty seconds");
        assertFalse(checkIns.answer(1, nowUs));
        to(602, 1);
        assertEquals(2, checkIns.asked());
    }

    @Test
    void shouldAskNothingWhileNothingIsJudged() {
        for (int i = 0; i < 10_000; i++) {
            checkIns.look(i * S / 10, false, 1);
        }
        assertEquals(0, checkIns.asked());
    }

    @Test
    void shouldAskNothingWithinHalfAMinuteOfACue() {
        to(290, 1);
        checkIns.cued(nowUs);
        to(319, 1);
        assertEquals(0, checkIns.asked());
        to(321, 1);
        assertEquals(1, checkIns.asked());
        checkIns.cued(nowUs);
        assertEquals(State.QUIET, checkIns.state(), "a question that is open is taken back");
    }

    @Test
    void shouldAskHalfOfAllBeforeTheClipIsShown() {
        int hidden = 0;
        for (int i = 0; i < 40; i++) {
            toNextQuestion(1);
            hidden += checkIns.hidesTheClip() ? 1 : 0;
        }
        assertEquals(20, hidden, "seed " + SEED);
    }

    @Test
    void shouldShowTheClipFiveSecondsAfterAnAnswerThatCameFirst() {
        do {
            toNextQuestion(2);
        } while (!checkIns.hidesTheClip());
        assertTrue(checkIns.answer(0, nowUs));
        assertEquals(State.HIDDEN, checkIns.state());
        long answeredS = nowUs / S;
        to(answeredS + 4, 1);
        assertEquals(State.HIDDEN, checkIns.state());
        to(answeredS + 6, 1);
        assertEquals(State.SHOWN, checkIns.state());
        assertEquals(0, checkIns.said());
        assertEquals(2, checkIns.seen(), "as it was when it was asked");
        assertEquals(Act.answer(0, 2, true), checkIns.act());
        to(answeredS + 12, 1);
        assertEquals(State.QUIET, checkIns.state());
    }

    @Test
    void shouldCountAnswersThatCameFirstAndTakeOneBackWhenACueFollows() {
        int first = 0;
        for (int i = 0; i < 10; i++) {
            toNextQuestion(2);
            first += checkIns.hidesTheClip() ? 1 : 0;
            assertTrue(checkIns.answer(2, nowUs));
            assertFalse(checkIns.answer(2, nowUs), "once");
        }
        assertEquals(5, first);
        assertEquals(5, checkIns.awareness().answers());
        do {
            toNextQuestion(1);
        } while (!checkIns.hidesTheClip());
        checkIns.answer(1, nowUs);
        assertEquals(6, checkIns.awareness().answers());
        checkIns.cued(nowUs + 10 * S);
        assertEquals(5, checkIns.awareness().answers());
        checkIns.cued(nowUs + 12 * S);
        assertEquals(5, checkIns.awareness().answers(), "and once only");
    }

    @Test
    void shouldRefuseNoTimeBetween() {
        assertThrows(IllegalArgumentException.class, () -> new CheckIns(0, new SplittableRandom(SEED)));
    }
}
