package org.holdline.session.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.holdline.report.JsonLines;
import org.holdline.report.Retention;
import org.holdline.report.Summary;
import org.holdline.session.Ending;
import org.holdline.session.Origin;
import org.holdline.session.RunFacts;
import org.holdline.session.journal.JournalReader;
import org.holdline.session.journal.Journals;
import org.holdline.session.journal.KeptRuns;
import org.jspecify.annotations.Nullable;

/**
 * The index of the kept runs and what is known of their runners: {@code index.db} beside the journals. Opening it brings it in step
 * with them, so that a crash between a run's journal and its row, or a lost file, leaves nothing to mend by hand.
 */
public final class Index implements AutoCloseable {
    private static final String FILE = "index.db";

    static final List<List<String>> STEPS = List.of(
            List.of(
                    "CREATE TABLE run (id TEXT PRIMARY KEY, started_ms INTEGER NOT NULL, zone TEXT NOT NULL, version TEXT NOT NULL,"
                            + " source TEXT NOT NULL, placement TEXT NOT NULL, origin TEXT NOT NULL, runner TEXT, ending TEXT NOT NULL,"
                            + " duration_s REAL NOT NULL, steps INTEGER NOT NULL, judged_steps INTEGER NOT NULL,"
                            + " over_steps INTEGER NOT NULL, cues INTEGER NOT NULL, over_per_1000_steps REAL, pattern TEXT NOT NULL,"
                            + " stage INTEGER, summary TEXT NOT NULL, journal_bytes INTEGER NOT NULL)",
                    "CREATE INDEX run_by_runner ON run (runner, started_ms)",
                    "CREATE TABLE runner (name TEXT PRIMARY KEY, stage INTEGER NOT NULL, last_run TEXT NOT NULL,"
                            + " last_ms INTEGER NOT NULL, planned_s INTEGER NOT NULL, speed_kmh REAL)",
                    "CREATE TABLE probe (runner TEXT NOT NULL REFERENCES runner (name) ON DELETE CASCADE, position INTEGER NOT NULL,"
                            + " start_s REAL NOT NULL, steps INTEGER NOT NULL, over_share REAL NOT NULL,"
                            + " PRIMARY KEY (runner, position))"),
            KeptNeutrals.STEP,
            KeptPlans.STEP,
            KeptPlans.ONE_MEMORY);

    private final Database database;
    private final Journals journals;
    private final KeptNeutrals neutrals;
    private final KeptPlans plans;
    private final List<String> problems = new ArrayList<>();

    private Index(Database database, Journals journals) {
        this.database = database;
        this.journals = journals;
        neutrals = new KeptNeutrals(database);
        plans = new KeptPlans(database);
    }

    /**
     * Opens it and brings it in step with the journals.
     *
     * @throws StoreException when it cannot be used
     */
    public static Index open(Journals journals) throws IOException {
        Index index = new Index(Database.open(journals.folder().resolve(FILE), STEPS), journals);
        try {
            index.follow();
        } catch (IOException e) {
            index.close();
            throw e;
        }
        return index;
    }

    /** True where one was made before. */
    public static boolean isThere(Journals journals) {
        return Files.exists(journals.folder().resolve(FILE));
    }

    /** Journals that could not be read, in words. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    private void follow() throws IOException {
        Set<String> there = new HashSet<>(journals.ids());
        Set<String> known = new HashSet<>(database.query("SELECT id FROM run", row -> row.getString(1)));
        for (String id : known) {
            if (!there.contains(id)) {
                database.run("DELETE FROM run WHERE id=?", id);
            }
        }
        for (String id : journals.ids()) {
            if (!known.contains(id)) {
                add(id);
            }
        }
    }

    private void add(String id) throws IOException {
        Path journal = journals.file(id);
        try {
            KeptRuns.Folded run = KeptRuns.fold(journal);
            long bytes = Files.size(journal);
            database.whole(() -> {
                // Another program may have read the same journal meanwhile.
                if (database.query("SELECT id FROM run WHERE id=?", row -> row.getString(1), id)
                        .isEmpty()) {
                    insert(id, run, bytes);
                    learn(run);
                    neutrals.learn(run.read().facts(), run.summary());
                }
            });
        } catch (NoSuchFileException e) {
            // Somebody has just deleted it.
        } catch (StoreException e) {
            throw e;
        } catch (IOException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private void insert(String id, KeptRuns.Folded run, long bytes) throws IOException {
        JournalReader.Read read = run.read();
        RunFacts facts = read.facts();
        Summary s = run.summary();
        database.run(
                "INSERT INTO run VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                id,
                facts.startedAt().toEpochMilli(),
                facts.zone().getId(),
                facts.version(),
                s.source(),
                s.placement().word(),
                facts.origin().word(),
                facts.runner(),
                run.ending().word(),
                s.durationS(),
                s.steps(),
                s.judgedSteps(),
                s.overSteps(),
                s.cues(),
                s.dose().overPer1000Steps(),
                s.pattern(),
                read.before() == null ? null : read.before().stage(),
                json(s),
                bytes);
    }

    private static String json(Summary summary) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonLines lines = new JsonLines(bytes, summary.simulated());
        lines.summary(summary);
        lines.flush();
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    /** Only a body that was measured, and a run that a stage was told to, says anything of a runner. */
    private void learn(KeptRuns.Folded run) throws IOException {
        RunFacts facts = run.read().facts();
        String runner = facts.runner();
        Retention.Kept before = run.read().before();
        Retention.Decision decision = run.summary().retention();
        if (runner == null
                || before == null
                || decision == null
                || !facts.origin().counts()) {
            return;
        }
        Optional<RunnerState> known = runner(runner);
        if (known.isPresent() && !known.get().lastAt().isBefore(facts.startedAt())) {
            return;
        }
        database.run(
                "INSERT INTO runner VALUES (?,?,?,?) ON CONFLICT (name) DO UPDATE SET stage=excluded.stage,"
                        + " last_run=excluded.last_run, last_ms=excluded.last_ms",
                runner,
                decision.stage(),
                facts.id(),
                facts.startedAt().toEpochMilli());
        database.run("DELETE FROM probe WHERE runner=?", runner);
        List<Summary.Probe> kept = before.next(decision, run.summary().probes()).blocks();
        for (int i = 0; i < kept.size(); i++) {
            Summary.Probe block = kept.get(i);
            database.run(
                    "INSERT INTO probe VALUES (?,?,?,?,?)",
                    runner,
                    i,
                    block.startS(),
                    block.steps(),
                    block.overShare());
        }
    }

    /** All runs, or those of one runner, oldest first. */
    public List<Listed> runs(@Nullable String runner) throws IOException {
        String columns = "SELECT id, started_ms, zone, source, placement, origin, runner, ending, duration_s, steps,"
                + " judged_steps, over_steps, cues, pattern, stage, summary, journal_bytes FROM run";
        return runner == null
                ? database.query(columns + " ORDER BY started_ms, id", Index::listed)
                : database.query(columns + " WHERE runner=? ORDER BY started_ms, id", Index::listed, runner);
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getString("id"),
                Instant.ofEpochMilli(row.getLong("started_ms")),
                ZoneId.of(row.getString("zone")),
                row.getString("source"),
                row.getString("placement"),
                named(Origin.values(), Origin::word, row.getString("origin")),
                row.getString("runner"),
                named(Ending.values(), Ending::word, row.getString("ending")),
                new Listed.Figures(
                        row.getDouble("duration_s"),
                        row.getLong("steps"),
                        row.getLong("judged_steps"),
                        row.getLong("over_steps"),
                        row.getLong("cues"),
                        row.getString("pattern")),
                row.getObject("stage") == null ? null : row.getInt("stage"),
                row.getString("summary"),
                row.getLong("journal_bytes"));
    }

    static <T> T named(T[] values, Function<T, String> word, String text) throws SQLException {
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equals(text))
                .findAny()
                .orElseThrow(() -> new SQLException("'" + text + "' is none of " + Arrays.toString(values)));
    }

    /** What is known of a runner; empty before the first run that counted. */
    public Optional<RunnerState> runner(String name) throws IOException {
        return runners().stream().filter(runner -> runner.name().equals(name)).findAny();
    }

    /** Runners with a stage of their own, by name. */
    public List<RunnerState> runners() throws IOException {
        List<RunnerState> found = new ArrayList<>();
        for (RunnerState state : database.query("SELECT * FROM runner ORDER BY name", Index::runnerOf)) {
            List<Summary.Probe> blocks = database.query(
                    "SELECT start_s, steps, over_share FROM probe WHERE runner=? ORDER BY position",
                    row -> new Summary.Probe(row.getDouble(1), row.getInt(2), row.getDouble(3)),
                    state.name());
            found.add(new RunnerState(
                    state.name(), new Retention.Kept(state.kept().stage(), blocks), state.lastRun(), state.lastAt()));
        }
        return found;
    }

    private static RunnerState runnerOf(ResultSet row) throws SQLException {
        return new RunnerState(
                row.getString("name"),
                new Retention.Kept(row.getInt("stage"), List.of()),
                row.getString("last_run"),
                Instant.ofEpochMilli(row.getLong("last_ms")));
    }

    /** Null where nobody knows. */
    static @Nullable Double number(ResultSet row, String column) throws SQLException {
        return row.getObject(column) instanceof Number number ? number.doubleValue() : null;
    }

    /** What a runner's runs left of their running neutrals: at most twelve, the newest of each placement and belt, newest first. */
    public List<KeptNeutral> neutrals(String runner) throws IOException {
        return neutrals.of(runner);
    }

    /** Runners of whom such neutrals are known, by name. */
    public List<String> neutralRunners() throws IOException {
        return neutrals.runners();
    }

    /** What the runner's last run asks of the next one. */
    public Optional<KeptPlan> plan(String runner) throws IOException {
        return plans.plan(runner);
    }

    /** Keeps it in place of an earlier run's; false when that of a later run is kept already. */
    public boolean keep(String runner, KeptPlan plan) throws IOException {
        return plans.keep(runner, plan);
    }

    /** What the runner chose before earlier runs. */
    public Optional<RunnerChoices> choices(String runner) throws IOException {
        return plans.choices(runner);
    }

    public void keep(String runner, RunnerChoices choices) throws IOException {
        plans.keep(runner, choices);
    }

    /** Runners of whom a plan or choices are known, by name. */
    public List<String> plannedRunners() throws IOException {
        return plans.runners();
    }

    /**
     * Takes runs out of the index, and whatever the file still held of them: their runner's stage stays, the blocks it would next be
     * compared with, the neutral they left and the plan they asked for go as well. What the journals hold comes back.
     */
    public void forget(List<String> ids) throws IOException {
        for (String id : ids) {
            database.run("DELETE FROM run WHERE id=?", id);
            database.run("DELETE FROM probe WHERE runner IN (SELECT name FROM runner WHERE last_run=?)", id);
            database.run("UPDATE runner SET last_run='' WHERE last_run=?", id);
            neutrals.forget(id);
            plans.forget(id);
        }
        database.wipe();
        follow();
    }

    /** Takes a runner's stage, blocks, neutrals, plan and choices out; their runs are the caller's to delete first. */
    public void forgetRunner(String name) throws IOException {
        database.run("DELETE FROM runner WHERE name=?", name);
        neutrals.forgetRunner(name);
        plans.forgetRunner(name);
        database.wipe();
    }

    @Override
    public void close() {
        database.close();
    }
}
