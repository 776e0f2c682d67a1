package org.holdline.clip.imu;

/** The data-ready pin of one IMU on a line that stamps its edges. One thread calls it. */
public interface DataReadyLine {
    /**
     * Waits for an edge not yet taken and takes the oldest one.
     *
     * @param timeoutNs longest wait, ns; 0 only looks
     * @return false when none came
     */
    boolean await(long timeoutNs);

    /** Instant of the edge last taken, ns, on the clock that the clip was given. */
    long edgeNs();

    /** Number of the edge last taken; rises by more than one when edges were lost on the way. */
    long edgeNumber();
}
