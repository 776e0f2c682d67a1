package org.holdline.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.holdline.gait.RunDetector.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of a running contact one by one, at 200 Hz, on forces drawn as blocks. */
class RunDetectorTest {
    private static final int PERIOD_MS = 5;

    private final RunDetector detector = new RunDetector(StridesParams.defaults(), 200);
    private final List<String> found = new ArrayList<>();
    private int nowMs;

    RunDetectorTest() {
        detector.restart(1_000_000);
    }

    private RunDetectorTest force(int mg, int forMs) {
        for (int end = nowMs + forMs; nowMs < end; nowMs += PERIOD_MS) {
            Found what = detector.update(nowMs * 1000L, mg * 1000);
            if (what != Found.NOTHING) {
                found.add(what + " " + nowMs / 100 * 100);
            }
        }
        return this;
    }

    @Test
    void shouldFindContactAndToeOffWhenThereIsAFlightBeforeAndAfter() {
        force(1000, 1000)
                .force(0, 120)
                .force(2500, 220)
                .force(0, 120)
                .force(2500, 220)
                .force(0, 100);
        assertEquals(List.of("CONTACT 1100", "TOE_OFF 1300", "CONTACT 1400", "TOE_OFF 1700"), found);
    }

    @Test
    void shouldFindNothingWhenStandingFromTheFirstSample() {
        RunDetector fresh = new RunDetector(StridesParams.defaults(), 200);
        for (int i = 0; i < 400; i++) {
            assertEquals(Found.NOTHING, fresh.update(1_000_000 + i * 5000L, 1_000_000), "sample " + i);
        }
    }

    @Test
    void shouldNotEndAContactWhenAnImpactRingsEarlyInIt() {
        force(1000, 1000)
                .force(0, 120)
                .force(4000, 40)
                .force(-1500, 30)
                .force(2000, 170)
                .force(0, 120);
        assertEquals(List.of("CONTACT 1100", "TOE_OFF 1300"), found);
    }

    @Test
    void shouldAnswerTheToeOffLateWhenTheFootLeftAtOnce() {
        force(1000, 1000).force(0, 120).force(3000, 50).force(0, 300);
        assertEquals(List.of("CONTACT 1100", "TOE_OFF 1200"), found);
    }

    @ParameterizedTest
    @CsvSource({"450, CONTACT 1100; TOE_OFF 1500", "700, CONTACT 1100"})
    void shouldFindNoToeOffWhenTheRunnerStaysOnTheGround(int contactMs, String expected) {
        force(1000, 1000).force(0, 120).force(1500, contactMs).force(0, 100);
        assertEquals(expected, String.join("; ", found));
    }

    @ParameterizedTest
    @CsvSource({"0, 40, 0", "0, 90, 1", "200, 150, 1", "300, 150, 0"})
    void shouldNeedAFlightBeforeAContact(int flightMg, int flightMs, int contacts) {
        force(1000, 1000).force(flightMg, flightMs).force(2500, 220);
        assertEquals(contacts, found.size(), found::toString);
    }

    @ParameterizedTest
    @CsvSource({"200, 400, 4", "300, 400, 0", "200, 560, 0"})
    void shouldNeedADeeperFlightWhenStepsComeAsSlowlyAsAWalkers(int contactMs, int flightMg, int contacts) {
        force(1000, 1000);
        for (int i = 0; i < 5; i++) {
            force(flightMg, 150).force(1600, contactMs);
        }
        assertEquals(
                contacts,
                found.stream().filter(what -> what.startsWith("CONTACT")).count(),
                found::toString);
    }

    @Test
    void shouldNotLandWhenTheForceOnlyReturnsToHalf() {
        force(1000, 1000).force(0, 120).force(750, 300).force(0, 120).force(2500, 100);
        assertEquals(List.of("CONTACT 1500"), found);
    }

    @Test
    void shouldSkipAContactWhenItFollowsTooSoon() {
        force(1000, 1000)
                .force(0, 120)
                .force(3000, 70)
                .force(0, 90)
                .force(3000, 100)
                .force(0, 120)
                .force(3000, 100);
        assertEquals(List.of("CONTACT 1100", "TOE_OFF 1200", "CONTACT 1500"), found);
    }

    @Test
    void shouldForgetTheContactWhenRestartedInIt() {
        force(1000, 1000).force(0, 120).force(2500, 100);
        detector.restart(2_500_000);
        force(2500, 100).force(0, 120).force(2500, 100);
        assertEquals(List.of("CONTACT 1100", "CONTACT 1400"), found);
    }

    @Test
    void shouldNotLandWhenRestartedInFlight() {
        force(1000, 1000).force(0, 120);
        detector.restart(2_000_000);
        force(2000, 100).force(0, 120).force(2500, 100);
        assertEquals(List.of("CONTACT 1300"), found, "what came before the restart is no flight");
    }

    @Test
    void shouldNotLandWhenRestartedOnTheGround() {
        detector.restart(920_000);
        force(920, 500);
        assertEquals(List.of(), found);
    }
}
