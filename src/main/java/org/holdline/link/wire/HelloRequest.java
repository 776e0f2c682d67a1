package org.holdline.link.wire;

/** Greeting. The layout of the first 5 bytes never changes, and the header's version is always 0. From the host. */
public final class HelloRequest extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 18;

    private static final int TXN_AT = 0;
    private static final int VERSION_MIN_AT = 2;
    private static final int VERSION_MAX_AT = 3;
    private static final int MAX_PAYLOAD_BYTES_AT = 5;
    private static final int HOST_SESSION_AT = 6;
    private static final int SCHEMA_CRC_AT = 10;
    private static final int CAPABILITIES_AT = 14;

    public HelloRequest() {
        super(MessageType.HELLO, Protocol.FLAG_REQUEST, BYTES);
    }

    /** Number of this request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** Lowest wire version the host speaks. */
    public int versionMin() {
        return u8(VERSION_MIN_AT);
    }

    public void setVersionMin(int value) {
        put8(VERSION_MIN_AT, value);
    }

    /** Highest wire version the host speaks. */
    public int versionMax() {
        return u8(VERSION_MAX_AT);
    }

    public void setVersionMax(int value) {
        put8(VERSION_MAX_AT, value);
    }

    /** Longest payload the host takes, for as long as its session lasts. Unit: bytes. */
    public int maxPayloadBytes() {
        return u8(MAX_PAYLOAD_BYTES_AT);
    }

    public void setMaxPayloadBytes(int value) {
        put8(MAX_PAYLOAD_BYTES_AT, value);
    }

    /** Random, new each time the host program starts. */
    public int hostSession() {
        return i32(HOST_SESSION_AT);
    }

    public void setHostSession(int value) {
        put32(HOST_SESSION_AT, value);
    }

    /** SCHEMA_CRC of the host. */
    public int schemaCrc() {
        return i32(SCHEMA_CRC_AT);
    }

    public void setSchemaCrc(int value) {
        put32(SCHEMA_CRC_AT, value);
    }

    /** 0; kept for hosts. */
    public int capabilities() {
        return i32(CAPABILITIES_AT);
    }

    public void setCapabilities(int value) {
        put32(CAPABILITIES_AT, value);
    }
}
