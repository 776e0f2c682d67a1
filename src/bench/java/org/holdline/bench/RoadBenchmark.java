package org.holdline.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.holdline.attitude.Inclination;
import org.holdline.attitude.InclinationParams;
import org.holdline.cue.CueOutput;
import org.holdline.ring.Ring;
import org.holdline.road.Event;
import org.holdline.road.Inbox;
import org.holdline.road.Road;
import org.holdline.road.RoadParams;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Cost of one sample, ns. {@code feed} is what the benchmark itself costs (copying the sample) and is part of every other
 * figure; {@code yardstick} is a plain double filter in the same run: compare ratios, not runs.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RoadBenchmark {
    private static final CueOutput NO_MOTOR = new CueOutput() {
        @Override
        public void pulse(long timeUs, int pulseMs) {}

        @Override
        public void off() {}
    };

    private final Recorded recorded = new Recorded(Placement.DUAL);
    private final PlainFilter plain = new PlainFilter(recorded.info.rateHz());
    private final Inclination inclination = new Inclination(InclinationParams.defaults(), recorded.info.rateHz());
    private final Ring<Event> events = new Ring<>(1024, Event::new);
    private final Ring<Sample> samples = new Ring<>(1024, Sample::new);
    private final Road road =
            new Road(RoadParams.defaults(), recorded.info, NO_MOTOR, new Inbox(), List.of(events), List.of(samples));

    @Benchmark
    public Sample feed() {
        return recorded.next();
    }

    @Benchmark
    public double yardstick() {
        return plain.update(recorded.next().lower);
    }

    @Benchmark
    public int attitude() {
        inclination.update(recorded.next().lower);
        return inclination.upX();
    }

    /** Two IMUs, all rooms, a copy of every sample and event into rings that are drained here. */
    @Benchmark
    public long wholeRoad() {
        road.accept(recorded.next());
        while (samples.peek() != null) {
            samples.release();
        }
        while (events.peek() != null) {
            events.release();
        }
        return road.samples();
    }
}
