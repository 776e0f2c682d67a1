package org.holdline.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.holdline.gait.Figures;
import org.holdline.posture.Metric;
import org.holdline.road.Calibration;
import org.holdline.road.Event;
import org.holdline.sample.Act;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.jspecify.annotations.Nullable;

/**
 * A run as JSON lines: one object a line, each with {@code type}, every key with its unit. Lines written while {@code
 * simulated} say so.
 */
public final class JsonLines implements Flushable {
    /** Changes whenever a key changes its meaning or goes. */
    public static final String SCHEMA = "holdline-run/1";

    private final JsonGenerator json;
    private final boolean simulated;

    public JsonLines(OutputStream out, boolean simulated) throws IOException {
        this.simulated = simulated;
        json = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(out);
        json.setRootValueSeparator(null);
    }

    /** First line. */
    public void start(StreamInfo info, String version, @Nullable Long seed, String speed) throws IOException {
        begin("start");
        json.writeStringField("schema", SCHEMA);
        json.writeStringField("version", version);
        json.writeStringField("source", info.source());
        json.writeStringField("placement", info.placement().word());
        json.writeNumberField("rate_hz", info.rateHz());
        json.writeNumberField("planned_s", info.plannedS());
        json.writeNumberField("planned_m", info.plannedM());
        json.writeStringField("speed", speed);
        if (seed != null) {
            json.writeNumberField("seed", seed);
        }
        end();
    }

    /** One event as its line; acts and cues that were not given are lines of their own. */
    public void event(Event e) throws IOException {
        switch (e.kind) {
            case STATE -> {
                begin("state", e.timeUs);
                json.writeStringField("state", e.watch.state());
                json.writeStringField("why", e.watch.why());
                json.writeStringField("phase", e.phase.word());
                json.writeBooleanField("muted", e.muted);
            }
            case STEP -> {
                begin("step", e.timeUs);
                json.writeStringField("side", e.side.letter());
                json.writeStringField("gait", e.running ? "run" : "walk");
                if (e.running) {
                    running(e);
                }
                decimal("cadence_spm", Decimals.tenths(e.cadenceDspm));
            }
            case VERDICT -> {
                begin("verdict", e.timeUs);
                json.writeStringField("metric", e.metric.word());
                deviation(e);
                if (e.metric == Metric.LUMBAR_ARCH) {
                    decimal("trunk_deg", Decimals.milli(e.trunkMdeg));
                }
                json.writeNumberField("over", e.over ? 1 : 0);
                json.writeNumberField("confidence", e.confidence);
                json.writeStringField("reason", e.reason.word());
            }
            case CUE -> {
                begin("cue", e.timeUs);
                json.writeStringField("reason", e.cause.word());
                deviation(e);
                json.writeNumberField("pulse_ms", e.pulseMs);
            }
            case SUPPRESSED -> {
                begin("suppressed", e.timeUs);
                json.writeStringField("cause", e.cause.word());
                deviation(e);
            }
            case LINK -> {
                begin("link", e.timeUs);
                json.writeNumberField("samples", e.samples);
                json.writeNumberField("gaps", e.gaps);
                json.writeNumberField("missing_samples", e.missing);
                json.writeNumberField("stuck_samples", e.stuck);
                json.writeNumberField("saturated_samples", e.saturated);
                if (e.withoutTemperature > 0) {
                    json.writeNumberField("samples_without_temperature", e.withoutTemperature);
                }
            }
            case ACT -> {
                begin("act", e.timeUs);
                json.writeArrayFieldStart("acts");
                for (Act act : Act.values()) {
                    if (act.isIn(e.acts)) {
                        json.writeString(act.word());
                    }
                }
                json.writeEndArray();
            }
            case REFERENCE -> {
                begin("reference", e.timeUs);
                json.writeStringField("clip", e.clipState.word());
                json.writeStringField("by", e.byStand ? "stand" : "steps");
                if (e.byStand) {
                    decimal("stand_shift_deg", Decimals.milli(e.standMdeg));
                    json.writeBooleanField("moved", e.standMoved);
                    json.writeBooleanField("leaning", e.standLeans);
                }
                reference(e);
            }
            case BAND -> {
                begin("band", e.timeUs);
                decimal("threshold_deg", Decimals.milli(e.thresholdMdeg));
                json.writeStringField("offer", "neutral");
            }
            case NEUTRAL -> neutral(e);
            case MOUNTING -> mounting(e);
            case BELT -> {
                begin("belt", e.timeUs);
                belt(e);
            }
        }
        end();
    }

    private void neutral(Event e) throws IOException {
        begin("neutral", e.timeUs);
        json.writeStringField("kind", e.neutral.word());
        json.writeNumberField("steps", e.neutralSteps);
        decimal("center_deg", Decimals.milli(e.centreMdeg));
        decimal("threshold_deg", Decimals.milli(e.thresholdMdeg));
        decimal("baseline_offset_deg", Decimals.milli(e.offsetMdeg));
        decimal("baseline_offset_noise_deg", Decimals.milli(e.offsetNoiseMdeg));
        json.writeStringField("check", e.check.word());
        belt(e);
        json.writeStringField("drill", e.drill.word());
        json.writeNumberField("drill_movements", e.drillMovements);
        decimal("drill_range_deg", Decimals.milli(e.drillRangeMdeg));
    }

    private void mounting(Event e) throws IOException {
        begin("mounting", e.timeUs);
        json.writeBooleanField("as_asked", e.asAsked);
        json.writeBooleanField("stand", e.stood);
        json.writeBooleanField("bends", e.fromBends);
        json.writeStringField("lower", e.lowerWay.word());
        if (e.metric == Metric.LUMBAR_ARCH) {
            json.writeStringField("upper", e.upperWay.word());
            json.writeBooleanField("swapped", e.swapped);
        }
        if (e.metric == Metric.PELVIC_TILT) {
            json.writeNumberField("accuracy_pct", e.accuracyPct);
            json.writeNumberField("lower_pct", e.lowerPct);
            json.writeBooleanField("enough", e.enough);
        }
        if (e.calibration != Calibration.NOMINAL) {
            json.writeStringField("calibration", e.calibration.word());
        }
    }

    private void belt(Event e) throws IOException {
        thousandths("speed_kmh", e.speedMPerH);
        thousandths("incline_pct", e.inclineMilliPct);
    }

    private void thousandths(String name, int value) throws IOException {
        if (value == Sample.UNKNOWN) {
            json.writeNullField(name);
        } else {
            decimal(name, Decimals.milli(value));
        }
    }

    private void reference(Event e) throws IOException {
        json.writeStringField("neutral", e.neutral.word());
        decimal("reference_shift_deg", Decimals.milli(e.referenceMdeg));
    }

    private void running(Event e) throws IOException {
        json.writeNumberField("toe_off_us", e.toeOffUs);
        json.writeNumberField("contact_ms", e.contactMs);
        if (e.contactErrorMs >= 0) {
            json.writeNumberField("contact_error_ms", e.contactErrorMs);
        }
        if (e.stanceMg >= 0) {
            decimal("stance_g", Decimals.milli(e.stanceMg));
        }
        if (e.peakMg >= 0) {
            decimal("peak_g", Decimals.milli(e.peakMg));
        }
        angle("tilt_range_deg", e.tiltMdeg);
        angle("obliquity_range_deg", e.obliquityMdeg);
        angle("rotation_range_deg", e.rotationMdeg);
        angle("trunk_tilt_range_deg", e.trunkTiltMdeg);
        angle("trunk_obliquity_range_deg", e.trunkObliquityMdeg);
        angle("trunk_rotation_range_deg", e.trunkRotationMdeg);
        angle("rotation_phase_deg", e.phaseMdeg);
        if (e.riseMm != Figures.NONE) {
            json.writeNumberField("vertical_oscillation_mm", e.riseMm);
        }
    }

    private void angle(String name, int mdeg) throws IOException {
        if (mdeg != Figures.NONE) {
            decimal(name, Decimals.milli(mdeg));
        }
    }

    private void deviation(Event e) throws IOException {
        decimal("deviation_deg", Decimals.milli(e.deviationMdeg));
        decimal("threshold_deg", Decimals.milli(e.thresholdMdeg));
        reference(e);
    }

    /** One part of a live source. */
    public void part(String moment, PartStatus part) throws IOException {
        begin("clip");
        json.writeStringField("event", moment);
        json.writeStringField("part", part.part());
        json.writeStringField("device", part.device());
        json.writeStringField("state", part.state());
        json.writeBooleanField("delivers", part.delivers());
        json.writeStringField("text", part.text());
        for (Map.Entry<String, Long> figure : part.figures().entrySet()) {
            json.writeNumberField(figure.getKey(), figure.getValue());
        }
        end();
    }

    /**
     * The live page is being served.
     *
     * @param links that open it, the likeliest first; those for phones hold the token
     */
    public void page(List<String> links, boolean phone) throws IOException {
        begin("page");
        json.writeBooleanField("phone", phone);
        json.writeArrayFieldStart("links");
        for (String link : links) {
            json.writeString(link);
        }
        json.writeEndArray();
        end();
    }

    /** A line of the guided start: its type, and what it says. */
    public void guide(Map<String, ?> line) throws IOException {
        begin(String.valueOf(line.get("type")));
        for (Map.Entry<String, ?> entry : line.entrySet()) {
            if (!entry.getKey().equals("type")) {
                json.writeFieldName(entry.getKey());
                JsonObject.write(json, entry.getValue());
            }
        }
        end();
    }

    /** Says that this reader was too slow for some events. */
    public void gap(long lost) throws IOException {
        begin("gap");
        json.writeNumberField("lost_events", lost);
        end();
    }

    /**
     * How old samples were when they were read.
     *
     * @param ageNs from measurement to read, ns
     * @param clockErrorNs how far off that may be by the mapping of the clip's clock
     */
    public record Age(Map<String, Long> ageNs, long clockErrorNs) {}

    /**
     * Time from the return of a read to its decision, over every sample, beside the machine's own timer jitter.
     *
     * @param age null for a source that is read when a sample is wanted
     */
    public void latency(Map<String, Long> decisionNs, Map<String, Long> timerJitterNs, @Nullable Age age)
            throws IOException {
        begin("latency");
        percentiles("decision_ns", decisionNs);
        if (age != null) {
            percentiles("sample_to_read_ns", age.ageNs());
            json.writeNumberField("clock_error_ns", age.clockErrorNs());
        }
        percentiles("timer_jitter_ns", timerJitterNs);
        end();
    }

    private void percentiles(String name, Map<String, Long> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> entry : values.entrySet()) {
            json.writeNumberField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    /** Last line. */
    public void summary(Summary s) throws IOException {
        begin("summary");
        json.writeStringField("schema", Summary.SCHEMA);
        json.writeStringField("source", s.source());
        json.writeStringField("placement", s.placement().word());
        json.writeStringField("metric", s.metric());
        decimal("duration_s", Decimals.micro(Math.round(s.durationS() * 1e6)));
        json.writeNumberField("samples", s.samples());
        json.writeNumberField("steps", s.steps());
        json.writeNumberField("running_steps", s.runningSteps());
        json.writeNumberField("judged_steps", s.judgedSteps());
        json.writeNumberField("over_steps", s.overSteps());
        rounded("cadence_spm", s.cadenceSpm());
        rounded("contact_ms", s.contactMs());
        gait(s.gait());
        json.writeNumberField("confidence", s.medianConfidence());
        json.writeObjectFieldStart("neutral");
        json.writeStringField("kind", s.neutral().kind().word());
        json.writeNumberField("steps", s.neutral().steps());
        rounded("center_deg", s.neutral().centreDeg());
        rounded("threshold_deg", s.neutral().thresholdDeg());
        rounded("baseline_offset_deg", s.neutral().baselineOffsetDeg());
        basis(s);
        json.writeEndObject();
        json.writeObjectFieldStart("mounting");
        json.writeBooleanField("as_asked", s.mounting().asAsked());
        json.writeBooleanField("stand", s.mounting().stand());
        json.writeBooleanField("bends", s.mounting().bends());
        json.writeStringField("lower", s.mounting().lower().word());
        if (s.placement().isDual()) {
            json.writeStringField("upper", s.mounting().upper().word());
            json.writeBooleanField("swapped", s.mounting().swapped());
        }
        Summary.Separation separation = s.mounting().separation();
        if (separation != null) {
            json.writeObjectFieldStart("separation");
            json.writeNumberField("accuracy_pct", separation.accuracyPct());
            json.writeNumberField("lower_pct", separation.lowerPct());
            json.writeBooleanField("enough", separation.enough());
            json.writeEndObject();
        }
        json.writeEndObject();
        clip(s.clip());
        sensors(s.sensors());
        json.writeNumberField("cues", s.cues());
        json.writeNumberField("suppressed", s.suppressedCount());
        json.writeObjectFieldStart("suppressed_by_cause");
        for (Map.Entry<String, Long> cause : new TreeMap<>(s.suppressed()).entrySet()) {
            json.writeNumberField(cause.getKey(), cause.getValue());
        }
        json.writeEndObject();
        rounded("cue_response_deg", s.responseDeg());
        json.writeNumberField("gaps", s.gaps());
        json.writeNumberField("missing_samples", s.missingSamples());
        json.writeNumberField("stuck_samples", s.stuckSamples());
        json.writeNumberField("saturated_samples", s.saturatedSamples());
        json.writeNumberField("dropped_partial_lines", s.droppedPartialLines());
        json.writeNumberField("lost_events", s.lostEvents());
        if (s.fault() == null) {
            json.writeNullField("fault");
        } else {
            json.writeStringField("fault", s.fault());
        }
        dose(s.dose());
        json.writeStringField("pattern", s.pattern());
        json.writeArrayFieldStart("patterns");
        for (Pattern pattern : s.patterns()) {
            json.writeStartObject();
            json.writeStringField("pattern", pattern.name());
            if (pattern.name().equals(Pattern.LATE)) {
                json.writeBooleanField("possible", pattern.possible());
            }
            json.writeObjectFieldStart("evidence");
            for (Map.Entry<String, Double> item : new TreeMap<>(pattern.evidence()).entrySet()) {
                rounded(item.getKey(), item.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("probe_blocks");
        for (Summary.Probe probe : s.probes()) {
            json.writeStartObject();
            rounded("start_s", probe.startS());
            json.writeNumberField("steps", probe.steps());
            rounded("over_share", probe.overShare());
            json.writeEndObject();
        }
        json.writeEndArray();
        checkIns(s.checkIns());
        Retention.Decision retention = s.retention();
        if (retention != null) {
            json.writeObjectFieldStart("retention");
            json.writeStringField("change", retention.change().word());
            json.writeNumberField("next_stage", retention.stage());
            json.writeNumberField("next_given_pct", retention.givenPct());
            json.writeEndObject();
        }
        json.writeStringField("words", SummaryText.sentence(s));
        end();
    }

    private void basis(Summary s) throws IOException {
        Summary.Basis basis = s.neutral().basis();
        json.writeStringField("check", basis.check().word());
        rounded("baseline_offset_noise_deg", basis.offsetNoiseDeg());
        json.writeObjectFieldStart("drill");
        json.writeStringField("outcome", basis.drill().outcome().word());
        json.writeNumberField("movements", basis.drill().movements());
        rounded("range_deg", basis.drill().rangeDeg());
        rounded("middle_deg", basis.drill().middleDeg());
        rounded("neutral_position", basis.drill().neutralPosition());
        json.writeEndObject();
        if (s.mayStoreOffset()) {
            json.writeObjectFieldStart("to_store");
            rounded("offset_from_stand_deg", s.neutral().centreDeg());
            rounded("speed_kmh", basis.speedKmh());
            rounded("incline_pct", basis.inclinePct());
            json.writeEndObject();
        }
    }

    private void clip(Summary.Clip clip) throws IOException {
        json.writeObjectFieldStart("clip");
        json.writeStringField("state", clip.state().word());
        json.writeBooleanField("moved", clip.moved());
        json.writeNumberField("stands", clip.stands());
        json.writeBooleanField("closing_stand", clip.closingStand());
        rounded("closing_shift_deg", clip.closingShiftDeg());
        rounded("largest_shift_deg", clip.largestShiftDeg());
        json.writeNumberField("jumps", clip.jumps());
        rounded("reference_shift_deg", clip.referenceShiftDeg());
        json.writeEndObject();
    }

    /** Left out where they are taken as they come. */
    private void sensors(Summary.Sensors sensors) throws IOException {
        if (sensors.calibration() != Calibration.NOMINAL) {
            json.writeObjectFieldStart("calibration");
            json.writeStringField("state", sensors.calibration().word());
            json.writeBooleanField("cueing", sensors.calibration().mayCue());
            json.writeNumberField("samples_without_temperature", sensors.withoutTemperature());
            json.writeEndObject();
        }
    }

    /** Left out where nobody was asked. */
    private void checkIns(Summary.@Nullable CheckIns checkIns) throws IOException {
        if (checkIns == null) {
            return;
        }
        Awareness awareness = checkIns.awareness();
        json.writeObjectFieldStart("awareness");
        json.writeNumberField("asked", checkIns.asked());
        json.writeNumberField("answered", checkIns.answered());
        json.writeNumberField("answered_first", awareness.answers());
        json.writeNumberField("agreed", awareness.agreed());
        rounded("kappa", awareness.isKnown() ? awareness.kappa() : null);
        rounded("kappa_half_width", awareness.isKnown() ? awareness.halfWidth() : null);
        json.writeEndObject();
    }

    private void gait(Summary.Gait gait) throws IOException {
        json.writeObjectFieldStart("gait");
        rounded("contact_error_ms", gait.contactErrorMs());
        rounded("stance_g", gait.stanceG());
        rounded("peak_g", gait.peakG());
        sway("", gait.lower());
        sway("trunk_", gait.trunk());
        rounded("rotation_phase_deg", gait.phaseDeg());
        rounded("vertical_oscillation_mm", gait.riseMm());
        json.writeEndObject();
    }

    private void sway(String part, Summary.Sway sway) throws IOException {
        rounded(part + "tilt_range_deg", sway.tiltDeg());
        rounded(part + "obliquity_range_deg", sway.obliquityDeg());
        rounded(part + "rotation_range_deg", sway.rotationDeg());
    }

    private void dose(Summary.Dose dose) throws IOException {
        json.writeObjectFieldStart("dose");
        rounded("over_per_1000_steps", dose.overPer1000Steps());
        rounded("over_per_km", dose.overPerKm());
        rounded("over_deg_s", dose.overDegS());
        json.writeNumberField("longest_streak_steps", dose.longestStreakSteps());
        json.writeNumberField("streaks", dose.streaks());
        rounded("first_drift_s", dose.firstDriftS());
        rounded("over_share_after_half", dose.overShareAfterHalf());
        rounded("late_drift_deg", dose.lateDriftDeg());
        json.writeEndObject();
    }

    private void begin(String type, long timeUs) throws IOException {
        begin(type);
        json.writeNumberField("t_us", timeUs);
    }

    private void begin(String type) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type);
        json.writeBooleanField("simulated", simulated);
    }

    private void end() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void decimal(String name, String text) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(text);
    }

    /** A figure to 1/1000, or null where there was none to be had. */
    private void rounded(String name, @Nullable Double value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            decimal(name, Decimals.milli(Math.round(value * 1000)));
        }
    }

    @Override
    public void flush() throws IOException {
        json.flush();
    }
}
