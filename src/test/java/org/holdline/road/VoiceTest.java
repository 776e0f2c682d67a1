package org.holdline.road;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import org.holdline.cue.Cause;
import org.holdline.gait.Side;
import org.holdline.gait.Step;
import org.holdline.posture.Metric;
import org.holdline.posture.Reason;
import org.holdline.posture.Verdict;
import org.holdline.ring.Ring;
import org.holdline.sample.Act;
import org.holdline.sample.Phase;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;

class VoiceTest {
    private final Ring<Event> first = new Ring<>(4, Event::new);
    private final Ring<Event> second = new Ring<>(16, Event::new);
    private final Ring<Sample> samples = new Ring<>(4, Sample::new);
    private final Ring<Sample> moreSamples = new Ring<>(16, Sample::new);
    private final Voice voice = new Voice(List.of(first, second), List.of(samples, moreSamples));
    private final Step step = new Step();
    private final Verdict verdict = new Verdict();

    VoiceTest() {
        step.contactUs = 11;
        step.toeOffUs = 12;
        step.contactMs = 13;
        step.side = Side.LEFT;
        step.cadenceDspm = 1700;
        step.running = true;
        verdict.timeUs = 11;
        verdict.deviationMdeg = 4500;
        verdict.thresholdMdeg = 3000;
        verdict.trunkMdeg = -2100;
        verdict.over = true;
        verdict.confidence = 95;
        verdict.reason = Reason.OVER;
    }

    /** The one event that was said, from both readers, which must have got the same kind. */
    private Event said() {
        Event event = first.peek();
        Event other = second.peek();
        assertNotNull(event);
        assertNotNull(other);
        assertEquals(event.kind, other.kind);
        assertEquals(event.timeUs, other.timeUs);
        Event copy = new Event();
        copy.copyFrom(event);
        first.release();
        second.release();
        assertNull(first.peek());
        assertNull(second.peek());
        return copy;
    }

    @Test
    void shouldTellEveryReaderTheState() {
        voice.state(5, Watch.SETTLING, Phase.RUN, true);
        Event event = said();
        assertAll(
                () -> assertEquals(Event.Kind.STATE, event.kind),
                () -> assertEquals(5, event.timeUs),
                () -> assertEquals(Watch.SETTLING, event.watch),
                () -> assertEquals(Phase.RUN, event.phase),
                () -> assertTrue(event.muted));
    }

    @Test
    void shouldTellEveryReaderAStepAtItsContact() {
        voice.step(step, 9500);
        Event event = said();
        assertAll(
                () -> assertEquals(Event.Kind.STEP, event.kind),
                () -> assertEquals(11, event.timeUs),
                () -> assertEquals(12, event.toeOffUs),
                () -> assertEquals(13, event.contactMs),
                () -> assertEquals(Side.LEFT, event.side),
                () -> assertEquals(1700, event.cadenceDspm),
                () -> assertTrue(event.running),
                () -> assertEquals(9500, event.speedMPerH));
    }

    @Test
    void shouldTellEveryReaderAVerdictWithItsStep() {
        voice.verdict(step, verdict, Metric.LUMBAR_ARCH, 9500, true);
        Event event = said();
        assertAll(
                () -> assertEquals(Event.Kind.VERDICT, event.kind),
                () -> assertEquals(11, event.timeUs),
                () -> assertEquals(Side.LEFT, event.side),
                () -> assertEquals(Metric.LUMBAR_ARCH, event.metric),
                () -> assertEquals(4500, event.deviationMdeg),
                () -> assertEquals(3000, event.thresholdMdeg),
                () -> assertEquals(-2100, event.trunkMdeg),
                () -> assertTrue(event.probe),
                () -> assertTrue(event.over),
                () -> assertEquals(95, event.confidence),
                () -> assertEquals(Reason.OVER, event.reason),
                () -> assertEquals(9500, event.speedMPerH));
    }

    @Test
    void shouldTellEveryReaderACueAndOneHeldBack() {
        voice.cue(Event.Kind.CUE, 21, Cause.SUSTAINED, verdict, 187);
        Event cue = said();
        assertAll(
                () -> assertEquals(Event.Kind.CUE, cue.kind),
                () -> assertEquals(21, cue.timeUs),
                () -> assertEquals(Cause.SUSTAINED, cue.cause),
                () -> assertEquals(4500, cue.deviationMdeg),
                () -> assertEquals(3000, cue.thresholdMdeg),
                () -> assertEquals(187, cue.pulseMs));
        voice.cue(Event.Kind.SUPPRESSED, 22, Cause.COOLDOWN, verdict, 0);
        Event suppressed = said();
        assertEquals(Event.Kind.SUPPRESSED, suppressed.kind);
        assertEquals(Cause.COOLDOWN, suppressed.cause);
        assertEquals(0, suppressed.pulseMs, "nothing is left of the cue before it");
    }

    @Test
    void shouldTellEveryReaderWhatPeopleDidAndHowTheLinkIs() {
        voice.act(31, Act.MUTE.bit() | Act.MARK.bit());
        Event act = said();
        assertEquals(Event.Kind.ACT, act.kind);
        assertEquals(31, act.timeUs);
        assertEquals(Act.MUTE.bit() | Act.MARK.bit(), act.acts);

        Gaps gaps = new Gaps(5_000_000);
        gaps.between(0, 20_000);
        voice.link(41, 1000, gaps, 20, 30, 50);
        Event link = said();
        assertAll(
                () -> assertEquals(Event.Kind.LINK, link.kind),
                () -> assertEquals(41, link.timeUs),
                () -> assertEquals(1000, link.samples),
                () -> assertEquals(1, link.gaps),
                () -> assertEquals(3, link.missing),
                () -> assertEquals(20, link.stuck),
                () -> assertEquals(30, link.saturated),
                () -> assertEquals(50, link.withoutTemperature));

        voice.belt(51, 10_000, -500);
        Event belt = said();
        assertEquals(Event.Kind.BELT, belt.kind);
        assertEquals(10_000, belt.speedMPerH);
        assertEquals(-500, belt.inclineMilliPct);
    }

    @Test
    void shouldGoOnToTheOthersWhenOneReaderIsTooSlow() {
        for (int i = 0; i < 10; i++) {
            voice.act(i, 1);
            Sample sample = new Sample();
            sample.timeUs = i;
            voice.sample(sample);
        }
        assertEquals(4, first.size());
        assertEquals(6, first.lostTotal());
        assertEquals(10, second.size());
        assertEquals(0, second.lostTotal());
        assertEquals(4, samples.size());
        assertEquals(6, samples.lostTotal());
        for (int i = 0; i < 10; i++) {
            assertEquals(i, second.peek().timeUs);
            second.release();
            assertEquals(i, moreSamples.peek().timeUs);
            moreSamples.release();
        }
    }

    @Test
    void shouldHandOutCopiesWhenTheSlotIsUsedAgain() {
        Sample sample = new Sample();
        sample.lower.axUms2 = 1;
        voice.sample(sample);
        sample.lower.axUms2 = 2;
        assertEquals(1, samples.peek().lower.axUms2);
    }

    @Test
    void shouldSpeakToNobodyWhenNobodyListens() {
        Voice alone = new Voice(List.of(), List.of());
        alone.act(1, 1);
        alone.sample(new Sample());
    }

    /** A field forgotten in the copy would show as the last event's value, now and then. */
    @Test
    void shouldCopyEveryFieldOfAnEvent() throws IllegalAccessException {
        Event from = new Event();
        Event fresh = new Event();
        for (Field field : Event.class.getFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                field.set(from, other(field, field.get(from)));
                assertNotEquals(field.get(fresh), field.get(from), field.getName());
            }
        }
        Event to = new Event();
        to.copyFrom(from);
        for (Field field : Event.class.getFields()) {
            assertEquals(field.get(from), field.get(to), field.getName());
        }
    }

    private static Object other(Field field, Object value) {
        return switch (value) {
            case Long number -> number + 1;
            case Integer number -> number + 1;
            case Boolean flag -> !flag;
            case Enum<?> one -> {
                Object[] all = field.getType().getEnumConstants();
                yield all[(one.ordinal() + 1) % all.length];
            }
            default -> throw new AssertionError(field + " is of a kind this test does not know");
        };
    }
}
