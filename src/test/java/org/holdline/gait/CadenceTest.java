package org.holdline.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CadenceTest {
    private static final long SEED = 20_260_113;

    private final Cadence cadence = new Cadence();

    @Test
    void shouldBeZeroWhenThereIsNoInterval() {
        assertEquals(0, cadence.medianUs());
        assertEquals(0, cadence.dspm());
        cadence.add(350_000);
        cadence.restart();
        assertEquals(0, cadence.dspm());
    }

    @Test
    void shouldCountTenthsOfStepsAMinuteWhenStepsAreEven() {
        cadence.add(352_941);
        assertEquals(1700, cadence.dspm());
        cadence.restart();
        cadence.add(333_333);
        assertEquals(1800, cadence.dspm());
    }

    @Test
    void shouldNotMoveWhenOneStepIsMissedAndOneDoubled() {
        for (int i = 0; i < 5; i++) {
            cadence.add(350_000 + i);
        }
        cadence.add(700_000);
        cadence.add(175_000);
        assertEquals(350_003, cadence.medianUs());
    }

    @Test
    void shouldBeTheMedianOfTheLastFiveWhenIntervalsAreRandom() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            int interval = random.nextInt(1, 2_000_001);
            all.add(interval);
            cadence.add(interval);
            List<Integer> last = all.subList(Math.max(0, all.size() - 5), all.size()).stream()
                    .sorted()
                    .toList();
            assertEquals(last.get(last.size() / 2), cadence.medianUs(), "after " + i + ", seed " + SEED);
        }
    }
}
