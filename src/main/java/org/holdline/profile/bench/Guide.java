package org.holdline.profile.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.holdline.sample.Sample;

/**
 * Leads a hand through the six sides of a clip, in whatever order they come: says on which side it lies, how long it has
 * still to lie there, that it was moved too soon, and which sides are missing. One thread.
 */
public final class Guide {
    /** Sides of a box. */
    public static final int SIDES = 6;

    /** What has changed with a sample. */
    public enum News {
        NOTHING,
        /** It lies still on {@link #face}, which is wanted: {@link #leftS} seconds to go. */
        COUNTS,
        /** It was moved before the time was over: that side counts anew. */
        MOVED,
        /** {@link #face} is done; the others are in {@link #missing}. */
        DONE,
        /** It lies still on a side that was done before. */
        AGAIN,
        /** It lies still on no side: more than 25 degrees from each. */
        ASKEW
    }

    private final List<Rests> sensors = new ArrayList<>();
    private final TreeSet<Integer> missing = new TreeSet<>();
    private int face = -1;
    private int leftS;
    private boolean counts;
    private boolean told;

    /** @param dual both IMUs of a clip with two; they lie on one side together */
    public Guide(double rateHz, boolean dual) {
        sensors.add(new Rests(rateHz));
        if (dual) {
            sensors.add(new Rests(rateHz));
        }
        for (int side = 0; side < SIDES; side++) {
            missing.add(side);
        }
    }

    /** Takes the next sample, as the sensors deliver it. */
    public News add(Sample sample) {
        sensors.getFirst().add(sample.lower, sample.temperatureMilliC);
        if (sensors.size() > 1) {
            sensors.getLast().add(sample.upper, sample.temperatureMilliC);
        }
        double stillS = Math.min(sensors.getFirst().stillS(), sensors.getLast().stillS());
        return stillS == 0 ? moving() : still(stillS);
    }

    private News moving() {
        boolean broken = counts;
        counts = false;
        told = false;
        face = -1;
        return broken ? News.MOVED : News.NOTHING;
    }

    private News still(double stillS) {
        int side = side();
        if (side == face && told) {
            return News.NOTHING;
        }
        if (side != face && counts) {
            return moving();
        }
        face = side;
        told = side < 0 || !missing.contains(side);
        if (told) {
            return side < 0 ? News.ASKEW : News.AGAIN;
        }
        if (stillS >= Rests.WHOLE_REST_S) {
            missing.remove(side);
            counts = false;
            told = true;
            return News.DONE;
        }
        int left = (int) Math.ceil(Rests.WHOLE_REST_S - stillS);
        boolean news = !counts || left != leftS;
        counts = true;
        leftS = left;
        return news ? News.COUNTS : News.NOTHING;
    }

    /** The one on which all sensors lie; -1 where they do not agree. */
    private int side() {
        int side = sensors.getFirst().face();
        return sensors.getLast().face() == side ? side : -1;
    }

    /** The side on which it lies; -1 for none. */
    public int face() {
        return face;
    }

    /** Whole seconds still to lie there. */
    public int leftS() {
        return leftS;
    }

    /** Sides that have not been measured, in the order in which they are asked for. */
    public List<Integer> missing() {
        return List.copyOf(missing);
    }

    /** The measured rests of each sensor. No sample may follow. */
    public List<List<Rest>> rests() {
        sensors.forEach(Rests::end);
        return sensors.stream().map(Rests::found).toList();
    }

    /** A side in words: {@code with its front (+x) up}. */
    public static String words(int side) {
        return BenchException.SIDES.get(side);
    }
}
