package org.holdline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.holdline.page.Afterwards;
import org.holdline.session.RunFacts;
import org.holdline.session.journal.KeptRuns;
import org.holdline.session.store.Answers;
import org.holdline.session.store.Notes;
import org.holdline.text.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the page gives of a run that has been kept: its report in the reader's own language and units, and a place apart for what the
 * runner says of it. A guest is asked nothing. What it refuses it says in words for a phone: no path of this machine is among them.
 * <b>Thread-safe</b>: one report at a time, and what is shown waits for none.
 */
final class KeptAfterwards implements Afterwards {
    private static final Logger LOG = LoggerFactory.getLogger(KeptAfterwards.class);

    /** Languages times units. */
    private record Wanted(Language language, boolean miles) {}

    private final KeptSessions kept;
    private final KeptReports reports;
    private final RunFacts facts;
    private final Path report;
    private final Map<Wanted, byte[]> made = new HashMap<>();
    private volatile Map<String, Integer> said = Map.of();
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
        Wanted wanted = new Wanted(language, miles);
        byte[] known = made.get(wanted);
        if (known != null) {
            return known;
        }
        try {
            Path journal = kept.journals().file(facts.id());
            byte[] page = Files.exists(journal)
                    ? reports.bytes(KeptRuns.load(journal), language, miles)
                    : Files.readAllBytes(report);
            made.put(wanted, page);
            return page;
        } catch (IOException | OutOfMemoryError e) {
            LOG.warn("the report cannot be shown: {}", e.toString());
            throw new IOException("the report cannot be shown now; it is on the machine", e);
        }
    }

    @Override
    public synchronized void said(Said what, int value) throws IOException {
        if (facts.isGuest()) {
            throw new IOException("a guest is asked nothing");
        }
        if (!isKept()) {
            throw new IOException("this run is no longer kept");
        }
        Answers now = switch (what) {
            case EFFORT -> new Answers(null, null, null, null, value);
            case DISCOMFORT -> new Answers(null, value, null, null, null);
        };
        try (Notes notes = Notes.open(kept.folder())) {
            notes.put(facts.id(), now.over(notes.of(facts.id())));
        } catch (IOException e) {
            LOG.warn("what the runner said is not kept: {}", e.toString());
            throw new IOException("it cannot be kept now", e);
        }
        Map<String, Integer> all = new LinkedHashMap<>(said);
        all.put(word(what), value);
        said = Map.copyOf(all);
        made.clear();
        if (what == Said.DISCOMFORT) {
            renew();
        }
    }

    /** Somebody may have deleted it meanwhile, or given it to another runner. */
    private boolean isKept() throws IOException {
        return kept.journals()
                .facts(facts.id())
                .filter(now -> Objects.equals(now.runner(), facts.runner()))
                .isPresent();
    }

    /** What was said is kept, whether or not the file can be made anew. */
    private void renew() {
        try {
            reports.make(KeptRuns.load(kept.journals().file(facts.id())));
        } catch (IOException | OutOfMemoryError e) {
            LOG.warn("the report is not made anew: {}", e.toString());
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
    Map<String, Object> shown(long closesInS) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("report", true);
        values.put("asks", facts.isGuest() ? List.of() : List.of(word(Said.EFFORT), word(Said.DISCOMFORT)));
        values.put("said", said);
        values.put("closes_in_s", closesInS);
        return values;
    }
}
