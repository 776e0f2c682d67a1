package org.holdline.clip.imu;

/** LSM6DSV16X: little-endian, gyroscope before accelerometer. */
final class FakeLsm extends FakePart {
    private final int[] burst = new int[14];
    int resetsWhileMeasuring;

    FakeLsm(Motion motion, double rateErrorPpm) {
        super(motion, rateErrorPpm);
    }

    @Override
    void reset() {
        java.util.Arrays.fill(registers, 0);
        registers[0x0F] = 0x70;
        registers[0x12] = 0x44;
        startedNs = Double.NaN;
        resets++;
    }

    @Override
    double nominalHz() {
        if (registers[0x10] != registers[0x11] || registers[0x62] != 0) {
            return 0;
        }
        return switch (registers[0x11] & 0x0F) {
            case 6 -> 120;
            case 7 -> 240;
            case 8 -> 480;
            default -> 0;
        };
    }

    @Override
    void write(int register, int value, long nowNs) {
        if (register == 0x12 && (value & 1) != 0) {
            if (((registers[0x10] | registers[0x11]) & 0x0F) != 0) {
                resetsWhileMeasuring++;
            }
            reset();
            return;
        }
        registers[register] = value;
        if (register == 0x11) {
            start(nowNs);
        }
    }

    @Override
    int read(int register, int i, long nowNs) {
        if (register == 0x0F) {
            return identity >= 0 ? identity : registers[0x0F];
        }
        if (register == 0x1E) {
            return takeReady(nowNs) ? 0x07 : 0x00;
        }
        if (register == 0x20) {
            if (i == 0) {
                sample(newest(nowNs));
            }
            return burst[i];
        }
        return registers[register + i];
    }

    private void sample(long number) {
        motion.at(instantNs(Math.max(0, number)), felt);
        double mg = 0.061 * (1 << (registers[0x17] & 3)) * 9.80665e-3;
        int code = registers[0x15] & 0x0F;
        double mdps = code == 0xC ? 140 : 4.375 * (1 << code);
        putLittle(burst, 0, counts(31.5 - 25, 1 / 256.0));
        for (int axis = 0; axis < 3; axis++) {
            putLittle(burst, 2 + 2 * axis, counts(felt[3 + axis], Math.toRadians(mdps * 1e-3)));
            putLittle(burst, 8 + 2 * axis, counts(felt[axis], mg));
        }
    }
}
