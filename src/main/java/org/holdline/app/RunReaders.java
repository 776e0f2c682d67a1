package org.holdline.app;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.holdline.clock.Clock;
import org.holdline.recording.RecordingWriter;
import org.holdline.report.Retention;
import org.holdline.report.Summary;
import org.holdline.report.Tally;
import org.holdline.ring.Ring;
import org.holdline.road.Event;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whoever reads what a run's road writes, each from a ring and by a thread of its own; what each of their faults means. */
final class RunReaders {
    private static final Logger LOG = LoggerFactory.getLogger(RunReaders.class);
    private static final int EVENT_SLOTS = 4096;
    private static final int RING_S = 30;
    private static final long IDLE_NS = 10_000_000;

    /** What a stream that can wait may be ahead of its guide. */
    private static final int GUIDE_SAMPLES = 200;

    private final Clock clock;
    private final RunEnd end;
    private final Source source;
    private final Tally tally;
    private final Retention.@Nullable Kept before;
    private final @Nullable PageSeat page;
    private final @Nullable JournalSeat journal;
    private final @Nullable GuideSeat guide;
    private final @Nullable RecordingSeat recording;
    private final Ring<Event> viewRing;
    private final Ring<Event> tallyRing = new Ring<>(EVENT_SLOTS, Event::new);
    private final @Nullable Ring<Event> pageRing;
    private final @Nullable Ring<Event> journalRing;

    RunReaders(LiveRun.Parts parts, ViewSeat view, RunEnd end) {
        this.end = end;
        clock = parts.clock();
        source = parts.source();
        page = parts.page();
        journal = parts.keeping().journal();
        before = parts.keeping().before();
        guide = parts.guide();
        StreamInfo info = source.clip().info();
        RecordingWriter writer = parts.writer();
        recording = writer == null ? null : new RecordingSeat(writer, (int) (RING_S * info.rateHz()), clock);
        viewRing = view.ring();
        pageRing = page == null ? null : new Ring<>(EVENT_SLOTS, Event::new);
        journalRing = journal == null ? null : new Ring<>(EVENT_SLOTS, Event::new);
        tally = new Tally(info);
    }

    /** Where the road's events go. */
    List<Ring<Event>> eventRings() {
        return Stream.of(viewRing, tallyRing, pageRing, journalRing, guide == null ? null : guide.events())
                .filter(Objects::nonNull)
                .toList();
    }

    /** Where its samples go. */
    List<Ring<Sample>> sampleRings() {
        return Stream.of(recording == null ? null : recording.ring(), guide == null ? null : guide.samples())
                .filter(Objects::nonNull)
                .toList();
    }

    /** The road's thread: true while a stream that can wait is to wait for one of them. */
    boolean areBehind() {
        return isHalfFull(viewRing)
                || isHalfFull(tallyRing)
                || isHalfFull(journalRing)
                || (recording != null && isHalfFull(recording.ring()))
                || isGuideBehind();
    }

    /** A guide leads: a stream that can wait is not half a minute ahead of it. */
    private boolean isGuideBehind() {
        return guide != null && (guide.samples().size() > GUIDE_SAMPLES || isHalfFull(guide.events()));
    }

    private static boolean isHalfFull(@Nullable Ring<?> ring) {
        return ring != null && ring.size() * 2 > ring.capacity();
    }

    void drainToTally() {
        try {
            boolean last = false;
            while (!last) {
                last = end.isLast();
                Event event = tallyRing.peek();
                while (event != null) {
                    tally.add(event);
                    tallyRing.release();
                    event = tallyRing.peek();
                }
                if (!last) {
                    clock.park(IDLE_NS);
                }
            }
        } catch (Throwable e) {
            end.broke("tally", e);
        }
    }

    /**
     * What was tallied. The thread that drained must have ended.
     *
     * @param dropped partial lines of a recording
     */
    Summary summary(long dropped) {
        Summary summary = tally.summary(new Tally.Reading(dropped, tallyRing.lostTotal(), end.fault()));
        return before == null ? summary : summary.after(before);
    }

    void record() {
        try {
            if (recording != null) {
                recording.follow(end::isLast, end::notice);
            }
        } catch (Throwable e) {
            end.broke("recorder", e);
        }
    }

    /** Nothing that happens to the journal happens to the run. */
    void keepJournal() {
        try {
            if (journal != null && journalRing != null) {
                journal.follow(journalRing, end::isLast, end::fault, end::notice);
            }
        } catch (Throwable e) {
            LOG.error("the journal broke", e);
            end.notice("the journal broke: " + e + "; the run goes on without it");
        }
    }

    /** A guide that broke leaves a run that nobody leads on: it ends, as after any other fault. */
    void guide() {
        try {
            if (guide != null) {
                guide.follow(end::isLast);
            }
        } catch (Throwable e) {
            end.broke("guide", e);
        }
    }

    /** Nothing that happens to the page happens to the run. */
    void showOnPage() {
        try {
            if (page != null && pageRing != null) {
                page.follow(pageRing, source, end::isLast);
            }
        } catch (Throwable e) {
            LOG.error("the page broke", e);
            end.notice("the page broke: " + e + "; the run goes on without it");
        }
    }

    /**
     * The page's last words. The thread that showed must have ended.
     *
     * @param dropped partial lines of a recording
     */
    void closePage(long dropped) {
        try {
            if (page != null) {
                page.ended(summary(dropped));
            }
        } catch (RuntimeException e) {
            LOG.error("the page broke", e);
        }
    }
}
