package org.holdline.link.wire;

/** Types of messages. */
public final class MessageType {
    /** Greeting. The layout of the first 5 bytes never changes, and the header's version is always 0. */
    public static final int HELLO = 0x01;

    /** One measurement of the two clocks. Always answered anew, never from the store. */
    public static final int TIMESYNC = 0x02;

    /**
     * Heartbeat, each STATUS_PERIOD_MS while greeted. Counters are u32 since the start of the clip, with wrap-around.
     */
    public static final int STATUS = 0x03;

    /** Refusal of a request that came through whole. Nothing was done. */
    public static final int ERROR = 0x04;

    /** A line for whoever looks after the clip. Never more than LOG_PER_S. */
    public static final int LOG = 0x05;

    /** Switches the stream. The same setting again changes nothing. */
    public static final int STREAM_CTRL = 0x10;

    /** Samples. Sample i was taken at t0_us + i * period_ns / 1000; both IMUs at that same instant. */
    public static final int IMU_BATCH = 0x11;

    /** Asks for a cue. The response says that the motor is driven; a refusal is an ERROR. */
    public static final int CUE = 0x20;

    /** Motor off. Obeyed in every state, also ungreeted, and answered anew each time; its layout never changes. */
    public static final int CUE_STOP = 0x21;

    /** A cue ended. Sent once; IMU_BATCH and STATUS show the motor too. */
    public static final int CUE_END = 0x22;

    /**
     * The runner pressed the button. The clip repeats it each BUTTON_RETRY_MS until the host answers; one at a time,
     * in order.
     */
    public static final int BUTTON = 0x30;

    private MessageType() {}
}
