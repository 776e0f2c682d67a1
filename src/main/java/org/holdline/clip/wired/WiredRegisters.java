package org.holdline.clip.wired;

import java.util.List;
import org.holdline.bus.Fault;
import org.holdline.bus.I2cDevice;
import org.holdline.clip.imu.RegisterBus;

/** Parts of one kernel bus by their addresses. Allocates nothing per transfer. */
public final class WiredRegisters implements RegisterBus {
    /** A part and the address it was made for. */
    public record Part(int address, I2cDevice device) {}

    private final String name;
    private final Part[] parts;

    /**
     * @param name of the bus, for people
     * @param parts one or more, all on the same bus
     */
    public WiredRegisters(String name, List<Part> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("parts: none, expected one or more");
        }
        this.name = name;
        this.parts = parts.toArray(new Part[0]);
    }

    @Override
    public int write(int address, int register, int value) {
        return code(at(address).put(register, value));
    }

    @Override
    public int read(int address, int register, byte[] into, int length) {
        return code(at(address).burst(register, into, length));
    }

    @Override
    public int reopen() {
        // One descriptor serves all parts of a bus.
        return code(parts[0].device().reopen());
    }

    @Override
    public String name() {
        return name;
    }

    private I2cDevice at(int address) {
        for (Part part : parts) {
            if (part.address() == address) {
                return part.device();
            }
        }
        throw new IllegalArgumentException(String.format("address: 0x%02x, expected one of the parts given", address));
    }

    private static int code(int answer) {
        return switch (Fault.of(answer)) {
            case NONE -> OK;
            case NACK -> NO_ACK;
            case BUS_STUCK -> STUCK;
            case ADAPTER_GONE, NO_SUCH_BUS, NO_PERMISSION -> GONE;
            case BUSY, OTHER -> FAILED;
        };
    }
}
