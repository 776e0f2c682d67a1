package org.holdline.session.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.holdline.report.Retention;
import org.holdline.session.Ending;
import org.holdline.session.RunFacts;
import org.holdline.session.journal.JournalException.Why;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the journals: {@code ID.open} while a run goes on, {@code ID.journal} once its last frame is written. Nobody but
 * their owner can read either.
 */
public final class Journals {
    private static final String OPEN = ".open";
    private static final String CLOSED = ".journal";
    private static final String DELETING = ".deleting";
    private static final String UNREADABLE = ".unreadable";
    private static final String LOCK = "recovery.lock";
    private static final FileAttribute<Set<PosixFilePermission>> OWN_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWN_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;

    /** @param folder of the sessions; made when the first one is kept */
    public Journals(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /** A run that is being written. */
    public static final class Open {
        private final Path file;
        private final Path closed;
        private final JournalWriter writer;

        private Open(Path file, Path closed, JournalWriter writer) {
            this.file = file;
            this.closed = closed;
            this.writer = writer;
        }

        public JournalWriter writer() {
            return writer;
        }

        /** Writes the last frame and gives the journal its final name, unless something of it could not be written. */
        public void close(Ending ending, @Nullable String fault) throws IOException {
            writer.end(ending, fault);
            writer.close();
            if (writer.failure() == null) {
                rename(file, closed);
            }
        }
    }

    /**
     * A journal that was left without its last frame.
     *
     * @param lastedUs from its first to its last event
     * @param cutBytes that were damaged at its end and are gone
     */
    public record Recovered(RunFacts facts, long lastedUs, long cutBytes) {}

    /**
     * What recovery has come to.
     *
     * @param problems journals that could not be read, in words
     */
    public record Recovery(List<Recovered> runs, List<String> problems) {
        public Recovery {
            runs = List.copyOf(runs);
            problems = List.copyOf(problems);
        }
    }

    /** Makes the folder, for its owner alone. */
    public void makeFolder() throws IOException {
        Files.createDirectories(folder, OWN_FOLDER);
    }

    /** Begins the journal of a run; a run of that name must not be there yet. */
    public Open begin(RunFacts facts, Retention.@Nullable Kept before) throws IOException {
        makeFolder();
        Path file = folder.resolve(facts.id() + OPEN);
        Files.createFile(file, OWN_FILE);
        JournalFile bytes = JournalFile.append(file);
        if (bytes == null) {
            throw new IOException(file + ": another program holds it");
        }
        JournalWriter writer = new JournalWriter(bytes, facts, before);
        IOException failure = writer.failure();
        if (failure != null) {
            writer.close();
            Files.deleteIfExists(file);
            throw failure;
        }
        syncFolder(folder);
        return new Open(file, folder.resolve(facts.id() + CLOSED), writer);
    }

    /**
     * Closes as cut what a program or a machine that went away has left open; runs that go on are left alone, and so is
     * everything while another program does the same.
     */
    public Recovery recover() throws IOException {
        if (files(OPEN).isEmpty()) {
            return new Recovery(List.of(), List.of());
        }
        Path lock = folder.resolve(LOCK);
        if (!Files.exists(lock)) {
            Files.createFile(lock, OWN_FILE);
        }
        JournalFile turn = JournalFile.append(lock);
        if (turn == null) {
            return new Recovery(List.of(), List.of());
        }
        try {
            return recoverAll();
        } finally {
            turn.close();
        }
    }

    private Recovery recoverAll() throws IOException {
        List<Recovered> runs = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files(OPEN)) {
            JournalFile bytes = JournalFile.append(file);
            if (bytes == null) {
                continue;
            }
            // Reading opens and closes the file a second time, and that takes the lock: it is dead, so nobody needs it.
            bytes.close();
            try {
                recover(file, runs);
            } catch (JournalException e) {
                setAside(file, e, problems);
            }
        }
        return new Recovery(runs, problems);
    }

    private static void recover(Path file, List<Recovered> runs) throws IOException {
        long[] span = {Long.MAX_VALUE, Long.MIN_VALUE};
        JournalReader.Read read = JournalReader.read(file, event -> {
            span[0] = Math.min(span[0], event.timeUs);
            span[1] = Math.max(span[1], event.timeUs);
        });
        if (read.ending() == null) {
            truncate(file, read.goodBytes());
            JournalFile bytes = JournalFile.append(file);
            if (bytes == null) {
                throw new IOException(file + ": another program holds it");
            }
            JournalWriter writer = new JournalWriter(bytes);
            writer.end(Ending.CUT, null);
            writer.close();
            IOException failure = writer.failure();
            if (failure != null) {
                throw failure;
            }
            runs.add(new Recovered(read.facts(), Math.max(0, span[1] - span[0]), read.cutBytes()));
        }
        rename(file, closed(file));
    }

    private static void truncate(Path file, long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
            channel.force(true);
        }
    }

    private static void setAside(Path file, JournalException e, List<String> problems) throws IOException {
        if (e.why() == Why.EMPTY) {
            Files.delete(file);
        } else if (e.why() == Why.UNREADABLE) {
            rename(file, file.resolveSibling(id(file) + UNREADABLE));
            problems.add(e.getMessage() + "; it is kept as " + id(file) + UNREADABLE);
        } else {
            problems.add(e.getMessage());
        }
    }

    private static Path closed(Path open) {
        return open.resolveSibling(id(open) + CLOSED);
    }

    private static String id(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** Names of all runs that have ended, oldest first. */
    public List<String> ids() throws IOException {
        return files(CLOSED).stream().map(Journals::id).toList();
    }

    /** Names of all runs that go on, or wait to be recovered. */
    public List<String> openIds() throws IOException {
        return files(OPEN).stream().map(Journals::id).toList();
    }

    /** Where the journal of a run that has ended lies. */
    public Path file(String id) {
        return folder.resolve(id + CLOSED);
    }

    private List<Path> files(String suffix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    /** Begins to remove a run: from here on it is none of those that have ended. */
    public void beginDeletion(String id) throws IOException {
        if (Files.exists(file(id))) {
            rename(file(id), folder.resolve(id + DELETING));
        }
    }

    /** Runs whose removal was begun and not finished. */
    public List<String> deletions() throws IOException {
        return files(DELETING).stream().map(Journals::id).toList();
    }

    /** Finishes it: nothing else of the run is left. */
    public void endDeletion(String id) throws IOException {
        if (Files.deleteIfExists(folder.resolve(id + DELETING))) {
            syncFolder(folder);
        }
    }

    /** Removes a run; true when it was there. */
    public boolean delete(String id) throws IOException {
        boolean was = Files.deleteIfExists(file(id));
        if (was) {
            syncFolder(folder);
        }
        return was;
    }

    /**
     * Gives a run that has ended other facts: a new file whole beside the old one, which then takes its place. What the run before
     * came to belongs to the runner it was, and is left out.
     */
    public void assign(String id, RunFacts facts) throws IOException {
        Path file = file(id);
        Path part = folder.resolve(id + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, OWN_FILE);
        try {
            Rewriting.withFacts(file, facts, part);
            rename(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Reads a run that has ended by its name, when it is there. */
    public Optional<RunFacts> facts(String id) throws IOException {
        try {
            return Optional.of(JournalReader.facts(file(id)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        Path folder = to.getParent();
        if (folder != null) {
            syncFolder(folder);
        }
    }

    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
