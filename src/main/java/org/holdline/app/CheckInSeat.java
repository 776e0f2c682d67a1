package org.holdline.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.holdline.guide.CheckIns;
import org.holdline.guide.Tap;
import org.holdline.posture.Metric;
import org.holdline.report.Awareness;
import org.holdline.road.Event;
import org.holdline.sample.Phase;
import org.holdline.sample.StreamInfo;

/** Check-ins in a run: what the clip says at the moment, and the question and its answer as messages. */
final class CheckInSeat {
    /** As the page's large figure. */
    private static final int MEAN_STEPS = 8;

    private static final long FRESH_US = 3_000_000;

    private final CheckIns checkIns;
    private final Metric metric;
    private final int[] lastMdeg = new int[MEAN_STEPS];
    private int judged;
    private int thresholdMdeg;
    private long verdictUs = Long.MIN_VALUE / 2;
    private Phase phase = Phase.STAND;

    CheckInSeat(CheckIns checkIns, StreamInfo info) {
        this.checkIns = checkIns;
        metric = Metric.of(info.placement());
    }

    void event(Event event) {
        switch (event.kind) {
            case STATE -> phase = event.phase;
            case VERDICT -> {
                if (event.reason.isJudged()) {
                    judged = event.timeUs - verdictUs > FRESH_US ? 0 : judged;
                    verdictUs = event.timeUs;
                    thresholdMdeg = event.thresholdMdeg;
                    lastMdeg[judged++ % MEAN_STEPS] = event.deviationMdeg;
                }
            }
            case CUE -> checkIns.cued(event.timeUs);
            case STEP, SUPPRESSED, LINK, ACT, REFERENCE, BAND, NEUTRAL, MOUNTING, BELT -> {
                // Nothing to feel.
            }
        }
    }

    /** True when there is something to say. */
    boolean look(long timeUs) {
        boolean sure = phase == Phase.RUN && judged >= MEAN_STEPS && timeUs - verdictUs <= FRESH_US;
        return checkIns.look(timeUs, sure, word());
    }

    private int word() {
        long sum = 0;
        for (int mdeg : lastMdeg) {
            sum += mdeg;
        }
        long mean = sum / MEAN_STEPS;
        return mean > thresholdMdeg ? 2 : mean < -thresholdMdeg ? 0 : 1;
    }

    boolean answer(Tap tap, long timeUs) {
        return tap.turn() == checkIns.turn() && checkIns.answer(tap.value(), timeUs);
    }

    /** A question is open. */
    boolean isAsking() {
        return checkIns.state() == CheckIns.State.ASKED;
    }

    /** The answer just given, for the road. */
    int act() {
        return checkIns.act();
    }

    /** For the page: the question, its words as keys of the catalogue, and the answers so far. */
    Map<String, Object> shown() {
        Map<String, Object> values = new LinkedHashMap<>();
        CheckIns.State state = checkIns.state();
        values.put("state", state.name().toLowerCase(Locale.ROOT));
        values.put("turn", checkIns.turn());
        values.put("words", words());
        values.put("hides_clip", checkIns.hidesTheClip());
        if (state == CheckIns.State.HIDDEN || state == CheckIns.State.SHOWN) {
            values.put("said", checkIns.said());
        }
        if (state == CheckIns.State.SHOWN) {
            values.put("seen", checkIns.seen());
        }
        Awareness awareness = checkIns.awareness();
        values.put("asked", checkIns.asked());
        values.put("answers", awareness.answers());
        values.put("agreed", awareness.agreed());
        if (awareness.isKnown()) {
            values.put("kappa", hundredths(awareness.kappa()));
            values.put("kappa_half_width", hundredths(awareness.halfWidth()));
        }
        return values;
    }

    private List<String> words() {
        String key = "metric." + metric.word();
        return List.of(key + ".less", "checkin.neutral", key + ".more");
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    Map<String, Object> line(long timeUs) {
        return line("checkin", timeUs);
    }

    /** The last word: how well the runner felt what the clip saw. */
    Map<String, Object> closing(long timeUs) {
        return line("awareness", timeUs);
    }

    private Map<String, Object> line(String type, long timeUs) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("type", type);
        values.put("t_us", timeUs);
        values.putAll(shown());
        return values;
    }
}
