package org.holdline.clip.imu;

import java.util.List;
import org.holdline.clip.imu.PartLayout.Burst;
import org.holdline.clip.imu.PartLayout.Identity;
import org.holdline.clip.imu.PartLayout.Rate;
import org.holdline.clip.imu.PartLayout.Temperature;
import org.holdline.clip.imu.PartLayout.Write;

/**
 * STMicroelectronics LSM6DSV16X, data sheet DS13510, revision 4. Paced by its status register only.
 *
 * <p>The data sheet itself was not at hand. Registers, bits, codes, temperature and sensitivities are those of the
 * manufacturer's public driver lsm6dsv16x-pid; the table of the sensitivities is the one that public projects cite from
 * revision 4.
 */
final class Lsm6dsv16x {
    private static final int INT1_CTRL = 0x0D;
    private static final int WHO_AM_I = 0x0F;
    private static final int CTRL1 = 0x10;
    private static final int CTRL2 = 0x11;
    private static final int CTRL3 = 0x12;
    private static final int CTRL6 = 0x15;
    private static final int CTRL8 = 0x17;
    private static final int STATUS = 0x1E;
    private static final int OUT_TEMP_L = 0x20;
    private static final int HAODR_CFG = 0x62;

    private static final String TABLE_3 = "DS13510 rev. 4 table 3, mechanical characteristics";

    static final PartLayout LAYOUT = new PartLayout(
            "LSM6DSV16X",
            0x6A,
            "SDO/SA0",
            new Identity(WHO_AM_I, 0x70),
            // Gyroscope ready. Both sensors run at one rate, and the temperature comes first in the burst.
            new Burst(STATUS, 0x02, OUT_TEMP_L, 0, 8, 2, false, false),
            // 256 counts a degree, 0 at 25 degrees: lsm6dsv16x_from_lsb_to_celsius.
            new Temperature(1000, 256, 25_000),
            null,
            List.of(
                    Scale.accelUgPerLsb(16, 0x3, 488, TABLE_3),
                    Scale.accelUgPerLsb(8, 0x2, 244, TABLE_3),
                    Scale.accelUgPerLsb(4, 0x1, 122, TABLE_3),
                    Scale.accelUgPerLsb(2, 0x0, 61, TABLE_3)),
            List.of(
                    Scale.gyroUdpsPerLsb(4_000_000, 0xC, 140_000, TABLE_3),
                    Scale.gyroUdpsPerLsb(2_000_000, 0x4, 70_000, TABLE_3),
                    Scale.gyroUdpsPerLsb(1_000_000, 0x3, 35_000, TABLE_3),
                    Scale.gyroUdpsPerLsb(500_000, 0x2, 17_500, TABLE_3),
                    Scale.gyroUdpsPerLsb(250_000, 0x1, 8_750, TABLE_3),
                    Scale.gyroUdpsPerLsb(125_000, 0x0, 4_375, TABLE_3)),
            List.of(new Rate(480, 0x8), new Rate(240, 0x7), new Rate(120, 0x6)),
            Lsm6dsv16x::startup);

    private Lsm6dsv16x() {}

    private static List<Write> startup(Rate rate, Scale accel, Scale gyro, Pacing pacing) {
        return List.of(
                // A run before this one may have left it measuring: lsm6dsv16x_sw_reset stops both sensors first.
                new Write(CTRL1, 0x00, 0),
                new Write(CTRL2, 0x00, 0),
                // The bit clears itself; that driver looks for it four times, 1 ms apart.
                new Write(CTRL3, 0x01, 20_000),
                // Block data update: both bytes of a word from one sample; register number counts up in a burst.
                new Write(CTRL3, 0x44, 0),
                // With 0 the rate codes mean 120, 240 and 480 Hz; with 1 125, 250 and 500.
                new Write(HAODR_CFG, 0x00, 0),
                new Write(INT1_CTRL, 0x02, 0),
                new Write(CTRL6, gyro.code(), 0),
                new Write(CTRL8, accel.code(), 0),
                new Write(CTRL1, rate.code(), 0),
                // The sister part LSM6DSK320X turns its gyroscope on in 40 ms; of this one the time is not confirmed.
                new Write(CTRL2, rate.code(), 50_000));
    }
}
