package org.holdline.clip.wired;

import java.util.ArrayList;
import java.util.List;
import org.holdline.bus.I2cDevice;
import org.holdline.clock.Clock;

/** A part whose transfers take what the wire takes, and answer what they are told to. Its own clock. */
final class FakeDevice implements I2cDevice, Clock {
    private static final long OVERHEAD_NS = 40_000;
    private static final long CLOCKS_PER_BYTE = 9L;
    private static final int ADDRESS_BYTES = 3;

    final List<String> calls = new ArrayList<>();
    private final long clockHz;
    private long nowNs;
    int answer;

    FakeDevice(long clockHz) {
        this.clockHz = clockHz;
    }

    static long transferNs(long clockHz, int bytes) {
        return OVERHEAD_NS + (ADDRESS_BYTES + bytes) * CLOCKS_PER_BYTE * 1_000_000_000 / clockHz;
    }

    @Override
    public int burst(int register, byte[] into, int offset, int length) {
        calls.add(String.format("burst %02x %d", register, length));
        nowNs += transferNs(clockHz, length);
        if (answer == 0) {
            into[offset] = 42;
        }
        return answer;
    }

    @Override
    public int put(int register, int value) {
        calls.add(String.format("put %02x %02x", register, value));
        return answer;
    }

    @Override
    public int exchange(byte[] out, int outLength, byte[] in, int inLength) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int reopen() {
        calls.add("reopen");
        return answer;
    }

    @Override
    public String where() {
        return "here";
    }

    @Override
    public void close() {}

    @Override
    public long nanoTime() {
        return nowNs;
    }

    @Override
    public void park(long nanos) {
        nowNs += nanos;
    }
}
