package org.holdline.architecture.planted.report;

import org.holdline.architecture.planted.road.Event;
import org.holdline.architecture.planted.road.Loop;

class RunsTheDetector {
    int read(Event event) {
        return event.steps;
    }

    void run(Runnable[] loops) {
        loops[0] = new Loop()::turn;
    }
}
