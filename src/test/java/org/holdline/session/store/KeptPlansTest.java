package org.holdline.session.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.holdline.session.journal.Journals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Next plans and choices in the index: the latest run's counts, and they go with run and runner. */
class KeptPlansTest {
    private static final Instant MAY = Instant.parse("2026-05-04T08:30:00Z");
    private static final RunnerChoices CHOICES = new RunnerChoices(true, 3, 4, 10_500, 300, true);

    @TempDir
    Path folder;

    private Index open() throws Exception {
        return Index.open(new Journals(folder));
    }

    private static KeptPlan plan(String run, Instant at) {
        return new KeptPlan(run, at, "walk_break", 1500, 0, 720, 0);
    }

    @Test
    void shouldKeepThePlanOfTheLatestRunWhenAnEarlierOneIsReadAgain() throws Exception {
        KeptPlan later = new KeptPlan("later", MAY.plusSeconds(86_400), "easier_fast", 0, 5000, 0, 11.5);
        try (Index index = open()) {
            assertEquals(Optional.empty(), index.plan("heron"));
            assertTrue(index.keep("heron", plan("first", MAY)));
            assertTrue(index.keep("heron", later));
            assertFalse(index.keep("heron", plan("first", MAY)));
            assertTrue(index.keep("egret", plan("other", MAY)));
        }
        try (Index index = open()) {
            assertEquals(Optional.of(later), index.plan("heron"));
            assertEquals(Optional.of(plan("other", MAY)), index.plan("egret"));
            // The same run says something else once its runner has answered.
            KeptPlan eased = new KeptPlan("later", later.startedAt(), "ease_off", 0, 0, 0, 0);
            assertTrue(index.keep("heron", eased));
            assertEquals(Optional.of(eased), index.plan("heron"));
        }
    }

    @Test
    void shouldForgetThePlanWithItsRunAndEverythingWithTheRunner() throws Exception {
        try (Index index = open()) {
            index.keep("heron", plan("only", MAY));
            index.keep("heron", CHOICES);
            assertEquals(List.of("heron"), index.plannedRunners());
            index.forget(List.of("only"));
            assertEquals(Optional.empty(), index.plan("heron"));
            assertEquals(Optional.of(CHOICES), index.choices("heron"));
            index.forgetRunner("heron");
            assertEquals(Optional.empty(), index.choices("heron"));
            assertEquals(List.of(), index.plannedRunners());
        }
        String bytes = Files.readString(folder.resolve("index.db"), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("heron"), "a pseudonym stays in the file");
    }
}
