package org.holdline.settings;

/** How new samples of a wired IMU are noticed. */
public enum ImuPacing {
    /** The part queues them: a late host loses nothing. */
    FIFO("fifo"),
    /** One at a time, when the data-ready line or the status register says so. */
    DATA_READY("data_ready");

    private final String word;

    ImuPacing(String word) {
        this.word = word;
    }

    /** The word used in settings. */
    public String word() {
        return word;
    }
}
