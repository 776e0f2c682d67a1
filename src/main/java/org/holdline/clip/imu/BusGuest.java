package org.holdline.clip.imu;

/** Another device on the IMUs' bus, served by the thread that reads them. Called by that thread only. */
public interface BusGuest {
    /** Nobody. */
    BusGuest NONE = new BusGuest() {
        @Override
        public long dueNs() {
            return Long.MAX_VALUE;
        }

        @Override
        public void step(long nowNs) {}
    };

    /** When it wants the bus next, on the clip's clock, ns; {@link Long#MAX_VALUE} = not at all. */
    long dueNs();

    /** Its turn: at most one transfer. */
    void step(long nowNs);
}
