package org.holdline.session.belt;

import java.util.ArrayList;
import java.util.List;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.holdline.session.BeltSpan;
import org.holdline.session.BeltSpan.Known;

/** Spans of a belt: by hand, from a plan, and looked up. */
public final class Belt {
    /** Fastest belt, metres per hour. */
    public static final int MAX_SPEED_M_PER_H = 25_000;

    /** Steepest descent and ascent, 1/1000 per cent. */
    public static final int MIN_INCLINE_MILLI_PCT = -5_000;

    public static final int MAX_INCLINE_MILLI_PCT = 20_000;

    /** Nobody has said anything. */
    public static final BeltSpan UNKNOWN = new BeltSpan(0, Sample.UNKNOWN, Sample.UNKNOWN, Known.PLANNED);

    private Belt() {}

    /**
     * One speed and incline for the whole run, typed in by hand.
     *
     * @param speedMPerH 0..25000
     * @param inclineMilliPct -5000..20000, or {@link Sample#UNKNOWN}
     * @throws IllegalArgumentException beyond these
     */
    public static List<BeltSpan> entered(int speedMPerH, int inclineMilliPct) {
        return checked(List.of(new BeltSpan(0, speedMPerH, inclineMilliPct, Known.ENTERED)));
    }

    /** The plan's own mean speed; none when it does not say both a time and a distance, or says a speed no belt has. */
    public static List<BeltSpan> planned(StreamInfo info) {
        if (info.plannedS() == 0 || info.plannedM() == 0) {
            return List.of();
        }
        long speedMPerH = Math.round(info.plannedM() * 3600.0 / info.plannedS());
        return speedMPerH > MAX_SPEED_M_PER_H
                ? List.of()
                : List.of(new BeltSpan(0, (int) speedMPerH, Sample.UNKNOWN, Known.PLANNED));
    }

    /**
     * The spans, when a run can hold them.
     *
     * @throws IllegalArgumentException when the first is not at 0, one does not begin after the one before, or a speed or an
     *     incline is beyond what belts do
     */
    public static List<BeltSpan> checked(List<BeltSpan> spans) {
        long lastUs = -1;
        for (BeltSpan span : spans) {
            if (lastUs < 0 && span.fromUs() != 0) {
                throw new IllegalArgumentException("fromUs of the first span: " + span.fromUs() + ", expected 0");
            }
            if (span.fromUs() <= lastUs) {
                throw new IllegalArgumentException(
                        "fromUs: " + span.fromUs() + " after " + lastUs + ", expected later");
            }
            lastUs = span.fromUs();
            if (!isSpeed(span.speedMPerH())) {
                throw new IllegalArgumentException(
                        "speedMPerH: " + span.speedMPerH() + ", expected 0..25000 or unknown");
            }
            if (!isIncline(span.inclineMilliPct())) {
                throw new IllegalArgumentException(
                        "inclineMilliPct: " + span.inclineMilliPct() + ", expected -5000..20000 or unknown");
            }
        }
        return List.copyOf(spans);
    }

    /** True also of an unknown one. */
    static boolean isSpeed(int speedMPerH) {
        return speedMPerH == Sample.UNKNOWN || (speedMPerH >= 0 && speedMPerH <= MAX_SPEED_M_PER_H);
    }

    /** True also of an unknown one. */
    static boolean isIncline(int inclineMilliPct) {
        return inclineMilliPct == Sample.UNKNOWN
                || (inclineMilliPct >= MIN_INCLINE_MILLI_PCT && inclineMilliPct <= MAX_INCLINE_MILLI_PCT);
    }

    /**
     * The span in force, or {@link #UNKNOWN}.
     *
     * @param timeUs since the first sample
     */
    public static BeltSpan at(List<BeltSpan> spans, long timeUs) {
        int index = indexAt(spans, timeUs);
        return index < 0 ? UNKNOWN : spans.get(index);
    }

    /** Index of the span in force, or -1 before the first. */
    static int indexAt(List<BeltSpan> spans, long timeUs) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).fromUs() <= timeUs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** The first span at 0: before what was said first, nothing is known. */
    static List<BeltSpan> fromStart(List<BeltSpan> spans) {
        if (spans.isEmpty() || spans.getFirst().fromUs() == 0) {
            return spans;
        }
        List<BeltSpan> all = new ArrayList<>();
        all.add(new BeltSpan(0, Sample.UNKNOWN, Sample.UNKNOWN, spans.getFirst().known()));
        all.addAll(spans);
        return all;
    }
}
