package org.holdline.clip.imu;

import java.util.Random;

/** A bus of register models at 400 kHz that can be made to fail. */
final class FakeBus implements RegisterBus {
    private static final double BYTE_NS = 9 / 400e3 * 1e9;

    private final FakeClock clock;
    private final FakePart[] parts = new FakePart[128];
    private final Random random = new Random(11);

    int stuckUntilReopens;
    boolean gone;
    int reopens;
    long transfers;
    double busyNs;

    /** Per address: transfers to refuse from now on; and out of a million, those refused at random. */
    final int[] refuse = new int[128];

    final int[] refusedPerMillion = new int[128];

    FakeBus(FakeClock clock) {
        this.clock = clock;
    }

    FakeBus with(int address, FakePart part) {
        parts[address] = part;
        return this;
    }

    void unplug(int address) {
        parts[address] = null;
    }

    FakePart at(int address) {
        return parts[address];
    }

    @Override
    public int write(int address, int register, int value) {
        int code = begin(address, 3);
        if (code == OK) {
            parts[address].write(register, value, clock.nowNs);
        }
        return code;
    }

    @Override
    public int read(int address, int register, byte[] into, int length) {
        int code = begin(address, 3);
        if (code != OK) {
            return code;
        }
        for (int i = 0; i < length; i++) {
            into[i] = (byte) parts[address].read(register, i, clock.nowNs);
        }
        take(length * BYTE_NS);
        return OK;
    }

    private int begin(int address, int bytes) {
        transfers++;
        if (gone) {
            return GONE;
        }
        if (reopens < stuckUntilReopens) {
            take(10e6);
            return STUCK;
        }
        take(20e3 + bytes * BYTE_NS);
        if (parts[address] == null) {
            return NO_ACK;
        }
        if (refuse[address] > 0) {
            refuse[address]--;
            return NO_ACK;
        }
        boolean noise = refusedPerMillion[address] > 0 && random.nextInt(1_000_000) < refusedPerMillion[address];
        return noise ? NO_ACK : OK;
    }

    private void take(double ns) {
        busyNs += ns;
        clock.nowNs += Math.round(ns);
    }

    @Override
    public int reopen() {
        reopens++;
        return gone ? GONE : OK;
    }

    @Override
    public String name() {
        return "/dev/i2c-1";
    }
}
