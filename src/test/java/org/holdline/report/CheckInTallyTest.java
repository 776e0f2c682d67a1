package org.holdline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.holdline.cue.Cause;
import org.holdline.road.Event;
import org.holdline.sample.Act;
import org.junit.jupiter.api.Test;

class CheckInTallyTest {
    private static final long S = 1_000_000;

    private final Tally tally = new Tally(MadeEvents.info(0, 0));
    private long timeUs;

    private Event event(Event.Kind kind) {
        Event event = new Event();
        event.kind = kind;
        event.timeUs = timeUs;
        return event;
    }

    private void act(int bits) {
        Event event = event(Event.Kind.ACT);
        event.acts = bits;
        tally.add(event);
    }

    private void asked(int felt, int seen, boolean first) {
        timeUs += 60 * S;
        act(Act.ASKED.bit());
        timeUs += 4 * S;
        act(Act.answer(felt, seen, first));
    }

    private void cue(long afterUs) {
        timeUs += afterUs;
        Event event = event(Event.Kind.CUE);
        event.cause = Cause.SUSTAINED;
        tally.add(event);
    }

    private Summary summary() {
        return tally.summary(Tally.Reading.WHOLE);
    }

    @Test
    void shouldSayNothingWhenNobodyWasAsked() throws IOException {
        act(Act.MARK.bit() | Act.HARD.bit());
        assertNull(summary().checkIns());
        assertFalse(json().contains("awareness"), json());
        assertFalse(SummaryText.lines(summary()).stream().anyMatch(line -> line.contains("check-ins")));
    }

    private String json() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonLines lines = new JsonLines(bytes, true);
        lines.summary(summary());
        lines.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shouldCountOnlyAnswersThatCameFirst() throws IOException {
        for (int i = 0; i < 4; i++) {
            asked(0, 0, true);
            asked(2, 2, true);
            asked(1, 2, false);
        }
        asked(1, 2, true);
        timeUs += 60 * S;
        act(Act.ASKED.bit());
        Summary.CheckIns found = summary().checkIns();
        assertEquals(14, found.asked());
        assertEquals(13, found.answered());
        assertEquals(Awareness.of(new int[][] {{4, 0, 0}, {0, 0, 1}, {0, 0, 4}}), found.awareness());
        assertEquals(9, found.awareness().answers());
        assertEquals(8, found.awareness().agreed());
        assertTrue(
                json().contains("\"awareness\":{\"asked\":14,\"answered\":13,\"answered_first\":9,\"agreed\":8,"
                        + "\"kappa\":0.800,\"kappa_half_width\":0.412}"),
                json());
        assertTrue(
                SummaryText.lines(summary())
                        .contains(
                                "  check-ins  14 asked, 9 answered before the clip was shown, 8 of them as the clip had"
                                        + " it; agreement beyond chance 0.80 (+-0.41)"),
                SummaryText.lines(summary()).toString());
    }

    @Test
    void shouldSayThatItCannotBeToldWhenAnswersAreFew() throws IOException {
        asked(0, 0, true);
        assertTrue(json().contains("\"agreed\":1,\"kappa\":null,\"kappa_half_width\":null}"), json());
        assertTrue(
                SummaryText.lines(summary()).stream()
                        .anyMatch(line -> line.endsWith("not enough to tell agreement beyond chance")),
                SummaryText.lines(summary()).toString());
    }

    @Test
    void shouldTakeAnAnswerBackOnceWhenACueFollowsWithinHalfAMinute() {
        asked(0, 0, true);
        cue(30 * S);
        assertEquals(1, summary().checkIns().awareness().answers(), "half a minute later is late enough");
        asked(1, 1, true);
        cue(29 * S);
        cue(S / 2);
        assertEquals(1, summary().checkIns().awareness().answers());
        assertEquals(2, summary().checkIns().answered());
        asked(1, 1, false);
        cue(S);
        assertEquals(1, summary().checkIns().awareness().answers(), "one that did not count cannot be taken back");
    }

    @Test
    void shouldNotCountAnAnswerThatCrossedACue() {
        timeUs = 60 * S;
        act(Act.ASKED.bit());
        cue(S);
        timeUs += S / 10;
        act(Act.answer(1, 1, true));
        assertEquals(0, summary().checkIns().awareness().answers());
    }

    @Test
    void shouldCountNoAnswerOfTwoWords() {
        timeUs = 60 * S;
        act(Act.FELT_LESS.bit() | Act.FELT_MORE.bit() | Act.SEEN_MORE.bit() | Act.FELT_FIRST.bit());
        act(Act.FELT_LESS.bit() | Act.FELT_FIRST.bit());
        assertNull(summary().checkIns());
    }
}
