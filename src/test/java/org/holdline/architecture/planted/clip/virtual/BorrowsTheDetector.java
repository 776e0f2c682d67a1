package org.holdline.architecture.planted.clip.virtual;

import org.holdline.architecture.planted.posture.Judge;

class BorrowsTheDetector {
    void run(Judge judge) {
        judge.judge();
    }
}
