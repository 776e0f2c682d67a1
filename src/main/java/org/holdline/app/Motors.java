package org.holdline.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.holdline.bus.Fault;
import org.holdline.bus.I2cDevice;
import org.holdline.bus.OutputLine;
import org.holdline.bus.Wires;
import org.holdline.clip.imu.BusGuest;
import org.holdline.clock.Clock;
import org.holdline.cue.CueOutput;
import org.holdline.cue.drv2605.CalibrationFile;
import org.holdline.cue.drv2605.Drv2605;
import org.holdline.cue.drv2605.Drv2605Fault;
import org.holdline.cue.drv2605.Drv2605Params;
import org.holdline.cue.gpio.GpioMotor;
import org.holdline.report.PartStatus;
import org.holdline.settings.Keys;
import org.holdline.settings.Motor;
import org.holdline.settings.MotorOutput;
import org.holdline.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The motors of a wired clip, as one output. All are off before anything else is looked for, and off first when it ends.
 *
 * <p><b>Threads:</b> as of the outputs: a pulse is the road's, the guest is the bus owner's, off is anybody's.
 */
final class Motors implements CueOutput, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Motors.class);
    private static final String CALIBRATION_FILE = "drv2605.calibration";

    /** A transfer that hangs in the kernel may not hold up the rest of a stop for longer. */
    private static final long CLOSE_MS = 300;

    private final @Nullable GpioMotor line;
    private final @Nullable String lineName;
    private final @Nullable Drv2605 driver;
    private final @Nullable String driverName;
    private final BusGuest guest;

    private Motors(
            @Nullable GpioMotor line,
            @Nullable String lineName,
            @Nullable Drv2605 driver,
            @Nullable String driverName) {
        this.line = line;
        this.lineName = lineName;
        this.driver = driver;
        this.driverName = driverName;
        guest = driver == null ? BusGuest.NONE : new DriverAsGuest(driver);
    }

    /** The haptic driver between two samples. */
    private record DriverAsGuest(Drv2605 driver) implements BusGuest {
        @Override
        public long dueNs() {
            return driver.dueNs();
        }

        @Override
        public void step(long nowNs) {
            driver.step(nowNs);
        }
    }

    /**
     * Opens what the settings name, off. The first time with a motor the haptic driver calibrates itself, which takes a
     * second and shakes the motor.
     *
     * @throws Failure when one cannot be had; none is left on
     * @throws org.holdline.bus.BusException when a line or the bus cannot be had
     */
    static Motors open(Settings settings, Wires wires, Clock clock) throws Failure {
        MotorOutput which = settings.get(Keys.MOTOR_OUTPUT);
        GpioMotor line = null;
        String lineName = null;
        try {
            if (!which.hasGpio() && settings.get(Keys.MOTOR_GPIO_LINE).isPresent()) {
                // Not this run's motor, and none that may run on from an earlier one.
                wires.output(lineNumber(settings), settings.get(Keys.MOTOR_GPIO_ACTIVE_LOW))
                        .close();
            }
            if (which.hasGpio()) {
                OutputLine wire = wires.output(lineNumber(settings), settings.get(Keys.MOTOR_GPIO_ACTIVE_LOW));
                lineName = wire.where();
                line = new GpioMotor(wire, settings.get(Keys.MOTOR_RISE_MS).orElse(Motor.ERM.riseMs()), clock);
                line.start();
            }
            if (!which.hasDrv2605()) {
                return new Motors(line, lineName, null, null);
            }
            int bus = settings.get(Keys.I2C_BUS);
            Drv2605 driver = openDriver(settings, wires, bus, clock);
            return new Motors(
                    line,
                    lineName,
                    driver,
                    String.format(Locale.ROOT, "DRV2605L, /dev/i2c-%d 0x%02x", bus, Drv2605.ADDRESS));
        } catch (Failure | RuntimeException e) {
            if (line != null) {
                line.close();
            }
            throw e;
        }
    }

    /** @throws Failure when no line was named */
    static int lineNumber(Settings settings) throws Failure {
        return settings.get(Keys.MOTOR_GPIO_LINE)
                .orElseThrow(() -> new Failure(
                        ExitCode.BAD_CONFIGURATION,
                        settings.origin(Keys.MOTOR_OUTPUT) + ": " + Keys.MOTOR_OUTPUT + "="
                                + Keys.MOTOR_OUTPUT.toToml(settings.get(Keys.MOTOR_OUTPUT)) + ", expected "
                                + Keys.MOTOR_GPIO_LINE + " with it: the BCM number of the motor's line"));
    }

    private static int riseMs(Settings settings) {
        Motor motor = settings.get(Keys.CUE_MOTOR);
        return settings.get(Keys.MOTOR_RISE_MS).orElse(motor.riseMs());
    }

    private static Drv2605 openDriver(Settings settings, Wires wires, int bus, Clock clock) throws Failure {
        CalibrationFile file =
                new CalibrationFile(StateFolder.of(settings, System.getenv()).resolve(CALIBRATION_FILE));
        try {
            return Drv2605.open(
                    wires.device(bus, Drv2605.ADDRESS),
                    params(settings),
                    file,
                    clock,
                    finding -> System.err.println("holdline: warning: " + finding));
        } catch (Drv2605Fault e) {
            boolean absent = e.kind() == Drv2605Fault.Kind.ABSENT || e.kind() == Drv2605Fault.Kind.OTHER_IDENTITY;
            throw new Failure(
                    absent ? ExitCode.DEVICE_NOT_FOUND : ExitCode.FAILED,
                    Failure.textOf(e)
                            + (absent ? "; with another motor: --set motor.output=gpio, or none to run without" : ""));
        }
    }

    private static Drv2605Params params(Settings settings) {
        int ratedMv = settings.get(Keys.MOTOR_RATED_MV);
        int overdriveMv = settings.get(Keys.MOTOR_OVERDRIVE_MV);
        Drv2605Params params = settings.get(Keys.CUE_MOTOR) == Motor.LRA
                ? Drv2605Params.lra(ratedMv, overdriveMv, settings.get(Keys.MOTOR_LRA_HZ))
                : Drv2605Params.erm(settings.get(Keys.MOTOR_ERM_LIBRARY), ratedMv, overdriveMv);
        return params.withRiseMs(riseMs(settings));
    }

    /**
     * Stops the haptic driver, whoever set it going, and sends it to standby.
     *
     * @throws Failure when it does not answer
     */
    static void driverOff(Settings settings, Wires wires) throws Failure {
        I2cDevice device = wires.device(settings.get(Keys.I2C_BUS), Drv2605.ADDRESS);
        int answer = Drv2605.switchOff(device);
        if (answer != 0) {
            Fault fault = Fault.of(answer);
            throw new Failure(
                    fault == Fault.NACK ? ExitCode.DEVICE_NOT_FOUND : ExitCode.FAILED,
                    String.format(
                            Locale.ROOT,
                            "DRV2605L, %s: does not answer (%s); see what does: i2cdetect -y %d",
                            device.where(),
                            fault.name().toLowerCase(Locale.ROOT),
                            settings.get(Keys.I2C_BUS)));
        }
    }

    @Override
    public void pulse(long timeUs, int pulseMs) {
        if (line != null) {
            // Beside a driver with an lra, whose short pulses an erm would not follow.
            line.pulse(timeUs, driver == null ? pulseMs : Math.max(pulseMs, Motor.ERM.minPulseMs()));
        }
        if (driver != null) {
            driver.pulse(timeUs, pulseMs);
        }
    }

    @Override
    public void off() {
        if (line != null) {
            line.off();
        }
        if (driver != null) {
            driver.off();
        }
    }

    /** Whether any motor runs now; any thread. */
    boolean isDriven() {
        return (line != null && line.isDriven()) || (driver != null && driver.isDriven());
    }

    /** Off at once, by the thread that owns the bus. */
    void stopNow() {
        off();
        if (driver != null) {
            driver.stopNow();
        }
    }

    /** Who needs a turn on the bus. */
    BusGuest guest() {
        return guest;
    }

    /** How they fare; any thread. */
    List<PartStatus> parts() {
        List<PartStatus> parts = new ArrayList<>();
        if (line != null && lineName != null) {
            parts.add(part(
                    "motor",
                    lineName,
                    new Fare(line.played(), line.failed(), line.offFailures(), line.isDriven() && line.isOffOwed()),
                    line.isBroken()));
        }
        if (driver != null && driverName != null) {
            parts.add(part(
                    line == null ? "motor" : "motor2",
                    driverName,
                    new Fare(driver.played(), driver.notDelivered(), driver.stopFailures(), driver.isStopOwed()),
                    false));
            driverFigures(driver, parts.getLast().figures());
        }
        if (parts.isEmpty()) {
            parts.add(new PartStatus("motor", "none", "absent", true, "none: cues are shown and not felt", Map.of()));
        }
        return parts;
    }

    /** Counts of one motor, and whether it cannot be stopped now. */
    private record Fare(long played, long failed, long failedStops, boolean runsOn) {}

    private static void driverFigures(Drv2605 driver, Map<String, Long> figures) {
        figures.put("set_up_again", driver.setUpAgain());
        figures.put("protections", driver.protections());
    }

    private static PartStatus part(String part, String device, Fare fare, boolean broken) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("pulses", fare.played());
        figures.put("failed_pulses", fare.failed());
        figures.put("failed_stops", fare.failedStops());
        String state = "ready";
        String text = "ready, off";
        if (fare.runsOn()) {
            state = "runs_on";
            text = "cannot be switched off and may still run: pull its plug, then holdline cue off";
        } else if (broken) {
            state = "broken";
            text = "its thread broke and it stays off: start anew";
        } else if (fare.failed() > 0) {
            state = "failing";
            text = fare.failed() + " pulses could not be given; likely a loose wire: holdline cue test";
        }
        return new PartStatus(part, device, state, !broken, text, figures);
    }

    /** Off first, the line before the bus, since a line cannot hang. */
    @Override
    public void close() {
        if (line != null) {
            line.close();
        }
        Drv2605 part = driver;
        if (part == null) {
            return;
        }
        Thread closing = new Thread(part::close, "holdline-motor-close");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (closing.isAlive()) {
            LOG.warn("{}: does not answer the stop; its waveform ends by itself within a second", driverName);
        }
    }
}
