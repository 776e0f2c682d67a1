package org.holdline.link.wire;

/** Answer to HELLO. From the clip. */
public final class HelloResponse extends View {
    /** Fixed fields, bytes. */
    public static final int BYTES = 86;

    private static final int TXN_AT = 0;
    private static final int VERSION_MIN_AT = 2;
    private static final int VERSION_MAX_AT = 3;
    private static final int VERSION_AGREED_AT = 4;
    private static final int MAX_PAYLOAD_BYTES_AT = 5;
    private static final int BOOT_ID_AT = 6;
    private static final int SCHEMA_CRC_AT = 10;
    private static final int CAPABILITIES_AT = 14;
    private static final int SERIAL_AT = 18;
    private static final int HARDWARE_MAJOR_AT = 30;
    private static final int HARDWARE_MINOR_AT = 31;
    private static final int FIRMWARE_MAJOR_AT = 32;
    private static final int FIRMWARE_MINOR_AT = 33;
    private static final int FIRMWARE_PATCH_AT = 34;
    private static final int IMU_COUNT_AT = 35;
    private static final int RATE_0_HZ_AT = 36;
    private static final int RATE_1_HZ_AT = 38;
    private static final int RATE_2_HZ_AT = 40;
    private static final int RATE_3_HZ_AT = 42;
    private static final int MOTOR_AT = 44;
    private static final int MOTOR_RISE_MS_AT = 45;
    private static final int PROFILE_STATE_AT = 46;
    private static final int PROFILE_SLOT_AT = 47;
    private static final int PROFILE_GENERATION_AT = 48;
    private static final int PROFILE_CRC_AT = 52;
    private static final int LOWER_PART_AT = 56;
    private static final int UPPER_PART_AT = 57;
    private static final int LOWER_ACCEL_LSB_NG_AT = 58;
    private static final int LOWER_GYRO_LSB_NDPS_AT = 62;
    private static final int LOWER_ACCEL_RANGE_MG_AT = 66;
    private static final int LOWER_GYRO_RANGE_DPS_AT = 68;
    private static final int LOWER_DELAY_US_AT = 70;
    private static final int UPPER_ACCEL_LSB_NG_AT = 72;
    private static final int UPPER_GYRO_LSB_NDPS_AT = 76;
    private static final int UPPER_ACCEL_RANGE_MG_AT = 80;
    private static final int UPPER_GYRO_RANGE_DPS_AT = 82;
    private static final int UPPER_DELAY_US_AT = 84;

    public HelloResponse() {
        super(MessageType.HELLO, Protocol.FLAG_RESPONSE, BYTES);
    }

    /** Of the request. */
    public int txn() {
        return u16(TXN_AT);
    }

    public void setTxn(int value) {
        put16(TXN_AT, value);
    }

    /** Lowest wire version the clip speaks. */
    public int versionMin() {
        return u8(VERSION_MIN_AT);
    }

    public void setVersionMin(int value) {
        put8(VERSION_MIN_AT, value);
    }

    /** Highest wire version the clip speaks. */
    public int versionMax() {
        return u8(VERSION_MAX_AT);
    }

    public void setVersionMax(int value) {
        put8(VERSION_MAX_AT, value);
    }

    /** Highest version both speak: in force from now on. 255 = none; the clip then stays ungreeted. */
    public int versionAgreed() {
        return u8(VERSION_AGREED_AT);
    }

    public void setVersionAgreed(int value) {
        put8(VERSION_AGREED_AT, value);
    }

    /** Longest payload the clip takes. Unit: bytes. */
    public int maxPayloadBytes() {
        return u8(MAX_PAYLOAD_BYTES_AT);
    }

    public void setMaxPayloadBytes(int value) {
        put8(MAX_PAYLOAD_BYTES_AT, value);
    }

    /** Random, new at each start of the clip. */
    public int bootId() {
        return i32(BOOT_ID_AT);
    }

    public void setBootId(int value) {
        put32(BOOT_ID_AT, value);
    }

    /** SCHEMA_CRC of the clip. */
    public int schemaCrc() {
        return i32(SCHEMA_CRC_AT);
    }

    public void setSchemaCrc(int value) {
        put32(SCHEMA_CRC_AT, value);
    }

    /** What the clip can do. Bits of {@link Codes.Capability}. */
    public int capabilities() {
        return i32(CAPABILITIES_AT);
    }

    public void setCapabilities(int value) {
        put32(CAPABILITIES_AT, value);
    }

    /** Offset in {@link #bytes} of the serial number: 12 bytes, ASCII, filled up with zeros. */
    public int serialAt() {
        return tailAt() - BYTES + SERIAL_AT;
    }

    /** Serial number; the clip is known by it and by nothing else. */
    public void setSerial(byte[] ascii) {
        System.arraycopy(ascii, 0, bytes(), serialAt(), Math.min(ascii.length, Protocol.SERIAL_BYTES));
    }

    /** Board revision. */
    public int hardwareMajor() {
        return u8(HARDWARE_MAJOR_AT);
    }

    public void setHardwareMajor(int value) {
        put8(HARDWARE_MAJOR_AT, value);
    }

    /** Variant of that revision. */
    public int hardwareMinor() {
        return u8(HARDWARE_MINOR_AT);
    }

    public void setHardwareMinor(int value) {
        put8(HARDWARE_MINOR_AT, value);
    }

    /** Firmware version, first number. */
    public int firmwareMajor() {
        return u8(FIRMWARE_MAJOR_AT);
    }

    public void setFirmwareMajor(int value) {
        put8(FIRMWARE_MAJOR_AT, value);
    }

    /** Second number. */
    public int firmwareMinor() {
        return u8(FIRMWARE_MINOR_AT);
    }

    public void setFirmwareMinor(int value) {
        put8(FIRMWARE_MINOR_AT, value);
    }

    /** Third number. */
    public int firmwarePatch() {
        return u8(FIRMWARE_PATCH_AT);
    }

    public void setFirmwarePatch(int value) {
        put8(FIRMWARE_PATCH_AT, value);
    }

    /** IMUs fitted. */
    public int imuCount() {
        return u8(IMU_COUNT_AT);
    }

    public void setImuCount(int value) {
        put8(IMU_COUNT_AT, value);
    }

    /** Sampling rates, rising; 0 = no further one. Unit: Hz. */
    public int rate0Hz() {
        return u16(RATE_0_HZ_AT);
    }

    public void setRate0Hz(int value) {
        put16(RATE_0_HZ_AT, value);
    }

    /** See rate_0_hz. Unit: Hz. */
    public int rate1Hz() {
        return u16(RATE_1_HZ_AT);
    }

    public void setRate1Hz(int value) {
        put16(RATE_1_HZ_AT, value);
    }

    /** See rate_0_hz. Unit: Hz. */
    public int rate2Hz() {
        return u16(RATE_2_HZ_AT);
    }

    public void setRate2Hz(int value) {
        put16(RATE_2_HZ_AT, value);
    }

    /** See rate_0_hz. Unit: Hz. */
    public int rate3Hz() {
        return u16(RATE_3_HZ_AT);
    }

    public void setRate3Hz(int value) {
        put16(RATE_3_HZ_AT, value);
    }

    /** Haptic motor. One of {@link Codes.MotorKind}. */
    public int motor() {
        return u8(MOTOR_AT);
    }

    public void setMotor(int value) {
        put8(MOTOR_AT, value);
    }

    /** Time from driving to what the runner feels; 0 = not known. Unit: ms. */
    public int motorRiseMs() {
        return u8(MOTOR_RISE_MS_AT);
    }

    public void setMotorRiseMs(int value) {
        put8(MOTOR_RISE_MS_AT, value);
    }

    /** Active calibration profile. One of {@link Codes.ProfileState}. */
    public int profileState() {
        return u8(PROFILE_STATE_AT);
    }

    public void setProfileState(int value) {
        put8(PROFILE_STATE_AT, value);
    }

    /** Its slot; 0 without one. */
    public int profileSlot() {
        return u8(PROFILE_SLOT_AT);
    }

    public void setProfileSlot(int value) {
        put8(PROFILE_SLOT_AT, value);
    }

    /** Its generation; 0 without one. */
    public long profileGeneration() {
        return u32(PROFILE_GENERATION_AT);
    }

    public void setProfileGeneration(long value) {
        put32(PROFILE_GENERATION_AT, value);
    }

    /** CRC-32C of its body; 0 without one. */
    public int profileCrc() {
        return i32(PROFILE_CRC_AT);
    }

    public void setProfileCrc(int value) {
        put32(PROFILE_CRC_AT, value);
    }

    /** Part of the lower IMU, or of the only one. One of {@link Codes.ImuPartCode}. */
    public int lowerPart() {
        return u8(LOWER_PART_AT);
    }

    public void setLowerPart(int value) {
        put8(LOWER_PART_AT, value);
    }

    /** Part of the upper IMU. One of {@link Codes.ImuPartCode}. */
    public int upperPart() {
        return u8(UPPER_PART_AT);
    }

    public void setUpperPart(int value) {
        put8(UPPER_PART_AT, value);
    }

    /** Weight of one step of the accelerometer. Unit: 1e-9 g. */
    public long lowerAccelLsbNg() {
        return u32(LOWER_ACCEL_LSB_NG_AT);
    }

    public void setLowerAccelLsbNg(long value) {
        put32(LOWER_ACCEL_LSB_NG_AT, value);
    }

    /** Weight of one step of the gyroscope. Unit: 1e-9 deg/s. */
    public long lowerGyroLsbNdps() {
        return u32(LOWER_GYRO_LSB_NDPS_AT);
    }

    public void setLowerGyroLsbNdps(long value) {
        put32(LOWER_GYRO_LSB_NDPS_AT, value);
    }

    /** Full scale of the accelerometer: saturation begins there. Unit: mg. */
    public int lowerAccelRangeMg() {
        return u16(LOWER_ACCEL_RANGE_MG_AT);
    }

    public void setLowerAccelRangeMg(int value) {
        put16(LOWER_ACCEL_RANGE_MG_AT, value);
    }

    /** Full scale of the gyroscope. Unit: deg/s. */
    public int lowerGyroRangeDps() {
        return u16(LOWER_GYRO_RANGE_DPS_AT);
    }

    public void setLowerGyroRangeDps(int value) {
        put16(LOWER_GYRO_RANGE_DPS_AT, value);
    }

    /** Group delay of the sensor's own filter, not subtracted from any instant; 0 = not known. Unit: us. */
    public int lowerDelayUs() {
        return u16(LOWER_DELAY_US_AT);
    }

    public void setLowerDelayUs(int value) {
        put16(LOWER_DELAY_US_AT, value);
    }

    /** As for the lower IMU; 0 without an upper one. Unit: 1e-9 g. */
    public long upperAccelLsbNg() {
        return u32(UPPER_ACCEL_LSB_NG_AT);
    }

    public void setUpperAccelLsbNg(long value) {
        put32(UPPER_ACCEL_LSB_NG_AT, value);
    }

    /** As for the lower IMU. Unit: 1e-9 deg/s. */
    public long upperGyroLsbNdps() {
        return u32(UPPER_GYRO_LSB_NDPS_AT);
    }

    public void setUpperGyroLsbNdps(long value) {
        put32(UPPER_GYRO_LSB_NDPS_AT, value);
    }

    /** As for the lower IMU. Unit: mg. */
    public int upperAccelRangeMg() {
        return u16(UPPER_ACCEL_RANGE_MG_AT);
    }

    public void setUpperAccelRangeMg(int value) {
        put16(UPPER_ACCEL_RANGE_MG_AT, value);
    }

    /** As for the lower IMU. Unit: deg/s. */
    public int upperGyroRangeDps() {
        return u16(UPPER_GYRO_RANGE_DPS_AT);
    }

    public void setUpperGyroRangeDps(int value) {
        put16(UPPER_GYRO_RANGE_DPS_AT, value);
    }

    /** As for the lower IMU. Unit: us. */
    public int upperDelayUs() {
        return u16(UPPER_DELAY_US_AT);
    }

    public void setUpperDelayUs(int value) {
        put16(UPPER_DELAY_US_AT, value);
    }
}
