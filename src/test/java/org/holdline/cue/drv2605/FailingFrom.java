package org.holdline.cue.drv2605;

import org.holdline.bus.I2cDevice;

/** Lets two transfers in a row fail, from a given one on. */
final class FailingFrom implements I2cDevice {
    private final FakeDrv part;
    private final int first;
    private final boolean reached;
    private int transfers;

    FailingFrom(FakeDrv part, int first, boolean reached) {
        this.part = part;
        this.first = first;
        this.reached = reached;
    }

    private void plan() {
        if (transfers == first || transfers == first + 1) {
            part.refuse = reached ? 0 : 1;
            part.loseAnswer = reached ? 1 : 0;
        }
        transfers++;
    }

    @Override
    public String where() {
        return part.where();
    }

    @Override
    public int burst(int register, byte[] into, int offset, int length) {
        plan();
        return part.burst(register, into, offset, length);
    }

    @Override
    public int put(int register, int value) {
        plan();
        return part.put(register, value);
    }

    @Override
    public int exchange(byte[] out, int outLength, byte[] in, int inLength) {
        return part.exchange(out, outLength, in, inLength);
    }

    @Override
    public int reopen() {
        return part.reopen();
    }

    @Override
    public void close() {
        part.close();
    }
}
