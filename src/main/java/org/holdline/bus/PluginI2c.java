package org.holdline.bus;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.i2c.I2C;
import java.util.Arrays;

/** A part made by somebody else's provider. It allocates, and what went wrong is not known closer than "no transfer". */
final class PluginI2c implements I2cDevice {
    private final I2C part;

    PluginI2c(I2C part) {
        this.part = part;
    }

    @Override
    public String where() {
        return "/dev/i2c-%d 0x%02x (%s)"
                .formatted(part.bus(), part.device(), part.provider().id());
    }

    @Override
    public int burst(int register, byte[] into, int offset, int length) {
        try {
            return part.readRegister(register, into, offset, length) == length ? 0 : -Errno.EREMOTEIO;
        } catch (Pi4JException e) {
            return -Errno.EREMOTEIO;
        }
    }

    @Override
    public int put(int register, int value) {
        try {
            return part.writeRegister(register, (byte) value) < 0 ? -Errno.EREMOTEIO : 0;
        } catch (Pi4JException e) {
            return -Errno.EREMOTEIO;
        }
    }

    @Override
    public int exchange(byte[] out, int outLength, byte[] in, int inLength) {
        try {
            if (inLength == 0) {
                return part.write(out, 0, outLength) < 0 ? -Errno.EREMOTEIO : 0;
            }
            int read = outLength == 0
                    ? part.read(in, 0, inLength)
                    : part.readRegister(Arrays.copyOf(out, outLength), in, 0, inLength);
            return read == inLength ? 0 : -Errno.EREMOTEIO;
        } catch (Pi4JException e) {
            return -Errno.EREMOTEIO;
        }
    }

    /** Pi4J has no way to. */
    @Override
    public int reopen() {
        return -Errno.EOPNOTSUPP;
    }

    @Override
    public void close() {
        part.close();
    }
}
