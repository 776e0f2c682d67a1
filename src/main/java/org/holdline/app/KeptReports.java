package org.holdline.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.holdline.report.html.ReportOptions;
import org.holdline.report.html.ReportPage;
import org.holdline.report.reading.Discomfort;
import org.holdline.report.reading.NextPlan;
import org.holdline.report.reading.PastRun;
import org.holdline.report.reading.Reading;
import org.holdline.session.KeptRun;
import org.holdline.session.RunFacts;
import org.holdline.session.journal.JournalException;
import org.holdline.session.journal.KeptRuns;
import org.holdline.session.store.Answers;
import org.holdline.session.store.Index;
import org.holdline.session.store.KeptPlan;
import org.holdline.session.store.Listed;
import org.holdline.session.store.Notes;
import org.holdline.session.store.StoreException;
import org.holdline.settings.Keys;
import org.holdline.settings.Settings;
import org.holdline.text.Language;
import org.jspecify.annotations.Nullable;

/** Reports of kept runs, a file each in a folder beside the journals; for this machine's own people alone. */
final class KeptReports {
    /** So many earlier runs of a runner are held beside the latest at most: each is read whole. */
    private static final int EARLIER = 12;

    private static final String END = ".html";

    private final KeptSessions kept;
    private final Language language;

    private KeptReports(KeptSessions kept, Language language) {
        this.kept = kept;
        this.language = language;
    }

    static KeptReports of(KeptSessions kept, Settings settings) {
        return new KeptReports(
                kept,
                switch (settings.get(Keys.SESSION_REPORT_LANGUAGE)) {
                    case ENGLISH -> Language.ENGLISH;
                    case GERMAN -> Language.GERMAN;
                });
    }

    static Path folder(KeptSessions kept) {
        return kept.folder().resolve("reports");
    }

    /**
     * Makes the file of a run that has ended, in place of an earlier one, and answers where it lies. What it asks of the next run is kept
     * for a runner with a history, unless a later run has asked already.
     */
    Path make(KeptRun run) throws IOException {
        ReportOptions given = options(run, said(run.facts()));
        Reading reading = Reading.of(run, given.discomfort(), given.earlier());
        ReportOptions options = given.planned(keep(run.facts(), reading.next()));
        Path file = folder(kept).resolve(run.facts().id() + END);
        Files.createDirectories(
                folder(kept), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (Spool spool = Spool.open(file)) {
            ReportPage.write(reading, options, spool);
            spool.deliver(System.out);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    /** The same in another language or other units; leaves no file. */
    byte[] bytes(KeptRun run, Language wanted, boolean miles) throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        ReportOptions options = ReportOptions.in(wanted)
                .beside(earlier(run.facts()))
                .with(said(run.facts()))
                .withMiles(miles)
                .planned(isPlanned(run.facts()));
        ReportPage.write(run, options, page);
        return page.toByteArray();
    }

    private boolean keep(RunFacts facts, NextPlan next) {
        String runner = facts.runner();
        if (runner == null || !facts.origin().counts()) {
            return false;
        }
        try (Index index = kept.index()) {
            return index.keep(runner, planOf(facts, next));
        } catch (IOException | Failure e) {
            System.err.println("holdline: the plan for the next run is not kept: " + Failure.textOf(e));
            return false;
        }
    }

    private static KeptPlan planOf(RunFacts facts, NextPlan next) {
        return new KeptPlan(
                facts.id(),
                facts.startedAt(),
                next.aim().word(),
                next.plannedS(),
                next.plannedM(),
                next.atS(),
                next.mostKmh());
    }

    /**
     * What the runner's last run asks of the next one. A run that left no plan, since it broke off or the index was lost, is read from
     * its journal, with what the runner said of it.
     */
    Optional<KeptPlan> plan(Index index, String runner) throws IOException {
        Optional<KeptPlan> known = index.plan(runner).filter(NextRun::isKnown);
        Optional<Listed> newest = index.runs(runner).reversed().stream()
                .filter(run -> run.origin().counts())
                .findFirst();
        if (newest.isEmpty()
                || known.filter(plan -> !plan.startedAt().isBefore(newest.get().startedAt()))
                        .isPresent()) {
            return known;
        }
        try {
            KeptRun run = KeptRuns.load(kept.journals().file(newest.get().id()));
            KeptPlan plan = planOf(
                    run.facts(), Reading.of(run, said(run.facts()), List.of()).next());
            index.keep(runner, plan);
            return Optional.of(plan);
        } catch (StoreException e) {
            throw e;
        } catch (IOException | OutOfMemoryError e) {
            // The journal cannot be read, or is too long to be read whole: what an earlier run asked for is still the
            // last word.
            return known;
        }
    }

    /** True when the plan in force is that of this run. */
    private boolean isPlanned(RunFacts facts) {
        String runner = facts.runner();
        if (runner == null || !facts.origin().counts() || !kept.hasIndex()) {
            return false;
        }
        try (Index index = kept.index()) {
            return index.plan(runner)
                    .filter(plan -> plan.run().equals(facts.id()))
                    .isPresent();
        } catch (IOException | Failure e) {
            // Whoever needs the index is told why it cannot be read.
            return false;
        }
    }

    /** True where one was made. */
    boolean has(String id) {
        return Files.exists(folder(kept).resolve(id + END));
    }

    /** How a run is told of: in the language asked for, beside the runner's earlier runs. */
    ReportOptions options(KeptRun run, Discomfort said) throws IOException {
        return ReportOptions.in(language)
                .beside(earlier(run.facts()))
                .with(said)
                .planned(isPlanned(run.facts()));
    }

    private List<PastRun> earlier(RunFacts facts) throws IOException {
        List<PastRun> runs = new ArrayList<>();
        if (facts.isGuest()) {
            return runs;
        }
        for (String id : kept.journals().ids().reversed()) {
            if (runs.size() < EARLIER && isEarlier(id, facts)) {
                runs.add(PastRun.of(KeptRuns.load(kept.journals().file(id))));
            }
        }
        return runs;
    }

    private boolean isEarlier(String id, RunFacts facts) throws IOException {
        RunFacts other = facts(id);
        return other != null
                && Objects.equals(other.runner(), facts.runner())
                && other.startedAt().isBefore(facts.startedAt());
    }

    private @Nullable RunFacts facts(String id) throws IOException {
        try {
            return kept.journals().facts(id).orElse(null);
        } catch (JournalException e) {
            // One that cannot be read is told of by the session commands, and is held beside no run.
            return null;
        }
    }

    /** What the runner said of this run and of those in the weeks before it. */
    private Discomfort said(RunFacts facts) throws IOException {
        List<Discomfort.Note> notes = new ArrayList<>();
        try {
            Optional<Notes> there = facts.isGuest() ? Optional.empty() : Notes.openIfThere(kept.folder());
            if (there.isEmpty()) {
                return Discomfort.UNSAID;
            }
            try (Notes answers = there.get()) {
                for (String id : kept.journals().ids()) {
                    RunFacts other = facts(id);
                    if (other != null && Objects.equals(other.runner(), facts.runner())) {
                        notes.add(note(other.startedAt(), answers.of(id)));
                    }
                }
            }
        } catch (StoreException e) {
            System.err.println("holdline: what the runner said cannot be read: " + e.getMessage()
                    + "; the report is made without it");
            return Discomfort.UNSAID;
        }
        return Discomfort.of(notes, facts.startedAt().plus(Duration.ofDays(1)));
    }

    /**
     * What an export of a run tells: all that its runner said in these weeks, or that there is something that decides and is not for
     * whoever gets the file.
     *
     * @param asked what was said of this run, where somebody asked for it; else null
     */
    Discomfort told(RunFacts facts, @Nullable Answers asked) throws IOException {
        if (facts.isGuest()) {
            return of(facts, asked);
        }
        Discomfort all = said(facts);
        return asked != null ? all : all.asksForEase() ? Discomfort.WITHHELD : Discomfort.UNSAID;
    }

    /** After a note: the report of its run, and of the runner's newest one, whose next plan it may change. */
    void renew(RunFacts noted) throws IOException {
        make(KeptRuns.load(kept.journals().file(noted.id())));
        for (String id : kept.journals().ids().reversed()) {
            RunFacts other = facts(id);
            if (other != null && !noted.isGuest() && Objects.equals(other.runner(), noted.runner())) {
                if (!id.equals(noted.id())) {
                    make(KeptRuns.load(kept.journals().file(id)));
                }
                return;
            }
        }
    }

    private static Discomfort.Note note(Instant at, Answers said) {
        Integer most = Stream.of(said.before(), said.after(), said.nextMorning())
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .orElse(null);
        Integer after = said.after();
        Integer morning = said.nextMorning();
        return new Discomfort.Note(at, most, after != null && morning != null && morning > after);
    }

    /** What the runner said of one run, as a report takes it. */
    static Discomfort of(RunFacts facts, @Nullable Answers said) {
        return said == null
                ? Discomfort.UNSAID
                : Discomfort.of(
                        List.of(note(facts.startedAt(), said)),
                        facts.startedAt().plus(Duration.ofDays(1)));
    }

    /** Removes the reports of runs that are gone. */
    static void delete(KeptSessions kept, List<String> ids) throws IOException {
        for (String id : ids) {
            Files.deleteIfExists(folder(kept).resolve(id + END));
        }
    }

    /** Reports that have had their time: a guest's goes when any other run of that day would. */
    static int removeOlder(KeptSessions kept, Duration age, Instant now) throws IOException {
        if (!Files.isDirectory(folder(kept))) {
            return 0;
        }
        int removed = 0;
        try (Stream<Path> files = Files.list(folder(kept))) {
            for (Path file : files.toList()) {
                boolean isReport = file.toString().toLowerCase(Locale.ROOT).endsWith(END);
                if (isReport
                        && Files.getLastModifiedTime(file).toInstant().plus(age).isBefore(now)) {
                    Files.delete(file);
                    removed++;
                }
            }
        }
        return removed;
    }
}
