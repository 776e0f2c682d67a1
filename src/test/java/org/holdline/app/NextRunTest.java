package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Locale;
import org.holdline.guide.Plan;
import org.holdline.report.reading.NextPlan;
import org.holdline.road.Event;
import org.holdline.session.store.KeptPlan;
import org.holdline.text.Language;
import org.holdline.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the last run asked for: when it is reminded of, and when it is not. */
class NextRunTest {
    private static final long S = 1_000_000;

    private static NextRun next(String aim, int atS, double mostKmh) {
        return new NextRun(new KeptPlan("run", Instant.EPOCH, aim, 1500, 0, atS, mostKmh));
    }

    private static Event step(long timeUs, int mPerH) {
        Event event = new Event();
        event.kind = Event.Kind.STEP;
        event.timeUs = timeUs;
        event.speedMPerH = mPerH;
        return event;
    }

    private static Event cue(long timeUs) {
        Event event = new Event();
        event.kind = Event.Kind.CUE;
        event.timeUs = timeUs;
        return event;
    }

    @Test
    void shouldRemindOnceForAWhileWhenTheInstantHasCome() {
        NextRun next = next("walk_break", 720, 0);
        assertFalse(next.look(5 * S), "the stream begins at 5 s");
        assertFalse(next.look(724 * S));
        assertTrue(next.look(725 * S));
        assertTrue(next.isReminding());
        assertFalse(next.look(739 * S));
        assertTrue(next.look(740 * S), "it goes");
        assertFalse(next.isReminding());
        assertFalse(next.look(2000 * S), "and does not come again");
    }

    @Test
    void shouldWaitHalfAMinuteWhenACueHasJustCome() {
        NextRun next = next("first_quarter", 300, 0);
        next.look(0);
        next.event(cue(290 * S));
        assertFalse(next.look(319 * S));
        assertTrue(next.look(320 * S));
    }

    @Test
    void shouldRemindOfTheSpeedOnlyWhenTheBeltIsFasterForAWhile() {
        NextRun next = next("easier_fast", 0, 11.5);
        next.look(0);
        next.event(step(10 * S, 11_500));
        assertFalse(next.look(100 * S));
        next.event(step(101 * S, 12_000));
        assertFalse(next.look(105 * S));
        next.event(step(105 * S, 11_000));
        next.event(step(106 * S, 12_000));
        assertFalse(next.look(110 * S), "begun anew");
        assertTrue(next.look(111 * S));
    }

    @Test
    void shouldGoAtOnceAndNotComeBackWhenACueComes() {
        NextRun next = next("walk_break", 60, 0);
        next.look(0);
        assertTrue(next.look(60 * S));
        next.event(cue(62 * S));
        assertTrue(next.look(62 * S), "it goes");
        assertFalse(next.isReminding());
        assertFalse(next.look(200 * S));
    }

    @Test
    void shouldNameNoSpeedWhenNobodyKnowsIt() {
        assertEquals(
                "Today: take the hard intervals a little easier.",
                next("easier_fast", 0, 0).words(Texts.of(Language.ENGLISH)));
    }

    @ParameterizedTest
    @EnumSource(NextPlan.Aim.class)
    void shouldSayEveryAimInBothLanguages(NextPlan.Aim aim) {
        String word = aim.name().toLowerCase(Locale.ROOT);
        NextRun next = next(word, 720, 11.5);
        for (Language language : Language.values()) {
            String words = next.words(Texts.of(language));
            assertFalse(words.contains("{"), words);
            assertTrue(words.endsWith("."), words);
        }
        if (aim == NextPlan.Aim.WALK_BREAK) {
            assertEquals(
                    "Today: walk for a minute at 12:00 on Holdline's clock.", next.words(Texts.of(Language.ENGLISH)));
        }
    }

    @Test
    void shouldHaveNoPlanWhenNeitherTimeNorDistanceIsAsked() {
        assertEquals(new Plan(1500, 0), next("same", 0, 0).plan());
        assertEquals("25 min", next("same", 0, 0).lengthWords());
        NextRun bare = new NextRun(new KeptPlan("run", Instant.EPOCH, "same", 0, 0, 0, 0));
        assertNull(bare.plan());
        assertEquals("", bare.lengthWords());
    }
}
