package org.holdline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.holdline.page.Afterwards;
import org.holdline.session.RunFacts;
import org.holdline.session.journal.KeptRuns;
import org.holdline.session.store.Answers;
import org.holdline.session.store.Notes;
import org.holdline.text.Language;

/**
 * What the page gives of a run that has been kept: its report in the reader's own language and units, and a place apart for what the
 * runner says of it. A guest is asked nothing. <b>Thread-safe</b>: one thing at a time.
 */
final class KeptAfterwards implements Afterwards {
    private final KeptSessions kept;
    private final KeptReports reports;
    private final RunFacts facts;
    private final Path report;
    private final Map<String, Integer> said = new LinkedHashMap<>();
    private volatile boolean done;

    /** @param report of the run, as it was made at its end */
    KeptAfterwards(KeptSessions kept, KeptReports reports, RunFacts facts, Path report) {
        this.kept = kept;
        this.reports = reports;
        this.facts = facts;
        this.report = report;
    }

    @Override
    public synchronized byte[] report(Language language, boolean miles) throws IOException {
        Path journal = kept.journals().file(facts.id());
        // A guest's run may be gone already; what is left is the report as it was made.
        return Files.exists(journal)
                ? reports.bytes(KeptRuns.load(journal), language, miles)
                : Files.readAllBytes(report);
    }

    @Override
    public synchronized void said(Said what, int value) throws IOException {
        if (facts.isGuest()) {
            throw new IOException("a guest is asked nothing");
        }
        Answers now = switch (what) {
            case EFFORT -> new Answers(null, null, null, null, value);
            case DISCOMFORT -> new Answers(null, value, null, null, null);
        };
        try (Notes notes = Notes.open(kept.folder())) {
            notes.put(facts.id(), now.over(notes.of(facts.id())));
        }
        said.put(word(what), value);
        if (what == Said.DISCOMFORT) {
            reports.make(KeptRuns.load(kept.journals().file(facts.id())));
        }
    }

    private static String word(Said what) {
        return what.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void done() {
        done = true;
    }

    boolean isDone() {
        return done;
    }

    /**
     * The key {@code after} of the page.
     *
     * @param closesInS until the page closes by itself, s
     */
    synchronized Map<String, Object> shown(long closesInS) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("report", true);
        values.put("asks", facts.isGuest() ? List.of() : List.of(word(Said.EFFORT), word(Said.DISCOMFORT)));
        values.put("said", Map.copyOf(said));
        values.put("closes_in_s", closesInS);
        return values;
    }
}
