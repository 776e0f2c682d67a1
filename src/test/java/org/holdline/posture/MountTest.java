package org.holdline.posture;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every case is a clip worn some way on a body whose pitch is known. */
class MountTest {
    private static final long SEED = 83_001;

    /** The solver works in Q30 and the angle in 1/1000 degree; the sensor's own rounding adds the rest. */
    private static final int TOLERANCE_MDEG = 30;

    private final Mount mount = new Mount();

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "12, 0, 0", "-20, 0, 0", "0, 15, 0", "10, -12, 0", "5, 5, 8", "-8, 3, -20"})
    void shouldMeasurePitchFromTheStandWhenTheClipSitsAskew(double pitchDeg, double rollDeg, double yawDeg) {
        WornClip clip = new WornClip(yawDeg, pitchDeg, rollDeg);
        standAndBend(clip);
        solve(clip);
        assertTrue(mount.isFromBends());
        assertTrue(mount.isNominal());
        for (int bodyDeg = -40; bodyDeg <= 40; bodyDeg += 5) {
            assertEquals(1000 * bodyDeg, pitchOf(clip, bodyDeg), TOLERANCE_MDEG, "body pitched " + bodyDeg);
        }
    }

    @Test
    void shouldMeasurePitchOfAnyClipWithinTwentyDegreesWhenBendsNameTheAxis() {
        for (int trial = 0; trial < 200; trial++) {
            SplittableRandom random = new SplittableRandom(SEED + trial);
            WornClip clip =
                    new WornClip(random.nextDouble(-16, 16), random.nextDouble(-16, 16), random.nextDouble(-16, 16));
            Mount solved = new Mount();
            clip.standAndBend(solved);
            solved.solve(0, 0, 0);
            double bodyDeg = random.nextDouble(-30, 30);
            int[] up = clip.up(bodyDeg);
            String what = "seed " + (SEED + trial);
            assertEquals(1000 * bodyDeg, solved.pitchMdeg(up[0], up[1], up[2]), TOLERANCE_MDEG, what);
            assertTrue(solved.isNominal() && solved.isFromBends(), what);
        }
    }

    @Test
    void shouldTakeTheMeanOfTheStandWhenTheBodySways() {
        WornClip clip = new WornClip(0, 6, 0);
        for (int i = 0; i < 100; i++) {
            stand(clip.up(i % 2 == 0 ? 2 : -2));
        }
        solve(clip);
        assertEquals(0, pitchOf(clip, 0), TOLERANCE_MDEG);
    }

    @Test
    void shouldTakeTheSpareVectorWhenNobodyStood() {
        WornClip clip = new WornClip(0, 10, 0);
        assertFalse(mount.hasStand());
        int[] running = clip.up(4);
        mount.solve(140L * running[0], 140L * running[1], 140L * running[2]);
        assertTrue(mount.isSolved());
        assertEquals(0, pitchOf(clip, 4), TOLERANCE_MDEG);
        assertEquals(3000, pitchOf(clip, 7), TOLERANCE_MDEG);
    }

    @Test
    void shouldForgetTheSpareVectorWhenSomebodyStood() {
        WornClip clip = new WornClip(0, 10, 0);
        stand(clip.up(0));
        int[] running = clip.up(8);
        mount.solve(running[0], running[1], running[2]);
        assertEquals(0, pitchOf(clip, 0), TOLERANCE_MDEG);
    }

    @Test
    void shouldStartOverWhenTheStandIsForgotten() {
        WornClip table = new WornClip(0, 25, 0);
        WornClip back = new WornClip(0, 3, 0);
        stand(table.up(0));
        assertTrue(mount.hasStand());
        mount.forgetStand();
        assertFalse(mount.hasStand());
        stand(back.up(0));
        solve(back);
        assertEquals(0, pitchOf(back, 0), TOLERANCE_MDEG);
    }

    @ParameterizedTest
    @CsvSource({"9.8, false", "10.2, true", "-9.8, false", "-10.2, true", "90, true", "180, true"})
    void shouldSayADirectionIsFarFromTheStandWhenItIsMoreThanTenDegreesOff(double offDeg, boolean far) {
        WornClip clip = new WornClip(0, 5, 5);
        int[] up = clip.up(offDeg);
        assertFalse(mount.isFarFromStand(up[0], up[1], up[2]), "there is no stand yet");
        stand(clip.up(0));
        assertEquals(far, mount.isFarFromStand(up[0], up[1], up[2]));
    }

    @Test
    void shouldAssumeTheNominalAxisWhenNobodyBent() {
        WornClip clip = new WornClip(0, 12, 9);
        stand(clip.up(0));
        solve(clip);
        assertFalse(mount.isFromBends());
        assertTrue(mount.isNominal());
        // The nominal axis is 1.9 degrees off the true one here: tilt leaks in as its sine.
        assertEquals(10_000, pitchOf(clip, 10), 120);
    }

    @Test
    void shouldAssumeTheNominalAxisWhenTheBendsHardlyTurned() {
        WornClip clip = new WornClip(15, 0, 0);
        stand(clip.up(0));
        // 5 deg/s for two seconds at 100 Hz: the fidgeting of somebody who stands.
        bend(clip, 200, 0, Math.toRadians(5));
        solve(clip);
        assertFalse(mount.isFromBends());
        assertTrue(mount.isNominal());
    }

    @Test
    void shouldAssumeTheNominalAxisWhenTheBendsTurnedEveryWay() {
        WornClip clip = new WornClip(0, 0, 0);
        stand(clip.up(0));
        bend(clip, 300, 0, 1);
        // As much turning about the long axis as about the bending one: 50 per cent on each.
        for (int i = 0; i < 300; i++) {
            mount.bend(0, 0, i % 2 == 0 ? 1_000_000 : -1_000_000, 0, 0, 9_806_650);
        }
        solve(clip);
        assertFalse(mount.isFromBends());
        assertTrue(mount.isNominal());
    }

    @ParameterizedTest
    @CsvSource({"0.80, false", "0.90, true"})
    void shouldNameTheAxisWhenItHoldsEightyFivePerCentOfTheTurning(double share, boolean named) {
        stand(new int[] {0, 0, 9_806_650});
        int strong = (int) (1e6 * Math.sqrt(share));
        int weak = (int) (1e6 * Math.sqrt(1 - share));
        for (int i = 0; i < 1000; i++) {
            int sign = i % 2 == 0 ? 1 : -1;
            mount.bend(i % 4 < 2 ? weak : -weak, sign * strong, 0, 0, 0, 9_806_650);
        }
        mount.solve(0, 0, 1);
        assertEquals(named, mount.isFromBends());
    }

    @ParameterizedTest
    @CsvSource({"28, true", "-28, true", "33, false", "-33, false", "90, false"})
    void shouldRefuseTheMountingWhenTheClipIsTurnedOnTheBack(double yawDeg, boolean asAsked) {
        WornClip clip = new WornClip(yawDeg, 0, 0);
        standAndBend(clip);
        solve(clip);
        assertEquals(asAsked, mount.isNominal());
        assertEquals(asAsked, mount.isFromBends());
    }

    @ParameterizedTest
    @CsvSource({"28, 0, true", "33, 0, false", "-33, 0, false", "0, 28, true", "0, 33, false", "180, 0, false"})
    void shouldRefuseTheMountingWhenUpIsMoreThanThirtyDegreesOff(double pitchDeg, double rollDeg, boolean asAsked) {
        WornClip clip = new WornClip(0, pitchDeg, rollDeg);
        stand(clip.up(0));
        solve(clip);
        assertEquals(asAsked, mount.isNominal());
    }

    @Test
    void shouldRefuseTheMountingWhenTheClipIsWornBackToFront() {
        WornClip clip = new WornClip(180, 0, 0);
        standAndBend(clip);
        solve(clip);
        assertFalse(mount.isNominal());
    }

    @ParameterizedTest
    @ValueSource(doubles = {90, -90})
    void shouldStillMeasureAnAngleWhenTheClipLiesOnItsSide(double rollDeg) {
        WornClip clip = new WornClip(0, 0, rollDeg);
        stand(clip.up(0));
        solve(clip);
        assertFalse(mount.isNominal());
        assertEquals(0, pitchOf(clip, 0), TOLERANCE_MDEG);
    }

    @Test
    void shouldLookAtAWalkingBodyOnlyUntilItIsSolved() {
        int[] upright = new WornClip(0, 0, 0).up(5);
        int[] lying = new WornClip(0, 0, 0).up(60);
        assertTrue(mount.isNominal(), "nothing speaks against it yet");
        mount.look(lying[0], lying[1], lying[2]);
        assertFalse(mount.isNominal());
        mount.look(upright[0], upright[1], upright[2]);
        assertTrue(mount.isNominal());
        mount.solve(upright[0], upright[1], upright[2]);
        mount.look(lying[0], lying[1], lying[2]);
        assertTrue(mount.isNominal(), "a solved mounting does not change");
    }

    @Test
    void shouldSurviveWhenThereIsNothingToSolveFrom() {
        mount.solve(0, 0, 0);
        assertTrue(mount.isNominal());
        assertEquals(0, mount.pitchMdeg(0, 0, 0));
        assertEquals(10_000, pitchOf(new WornClip(0, 0, 0), 10), TOLERANCE_MDEG);
    }

    @Test
    void shouldAnswerTheSamePitchWhenTheVectorIsTheSumOfAWholeStride() {
        WornClip clip = new WornClip(3, 8, -6);
        standAndBend(clip);
        solve(clip);
        int[] up = clip.up(17);
        int one = mount.pitchMdeg(up[0], up[1], up[2]);
        for (long factor = 10; factor < (1L << 62) / 12_000_000; factor *= 10) {
            assertEquals(one, mount.pitchMdeg(factor * up[0], factor * up[1], factor * up[2]), 2, "times " + factor);
        }
    }

    @Test
    void shouldCallRollPositiveWhenTheLeftSideRises() {
        // Right-handed about forward: left (y) goes to up (z).
        WornClip clip = new WornClip(10, 8, -6);
        standAndBend(clip);
        solve(clip);
        int[] roll = clip.rate(1e6, 0, 0);
        int[] pitch = clip.rate(0, 1e6, 0);
        int[] yaw = clip.rate(0, 0, 1e6);
        assertAll(
                () -> assertEquals(1_000_000, mount.rollUrads(roll[0], roll[1], roll[2]), 1000),
                () -> assertEquals(0, mount.rollUrads(pitch[0], pitch[1], pitch[2]), 1000),
                () -> assertEquals(0, mount.rollUrads(yaw[0], yaw[1], yaw[2]), 1000));
    }

    private void standAndBend(WornClip clip) {
        clip.standAndBend(mount);
    }

    private void bend(WornClip clip, int samples, double bodyDeg, double rateRads) {
        clip.bend(mount, samples, bodyDeg, rateRads);
    }

    private void stand(int[] up) {
        mount.stand(up[0], up[1], up[2]);
    }

    private void solve(WornClip clip) {
        int[] spare = clip.up(0);
        mount.solve(spare[0], spare[1], spare[2]);
    }

    private int pitchOf(WornClip clip, double bodyDeg) {
        int[] up = clip.up(bodyDeg);
        return mount.pitchMdeg(up[0], up[1], up[2]);
    }

    @ParameterizedTest
    @CsvSource({
        "0,   8,   0, AS_ASKED,      false",
        "180, 8,   0, BACK_TO_FRONT, true",
        "170, -8,  5, BACK_TO_FRONT, true",
        "0,   8, 180, UPSIDE_DOWN,   true",
        "180, 5, 175, UPSIDE_DOWN,   true",
        "60,  0,   0, TURNED,        false",
        "0,  45,   0, TILTED,        false"
    })
    void shouldNameAndPutRightAClipWornTheWrongWayRound(
            double yawDeg, double pitchDeg, double rollDeg, MountWay way, boolean corrected) {
        WornClip clip = new WornClip(yawDeg, pitchDeg, rollDeg);
        Mount mount = new Mount();
        clip.standAndBend(mount);
        mount.solve(0, 0, 1);
        assertEquals(way, mount.way());
        assertEquals(corrected, mount.isCorrected());
        assertEquals(way == MountWay.AS_ASKED, mount.isNominal());
        if (corrected) {
            int[] forward = clip.up(7);
            assertEquals(7000, mount.pitchMdeg(forward[0], forward[1], forward[2]), 100);
            int[] leftUp = clip.rate(0, 1e7 * Math.sin(Math.toRadians(5)), 1e7 * Math.cos(Math.toRadians(5)));
            assertEquals(5000, mount.rollMdeg(leftUp[0], leftUp[1], leftUp[2]), 100);
        }
    }

    @Test
    void shouldNameButNotPutRightAnUpsideDownClipWhenNobodyBent() {
        WornClip clip = new WornClip(0, 8, 180);
        Mount mount = new Mount();
        int[] up = clip.up(0);
        mount.stand(up[0], up[1], up[2]);
        mount.solve(0, 0, 1);
        assertEquals(MountWay.UPSIDE_DOWN, mount.way());
        assertFalse(mount.isCorrected());
    }

    @Test
    void shouldMeasureFromTheNewStandWhenTheClipIsPutOnAnew() {
        Mount mount = new Mount();
        new WornClip(0, 8, 0).standAndBend(mount);
        mount.solve(0, 0, 1);
        WornClip anew = new WornClip(0, -12, 15);
        int[] up = anew.up(0);
        mount.reseat(up[0], up[1], up[2]);
        assertEquals(0, mount.pitchMdeg(up[0], up[1], up[2]), 20);
        assertEquals(0, mount.rollMdeg(up[0], up[1], up[2]), 20);
        int[] forward = anew.up(6);
        assertEquals(6000, mount.pitchMdeg(forward[0], forward[1], forward[2]), 150);
    }

    @Test
    void shouldTellRollFromPitch() {
        Mount mount = new Mount();
        new WornClip(0, 8, 0).standAndBend(mount);
        mount.solve(0, 0, 1);
        int[] tilted = new WornClip(0, 8, 5).up(0);
        assertEquals(0, mount.pitchMdeg(tilted[0], tilted[1], tilted[2]), 60);
        assertEquals(5000, Math.abs(mount.rollMdeg(tilted[0], tilted[1], tilted[2])), 100);
    }
}
