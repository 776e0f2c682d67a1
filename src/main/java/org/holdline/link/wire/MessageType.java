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

    /** What the two slots hold and how far a write has come. Allowed in every state of the stream. */
    public static final int CAL_INFO = 0x40;

    /** Bytes of the image in a slot. */
    public static final int CAL_READ = 0x41;

    /** Begins to write an image to the spare slot, or goes on with the same one. Needs the write window to begin. */
    public static final int CAL_BEGIN = 0x42;

    /** A piece of the image. One that does not begin at next_off is passed over. */
    public static final int CAL_WRITE = 0x43;

    /** Writes the header, reads the slot back and checks all of it. */
    public static final int CAL_VERIFY = 0x44;

    /** Puts the verified image on trial: in force until the clip restarts, for good after CONFIRM. */
    public static final int CAL_COMMIT = 0x45;

    /** Puts the image on trial in force for good. */
    public static final int CAL_CONFIRM = 0x46;

    /** Puts the other slot's confirmed image in force again. Needs the write window. */
    public static final int CAL_ROLLBACK = 0x47;

    /** Forgets a write or ends a trial. Nothing that is in force changes. */
    public static final int CAL_ABORT = 0x48;

    private MessageType() {}
}
