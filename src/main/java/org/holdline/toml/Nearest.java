package org.holdline.toml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses which of the known names was meant. */
public final class Nearest {
    /** Longer ones are no slip of ours, and the table of edits would grow with them. */
    private static final int MAX_LENGTH = 64;

    private Nearest() {}

    /** ", did you mean X?" or nothing when no name is close. */
    public static String hint(String name, Collection<String> known) {
        return of(name, known).map(near -> ", did you mean " + near + "?").orElse("");
    }

    public static Optional<String> of(String name, Collection<String> known) {
        if (name.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String asked = name.toLowerCase(Locale.ROOT);
        Optional<String> best = Optional.empty();
        // About one slip in five letters.
        int bestDistance = Math.min(3, 1 + asked.length() / 6) + 1;
        for (String candidate : known) {
            int distance = distance(asked, candidate.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                best = Optional.of(candidate);
                bestDistance = distance;
            }
        }
        return best;
    }

    /** Slips from one name to the other; the wrong table counts as one. */
    private static int distance(String asked, String candidate) {
        int whole = slips(asked, candidate);
        String askedLast = asked.substring(asked.lastIndexOf('.') + 1);
        String candidateLast = candidate.substring(candidate.lastIndexOf('.') + 1);
        boolean inTable = candidateLast.length() < candidate.length();
        return inTable && askedLast.length() > 3 ? Math.min(whole, 1 + slips(askedLast, candidateLast)) : whole;
    }

    /** A forgotten unit counts as one. */
    private static int slips(String asked, String candidate) {
        return candidate.startsWith(asked + "_") ? 1 : edits(asked, candidate);
    }

    /** Letters to add, drop, replace or swap with their neighbour. */
    private static int edits(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, cost);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int i, int j, int[][] cost) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, 1 + cost[i - 2][j - 2]) : least;
    }
}
