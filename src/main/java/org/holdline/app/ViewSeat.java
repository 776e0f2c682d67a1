package org.holdline.app;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.holdline.clock.Clock;
import org.holdline.clock.TimerJitter;
import org.holdline.report.PartStatus;
import org.holdline.report.Summary;
import org.holdline.ring.Ring;
import org.holdline.road.Event;
import org.jspecify.annotations.Nullable;

/** The view of one run: drains a ring of its own to standard output. When nobody reads that any more, the run ends. */
final class ViewSeat {
    private static final int EVENT_SLOTS = 4096;
    private static final long IDLE_NS = 20_000_000;
    private static final long REFRESH_NS = 50_000_000;
    private static final long HEALTH_NS = 200_000_000;

    private final View view;
    private final Source source;
    private final @Nullable PageSeat page;
    private final @Nullable GuideSeat guide;
    private final Clock clock;
    private final RunEnd end;
    private final Health health;
    private final Ring<Event> ring = new Ring<>(EVENT_SLOTS, Event::new);
    private volatile boolean gone;
    private long lostSeen;

    ViewSeat(LiveRun.Parts parts, RunEnd end) {
        view = parts.view();
        source = parts.source();
        page = parts.page();
        guide = parts.guide();
        clock = parts.clock();
        this.end = end;
        health = new Health(source);
    }

    Ring<Event> ring() {
        return ring;
    }

    /** True when nothing can be shown any more. */
    boolean isGone() {
        return gone;
    }

    /** Before the first sample. */
    void start() {
        try {
            view.start();
            if (page != null) {
                view.page(page.links());
            }
            view.parts(View.Moment.START, source.parts());
        } catch (IOException e) {
            readerGone(e);
        }
    }

    /** Shows events until no more come. By one thread. */
    void follow() {
        long refreshedNs = clock.nanoTime();
        long healthNs = refreshedNs;
        try {
            boolean last = false;
            while (!last && !gone) {
                last = end.isLast();
                boolean any = drain();
                sayGuide();
                sayNotice();
                if (clock.nanoTime() - healthNs >= HEALTH_NS) {
                    healthNs = clock.nanoTime();
                    sayChanges();
                }
                if (any || clock.nanoTime() - refreshedNs >= REFRESH_NS) {
                    refreshedNs = clock.nanoTime();
                    view.refresh();
                }
                if (!last) {
                    clock.park(IDLE_NS);
                }
            }
        } catch (IOException e) {
            readerGone(e);
        } catch (Throwable e) {
            gone = true;
            end.broke("view", e);
        }
    }

    private boolean drain() throws IOException {
        Event event = ring.peek();
        boolean any = event != null;
        while (event != null) {
            long lost = ring.lost();
            if (lost > 0) {
                lostSeen += lost;
                view.gap(lost);
            }
            view.event(event);
            ring.release();
            event = ring.peek();
        }
        return any;
    }

    /** The last words. The thread that followed must have ended. */
    void close(Latency latency, TimerJitter jitter, Supplier<Summary> summary) {
        try {
            long lostAtEnd = ring.lostTotal() - lostSeen;
            if (lostAtEnd > 0) {
                view.gap(lostAtEnd);
            }
            sayGuide();
            sayNotice();
            String broken = end.fault();
            if (broken != null) {
                view.notice("this run broke off: " + broken);
            }
            view.parts(View.Moment.END, source.parts());
            view.latency(latency, jitter.histogram());
            view.summary(summary.get());
        } catch (IOException e) {
            readerGone(e);
        }
    }

    private void sayGuide() throws IOException {
        if (guide != null) {
            for (Map<String, Object> line : guide.takeLines()) {
                view.guide(line);
            }
        }
    }

    private void sayChanges() throws IOException {
        List<PartStatus> changed = health.changed();
        if (!changed.isEmpty()) {
            view.parts(View.Moment.CHANGE, changed);
        }
    }

    private void sayNotice() throws IOException {
        String text = end.takeNotice();
        if (text != null) {
            view.notice(text);
        }
    }

    private void readerGone(IOException e) {
        gone = true;
        end.readerGone(e);
    }
}
