package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.holdline.guide.Memory;
import org.holdline.guide.Plan;
import org.holdline.sample.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A planned distance along the whole road: the belt's speed is measured, and the closing stand comes by itself. */
@Timeout(300)
class DistancePlanRunTest {
    @Test
    void shouldCloseByItselfWhenThePlannedDistanceHasBeenRun() throws Exception {
        Memory fiveKm = new Memory(true, 1, Plan.ALL.indexOf(new Plan(0, 5000)), 14_000, 300, false);
        try (GuidedRun run = new GuidedRun(
                GuidedRun.Made.of("quick", fiveKm), Double.POSITIVE_INFINITY, null, GuidedStart.Wish.AS_SET)) {
            TableView view = run.run();
            Map<String, Object> last = view.guide.stream()
                    .filter(line -> "guide".equals(line.get("type")))
                    .toList()
                    .getLast();
            assertEquals("done", last.get("step"));
            assertEquals(5000, last.get("planned_m"));
            assertEquals(Phase.END, view.parts.getLast().phase());
            double endedS = (Long) last.get("t_us") / 1e6;
            double leastS = 5000 / 14.0 * 3.6;
            assertTrue(endedS > leastS && endedS < leastS + 400, endedS + " s for 5 km at 14 km/h");
        }
    }
}
