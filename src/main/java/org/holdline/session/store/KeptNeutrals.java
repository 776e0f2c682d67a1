package org.holdline.session.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdline.report.Offset;
import org.holdline.report.Summary;
import org.holdline.sample.Placement;
import org.holdline.session.RunFacts;

/** Running neutrals in the index: a row a run, so that one that is deleted uncovers the one before it. */
final class KeptNeutrals {
    /** The runs known so far are read once more, for what they left was not kept. */
    static final List<String> STEP = List.of(
            "CREATE TABLE neutral (run TEXT PRIMARY KEY, runner TEXT NOT NULL, placement TEXT NOT NULL,"
                    + " measured_ms INTEGER NOT NULL, offset_deg REAL NOT NULL, spread_deg REAL NOT NULL, speed_kmh REAL,"
                    + " incline_pct REAL, drill_range_deg REAL)",
            "CREATE INDEX neutral_by_runner ON neutral (runner, measured_ms)",
            "DELETE FROM run");

    /** More speeds and inclines than a runner has. */
    private static final int MOST = 12;

    private final Database database;

    KeptNeutrals(Database database) {
        this.database = database;
    }

    /** Only a body that was measured, under a pseudonym, leaves one. */
    void learn(RunFacts facts, Summary summary) throws IOException {
        String runner = facts.runner();
        Optional<Offset> found = Offset.of(summary);
        if (runner == null || !facts.origin().counts() || found.isEmpty()) {
            return;
        }
        Offset offset = found.get();
        database.run(
                "INSERT OR REPLACE INTO neutral VALUES (?,?,?,?,?,?,?,?,?)",
                facts.id(),
                runner,
                summary.placement().word(),
                facts.startedAt().toEpochMilli(),
                offset.offsetDeg(),
                offset.spreadDeg(),
                offset.speedKmh(),
                offset.inclinePct(),
                offset.drillRangeDeg());
        thin(runner);
    }

    /** Of runs that have gone only what is in force stays. */
    private void thin(String runner) throws IOException {
        Set<String> inForce = new HashSet<>();
        of(runner).forEach(neutral -> inForce.add(neutral.run()));
        for (String run : database.query(
                "SELECT run FROM neutral WHERE runner=? AND run NOT IN (SELECT id FROM run)",
                row -> row.getString(1),
                runner)) {
            if (!inForce.contains(run)) {
                database.run("DELETE FROM neutral WHERE run=?", run);
            }
        }
    }

    /** The newest of each placement and belt, newest first. */
    List<KeptNeutral> of(String runner) throws IOException {
        Set<KeptNeutral.Belt> belts = new HashSet<>();
        List<KeptNeutral> newest = new ArrayList<>();
        for (KeptNeutral neutral : database.query(
                "SELECT * FROM neutral WHERE runner=? ORDER BY measured_ms DESC, run DESC",
                KeptNeutrals::neutralOf,
                runner)) {
            if (newest.size() < MOST && belts.add(KeptNeutral.Belt.of(neutral))) {
                newest.add(neutral);
            }
        }
        return newest;
    }

    private static KeptNeutral neutralOf(ResultSet row) throws SQLException {
        return new KeptNeutral(
                row.getString("run"),
                Index.named(Placement.values(), Placement::word, row.getString("placement")),
                Instant.ofEpochMilli(row.getLong("measured_ms")),
                new Offset(
                        row.getDouble("offset_deg"),
                        row.getDouble("spread_deg"),
                        Index.number(row, "speed_kmh"),
                        Index.number(row, "incline_pct"),
                        Index.number(row, "drill_range_deg")));
    }

    /** Whose neutrals are known. */
    List<String> runners() throws IOException {
        return database.query("SELECT DISTINCT runner FROM neutral ORDER BY runner", row -> row.getString(1));
    }

    void forget(String run) throws IOException {
        database.run("DELETE FROM neutral WHERE run=?", run);
    }

    void forgetRunner(String runner) throws IOException {
        database.run("DELETE FROM neutral WHERE runner=?", runner);
    }
}
