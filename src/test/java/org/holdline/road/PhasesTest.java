package org.holdline.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.holdline.gait.GaitKind;
import org.holdline.sample.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhasesTest {
    private final Phases phases = new Phases();

    @Test
    void shouldStandWhenItBegins() {
        assertEquals(Phase.STAND, phases.current());
        assertEquals(Phase.STAND, phases.at(0));
        assertFalse(phases.isMarked());
        assertFalse(phases.follow(GaitKind.STAND, false, 0));
    }

    @ParameterizedTest
    @CsvSource({"WALK, false, WALK", "WALK, true, WALK", "RUN, false, BASELINE", "RUN, true, RUN"})
    void shouldFollowTheLegsWhenNothingIsMarked(GaitKind gait, boolean neutralKnown, Phase phase) {
        assertTrue(phases.follow(gait, neutralKnown, 7));
        assertEquals(phase, phases.current());
        assertEquals(7, phases.sinceUs());
        assertFalse(phases.follow(gait, neutralKnown, 8), "nothing new");
        assertEquals(7, phases.sinceUs());
        assertFalse(phases.isMarked());
    }

    @Test
    void shouldGoBackAndForthWhenTheLegsDoSoBeforeTheNeutralIsKnown() {
        assertTrue(phases.follow(GaitKind.RUN, false, 1));
        assertTrue(phases.follow(GaitKind.WALK, false, 2));
        assertTrue(phases.follow(GaitKind.STAND, false, 3));
        assertTrue(phases.follow(GaitKind.RUN, false, 4));
        assertTrue(phases.follow(GaitKind.RUN, true, 5));
        assertEquals(Phase.RUN, phases.current());
    }

    @ParameterizedTest
    @EnumSource(GaitKind.class)
    void shouldStayInTheCuedRunWhateverTheLegsDo(GaitKind gait) {
        phases.follow(GaitKind.RUN, true, 1);
        assertFalse(phases.follow(gait, true, 2));
        assertFalse(phases.follow(gait, false, 3));
        assertEquals(Phase.RUN, phases.current());
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void shouldObeyMarkersAloneOnceOneCame(Phase marked) {
        phases.follow(GaitKind.WALK, false, 1);
        assertEquals(marked != Phase.WALK, phases.mark(marked, 2));
        assertTrue(phases.isMarked());
        for (GaitKind gait : GaitKind.values()) {
            assertFalse(phases.follow(gait, true, 3));
        }
        assertEquals(marked, phases.current());
    }

    @Test
    void shouldChangeNothingWhenThereIsNoMarkerOrTheSameOne() {
        assertFalse(phases.mark(null, 1));
        assertFalse(phases.isMarked());
        assertTrue(phases.mark(Phase.NEUTRAL, 2));
        assertFalse(phases.mark(null, 3));
        assertFalse(phases.mark(Phase.NEUTRAL, 4));
        assertEquals(Phase.NEUTRAL, phases.current());
        assertEquals(2, phases.sinceUs());
    }

    @Test
    void shouldBeMarkedWhenTheFirstMarkerSaysWhatIsAlready() {
        assertFalse(phases.mark(Phase.STAND, 1));
        assertTrue(phases.isMarked());
        assertFalse(phases.follow(GaitKind.RUN, false, 2), "the legs have no say any more");
    }

    @Test
    void shouldLeaveTheEndOrTheCuedRunWhenAMarkerSaysSo() {
        phases.mark(Phase.RUN, 1);
        assertTrue(phases.mark(Phase.WALK, 2));
        assertTrue(phases.mark(Phase.END, 3));
        assertTrue(phases.mark(Phase.STAND, 4));
        assertEquals(Phase.STAND, phases.current());
    }

    @Test
    void shouldKnowThePhaseOfAContactThatLiesBeforeTheChange() {
        phases.mark(Phase.NEUTRAL, 100);
        phases.mark(Phase.RUN, 200);
        assertEquals(Phase.NEUTRAL, phases.at(199));
        assertEquals(Phase.RUN, phases.at(200));
        assertEquals(Phase.RUN, phases.at(300));
    }

    @Test
    void shouldMeasureANewNeutralAndGoOnWhenTheRunnerAsksForOneInTheRun() {
        phases.mark(Phase.RUN, 5);
        assertTrue(phases.renew(9));
        assertEquals(Phase.NEUTRAL, phases.current());
        assertTrue(phases.isRenewing());
        assertEquals(9, phases.sinceUs());
        assertFalse(phases.follow(GaitKind.STAND, true, 10), "a pause does not end it");
        phases.resume(20);
        assertEquals(Phase.RUN, phases.current());
        assertFalse(phases.isRenewing());
        assertEquals(20, phases.sinceUs());
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = "RUN", mode = EnumSource.Mode.EXCLUDE)
    void shouldNotMeasureANewNeutralWhenTheCuedRunIsNotOn(Phase marked) {
        phases.mark(marked, 5);
        assertFalse(phases.renew(9));
        assertFalse(phases.isRenewing());
        assertEquals(marked, phases.current());
    }

    @Test
    void shouldForgetTheNewNeutralWhenAMarkerComes() {
        phases.mark(Phase.RUN, 5);
        phases.renew(9);
        phases.mark(Phase.WALK, 12);
        assertFalse(phases.isRenewing());
        assertEquals(Phase.WALK, phases.current());
    }
}
