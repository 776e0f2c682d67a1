package org.holdline.settings;

import java.util.List;
import java.util.stream.Collectors;
import org.holdline.toml.Problem;

/** The settings cannot be used. Its message lists every problem found, one a line. */
public final class SettingsException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;
    private final transient List<Problem> warnings;

    SettingsException(List<Problem> problems, List<Problem> warnings) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
        this.warnings = List.copyOf(warnings);
    }

    /** At least one; those of the weakest layer come first. */
    public List<Problem> problems() {
        return problems;
    }

    public List<Problem> warnings() {
        return warnings;
    }
}
