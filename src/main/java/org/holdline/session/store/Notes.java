package org.holdline.session.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What runners said of their runs, in a file of its own that no export reads unless it is asked to: {@code notes.db}. */
public final class Notes implements AutoCloseable {
    private static final String FILE = "notes.db";

    private static final List<List<String>> STEPS = List.of(
            List.of("CREATE TABLE note (run TEXT PRIMARY KEY, discomfort_before INTEGER, discomfort_after INTEGER,"
                    + " discomfort_next_morning INTEGER, began_min INTEGER, effort INTEGER)"));

    private final Database database;

    private Notes(Database database) {
        this.database = database;
    }

    /** Opens it, made anew where nobody has said anything yet. */
    public static Notes open(Path folder) throws IOException {
        return new Notes(Database.open(folder.resolve(FILE), STEPS));
    }

    /** The same where somebody has said something, else nothing. */
    public static Optional<Notes> openIfThere(Path folder) throws IOException {
        return Files.exists(folder.resolve(FILE)) ? Optional.of(open(folder)) : Optional.empty();
    }

    public Answers of(String run) throws IOException {
        return database.query("SELECT * FROM note WHERE run=?", Notes::answers, run).stream()
                .findAny()
                .orElse(Answers.NONE);
    }

    private static Answers answers(ResultSet row) throws SQLException {
        return new Answers(
                whole(row.getObject("discomfort_before")),
                whole(row.getObject("discomfort_after")),
                whole(row.getObject("discomfort_next_morning")),
                whole(row.getObject("began_min")),
                whole(row.getObject("effort")));
    }

    private static @Nullable Integer whole(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : null;
    }

    /** Keeps them in place of what was said before. */
    public void put(String run, Answers said) throws IOException {
        database.run(
                "INSERT OR REPLACE INTO note VALUES (?,?,?,?,?,?)",
                run,
                said.before(),
                said.after(),
                said.nextMorning(),
                said.beganMin(),
                said.effort());
    }

    /** Removes what was said of runs, and whatever the file still held of it. */
    public void delete(List<String> runs) throws IOException {
        for (String run : runs) {
            database.run("DELETE FROM note WHERE run=?", run);
        }
        database.wipe();
    }

    /** Runs that something was said of. */
    public List<String> runs() throws IOException {
        return database.query("SELECT run FROM note ORDER BY run", row -> row.getString(1));
    }

    @Override
    public void close() {
        database.close();
    }
}
