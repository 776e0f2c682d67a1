package org.holdline.architecture.planted.evaluate.runner;

import org.holdline.architecture.planted.posture.Judge;

class BorrowsTheDetector {
    void run(Judge judge) {
        judge.judge();
    }
}
