package org.holdline.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.holdline.report.JsonLines;
import org.holdline.report.PartStatus;
import org.holdline.report.Summary;
import org.holdline.road.Event;
import org.holdline.sample.StreamInfo;
import org.jspecify.annotations.Nullable;

/** A run as JSON lines on standard output; notices go to standard error. */
final class JsonView implements View {
    private final JsonLines lines;
    private final StreamInfo info;
    private final @Nullable Long seed;
    private final String speed;
    private final PrintStream err;
    private boolean started;
    private boolean linksTold;

    JsonView(OutputStream out, PrintStream err, StreamInfo info, @Nullable Long seed, String speed) throws IOException {
        lines = new JsonLines(out, info.simulated());
        this.info = info;
        this.seed = seed;
        this.speed = speed;
        this.err = err;
    }

    @Override
    public void start() throws IOException {
        started = true;
        lines.start(info, Version.TEXT, seed, speed);
        lines.flush();
    }

    @Override
    public void page(PageLinks links) throws IOException {
        if (!linksTold) {
            linksTold = true;
            links.words().forEach(err::println);
        }
        if (started) {
            lines.page(links.links(), links.phone());
            lines.flush();
        }
    }

    @Override
    public void event(Event event) throws IOException {
        lines.event(event);
    }

    @Override
    public void parts(Moment moment, List<PartStatus> parts) throws IOException {
        for (PartStatus part : parts) {
            lines.part(moment.word(), part);
        }
    }

    @Override
    public void gap(long lost) throws IOException {
        lines.gap(lost);
    }

    @Override
    public void guide(Map<String, Object> line) throws IOException {
        lines.guide(line);
    }

    @Override
    public void notice(String text) {
        err.println("holdline: " + text);
    }

    @Override
    public void refresh() throws IOException {
        lines.flush();
    }

    @Override
    public void latency(Latency latency, Histogram jitter) throws IOException {
        Histogram age = latency.age();
        lines.latency(
                Percentiles.of(latency.decision()),
                Percentiles.of(jitter),
                age == null ? null : new JsonLines.Age(Percentiles.of(age), latency.clockErrorNs()));
    }

    @Override
    public void summary(Summary summary) throws IOException {
        lines.summary(summary);
        lines.flush();
    }
}
