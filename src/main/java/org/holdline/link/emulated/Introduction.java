package org.holdline.link.emulated;

import java.nio.charset.StandardCharsets;
import org.holdline.link.wire.Codes;
import org.holdline.link.wire.HelloResponse;
import org.holdline.link.wire.Protocol;

/** What the clip says of itself in a HELLO RESPONSE. */
final class Introduction {
    private Introduction() {}

    static void write(EmulatedParams params, boolean common, HelloResponse answer) {
        answer.setVersionMin(Protocol.VERSION_MIN);
        answer.setVersionMax(Protocol.VERSION_MAX);
        answer.setVersionAgreed(common ? Protocol.VERSION_MAX : Protocol.VERSION_NONE);
        answer.setMaxPayloadBytes(Protocol.MAX_PAYLOAD_BYTES);
        answer.setBootId(params.bootId());
        answer.setSchemaCrc(Protocol.SCHEMA_CRC);
        answer.setCapabilities(Codes.Capability.HAPTIC
                | Codes.Capability.BUTTON
                | (params.profiles() == null ? 0 : Codes.Capability.PROFILE)
                | (params.simulated() ? Codes.Capability.SIMULATED : 0));
        answer.setSerial(params.serial().getBytes(StandardCharsets.US_ASCII));
        answer.setHardwareMajor(1);
        answer.setFirmwareMinor(1);
        answer.setImuCount(params.imus());
        answer.setRate0Hz(params.rateHz(0));
        answer.setRate1Hz(params.rateHz(1));
        answer.setRate2Hz(params.rateHz(2));
        answer.setRate3Hz(params.rateHz(3));
        answer.setMotor(Codes.MotorKind.LRA);
        answer.setMotorRiseMs(EmulatedScale.MOTOR_RISE_MS);
        lower(answer);
        if (params.imus() > 1) {
            upper(answer);
        }
    }

    private static void lower(HelloResponse answer) {
        answer.setLowerPart(Codes.ImuPartCode.ICM42688P);
        answer.setLowerAccelLsbNg(EmulatedScale.ACCEL_LSB_NG);
        answer.setLowerGyroLsbNdps(EmulatedScale.GYRO_LSB_NDPS);
        answer.setLowerAccelRangeMg(EmulatedScale.ACCEL_RANGE_MG);
        answer.setLowerGyroRangeDps(EmulatedScale.GYRO_RANGE_DPS);
    }

    private static void upper(HelloResponse answer) {
        answer.setUpperPart(Codes.ImuPartCode.ICM42688P);
        answer.setUpperAccelLsbNg(EmulatedScale.ACCEL_LSB_NG);
        answer.setUpperGyroLsbNdps(EmulatedScale.GYRO_LSB_NDPS);
        answer.setUpperAccelRangeMg(EmulatedScale.ACCEL_RANGE_MG);
        answer.setUpperGyroRangeDps(EmulatedScale.GYRO_RANGE_DPS);
    }
}
