package org.holdline.architecture.planted.recording;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

class RollsDice {
    double unseeded() {
        return Math.random() + ThreadLocalRandom.current().nextInt() + new Random().nextInt();
    }

    Random repeatable(long seed) {
        return new Random(seed);
    }
}
