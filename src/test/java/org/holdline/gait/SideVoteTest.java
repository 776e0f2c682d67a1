package org.holdline.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SideVoteTest {
    private static final long SEED = 20_260_114;

    private final SideVote vote = new SideVote();

    /** Left lifts when the left foot lands: a positive roll rate. */
    private void land(boolean left) {
        vote.step(left ? 1000 : -1000, false);
    }

    @Test
    void shouldNotKnowTheSideBeforeSixHaveVoted() {
        for (int i = 0; i < 5; i++) {
            land(i % 2 == 0);
            assertEquals(Side.UNKNOWN, vote.side());
        }
        land(false);
        assertEquals(Side.RIGHT, vote.side());
        land(true);
        assertEquals(Side.LEFT, vote.side());
    }

    @Test
    void shouldNameTheOtherFootWhenTheFirstWasTheOther() {
        for (int i = 0; i < 6; i++) {
            land(i % 2 == 1);
        }
        assertEquals(Side.LEFT, vote.side());
    }

    @Test
    void shouldOutvoteTwoOfSixWhenTheyAreWrong() {
        boolean left = true;
        for (int i = 0; i < 6; i++) {
            land((i == 1 || i == 4) != left);
            left = !left;
        }
        assertEquals(Side.RIGHT, vote.side());
    }

    @Test
    void shouldStayUndecidedWhenVotesAreEven() {
        boolean left = true;
        for (int i = 0; i < 6; i++) {
            land(i < 3 ? left : !left);
            left = !left;
        }
        assertEquals(Side.UNKNOWN, vote.side());
    }

    @Test
    void shouldKeepItsDecisionWhenVotesAreEven() {
        for (int i = 0; i < 6; i++) {
            land(i % 2 == 0);
        }
        for (int i = 0; i < 3; i++) {
            vote.step(0, false);
        }
        for (int i = 0; i < 3; i++) {
            land(i % 2 == 0);
        }
        // Three for, three without an opinion, then three against: a tie.
        assertEquals(Side.LEFT, vote.side());
    }

    @Test
    void shouldNotVoteWhenThereIsNoRoll() {
        for (int i = 0; i < 20; i++) {
            vote.step(0, false);
            assertEquals(Side.UNKNOWN, vote.side());
        }
    }

    @Test
    void shouldLetTheOnlyVoteDecideWhenTheOthersHaveNoOpinion() {
        for (int i = 0; i < 5; i++) {
            vote.step(0, false);
        }
        land(true);
        assertEquals(Side.LEFT, vote.side());
    }

    @Test
    void shouldKeepTheFootWhenOneBeforeItWasMissed() {
        for (int i = 0; i < 6; i++) {
            land(i % 2 == 0);
        }
        assertEquals(Side.RIGHT, vote.side());
        vote.step(-1000, true);
        assertEquals(Side.RIGHT, vote.side());
        land(true);
        assertEquals(Side.LEFT, vote.side());
    }

    @Test
    void shouldSwapWhenFlippedAndBackWhenFlippedAgain() {
        for (int i = 0; i < 6; i++) {
            land(i % 2 == 0);
        }
        vote.flip();
        assertEquals(Side.LEFT, vote.side());
        vote.restart();
        for (int i = 0; i < 6; i++) {
            land(i % 2 == 0);
        }
        assertEquals(Side.LEFT, vote.side(), "a flip outlasts a bout");
        vote.flip();
        assertEquals(Side.RIGHT, vote.side());
    }

    @Test
    void shouldForgetWhenRestarted() {
        for (int i = 0; i < 6; i++) {
            land(i % 2 == 0);
        }
        vote.restart();
        assertEquals(Side.UNKNOWN, vote.side());
        land(true);
        assertEquals(Side.UNKNOWN, vote.side());
        for (int i = 0; i < 5; i++) {
            land(i % 2 == 1);
        }
        assertEquals(Side.RIGHT, vote.side());
    }

    @Test
    void shouldBeMostlyRightWhenFourOfFiveVotesAre() {
        SplittableRandom random = new SplittableRandom(SEED);
        int right = 0;
        int known = 0;
        for (int i = 0; i < 20_000; i++) {
            boolean left = i % 2 == 0;
            land(random.nextInt(5) > 0 == left);
            if (vote.side() != Side.UNKNOWN) {
                known++;
                right += vote.side() == (left ? Side.LEFT : Side.RIGHT) ? 1 : 0;
            }
        }
        double share = (double) right / known;
        assertTrue(share > 0.95, () -> share + " right, seed " + SEED);
    }
}
