package org.holdline.architecture.planted.recording;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

class TellsTheTime {
    final LongSupplier reference = System::nanoTime;

    long call() throws InterruptedException {
        LockSupport.parkNanos(1);
        Thread.sleep(1);
        return System.currentTimeMillis() + Instant.now().getEpochSecond();
    }
}
