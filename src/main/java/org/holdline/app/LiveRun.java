package org.holdline.app;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.holdline.clip.Clip;
import org.holdline.clip.replay.ReplayClip;
import org.holdline.clock.Clock;
import org.holdline.clock.Pace;
import org.holdline.clock.TimerJitter;
import org.holdline.cue.CueOutput;
import org.holdline.recording.Recorder;
import org.holdline.recording.RecordingWriter;
import org.holdline.report.Tally;
import org.holdline.ring.Ring;
import org.holdline.road.Event;
import org.holdline.road.Inbox;
import org.holdline.road.Road;
import org.holdline.road.RoadParams;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run from its first sample to its summary. The road has a thread of its own; view, recorder and tally each drain a
 * ring, so that none of them can hold up a cue or each other.
 */
final class LiveRun {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);
    private static final int EVENT_SLOTS = 4096;
    private static final int RING_S = 30;
    private static final long IDLE_NS = 10_000_000;
    private static final long REFRESH_NS = 50_000_000;
    private static final long READER_WAIT_NS = 1_000_000;
    private static final long CLOSE_WAIT_MS = 400;
    private static final long JOIN_SLICE_MS = 20;
    private static final long MAX_LATENCY_NS = 10_000_000_000L;

    /** What a run is made of. */
    record Parts(
            Clip clip,
            CueOutput output,
            RoadParams params,
            Pace pace,
            boolean sourceCanWait,
            long durationUs,
            View view,
            @Nullable RecordingWriter writer,
            Clock clock) {}

    private final Parts parts;
    private final Clock clock;
    private final Inbox inbox = new Inbox();
    private final Ring<Event> viewRing = new Ring<>(EVENT_SLOTS, Event::new);
    private final Ring<Event> tallyRing = new Ring<>(EVENT_SLOTS, Event::new);
    private final @Nullable Ring<Sample> sampleRing;
    private final Road road;
    private final Tally tally;
    private final Histogram decision = new Histogram(1, MAX_LATENCY_NS, 3);
    private final CountDownLatch finished = new CountDownLatch(1);

    private volatile boolean stopped;
    private volatile boolean roadDone;
    private volatile boolean outputGone;
    private volatile @Nullable String fault;
    private volatile @Nullable String notice;
    private long firstUs;
    private long lastUs;

    // The view's thread only.
    private long lostTold;

    // The thread that runs this only: since the stop.
    private long waitedMs;

    LiveRun(Parts parts) {
        this.parts = parts;
        clock = parts.clock();
        StreamInfo info = parts.clip().info();
        sampleRing = parts.writer() == null ? null : new Ring<>((int) (RING_S * info.rateHz()), Sample::new);
        road = new Road(
                parts.params(),
                info,
                parts.output(),
                inbox,
                List.of(viewRing, tallyRing),
                sampleRing == null ? List.of() : List.of(sampleRing));
        tally = new Tally(info);
    }

    /** What people ask of the run while it goes on. */
    Inbox inbox() {
        return inbox;
    }

    /** Any thread: ends the run after the sample in hand. */
    void stop() {
        stopped = true;
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
            parts.view().start();
        } catch (IOException e) {
            loseOutput(e);
        }
        Thread recorderThread = startRecorder();
        Thread viewThread = thread("view", this::drainToView);
        Thread roadThread = thread("road", this::carry);
        jitterThread.start();
        viewThread.start();
        roadThread.start();
        try {
            drainToTally();
        } catch (RuntimeException e) {
            breakDown("tally", e);
        }
        try {
            join(roadThread);
            if (recorderThread != null) {
                join(recorderThread);
            }
            join(viewThread);
            jitterThread.interrupt();
            parts.clip().close();
            if (!outputGone && !viewThread.isAlive()) {
                close(jitter);
            }
        } finally {
            finished.countDown();
        }
        String broken = fault;
        if (broken != null) {
            throw new Failure(ExitCode.FAILED, broken);
        }
        return ExitCode.OK;
    }

    /** Whoever read this output has gone ("| head"): the run ends without a word. A full disk is a fault. */
    private void loseOutput(IOException e) {
        outputGone = true;
        if (!(e instanceof StandardOutput.ReaderGoneException)) {
            fault = Failure.textOf(e);
        }
        stopped = true;
    }

    /** A bug in one of the threads: the run ends, since no other thread may wait for it, and is not taken for a whole one. */
    private void breakDown(String who, Throwable bug) {
        LOG.error("the {} broke", who, bug);
        fault = "the " + who + " broke: " + bug;
        stopped = true;
    }

    private void close(TimerJitter jitter) {
        try {
            String last = notice;
            if (last != null) {
                parts.view().notice(last);
            }
            parts.view().latency(decision, jitter.histogram());
            parts.view()
                    .summary(Findings.summary(
                            tally, road, Math.max(0, lastUs - firstUs), dropped(), tallyRing.lostTotal()));
        } catch (IOException e) {
            loseOutput(e);
        }
    }

    private long dropped() {
        return parts.clip() instanceof ReplayClip replay ? replay.droppedPartialLines() : 0;
    }

    /** The road's thread: read, wait until due, decide. */
    private void carry() {
        Sample sample = new Sample();
        boolean first = true;
        try {
            while (!stopped) {
                Clip.Answer answer = parts.clip().poll(sample);
                if (answer == Clip.Answer.END) {
                    break;
                }
                if (answer == Clip.Answer.NOTHING) {
                    continue;
                }
                parts.pace().await(sample.timeUs, this::isStopped);
                if (parts.sourceCanWait()) {
                    waitForReaders();
                }
                if (stopped) {
                    break;
                }
                long before = clock.nanoTime();
                road.accept(sample);
                decision.recordValue(Math.min(clock.nanoTime() - before, MAX_LATENCY_NS));
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
            fault = Failure.textOf(e);
        } finally {
            parts.output().off();
            roadDone = true;
        }
    }

    private boolean isStopped() {
        return stopped;
    }

    /** A source that only plays a stream waits for slow readers instead of losing rows to them; the road never does. */
    private void waitForReaders() {
        while (!stopped && (isHalfFull(viewRing) || isHalfFull(tallyRing) || isHalfFull(sampleRing))) {
            clock.park(READER_WAIT_NS);
        }
    }

    private static boolean isHalfFull(@Nullable Ring<?> ring) {
        return ring != null && ring.size() * 2 > ring.capacity();
    }

    private void drainToTally() {
        boolean last = false;
        while (true) {
            last = roadDone;
            Event event = tallyRing.peek();
            while (event != null) {
                tally.add(event);
                tallyRing.release();
                event = tallyRing.peek();
            }
            if (last) {
                return;
            }
            clock.park(IDLE_NS);
        }
    }

    private void drainToView() {
        View view = parts.view();
        long refreshedNs = clock.nanoTime();
        try {
            boolean last = false;
            while (!last && !outputGone) {
                last = roadDone;
                boolean any = tellEvents(view);
                String text = notice;
                if (text != null) {
                    notice = null;
                    view.notice(text);
                }
                if (any || clock.nanoTime() - refreshedNs >= REFRESH_NS) {
                    refreshedNs = clock.nanoTime();
                    view.refresh();
                }
                if (!last) {
                    clock.park(any ? IDLE_NS : 2 * IDLE_NS);
                }
            }
            // Losses after the last event that found room come with no event.
            if (viewRing.lostTotal() > lostTold) {
                view.gap(viewRing.lostTotal() - lostTold);
            }
        } catch (IOException e) {
            loseOutput(e);
        } catch (RuntimeException e) {
            outputGone = true;
            throw e;
        }
    }

    private boolean tellEvents(View view) throws IOException {
        boolean any = false;
        Event event = viewRing.peek();
        while (event != null) {
            long lost = viewRing.lost();
            if (lost > 0) {
                lostTold += lost;
                view.gap(lost);
            }
            view.event(event);
            viewRing.release();
            any = true;
            event = viewRing.peek();
        }
        return any;
    }

    private @Nullable Thread startRecorder() {
        RecordingWriter writer = parts.writer();
        Ring<Sample> ring = sampleRing;
        if (writer == null || ring == null) {
            return null;
        }
        Thread thread = thread("recorder", () -> record(new Recorder(ring, writer), writer));
        thread.start();
        return thread;
    }

    private void record(Recorder recorder, RecordingWriter writer) {
        boolean said = false;
        while (!roadDone) {
            int taken = recorder.doWork(clock.nanoTime());
            said = said || sayFailure(writer);
            if (taken == 0) {
                clock.park(IDLE_NS);
            }
        }
        recorder.close();
        if (!said) {
            sayFailure(writer);
        }
    }

    private boolean sayFailure(RecordingWriter writer) {
        IOException failure = writer.failure();
        if (failure != null) {
            notice = "recording stopped: " + failure.getMessage() + "; the run goes on without it";
        }
        return failure != null;
    }

    private Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, "holdline-" + name);
        thread.setUncaughtExceptionHandler((t, bug) -> breakDown(name, bug));
        thread.setDaemon(true);
        return thread;
    }

    /** A run that ended by itself waits for whoever reads it; after a stop all threads together get no longer than this. */
    private void join(Thread thread) {
        try {
            while (thread.isAlive() && !(stopped && waitedMs >= CLOSE_WAIT_MS)) {
                thread.join(JOIN_SLICE_MS);
                waitedMs = stopped ? waitedMs + JOIN_SLICE_MS : 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
