package org.holdline.report.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import org.holdline.report.JsonLines;
import org.holdline.report.Summary;
import org.holdline.sample.Sample;
import org.holdline.session.BeltSpan;
import org.holdline.session.BeltSpan.Known;
import org.holdline.session.KeptRun;
import org.holdline.session.RunFacts;
import org.holdline.session.belt.Ground;
import org.holdline.session.belt.Ground.Bout;
import org.holdline.session.belt.Part;
import org.holdline.session.belt.Split;
import org.holdline.session.belt.Walk;
import org.jspecify.annotations.Nullable;

/** A run as one JSON object; {@code src/docs/exports.md} documents the keys. What is not known is null. */
final class RunJson implements RunExport {
    /** Changes whenever a key changes its meaning or goes. */
    static final String SCHEMA = "holdline-run-export/1";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

    @Override
    public void write(KeptRun run, OutputStream out) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            new Writing(json, run).object();
            json.writeRaw('\n');
        }
        out.flush();
    }

    /** One object in the making. */
    private static final class Writing {
        private final JsonGenerator json;
        private final KeptRun run;
        private final Ground ground;

        Writing(JsonGenerator json, KeptRun run) {
            this.json = json;
            this.run = run;
            ground = Ground.of(run);
        }

        void object() throws IOException {
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            facts();
            belt();
            moving();
            json.writeObjectFieldStart("totals");
            part(new Walk(run).until(Long.MAX_VALUE), ground.known());
            json.writeEndObject();
            splits();
            json.writeFieldName("summary");
            json.writeRawValue(summary(run.summary()));
            json.writeEndObject();
        }

        private void facts() throws IOException {
            RunFacts facts = run.facts();
            json.writeObjectFieldStart("run");
            json.writeStringField("id", facts.id());
            json.writeStringField("started_at", TIME.format(facts.startedAt().atZone(facts.zone())));
            json.writeStringField("version", facts.version());
            json.writeStringField("origin", facts.origin().word());
            json.writeBooleanField("simulated", facts.info().simulated());
            json.writeStringField("ending", run.ending().word());
            json.writeStringField("placement", facts.info().placement().word());
            json.writeStringField("metric", run.summary().metric());
            number("rate_hz", facts.info().rateHz());
            number(
                    "planned_s",
                    facts.info().plannedS() == 0 ? Double.NaN : facts.info().plannedS());
            number(
                    "planned_m",
                    facts.info().plannedM() == 0 ? Double.NaN : facts.info().plannedM());
            json.writeEndObject();
        }

        private void belt() throws IOException {
            json.writeArrayFieldStart("belt");
            for (BeltSpan span : run.belt()) {
                json.writeStartObject();
                number("from_s", span.fromUs() / 1e6);
                number("speed_kmh", span.speedMPerH() == Sample.UNKNOWN ? Double.NaN : span.speedMPerH() / 1e3);
                number(
                        "incline_pct",
                        span.inclineMilliPct() == Sample.UNKNOWN ? Double.NaN : span.inclineMilliPct() / 1e3);
                json.writeStringField("known", span.known().word());
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private void moving() throws IOException {
            json.writeObjectFieldStart("distance");
            number("m", ground.metres());
            known(ground.known());
            number("stepping_s", ground.steppingUs(0, Long.MAX_VALUE) / 1e6);
            json.writeEndObject();
            json.writeArrayFieldStart("bouts");
            for (Bout bout : ground.bouts()) {
                json.writeStartObject();
                json.writeNumberField("from_s", bout.fromS());
                json.writeNumberField("to_s", bout.toS());
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private void splits() throws IOException {
            json.writeArrayFieldStart("splits");
            for (Split split : Split.of(run, ground)) {
                json.writeStartObject();
                json.writeNumberField("number", split.number());
                number("from_s", split.fromUs() / 1e6);
                number("to_s", split.toUs() / 1e6);
                number("distance_m", split.metres());
                number("stepping_s", split.steppingUs() / 1e6);
                number("pace_s_per_km", split.paceSPerKm());
                number("speed_kmh", split.speedKmh());
                part(split.part(), split.known());
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private void part(Part part, @Nullable Known known) throws IOException {
            json.writeNumberField("steps", part.steps());
            json.writeNumberField("running_steps", part.gait().runningSteps());
            number("cadence_spm", scaled(part.gait().cadenceDspm(), 10));
            number("contact_ms", scaled(part.gait().contactMs(), 1));
            number("vertical_oscillation_mm", scaled(part.gait().riseMm(), 1));
            number("stance_g", scaled(part.gait().stanceMg(), 1000));
            number("peak_g", scaled(part.gait().peakMg(), 1000));
            json.writeNumberField("judged_steps", part.judgedSteps());
            json.writeNumberField("over_steps", part.overSteps());
            number("deviation_deg", scaled(part.posture().deviationMdeg(), 1000));
            number("threshold_deg", scaled(part.posture().thresholdMdeg(), 1000));
            number("confidence_pct", scaled(part.posture().confidencePct(), 1));
            number("over_per_1000_steps", orNan(part.overPer1000Steps()));
            number("over_per_km", orNan(part.overPerKm()));
            known(known);
            number("over_deg_s", part.overDegS());
            number("exposure_deg_g", part.exposureDegG());
            json.writeNumberField("cues", part.cues());
            json.writeNumberField("suppressed_cues", part.suppressed());
        }

        private void known(@Nullable Known known) throws IOException {
            if (known == null) {
                json.writeNullField("speed_known");
            } else {
                json.writeStringField("speed_known", known.word());
            }
        }

        /** To 1/1000; null for what is no number. */
        private void number(String name, double value) throws IOException {
            if (Double.isFinite(value)) {
                json.writeNumberField(name, new BigDecimal(value).setScale(3, RoundingMode.HALF_UP));
            } else {
                json.writeNullField(name);
            }
        }

        private static double scaled(@Nullable Integer value, int scale) {
            return value == null ? Double.NaN : (double) value / scale;
        }

        private static double orNan(@Nullable Double value) {
            return value == null ? Double.NaN : value;
        }

        /** The object that a run ends with, and {@code replay --emit summary} prints. */
        private static String summary(Summary summary) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            JsonLines lines = new JsonLines(bytes, summary.simulated());
            lines.summary(summary);
            lines.flush();
            return bytes.toString(StandardCharsets.UTF_8).strip();
        }
    }
}
