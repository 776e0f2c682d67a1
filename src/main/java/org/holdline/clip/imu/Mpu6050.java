package org.holdline.clip.imu;

import java.util.List;
import org.holdline.clip.imu.PartLayout.Burst;
import org.holdline.clip.imu.PartLayout.Identity;
import org.holdline.clip.imu.PartLayout.Rate;
import org.holdline.clip.imu.PartLayout.Temperature;
import org.holdline.clip.imu.PartLayout.Write;

/**
 * InvenSense MPU-6050, product specification PS-MPU-6000A-00, revision 3.4, and register map RM-MPU-6000A-00, revision 4.2.
 * Paced by its status register only; bus clock at most 400 kHz, offsets of 50 (x, y) to 80 mg (z; section 6.2).
 *
 * <p>Of the registers the documents were read where a comment cites them; the other addresses and bits are those of the
 * Linux driver inv_mpu6050.
 */
final class Mpu6050 {
    private static final int SMPLRT_DIV = 0x19;
    private static final int CONFIG = 0x1A;
    private static final int GYRO_CONFIG = 0x1B;
    private static final int ACCEL_CONFIG = 0x1C;
    private static final int INT_PIN_CFG = 0x37;
    private static final int INT_ENABLE = 0x38;
    private static final int INT_STATUS = 0x3A;
    private static final int ACCEL_XOUT_H = 0x3B;
    private static final int PWR_MGMT_1 = 0x6B;
    private static final int WHO_AM_I = 0x75;

    /** Low-pass of 94/98 Hz and of 44/42 Hz, accelerometer/gyroscope: below half of the rates they are set for. */
    private static final int LOW_PASS_94_HZ = 2;

    private static final int LOW_PASS_44_HZ = 3;

    private static final String TABLE_61 = "PS-MPU-6000A-00 rev. 3.4 section 6.1, table of gyroscope specifications";
    private static final String TABLE_62 =
            "PS-MPU-6000A-00 rev. 3.4 section 6.2, table of accelerometer specifications";

    static final PartLayout LAYOUT = new PartLayout(
            "MPU-6050",
            0x68,
            "AD0",
            new Identity(WHO_AM_I, 0x68),
            new Burst(INT_STATUS, 0x01, ACCEL_XOUT_H, 6, 0, 8, true, false),
            // RM-MPU-6000A-00, section 4.18: counts / 340 + 36.53; PS section 6.3: -521 counts at 35 degrees.
            new Temperature(1000, 340, 36_530),
            null,
            List.of(
                    Scale.accelLsbPerG(16, 3 << 3, 2048, TABLE_62),
                    Scale.accelLsbPerG(8, 2 << 3, 4096, TABLE_62),
                    Scale.accelLsbPerG(4, 1 << 3, 8192, TABLE_62),
                    Scale.accelLsbPerG(2, 0 << 3, 16_384, TABLE_62)),
            List.of(
                    Scale.gyroLsbPerDps(2_000_000, 3 << 3, 164, TABLE_61),
                    Scale.gyroLsbPerDps(1_000_000, 2 << 3, 328, TABLE_61),
                    Scale.gyroLsbPerDps(500_000, 1 << 3, 655, TABLE_61),
                    Scale.gyroLsbPerDps(250_000, 0 << 3, 1310, TABLE_61)),
            // RM section 4.2: with a low-pass on, the gyroscope runs at 1 kHz; the code is the divider less one.
            List.of(new Rate(500, 1), new Rate(250, 3), new Rate(200, 4), new Rate(100, 9)),
            Mpu6050::startup);

    private Mpu6050() {}

    private static List<Write> startup(Rate rate, Scale accel, Scale gyro, Pacing pacing) {
        return List.of(
                // 100 ms as in the Linux driver.
                new Write(PWR_MGMT_1, 0x80, 100_000),
                // Awake, on the gyroscope's oscillator: steadier than the internal one. It settles in 30 ms (PS section
                // 6.1, typical); the Linux driver waits for 60.
                new Write(PWR_MGMT_1, 0x01, 30_000),
                new Write(SMPLRT_DIV, rate.code(), 0),
                new Write(CONFIG, rate.hz() >= 200 ? LOW_PASS_94_HZ : LOW_PASS_44_HZ, 0),
                new Write(GYRO_CONFIG, gyro.code(), 0),
                new Write(ACCEL_CONFIG, accel.code(), 0),
                new Write(INT_PIN_CFG, 0x00, 0),
                new Write(INT_ENABLE, 0x01, 5_000));
    }
}
