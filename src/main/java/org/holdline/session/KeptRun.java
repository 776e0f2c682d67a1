package org.holdline.session;

import java.util.List;
import org.holdline.report.Summary;
import org.holdline.road.Event;

/**
 * A run that has ended, whole.
 *
 * @param events in the order in which the road said them; not to be written to
 * @param belt spans in order, the first at 0; none when nobody knows a speed
 */
public record KeptRun(RunFacts facts, List<Event> events, Summary summary, List<BeltSpan> belt, Ending ending) {
    public KeptRun {
        events = List.copyOf(events);
        belt = List.copyOf(belt);
    }
}
