package org.holdline.bus;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.StructLayout;

/** Layouts and numbers of linux/i2c.h and linux/i2c-dev.h on a 64-bit kernel. */
final class I2cUapi {
    static final long I2C_SLAVE = 0x0703;
    static final long I2C_FUNCS = 0x0705;
    static final long I2C_RDWR = 0x0707;

    /** I2C_FUNCS fills an unsigned long, not an int. */
    static final long FUNCS_BYTES = 8;

    static final long I2C_FUNC_I2C = 1;
    static final short I2C_M_RD = 1;

    /** What i2c-dev takes in one message. */
    static final int MESSAGE_MAX_BYTES = 8192;

    static final StructLayout MSG = MemoryLayout.structLayout(
            JAVA_SHORT.withName("addr"),
            JAVA_SHORT.withName("flags"),
            JAVA_SHORT.withName("len"),
            MemoryLayout.paddingLayout(2),
            ADDRESS.withName("buf"));
    static final StructLayout RDWR = MemoryLayout.structLayout(
            ADDRESS.withName("msgs"), JAVA_INT.withName("nmsgs"), MemoryLayout.paddingLayout(4));

    static final long MSG_BYTES = MSG.byteSize();
    static final long MSG_ADDR = MSG.byteOffset(PathElement.groupElement("addr"));
    static final long MSG_FLAGS = MSG.byteOffset(PathElement.groupElement("flags"));
    static final long MSG_LEN = MSG.byteOffset(PathElement.groupElement("len"));
    static final long MSG_BUF = MSG.byteOffset(PathElement.groupElement("buf"));
    static final long RDWR_MSGS = RDWR.byteOffset(PathElement.groupElement("msgs"));
    static final long RDWR_NMSGS = RDWR.byteOffset(PathElement.groupElement("nmsgs"));

    private I2cUapi() {}
}
