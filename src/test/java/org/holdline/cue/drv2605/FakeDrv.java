package org.holdline.cue.drv2605;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.holdline.bus.I2cDevice;
import org.holdline.cue.FakeClock;

/**
 * A DRV2605L with a motor, written from data sheet SLOS854D, sections 8.4 to 8.6. Where the data sheet is silent it does
 * the worse: a GO during a waveform begins it anew.
 */
class FakeDrv implements I2cDevice {
    static final int EREMOTEIO = 121;
    static final int ETIMEDOUT = 110;
    static final int CALIBRATION_MS = 600;
    static final int COMPENSATION = 0x0C;
    static final int BACK_EMF = 0x6B;
    static final int BEMF_GAIN = 1;

    private static final int[] AT_POWER_UP = powerUp();

    private final FakeClock clock;
    private final int[] registers = new int[0x23];
    private boolean on;
    private long onSinceNs;
    private long endNs;
    private long longestNs;

    /** Acknowledged writes, "register=value" in hex, and reads as "register?length". */
    final List<String> traffic = new ArrayList<>();

    /** Is it kept? Not where it would grow without end. */
    boolean keepsTraffic = true;

    int transfers;
    int errno = EREMOTEIO;
    /** This many transfers do not reach the part. */
    int refuse;
    /** This many reach it, and the host is told they did not. */
    int loseAnswer;

    boolean unplugged;
    boolean calibrationFails;
    boolean calibrationHangs;
    int flags;
    int closes;

    FakeDrv(FakeClock clock) {
        this.clock = clock;
        powerCycle();
    }

    private static int[] powerUp() {
        int[] registers = new int[0x23];
        registers[0x00] = 0xE0;
        registers[0x01] = 0x40;
        registers[0x03] = 0x01;
        registers[0x04] = 0x01;
        registers[0x11] = 0x05;
        registers[0x12] = 0x19;
        registers[0x13] = 0xFF;
        registers[0x14] = 0x19;
        registers[0x15] = 0xFF;
        registers[0x16] = 0x3E;
        registers[0x17] = 0x8C;
        registers[0x18] = 0x0C;
        registers[0x19] = 0x6C;
        registers[0x1A] = 0x36;
        registers[0x1B] = 0x93;
        registers[0x1C] = 0xF5;
        registers[0x1D] = 0xA0;
        registers[0x1E] = 0x20;
        registers[0x1F] = 0x80;
        registers[0x20] = 0x33;
        return registers;
    }

    void powerCycle() {
        pass();
        stop();
        System.arraycopy(AT_POWER_UP, 0, registers, 0, registers.length);
        flags = 0;
    }

    int register(int address) {
        pass();
        return address == Register.STATUS ? registers[0] | flags : registers[address];
    }

    /** As somebody else may have left it. */
    void set(int address, int value) {
        registers[address] = value;
    }

    boolean isOn() {
        pass();
        return on;
    }

    /** Longest time on without a break so far, ns. */
    long longestNs() {
        pass();
        return on ? Math.max(longestNs, clock.nowNs - onSinceNs) : longestNs;
    }

    List<String> takeTraffic() {
        List<String> taken = List.copyOf(traffic);
        traffic.clear();
        return taken;
    }

    private void note(String form, int first, int second) {
        if (keepsTraffic) {
            traffic.add(form.formatted(first, second));
        }
    }

    private void pass() {
        if (on && clock.nowNs - endNs >= 0) {
            longestNs = Math.max(longestNs, endNs - onSinceNs);
            on = false;
            registers[Register.GO] = 0;
            if ((registers[Register.MODE] & 7) == Register.MODE_CALIBRATE) {
                finishCalibration();
            }
        }
    }

    private void finishCalibration() {
        flags |= calibrationFails ? Register.DIAG_RESULT : 0;
        if (!calibrationFails) {
            registers[Register.COMPENSATION] = COMPENSATION;
            registers[Register.BACK_EMF] = BACK_EMF;
            registers[Register.FEEDBACK] = (registers[Register.FEEDBACK] & 0xFC) | BEMF_GAIN;
        }
    }

    private void stop() {
        if (on) {
            longestNs = Math.max(longestNs, clock.nowNs - onSinceNs);
        }
        on = false;
        registers[Register.GO] = 0;
    }

    private void run(long lengthMs) {
        if (!on) {
            onSinceNs = clock.nowNs;
        }
        on = true;
        endNs = clock.nowNs + lengthMs * 1_000_000;
    }

    private void write(int address, int value) {
        pass();
        if (address == Register.STATUS) {
            return;
        }
        if (address == Register.MODE && (value & Register.MODE_RESET) != 0) {
            powerCycle();
            return;
        }
        registers[address] = value;
        if (address == Register.GO) {
            go(value & 1);
        } else if (address == Register.MODE && (value & Register.MODE_STANDBY) != 0) {
            stop();
        }
    }

    private void go(int bit) {
        if (bit == 0) {
            stop();
            return;
        }
        switch (registers[Register.MODE]) {
            case Register.MODE_INTERNAL_TRIGGER -> run(sequenceMs());
            case Register.MODE_CALIBRATE -> run(calibrationHangs ? 1_000_000 : CALIBRATION_MS);
            default -> {}
        }
    }

    private long sequenceMs() {
        long sum = 0;
        for (int i = Register.SEQUENCE; i < Register.GO && registers[i] != 0; i++) {
            sum += switch (registers[i]) {
                case 1 -> 20;
                case 15 -> 750;
                case 16 -> 1000;
                default -> 10_000;
            };
            for (int offset = 0; offset < 4; offset++) {
                sum += (byte) registers[Register.TIME_OFFSETS + offset] * 5;
            }
        }
        return sum;
    }

    /** Answers whether the transfer reaches the part. */
    private boolean reaches() {
        transfers++;
        if (unplugged || refuse > 0) {
            refuse = Math.max(0, refuse - 1);
            return false;
        }
        return true;
    }

    private int answer() {
        if (loseAnswer > 0) {
            loseAnswer--;
            return -errno;
        }
        return 0;
    }

    @Override
    public String where() {
        return "/dev/i2c-1 0x5a";
    }

    @Override
    public int put(int address, int value) {
        if (!reaches()) {
            return -errno;
        }
        note("%02x=%02x", address, value);
        write(address, value);
        return answer();
    }

    @Override
    public int burst(int address, byte[] into, int offset, int length) {
        if (!reaches()) {
            return -errno;
        }
        note("%02x?%d", address, length);
        byte[] out = new byte[length];
        for (int i = 0; i < length; i++) {
            out[i] = (byte) register(address + i);
            if (address + i == Register.STATUS) {
                flags = 0;
            }
        }
        int answer = answer();
        if (answer == 0) {
            System.arraycopy(out, 0, into, offset, length);
        }
        return answer;
    }

    @Override
    public int exchange(byte[] out, int outLength, byte[] in, int inLength) {
        throw new UnsupportedOperationException(Arrays.toString(out));
    }

    @Override
    public int reopen() {
        return 0;
    }

    @Override
    public void close() {
        closes++;
    }
}
