package org.holdline.session;

/**
 * What the belt did from an instant until the next span begins.
 *
 * @param fromUs since the first sample, us
 * @param speedMPerH metres per hour, 0..25000, or {@link org.holdline.sample.Sample#UNKNOWN}
 * @param inclineMilliPct 1/1000 per cent, -5000..20000, or {@link org.holdline.sample.Sample#UNKNOWN}
 * @param known where that is from
 */
public record BeltSpan(long fromUs, int speedMPerH, int inclineMilliPct, Known known) {
    /** Where the belt's speed and incline are from, the least to be trusted first. */
    public enum Known {
        PLANNED("planned"),
        /** A person typed it in, during the run or after it. */
        ENTERED("entered"),
        /** The treadmill said so. */
        MEASURED("measured");

        private final String word;

        Known(String word) {
            this.word = word;
        }

        /** The word in the journal and in JSON. */
        public String word() {
            return word;
        }
    }
}
