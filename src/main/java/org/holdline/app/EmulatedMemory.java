package org.holdline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.holdline.link.emulated.ProfileMemory;
import org.holdline.link.wire.Protocol;
import org.holdline.profile.image.FileStorage;
import org.jspecify.annotations.Nullable;

/** Where {@code clip emulate} keeps a profile: a file, with a key when it is given one. */
final class EmulatedMemory {
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private EmulatedMemory() {}

    /**
     * Opens the memory; the file stays open until the program ends.
     *
     * @throws Failure when a file is not what it has to be
     */
    static ProfileMemory open(Path file, @Nullable Path key) throws Failure {
        try {
            Optional<byte[]> held = key == null ? Optional.empty() : Optional.of(key(key));
            SecureRandom random = new SecureRandom();
            return new ProfileMemory(FileStorage.open(file), held, () -> {
                byte[] challenge = new byte[Protocol.CAL_CHALLENGE_BYTES];
                random.nextBytes(challenge);
                return challenge;
            });
        } catch (NoSuchFileException e) {
            throw new Failure(ExitCode.FAILED, "clip emulate: " + e.getFile() + ": there is no such file or folder");
        } catch (IOException e) {
            throw new Failure(ExitCode.FAILED, "clip emulate: " + Failure.textOf(e));
        }
    }

    private static byte[] key(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!OWNER.containsAll(permissions)) {
            throw new IOException(file + ": permissions " + PosixFilePermissions.toString(permissions)
                    + ", expected rw------- (0600): a key is for its owner alone");
        }
        String text = Files.readString(file).strip();
        int digits = 2 * Protocol.CAL_KEY_BYTES;
        if (!text.matches("[0-9A-Fa-f]{" + digits + "}")) {
            // Not the text itself: it may be a key that was cut short.
            throw new IOException(file + ": expected " + digits + " hexadecimal digits");
        }
        return HexFormat.of().parseHex(text);
    }
}
