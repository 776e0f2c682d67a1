package org.holdline.architecture.planted.fixed;

import org.holdline.architecture.planted.road.Loop;

class KnowsTheRoad {
    void turn(Loop loop) {
        loop.turn();
    }
}
