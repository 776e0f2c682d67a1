package org.holdline.app;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.holdline.bus.BusException;
import org.holdline.bus.Wires;
import org.holdline.clock.Clock;
import org.holdline.cue.drv2605.Drv2605;
import org.holdline.report.PartStatus;
import org.holdline.settings.Keys;
import org.holdline.settings.MotorOutput;
import org.holdline.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdline cue test | off}. */
@Command(
        name = "cue",
        mixinStandardHelpOptions = true,
        description = "Tries the motors of a wired clip or the tone of this machine, or switches the motors off.",
        subcommands = {CueCommand.Test.class, CueCommand.Off.class})
final class CueCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected cue test or cue off");
    }

    /** One pulse, or a few. */
    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = {
                "Plays pulses on the motors that the settings name (motor.output), without a run.",
                "With --output speaker: the tone on this machine's audio output (tone.device)."
            })
    static final class Test implements Callable<Integer> {
        private static final int MAX_TIMES = 20;
        private static final int MAX_PULSE_MS = 1000;
        private static final long PAUSE_NS = 500_000_000;
        private static final long SLICE_NS = 1_000_000;

        /** Longer than any pulse with everything around it. */
        private static final long LIMIT_NS = 3_000_000_000L;

        @Mixin
        private final SettingFlags settingFlags = new SettingFlags();

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private CommandSpec spec;

        @Option(
                names = "--output",
                paramLabel = "OUTPUT",
                description = "gpio, drv2605 or both, instead of motor.output; or speaker.")
        private @Nullable String output;

        @Option(
                names = "--pulse-ms",
                paramLabel = "MS",
                description = "Length from the motor's rise time on, 1..1000; default: that of a strong cue.")
        private @Nullable Integer pulseMs;

        @Option(names = "--times", paramLabel = "N", description = "How many pulses, half a second apart; default 1.")
        private int times = 1;

        @Override
        public Integer call() throws Failure {
            boolean tone = SpeakerTrial.OUTPUT.equals(output);
            if (!tone) {
                settingFlags.flag(Keys.MOTOR_OUTPUT, "--output", output);
            }
            if (times < 1 || times > MAX_TIMES) {
                throw new ParameterException(spec.commandLine(), "--times=" + times + ", expected 1.." + MAX_TIMES);
            }
            if (pulseMs != null && (pulseMs < 1 || pulseMs > MAX_PULSE_MS)) {
                throw new ParameterException(
                        spec.commandLine(), "--pulse-ms=" + pulseMs + ", expected 1.." + MAX_PULSE_MS);
            }
            Settings settings = settingFlags.load();
            int length = pulseMs == null ? settings.get(Keys.CUE_MAX_PULSE_MS) : pulseMs;
            if (tone) {
                return new SpeakerTrial(settings, Clock.system()).play(times, length);
            }
            if (settings.get(Keys.MOTOR_OUTPUT) == MotorOutput.NONE) {
                throw WiredOptions.refused(settings, Keys.MOTOR_OUTPUT, "expected a motor to try");
            }
            Clock clock = Clock.system();
            try (Wires wires = WiredSource.openWires(settings, clock);
                    OpeningStop stop = new OpeningStop(wires);
                    Motors motors = Motors.open(settings, wires, clock)) {
                stop.with(motors);
                for (int i = 0; i < times; i++) {
                    if (i > 0) {
                        serve(motors, clock, PAUSE_NS);
                    }
                    motors.pulse(0, length);
                    serve(motors, clock, LIMIT_NS);
                }
                return report(motors.parts(), length);
            } catch (BusException e) {
                throw WiredSource.failure(e);
            }
        }

        /** This thread owns the bus: it serves the haptic driver until the motors stand still, or for the pause. */
        private static void serve(Motors motors, Clock clock, long limitNs) {
            long endNs = clock.nanoTime() + limitNs;
            boolean driven = false;
            while (clock.nanoTime() < endNs) {
                if (motors.guest().dueNs() <= clock.nanoTime()) {
                    motors.guest().step(clock.nanoTime());
                }
                if (driven && !motors.isDriven()) {
                    return;
                }
                driven = motors.isDriven();
                clock.park(SLICE_NS);
            }
        }

        private int report(List<PartStatus> parts, int length) {
            boolean well = true;
            for (PartStatus part : parts) {
                long played = part.figures().getOrDefault("pulses", 0L);
                long failedStops = part.figures().getOrDefault("failed_stops", 0L);
                boolean partWell = played == times && failedStops == 0;
                well &= partWell;
                System.out.println(String.format(
                        Locale.ROOT,
                        "%s: %d of %d pulses of %d ms given; %s",
                        part.device(),
                        played,
                        times,
                        length,
                        partWell ? "off now" : part.text()));
            }
            return well ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    /** Everything off, whoever left it on. */
    @Command(
            name = "off",
            mixinStandardHelpOptions = true,
            description = {
                "Switches every motor off: on the line motor.gpio_line, when there is one, and on the bus i2c.bus.",
                "A run that is on holds its line itself: end the run instead."
            })
    static final class Off implements Callable<Integer> {
        @Mixin
        private final SettingFlags settingFlags = new SettingFlags();

        @Option(
                names = "--output",
                paramLabel = "OUTPUT",
                description = "gpio, drv2605 or both, instead of motor.output.")
        private @Nullable String output;

        @Override
        public Integer call() throws Failure {
            settingFlags.flag(Keys.MOTOR_OUTPUT, "--output", output);
            Settings settings = settingFlags.load();
            MotorOutput which = settings.get(Keys.MOTOR_OUTPUT);
            Failure first = null;
            try (Wires wires = WiredSource.openWires(settings, Clock.system())) {
                if (which.hasGpio()
                        || (output == null && settings.get(Keys.MOTOR_GPIO_LINE).isPresent())) {
                    first = attempt(() -> lineOff(settings, wires), first);
                }
                if (which.hasDrv2605()) {
                    first = attempt(() -> driverOff(settings, wires), first);
                } else if (output == null) {
                    quietly(() -> driverOff(settings, wires));
                }
            }
            if (first != null) {
                throw first;
            }
            return ExitCode.OK;
        }

        private interface Step {
            void run() throws Failure;
        }

        /** A driver that nobody named need not be there. */
        private static void quietly(Step step) {
            try {
                step.run();
            } catch (Failure | BusException e) {
                System.out.println("DRV2605L: not there, or not to be reached (" + Failure.textOf(e) + ")");
            }
        }

        /** One that cannot be reached leaves the others no reason to stay on. */
        private static @Nullable Failure attempt(Step step, @Nullable Failure before) {
            try {
                step.run();
                return before;
            } catch (BusException e) {
                return told(WiredSource.failure(e), before);
            } catch (Failure e) {
                return told(e, before);
            }
        }

        private static Failure told(Failure now, @Nullable Failure before) {
            if (before == null) {
                return now;
            }
            System.err.println("holdline: " + now.text());
            return before;
        }

        private static void lineOff(Settings settings, Wires wires) throws Failure {
            // Off comes with the request itself.
            try (var line = wires.output(Motors.lineNumber(settings), settings.get(Keys.MOTOR_GPIO_ACTIVE_LOW))) {
                int level = line.sense();
                if (level != 0) {
                    throw new Failure(
                            ExitCode.FAILED,
                            line.where() + ": was switched off and reads " + level
                                    + "; likely something else drives it: pull the motor's plug");
                }
                System.out.println(line.where() + ": off");
            }
        }

        private static void driverOff(Settings settings, Wires wires) throws Failure {
            Motors.driverOff(settings, wires);
            System.out.println(String.format(
                    Locale.ROOT, "DRV2605L, /dev/i2c-%d 0x%02x: off", settings.get(Keys.I2C_BUS), Drv2605.ADDRESS));
        }
    }
}
