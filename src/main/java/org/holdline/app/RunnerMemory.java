package org.holdline.app;

import java.util.Optional;
import org.holdline.guide.Memory;
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
