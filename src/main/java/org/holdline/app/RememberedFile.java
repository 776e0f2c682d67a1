package org.holdline.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.holdline.guide.Memory;
import org.holdline.guide.Remembered;
import org.holdline.toml.TomlFile;

/** Choices of earlier runs in a small file of the state folder, readable by its owner alone. One version; any other is started afresh. */
final class RememberedFile implements Remembered {
    static final String NAME = "remembered.toml";
    private static final long VERSION = 1;

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private final Consumer<String> told;

    /** @param told a line for a person when the file cannot be used */
    RememberedFile(Path folder, Consumer<String> told) {
        file = folder.resolve(NAME);
        this.told = told;
    }

    @Override
    public Memory recall() {
        if (!Files.exists(file)) {
            return Memory.fresh();
        }
        TomlFile read = TomlFile.read(file);
        if (!read.problems().isEmpty()) {
            return afresh(read.problems().getFirst().toString());
        }
        Map<String, Object> values = new HashMap<>();
        read.entries().forEach(entry -> values.put(entry.name(), entry.value()));
        try {
            if (number(values, "version") != VERSION) {
                return afresh(file + ": version " + values.get("version") + ", expected " + VERSION);
            }
            return new Memory(
                    yes(values, "noted"),
                    number(values, "runs"),
                    number(values, "plan"),
                    number(values, "usual_speed_m_per_h"),
                    number(values, "felt_ms"),
                    yes(values, "unfelt"));
        } catch (IllegalArgumentException e) {
            return afresh(file + ": " + Failure.textOf(e));
        }
    }

    private Memory afresh(String why) {
        told.accept(why + "; what was remembered of earlier runs is started afresh");
        return Memory.fresh();
    }

    private static int number(Map<String, Object> values, String name) {
        if (values.get(name) instanceof Long number && number.intValue() == number) {
            return number.intValue();
        }
        throw new IllegalArgumentException(name + "=" + values.get(name) + ", expected a whole number");
    }

    private static boolean yes(Map<String, Object> values, String name) {
        if (values.get(name) instanceof Boolean yes) {
            return yes;
        }
        throw new IllegalArgumentException(name + "=" + values.get(name) + ", expected true or false");
    }

    @Override
    public void keep(Memory memory) {
        try {
            write(text(memory).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            told.accept(file + ": cannot be written (" + Failure.textOf(e) + "); this choice holds for this run only");
        }
    }

    private static String text(Memory memory) {
        return "# What the guided start remembers from run to run; made again when this file is gone. It names nobody.\n"
                + "version = " + VERSION + "\n"
                + "noted = " + memory.noted() + "\n"
                + "runs = " + memory.runs() + "\n"
                + "plan = " + memory.plan() + "\n"
                + "usual_speed_m_per_h = " + memory.speedMPerH() + "\n"
                + "felt_ms = " + memory.feltMs() + "\n"
                + "unfelt = " + memory.unfelt() + "\n";
    }

    /** A cut leaves the old file or the new one. */
    private void write(byte[] bytes) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException("not a file in a folder");
        }
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, NAME + ".", ".part", PosixFilePermissions.asFileAttribute(OWNER));
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
