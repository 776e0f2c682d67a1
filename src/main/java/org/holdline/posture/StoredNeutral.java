package org.holdline.posture;

import java.util.List;
import org.holdline.sample.Sample;

/**
 * A running neutral that was learned in another mounting, kept as a difference from standing.
 *
 * @param speedMPerH belt speed, metres per hour
 * @param inclineMilliPct its incline, 1/1000 per cent
 * @param offsetMdeg running minus standing neutral in the metric's sense, 1/1000 degree, positive toward arching
 * @param noiseMdeg spread of that difference
 */
public record StoredNeutral(int speedMPerH, int inclineMilliPct, int offsetMdeg, int noiseMdeg) {
    /** A neutral of another speed or incline says nothing beyond these, metres per hour and 1/1000 per cent. */
    static final int NEAR_M_PER_H = 1000;

    static final int NEAR_MILLI_PCT = 1000;

    /**
     * The nearest one that is near enough; an incline that nobody says is taken as level.
     *
     * @return its index, -1 when there is none
     */
    static int nearest(List<StoredNeutral> stored, int speedMPerH, int inclineMilliPct) {
        int found = -1;
        if (speedMPerH == Sample.UNKNOWN) {
            return found;
        }
        int incline = inclineMilliPct == Sample.UNKNOWN ? 0 : inclineMilliPct;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < stored.size(); i++) {
            int faster = Math.abs(stored.get(i).speedMPerH - speedMPerH);
            int steeper = Math.abs(stored.get(i).inclineMilliPct - incline);
            if (faster <= NEAR_M_PER_H && steeper <= NEAR_MILLI_PCT && faster + steeper < least) {
                least = faster + steeper;
                found = i;
            }
        }
        return found;
    }
}
