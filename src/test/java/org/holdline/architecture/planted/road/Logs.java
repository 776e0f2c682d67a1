package org.holdline.architecture.planted.road;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Logs {
    private static final Logger log = LoggerFactory.getLogger(Logs.class);

    void step() {
        log.info("a step");
    }
}
