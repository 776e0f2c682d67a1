package org.holdline.sample;

/** Where on the back the IMU sits; decides what the clip can see and which sign is "toward arching". */
public enum Placement {
    /** One IMU over the sacrum (S1). Pitches forward with an arch and with a lean alike. */
    SACRAL("sacral"),
    /** One IMU at the thoracolumbar junction (T12/L1). Pitches backward with an arch, forward with a lean. */
    THORACOLUMBAR("thoracolumbar"),
    /** Both; their difference is the lumbar arch itself. */
    DUAL("dual");

    private final String word;

    Placement(String word) {
        this.word = word;
    }

    /** The word used in recordings, settings and JSON. */
    public String word() {
        return word;
    }

    public boolean isDual() {
        return this == DUAL;
    }
}
