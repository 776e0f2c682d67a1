package org.holdline.cue.drv2605;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A calibration kept between runs: lines {@code key = value}, ended by one with the CRC-32 of all bytes before it.
 *
 * <p>A file that is not whole, not of this motor or of an unknown version is never used in part: it is told, and the next
 * calibration replaces it.
 */
public final class CalibrationFile {
    private static final String VERSION = "1";
    private static final int MAX_BYTES = 4096;
    private static final String CRC_KEY = "crc32 = ";
    private static final String REPLACED = "; the motor is calibrated again and the file replaced";

    private final Path path;

    public CalibrationFile(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    /**
     * What reading gave.
     *
     * @param calibration null when there is none to be used
     * @param finding why there is none although there is a file, null otherwise
     */
    public record Found(
            @Nullable Calibration calibration, @Nullable String finding) {}

    /** Looks for a calibration of this motor. */
    public Found read(Drv2605Params params) {
        String text;
        try {
            text = text();
        } catch (NoSuchFileException e) {
            return new Found(null, null);
        } catch (IOException e) {
            return unusable("cannot be read (" + e + ")");
        }
        int end = text.lastIndexOf(CRC_KEY);
        if (end < 0 || !text.substring(end).equals(crcLine(text.substring(0, end)))) {
            return unusable("is not whole or was edited (its check sum does not fit)");
        }
        Map<String, String> values = values(text.substring(0, end));
        if (!VERSION.equals(values.get("version"))) {
            return unusable("is of version " + values.get("version") + ", expected " + VERSION);
        }
        try {
            Calibration calibration = new Calibration(
                    values.getOrDefault("motor", ""),
                    Long.parseLong(values.getOrDefault("inputs", ""), 16),
                    Integer.parseInt(values.getOrDefault("compensation", "")),
                    Integer.parseInt(values.getOrDefault("back_emf", "")),
                    Integer.parseInt(values.getOrDefault("back_emf_gain", "")));
            return calibration.isOf(params)
                    ? new Found(calibration, null)
                    : unusable("is of another motor or other settings (" + calibration.motor() + ", now "
                            + params.motor() + ")");
        } catch (IllegalArgumentException e) {
            return unusable("does not say what it must (" + e.getMessage() + ")");
        }
    }

    /**
     * Writes through a temporary file beside it, so that a cut leaves the old one or the new one; makes the folder when
     * there is none.
     */
    public void write(Calibration calibration) throws IOException {
        Path target = path.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException(path + ": not a file in a folder");
        }
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, target.getFileName() + ".", ".part");
        try {
            ByteBuffer bytes = ByteBuffer.wrap(text(calibration).getBytes(StandardCharsets.UTF_8));
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        // The new name itself, too, is to outlive a power cut.
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private Found unusable(String why) {
        return new Found(null, "haptic calibration " + path + " " + why + REPLACED);
    }

    private String text() throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!Files.isRegularFile(path) || Files.size(path) > MAX_BYTES) {
            throw new IOException("not a file of at most " + MAX_BYTES + " bytes");
        }
        return Files.readString(path);
    }

    private static String text(Calibration calibration) {
        String body =
                "# What the haptic driver DRV2605L found out about its motor; made again when this file is gone.\n"
                        + "version = " + VERSION + "\n"
                        + "motor = " + calibration.motor() + "\n"
                        + "inputs = " + Long.toHexString(calibration.inputs()) + "\n"
                        + "compensation = " + calibration.compensation() + "\n"
                        + "back_emf = " + calibration.backEmf() + "\n"
                        + "back_emf_gain = " + calibration.backEmfGain() + "\n";
        return body + crcLine(body);
    }

    private static String crcLine(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return CRC_KEY + "%08x\n".formatted(crc.getValue());
    }

    private static Map<String, String> values(String body) {
        Map<String, String> values = new HashMap<>();
        for (String line : body.split("\n", -1)) {
            int equals = line.indexOf(" = ");
            if (equals > 0 && !line.startsWith("#")) {
                values.put(line.substring(0, equals), line.substring(equals + 3));
            }
        }
        return values;
    }
}
