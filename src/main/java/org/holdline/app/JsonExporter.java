package org.holdline.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.holdline.report.JsonLines;
import org.holdline.report.JsonObject;
import org.holdline.road.Event;
import org.holdline.sample.Sample;
import org.holdline.session.BeltSpan;
import org.holdline.session.KeptRun;
import org.holdline.session.store.Answers;
import org.jspecify.annotations.Nullable;

/** The run as JSON lines: its facts, its belt, its events and its summary, the last two as {@code run --json} printed them. */
final class JsonExporter implements RunExporter {
    @Override
    public String form() {
        return "json";
    }

    @Override
    public void write(KeptRun run, @Nullable Answers said, OutputStream out) throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("type", "session");
        facts.put("schema", SessionWork.SCHEMA);
        facts.putAll(SessionWork.object(run.facts()));
        facts.put("simulated", run.facts().info().simulated());
        facts.put("rate_hz", run.facts().info().rateHz());
        facts.put("planned_s", run.facts().info().plannedS());
        facts.put("planned_m", run.facts().info().plannedM());
        facts.put("ending", run.ending().word());
        if (said != null && !said.equals(Answers.NONE)) {
            facts.put("notes", object(said));
        }
        JsonObject.write(buffered, facts);
        for (BeltSpan span : run.belt()) {
            JsonObject.write(buffered, object(span, run.facts().info().simulated()));
        }
        JsonLines lines = new JsonLines(buffered, run.facts().info().simulated());
        for (Event event : run.events()) {
            lines.event(event);
        }
        lines.summary(run.summary());
        lines.flush();
        buffered.flush();
    }

    private static Map<String, Object> object(BeltSpan span, boolean simulated) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "belt_span");
        object.put("simulated", simulated);
        object.put("from_us", span.fromUs());
        if (span.speedMPerH() != Sample.UNKNOWN) {
            object.put("speed_kmh", span.speedMPerH() / 1e3);
        }
        if (span.inclineMilliPct() != Sample.UNKNOWN) {
            object.put("incline_pct", span.inclineMilliPct() / 1e3);
        }
        object.put("known", span.known().word());
        return object;
    }

    /** Answers for a script; what was not said is left out. */
    static Map<String, Object> object(Answers said) {
        Map<String, Object> object = new LinkedHashMap<>();
        put(object, "discomfort_before", said.before());
        put(object, "discomfort_after", said.after());
        put(object, "discomfort_next_morning", said.nextMorning());
        put(object, "began_min", said.beganMin());
        put(object, "effort", said.effort());
        return object;
    }

    private static void put(Map<String, Object> object, String name, @Nullable Integer value) {
        if (value != null) {
            object.put(name, value);
        }
    }
}
