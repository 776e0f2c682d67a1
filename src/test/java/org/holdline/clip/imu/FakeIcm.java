package org.holdline.clip.imu;

/** ICM-42688-P. */
final class FakeIcm extends FakePart {
    private static final double[] GYRO_DPS_PER_COUNT = {
        1 / 16.4, 1 / 32.8, 1 / 65.5, 1 / 131.0, 1 / 262.0, 1 / 524.3, 1 / 1048.6, 1 / 2097.2
    };
    private static final double[] ACCEL_G_PER_COUNT = {1 / 2048.0, 1 / 4096.0, 1 / 8192.0, 1 / 16384.0};
    private static final int FIFO_PACKETS = 127;

    private final int[] burst = new int[14];
    private final int[] packet = new int[16];
    private int burstFrom;
    private long fifoNext;
    private int packetAt;
    private int countLatched;
    double quietUntilNs;
    int writesWhileStarting;

    FakeIcm(Motion motion, double rateErrorPpm) {
        super(motion, rateErrorPpm);
    }

    @Override
    void reset() {
        java.util.Arrays.fill(registers, 0);
        registers[0x4C] = 0x30;
        registers[0x4F] = 0x06;
        registers[0x50] = 0x06;
        registers[0x64] = 0x10;
        registers[0x75] = 0x47;
        startedNs = Double.NaN;
        fifoNext = 0;
        resets++;
    }

    @Override
    double nominalHz() {
        if (registers[0x4E] != 0x0F) {
            return 0;
        }
        return switch (registers[0x4F] & 0x0F) {
            case 0x6 -> 1000;
            case 0xF -> 500;
            case 0x7 -> 200;
            case 0x8 -> 100;
            default -> 0;
        };
    }

    @Override
    void write(int register, int value, long nowNs) {
        if (nowNs < quietUntilNs) {
            writesWhileStarting++;
        }
        if (register == 0x11 && (value & 1) != 0) {
            reset();
            quietUntilNs = nowNs + 1e6;
            return;
        }
        registers[register] = value;
        if (register == 0x4E && value == 0x0F) {
            quietUntilNs = nowNs + 200e3;
            start(nowNs);
            fifoNext = 0;
        }
        if (register == 0x4B && (value & 0x02) != 0) {
            fifoNext = newest(nowNs) + 1;
            packetAt = 0;
        }
    }

    @Override
    int read(int register, int i, long nowNs) {
        if (register == 0x75) {
            return identity >= 0 ? identity : registers[0x75];
        }
        if (register == 0x2D) {
            return takeReady(nowNs) ? 0x08 : 0x00;
        }
        if (register >= 0x1D && register < 0x2B) {
            if (i == 0) {
                burstFrom = register;
                sample(newest(nowNs));
            }
            return burst[burstFrom - 0x1D + i];
        }
        if (register == 0x2E) {
            if (i == 0) {
                countLatched = 16 * queued(nowNs) - packetAt;
            }
            return i == 0 ? countLatched >> 8 : countLatched & 0xFF;
        }
        if (register == 0x30) {
            return fifoByte(nowNs);
        }
        return registers[register + i];
    }

    private int queued(long nowNs) {
        if (registers[0x16] != 0x40 || (registers[0x5F] & 0x07) != 0x07) {
            return 0;
        }
        long newest = newest(nowNs);
        if (newest - fifoNext + 1 > FIFO_PACKETS) {
            fifoNext = newest - FIFO_PACKETS + 1;
        }
        return (int) (newest - fifoNext + 1);
    }

    private int fifoByte(long nowNs) {
        if (packetAt == 0) {
            if (queued(nowNs) == 0) {
                return 0x80;
            }
            sample(fifoNext);
            packet[0] = 0x68;
            System.arraycopy(burst, 2, packet, 1, 12);
            packet[13] = counts(31.5 - 25, 1 / 2.07) & 0xFF;
            putBig(packet, 14, (int) (instantNs(fifoNext) * 30 / 32e3));
        }
        int value = packet[packetAt++];
        if (packetAt == 16) {
            packetAt = 0;
            fifoNext++;
        }
        return value;
    }

    private void sample(long number) {
        if (number < 0) {
            java.util.Arrays.fill(burst, 0);
            for (int at = 0; at < 14; at += 2) {
                putBig(burst, at, -32768);
            }
            return;
        }
        motion.at(instantNs(number), felt);
        double g = ACCEL_G_PER_COUNT[registers[0x50] >> 5 & 3] * 9.80665;
        double dps = Math.toRadians(GYRO_DPS_PER_COUNT[registers[0x4F] >> 5]);
        putBig(burst, 0, counts(31.5 - 25, 1 / 132.48));
        for (int axis = 0; axis < 3; axis++) {
            putBig(burst, 2 + 2 * axis, counts(felt[axis], g));
            // The gyroscope has nothing valid to say for its first 30 ms.
            boolean spinningUp = number * periodNs() < 30e6;
            putBig(burst, 8 + 2 * axis, spinningUp ? -32768 : counts(felt[3 + axis], dps));
        }
    }
}
