package org.holdline.session.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.holdline.session.journal.Journals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Length and speed of a runner's last run, from an index that knew no choices. */
class OneMemoryTest {
    @TempDir
    Path folder;

    private void before(int version, String... statements) throws Exception {
        try (Database database = Database.open(folder.resolve("index.db"), Index.STEPS.subList(0, version))) {
            for (String statement : statements) {
                database.run(statement);
            }
        }
    }

    @Test
    void shouldTakeLengthAndSpeedOverAsChoicesWhenAnOldIndexIsOpened() throws Exception {
        before(
                1,
                "INSERT INTO runner VALUES ('heron', 2, 'r', 7, 2700, 10.25)",
                "INSERT INTO runner VALUES ('egret', 1, 'r', 7, 1500, NULL)",
                "INSERT INTO runner VALUES ('stork', 0, 'r', 7, 1200, 0.0)");
        try (Index index = Index.open(new Journals(folder))) {
            assertEquals(
                    List.of(1, 2, 0),
                    index.runners().stream()
                            .map(runner -> runner.kept().stage())
                            .toList());
            assertEquals(Optional.of(new RunnerChoices(false, 0, 2, 10_250, 0, false)), index.choices("heron"));
            assertEquals(Optional.of(new RunnerChoices(false, 0, -1, 0, 0, false)), index.choices("egret"));
            assertEquals(Optional.of(new RunnerChoices(false, 0, 0, 0, 0, false)), index.choices("stork"));
        }
    }

    @Test
    void shouldLeaveChoicesAloneWhenThereAreSome() throws Exception {
        before(
                3,
                "INSERT INTO runner VALUES ('heron', 2, 'r', 7, 2700, 10.25)",
                "INSERT INTO choices VALUES ('heron', 1, 4, 5, 9000, 150, 0)");
        try (Index index = Index.open(new Journals(folder))) {
            assertEquals(Optional.of(new RunnerChoices(true, 4, 5, 9000, 150, false)), index.choices("heron"));
        }
    }
}
