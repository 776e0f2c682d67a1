package org.holdline.clip.imu;

/** MPU-6050: big-endian, temperature between accelerometer and gyroscope. */
final class FakeMpu extends FakePart {
    private final int[] burst = new int[14];

    FakeMpu(Motion motion, double rateErrorPpm) {
        super(motion, rateErrorPpm);
    }

    @Override
    void reset() {
        java.util.Arrays.fill(registers, 0);
        registers[0x6B] = 0x40;
        registers[0x75] = 0x68;
        startedNs = Double.NaN;
        resets++;
    }

    @Override
    double nominalHz() {
        if ((registers[0x6B] & 0x40) != 0) {
            return 0;
        }
        int low = registers[0x1A] & 7;
        return (low == 0 || low == 7 ? 8000.0 : 1000.0) / (1 + registers[0x19]);
    }

    @Override
    void write(int register, int value, long nowNs) {
        if (register == 0x6B && (value & 0x80) != 0) {
            reset();
            return;
        }
        registers[register] = value;
        if (register == 0x6B || register == 0x19 || register == 0x1A) {
            start(nowNs);
        }
    }

    @Override
    int read(int register, int i, long nowNs) {
        if (register == 0x75) {
            return identity >= 0 ? identity : registers[0x75];
        }
        if (register == 0x3A) {
            return takeReady(nowNs) ? 0x01 : 0x00;
        }
        if (register == 0x3B) {
            if (i == 0) {
                sample(newest(nowNs));
            }
            return burst[i];
        }
        return registers[register + i];
    }

    private void sample(long number) {
        motion.at(instantNs(Math.max(0, number)), felt);
        double g = (1 << (registers[0x1C] >> 3 & 3)) / 16384.0 * 9.80665;
        double[] perDps = {131, 65.5, 32.8, 16.4};
        double dps = Math.toRadians(1 / perDps[registers[0x1B] >> 3 & 3]);
        putBig(burst, 6, counts(31.5 - 36.53, 1 / 340.0));
        for (int axis = 0; axis < 3; axis++) {
            putBig(burst, 2 * axis, counts(felt[axis], g));
            putBig(burst, 8 + 2 * axis, counts(felt[3 + axis], dps));
        }
    }
}
