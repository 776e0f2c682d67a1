package org.holdline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdline.posture.Metric;
import org.holdline.road.Event;
import org.holdline.sample.Phase;
import org.holdline.sample.Sample;
import org.jspecify.annotations.Nullable;

/** A run as one row a step, with what was judged of it and whether a cue followed; and what each column means. */
public final class StepTable {
    /** Changes whenever a column changes its meaning or goes. */
    public static final String SCHEMA = "holdline-steps/1";

    /** In the order of the file; the first ones are those of {@link EventCsv#ALL_STEPS}. */
    public static final List<Column> COLUMNS = List.of(
            new Column("t_us", "integer", "us", "Foot contact, on the clock of the stream."),
            new Column("side", "string", "", "L, R, or ? before the vote over several steps has a majority."),
            new Column("toe_off_us", "integer", "us", "End of the contact; empty for a walking step."),
            new Column("contact_ms", "integer", "ms", "Ground contact; empty for a walking step."),
            new Column("cadence_spm", "number", "steps/min", "Cadence at this step."),
            new Column("contact_error_ms", "integer", "ms", "The contact time is this close to the truth in 19 of 20."),
            new Column("stance_g", "number", "g", "Mean vertical force over the contact."),
            new Column("peak_g", "number", "g", "Active peak of the vertical force."),
            new Column(
                    "tilt_range_deg",
                    "number",
                    "deg",
                    "Highest minus lowest tilt in the stride this step ends, under the lower or only IMU."),
            new Column("obliquity_range_deg", "number", "deg", "The same of the drop to either side."),
            new Column("rotation_range_deg", "number", "deg", "The same of the turn about the vertical."),
            new Column("trunk_tilt_range_deg", "number", "deg", "The same of the lower trunk's tilt; two IMUs."),
            new Column("trunk_obliquity_range_deg", "number", "deg", "The same of its drop; two IMUs."),
            new Column("trunk_rotation_range_deg", "number", "deg", "The same of its turn; two IMUs."),
            new Column(
                    "rotation_phase_deg",
                    "number",
                    "deg",
                    "Pelvis ahead of the trunk in turning, -180 to 180 of a stride; two IMUs."),
            new Column("vertical_oscillation_mm", "integer", "mm", "Highest minus lowest point in the stride."),
            new Column("gait", "string", "", "run or walk."),
            new Column(
                    "phase",
                    "string",
                    "",
                    "Part of the session: stand, bend, drill, walk, baseline, neutral, run, ..."),
            new Column("speed_kmh", "number", "km/h", "Belt speed in force; empty where nobody knows it."),
            new Column("metric", "string", "", "What the deviation is of: lumbar_arch, trunk_upright or pelvic_tilt."),
            new Column(
                    "deviation_deg",
                    "number",
                    "deg",
                    "Against the running neutral of this run, positive toward a hollow back; empty where not judged."),
            new Column("threshold_deg", "number", "deg", "The band in force: beyond it counts as over."),
            new Column("over", "integer", "", "1 beyond the band, 0 within; empty where not judged."),
            new Column("confidence", "integer", "", "How much speaks for the verdict, 0 to 100."),
            new Column("reason", "string", "", "Why the verdict says what it says, or why there is none."),
            new Column("trunk_deg", "number", "deg", "Trunk against its neutral, forward positive; two IMUs."),
            new Column("neutral", "string", "", "Where the neutral is from: drill, standing or automatic."),
            new Column("probe", "integer", "", "1 in a block without cues, else 0; empty where not judged."),
            new Column(
                    "pulse_ms", "integer", "ms", "Pulse of the cue that this step brought about; empty without one."),
            new Column(
                    "held_back", "string", "", "Why a cue that was due at this step was not given; empty otherwise."),
            new Column("simulated", "integer", "", "1 when no body was measured."));

    private static final byte[] NEW_LINE = {'\n'};

    private final OutputStream out;
    private final boolean simulated;
    private Phase phase = Phase.STAND;
    private @Nullable String step;
    private String tail = "";
    private long stepUs;
    private String verdict = "";
    private String pulse = "";
    private String held = "";

    /**
     * A column.
     *
     * @param type of a table schema: integer, number or string
     * @param unit empty without one
     */
    public record Column(String name, String type, String unit, String meaning) {}

    /** Writes the header. */
    public StepTable(OutputStream out, boolean simulated) throws IOException {
        this.out = out;
        this.simulated = simulated;
        line(String.join(",", COLUMNS.stream().map(Column::name).toList()));
    }

    /** Writes a whole run. */
    public static void write(List<Event> events, boolean simulated, OutputStream out) throws IOException {
        StepTable table = new StepTable(out, simulated);
        for (Event event : events) {
            table.add(event);
        }
        table.end();
    }

    /** Carries one event; a step's row is written when the next step comes. */
    public void add(Event e) throws IOException {
        switch (e.kind) {
            case STATE -> phase = e.phase;
            case STEP -> {
                end();
                step = EventCsv.ALL_STEPS.row(e);
                stepUs = e.timeUs;
                tail = (e.running ? "run" : "walk") + "," + phase.word() + ","
                        + (e.speedMPerH == Sample.UNKNOWN ? "" : Decimals.milli(e.speedMPerH));
            }
            case VERDICT -> verdict = e.timeUs == stepUs ? verdict(e) : verdict;
            case CUE -> pulse = String.valueOf(e.pulseMs);
            case SUPPRESSED -> held = e.cause.word();
            case LINK, ACT, REFERENCE, BAND, NEUTRAL, MOUNTING, BELT -> {}
        }
    }

    /** Writes the last row. */
    public void end() throws IOException {
        if (step != null) {
            line(step + "," + tail + "," + (verdict.isEmpty() ? ",,,,,,,," : verdict) + "," + pulse + "," + held + ","
                    + (simulated ? 1 : 0));
        }
        step = null;
        verdict = "";
        pulse = "";
        held = "";
    }

    private static String verdict(Event e) {
        boolean judged = e.reason.isJudged();
        return e.metric.word() + ","
                + (judged ? Decimals.milli(e.deviationMdeg) : "") + ","
                + (judged ? Decimals.milli(e.thresholdMdeg) : "") + ","
                + (judged ? e.over ? "1" : "0" : "") + ","
                + e.confidence + ","
                + e.reason.word() + ","
                + (judged && e.metric == Metric.LUMBAR_ARCH ? Decimals.milli(e.trunkMdeg) : "") + ","
                + e.neutral.word() + ","
                + (judged ? e.probe ? "1" : "0" : "");
    }

    private void line(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.write(NEW_LINE);
    }

    /** The columns as a table schema (Frictionless Data), one JSON object. */
    public static void dictionary(OutputStream out) throws IOException {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (Column column : COLUMNS) {
            Map<String, Object> field = new LinkedHashMap<>();
            field.put("name", column.name());
            field.put("type", column.type());
            if (!column.unit().isEmpty()) {
                field.put("unit", column.unit());
            }
            field.put("description", column.meaning());
            fields.add(field);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("schema", SCHEMA);
        schema.put("fields", fields);
        schema.put("missingValues", List.of(""));
        JsonObject.write(out, schema);
    }
}
