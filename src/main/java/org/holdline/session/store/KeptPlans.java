package org.holdline.session.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Next plans and choices of the runners in the index. A plan follows from a journal, which whoever asks for it reads again where it is
 * not here; choices are in no journal, and an index made anew begins without.
 */
final class KeptPlans {
    static final List<String> STEP = List.of(
            "CREATE TABLE plan (runner TEXT PRIMARY KEY, run TEXT NOT NULL, started_ms INTEGER NOT NULL, aim TEXT NOT NULL,"
                    + " planned_s INTEGER NOT NULL, planned_m INTEGER NOT NULL, at_s INTEGER NOT NULL, most_kmh REAL NOT NULL)",
            "CREATE TABLE choices (runner TEXT PRIMARY KEY, noted INTEGER NOT NULL, runs INTEGER NOT NULL,"
                    + " plan INTEGER NOT NULL, speed_m_per_h INTEGER NOT NULL, felt_ms INTEGER NOT NULL,"
                    + " unfelt INTEGER NOT NULL)");

    /** Length and speed of the last run were shown and not used: they become choices, as far as one of those is meant. */
    static final List<String> ONE_MEMORY = List.of(
            "INSERT OR IGNORE INTO choices SELECT name, 0, 0, CASE planned_s WHEN 1200 THEN 0 WHEN 1800 THEN 1"
                    + " WHEN 2700 THEN 2 WHEN 3600 THEN 3 ELSE -1 END, CASE WHEN speed_kmh BETWEEN 4 AND 25"
                    + " THEN CAST(round(speed_kmh * 1000) AS INTEGER) ELSE 0 END, 0, 0 FROM runner",
            "ALTER TABLE runner DROP COLUMN planned_s",
            "ALTER TABLE runner DROP COLUMN speed_kmh");

    private final Database database;

    KeptPlans(Database database) {
        this.database = database;
    }

    Optional<KeptPlan> plan(String runner) throws IOException {
        return database.query("SELECT * FROM plan WHERE runner=?", KeptPlans::planOf, runner).stream()
                .findAny();
    }

    private static KeptPlan planOf(ResultSet row) throws SQLException {
        return new KeptPlan(
                row.getString("run"),
                Instant.ofEpochMilli(row.getLong("started_ms")),
                row.getString("aim"),
                row.getInt("planned_s"),
                row.getInt("planned_m"),
                row.getInt("at_s"),
                row.getDouble("most_kmh"));
    }

    /** False when that of a later run is kept already. */
    boolean keep(String runner, KeptPlan plan) throws IOException {
        Optional<KeptPlan> known = plan(runner);
        if (known.isPresent() && known.get().startedAt().isAfter(plan.startedAt())) {
            return false;
        }
        database.run(
                "INSERT OR REPLACE INTO plan VALUES (?,?,?,?,?,?,?,?)",
                runner,
                plan.run(),
                plan.startedAt().toEpochMilli(),
                plan.aim(),
                plan.plannedS(),
                plan.plannedM(),
                plan.atS(),
                plan.mostKmh());
        return true;
    }

    Optional<RunnerChoices> choices(String runner) throws IOException {
        return database.query("SELECT * FROM choices WHERE runner=?", KeptPlans::choicesOf, runner).stream()
                .findAny();
    }

    private static RunnerChoices choicesOf(ResultSet row) throws SQLException {
        return new RunnerChoices(
                row.getBoolean("noted"),
                row.getInt("runs"),
                row.getInt("plan"),
                row.getInt("speed_m_per_h"),
                row.getInt("felt_ms"),
                row.getBoolean("unfelt"));
    }

    void keep(String runner, RunnerChoices choices) throws IOException {
        database.run(
                "INSERT OR REPLACE INTO choices VALUES (?,?,?,?,?,?,?)",
                runner,
                choices.noted() ? 1 : 0,
                choices.runs(),
                choices.plan(),
                choices.speedMPerH(),
                choices.feltMs(),
                choices.unfelt() ? 1 : 0);
    }

    /** A plan goes with the run that asked for it. */
    void forget(String run) throws IOException {
        database.run("DELETE FROM plan WHERE run=?", run);
    }

    void forgetRunner(String runner) throws IOException {
        database.run("DELETE FROM plan WHERE runner=?", runner);
        database.run("DELETE FROM choices WHERE runner=?", runner);
    }

    /** Runners of whom either is known. */
    List<String> runners() throws IOException {
        return database.query(
                "SELECT runner FROM plan UNION SELECT runner FROM choices ORDER BY runner", row -> row.getString(1));
    }
}
