package org.holdline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.holdline.posture.ClipState;
import org.holdline.sample.Placement;
import org.junit.jupiter.api.Test;

class SeatTest {
    private Seat seat = new Seat(Placement.DUAL);

    @Test
    void shouldKnowNothingWhenNobodyStoodAgain() {
        seat.ran(100);
        Summary.Clip clip = seat.closed();
        assertEquals(0, clip.stands());
        assertFalse(clip.closingStand());
        assertFalse(clip.moved());
        assertNull(clip.largestShiftDeg());
    }

    @Test
    void shouldCloseWithTheStandAfterAllRunning() {
        seat.ran(100);
        seat.reference(MadeEvents.stand(200, 900, false));
        seat.ran(300);
        assertFalse(seat.closed().closingStand());
        seat.reference(MadeEvents.stand(400, -400, false));
        Summary.Clip clip = seat.closed();
        assertTrue(clip.closingStand());
        assertEquals(2, clip.stands());
        assertEquals(-0.4, clip.closingShiftDeg());
        assertEquals(0.9, clip.largestShiftDeg());
        assertFalse(clip.moved());
    }

    @Test
    void shouldCountOneStandOnceAndBelieveItsLastWord() {
        seat.ran(100);
        seat.reference(MadeEvents.stand(200, 200, false));
        seat.reference(MadeEvents.stand(210, 2200, true));
        assertEquals(1, seat.closed().stands());
        assertTrue(seat.closed().moved());
    }

    @Test
    void shouldRememberThatAClipMovedWhenALaterStandFindsItBack() {
        seat.ran(100);
        seat.reference(MadeEvents.stand(200, 2000, true));
        seat.ran(300);
        seat.reference(MadeEvents.stand(400, 100, false));
        assertTrue(seat.closed().moved());
    }

    @Test
    void shouldCallAJumpAMoveEvenWithoutAStand() {
        seat.reference(MadeEvents.clip(200, ClipState.JUMPED, 0));
        seat.reference(MadeEvents.clip(220, ClipState.CARRIED, 2500));
        Summary.Clip clip = seat.closed();
        assertEquals(1, clip.jumps());
        assertTrue(clip.moved());
        assertEquals(2.5, clip.referenceShiftDeg());
    }

    @Test
    void shouldNotTakeAPauseOnTheRailsForAMoveWhenThereIsOneClip() {
        seat = new Seat(Placement.SACRAL);
        seat.ran(100);
        seat.reference(MadeEvents.stand(200, 7000, true));
        seat.ran(300);
        assertFalse(seat.closed().moved());
        seat.reference(MadeEvents.stand(400, 200, false));
        assertFalse(seat.closed().moved());
        seat.ran(500);
        seat.reference(MadeEvents.stand(600, 2000, true));
        assertTrue(seat.closed().moved(), "the closing stand counts");
    }
}
