package org.holdline.link.emulated;

/** What the emulated clip measures and moves. Called by the clip's thread. */
public interface ClipBody {
    /**
     * The next sample, in the steps of the clip's sensors.
     *
     * @param steps six numbers of the lower IMU and six of the upper one
     * @return false when there is none
     */
    boolean measure(int[] steps);

    /**
     * The motor is driven.
     *
     * @param forMs until it is let go at the latest
     */
    void motorOn(int forMs);

    /**
     * The motor is let go.
     *
     * @param reason one of {@link org.holdline.link.wire.Codes.CueEnded}
     */
    void motorOff(int reason, int playedMs);

    /** A clip without a body: no sample comes. */
    ClipBody NONE = new ClipBody() {
        @Override
        public boolean measure(int[] steps) {
            return false;
        }

        @Override
        public void motorOn(int forMs) {}

        @Override
        public void motorOff(int reason, int playedMs) {}
    };
}
