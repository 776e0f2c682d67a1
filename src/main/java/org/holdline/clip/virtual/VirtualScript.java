package org.holdline.clip.virtual;

import java.util.List;
import org.holdline.sample.Phase;
import org.jspecify.annotations.Nullable;

/** What the virtual runner does, part by part. Immutable. */
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
    private final double[] startS;
    private final double endS;

    public VirtualScript(List<Part> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("parts: none, expected at least one");
        }
        this.parts = List.copyOf(parts);
        startS = new double[parts.size()];
        double sumS = 0;
        for (int i = 0; i < startS.length; i++) {
            startS[i] = sumS;
            sumS += this.parts.get(i).durationS();
        }
        endS = sumS;
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
        return startS[index];
    }

    /** Stream second at which the last part ends. */
    public double endS() {
        return endS;
    }

    /** Part under way at an instant; before the first it is the first, after the last the last. */
    int indexAt(double timeS) {
        int low = 0;
        int high = startS.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (startS[middle] <= timeS) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** End of a part, s; the last one lasts for ever. */
    double endOfPartS(int index) {
        return index + 1 < startS.length ? startS[index + 1] : Double.POSITIVE_INFINITY;
    }
}
