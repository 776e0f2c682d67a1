package org.holdline.profile.flash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.holdline.profile.form.FormException;
import org.holdline.toml.Problem;

/**
 * Which clip gets which profile: a line each with a serial number, white space, and a profile file beside the manifest. Empty
 * lines and lines that begin with # count for nothing.
 */
public final class Manifest {
    private static final Pattern SERIAL = Pattern.compile("[0-9A-Za-z]{1,12}");
    private static final int MAX_BYTES = 1 << 20;

    private final Path file;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Wanted> wanted = new LinkedHashMap<>();

    private Manifest(Path file) {
        this.file = file;
    }

    /**
     * Reads the manifest and every profile it names.
     *
     * @return serial number to profile, in the order of the file
     * @throws FormException with every problem of all the files
     */
    public static Map<String, Wanted> read(Path file) throws FormException {
        Manifest manifest = new Manifest(file);
        int number = 0;
        for (String line : manifest.lines()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                manifest.take(line, number);
            }
        }
        if (manifest.problems.isEmpty() && manifest.wanted.isEmpty()) {
            manifest.problems.add(new Problem(file.toString(), "no clip is named, expected SERIAL and FILE a line"));
        }
        if (!manifest.problems.isEmpty()) {
            throw new FormException(manifest.problems);
        }
        return manifest.wanted;
    }

    private List<String> lines() throws FormException {
        try {
            if (Files.size(file) <= MAX_BYTES) {
                return Files.readAllLines(file, StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new FormException(List.of(new Problem(file.toString(), "cannot be read, expected a manifest")));
        }
        throw new FormException(List.of(new Problem(file.toString(), "larger than 1 MiB, expected a manifest")));
    }

    private void take(String line, int number) {
        String[] parts = line.strip().split("\\s+", 2);
        int column = line.indexOf(parts[0]) + 1;
        if (!SERIAL.matcher(parts[0]).matches()) {
            refuse(number, column, "serial number expected, 1 to 12 letters and digits");
        } else if (parts.length < 2) {
            refuse(number, column + parts[0].length(), "a profile file is missing, expected SERIAL and FILE");
        } else if (wanted.containsKey(parts[0])) {
            refuse(number, column, parts[0] + " is named twice, expected once");
        } else {
            load(parts[0], parts[1], number, line.indexOf(parts[1], column + parts[0].length() - 1) + 1);
        }
    }

    private void load(String serial, String name, int number, int column) {
        Path parent = file.toAbsolutePath().getParent();
        try {
            Wanted profile = Wanted.read(parent == null ? Path.of(name) : parent.resolve(name));
            wanted.put(serial, profile);
            if (!profile.serial().equals(serial)) {
                refuse(number, column, "the profile is for " + profile.serial() + ", expected one for " + serial);
            }
        } catch (FormException e) {
            problems.addAll(e.problems());
        }
    }

    private void refuse(int line, int column, String what) {
        problems.add(new Problem(file + ":" + line + ":" + column, what));
    }
}
