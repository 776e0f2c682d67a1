package org.holdline.app;

import java.util.List;
import org.HdrHistogram.Histogram;
import org.holdline.clip.Clip;
import org.holdline.clip.ReadTime;
import org.holdline.clock.Clock;
import org.holdline.link.LinkFigures;
import org.holdline.link.wire.ClipTime;
import org.holdline.ring.Ring;
import org.holdline.road.Event;
import org.holdline.road.Inbox;
import org.holdline.road.Road;
import org.holdline.road.RoadParams;
import org.holdline.sample.Sample;
import org.jspecify.annotations.Nullable;

/**
 * One clip of many with its own link and road.
 *
 * <p><b>Threads:</b> {@link #run} is the road's; {@link #drain} the one of whoever reads events; the histograms belong to
 * the road until {@link #end}.
 */
final class BenchSeat implements Runnable {
    private static final int EVENT_SLOTS = 512;
    private static final long MAX_NS = 10_000_000_000L;

    private final SerialSource source;
    private final ClipClock truth;
    private final Clock clock;
    private final Ring<Event> events = new Ring<>(EVENT_SLOTS, Event::new);
    private final Road road;
    private final Latency latency;
    private final Histogram clockError = new Histogram(1, MAX_NS, 3);
    private volatile boolean measuring;
    private volatile boolean ended;
    private volatile long samples;
    private volatile @Nullable Throwable fault;
    private long drained;

    BenchSeat(SerialSource source, ClipClock truth, RoadParams params, Clock clock) {
        this.source = source;
        this.truth = truth;
        this.clock = clock;
        road = new Road(params, source.clip().info(), source.output(), new Inbox(), List.of(events), List.of());
        latency = new Latency(source.clip());
    }

    /** Any thread: measured from now on. */
    void begin() {
        measuring = true;
    }

    /** Any thread: the road ends after the sample in hand. */
    void end() {
        ended = true;
    }

    @Override
    public void run() {
        Sample sample = new Sample();
        try {
            while (!ended) {
                if (source.clip().poll(sample) == Clip.Answer.SAMPLE) {
                    long polledNs = clock.nanoTime();
                    road.accept(sample);
                    if (measuring) {
                        decided(polledNs);
                    }
                }
            }
        } catch (RuntimeException | Error e) {
            fault = e;
        }
    }

    private void decided(long polledNs) {
        latency.decided(polledNs, clock.nanoTime());
        ReadTime read = source.clip().readTime();
        int offUs = ClipTime.betweenUs((int) truth.clipUs(read.takenNs), (int) read.takenClipUs);
        clockError.recordValue(Math.min(MAX_NS, Math.abs((long) offUs) * 1000));
        samples = samples + 1;
    }

    /** Takes what the road has said, as a view would. */
    void drain() {
        while (events.peek() != null) {
            events.release();
            drained++;
        }
    }

    /** Events taken so far; the reader's. */
    long drained() {
        return drained;
    }

    /** Events the reader was too slow for. */
    long eventsLost() {
        return events.lostTotal();
    }

    LinkFigures figures() {
        return source.figures();
    }

    /** Samples the road was too slow for. */
    long letGo() {
        return source.clip().letGo();
    }

    /** Samples measured. */
    long samples() {
        return samples;
    }

    Latency latency() {
        return latency;
    }

    /** How far the instants of samples were off the clip's own clock, ns. */
    Histogram clockError() {
        return clockError;
    }

    /** What broke its road, or null. */
    @Nullable
    Throwable fault() {
        return fault;
    }

    void close() {
        source.close();
    }
}
