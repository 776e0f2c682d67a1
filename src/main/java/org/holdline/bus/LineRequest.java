package org.holdline.bus;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** One GPIO line, asked for and held through the kernel's line interface. Not thread-safe: its owner locks. */
final class LineRequest {
    private static final String CONSUMER = "holdline";

    private final String chip;
    private final int line;
    private final Descriptor file;
    private final Descriptor eventFile;
    private final MemorySegment config;
    private final MemorySegment high;
    private final MemorySegment low;
    private final MemorySegment values;

    private LineRequest(String chip, int line, long flags, int attribute, long value) {
        this.chip = chip;
        this.line = line;
        Arena arena = Arena.ofAuto();
        high = values(arena, 1);
        low = values(arena, 0);
        values = values(arena, 0);
        MemorySegment request = arena.allocate(GpioUapi.REQUEST);
        request.set(JAVA_INT, GpioUapi.REQUEST_OFFSETS, line);
        request.set(JAVA_INT, GpioUapi.REQUEST_NUM_LINES, 1);
        request.setString(GpioUapi.REQUEST_CONSUMER, CONSUMER);
        config = request.asSlice(GpioUapi.REQUEST_CONFIG, GpioUapi.CONFIG);
        config.set(JAVA_LONG, GpioUapi.CONFIG_FLAGS, flags);
        if (attribute != 0) {
            config.set(JAVA_INT, GpioUapi.CONFIG_NUM_ATTRS, 1);
            config.set(JAVA_INT, GpioUapi.CONFIG_ATTRS + GpioUapi.ATTRIBUTE_ID, attribute);
            // The debounce period takes the low half of the union, which on a little-endian machine comes first.
            config.set(JAVA_LONG, GpioUapi.CONFIG_ATTRS + GpioUapi.ATTRIBUTE_VALUE, value);
            config.set(JAVA_LONG, GpioUapi.CONFIG_ATTRS + GpioUapi.ATTRIBUTE_MASK, 1);
        }
        file = new Descriptor(ask(request));
        eventFile = file.view();
    }

    /**
     * An output that has its value from the first moment on: the value is part of the request.
     *
     * @throws BusException when the kernel refuses
     */
    static LineRequest output(String chip, int line, boolean high) {
        return new LineRequest(chip, line, GpioUapi.FLAG_OUTPUT, GpioUapi.ATTRIBUTE_OUTPUT_VALUES, high ? 1 : 0);
    }

    /**
     * An input whose edges, both of them, can be read.
     *
     * @param biasFlag one of the FLAG_BIAS constants
     * @param debounceUs shortest time between two edges; 0 = every edge
     * @throws BusException when the kernel refuses
     */
    static LineRequest input(String chip, int line, long biasFlag, int debounceUs) {
        long flags = GpioUapi.FLAG_INPUT | GpioUapi.FLAG_EDGE_RISING | GpioUapi.FLAG_EDGE_FALLING | biasFlag;
        return new LineRequest(chip, line, flags, debounceUs == 0 ? 0 : GpioUapi.ATTRIBUTE_DEBOUNCE, debounceUs);
    }

    String where() {
        return chip + " line " + line;
    }

    BusException exception(int errno) {
        return Causes.line(chip, line, errno);
    }

    /** 0 or minus the errno. */
    int set(boolean toHigh) {
        return Math.min(0, file.ioctl(GpioUapi.SET_VALUES, toHigh ? high : low));
    }

    /**
     * Narrows an input to some of its edges.
     *
     * @throws BusException when the kernel refuses
     */
    void watch(boolean rising, boolean falling) {
        long flags = config.get(JAVA_LONG, GpioUapi.CONFIG_FLAGS)
                & ~(GpioUapi.FLAG_EDGE_RISING | GpioUapi.FLAG_EDGE_FALLING);
        flags |= (rising ? GpioUapi.FLAG_EDGE_RISING : 0) | (falling ? GpioUapi.FLAG_EDGE_FALLING : 0);
        config.set(JAVA_LONG, GpioUapi.CONFIG_FLAGS, flags);
        int answer = file.ioctl(GpioUapi.SET_CONFIG, config);
        if (answer < 0) {
            throw exception(-answer);
        }
    }

    /** 1, 0 or minus the errno. */
    int get() {
        int answer = file.ioctl(GpioUapi.GET_VALUES, values);
        return answer < 0 ? answer : (int) values.get(JAVA_LONG, GpioUapi.VALUES_BITS) & 1;
    }

    /** For one thread, beside the one that sets or gets: bytes of events read into a segment, 0 when none came in time, or minus the errno. */
    int awaitEvents(MemorySegment into, int timeoutMs) {
        int ready = eventFile.awaitReadable(timeoutMs);
        return ready <= 0 ? ready : eventFile.read(into);
    }

    void close() {
        file.close();
    }

    private int ask(MemorySegment request) {
        Descriptor device = GpioChip.open(chip);
        try {
            int count = GpioChip.lines(device, chip);
            if (line < 0 || line >= count) {
                throw Causes.noLine(chip, line, count);
            }
            int answer = device.ioctl(GpioUapi.GET_LINE, request);
            if (answer < 0) {
                throw Causes.line(chip, line, -answer);
            }
            return request.get(JAVA_INT, GpioUapi.REQUEST_FD);
        } finally {
            device.close();
        }
    }

    private static MemorySegment values(Arena arena, long bits) {
        MemorySegment values = arena.allocate(GpioUapi.VALUES);
        values.set(JAVA_LONG, GpioUapi.VALUES_BITS, bits);
        values.set(JAVA_LONG, GpioUapi.VALUES_MASK, 1);
        return values;
    }
}
