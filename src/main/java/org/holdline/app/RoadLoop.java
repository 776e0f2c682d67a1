package org.holdline.app;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.holdline.clip.Clip;
import org.holdline.clock.Clock;
import org.holdline.cue.CueOutput;
import org.holdline.road.Inbox;
import org.holdline.road.Road;
import org.holdline.sample.Act;
import org.holdline.sample.Sample;

/** The road's thread of one run: read a sample, wait until it is due, decide; in the end the motor off. */
final class RoadLoop implements Runnable {
    private static final long NOTHING_NS = 1_000_000;

    private final LiveRun.Parts parts;
    private final Clock clock;
    private final Clip clip;
    private final CueOutput output;
    private final Inbox inbox;
    private final RunReaders readers;
    private final RunEnd end;
    private final Road road;
    private final Latency latency;
    // Made once: a method reference made for every sample would be garbage on the road.
    private final BooleanSupplier isStopped;

    private boolean lost;
    private boolean hard;
    private long startedNs;
    private long firstUs;
    private long lastUs;

    /** @param inbox what people ask of the run, and planned intervals with it */
    RoadLoop(LiveRun.Parts parts, Inbox inbox, RunReaders readers, RunEnd end) {
        this.parts = parts;
        this.inbox = inbox;
        this.readers = readers;
        this.end = end;
        clock = parts.clock();
        clip = parts.source().clip();
        output = parts.source().output();
        road = new Road(parts.params(), clip.info(), output, inbox, readers.eventRings(), readers.sampleRings());
        latency = new Latency(clip);
        isStopped = end::isStopped;
    }

    /** How long each sample took; read when this has ended. */
    Latency latency() {
        return latency;
    }

    @Override
    public void run() {
        startedNs = clock.nanoTime();
        try {
            carry();
        } catch (IOException e) {
            end.sourceBroke(e);
        } catch (Throwable e) {
            end.broke("road", e);
        } finally {
            try {
                output.off();
            } catch (Throwable e) {
                end.broke("motor", e);
            } finally {
                endRoad();
                end.roadDone();
                stopOutputs();
            }
        }
    }

    private void carry() throws IOException {
        Sample sample = new Sample();
        boolean first = true;
        while (!end.isStopped()) {
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
            if (end.isStopped()) {
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
    }

    private void endRoad() {
        try {
            road.end();
        } catch (Throwable e) {
            end.broke("road", e);
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
            end.broke("motor", e);
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

    /** A source that only plays a stream waits for slow readers instead of losing rows to them; the road never does. */
    private void waitForReaders() {
        while (!end.isStopped() && readers.areBehind()) {
            clock.park(NOTHING_NS);
        }
    }
}
