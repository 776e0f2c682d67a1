package org.holdline.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.holdline.cue.Cause;
import org.holdline.report.EventCsv;
import org.holdline.report.JsonLines;
import org.holdline.report.PartStatus;
import org.holdline.report.Summary;
import org.holdline.road.Event;
import org.holdline.sample.Phase;

/** Keeps what a run tells: the tables that a replay of it would write, its phases, and its summary as JSON. */
class TableView implements View {
    /** A phase and the instant at which it began. */
    record Part(long timeUs, Phase phase) {}

    /** A cue that was due and not given. */
    record Held(long timeUs, Cause cause) {}

    private final Map<EventCsv, StringBuilder> tables = new EnumMap<>(EventCsv.class);
    final List<Part> parts = new ArrayList<>();
    final List<Held> held = new ArrayList<>();
    final List<String> sources = new ArrayList<>();
    final List<String> notices = new ArrayList<>();
    final List<Map<String, Object>> guide = new ArrayList<>();
    private final ByteArrayOutputStream summary = new ByteArrayOutputStream();
    private final boolean simulated;
    long lost;
    long events;
    boolean started;

    TableView(boolean simulated) {
        this.simulated = simulated;
        for (EventCsv table : EventCsv.values()) {
            tables.put(table, new StringBuilder(table.header()).append('\n'));
        }
    }

    String table(EventCsv table) {
        return tables.get(table).toString();
    }

    /** Cues that were given. */
    long cueCount() {
        return tables.get(EventCsv.CUES).toString().lines().count() - 1;
    }

    /** The line that {@code replay --emit summary} would write, or nothing when there was no summary. */
    String summaryJson() {
        return summary.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void parts(Moment moment, List<PartStatus> now) {
        now.forEach(part -> sources.add(moment.word() + " " + part.part() + " " + part.state()));
    }

    @Override
    public void start() throws IOException {
        started = true;
    }

    @Override
    public void event(Event event) throws IOException {
        events++;
        for (EventCsv table : EventCsv.values()) {
            String row = table.row(event);
            if (row != null) {
                tables.get(table).append(row).append('\n');
            }
        }
        if (event.kind == Event.Kind.STATE
                && (parts.isEmpty() || parts.getLast().phase() != event.phase)) {
            parts.add(new Part(event.timeUs, event.phase));
        }
        if (event.kind == Event.Kind.SUPPRESSED) {
            held.add(new Held(event.timeUs, event.cause));
        }
    }

    @Override
    public void gap(long lostEvents) {
        lost += lostEvents;
    }

    @Override
    public void guide(Map<String, Object> line) {
        guide.add(line);
    }

    @Override
    public void notice(String text) {
        notices.add(text);
    }

    @Override
    public void refresh() throws IOException {}

    @Override
    public void latency(Latency latency, Histogram jitter) {}

    @Override
    public void summary(Summary closing) throws IOException {
        JsonLines json = new JsonLines(summary, simulated);
        json.summary(closing);
        json.flush();
    }
}
