package org.holdline.profile.flash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.holdline.link.wire.Protocol;
import org.holdline.profile.image.ProfileMac;

/** Key of a clip. It is shown nowhere: its text is not its content. */
public final class ProfileKey {
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final int HEX_CHARACTERS = 2 * Protocol.CAL_KEY_BYTES;

    private final byte[] bytes;

    /** @param bytes {@link Protocol#CAL_KEY_BYTES} of them */
    public ProfileKey(byte[] bytes) {
        if (bytes.length != Protocol.CAL_KEY_BYTES) {
            throw new IllegalArgumentException("key of " + bytes.length + " bytes, expected " + Protocol.CAL_KEY_BYTES);
        }
        this.bytes = bytes.clone();
    }

    /**
     * Reads a key file: 32 bytes, or 64 hexadecimal digits in one line.
     *
     * @throws IOException when it cannot be read, is no key, or others than its owner may read it
     */
    public static ProfileKey read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": no key file is there");
        }
        if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException(file + ": others may read this key, expected its owner alone: chmod 600 " + file);
        }
        byte[] content = Files.size(file) > 2 * HEX_CHARACTERS ? new byte[0] : Files.readAllBytes(file);
        if (content.length == Protocol.CAL_KEY_BYTES) {
            return new ProfileKey(content);
        }
        String text = new String(content, StandardCharsets.US_ASCII).strip();
        if (text.length() != HEX_CHARACTERS || !text.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw new IOException(file + ": no key, expected " + Protocol.CAL_KEY_BYTES + " bytes, or " + HEX_CHARACTERS
                    + " hexadecimal digits");
        }
        return new ProfileKey(HexFormat.of().parseHex(text));
    }

    byte[] mac(ProfileMac.Occasion occasion, byte[] image) {
        return ProfileMac.of(bytes, occasion, image);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProfileKey key && ProfileMac.isRight(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new int[] {bytes.length});
    }

    @Override
    public String toString() {
        return "key";
    }
}
