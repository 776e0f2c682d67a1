package org.holdline.bus;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.StructLayout;

/** Layouts and numbers of linux/gpio.h, second version of its line interface (kernel 5.10 and newer). */
final class GpioUapi {
    static final int NAME_BYTES = 32;
    static final int LINES_MAX = 64;
    static final int ATTRIBUTES_MAX = 10;

    static final long FLAG_INPUT = 1 << 2;
    static final long FLAG_OUTPUT = 1 << 3;
    static final long FLAG_EDGE_RISING = 1 << 4;
    static final long FLAG_EDGE_FALLING = 1 << 5;
    static final long FLAG_BIAS_PULL_UP = 1 << 8;
    static final long FLAG_BIAS_PULL_DOWN = 1 << 9;
    static final long FLAG_BIAS_DISABLED = 1 << 10;
    static final int ATTRIBUTE_OUTPUT_VALUES = 2;
    static final int ATTRIBUTE_DEBOUNCE = 3;
    static final int EVENT_RISING_EDGE = 1;

    static final StructLayout CHIP_INFO = MemoryLayout.structLayout(
            MemoryLayout.sequenceLayout(NAME_BYTES, JAVA_BYTE).withName("name"),
            MemoryLayout.sequenceLayout(NAME_BYTES, JAVA_BYTE).withName("label"),
            JAVA_INT.withName("lines"));
    static final StructLayout VALUES =
            MemoryLayout.structLayout(JAVA_LONG.withName("bits"), JAVA_LONG.withName("mask"));
    /** struct gpio_v2_line_attribute within its gpio_v2_line_config_attribute. */
    static final StructLayout ATTRIBUTE = MemoryLayout.structLayout(
            JAVA_INT.withName("id"),
            JAVA_INT.withName("padding"),
            JAVA_LONG.withName("value"),
            JAVA_LONG.withName("mask"));

    static final StructLayout CONFIG = MemoryLayout.structLayout(
            JAVA_LONG.withName("flags"),
            JAVA_INT.withName("num_attrs"),
            MemoryLayout.sequenceLayout(5, JAVA_INT).withName("padding"),
            MemoryLayout.sequenceLayout(ATTRIBUTES_MAX, ATTRIBUTE).withName("attrs"));
    static final StructLayout REQUEST = MemoryLayout.structLayout(
            MemoryLayout.sequenceLayout(LINES_MAX, JAVA_INT).withName("offsets"),
            MemoryLayout.sequenceLayout(NAME_BYTES, JAVA_BYTE).withName("consumer"),
            CONFIG.withName("config"),
            JAVA_INT.withName("num_lines"),
            JAVA_INT.withName("event_buffer_size"),
            MemoryLayout.sequenceLayout(5, JAVA_INT).withName("padding"),
            JAVA_INT.withName("fd"));
    static final StructLayout EVENT = MemoryLayout.structLayout(
            JAVA_LONG.withName("timestamp_ns"),
            JAVA_INT.withName("id"),
            JAVA_INT.withName("offset"),
            JAVA_INT.withName("seqno"),
            JAVA_INT.withName("line_seqno"),
            MemoryLayout.sequenceLayout(6, JAVA_INT).withName("padding"));

    static final long CHIP_INFO_LABEL = offset(CHIP_INFO, "label");
    static final long CHIP_INFO_LINES = offset(CHIP_INFO, "lines");
    static final long VALUES_BITS = offset(VALUES, "bits");
    static final long VALUES_MASK = offset(VALUES, "mask");
    static final long ATTRIBUTE_ID = offset(ATTRIBUTE, "id");
    static final long ATTRIBUTE_VALUE = offset(ATTRIBUTE, "value");
    static final long ATTRIBUTE_MASK = offset(ATTRIBUTE, "mask");
    static final long CONFIG_FLAGS = offset(CONFIG, "flags");
    static final long CONFIG_NUM_ATTRS = offset(CONFIG, "num_attrs");
    static final long CONFIG_ATTRS = offset(CONFIG, "attrs");
    static final long REQUEST_OFFSETS = offset(REQUEST, "offsets");
    static final long REQUEST_CONSUMER = offset(REQUEST, "consumer");
    static final long REQUEST_CONFIG = offset(REQUEST, "config");
    static final long REQUEST_NUM_LINES = offset(REQUEST, "num_lines");
    static final long REQUEST_EVENT_BUFFER_SIZE = offset(REQUEST, "event_buffer_size");
    static final long REQUEST_FD = offset(REQUEST, "fd");
    static final long EVENT_TIMESTAMP_NS = offset(EVENT, "timestamp_ns");
    static final long EVENT_ID = offset(EVENT, "id");
    static final long EVENT_LINE_SEQNO = offset(EVENT, "line_seqno");

    private static final long READ = 2L << 30;
    private static final long WRITE = 1L << 30;

    static final long GET_CHIPINFO = number(READ, 0x01, CHIP_INFO);
    static final long GET_LINE = number(READ | WRITE, 0x07, REQUEST);
    static final long SET_CONFIG = number(READ | WRITE, 0x0D, CONFIG);
    static final long GET_VALUES = number(READ | WRITE, 0x0E, VALUES);
    static final long SET_VALUES = number(READ | WRITE, 0x0F, VALUES);

    private GpioUapi() {}

    private static long number(long direction, long index, StructLayout argument) {
        return direction | argument.byteSize() << 16 | 0xB4 << 8 | index;
    }

    private static long offset(StructLayout struct, String field) {
        return struct.byteOffset(PathElement.groupElement(field));
    }
}
