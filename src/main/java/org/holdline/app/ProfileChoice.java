package org.holdline.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.holdline.profile.form.Filled;
import org.holdline.profile.form.FormException;
import org.holdline.settings.Keys;
import org.holdline.settings.Settings;
import org.holdline.toml.Problem;
import org.jspecify.annotations.Nullable;

/** The profile files that a person named, one of a kind at most. */
final class ProfileChoice {
    /** Words behind {@code kind =}. */
    static final String DEVICE = "device";

    static final String RUNNER = "runner";
    static final String TREADMILL = "treadmill";

    /**
     * One profile.
     *
     * @param where file that it was read from, for a person
     */
    record Given(Filled profile, String where) {}

    private final Map<String, Given> byKind = new LinkedHashMap<>();

    private ProfileChoice() {}

    /**
     * Reads them, with nothing started yet.
     *
     * @throws Failure with every problem of every file
     */
    static ProfileChoice of(Settings settings) throws Failure {
        ProfileChoice choice = new ProfileChoice();
        List<Problem> problems = new ArrayList<>();
        for (Path file : settings.get(Keys.RUN_PROFILES).orElse(List.of())) {
            choice.take(file, problems);
        }
        if (!problems.isEmpty()) {
            throw new Failure(
                    ExitCode.BAD_CONFIGURATION,
                    problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
        return choice;
    }

    private void take(Path file, List<Problem> problems) {
        try {
            Filled profile = ProfileFileCommands.read(file);
            String kind = profile.form().kind();
            Given before = byKind.putIfAbsent(kind, new Given(profile, file.toString()));
            if (before != null) {
                problems.add(new Problem(
                        file.toString(),
                        "a second " + kind + " profile beside " + before.where() + ", expected one of a kind"));
            }
        } catch (FormException e) {
            problems.addAll(e.problems());
        }
    }

    /** Puts one in the place of what was named of its kind. */
    void give(String kind, Given given) {
        byKind.put(kind, given);
    }

    /** Null where none was named. */
    @Nullable
    Given of(String kind) {
        return byKind.get(kind);
    }
}
