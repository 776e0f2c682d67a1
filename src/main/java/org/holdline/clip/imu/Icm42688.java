package org.holdline.clip.imu;

import java.util.ArrayList;
import java.util.List;
import org.holdline.clip.imu.PartLayout.Burst;
import org.holdline.clip.imu.PartLayout.Fifo;
import org.holdline.clip.imu.PartLayout.Identity;
import org.holdline.clip.imu.PartLayout.Rate;
import org.holdline.clip.imu.PartLayout.Temperature;
import org.holdline.clip.imu.PartLayout.Write;

/**
 * TDK InvenSense ICM-42688-P, data sheet DS-000347, revision 1.8. Registers of bank 0 (sections 13.1 and 14), codes of the
 * full scales and rates (section 5.6).
 *
 * <p>Table 1 prints the gyroscope's sensitivities rounded. The manufacturer's Linux driver, inv_icm42600, reckons with the
 * full scale over 2^15 counts: 16.384 counts per deg/s where the table says 16.4, a thousandth apart. The part itself is
 * sold to within five thousandths.
 */
final class Icm42688 {
    private static final int DEVICE_CONFIG = 0x11;
    private static final int INT_CONFIG = 0x14;
    private static final int FIFO_CONFIG = 0x16;
    private static final int TEMP_DATA1 = 0x1D;
    private static final int INT_STATUS = 0x2D;
    private static final int FIFO_COUNTH = 0x2E;
    private static final int FIFO_DATA = 0x30;
    private static final int SIGNAL_PATH_RESET = 0x4B;
    private static final int INTF_CONFIG0 = 0x4C;
    private static final int PWR_MGMT0 = 0x4E;
    private static final int GYRO_CONFIG0 = 0x4F;
    private static final int ACCEL_CONFIG0 = 0x50;
    private static final int FIFO_CONFIG1 = 0x5F;
    private static final int INT_CONFIG1 = 0x64;
    private static final int INT_SOURCE0 = 0x65;
    private static final int WHO_AM_I = 0x75;
    private static final int BANK_SEL = 0x76;

    /** Packet with accelerometer, gyroscope, 8-bit temperature and time stamp (section 6.1, packet 3, and 6.4). */
    static final int PACKET_BYTES = 16;

    /** Bits of a packet's header that tell its format (section 6.2): empty, accelerometer, gyroscope, 20 bits. */
    static final int HEADER_FORMAT = 0xF0;

    /** Accelerometer and gyroscope of 16 bits inside. */
    static final int HEADER_BOTH = 0x60;

    private static final String TABLE_1 = "DS-000347 rev. 1.8 table 1, gyroscope specifications";
    private static final String TABLE_2 = "DS-000347 rev. 1.8 table 2, accelerometer specifications";

    static final PartLayout LAYOUT = new PartLayout(
            "ICM-42688-P",
            0x68,
            "AP_AD0",
            new Identity(WHO_AM_I, 0x47),
            new Burst(INT_STATUS, 0x08, TEMP_DATA1, 0, 2, 8, true, true),
            // Section 4.13 and table 4: counts / 132.48 + 25.
            new Temperature(100_000, 13_248, 25_000),
            new Fifo(
                    FIFO_COUNTH,
                    FIFO_DATA,
                    // Section 6.3: of 2048 bytes one packet's length stays free.
                    2048 - PACKET_BYTES,
                    // The data sheet names no time for this (section 14.33), and Linux and Zephyr take none.
                    new Write(SIGNAL_PATH_RESET, 0x02, 100),
                    // Section 4.13 and table 4, temperature in the FIFO: counts / 2.07 + 25.
                    new Temperature(100_000, 207, 25_000)),
            List.of(
                    Scale.accelLsbPerG(16, 0b000 << 5, 2048, TABLE_2),
                    Scale.accelLsbPerG(8, 0b001 << 5, 4096, TABLE_2),
                    Scale.accelLsbPerG(4, 0b010 << 5, 8192, TABLE_2),
                    Scale.accelLsbPerG(2, 0b011 << 5, 16_384, TABLE_2)),
            List.of(
                    Scale.gyroLsbPerDps(2_000_000, 0b000 << 5, 164, TABLE_1),
                    Scale.gyroLsbPerDps(1_000_000, 0b001 << 5, 328, TABLE_1),
                    Scale.gyroLsbPerDps(500_000, 0b010 << 5, 655, TABLE_1),
                    Scale.gyroLsbPerDps(250_000, 0b011 << 5, 1310, TABLE_1),
                    Scale.gyroLsbPerDps(125_000, 0b100 << 5, 2620, TABLE_1),
                    Scale.gyroLsbPerDps(62_500, 0b101 << 5, 5243, TABLE_1),
                    Scale.gyroLsbPerDps(31_250, 0b110 << 5, 10_486, TABLE_1),
                    Scale.gyroLsbPerDps(15_625, 0b111 << 5, 20_972, TABLE_1)),
            List.of(new Rate(1000, 0b0110), new Rate(500, 0b1111), new Rate(200, 0b0111), new Rate(100, 0b1000)),
            Icm42688::startup);

    private Icm42688() {}

    private static List<Write> startup(Rate rate, Scale accel, Scale gyro, Pacing pacing) {
        List<Write> writes = new ArrayList<>();
        writes.add(new Write(BANK_SEL, 0, 0));
        // Section 14.1 asks for 1 ms; the rest is margin. Linux takes 1 ms, Zephyr 2.
        writes.add(new Write(DEVICE_CONFIG, 0x01, 20_000));
        // Its reset value: big endian, queue counted in bytes, invalid samples marked.
        writes.add(new Write(INTF_CONFIG0, 0x30, 0));
        // Pulsed, push-pull, active high, and INT_ASYNC_RESET off, as the pin needs it (section 12.6).
        writes.add(new Write(INT_CONFIG, 0x03, 0));
        writes.add(new Write(INT_CONFIG1, 0x00, 0));
        writes.add(new Write(INT_SOURCE0, pacing == Pacing.DATA_READY ? 0x08 : 0x00, 0));
        writes.add(new Write(GYRO_CONFIG0, gyro.code() | rate.code(), 0));
        writes.add(new Write(ACCEL_CONFIG0, accel.code() | rate.code(), 0));
        if (pacing == Pacing.FIFO) {
            writes.add(new Write(FIFO_CONFIG1, 0x47, 0));
            writes.add(new Write(FIFO_CONFIG, 0x40, 0));
        }
        // Section 14.36: no register write for 200 us; the gyroscope stays on for at least 45 ms. It starts in 30 ms
        // (table 1), the accelerometer in 10 (table 2), both typical; Zephyr waits for 50 ms, Linux for 60.
        writes.add(new Write(PWR_MGMT0, 0x0F, 50_000));
        if (pacing == Pacing.FIFO) {
            writes.add(new Write(SIGNAL_PATH_RESET, 0x02, 100));
        }
        return writes;
    }
}
