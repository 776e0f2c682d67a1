package org.holdline.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What {@code bench clips} found out, as a table or as JSON. */
final class ClipsReport {
    /** Sustained: no sample lost, and as many as the clips measure but for the edges of the time. */
    private static final double LEAST_SHARE = 0.995;

    /**
     * Counted over the measured time, all clips together.
     *
     * @param samples decided on
     * @param missing samples that did not come, or that the road was too slow for
     * @param framesLost by their numbers
     * @param framesDropped pieces of the stream that were no valid frame
     * @param stalls streams that stopped, or ports that were lost
     * @param eventsLost events of the roads that were not read in time
     * @param processors busy on average, of the measured process
     * @param clipsProcessors the same of the process that emulates the clips
     * @param mostMemoryKb the measured process ever held
     */
    record Figures(
            double elapsedS,
            long samples,
            long missing,
            long framesLost,
            long framesDropped,
            long stalls,
            long eventsLost,
            double processors,
            double clipsProcessors,
            long mostMemoryKb) {}

    /** Over every sample of every clip, ns. */
    static final class Times {
        private static final long MAX_NS = 10_000_000_000L;

        private final Histogram decision = new Histogram(1, MAX_NS, 3);
        private final Histogram age = new Histogram(1, MAX_NS, 3);
        private final Histogram clockError = new Histogram(1, MAX_NS, 3);
        private final Histogram jitter;

        Times(List<BenchSeat> seats, Histogram jitter) {
            this.jitter = jitter;
            for (BenchSeat seat : seats) {
                decision.add(seat.latency().decision());
                Histogram ageOfSeat = seat.latency().age();
                if (ageOfSeat != null) {
                    age.add(ageOfSeat);
                }
                clockError.add(seat.clockError());
            }
        }
    }

    private final BenchClipsCommand.Plan plan;
    private final Figures figures;
    private final Times times;

    ClipsReport(BenchClipsCommand.Plan plan, Figures figures, Times times) {
        this.plan = plan;
        this.figures = figures;
        this.times = times;
    }

    /** Whether every clip was served without a loss. */
    boolean isSustained() {
        return figures.missing() == 0
                && figures.framesLost() == 0
                && figures.framesDropped() == 0
                && figures.stalls() == 0
                && figures.eventsLost() == 0
                && samplesPerS() >= LEAST_SHARE * plan.count() * ManyClips.RATE_HZ;
    }

    private double samplesPerS() {
        return figures.samples() / figures.elapsedS();
    }

    List<String> lines() {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%d emulated clips, %d IMUs, %d Hz, into one process on %s; measured for %.1f s",
                        plan.count(),
                        plan.imus(),
                        ManyClips.RATE_HZ,
                        plan.core() == null ? "any processor" : "processor " + plan.core(),
                        figures.elapsedS()),
                "",
                Percentiles.HEAD,
                Percentiles.row("read to decision", times.decision),
                Percentiles.row("sample to read, rest of its batch too", times.age),
                Percentiles.row("clips' clocks, mapped against their own", times.clockError),
                Percentiles.row("timer of this process, lateness", times.jitter),
                "",
                String.format(
                        Locale.ROOT,
                        "samples    %.1f a second, %d missing; %d frames lost, %d dropped; %d stalls; %d events lost",
                        samplesPerS(),
                        figures.missing(),
                        figures.framesLost(),
                        figures.framesDropped(),
                        figures.stalls(),
                        figures.eventsLost()),
                String.format(
                        Locale.ROOT,
                        "processor  %.1f %% of one; the clips, in a process of their own, %.1f %%",
                        100 * figures.processors(),
                        100 * figures.clipsProcessors()),
                String.format(Locale.ROOT, "memory     %d MB at most", figures.mostMemoryKb() / 1024),
                "sustained  " + (isSustained() ? "yes" : "NO"));
    }

    Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "bench_clips");
        object.put("schema", BenchCommand.SCHEMA);
        object.put("clips", plan.count());
        object.put("imus", plan.imus());
        object.put("rate_hz", ManyClips.RATE_HZ);
        if (plan.core() != null) {
            object.put("core", plan.core());
        }
        object.put("elapsed_s", rounded(figures.elapsedS()));
        object.put("sustained", isSustained());
        object.put("samples_per_s", rounded(samplesPerS()));
        object.put("missing_samples", figures.missing());
        object.put("lost_frames", figures.framesLost());
        object.put("dropped_frames", figures.framesDropped());
        object.put("stalls", figures.stalls());
        object.put("lost_events", figures.eventsLost());
        object.put("processor_pct", rounded(100 * figures.processors()));
        object.put("clips_processor_pct", rounded(100 * figures.clipsProcessors()));
        object.put("most_memory_kb", figures.mostMemoryKb());
        object.put("decision_ns", Percentiles.of(times.decision));
        object.put("sample_to_read_ns", Percentiles.of(times.age));
        object.put("clock_error_ns", Percentiles.of(times.clockError));
        object.put("timer_jitter_ns", Percentiles.of(times.jitter));
        return object;
    }

    private static double rounded(double value) {
        return Math.rint(value * 10) / 10;
    }
}
