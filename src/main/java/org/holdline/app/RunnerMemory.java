package org.holdline.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.holdline.guide.Memory;
import org.holdline.guide.Plan;
import org.holdline.guide.Remembered;
import org.holdline.session.store.RunnerChoices;
import org.jspecify.annotations.Nullable;

/**
 * A runner's choices, taken from the index before the run and handed back to it after the run; in between nothing waits for a
 * database. A program that is killed loses those of this run.
 */
final class RunnerMemory implements Remembered {
    private Memory memory;
    private volatile @Nullable Memory changed;

    /** @param known empty for somebody of whom nothing is known, or nothing can be read */
    RunnerMemory(Optional<RunnerChoices> known) {
        memory = known.map(RunnerMemory::of).orElseGet(Memory::fresh);
    }

    private static Memory of(RunnerChoices known) {
        try {
            return new Memory(
                    known.noted(), known.runs(), known.plan(), known.speedMPerH(), known.feltMs(), known.unfelt());
        } catch (IllegalArgumentException e) {
            // Of another version's choices: as for a newcomer.
            return Memory.fresh();
        }
    }

    /** Time or distance that the runner chose, and usual speed, for {@code session runners}. */
    static Map<String, Object> values(RunnerChoices known) {
        Memory memory = of(known);
        Map<String, Object> values = new LinkedHashMap<>();
        if (memory.plan() >= 0) {
            Plan plan = Plan.ALL.get(memory.plan());
            values.put("planned_s", plan.plannedS());
            values.put("planned_m", plan.plannedM());
        }
        if (memory.speedMPerH() > 0) {
            values.put("speed_kmh", memory.speedMPerH() / 1e3);
        }
        return values;
    }

    @Override
    public Memory recall() {
        return memory;
    }

    @Override
    public void keep(Memory kept) {
        memory = kept;
        changed = kept;
    }

    /** What is to be kept; null where nothing was chosen. */
    @Nullable
    RunnerChoices changed() {
        Memory now = changed;
        return now == null
                ? null
                : new RunnerChoices(now.noted(), now.runs(), now.plan(), now.speedMPerH(), now.feltMs(), now.unfelt());
    }
}
