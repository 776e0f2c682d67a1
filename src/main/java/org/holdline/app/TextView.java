package org.holdline.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.holdline.cue.Cause;
import org.holdline.posture.ClipState;
import org.holdline.posture.Metric;
import org.holdline.report.PartStatus;
import org.holdline.report.Summary;
import org.holdline.report.SummaryText;
import org.holdline.road.Event;
import org.holdline.road.Watch;
import org.holdline.sample.Act;
import org.holdline.sample.StreamInfo;

/**
 * A run for a person: what changes is a line, and the present stands in one status line that a terminal redraws and a file
 * gets every 30 stream seconds.
 */
final class TextView implements View {
    private static final long PLAIN_STATUS_US = 30_000_000;
    private static final String CLEAR_LINE = "\r\u001b[2K";
    private static final String NO_WRAP = "\u001b[?7l";
    private static final String WRAP = "\u001b[?7h";

    private final OutputStream out;
    private final StreamInfo info;
    private final boolean terminal;
    private final String banner;
    private boolean linksTold;

    private boolean statusShown;
    private long nextPlainUs = PLAIN_STATUS_US;
    private long timeUs;
    private Watch watch = Watch.NO_SIGNAL;
    private boolean muted;
    private int cadenceDspm;
    private int deviationMdeg;
    private int thresholdMdeg;
    private boolean judged;
    private int cues;
    private Metric metric = Metric.LUMBAR_ARCH;
    private final Map<String, String> lost = new LinkedHashMap<>();
    private long gaps;
    private long missing;

    /**
     * @param terminal the status line may be redrawn in place
     * @param banner what runs, and what a newcomer should know of it
     */
    TextView(OutputStream out, StreamInfo info, boolean terminal, String banner) {
        this.out = out;
        this.info = info;
        this.terminal = terminal;
        this.banner = banner;
    }

    @Override
    public void start() throws IOException {
        line(banner);
        out.flush();
    }

    @Override
    public void page(PageLinks links) throws IOException {
        if (linksTold) {
            return;
        }
        linksTold = true;
        for (String text : links.words()) {
            line(text);
        }
        out.flush();
    }

    @Override
    public void event(Event event) throws IOException {
        timeUs = Math.max(timeUs, event.timeUs);
        switch (event.kind) {
            case STATE -> {
                boolean changed = event.watch != watch || event.muted != muted;
                watch = event.watch;
                muted = event.muted;
                if (changed) {
                    line(stamp(event.timeUs) + "  " + watch.text());
                }
            }
            case STEP -> cadenceDspm = event.cadenceDspm;
            case VERDICT -> {
                judged = true;
                metric = event.metric;
                deviationMdeg = event.deviationMdeg;
                thresholdMdeg = event.thresholdMdeg;
            }
            case CUE -> {
                cues++;
                line(String.format(
                        Locale.ROOT,
                        "%s  CUE %d: %s%s %+.1f deg from neutral, your band is +-%.1f; pulse %d ms",
                        stamp(event.timeUs),
                        cues,
                        spoken(metric),
                        metric == Metric.PELVIC_TILT ? " (tilted forward: a hollow back or a lean)" : "",
                        event.deviationMdeg / 1e3,
                        event.thresholdMdeg / 1e3,
                        event.pulseMs));
            }
            case SUPPRESSED -> line(stamp(event.timeUs) + "  no cue: " + spoken(event.cause));
            case LINK -> {
                gaps = event.gaps;
                missing = event.missing;
            }
            case REFERENCE -> {
                if (event.byStand || event.clipState != ClipState.JUMPED) {
                    line(stamp(event.timeUs) + "  " + reference(event));
                }
            }
            case BAND ->
                line(String.format(
                        Locale.ROOT,
                        "%s  two cues did not fit: your band is +-%.1f deg from now on; n takes a new neutral",
                        stamp(event.timeUs),
                        event.thresholdMdeg / 1e3));
            case ACT -> {
                // Of check-ins the guide's own lines tell.
                int acts = event.acts & ~(Act.ASKED.bit() | Act.ANSWER);
                if (acts != 0) {
                    line(stamp(event.timeUs) + "  you: " + acts(acts));
                }
            }
            case NEUTRAL, MOUNTING, BELT -> {
                // The summary tells of them.
            }
        }
    }

    private static String reference(Event event) {
        if (!event.byStand) {
            return String.format(
                    Locale.ROOT,
                    switch (event.clipState) {
                        case CARRIED ->
                            "clip: it turned while you ran; going on with less confidence, reference moved by %+.1f deg";
                        case MOVED -> "clip: your steps bear the stand out, reference moved by %+.1f deg";
                        default -> "clip: your steps speak against the stand, reference moved by %+.1f deg";
                    },
                    event.referenceMdeg / 1e3);
        }
        return switch (event.clipState) {
            case OFF -> "clip: off the body";
            case RESEATED -> "clip: put on anew; this stand and your neutral's offset are the reference now";
            default ->
                String.format(
                        Locale.ROOT,
                        event.standMoved
                                ? "clip: moved by %+.1f deg from the opening stand%s"
                                : "clip: stayed within %.1f deg of the opening stand%s",
                        (event.standMoved ? event.standMdeg : Math.abs(event.standMdeg)) / 1e3,
                        event.standLeans ? ", leaning" : "");
        };
    }

    private static String spoken(Metric metric) {
        return metric.word().replace('_', ' ');
    }

    private static String spoken(Cause cause) {
        return switch (cause) {
            case NOT_SEPARABLE -> "one IMU at the sacrum cannot tell a hollow back from a lean";
            default -> cause.word().replace('_', ' ');
        };
    }

    private static String acts(int bits) {
        StringBuilder words = new StringBuilder();
        for (Act act : Act.values()) {
            if (act.isIn(bits)) {
                words.append(words.isEmpty() ? "" : ", ").append(act.word());
            }
        }
        return words.toString();
    }

    @Override
    public void parts(Moment moment, List<PartStatus> parts) throws IOException {
        for (PartStatus part : parts) {
            if (part.delivers()) {
                lost.remove(part.part());
            } else {
                lost.put(part.part(), part.part() + " " + part.text());
            }
            String at = moment == Moment.CHANGE ? stamp(timeUs) + "  " : "";
            line(at + part.part() + " (" + part.device() + "): " + part.text());
        }
    }

    @Override
    public void gap(long lost) throws IOException {
        line("(" + lost + " events were lost here: this output was not read in time)");
    }

    @Override
    public void guide(Map<String, Object> said) throws IOException {
        for (String text : GuideWords.lines(said)) {
            line(text);
        }
        out.flush();
    }

    @Override
    public void notice(String text) throws IOException {
        line(text);
        out.flush();
    }

    @Override
    public void refresh() throws IOException {
        if (terminal) {
            // A line longer than the window would wrap, and every refresh would push the screen up.
            write(CLEAR_LINE + NO_WRAP + status() + WRAP);
            statusShown = true;
        } else if (timeUs >= nextPlainUs) {
            nextPlainUs = (timeUs / PLAIN_STATUS_US + 1) * PLAIN_STATUS_US;
            line(status());
        }
        out.flush();
    }

    private String status() {
        StringBuilder text = new StringBuilder(stamp(timeUs)).append("  ");
        for (String part : PartStatus.NEEDED) {
            if (lost.containsKey(part)) {
                return text.append("Not watching: ").append(lost.get(part)).toString();
            }
        }
        text.append(watch.text());
        if (cadenceDspm > 0 && watch != Watch.STANDING) {
            text.append(String.format(Locale.ROOT, "  %.0f steps/min", cadenceDspm / 10.0));
        }
        if (judged) {
            text.append(String.format(
                    Locale.ROOT, "  %s %+.1f of +-%.1f deg", spoken(metric), deviationMdeg / 1e3, thresholdMdeg / 1e3));
        }
        text.append("  cues ").append(cues);
        text.append(missing == 0 ? "  link ok" : "  link " + gaps + " gaps, " + missing + " samples missing");
        if (info.simulated()) {
            text.append("  [simulated]");
        }
        return text.toString();
    }

    @Override
    public void latency(Latency latency, Histogram jitter) throws IOException {
        line("");
        Histogram age = latency.age();
        if (age != null) {
            line(String.format(
                    Locale.ROOT,
                    "sample to read  %s; the clip's clock is known to +-%.1f us",
                    Percentiles.line(age),
                    latency.clockErrorNs() / 1e3));
        }
        line("read to decision  " + Percentiles.line(latency.decision()));
        line("timer of this machine, lateness  " + Percentiles.line(jitter));
        line("");
    }

    @Override
    public void summary(Summary summary) throws IOException {
        for (String text : SummaryText.lines(summary)) {
            line(text);
        }
        out.flush();
    }

    private static String stamp(long timeUs) {
        long seconds = timeUs / 1_000_000;
        return String.format(Locale.ROOT, "%3d:%02d", seconds / 60, seconds % 60);
    }

    private void line(String text) throws IOException {
        write((statusShown ? CLEAR_LINE : "") + text + "\n");
        statusShown = false;
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
