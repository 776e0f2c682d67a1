package org.holdline.clip.virtual;

import java.util.ArrayList;
import java.util.List;
import org.holdline.sample.Phase;
import org.jspecify.annotations.Nullable;

/** What the virtual runner does, part by part. Nothing of it changes once it has begun; an open one may be added to. */
public final class VirtualScript {
    /** What the body does; {@link Phase} is what the run calls it. */
    public enum Activity {
        STAND,
        /** Forward bends at the hip, one every six seconds, standing. */
        BEND,
        WALK,
        RUN;

        boolean isGait() {
            return this == WALK || this == RUN;
        }
    }

    /**
     * One part.
     *
     * @param marker phase that begins with the part, or null for none
     * @param activity what the body does
     * @param durationS length, s, >= 0; a part of length 0 only marks
     * @param speedKmh belt speed, km/h; the belt takes three seconds to change
     * @param inclinePct belt incline, %
     * @param archDeg lumbar arch (sacral minus thoracolumbar pitch) beyond the neutral of this activity, degrees
     * @param leanDeg forward lean of the whole trunk beyond the neutral of this activity, degrees
     * @param settleS time the posture takes to get there, s; a long one creeps
     */
    public record Part(
            @Nullable Phase marker,
            Activity activity,
            double durationS,
            double speedKmh,
            double inclinePct,
            double archDeg,
            double leanDeg,
            double settleS) {
        public Part {
            if (!(durationS >= 0 && durationS <= VirtualOptions.MAX_DURATION_S)) {
                throw new IllegalArgumentException("durationS: " + durationS + ", expected 0..86400");
            }
            if (!(settleS > 0)) {
                throw new IllegalArgumentException("settleS: " + settleS + ", expected > 0");
            }
            if (!(Math.abs(archDeg) <= 30 && Math.abs(leanDeg) <= 30)) {
                throw new IllegalArgumentException("archDeg=" + archDeg + " leanDeg=" + leanDeg + ", expected -30..30");
            }
            if (!(speedKmh >= 0 && speedKmh <= 25 && inclinePct >= -5 && inclinePct <= 20)) {
                throw new IllegalArgumentException("speedKmh=" + speedKmh + " inclinePct=" + inclinePct
                        + ", expected speed 0..25 and incline -5..20");
            }
        }

        /** A part in the neutral posture of its activity, without marker, on the level. */
        public static Part of(Activity activity, double durationS, double speedKmh) {
            return new Part(null, activity, durationS, speedKmh, 0, 0, 0, 2);
        }

        public Part marked(@Nullable Phase phase) {
            return new Part(phase, activity, durationS, speedKmh, inclinePct, archDeg, leanDeg, settleS);
        }

        public Part lasting(double seconds) {
            return new Part(marker, activity, seconds, speedKmh, inclinePct, archDeg, leanDeg, settleS);
        }

        public Part inclined(double pct) {
            return new Part(marker, activity, durationS, speedKmh, pct, archDeg, leanDeg, settleS);
        }

        public Part posture(double arch, double lean, double overS) {
            return new Part(marker, activity, durationS, speedKmh, inclinePct, arch, lean, overS);
        }
    }

    private final List<Part> parts;
    private final List<Double> startS;
    private final boolean open;
    private final double endS;

    public VirtualScript(List<Part> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("parts: none, expected at least one");
        }
        this.parts = List.copyOf(parts);
        List<Double> starts = new ArrayList<>();
        double sumS = 0;
        for (Part part : this.parts) {
            starts.add(sumS);
            sumS += part.durationS();
        }
        startS = List.copyOf(starts);
        endS = sumS;
        open = false;
    }

    private VirtualScript(Part first) {
        parts = new ArrayList<>(List.of(first));
        startS = new ArrayList<>(List.of(0.0));
        endS = VirtualOptions.MAX_DURATION_S;
        open = true;
    }

    /** One that begins like this and goes on as it is told later; its last part lasts until another is added. */
    static VirtualScript open(Part first) {
        return new VirtualScript(first);
    }

    /**
     * Ends whatever is done at an instant, drops what was to come after it, and begins another part.
     *
     * @param timeS later than any instant that was asked for
     */
    void add(double timeS, Part part) {
        if (!open || timeS <= 0) {
            throw new IllegalArgumentException("timeS=" + timeS + ", expected an open script and a later instant");
        }
        while (startS.getLast() >= timeS) {
            startS.removeLast();
            parts.removeLast();
        }
        parts.add(part);
        startS.add(timeS);
    }

    /** The built-in session for these options: calibration, baseline, neutral run, cued run, cool-down. */
    public static VirtualScript session(VirtualOptions options) {
        return SessionWriter.write(options);
    }

    public List<Part> parts() {
        return parts;
    }

    /** Stream second at which a part begins. */
    public double startS(int index) {
        return startS.get(index);
    }

    /** Stream second at which the last part ends. */
    public double endS() {
        return endS;
    }

    /** Part under way at an instant; before the first it is the first, after the last the last. */
    int indexAt(double timeS) {
        int low = 0;
        int high = startS.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (startS.get(middle) <= timeS) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** End of a part, s; the last one lasts for ever. */
    double endOfPartS(int index) {
        return index + 1 < startS.size() ? startS.get(index + 1) : Double.POSITIVE_INFINITY;
    }
}
