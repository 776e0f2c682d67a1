package org.holdline.app;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.holdline.clip.Clip;
import org.holdline.clip.replay.ReplayClip;
import org.holdline.clock.Clock;
import org.holdline.clock.Pace;
import org.holdline.clock.TimerJitter;
import org.holdline.cue.CueOutput;
import org.holdline.recording.RecordingWriter;
import org.holdline.report.PartStatus;
import org.holdline.report.Retention;
import org.holdline.report.Summary;
import org.holdline.report.Tally;
import org.holdline.ring.Ring;
import org.holdline.road.Event;
import org.holdline.road.Inbox;
import org.holdline.road.Road;
import org.holdline.road.RoadParams;
import org.holdline.sample.Act;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.holdline.settings.Intervals;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run from its first sample to its summary. The road has a thread of its own; view, recorder and tally each drain a
 * ring, so that none of them can hold up a cue or each other. A fault in any of them ends the run, motor first, and is told.
 */
final class LiveRun {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);
    private static final int EVENT_SLOTS = 4096;
    private static final int RING_S = 30;
    private static final long IDLE_NS = 10_000_000;
    private static final long NOTHING_NS = 1_000_000;
    private static final long REFRESH_NS = 50_000_000;
    private static final long HEALTH_NS = 200_000_000;
    private static final long JOIN_SLICE_MS = 20;

    /** What a stream that can wait may be ahead of its guide. */
    private static final int GUIDE_SAMPLES = 200;

    /** From a stop on, everything together may take this long; what has not ended then is left behind. */
    private static final long CLOSE_NS = 600_000_000;

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
    private final Clock clock;
    private final Clip clip;
    private final CueOutput output;
    private final Health health;
    private final Inbox inbox = new Inbox();
    private final Ring<Event> viewRing = new Ring<>(EVENT_SLOTS, Event::new);
    private final Ring<Event> tallyRing = new Ring<>(EVENT_SLOTS, Event::new);
    private final @Nullable Ring<Event> pageRing;
    private final @Nullable Ring<Event> journalRing;
    private final @Nullable RecordingSeat recording;
    private final Road road;
    private final Tally tally;
    private final Latency latency;
    private final CountDownLatch finished = new CountDownLatch(1);
    // Made once: a method reference made for every sample would be garbage on the road.
    private final BooleanSupplier isStopped = this::isStopped;

    private volatile boolean stopped;
    private volatile long stoppedNs;
    private volatile boolean roadDone;
    private volatile boolean outputGone;
    private volatile @Nullable String fault;
    private volatile @Nullable IOException sourceFault;
    private volatile @Nullable String notice;
    private boolean lost;
    private boolean hard;
    private long startedNs;
    private long firstUs;
    private long lastUs;
    private long viewLost;

    LiveRun(Parts parts) {
        this.parts = parts;
        clock = parts.clock();
        clip = parts.source().clip();
        output = parts.source().output();
        health = new Health(parts.source());
        latency = new Latency(clip);
        StreamInfo info = clip.info();
        RecordingWriter writer = parts.writer();
        recording = writer == null ? null : new RecordingSeat(writer, (int) (RING_S * info.rateHz()), clock);
        pageRing = parts.page() == null ? null : new Ring<>(EVENT_SLOTS, Event::new);
        journalRing = parts.keeping().journal() == null ? null : new Ring<>(EVENT_SLOTS, Event::new);
        road = new Road(parts.params(), info, output, inbox, eventRings(), sampleRings());
        tally = new Tally(info);
    }

    private List<Ring<Event>> eventRings() {
        GuideSeat guide = parts.guide();
        return Stream.of(viewRing, tallyRing, pageRing, journalRing, guide == null ? null : guide.events())
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Ring<Sample>> sampleRings() {
        GuideSeat guide = parts.guide();
        return Stream.of(recording == null ? null : recording.ring(), guide == null ? null : guide.samples())
                .filter(Objects::nonNull)
                .toList();
    }

    /** What people ask of the run while it goes on. */
    Inbox inbox() {
        return inbox;
    }

    /** Any thread: ends the run after the sample in hand. */
    void stop() {
        if (!stopped) {
            stoppedNs = clock.nanoTime();
            stopped = true;
            if (parts.source().isLive()) {
                // The road may sit in a transfer for a second, and a second signal would not wait for it.
                output.off();
            }
        }
    }

    private boolean isStopped() {
        return stopped;
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
        TimerJitter jitter = new TimerJitter(clock);
        Thread jitterThread = thread("jitter", jitter);
        try {
            startView();
            Thread recorderThread = thread("recorder", this::record);
            Thread journalThread = thread("journal", this::keepJournal);
            Thread viewThread = thread("view", this::drainToView);
            Thread roadThread = thread("road", this::carry);
            recorderThread.start();
            journalThread.start();
            jitterThread.start();
            viewThread.start();
            Thread pageThread = thread("page", this::showOnPage);
            pageThread.start();
            Thread guideThread = thread("guide", this::guide);
            guideThread.start();
            roadThread.start();
            drainToTally();
            join(roadThread);
            if (roadThread.isAlive()) {
                // It hangs in its source: the motor must not wait for it.
                output.off();
            }
            join(viewThread);
            join(pageThread);
            join(guideThread);
            if (!outputGone && !viewThread.isAlive()) {
                close(jitter);
            }
            join(recorderThread);
            join(journalThread);
            if (!roadThread.isAlive() || parts.source().isLive()) {
                parts.source().close();
            }
            if (!pageThread.isAlive()) {
                closePage();
            }
        } finally {
            jitterThread.interrupt();
            finished.countDown();
        }
        return exitCode();
    }

    private void startView() {
        try {
            parts.view().start();
            PageSeat page = parts.page();
            if (page != null) {
                parts.view().page(page.links());
            }
            parts.view().parts(View.Moment.START, parts.source().parts());
        } catch (IOException e) {
            readerGone(e);
        }
    }

    private int exitCode() throws Failure {
        String broken = fault;
        IOException source = sourceFault;
        if (source != null) {
            throw new Failure(ExitCode.FAILED, source);
        }
        if (broken != null) {
            throw new Failure(ExitCode.FAILED, broken);
        }
        RecordingWriter writer = parts.writer();
        return writer == null || writer.failure() == null ? ExitCode.OK : ExitCode.FAILED;
    }

    private void close(TimerJitter jitter) {
        try {
            long lostAtEnd = viewRing.lostTotal() - viewLost;
            if (lostAtEnd > 0) {
                parts.view().gap(lostAtEnd);
            }
            sayGuide();
            sayNotice();
            String broken = fault;
            if (broken != null) {
                parts.view().notice("this run broke off: " + broken);
            }
            parts.view().parts(View.Moment.END, parts.source().parts());
            parts.view().latency(latency, jitter.histogram());
            parts.view().summary(summary());
        } catch (IOException e) {
            readerGone(e);
        }
    }

    private Summary summary() {
        Summary summary = tally.summary(new Tally.Reading(dropped(), tallyRing.lostTotal(), fault));
        Retention.Kept before = parts.keeping().before();
        return before == null ? summary : summary.after(before);
    }

    /** Nothing that happens to the page happens to the run. */
    private void showOnPage() {
        PageSeat page = parts.page();
        Ring<Event> ring = pageRing;
        try {
            if (page != null && ring != null) {
                page.follow(ring, parts.source(), () -> roadDone || isLate());
            }
        } catch (Throwable e) {
            LOG.error("the page broke", e);
            notice = "the page broke: " + e + "; the run goes on without it";
        }
    }

    private void closePage() {
        PageSeat page = parts.page();
        try {
            if (page != null) {
                page.ended(summary());
            }
        } catch (RuntimeException e) {
            LOG.error("the page broke", e);
        }
    }

    /** A guide that broke leaves a run that nobody leads on: it ends, as after any other fault. */
    private void guide() {
        GuideSeat guide = parts.guide();
        try {
            if (guide != null) {
                guide.follow(() -> roadDone || isLate());
            }
        } catch (Throwable e) {
            broke("guide", e);
        }
    }

    private void sayGuide() throws IOException {
        GuideSeat guide = parts.guide();
        if (guide != null) {
            for (Map<String, Object> line : guide.takeLines()) {
                parts.view().guide(line);
            }
        }
    }

    private long dropped() {
        return clip instanceof ReplayClip replay ? replay.droppedPartialLines() : 0;
    }

    /** The road's thread: read, wait until due, decide. */
    private void carry() {
        Sample sample = new Sample();
        startedNs = clock.nanoTime();
        try {
            boolean first = true;
            while (!stopped) {
                Clip.Answer answer = clip.poll(sample);
                if (answer == Clip.Answer.END || (answer == Clip.Answer.NOTHING && isTimeUp())) {
                    break;
                }
                if (answer == Clip.Answer.NOTHING) {
                    waitForTheSource();
                    continue;
                }
                lost = false;
                parts.pace().await(sample.timeUs, isStopped);
                if (parts.sourceCanWait()) {
                    waitForReaders();
                }
                if (stopped) {
                    break;
                }
                long polledNs = clock.nanoTime();
                planned(sample.timeUs - (first ? sample.timeUs : firstUs));
                road.accept(sample);
                latency.decided(polledNs, clock.nanoTime());
                if (first) {
                    firstUs = sample.timeUs;
                    first = false;
                }
                lastUs = sample.timeUs;
                if (road.isEnded() || lastUs - firstUs >= parts.durationUs()) {
                    break;
                }
            }
        } catch (IOException e) {
            sourceFault = e;
            fault = Failure.textOf(e);
        } catch (Throwable e) {
            broke("road", e);
        } finally {
            try {
                output.off();
            } catch (Throwable e) {
                broke("motor", e);
            } finally {
                endRoad();
                roadDone = true;
                stopOutputs();
            }
        }
    }

    private void endRoad() {
        try {
            road.end();
        } catch (Throwable e) {
            broke("road", e);
        }
    }

    /** A planned interval begins or ends as if the runner had said so; that is how it gets into the recording. */
    private void planned(long runUs) {
        boolean now = parts.blocks().holds(runUs);
        if (now != hard) {
            hard = now;
            inbox.act(now ? Act.HARD : Act.EASY);
        }
    }

    /** By the thread that owns the bus; may wait for a transfer, which the readers then do not wait for. */
    private void stopOutputs() {
        try {
            parts.source().stopOutputs();
        } catch (Throwable e) {
            broke("motor", e);
        }
    }

    /** A clip that went away must neither leave the motor on nor keep the run for ever; it waits within its own poll. */
    private void waitForTheSource() {
        if (!parts.source().isLive()) {
            clock.park(NOTHING_NS);
        } else if (!clip.isDelivering() && !lost) {
            lost = true;
            output.off();
        }
    }

    private boolean isTimeUp() {
        return parts.source().isLive() && (clock.nanoTime() - startedNs) / 1000 >= parts.durationUs();
    }

    /** A bug: nobody may take this run for a whole one. */
    private void broke(String where, Throwable e) {
        if (fault == null) {
            fault = "the " + where + " broke: " + e;
        }
        LOG.error("the {} broke", where, e);
        stop();
    }

    /** A source that only plays a stream waits for slow readers instead of losing rows to them; the road never does. */
    private void waitForReaders() {
        while (!stopped
                && (isHalfFull(viewRing)
                        || isHalfFull(tallyRing)
                        || isHalfFull(journalRing)
                        || (recording != null && isHalfFull(recording.ring()))
                        || isGuideBehind())) {
            clock.park(NOTHING_NS);
        }
    }

    /** A guide leads: a stream that can wait is not half a minute ahead of it. */
    private boolean isGuideBehind() {
        GuideSeat guide = parts.guide();
        return guide != null && (guide.samples().size() > GUIDE_SAMPLES || isHalfFull(guide.events()));
    }

    private static boolean isHalfFull(@Nullable Ring<?> ring) {
        return ring != null && ring.size() * 2 > ring.capacity();
    }

    private void drainToTally() {
        try {
            boolean last = false;
            while (!last) {
                last = roadDone || isLate();
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
            broke("tally", e);
        }
    }

    /** True when a stop was asked for so long ago that nothing may be waited for any more. */
    private boolean isLate() {
        return stopped && clock.nanoTime() - stoppedNs > CLOSE_NS;
    }

    private void drainToView() {
        long refreshedNs = clock.nanoTime();
        long healthNs = refreshedNs;
        try {
            boolean last = false;
            while (!last && !outputGone) {
                last = roadDone || isLate();
                boolean any = drainEvents();
                sayGuide();
                sayNotice();
                if (clock.nanoTime() - healthNs >= HEALTH_NS) {
                    healthNs = clock.nanoTime();
                    sayChanges();
                }
                if (any || clock.nanoTime() - refreshedNs >= REFRESH_NS) {
                    refreshedNs = clock.nanoTime();
                    parts.view().refresh();
                }
                if (!last) {
                    clock.park(2 * IDLE_NS);
                }
            }
        } catch (IOException e) {
            readerGone(e);
        } catch (Throwable e) {
            outputGone = true;
            broke("view", e);
        }
    }

    private boolean drainEvents() throws IOException {
        Event event = viewRing.peek();
        boolean any = event != null;
        while (event != null) {
            long lost = viewRing.lost();
            if (lost > 0) {
                viewLost += lost;
                parts.view().gap(lost);
            }
            parts.view().event(event);
            viewRing.release();
            event = viewRing.peek();
        }
        return any;
    }

    private void sayChanges() throws IOException {
        List<PartStatus> changed = health.changed();
        if (!changed.isEmpty()) {
            parts.view().parts(View.Moment.CHANGE, changed);
        }
    }

    private void sayNotice() throws IOException {
        String text = notice;
        if (text != null) {
            notice = null;
            parts.view().notice(text);
        }
    }

    /** Whoever read this output has gone ("| head"): the run ends without a word. Anything else is a fault. */
    private void readerGone(IOException e) {
        outputGone = true;
        if (!(e instanceof StandardOutput.ReaderGoneException)) {
            fault = Failure.textOf(e);
        }
        stop();
    }

    private void record() {
        RecordingSeat seat = recording;
        try {
            if (seat != null) {
                seat.follow(() -> roadDone || isLate(), text -> notice = text);
            }
        } catch (Throwable e) {
            broke("recorder", e);
        }
    }

    /** Nothing that happens to the journal happens to the run. */
    private void keepJournal() {
        JournalSeat journal = parts.keeping().journal();
        Ring<Event> ring = journalRing;
        try {
            if (journal != null && ring != null) {
                journal.follow(ring, () -> roadDone || isLate(), () -> fault, text -> notice = text);
            }
        } catch (Throwable e) {
            LOG.error("the journal broke", e);
            notice = "the journal broke: " + e + "; the run goes on without it";
        }
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, "holdline-" + name);
        thread.setDaemon(true);
        return thread;
    }

    /** A run that ended by itself waits for whoever reads it; after a stop nothing may take long. */
    private void join(Thread thread) {
        try {
            while (thread.isAlive() && !isLate()) {
                thread.join(JOIN_SLICE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
