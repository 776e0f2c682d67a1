package org.holdline.clip.wired;

import org.holdline.bus.BusSpeed;
import org.holdline.bus.I2cDevice;
import org.holdline.clip.imu.ImuPart;
import org.holdline.clip.imu.Pacing;
import org.holdline.clock.Clock;

/**
 * How much of the bus the IMUs need, measured on it: on a Pi the clock is often not the one that config.txt asks for.
 *
 * @param clockHz estimate of the clock on the wire, 0 = not known
 * @param sampleNs bus time that one sample of one IMU costs, ns, with the looks that find it; 0 = nobody answered
 * @param imus how many there are
 */
public record BusLoad(long clockHz, long sampleNs, int imus) {
    /** Above this nothing is left for a slow transfer, a retry and the motor. */
    public static final int LIMIT_PERMILLE = 600;

    /** Slower sampling no longer shows a foot contact of 150 ms. */
    public static final int MIN_RATE_HZ = 100;

    private static final int ROUNDS = 40;
    private static final int QUEUE_COUNT_BYTES = 2;
    private static final int QUEUE_PACKET_BYTES = 16;
    private static final int STATUS_BYTES = 1;
    private static final int SAMPLE_BYTES = 14;

    /** A look follows another after 0.88 of a period where there is a queue, and after 0.74 where there is none. */
    private static final int QUEUE_LOOKS_PERMILLE = 1136;

    private static final int STATUS_LOOKS_PERMILLE = 1351;

    /** Beyond any I2C bus: what was measured is overhead, not bytes. */
    private static final long MAX_CLOCK_HZ = 5_000_000;

    /** Times transfers of the sizes that the run will make; takes some 40 ms at 400 kHz. */
    public static BusLoad measure(I2cDevice device, ImuPart part, Pacing pacing, int imus, Clock clock) {
        boolean queue = pacing == Pacing.FIFO;
        BusSpeed speed = BusSpeed.measure(
                device,
                part.sampleRegister(),
                queue ? QUEUE_COUNT_BYTES : STATUS_BYTES,
                queue ? QUEUE_PACKET_BYTES : SAMPLE_BYTES,
                ROUNDS,
                clock);
        long looksNs = speed.shortNs() * (queue ? QUEUE_LOOKS_PERMILLE : STATUS_LOOKS_PERMILLE) / 1000;
        return new BusLoad(speed.clockHz() > MAX_CLOCK_HZ ? 0 : speed.clockHz(), looksNs + speed.burstNs(), imus);
    }

    /** Share of the bus in thousandths. */
    public long permille(int rateHz) {
        return sampleNs * rateHz * imus / 1_000_000;
    }

    /**
     * The rate wanted, or halved as often as the bus needs, each time to what the part has nearest below; 0 when that ends
     * under {@link #MIN_RATE_HZ}.
     */
    public int affordableHz(ImuPart part, int wantedHz) {
        int hz = wantedHz;
        while (hz >= MIN_RATE_HZ && permille(hz) > LIMIT_PERMILLE) {
            int half = hz / 2;
            hz = part.ratesHz().stream()
                    .filter(rate -> rate <= half)
                    .findFirst()
                    .orElse(0);
        }
        return hz >= MIN_RATE_HZ ? hz : 0;
    }

    /** What mends it on a Pi. */
    public String remedy(ImuPart part) {
        long hz = clockHz < 350_000 ? 400_000 : 1_000_000;
        return hz > part.maxBusHz()
                ? "this part cannot go faster than 400 kHz: use one IMU, or an ICM-42688-P"
                : "put this line into /boot/firmware/config.txt and restart the Pi: dtparam=i2c_arm=on,i2c_arm_baudrate="
                        + hz;
    }
}
