package org.holdline.bus;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.i2c.I2C;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.holdline.clock.Clock;

/**
 * Tries the room on a real I2C bus and GPIO chip with two ICM-42688-P, a 24LC256 and a line that can be pulled from
 * outside, as the environment names them. Prints what was checked, what was seen and whether that is right.
 */
final class WiredCheck {
    private static final int IDENTITY = 0x75;
    private static final int ICM_42688_P = 0x47;
    private static final int DATA = 0x1D;
    private static final int DATA_BYTES = 14;
    private static final int WINDOWS = 40;
    private static final int PER_WINDOW = 2_000;

    private final Clock clock = Clock.system();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final int bus = Integer.parseInt(env("HOLDLINE_I2C").replace("/dev/i2c-", ""));
    private final String chip = env("HOLDLINE_GPIOCHIP");
    private final int buzzer = Integer.parseInt(env("HOLDLINE_BUZZER_LINE"));
    private final int dataReady = Integer.parseInt(env("HOLDLINE_DRDY_LINE"));
    private final Path faults = Path.of(env("HOLDLINE_FAULT_DIR"));
    private final Path buzzerLevel = Path.of(env("BUZZER_VALUE"));
    private final Path dataReadyPull = Path.of(env("DRDY_PULL"));
    private int wrong;

    private WiredCheck() {}

    public static void main(String[] arguments) {
        WiredCheck check = new WiredCheck();
        if (Arrays.asList(arguments).contains("refused")) {
            check.refused();
        } else {
            check.all();
        }
        System.out.println(check.wrong == 0 ? "all ok" : check.wrong + " wrong");
        System.exit(check.wrong == 0 ? 0 : 1);
    }

    /** As a user without rights. */
    private void refused() {
        try (Wires wires = Wires.open(WiresParams.own(chip), clock)) {
            show("no right to the bus", Fault.NO_PERMISSION, () -> wires.device(bus, 0x68));
            show("no right to the chip", Fault.NO_PERMISSION, () -> wires.output(buzzer, false));
            show("no right to any chip", Fault.NO_PERMISSION, () -> GpioChip.find("/dev", GpioChip.HEADER, 0));
        }
    }

    private void all() {
        try (Wires wires = Wires.open(WiresParams.own(chip), clock)) {
            bursts(wires);
            plainI2c(wires.context());
            speed(wires);
            errors(wires);
            output(wires);
            input(wires);
            plainGpio(wires.context());
            chips();
        }
        check("buzzer off after the end", level(), 0);
    }

    private void bursts(Wires wires) {
        I2cDevice sacral = wires.device(bus, 0x68);
        I2cDevice thoracic = wires.device(bus, 0x69);
        byte[] into = new byte[DATA_BYTES];
        for (I2cDevice imu : List.of(sacral, thoracic)) {
            int answer = imu.burst(IDENTITY, into, 1);
            check("identity of " + imu.where() + ", answer " + answer, into[0] & 0xFF, ICM_42688_P);
            check("power on " + imu.where(), imu.put(0x4E, 0x0F), 0);
        }
        LockSupport.parkNanos(60_000_000);
        feed(1000);
        check("burst of 14 answers", thoracic.burst(DATA, into, DATA_BYTES), 0);
        HexFormat hex = HexFormat.of();
        check("burst of 14 bytes", hex.formatHex(into), "021203ee03ef03f003f103f203f3");
        check(
                "least bytes allocated by " + PER_WINDOW + " bursts",
                allocated(() -> sacral.burst(DATA, into, DATA_BYTES)),
                0L);
        check("least bytes allocated by " + PER_WINDOW + " writes", allocated(() -> sacral.put(0x4F, 0x26)), 0L);
        check("burst after reopening", sacral.reopen() + sacral.burst(IDENTITY, into, 1), 0);
        sacral.close();
        check("burst on a closed part", Fault.of(sacral.burst(IDENTITY, into, 1)), Fault.ADAPTER_GONE);
        check("the other part still answers", thoracic.burst(IDENTITY, into, 1), 0);
        thoracic.close();
    }

    private void plainI2c(Context context) {
        I2C imu = context.create(I2C.newConfigBuilder(context)
                .bus(bus)
                .device(0x68)
                .provider("holdline-i2c")
                .build());
        check("Pi4J readRegister", imu.readRegister(IDENTITY), ICM_42688_P);
        imu.writeRegister(0x4F, 0x46);
        check("Pi4J writeRegister, read back", imu.readRegister(0x4F), 0x46);
        check("Pi4J write then read", imu.write((byte) IDENTITY) + imu.read(), 1 + ICM_42688_P);
        byte[] block = new byte[4];
        check("Pi4J block length", imu.register(0x74).read(block, 0, 4), 4);
        check("Pi4J block", block[1] & 0xFF, ICM_42688_P);
        imu.close();
        check("Pi4J closed part is out of the registry", context.hasIO(imu.id()), false);

        I2C memory = context.create(
                I2C.newConfigBuilder(context).bus(bus).device(0x50).build());
        byte[] page = new byte[16];
        for (int i = 0; i < page.length; i++) {
            page[i] = (byte) (i + 0x40);
        }
        byte[] at = {0x01, 0x00};
        memory.writeRegister(at, page, 0, page.length);
        LockSupport.parkNanos(50_000_000);
        byte[] back = new byte[16];
        memory.readRegister(at, back, 0, back.length);
        check("Pi4J block write with a wide address", Arrays.equals(page, back), true);
        byte[] delayed = new byte[16];
        memory.writeThenRead(at, 0, 2, 1_000_000, delayed, 0, delayed.length);
        check("Pi4J write, stop, wait, read", Arrays.equals(page, delayed), true);
        memory.close();
    }

    private void speed(Wires wires) {
        try (I2cDevice imu = wires.device(bus, 0x68)) {
            for (String khz : new String[] {"400", "100", "0"}) {
                write(faults.resolve("bus_khz"), khz);
                BusSpeed speed = BusSpeed.measure(imu, DATA, 2, DATA_BYTES, 50, clock);
                System.out.println("  bus set to " + khz + " kHz: " + speed);
            }
        }
    }

    private void errors(Wires wires) {
        byte[] into = new byte[DATA_BYTES];
        try (I2cDevice nobody = wires.device(bus, 0x20);
                I2cDevice imu = wires.device(bus, 0x69)) {
            check("absent part answers", nobody.burst(IDENTITY, into, 1), -Errno.ENXIO);
            show("absent part, plain Pi4J", Fault.NACK, () -> ((I2C) nobody).readRegister(IDENTITY));
            write(faults.resolve("fail_every"), "2");
            int failed = 0;
            for (int i = 0; i < 10; i++) {
                failed += Fault.of(imu.burst(IDENTITY, into, 1)) == Fault.NACK ? 1 : 0;
            }
            write(faults.resolve("fail_every"), "0");
            check("every second transfer fails, of 10", failed, 5);
        }
        show("no such bus", Fault.NO_SUCH_BUS, () -> wires.device(42, 0x68));
        write(Path.of("/sys/bus/i2c/devices/i2c-" + bus + "/new_device"), "dummy 0x5a");
        show("address of a kernel driver", Fault.BUSY, () -> wires.device(bus, 0x5A));
        write(Path.of("/sys/bus/i2c/devices/i2c-" + bus + "/delete_device"), "0x5a");
        check("same address afterwards", wires.device(bus, 0x5A).put(0x01, 0x00), 0);
    }

    private void output(Wires wires) {
        OutputLine line = wires.output(buzzer, false);
        check("buzzer after the request", level(), 0);
        check("buzzer on, answer", line.drive(true), 0);
        check("buzzer on", level() + line.sense(), 2);
        check("least bytes allocated by switching", allocated(() -> line.drive(true)), 0L);
        try (Wires second = Wires.open(WiresParams.own(chip), clock)) {
            show("line held by somebody else", Fault.BUSY, () -> second.output(buzzer, false));
            show("line that is not there", null, () -> second.output(99, false));
        }
        line.close();
        check("buzzer off when closed while on", level(), 0);
        check("driving a closed line", Fault.of(line.drive(true)), Fault.ADAPTER_GONE);
        check("buzzer still off", level(), 0);
        try (OutputLine low = wires.output(buzzer, true)) {
            check("active-low line is high when off", level() - low.sense(), 1);
        }
    }

    private void input(Wires wires) {
        edges(wires, Wires.Edge.BOTH, 10, 5);
        edges(wires, Wires.Edge.RISING, 5, 5);
        edges(wires, Wires.Edge.FALLING, 5, 0);
    }

    private void edges(Wires wires, Wires.Edge which, int expected, long expectedRising) {
        List<long[]> seen = new ArrayList<>();
        try (InputLine line = wires.input(dataReady, Wires.Pull.NONE, which, (timeNs, rising, sequence) -> {
            synchronized (seen) {
                seen.add(new long[] {timeNs, rising ? 1 : 0, sequence});
            }
        })) {
            check("data-ready before", line.sense(), 0);
            long before = clock.nanoTime();
            for (int i = 0; i < 5; i++) {
                pull("pull-up");
                pull("pull-down");
            }
            long after = clock.nanoTime();
            await(() -> count(seen) >= expected);
            synchronized (seen) {
                check("edges of 5 pulses, " + which, seen.size(), expected);
                boolean inTime = seen.stream().allMatch(edge -> edge[0] >= before && edge[0] <= after);
                check("kernel times lie on the clock of nanoTime", inTime, true);
                check("rising ones", seen.stream().mapToLong(edge -> edge[1]).sum(), expectedRising);
                check("sequence rises by one", seen.getLast()[2] - seen.getFirst()[2], expected - 1L);
            }
            check("edges lost", line.lostEdges(), 0L);
        }
        pull("pull-up");
        pull("pull-down");
        check("edges after closing", count(seen), expected);
    }

    /** The simulated chip folds changes that come faster than its interrupt into one. */
    private void pull(String value) {
        write(dataReadyPull, value);
        LockSupport.parkNanos(20_000_000);
    }

    private void plainGpio(Context context) {
        DigitalOutput out = context.create(DigitalOutput.newConfigBuilder(context)
                .bcm(buzzer)
                .initial(DigitalState.HIGH)
                .shutdown(DigitalState.LOW)
                .provider("holdline-gpio")
                .build());
        check("Pi4J initial state", level(), 1);
        out.low();
        check("Pi4J low", level(), 0);
        out.on();
        check("Pi4J on", level(), 1);
        out.off();
        List<String> levels = new ArrayList<>();
        out.addListener(event -> levels.add(event.state() + "=" + level()));
        out.pulse(20, TimeUnit.MILLISECONDS);
        check("Pi4J pulse", levels.toString(), "[HIGH=1, LOW=0]");
        Thread pulsing = new Thread(() -> {
            try {
                out.pulse(5, TimeUnit.SECONDS);
            } catch (RuntimeException e) {
                System.out.println("  interrupted pulse: " + e.getMessage());
            }
        });
        pulsing.start();
        await(() -> level() == 1);
        pulsing.interrupt();
        await(() -> !pulsing.isAlive());
        check("Pi4J pulse interrupted", level(), 0);

        DigitalInput in = context.create(DigitalInput.newConfigBuilder(context)
                .bcm(dataReady)
                .debounce(0L)
                .provider("holdline-gpio-input")
                .build());
        List<String> states = new ArrayList<>();
        in.addListener(event -> {
            synchronized (states) {
                states.add(event.state().toString());
            }
        });
        write(dataReadyPull, "pull-up");
        await(() -> count(states) >= 1);
        check("Pi4J input state", in.state(), DigitalState.HIGH);
        write(dataReadyPull, "pull-down");
        await(() -> count(states) >= 2);
        check("Pi4J listener", states.toString(), "[HIGH, LOW]");
    }

    private void chips() {
        show("no header on this machine", Fault.NO_SUCH_BUS, () -> GpioChip.find("/dev", GpioChip.HEADER, 0));
        show("no such chip", Fault.NO_SUCH_BUS, () -> GpioChip.open("/dev/gpiochip42"));
        check("chip by label", GpioChip.find("/dev", label(), 0), chip);
    }

    private String label() {
        try {
            GpioChip.find("/dev", "none", 0);
            return "";
        } catch (BusException e) {
            String message = e.getMessage();
            int from = message.indexOf(chip + " (") + chip.length() + 2;
            return message.substring(from, message.indexOf(')', from));
        }
    }

    /** Fewest bytes this thread allocated in any of the windows. */
    private long allocated(Runnable action) {
        long least = Long.MAX_VALUE;
        for (int window = 0; window < WINDOWS; window++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < PER_WINDOW; i++) {
                action.run();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    private void check(String what, Object seen, Object expected) {
        boolean ok = seen.equals(expected);
        wrong += ok ? 0 : 1;
        System.out.printf("%-52s %-32s %s%n", what, seen, ok ? "ok" : "WRONG, expected " + expected);
    }

    /** Prints the message of what must fail; a null fault means any failure but those of the bus. */
    private void show(String what, Fault expected, Runnable action) {
        try {
            action.run();
            check(what, "no failure", String.valueOf(expected));
        } catch (BusException e) {
            check(what, e.fault(), String.valueOf(expected).equals("null") ? "another failure" : expected);
            System.out.println("  " + e.getMessage());
        } catch (RuntimeException e) {
            check(what, e.getMessage(), expected == null ? e.getMessage() : expected);
        }
    }

    private int level() {
        try {
            return Integer.parseInt(Files.readString(buzzerLevel).trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int count(List<?> list) {
        synchronized (list) {
            return list.size();
        }
    }

    private void await(java.util.function.BooleanSupplier done) {
        long end = clock.nanoTime() + 10_000_000_000L;
        while (!done.getAsBoolean() && clock.nanoTime() < end) {
            clock.park(1_000_000);
        }
    }

    private static void feed(int first) {
        byte[] sample = new byte[24];
        for (int i = 0; i < 12; i++) {
            sample[2 * i] = (byte) ((first + i) >> 8);
            sample[2 * i + 1] = (byte) (first + i);
        }
        try {
            Files.write(Path.of("/dev/clip-feed"), sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String value) {
        try {
            Files.writeString(file, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String env(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }
}
