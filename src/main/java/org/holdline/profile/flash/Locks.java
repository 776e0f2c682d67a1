package org.holdline.profile.flash;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One writer a clip: a lock for each serial number and each port, which the system takes back when the program ends. */
public final class Locks {
    private final Path folder;
    // Closing a second channel on a file takes the system's lock from the first, so no second one is opened here.
    private final Set<Path> held = ConcurrentHashMap.newKeySet();

    /** A lock that is held until it is closed. */
    public static final class Held implements AutoCloseable {
        private final FileChannel channel;
        private final Runnable released;

        private Held(FileChannel channel, Runnable released) {
            this.channel = channel;
            this.released = released;
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                // The lock goes with the program at the latest.
            }
            released.run();
        }
    }

    /** @param state state folder of the program */
    public Locks(Path state) {
        folder = state.resolve("locks");
    }

    /**
     * Takes the lock.
     *
     * @param name of a clip or a port
     * @throws FlashException PORT_BUSY when somebody holds it
     */
    public Held take(String name) throws FlashException {
        Path file = folder.resolve(name.replaceAll("[^0-9A-Za-z]+", "-") + ".lock");
        if (!held.add(file)) {
            throw new FlashException(Refusal.PORT_BUSY, name);
        }
        try {
            return new Held(locked(file), () -> held.remove(file));
        } catch (IOException e) {
            held.remove(file);
            throw new FlashException(Refusal.BACKUP, "the lock " + file + " cannot be made", e);
        } catch (FlashException e) {
            held.remove(file);
            throw e;
        }
    }

    private FileChannel locked(Path file) throws IOException, FlashException {
        Files.createDirectories(folder);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new FlashException(Refusal.PORT_BUSY, file.toString());
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
