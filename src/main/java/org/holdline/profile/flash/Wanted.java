package org.holdline.profile.flash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.holdline.profile.DeviceForm;
import org.holdline.profile.form.Filled;
import org.holdline.profile.form.FormException;
import org.holdline.profile.form.FormReader;
import org.holdline.profile.image.ImageException;
import org.holdline.profile.image.ImageHeader;
import org.holdline.profile.image.ImageLayout;
import org.holdline.profile.image.ImageReader;
import org.holdline.profile.image.ImageWriter;
import org.holdline.toml.Problem;

/** A device profile with its image: what somebody wants a clip to hold. */
public final class Wanted {
    private final Filled profile;
    private final byte[] image;

    private Wanted(Filled profile, byte[] image) {
        this.profile = profile;
        this.image = image;
    }

    public static Wanted of(Filled profile) {
        return new Wanted(profile, ImageWriter.image(profile, 1));
    }

    /**
     * The profile in an image.
     *
     * @throws ImageException at the first fault
     */
    public static Wanted of(byte[] image) throws ImageException {
        return new Wanted(ImageReader.profile(image), image.clone());
    }

    /**
     * Reads a device profile, TOML or image.
     *
     * @throws FormException with every problem of the file
     */
    public static Wanted read(Path file) throws FormException {
        if (!isImage(file)) {
            return of(FormReader.read(file, List.of(DeviceForm.FORM)));
        }
        try {
            return of(Files.readAllBytes(file));
        } catch (ImageException e) {
            throw refused(file, String.valueOf(e.getMessage()) + ", expected a profile image");
        } catch (IOException e) {
            throw refused(file, "cannot be read, expected a profile image");
        }
    }

    private static FormException refused(Path file, String what) {
        return new FormException(List.of(new Problem(file.toString(), what)));
    }

    /** Whether a file is to be read as an image: by its first bytes, or its name. */
    public static boolean isImage(Path file) throws FormException {
        try {
            if (Files.size(file) > ImageLayout.MAX_IMAGE_BYTES || Files.isDirectory(file)) {
                return false;
            }
            byte[] bytes = Files.readAllBytes(file);
            boolean marked = bytes.length >= 4
                    && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(ImageLayout.MAGIC_AT)
                            == ImageLayout.MAGIC;
            return marked || file.toString().endsWith(".img");
        } catch (NoSuchFileException e) {
            throw refused(file, "no such file, expected a profile");
        } catch (AccessDeniedException e) {
            throw refused(file, "permission denied, expected a profile that can be read");
        } catch (IOException e) {
            throw refused(file, "cannot be read, expected a profile");
        }
    }

    public Filled profile() {
        return profile;
    }

    public String serial() {
        return profile.text("", "serial");
    }

    /** Whether an image holds the same values. */
    public boolean isSameAs(byte[] other) {
        return Arrays.equals(
                image,
                ImageLayout.HEADER_BYTES,
                image.length,
                other,
                Math.min(other.length, ImageLayout.HEADER_BYTES),
                other.length);
    }

    /** CRC-32C of the values. */
    public int bodyCrc() {
        return ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).getInt(ImageLayout.BODY_CRC_AT);
    }

    /**
     * The image with another generation; the values stay, records of a newer version too.
     *
     * @param generation 1..{@link ImageLayout#MAX_GENERATION}
     */
    public byte[] image(long generation) {
        byte[] numbered = image.clone();
        ByteBuffer bytes = ByteBuffer.wrap(numbered).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(ImageLayout.GENERATION_AT, (int) generation);
        CRC32C crc = new CRC32C();
        crc.update(numbered, 0, ImageLayout.HEADER_CRC_AT);
        bytes.putInt(ImageLayout.HEADER_CRC_AT, (int) crc.getValue());
        return numbered;
    }

    /** Header of an image that was made here or read from a clip. */
    static ImageHeader header(byte[] image) throws FlashException {
        try {
            return ImageReader.header(image);
        } catch (ImageException e) {
            throw new FlashException(Refusal.INVALID, String.valueOf(e.getMessage()), e);
        }
    }
}
