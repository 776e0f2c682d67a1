package org.holdline.session.belt;

import java.util.ArrayList;
import java.util.List;
import org.holdline.road.Event;
import org.holdline.sample.Sample;
import org.holdline.session.BeltSpan;
import org.holdline.session.BeltSpan.Known;
import org.holdline.session.KeptRun;
import org.jspecify.annotations.Nullable;

/**
 * Ground that was covered: belt speed times the time between steps. What the belt ran while nobody stepped does not count; steps
 * more than a second apart are not joined, unless the clip was away for that long, up to a minute. All instants are since the
 * first sample, us.
 */
public final class Ground {
    /** As in the summary's distance under judged steps. */
    private static final long MAX_STEP_US = 1_000_000;

    /** Events come each second while samples do: without any for longer, the clip was away. */
    private static final long HEARD_US = 2_000_000;

    private static final long MAX_AWAY_US = 60_000_000;

    /** Steps are found again so long after the clip is back. */
    private static final long REFOUND_US = 4_000_000;

    /** A rest shorter than this is no pause. */
    private static final long PAUSE_US = 10_000_000;

    /**
     * Steps without a break at one setting of the belt.
     *
     * @param belt in force; {@link Belt#UNKNOWN} where nobody said
     */
    public record Stretch(long fromUs, long toUs, BeltSpan belt) {
        boolean isKnown() {
            return belt.speedMPerH() != Sample.UNKNOWN;
        }

        double metresWithin(long aUs, long bUs) {
            long us = Math.min(toUs, bUs) - Math.max(fromUs, aUs);
            return us <= 0 ? 0 : isKnown() ? belt.speedMPerH() / 3.6e9 * us : Double.NaN;
        }
    }

    /**
     * Moving, without a pause.
     *
     * @param fromS whole seconds since the first sample, rounded down
     * @param toS end of the second that holds the last step
     */
    public record Bout(long fromS, long toS) {}

    private final List<Stretch> stretches;

    private Ground(List<Stretch> stretches) {
        this.stretches = List.copyOf(stretches);
    }

    /** Of a run and its own belt. */
    public static Ground of(KeptRun run) {
        long startUs = Walk.startUs(run);
        long[] heard = run.events().stream()
                .mapToLong(event -> event.timeUs - startUs)
                .sorted()
                .toArray();
        long[] steps = run.events().stream()
                .filter(event -> event.kind == Event.Kind.STEP)
                .mapToLong(event -> event.timeUs - startUs)
                .sorted()
                .toArray();
        Joined joined = new Joined(run.belt());
        for (int i = 1; i < steps.length; i++) {
            if (isJoined(steps[i - 1], steps[i], heard)) {
                joined.add(steps[i - 1], steps[i]);
            }
        }
        return new Ground(joined.stretches);
    }

    private static boolean isJoined(long fromUs, long toUs, long[] heard) {
        long apartUs = toUs - fromUs;
        if (apartUs <= MAX_STEP_US) {
            return true;
        }
        if (apartUs > MAX_AWAY_US + REFOUND_US) {
            return false;
        }
        int at = firstAfter(heard, fromUs);
        long awayUs = 0;
        for (int i = Math.max(1, at); i < heard.length && heard[i - 1] < toUs; i++) {
            long silentUs = Math.min(heard[i], toUs) - Math.max(heard[i - 1], fromUs);
            awayUs += heard[i] - heard[i - 1] > HEARD_US ? silentUs : 0;
        }
        return awayUs > 0 && apartUs - awayUs <= REFOUND_US;
    }

    private static int firstAfter(long[] sorted, long us) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= us) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Cuts what is joined where the belt changed, and puts the rest together. */
    private static final class Joined {
        private final List<BeltSpan> belt;
        private final List<Stretch> stretches = new ArrayList<>();

        Joined(List<BeltSpan> belt) {
            this.belt = belt;
        }

        void add(long fromUs, long toUs) {
            long atUs = fromUs;
            int index = Belt.indexAt(belt, fromUs);
            while (atUs < toUs) {
                long endUs = index + 1 < belt.size()
                        ? Math.min(toUs, belt.get(index + 1).fromUs())
                        : toUs;
                append(new Stretch(atUs, endUs, index < 0 ? Belt.UNKNOWN : belt.get(index)));
                atUs = endUs;
                index++;
            }
        }

        private void append(Stretch next) {
            Stretch last = stretches.isEmpty() ? null : stretches.getLast();
            if (last != null && last.toUs == next.fromUs && last.belt.equals(next.belt)) {
                stretches.removeLast();
                stretches.add(new Stretch(last.fromUs, next.toUs, next.belt));
            } else {
                stretches.add(next);
            }
        }
    }

    /** In order. */
    public List<Stretch> stretches() {
        return stretches;
    }

    /** Nobody stepped twice in a row. */
    public boolean isEmpty() {
        return stretches.isEmpty();
    }

    /** The belt's speed was known at every step, and there were steps. */
    public boolean isKnown() {
        return !isEmpty() && stretches.stream().allMatch(Stretch::isKnown);
    }

    /** Metres covered in a part of the run; NaN when the speed was not known in all of it. */
    public double metres(long fromUs, long toUs) {
        double metres = 0;
        for (int i = firstEndingAfter(fromUs); i < stretches.size() && stretches.get(i).fromUs < toUs; i++) {
            metres += stretches.get(i).metresWithin(fromUs, toUs);
        }
        return metres;
    }

    /** Metres of the whole run; NaN when the speed was not known in all of it, or nobody stepped. */
    public double metres() {
        return isEmpty() ? Double.NaN : metres(0, Long.MAX_VALUE);
    }

    /** Time spent stepping in a part of the run. */
    public long steppingUs(long fromUs, long toUs) {
        long us = 0;
        for (int i = firstEndingAfter(fromUs); i < stretches.size() && stretches.get(i).fromUs < toUs; i++) {
            us += Math.min(stretches.get(i).toUs, toUs) - Math.max(stretches.get(i).fromUs, fromUs);
        }
        return us;
    }

    private int firstEndingAfter(long us) {
        int low = 0;
        int high = stretches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stretches.get(middle).toUs <= us) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The least to be trusted of what a distance in this part of the run rests on; null when the speed is not known in it. */
    public @Nullable Known known(long fromUs, long toUs) {
        Known least = null;
        for (int i = firstEndingAfter(fromUs); i < stretches.size() && stretches.get(i).fromUs < toUs; i++) {
            Stretch stretch = stretches.get(i);
            if (!stretch.isKnown()) {
                return null;
            }
            Known known = stretch.belt.known();
            least = least == null || known.compareTo(least) < 0 ? known : least;
        }
        return least;
    }

    /** Of the whole run. */
    public @Nullable Known known() {
        return known(0, Long.MAX_VALUE);
    }

    /** When the runner moved; ten seconds and more without a step part two of them. */
    public List<Bout> bouts() {
        List<Bout> bouts = new ArrayList<>();
        long fromUs = 0;
        long toUs = Long.MIN_VALUE;
        for (Stretch stretch : stretches) {
            if (toUs != Long.MIN_VALUE && stretch.fromUs - toUs > PAUSE_US) {
                bouts.add(bout(fromUs, toUs));
                toUs = Long.MIN_VALUE;
            }
            fromUs = toUs == Long.MIN_VALUE ? stretch.fromUs : fromUs;
            toUs = stretch.toUs;
        }
        if (toUs != Long.MIN_VALUE) {
            bouts.add(bout(fromUs, toUs));
        }
        return bouts;
    }

    private static Bout bout(long fromUs, long toUs) {
        // Also where the last step falls on a whole second, the second that holds it is in.
        return new Bout(fromUs / 1_000_000, toUs / 1_000_000 + 1);
    }

    /** The instant at which so many metres were covered, or -1 when they never were or the speed was not known before. */
    public long atMetres(double metres) {
        double before = 0;
        for (Stretch stretch : stretches) {
            if (!stretch.isKnown()) {
                return -1;
            }
            double within = stretch.metresWithin(stretch.fromUs, stretch.toUs);
            if (before + within >= metres && within > 0) {
                double share = (metres - before) / within;
                return stretch.fromUs + Math.round((stretch.toUs - stretch.fromUs) * share);
            }
            before += within;
        }
        return -1;
    }
}
