package org.holdline.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.holdline.link.LinkFigures;
import org.holdline.link.wire.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bench cue} found out, as a table or as JSON.
 *
 * @param source as it was named, null for the emulated clip
 */
record CueReport(@Nullable String source, CueBench.Plan plan, CueBench bench, LinkFigures figures, Histogram jitter) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%d cues to %s; %d..%d ms apart, seed %d",
                plan.count(),
                source == null ? "an emulated clip on a pseudo-terminal, no motor runs" : source,
                plan.leastMs(),
                plan.mostMs(),
                plan.seed()));
        lines.add("");
        lines.add(Percentiles.HEAD);
        if (source == null) {
            lines.add(Percentiles.row("decision to last byte read at the clip", bench.toClip()));
        }
        lines.add(Percentiles.row("decision to the clip's answer read", bench.toAnswer()));
        lines.add(Percentiles.row("sample to read, rest of its batch too", bench.age()));
        if (source == null) {
            lines.add(Percentiles.row("clip's clock, mapped against its own", bench.clockError()));
        }
        lines.add(Percentiles.row("timer of this machine, lateness", jitter));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "cues    %d delivered, %d lost; the clip played %d and refused %d%s",
                bench.delivered(),
                bench.lost(),
                bench.played(),
                bench.refused(),
                bench.refused() == 0 ? "" : ": " + reasons()));
        lines.add(String.format(
                Locale.ROOT,
                "stream  %d samples, %d missing in %d gaps; %d frames lost, %d dropped",
                figures.stream().samples(),
                figures.stream().samplesMissing(),
                figures.stream().gaps(),
                figures.line().lost(),
                figures.line().dropped()));
        return lines;
    }

    private String reasons() {
        List<String> reasons = new ArrayList<>();
        bench.refusedBy().forEach((reason, count) -> reasons.add(reason + " " + count));
        String limits = String.format(
                Locale.ROOT,
                " (a clip takes %d requests in %d s)",
                Protocol.TXN_STORE_SLOTS,
                Protocol.TXN_STORE_MS / 1000);
        return String.join(", ", reasons) + (bench.refusedBy().containsKey(CueBench.BUSY) ? limits : "");
    }

    Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "bench_cue");
        object.put("schema", BenchCommand.SCHEMA);
        object.put("source", source == null ? "emulated" : source);
        object.put("cues", plan.count());
        object.put("spacing_min_ms", plan.leastMs());
        object.put("spacing_max_ms", plan.mostMs());
        object.put("seed", plan.seed());
        object.put("delivered", bench.delivered());
        object.put("lost", bench.lost());
        object.put("played", bench.played());
        object.put("refused", bench.refused());
        object.put("refused_by", bench.refusedBy());
        object.put("samples", figures.stream().samples());
        object.put("missing_samples", figures.stream().samplesMissing());
        object.put("lost_frames", figures.line().lost());
        object.put("dropped_frames", figures.line().dropped());
        if (source == null) {
            object.put("decision_to_clip_ns", Percentiles.of(bench.toClip()));
            object.put("clock_error_ns", Percentiles.of(bench.clockError()));
        }
        object.put("decision_to_answer_ns", Percentiles.of(bench.toAnswer()));
        object.put("sample_to_read_ns", Percentiles.of(bench.age()));
        object.put("timer_jitter_ns", Percentiles.of(jitter));
        return object;
    }
}
