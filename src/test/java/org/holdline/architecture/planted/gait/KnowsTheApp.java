package org.holdline.architecture.planted.gait;

import org.holdline.architecture.planted.app.Wiring;

class KnowsTheApp {
    void start(Wiring wiring) {
        wiring.start();
    }
}
