package org.holdline.session.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** One SQLite file, for its owner alone, with a version of its own and the steps that lead to it. */
final class Database implements AutoCloseable {
    /** Where the driver unpacks its library; a /tmp may be mounted so that nothing in it can run. */
    private static final String UNPACKED = "org.sqlite.tmpdir";

    private static final int BUSY_MS = 5000;

    private final Path file;
    private final Connection connection;

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Work on a row. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /**
     * Opens it, and brings it to the newest version.
     *
     * @param steps statements that lead from each version to the next, from an empty file on
     * @throws StoreException also when a later program made it, which is then not touched
     */
    static Database open(Path file, List<List<String>> steps) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + ": no folder, expected one to keep it in");
        }
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        if (System.getProperty(UNPACKED) == null) {
            Path unpacked = Files.createDirectories(folder.resolve("native"));
            System.setProperty(UNPACKED, unpacked.toString());
        }
        try {
            // The files that SQLite puts beside it take its permissions.
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            // As it mostly is.
        }
        Connection connection = null;
        try {
            SQLiteConfig config = new SQLiteConfig();
            config.enforceForeignKeys(true);
            config.setBusyTimeout(BUSY_MS);
            // Whoever will write says so at the start, and waits its turn: a reader that turns writer is refused at
            // once.
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
            connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
            Database database = new Database(file, connection);
            database.migrate(steps);
            // What is deleted is written over, and an index may wait for the disk as a journal may not.
            database.run("PRAGMA secure_delete=ON");
            database.run("PRAGMA journal_mode=WAL");
            return database;
        } catch (SQLException | UnsatisfiedLinkError e) {
            close(connection);
            throw new StoreException(file + ": " + e.getMessage(), e);
        } catch (StoreException e) {
            close(connection);
            throw e;
        }
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // What led here is told.
        }
    }

    private void migrate(List<List<String>> steps) throws IOException, SQLException {
        if (version() > steps.size()) {
            throw new StoreException(file + ": an index of version " + version()
                    + ", made by a later Holdline, expected version " + steps.size() + " at most; it is left as it is");
        }
        while (version() < steps.size()) {
            // Another program may take the same step: who comes second finds it taken.
            whole(() -> {
                int from = version();
                if (from < steps.size()) {
                    for (String statement : steps.get(from)) {
                        run(statement);
                    }
                    run("PRAGMA user_version=" + (from + 1));
                }
            });
        }
    }

    private int version() throws IOException {
        return query("PRAGMA user_version", row -> row.getInt(1)).getFirst();
    }

    /** One statement; null stands for itself. */
    void run(String sql, @Nullable Object... values) throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            statement.execute();
        } catch (SQLException e) {
            throw new StoreException(file + ": " + e.getMessage(), e);
        }
    }

    <T> List<T> query(String sql, Row<T> row, @Nullable Object... values) throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new StoreException(file + ": " + e.getMessage(), e);
        }
    }

    private static void fill(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** Work that holds whole or not at all. */
    interface Work {
        void run() throws IOException;
    }

    void whole(Work work) throws IOException {
        try {
            connection.setAutoCommit(false);
            try {
                work.run();
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreException(file + ": " + e.getMessage(), e);
        }
    }

    /** Nothing of what was deleted stays in the file or beside it. */
    void wipe() throws IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("VACUUM");
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw new StoreException(file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        close(connection);
    }
}
