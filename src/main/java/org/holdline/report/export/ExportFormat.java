package org.holdline.report.export;

import java.util.Locale;
import org.holdline.session.Origin;
import org.holdline.session.RunFacts;

/** The formats of a run. */
public enum ExportFormat {
    /** An activity for training sites, with what the back did in developer fields. */
    FIT(true),
    /** The older activity format: laps, distance, cadence. */
    TCX(true),
    /** A row a second. */
    CSV(false),
    /** One object: facts, belt, kilometres, summary. */
    JSON(false);

    private final boolean forUpload;

    ExportFormat(boolean forUpload) {
        this.forUpload = forUpload;
    }

    /** The word after {@code --format}, and the end of the file's name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public RunExport export() {
        return switch (this) {
            case FIT -> new FitExport();
            case TCX -> new TcxExport();
            case CSV -> new SecondsCsv();
            case JSON -> new RunJson();
        };
    }

    /**
     * True for a file that training sites take for an activity, from a run that nobody ran or that has counted already: it must
     * not be made unless a person asks for just that.
     */
    public boolean needsConsent(RunFacts facts) {
        return forUpload && (facts.origin() != Origin.CLIP || facts.info().simulated());
    }
}
