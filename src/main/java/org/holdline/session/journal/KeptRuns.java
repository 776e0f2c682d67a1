package org.holdline.session.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.holdline.report.Summary;
import org.holdline.report.Tally;
import org.holdline.road.Event;
import org.holdline.session.Ending;
import org.holdline.session.KeptRun;

/** Journals as the runs they are. */
public final class KeptRuns {
    private KeptRuns() {}

    /** A run without its events. */
    public record Folded(JournalReader.Read read, Summary summary, Ending ending) {}

    /** Folds the events as they are read: takes no more memory for a long run than for a short one. */
    public static Folded fold(Path journal) throws IOException {
        Tally tally = new Tally(JournalReader.facts(journal).info());
        JournalReader.Read read = JournalReader.read(journal, tally::add);
        return folded(read, tally);
    }

    /** Everything of a run; one hour takes some eight megabytes. */
    public static KeptRun load(Path journal) throws IOException {
        Tally tally = new Tally(JournalReader.facts(journal).info());
        List<Event> events = new ArrayList<>();
        JournalReader.Read read = JournalReader.read(journal, event -> {
            tally.add(event);
            Event kept = new Event();
            kept.copyFrom(event);
            events.add(kept);
        });
        Folded folded = folded(read, tally);
        return new KeptRun(read.facts(), events, folded.summary(), read.belt(), folded.ending());
    }

    private static Folded folded(JournalReader.Read read, Tally tally) {
        Summary summary = tally.summary(new Tally.Reading(0, read.lostEvents(), read.fault()));
        return new Folded(
                read,
                read.before() == null ? summary : summary.after(read.before()),
                Objects.requireNonNullElse(read.ending(), Ending.CUT));
    }
}
