package org.holdline.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.holdline.link.SerialPorts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Several ports by name or pattern. */
final class PortPatterns {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "A port, a pattern in quotes such as '/dev/ttyACM*', or a wired clip's memory, "
                    + ProfileBerths.WIRED + "; may be given several times.")
    private @Nullable List<String> patterns;

    @Option(
            names = "--ports",
            description = "Every port that a clip may hang on is greeted: other devices on serial ports hear that too.")
    private boolean all;

    boolean isGiven() {
        return all || patterns != null;
    }

    /** In the order of their names, each once. */
    List<String> find() throws IOException {
        TreeSet<String> found = new TreeSet<>();
        if (all) {
            found.addAll(SerialPorts.candidates());
        }
        for (String pattern : patterns == null ? List.<String>of() : patterns) {
            if (ProfileBerths.isWired(pattern)) {
                found.add(pattern);
                continue;
            }
            Path path = Path.of(pattern).toAbsolutePath();
            Path folder = path.getParent();
            Path name = path.getFileName();
            if (Files.exists(path) || folder == null || name == null || !Files.isDirectory(folder)) {
                found.add(path.toString());
                continue;
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, name.toString())) {
                files.forEach(file -> found.add(file.toString()));
            }
        }
        return List.copyOf(found);
    }
}
