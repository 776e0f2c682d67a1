package org.holdline.posture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepSpreadTest {
    private static final long SEED = 81_001;

    private final StepSpread spread = new StepSpread();

    @Test
    void shouldAnswerNothingWhenEmpty() {
        assertEquals(0, spread.count());
        assertEquals(0, spread.median());
        assertEquals(0, spread.madAround(1234));
    }

    @Test
    void shouldTakeTheMiddleWhenTheCountIsOdd() {
        add(9000, -1000, 2000);
        assertEquals(2000, spread.median());
        assertEquals(3000, spread.madAround(2000), "of 7000, 3000 and 0");
    }

    @Test
    void shouldTakeTheMeanOfTheMiddleTwoWhenTheCountIsEven() {
        add(4000, 1000, 90_000, 2000);
        assertEquals(3000, spread.median());
        assertEquals(1500, spread.madAround(3000), "of 1000, 2000, 87000 and 1000");
    }

    @Test
    void shouldKeepTheOrderOfArrivalWhenSortedInBetween() {
        for (int i = 0; i < StepSpread.CAPACITY; i++) {
            add(i < 2 ? 0 : 1000 * (StepSpread.CAPACITY - i));
            spread.median();
        }
        // The two that leave are the oldest, not the smallest.
        add(7, 7);
        assertEquals(oracleMedian(expectedAfterWrap()), spread.median());
    }

    private static List<Integer> expectedAfterWrap() {
        List<Integer> values = new ArrayList<>(List.of(7, 7));
        for (int i = 2; i < StepSpread.CAPACITY; i++) {
            values.add(1000 * (StepSpread.CAPACITY - i));
        }
        return values;
    }

    @Test
    void shouldForgetTheRestWhenCleared() {
        add(1000, 2000, 3000);
        spread.clear();
        add(-500);
        assertEquals(1, spread.count());
        assertEquals(-500, spread.median());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 59, 60, 255, 511, 512, 513, 700, 1500})
    void shouldAgreeWithASortedListWhenValuesAreRandom(int count) {
        SplittableRandom random = new SplittableRandom(SEED + count);
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // A narrow range makes many values equal, the wide one makes few.
            int value = i % 3 == 0 ? random.nextInt(-20, 20) : random.nextInt(-180_000, 180_000);
            values.add(value);
            spread.add(value);
        }
        List<Integer> newest = values.subList(Math.max(0, count - StepSpread.CAPACITY), count);
        String seed = "seed " + (SEED + count);
        assertEquals(newest.size(), spread.count(), seed);
        int median = oracleMedian(newest);
        assertEquals(median, spread.median(), seed);
        assertEquals(
                oracleMedian(newest.stream().map(v -> Math.abs(v - median)).toList()), spread.madAround(median), seed);
    }

    private static int oracleMedian(List<Integer> values) {
        List<Integer> sorted = values.stream().sorted().toList();
        int upper = sorted.get(sorted.size() / 2);
        return sorted.size() % 2 == 1 ? upper : (sorted.get(sorted.size() / 2 - 1) + upper) / 2;
    }

    private void add(int... valuesMdeg) {
        for (int value : valuesMdeg) {
            spread.add(value);
        }
    }
}
