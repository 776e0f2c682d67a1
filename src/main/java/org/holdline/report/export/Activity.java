package org.holdline.report.export;

import java.util.ArrayList;
import java.util.List;
import org.holdline.session.KeptRun;
import org.holdline.session.belt.Ground;
import org.holdline.session.belt.Ground.Bout;
import org.holdline.session.belt.Part;
import org.holdline.session.belt.Walk;

/**
 * What a training site takes for the activity: from the first step to the last, in whole seconds since the first sample. What was
 * stood before and after is left out, and a rest of more than ten seconds is a pause. Without steps it is all of the run.
 *
 * @param bouts when the timer ran, at least one
 * @param total figures of all of the run
 */
record Activity(Ground ground, List<Bout> bouts, Part total) {
    static Activity of(KeptRun run, Timeline timeline, Ground ground) {
        List<Bout> bouts = new ArrayList<>(ground.bouts());
        if (bouts.isEmpty()) {
            bouts.add(new Bout(0, timeline.seconds()));
        }
        return new Activity(ground, bouts, new Walk(run).until(Long.MAX_VALUE));
    }

    long fromS() {
        return bouts.getFirst().fromS();
    }

    long toS() {
        return bouts.getLast().toS();
    }

    long fromUs() {
        return fromS() * Timeline.US;
    }

    long toUs() {
        return toS() * Timeline.US;
    }

    /** How long the timer ran in a part of it. */
    long timerUs(long fromUs, long toUs) {
        long us = 0;
        for (Bout bout : bouts) {
            us += Math.max(0, Math.min(toUs, bout.toS() * Timeline.US) - Math.max(fromUs, bout.fromS() * Timeline.US));
        }
        return us;
    }
}
