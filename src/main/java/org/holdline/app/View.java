package org.holdline.app;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.holdline.report.PartStatus;
import org.holdline.report.Summary;
import org.holdline.road.Event;

/** How a run shows itself to whoever looks at standard output. Used by one thread at a time. */
interface View {
    /** When the source's parts are told of. */
    enum Moment {
        START("start"),
        CHANGE("change"),
        END("end");

        private final String word;

        Moment(String word) {
            this.word = word;
        }

        /** The word in JSON. */
        String word() {
            return word;
        }
    }

    /** Before the first sample. */
    void start() throws IOException;

    /** The live page is being served: before choices that are made on it, and after the start. A person is told once. */
    default void page(PageLinks links) throws IOException {}

    /** One event, in order; the slot is valid during the call only. */
    void event(Event event) throws IOException;

    /** How parts of the source fare: all of them at start and end, those that changed in between. */
    void parts(Moment moment, List<PartStatus> parts) throws IOException;

    /** Events lost because this reader was too slow. */
    void gap(long lost) throws IOException;

    /** Something a person must know that is no event of the road. */
    void notice(String text) throws IOException;

    /** A line of the guided start, of a check-in, or of how well the runner felt: as {@link GuideSeat} makes them. */
    default void guide(Map<String, Object> line) throws IOException {}

    /** After a bout of events, and at least every 50 ms. */
    void refresh() throws IOException;

    /** After the last event: how long every sample took, and the machine's own timer jitter, ns. */
    void latency(Latency latency, Histogram jitter) throws IOException;

    /** The last word. */
    void summary(Summary summary) throws IOException;
}
