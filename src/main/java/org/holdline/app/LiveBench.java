package org.holdline.app;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdline.clip.Clip;
import org.holdline.clock.Clock;
import org.holdline.profile.bench.Guide;
import org.holdline.profile.bench.Rest;
import org.holdline.sample.Sample;

/** Leads a person through the six sides of a clip that measures now. */
final class LiveBench {
    private static final long PARK_NS = 2_000_000;
    private static final long SECOND_NS = 1_000_000_000;

    private final Clip clip;
    private final Clock clock;
    private final int timeoutS;
    private final ProfileReport report;
    private final Guide guide;

    /** @param timeoutS how long to wait for the next side */
    LiveBench(Clip clip, Clock clock, int timeoutS, ProfileReport report) {
        this.clip = clip;
        this.clock = clock;
        this.timeoutS = timeoutS;
        this.report = report;
        guide = new Guide(clip.info().rateHz(), clip.info().placement().isDual());
    }

    /**
     * Polls the clip until all six sides are measured.
     *
     * @return the rests of each sensor
     * @throws Failure when nothing comes, or no side is laid for too long
     */
    List<List<Rest>> measure() throws Failure, IOException {
        ask("lay the clip still, on any side");
        Sample sample = new Sample();
        long progressNs = clock.nanoTime();
        while (!guide.missing().isEmpty()) {
            switch (clip.poll(sample)) {
                case SAMPLE -> {
                    if (tell(guide.add(sample))) {
                        progressNs = clock.nanoTime();
                    }
                }
                case NOTHING -> clock.park(PARK_NS);
                case END -> throw new Failure(ExitCode.FAILED, "calibrate device: the source ended, " + stillMissing());
            }
            if (clock.nanoTime() - progressNs > timeoutS * SECOND_NS) {
                throw new Failure(
                        ExitCode.TIMEOUT, "calibrate device: nothing new in " + timeoutS + " s, " + stillMissing());
            }
        }
        return guide.rests();
    }

    private String stillMissing() {
        return "and these sides are missing: " + words(guide.missing());
    }

    private static String words(List<Integer> sides) {
        return String.join("; ", sides.stream().map(Guide::words).toList());
    }

    /** True when a side was done. */
    private boolean tell(Guide.News news) {
        switch (news) {
            case NOTHING -> {}
            case COUNTS -> say("counting", "still " + Guide.words(guide.face()) + ": " + guide.leftS() + " s to go");
            case MOVED -> say("moved", "moved too soon; that side counts anew");
            case DONE -> {
                List<Integer> left = guide.missing();
                say(
                        "done",
                        "done " + Guide.words(guide.face())
                                + (left.isEmpty()
                                        ? "; that was the last side"
                                        : "; " + left.size() + " to go, in any order; next: "
                                                + Guide.words(left.getFirst())));
                return true;
            }
            case AGAIN ->
                say(
                        "again",
                        "this side is done; next: "
                                + Guide.words(guide.missing().getFirst()));
            case ASKEW -> say("askew", "on no side within 25 degrees; lay it flat");
        }
        return false;
    }

    private void ask(String text) {
        say("ask", text + "; wanted: " + words(guide.missing()));
    }

    private void say(String event, String text) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("event", event);
        if (guide.face() >= 0) {
            values.put("side", Guide.words(guide.face()));
        }
        if (event.equals("counting")) {
            values.put("left_s", guide.leftS());
        }
        values.put("missing", guide.missing().size());
        report.progress("guide", values, text);
    }
}
