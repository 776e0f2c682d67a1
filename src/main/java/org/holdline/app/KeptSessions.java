package org.holdline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.holdline.session.Origin;
import org.holdline.session.RunFacts;
import org.holdline.session.journal.JournalException;
import org.holdline.session.journal.JournalReader;
import org.holdline.session.journal.Journals;
import org.holdline.session.journal.KeptRuns;
import org.holdline.session.store.Index;
import org.holdline.session.store.Notes;
import org.holdline.session.store.StoreException;
import org.holdline.settings.Keys;
import org.holdline.settings.Settings;

/** The runs kept on this machine: where they lie, and for how long. */
final class KeptSessions {
    /** Stands for the run that began last. */
    static final String LATEST = "latest";

    private final Journals journals;
    private final int keepDays;
    private final int guestHours;

    private KeptSessions(Path folder, int keepDays, int guestHours) {
        journals = new Journals(folder);
        this.keepDays = keepDays;
        this.guestHours = guestHours;
    }

    /** As the settings say. */
    static KeptSessions of(Settings settings) {
        Path folder = settings.get(Keys.SESSION_FOLDER)
                .orElseGet(() -> StateFolder.of(settings, System.getenv()).resolve("sessions"));
        return new KeptSessions(folder, settings.get(Keys.SESSION_KEEP_DAYS), settings.get(Keys.SESSION_GUEST_HOURS));
    }

    Journals journals() {
        return journals;
    }

    Path folder() {
        return journals.folder();
    }

    /** True where something was kept at all: nobody who only looks makes a folder. */
    boolean isThere() {
        return Files.isDirectory(folder());
    }

    /**
     * Closes what a crash left open and removes what has had its time. A guest's run that left no report, since it broke off,
     * leaves one first. Asks no database.
     *
     * @param reports makes it
     * @return what was done, a line each
     */
    List<String> tidy(Instant now, KeptReports reports) throws IOException {
        List<String> lines = new ArrayList<>();
        Journals.Recovery recovery = journals.recover();
        for (Journals.Recovered run : recovery.runs()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "run %s broke off without its end: %s are kept; a crash costs at most the last second, a full disk all"
                            + " after it%s",
                    run.facts().id(),
                    minutes(run.lastedUs()),
                    run.cutBytes() == 0 ? "" : " (" + run.cutBytes() + " unreadable bytes cut off)"));
        }
        lines.addAll(recovery.problems());
        int old = 0;
        int guests = 0;
        for (String id : journals.ids()) {
            switch (dueAt(id, now)) {
                case NOT_YET -> {}
                case OLD -> {
                    old += journals.delete(id) ? 1 : 0;
                    KeptReports.delete(this, List.of(id));
                }
                case GUEST -> {
                    leaveReport(id, reports, lines);
                    guests += journals.delete(id) ? 1 : 0;
                }
            }
        }
        int oldReports = keepDays > 0 ? KeptReports.removeOlder(this, Duration.ofDays(keepDays), now) : 0;
        if (oldReports > 0) {
            lines.add(counted(oldReports, "report") + " older than " + keepDays + " days removed (session.keep_days)");
        }
        if (old > 0) {
            lines.add(counted(old, "run") + " older than " + keepDays + " days removed (session.keep_days)");
        }
        if (guests > 0) {
            lines.add(
                    counted(guests, "run") + " of guests removed after " + guestHours + " hours (session.guest_hours)");
        }
        return lines;
    }

    private void leaveReport(String id, KeptReports reports, List<String> lines) {
        if (reports.has(id)) {
            return;
        }
        try {
            lines.add("report of a guest's run: " + reports.make(KeptRuns.load(journals.file(id))));
        } catch (IOException e) {
            lines.add("run " + id + " of a guest goes without a report: " + Failure.textOf(e));
        } catch (OutOfMemoryError e) {
            lines.add("run " + id + " of a guest goes without a report: it is too long for one");
        }
    }

    private enum Due {
        NOT_YET,
        OLD,
        GUEST
    }

    private Due dueAt(String id, Instant now) throws IOException {
        RunFacts facts;
        try {
            facts = journals.facts(id).orElse(null);
        } catch (JournalException e) {
            // Neither whose it is nor how old is known: it stays.
            return Due.NOT_YET;
        }
        if (facts == null) {
            return Due.NOT_YET;
        }
        Duration age = Duration.between(facts.startedAt(), now);
        if (facts.isGuest() && facts.origin() == Origin.CLIP && age.toMinutes() >= 60L * guestHours) {
            return Due.GUEST;
        }
        return keepDays > 0 && age.toDays() >= keepDays ? Due.OLD : Due.NOT_YET;
    }

    static String minutes(long us) {
        long seconds = us / 1_000_000;
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** True where an index was made before. */
    boolean hasIndex() {
        return Index.isThere(journals);
    }

    /** The index, in step with the journals. */
    Index index() throws Failure, IOException {
        try {
            return Index.open(journals);
        } catch (StoreException e) {
            throw new Failure(e.isNewer() ? ExitCode.INCOMPATIBLE : ExitCode.FAILED, e);
        }
    }

    /** Answers to runs that are no more here go as well. */
    void pruneNotes() throws IOException {
        Optional<Notes> there = Notes.openIfThere(folder());
        if (there.isPresent()) {
            try (Notes notes = there.get()) {
                List<String> gone = new ArrayList<>(notes.runs());
                gone.removeAll(journals.ids());
                gone.removeAll(journals.openIds());
                if (!gone.isEmpty()) {
                    notes.delete(gone);
                }
            }
        }
    }

    /**
     * The name of a run that has ended.
     *
     * @param asked a name, the beginning of exactly one, or "latest"
     */
    String resolve(String asked) throws Failure, IOException {
        List<String> ids = journals.ids();
        if (asked.equals(LATEST)) {
            if (ids.isEmpty()) {
                throw new Failure(ExitCode.FAILED, "no run is kept here: " + folder());
            }
            return ids.getLast();
        }
        List<String> found = ids.stream().filter(id -> id.startsWith(asked)).toList();
        if (found.contains(asked)) {
            return asked;
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (journals.openIds().stream().anyMatch(id -> id.startsWith(asked)) && found.isEmpty()) {
            throw new Failure(ExitCode.FAILED, "run " + asked + " has not ended yet");
        }
        throw new Failure(
                ExitCode.FAILED,
                found.isEmpty()
                        ? "no run " + asked + " is kept here; holdline session list tells them"
                        : asked + " begins " + found.size() + " runs: " + String.join(", ", found));
    }

    /** Facts of a run that has ended. */
    RunFacts facts(String id) throws Failure, IOException {
        try {
            return JournalReader.facts(journals.file(id));
        } catch (JournalException e) {
            throw failure(e);
        }
    }

    static Failure failure(JournalException e) {
        return new Failure(e.why() == JournalException.Why.NEWER ? ExitCode.INCOMPATIBLE : ExitCode.FAILED, e);
    }

    /**
     * Removes runs and all that is known of them: row, plan, neutral, report, answers, and the journal last. What fails on the way is
     * finished by the next command.
     */
    void delete(List<String> ids) throws Failure, IOException {
        for (String id : ids) {
            journals.beginDeletion(id);
        }
        finishDeletions();
    }

    /** Finishes what a crash, a full disk or a busy index has left of deletions. */
    void finishDeletions() throws Failure, IOException {
        List<String> ids = journals.deletions();
        if (ids.isEmpty()) {
            return;
        }
        KeptReports.delete(this, ids);
        try (Index index = index()) {
            index.forget(ids);
        }
        Optional<Notes> there = Notes.openIfThere(folder());
        if (there.isPresent()) {
            try (Notes notes = there.get()) {
                notes.delete(ids);
            }
        }
        for (String id : ids) {
            journals.endDeletion(id);
        }
    }
}
