package org.holdline.report;

import org.holdline.sample.Act;

/**
 * How well a runner feels what the clip sees: Cohen's kappa of the answers that came before the clip was shown, that is agreement
 * beyond what the two shares of words would give by chance (Cohen 1960, Educ Psychol Meas 20:37).
 *
 * @param answers that count
 * @param agreed of those, the same word as the clip's
 * @param kappa 1 = always the same, 0 = as by chance, below 0 = less; NaN when it cannot be told
 * @param halfWidth of the interval of 95 %, by the large-sample error; NaN as above
 */
public record Awareness(int answers, int agreed, double kappa, double halfWidth) {
    /** Fewer answers say nothing. */
    public static final int LEAST = 5;

    /** No question comes so soon after a cue, and an answer that is followed by one does not count, us. */
    public static final long CUE_US = 30_000_000;

    private static final int WORDS = Act.WORDS;
    private static final double Z = 1.96;

    /** From pairs: how often each word of the runner met each word of the clip. */
    public static Awareness of(int[][] pairs) {
        int n = 0;
        int agreed = 0;
        double chance = 0;
        for (int word = 0; word < WORDS; word++) {
            int said = 0;
            int seen = 0;
            for (int other = 0; other < WORDS; other++) {
                said += pairs[word][other];
                seen += pairs[other][word];
            }
            n += said;
            agreed += pairs[word][word];
            chance += (double) said * seen;
        }
        chance /= Math.max(1, (double) n * n);
        if (n < LEAST || chance >= 1) {
            return new Awareness(n, agreed, Double.NaN, Double.NaN);
        }
        double share = (double) agreed / n;
        double kappa = (share - chance) / (1 - chance);
        // Two answers of each kind more (Agresti and Coull 1998): without them a few that all agree would seem to be
        // certain.
        double wary = (agreed + 2.0) / (n + 4);
        double error = Math.sqrt(wary * (1 - wary) / (n + 4)) / (1 - chance);
        return new Awareness(n, agreed, kappa, Z * error);
    }

    public boolean isKnown() {
        return !Double.isNaN(kappa);
    }
}
