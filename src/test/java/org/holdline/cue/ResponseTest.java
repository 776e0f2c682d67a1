package org.holdline.cue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.holdline.cue.Response.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseTest {
    private final Response response = new Response(1000);

    /** So many steps of one deviation; answers the last outcome, and expects the others to be open. */
    private Outcome steps(int count, int deviationMdeg) {
        Outcome last = Outcome.OPEN;
        for (int i = 0; i < count; i++) {
            assertEquals(Outcome.OPEN, last, "step " + i);
            last = response.step(deviationMdeg);
        }
        return last;
    }

    @ParameterizedTest
    @CsvSource({"4000, ANSWERED", "4001, OPEN", "6000, OPEN", "-3000, ANSWERED"})
    void shouldCompareTheTenStepsAfterWithTheTenBefore(int afterMdeg, Outcome expected) {
        steps(10, 5000);
        response.cued();
        assertEquals(expected, steps(10, afterMdeg));
    }

    @ParameterizedTest
    @CsvSource({"4000, ANSWERED", "4001, UNANSWERED"})
    void shouldGiveASecondChanceWhenNobodyAnswersAtOnce(int afterMdeg, Outcome expected) {
        steps(10, 5000);
        response.cued();
        steps(10, 5000);
        assertEquals(expected, steps(10, afterMdeg));
        assertEquals(Outcome.OPEN, steps(50, 0), "once a cue");
    }

    @Test
    void shouldCompareWithTheWorstWhenTheArchStillGrew() {
        steps(10, 3500);
        response.cued();
        steps(10, 8000);
        assertEquals(Outcome.ANSWERED, steps(10, 4500), "worse than at the cue, better than what it stopped");
    }

    @Test
    void shouldTakeTheMiddleWhenStepsSpread() {
        for (int deviationMdeg : new int[] {9000, 0, 5000, 5200, 90_000, -90_000, 4800, 5000, 5000, 5000}) {
            response.step(deviationMdeg);
        }
        response.cued();
        Outcome last = Outcome.OPEN;
        for (int deviationMdeg : new int[] {9000, 4000, 4000, 3800, 90_000, -90_000, 4000, 4000, 4000, 4200}) {
            last = response.step(deviationMdeg);
        }
        assertEquals(Outcome.ANSWERED, last);
    }

    @Test
    void shouldSayNothingWhenTooFewStepsCameBefore() {
        steps(9, 5000);
        response.cued();
        assertEquals(Outcome.OPEN, steps(40, 0));
    }

    @Test
    void shouldSayNothingWhenTheStepsDoNotBelongTogether() {
        steps(10, 5000);
        response.cued();
        steps(5, 5000);
        response.forget();
        assertEquals(Outcome.OPEN, steps(40, 5000));
    }
}
