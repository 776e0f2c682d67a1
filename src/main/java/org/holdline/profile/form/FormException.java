package org.holdline.profile.form;

import java.io.Serial;
import java.util.List;
import org.holdline.toml.Problem;

/** A profile file that is refused, with every reason. */
public final class FormException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public FormException(List<Problem> problems) {
        super(problems.isEmpty() ? "" : problems.getFirst().toString());
        this.problems = List.copyOf(problems);
    }

    /** In the order of the file. */
    public List<Problem> problems() {
        return problems;
    }
}
