package org.holdline.link.wire;

/**
 * Heartbeat, each STATUS_PERIOD_MS while greeted. Counters are u32 since the start of the clip, with wrap-around.
 * From the clip.
 */
public final class Status extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 120;

    private static final int CLIP_TIME_US_AT = 0;
    private static final int UPTIME_S_AT = 4;
    private static final int BOOT_ID_AT = 8;
    private static final int FLAGS_AT = 12;
    private static final int RESET_REASON_AT = 14;
    private static final int BATTERY_PCT_AT = 15;
    private static final int BATTERY_MV_AT = 16;
    private static final int LOWER_TEMP_CDEGC_AT = 18;
    private static final int UPPER_TEMP_CDEGC_AT = 20;
    private static final int RX_BYTES_AT = 24;
    private static final int RX_FRAMES_AT = 28;
    private static final int RX_OVERSIZE_AT = 32;
    private static final int RX_COBS_AT = 36;
    private static final int RX_SHORT_AT = 40;
    private static final int RX_LENGTH_AT = 44;
    private static final int RX_CRC_AT = 48;
    private static final int RX_VERSION_AT = 52;
    private static final int RX_FLAGS_AT = 56;
    private static final int RX_UNKNOWN_AT = 60;
    private static final int RX_DIRECTION_AT = 64;
    private static final int RX_PAYLOAD_AT = 68;
    private static final int RX_SEQ_LOST_AT = 72;
    private static final int RX_SEQ_REPEATED_AT = 76;
    private static final int RX_OVERRUN_AT = 80;
    private static final int TX_FRAMES_AT = 84;
    private static final int TX_DROPPED_AT = 88;
    private static final int SAMPLES_LOST_AT = 92;
    private static final int CUES_PLAYED_AT = 96;
    private static final int CUES_REFUSED_AT = 100;
    private static final int MOTOR_CUTS_AT = 104;
    private static final int PRESSES_AT = 108;
    private static final int PRESSES_LOST_AT = 112;
    private static final int REPLIES_REPEATED_AT = 116;

    public Status() {
        super(MessageType.STATUS, 0, BYTES);
    }

    /** Clip clock when this was put together. Unit: us. */
    public int clipTimeUs() {
        return i32(CLIP_TIME_US_AT);
    }

    public void setClipTimeUs(int value) {
        put32(CLIP_TIME_US_AT, value);
    }

    /** Since the clip started. Unit: s. */
    public long uptimeS() {
        return u32(UPTIME_S_AT);
    }

    public void setUptimeS(long value) {
        put32(UPTIME_S_AT, value);
    }

    /** As in HELLO. */
    public int bootId() {
        return i32(BOOT_ID_AT);
    }

    public void setBootId(int value) {
        put32(BOOT_ID_AT, value);
    }

    /** State. Bits of {@link Codes.StatusFlag}. */
    public int bits() {
        return u16(FLAGS_AT);
    }

    public void setBits(int value) {
        put16(FLAGS_AT, value);
    }

    /** Why the clip last started. One of {@link Codes.ResetReason}. */
    public int resetReason() {
        return u8(RESET_REASON_AT);
    }

    public void setResetReason(int value) {
        put8(RESET_REASON_AT, value);
    }

    /** Charge left, 0..100; 255 = not known. Unit: %. */
    public int batteryPct() {
        return u8(BATTERY_PCT_AT);
    }

    public void setBatteryPct(int value) {
        put8(BATTERY_PCT_AT, value);
    }

    /** Cell voltage; 0 = not known. Unit: mV. */
    public int batteryMv() {
        return u16(BATTERY_MV_AT);
    }

    public void setBatteryMv(int value) {
        put16(BATTERY_MV_AT, value);
    }

    /** Lower IMU; -32768 = not known. Unit: 0.01 deg C. */
    public int lowerTempCdegc() {
        return i16(LOWER_TEMP_CDEGC_AT);
    }

    public void setLowerTempCdegc(int value) {
        put16(LOWER_TEMP_CDEGC_AT, value);
    }

    /** Upper IMU; -32768 = not known. Unit: 0.01 deg C. */
    public int upperTempCdegc() {
        return i16(UPPER_TEMP_CDEGC_AT);
    }

    public void setUpperTempCdegc(int value) {
        put16(UPPER_TEMP_CDEGC_AT, value);
    }

    /** Receive counter bytes. Unit: bytes. */
    public long rxBytes() {
        return u32(RX_BYTES_AT);
    }

    public void setRxBytes(long value) {
        put32(RX_BYTES_AT, value);
    }

    /** Receive counter frames. Unit: frames. */
    public long rxFrames() {
        return u32(RX_FRAMES_AT);
    }

    public void setRxFrames(long value) {
        put32(RX_FRAMES_AT, value);
    }

    /** Receive counter oversize. */
    public long rxOversize() {
        return u32(RX_OVERSIZE_AT);
    }

    public void setRxOversize(long value) {
        put32(RX_OVERSIZE_AT, value);
    }

    /** Receive counter cobs. */
    public long rxCobs() {
        return u32(RX_COBS_AT);
    }

    public void setRxCobs(long value) {
        put32(RX_COBS_AT, value);
    }

    /** Receive counter short. */
    public long rxShort() {
        return u32(RX_SHORT_AT);
    }

    public void setRxShort(long value) {
        put32(RX_SHORT_AT, value);
    }

    /** Receive counter length. */
    public long rxLength() {
        return u32(RX_LENGTH_AT);
    }

    public void setRxLength(long value) {
        put32(RX_LENGTH_AT, value);
    }

    /** Receive counter crc. */
    public int rxCrc() {
        return i32(RX_CRC_AT);
    }

    public void setRxCrc(int value) {
        put32(RX_CRC_AT, value);
    }

    /** Receive counter version. */
    public long rxVersion() {
        return u32(RX_VERSION_AT);
    }

    public void setRxVersion(long value) {
        put32(RX_VERSION_AT, value);
    }

    /** Receive counter flags. */
    public long rxFlags() {
        return u32(RX_FLAGS_AT);
    }

    public void setRxFlags(long value) {
        put32(RX_FLAGS_AT, value);
    }

    /** Receive counter unknown. */
    public long rxUnknown() {
        return u32(RX_UNKNOWN_AT);
    }

    public void setRxUnknown(long value) {
        put32(RX_UNKNOWN_AT, value);
    }

    /** Receive counter direction. */
    public long rxDirection() {
        return u32(RX_DIRECTION_AT);
    }

    public void setRxDirection(long value) {
        put32(RX_DIRECTION_AT, value);
    }

    /** Receive counter payload. */
    public long rxPayload() {
        return u32(RX_PAYLOAD_AT);
    }

    public void setRxPayload(long value) {
        put32(RX_PAYLOAD_AT, value);
    }

    /** Receive counter seq_lost. Unit: frames. */
    public long rxSeqLost() {
        return u32(RX_SEQ_LOST_AT);
    }

    public void setRxSeqLost(long value) {
        put32(RX_SEQ_LOST_AT, value);
    }

    /** Receive counter seq_repeated. Unit: frames. */
    public long rxSeqRepeated() {
        return u32(RX_SEQ_REPEATED_AT);
    }

    public void setRxSeqRepeated(long value) {
        put32(RX_SEQ_REPEATED_AT, value);
    }

    /** How often the receiver itself lost bytes before the firmware read them. */
    public long rxOverrun() {
        return u32(RX_OVERRUN_AT);
    }

    public void setRxOverrun(long value) {
        put32(RX_OVERRUN_AT, value);
    }

    /** Frames sent. Unit: frames. */
    public long txFrames() {
        return u32(TX_FRAMES_AT);
    }

    public void setTxFrames(long value) {
        put32(TX_FRAMES_AT, value);
    }

    /** Frames not sent because the line took no more. Unit: frames. */
    public long txDropped() {
        return u32(TX_DROPPED_AT);
    }

    public void setTxDropped(long value) {
        put32(TX_DROPPED_AT, value);
    }

    /** Samples lost in the sensor's queue or in frames not sent. Unit: samples. */
    public long samplesLost() {
        return u32(SAMPLES_LOST_AT);
    }

    public void setSamplesLost(long value) {
        put32(SAMPLES_LOST_AT, value);
    }

    /** Cues begun. Unit: cues. */
    public long cuesPlayed() {
        return u32(CUES_PLAYED_AT);
    }

    public void setCuesPlayed(long value) {
        put32(CUES_PLAYED_AT, value);
    }

    /** Cues answered with ERROR; a repeated txn counts once. Unit: cues. */
    public long cuesRefused() {
        return u32(CUES_REFUSED_AT);
    }

    public void setCuesRefused(long value) {
        put32(CUES_REFUSED_AT, value);
    }

    /** Cues the clip ended itself because the host was silent, a charger came or the motor failed. Unit: cues. */
    public long motorCuts() {
        return u32(MOTOR_CUTS_AT);
    }

    public void setMotorCuts(long value) {
        put32(MOTOR_CUTS_AT, value);
    }

    /** Button presses recognised. Unit: presses. */
    public long presses() {
        return u32(PRESSES_AT);
    }

    public void setPresses(long value) {
        put32(PRESSES_AT, value);
    }

    /** Button presses given up without an answer. Unit: presses. */
    public long pressesLost() {
        return u32(PRESSES_LOST_AT);
    }

    public void setPressesLost(long value) {
        put32(PRESSES_LOST_AT, value);
    }

    /** Stored replies sent again. Unit: frames. */
    public long repliesRepeated() {
        return u32(REPLIES_REPEATED_AT);
    }

    public void setRepliesRepeated(long value) {
        put32(REPLIES_REPEATED_AT, value);
    }
}
