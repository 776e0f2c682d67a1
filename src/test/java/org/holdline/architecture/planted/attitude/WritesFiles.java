package org.holdline.architecture.planted.attitude;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class WritesFiles {
    void write(Path path) throws IOException {
        Files.writeString(path, "");
    }
}
