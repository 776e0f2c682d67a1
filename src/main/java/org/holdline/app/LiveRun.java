package org.holdline.app;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdline.clip.replay.ReplayClip;
import org.holdline.clock.Clock;
import org.holdline.clock.Pace;
import org.holdline.clock.TimerJitter;
import org.holdline.cue.CueOutput;
import org.holdline.recording.RecordingWriter;
import org.holdline.report.Retention;
import org.holdline.road.Inbox;
import org.holdline.road.RoadParams;
import org.holdline.settings.Intervals;
import org.jspecify.annotations.Nullable;

/**
 * One run from its first sample to its summary. The road has a thread of its own ({@link RoadLoop}); view, recorder and tally
 * each drain a ring ({@link RunReaders}), so that none of them can hold up a cue or each other. A fault in any of them ends the
 * run, motor first, and is told.
 */
final class LiveRun {
    private static final long JOIN_SLICE_MS = 20;

    /**
     * What a run leaves to the next one.
     *
     * @param journal its events, or null
     * @param before what the run before came to, where a stage was told
     */
    record Keeping(@Nullable JournalSeat journal, Retention.@Nullable Kept before) {
        static final Keeping NOTHING = new Keeping(null, null);
    }

    /** What a run is made of. */
    record Parts(
            Source source,
            RoadParams params,
            Pace pace,
            boolean sourceCanWait,
            long durationUs,
            Intervals blocks,
            View view,
            @Nullable RecordingWriter writer,
            Clock clock,
            @Nullable PageSeat page,
            Keeping keeping,
            @Nullable GuideSeat guide) {
        /** Without page and guide, and nothing is kept. */
        Parts(
                Source source,
                RoadParams params,
                Pace pace,
                boolean sourceCanWait,
                long durationUs,
                Intervals blocks,
                View view,
                @Nullable RecordingWriter writer,
                Clock clock) {
            this(
                    source,
                    params,
                    pace,
                    sourceCanWait,
                    durationUs,
                    blocks,
                    view,
                    writer,
                    clock,
                    null,
                    Keeping.NOTHING,
                    null);
        }
    }

    private final Parts parts;
    private final CueOutput output;
    private final RunEnd end;
    private final Inbox inbox = new Inbox();
    private final ViewSeat view;
    private final RunReaders readers;
    private final RoadLoop road;
    private final AtomicInteger stops = new AtomicInteger();
    private final CountDownLatch finished = new CountDownLatch(1);

    LiveRun(Parts parts) {
        this.parts = parts;
        output = parts.source().output();
        end = new RunEnd(parts.source(), parts.clock());
        view = new ViewSeat(parts, end);
        readers = new RunReaders(parts, view, end);
        road = new RoadLoop(parts, inbox, readers, end);
    }

    /** What people ask of the run while it goes on. */
    Inbox inbox() {
        return inbox;
    }

    /** Any thread: ends the run after the sample in hand. */
    void stop() {
        stops.incrementAndGet();
        end.stop();
    }

    /** Any thread: how often its end was asked for, also after it had come. */
    int stops() {
        return stops.get();
    }

    /** Any thread: a stream that is played stands still, or goes on. */
    void pause(boolean paused) {
        parts.pace().pause(paused);
    }

    boolean isPaused() {
        return parts.pace().isPaused();
    }

    /** Any thread: waits until the summary is out; false when it was not within the time. */
    boolean awaitFinished(long millis) throws InterruptedException {
        return finished.await(millis, TimeUnit.MILLISECONDS);
    }

    /**
     * Runs to the end and answers the exit code.
     *
     * @throws Failure when the run ended because something broke
     */
    int run() throws Failure, IOException {
        TimerJitter jitter = new TimerJitter(parts.clock());
        Thread jitterThread = thread("jitter", jitter);
        try {
            view.start();
            Thread recorderThread = started("recorder", readers::record);
            Thread journalThread = started("journal", readers::keepJournal);
            jitterThread.start();
            Thread viewThread = started("view", view::follow);
            Thread pageThread = started("page", readers::showOnPage);
            Thread guideThread = started("guide", readers::guide);
            Thread roadThread = started("road", road);
            readers.drainToTally();
            join(roadThread);
            if (roadThread.isAlive()) {
                // It hangs in its source: the motor must not wait for it.
                output.off();
            }
            join(viewThread);
            join(pageThread);
            join(guideThread);
            if (!view.isGone() && !viewThread.isAlive()) {
                view.close(road.latency(), jitter, () -> readers.summary(dropped()));
            }
            join(recorderThread);
            join(journalThread);
            if (!roadThread.isAlive() || parts.source().isLive()) {
                parts.source().close();
            }
            if (!pageThread.isAlive()) {
                readers.closePage(dropped());
            }
        } finally {
            jitterThread.interrupt();
            finished.countDown();
        }
        return exitCode();
    }

    private int exitCode() throws Failure {
        IOException source = end.sourceFault();
        if (source != null) {
            throw new Failure(ExitCode.FAILED, source);
        }
        String broken = end.fault();
        if (broken != null) {
            throw new Failure(ExitCode.FAILED, broken);
        }
        RecordingWriter writer = parts.writer();
        return writer == null || writer.failure() == null ? ExitCode.OK : ExitCode.FAILED;
    }

    private long dropped() {
        return parts.source().clip() instanceof ReplayClip replay ? replay.droppedPartialLines() : 0;
    }

    private static Thread started(String name, Runnable work) {
        Thread thread = thread(name, work);
        thread.start();
        return thread;
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, "holdline-" + name);
        thread.setDaemon(true);
        return thread;
    }

    /** A run that ended by itself waits for whoever reads it; after a stop nothing may take long. */
    private void join(Thread thread) {
        try {
            while (thread.isAlive() && !end.isLate()) {
                thread.join(JOIN_SLICE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
