package org.holdline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.holdline.posture.ClipState;
import org.holdline.posture.Drill;
import org.holdline.posture.NeutralCheck;
import org.holdline.posture.NeutralKind;
import org.holdline.road.Event;
import org.holdline.sample.Act;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OffsetTest {
    /** What the road said of a run that is worth keeping. */
    static final class Run {
        final Event neutral = new Event();
        final Event mounting = new Event();
        final Event reference = new Event();
        final Event act = new Event();

        Run() {
            neutral.kind = Event.Kind.NEUTRAL;
            neutral.neutral = NeutralKind.DRILL;
            neutral.neutralSteps = 160;
            neutral.centreMdeg = -1250;
            neutral.neutralSpreadMdeg = 620;
            neutral.thresholdMdeg = 3000;
            neutral.check = NeutralCheck.TOLD_APART;
            neutral.speedMPerH = 10_400;
            neutral.inclineMilliPct = 1000;
            mounting.kind = Event.Kind.MOUNTING;
            mounting.asAsked = true;
            mounting.stood = true;
            reference.kind = Event.Kind.REFERENCE;
            reference.clipState = ClipState.SEATED;
            reference.byStand = true;
            act.kind = Event.Kind.ACT;
            act.acts = Act.MARK.bit();
        }

        Optional<Offset> offset() {
            Tally tally = new Tally(MadeEvents.info(0, 0));
            tally.add(mounting);
            tally.add(neutral);
            tally.add(MadeEvents.fullStep(1_000_000));
            reference.timeUs = 2_000_000;
            tally.add(reference);
            tally.add(act);
            return Offset.of(tally.summary(Tally.Reading.WHOLE));
        }
    }

    private static Run of(Consumer<Run> change) {
        Run run = new Run();
        change.accept(run);
        return run;
    }

    @Test
    void shouldBeRunningMinusStandingNeutralWhenTheRunCanBeTrusted() {
        assertEquals(
                new Offset(-1.25, 0.62, 10.4, 1.0, null), new Run().offset().orElseThrow());
        Run drilled = of(run -> {
            run.neutral.drill = Drill.Outcome.GOOD;
            run.neutral.drillRangeMdeg = 22_000;
            run.neutral.check = NeutralCheck.NOT_TOLD_APART;
            run.neutral.speedMPerH = Sample.UNKNOWN;
            run.neutral.inclineMilliPct = Sample.UNKNOWN;
        });
        assertEquals(new Offset(-1.25, 0.62, null, null, 22.0), drilled.offset().orElseThrow());
    }

    static Stream<Arguments> doubts() {
        return Stream.of(
                doubt("no stand", run -> run.mounting.stood = false),
                doubt("worn otherwise", run -> run.mounting.asAsked = false),
                doubt("first minute", run -> run.neutral.neutral = NeutralKind.AUTOMATIC),
                doubt("from another run", run -> run.neutral.neutral = NeutralKind.STANDING),
                doubt("not told apart", run -> run.neutral.check = NeutralCheck.NOT_TOLD_APART),
                doubt("no easy run", run -> run.neutral.check = NeutralCheck.ALONE),
                doubt("moved by a stand", run -> run.reference.standMoved = true),
                doubt("turned and carried", run -> {
                    run.reference.byStand = false;
                    run.reference.clipState = ClipState.CARRIED;
                }),
                doubt("asked for on the way", run -> run.act.acts = Act.NEUTRAL.bit()),
                doubt("no spread told", run -> run.neutral.neutralSpreadMdeg = -1),
                doubt("no body bends so far", run -> run.neutral.centreMdeg = 30_001));
    }

    private static Arguments doubt(String name, Consumer<Run> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("doubts")
    void shouldLeaveNothingWhenTheNeutralIsInDoubt(String name, Consumer<Run> change) {
        assertTrue(of(change).offset().isEmpty(), name);
    }
}
