package org.holdline.cue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.holdline.bus.Fault;
import org.holdline.bus.Wires;
import org.holdline.bus.WiresParams;
import org.holdline.clock.Clock;
import org.holdline.cue.drv2605.CalibrationFile;
import org.holdline.cue.drv2605.Drv2605;
import org.holdline.cue.drv2605.Drv2605Fault;
import org.holdline.cue.drv2605.Drv2605Params;
import org.holdline.cue.gpio.GpioMotor;

/**
 * Tries both motors on a real GPIO chip and I2C bus, as the environment names them. Prints what was checked, what was
 * seen and whether that is right; times are printed and judged from below only, since the machine may be slow.
 */
final class MotorWiredCheck {
    private static final Drv2605Params LRA = Drv2605Params.lra(2000, 2550, 175);
    private static final long STEP_NS = 5_000_000;
    private static final long MS = 1_000_000;

    private final Clock clock = Clock.system();
    private final int bus = Integer.parseInt(env("HOLDLINE_I2C").replace("/dev/i2c-", ""));
    private final int buzzer = Integer.parseInt(env("HOLDLINE_BUZZER_LINE"));
    private final Path faults = Path.of(env("HOLDLINE_FAULT_DIR"));
    private final Path level = Path.of(env("BUZZER_VALUE"));
    private final List<String> told = new ArrayList<>();
    private int failures;

    private MotorWiredCheck() {}

    public static void main(String[] arguments) throws IOException {
        MotorWiredCheck check = new MotorWiredCheck();
        try (Wires wires = Wires.open(WiresParams.own(env("HOLDLINE_GPIOCHIP")), check.clock)) {
            check.line(wires);
            check.driver(wires, Path.of(arguments[0]));
        }
        check.show("buzzer off after the end", check.isBuzzing(), false);
        System.out.println(check.failures == 0 ? "all ok" : check.failures + " not ok");
        System.exit(check.failures == 0 ? 0 : 1);
    }

    private void line(Wires wires) throws IOException {
        GpioMotor motor = new GpioMotor(wires.output(buzzer, false), 80, clock);
        motor.start();
        long onMs = pulseOnTheLine(motor);
        System.out.println("pulse of 80 + 200 ms was seen to end " + onMs + " ms after it was asked for");
        show("no shorter than asked for", onMs >= 280, true);
        motor.pulse(0, 900);
        await(true);
        motor.off();
        show("off within the call", isBuzzing(), false);
        show("driven after off", motor.isDriven(), false);
        motor.pulse(0, 900);
        await(true);
        motor.close();
        show("off after closing in mid-pulse", isBuzzing(), false);
        show("played", motor.played(), 3L);
        show("failed", motor.failed(), 0L);
    }

    private long pulseOnTheLine(GpioMotor motor) throws IOException {
        long sinceNs = clock.nanoTime();
        motor.pulse(0, 200);
        await(true);
        await(false);
        return (clock.nanoTime() - sinceNs) / MS;
    }

    private void await(boolean on) throws IOException {
        while (isBuzzing() != on) {
            clock.park(MS / 10);
        }
    }

    private void driver(Wires wires, Path folder) throws IOException {
        CalibrationFile file = new CalibrationFile(folder.resolve("haptic.txt"));
        try (Drv2605 motor = Drv2605.open(wires.device(bus, Drv2605.ADDRESS), LRA, file, clock, told::add)) {
            System.out.println("  " + motor.calibration());
            show("compensation", motor.calibration().compensation(), 0x0D);
            show("back-EMF", motor.calibration().backEmf(), 0x6A);
            motor.pulse(0, 300);
            step(motor, 500);
            motor.pulse(0, 900);
            step(motor, 1300);
            motor.pulse(0, 300);
            motor.off();
            step(motor, 100);
            show("played", motor.played(), 2L);
            show("not delivered", motor.notDelivered(), 0L);
            show("set up again", motor.setUpAgain(), 0L);
            show("driven", motor.isDriven(), false);
            show("due", motor.dueNs(), Drv2605.NOTHING_DUE);
            losses(motor);
        }
        System.out.print(Files.readString(file.path()).indent(2));
        long sinceNs = clock.nanoTime();
        Drv2605.open(wires.device(bus, Drv2605.ADDRESS), LRA, file, clock, told::add)
                .close();
        System.out.println("opened with the file in " + (clock.nanoTime() - sinceNs) / MS + " ms");
        show("told", told, List.of());
        refusal(wires);
    }

    /** Every third transfer fails; on a slow machine the cue may then be too old. */
    private void losses(Drv2605 motor) throws IOException {
        Files.writeString(faults.resolve("fail_every"), "3");
        long before = motor.played() + motor.notDelivered();
        motor.pulse(0, 300);
        step(motor, 600);
        Files.writeString(faults.resolve("fail_every"), "0");
        step(motor, 300);
        show("played or told, every third one failing", motor.played() + motor.notDelivered() - before, 1L);
        show("last fault", motor.lastFault(), Fault.NACK);
        show("driven", motor.isDriven(), false);
        show("due", motor.dueNs(), Drv2605.NOTHING_DUE);
    }

    private void refusal(Wires wires) throws IOException {
        Files.writeString(faults.resolve("drv_fail"), "1");
        try (Drv2605 motor = Drv2605.open(wires.device(bus, Drv2605.ADDRESS), LRA, null, clock)) {
            show("opened", motor.calibration(), "a fault");
        } catch (Drv2605Fault e) {
            show("calibration fails", e.kind(), Drv2605Fault.Kind.CALIBRATION);
            System.out.println("  " + e.getMessage());
        } finally {
            Files.writeString(faults.resolve("drv_fail"), "0");
        }
    }

    private void step(Drv2605 motor, long ms) {
        long endNs = clock.nanoTime() + ms * MS;
        while (clock.nanoTime() - endNs < 0) {
            motor.step(clock.nanoTime());
            clock.park(STEP_NS);
        }
    }

    private boolean isBuzzing() throws IOException {
        return Files.readString(level).trim().equals("1");
    }

    private void show(String what, Object seen, Object expected) {
        boolean ok = seen.equals(expected);
        failures += ok ? 0 : 1;
        System.out.printf("%-40s %-30s %s%n", what, seen, ok ? "ok" : "expected " + expected);
    }

    private static String env(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }
}
