package org.holdline.evaluate.score;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import org.holdline.evaluate.runner.Scenario;

/** The result as one JSON object. */
public final class EvaluationJson {
    /** Changes whenever a key changes its meaning or goes. */
    public static final String SCHEMA = "holdline-evaluation/1";

    private final JsonGenerator json;

    public EvaluationJson(OutputStream out) throws IOException {
        json = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(out);
    }

    /** Writes everything and a line feed. */
    public void write(Evaluation evaluation, long firstSeed, long lastSeed) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", SCHEMA);
        json.writeBooleanField("simulated", true);
        json.writeNumberField("first_seed", firstSeed);
        json.writeNumberField("last_seed", lastSeed);
        json.writeBooleanField("targets_met", evaluation.meetsTargets());
        json.writeArrayFieldStart("placements");
        for (Board board : evaluation.boards()) {
            board(board);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
    }

    private void board(Board board) throws IOException {
        json.writeStartObject();
        json.writeStringField("placement", board.placement().word());
        json.writeNumberField("sessions", board.sessions());
        json.writeNumberField("steps", board.steps());
        json.writeNumberField("arched_deg", Scorer.archedDeg(board.placement()));
        json.writeNumberField("clean_deg", Scorer.CLEAN_DEG);
        json.writeObjectFieldStart("figures");
        for (Figure figure : board.figures()) {
            figure(figure);
        }
        json.writeEndObject();
        json.writeObjectFieldStart("patterns");
        for (Scenario scenario : Scenario.values()) {
            patterns(scenario, board.named(scenario));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void figure(Figure figure) throws IOException {
        json.writeObjectFieldStart(figure.measure().name().toLowerCase(Locale.ROOT));
        number("value", figure.value());
        number("low", figure.bounds().low());
        number("high", figure.bounds().high());
        number("hits", figure.hits());
        number("total", figure.total());
        Measure.Target target = figure.target();
        if (target != null) {
            number(target.atLeast() ? "at_least" : "at_most", target.limit());
        }
        Boolean met = figure.isMet();
        if (met != null) {
            json.writeBooleanField("met", met);
        }
        Figure.Worst worst = figure.worst();
        if (worst != null) {
            json.writeNumberField("worst_seed", worst.seed());
            number("worst", worst.value());
        }
        json.writeEndObject();
    }

    /** JSON knows no NaN: such a number is left out. */
    private void number(String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        }
    }

    private void patterns(Scenario scenario, Map<String, Integer> named) throws IOException {
        if (named.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(EvaluationText.word(scenario));
        for (Map.Entry<String, Integer> entry : named.entrySet()) {
            json.writeNumberField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }
}
