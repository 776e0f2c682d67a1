package org.holdline.session.belt;

import java.util.ArrayList;
import java.util.List;
import org.holdline.sample.Sample;
import org.holdline.session.BeltSpan;
import org.holdline.session.BeltSpan.Known;

/** Writes down the spans of a belt from what samples say of it. One thread. */
public final class BeltLog {
    private final Known known;
    private final List<BeltSpan> spans = new ArrayList<>();
    private long firstUs = Long.MIN_VALUE;
    private int speedMPerH = Sample.UNKNOWN;
    private int inclineMilliPct = Sample.UNKNOWN;

    /** @param known where the samples have it from */
    public BeltLog(Known known) {
        this.known = known;
    }

    /** A sample, in order. A speed or an incline that no belt has counts as unknown. */
    public void add(long timeUs, int sampleSpeedMPerH, int sampleInclineMilliPct) {
        if (firstUs == Long.MIN_VALUE) {
            firstUs = timeUs;
        }
        int speed = Belt.isSpeed(sampleSpeedMPerH) ? sampleSpeedMPerH : Sample.UNKNOWN;
        int incline = Belt.isIncline(sampleInclineMilliPct) ? sampleInclineMilliPct : Sample.UNKNOWN;
        if (speed != speedMPerH || incline != inclineMilliPct) {
            speedMPerH = speed;
            inclineMilliPct = incline;
            spans.add(new BeltSpan(timeUs - firstUs, speed, incline, known));
        }
    }

    /** The spans so far, the first at 0; none when nobody has said a speed. */
    public List<BeltSpan> spans() {
        boolean said = spans.stream().anyMatch(span -> span.speedMPerH() != Sample.UNKNOWN);
        return said ? Belt.fromStart(spans) : List.of();
    }
}
