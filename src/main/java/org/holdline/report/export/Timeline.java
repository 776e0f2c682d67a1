package org.holdline.report.export;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.holdline.road.Event;
import org.holdline.session.KeptRun;
import org.holdline.session.belt.Belt;
import org.holdline.session.belt.Ground;
import org.holdline.session.belt.Part;
import org.holdline.session.belt.Walk;

/** A run second by second, each made when it is asked for: a day of them would not fit the service's memory. */
final class Timeline implements Iterable<Second> {
    static final long US = 1_000_000;

    /** A recording whose clock jumps may claim years. */
    private static final long MAX_S = 48 * 3600;

    private final KeptRun run;
    private final Ground ground;
    private final long seconds;

    /** @throws ExportException when the run is longer than two days */
    Timeline(KeptRun run, Ground ground) throws ExportException {
        this.run = run;
        this.ground = ground;
        long durationUs = durationUs(run);
        if (durationUs > MAX_S * US) {
            throw new ExportException("run " + run.facts().id() + ": " + durationUs / US + " s long, expected at most "
                    + MAX_S + " s; do the times of its recording jump?");
        }
        long steppedS = ground.isEmpty() ? 0 : ground.bouts().getLast().toS();
        seconds = Math.max((durationUs + US - 1) / US, steppedS);
    }

    /** From the first sample to the last, or to the last event where that is later. */
    private static long durationUs(KeptRun run) {
        long startUs = run.events().isEmpty() ? 0 : run.events().getFirst().timeUs;
        long lastUs = Math.round(run.summary().durationS() * US);
        for (Event event : run.events()) {
            lastUs = Math.max(lastUs, event.timeUs - startUs);
        }
        return lastUs;
    }

    /** Seconds, the last of them perhaps not a whole one; the last step's own second is one of them. */
    long seconds() {
        return seconds;
    }

    @Override
    public Iterator<Second> iterator() {
        Walk walk = new Walk(run);
        return new Iterator<>() {
            private long number;
            private double metresSoFar;

            @Override
            public boolean hasNext() {
                return number < seconds();
            }

            @Override
            public Second next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("second " + number + " of " + seconds());
                }
                boolean last = number + 1 == seconds();
                long fromUs = number * US;
                long toUs = last ? Long.MAX_VALUE : fromUs + US;
                Part part = walk.until(toUs);
                double metres = ground.metres(fromUs, toUs);
                metresSoFar += metres;
                return new Second(
                        number++,
                        walk.watch(),
                        walk.phase(),
                        Belt.at(run.belt(), fromUs),
                        metres,
                        ground.isEmpty() ? Double.NaN : metresSoFar,
                        part);
            }
        };
    }
}
