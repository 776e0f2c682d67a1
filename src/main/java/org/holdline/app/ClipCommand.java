package org.holdline.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.clock.Clock;
import org.holdline.link.ClipIdentity;
import org.holdline.link.ImuScale;
import org.holdline.link.LinkFigures;
import org.holdline.link.SerialPorts;
import org.holdline.link.emulated.ClipBody;
import org.holdline.link.emulated.EmulatedParams;
import org.holdline.link.emulated.EmulatedPort;
import org.holdline.sample.Placement;
import org.holdline.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdline clip list | info | emulate}. */
@Command(
        name = "clip",
        mixinStandardHelpOptions = true,
        description =
                "Clips behind serial ports: which ports there are, what a clip says of itself, a clip to try with.",
        subcommands = {ClipCommand.ListPorts.class, ClipCommand.Describe.class, ClipCommand.Emulate.class})
final class ClipCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected clip list, clip info or clip emulate");
    }

    /** Ports of this machine. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the serial ports of this machine.")
    static final class ListPorts implements Callable<Integer> {
        @Override
        public Integer call() {
            List<SerialPorts.Found> ports = SerialPorts.list();
            for (SerialPorts.Found port : ports) {
                System.out.println(port.path() + "  " + port.description()
                        + (port.usbId().isEmpty() ? "" : "  usb " + port.usbId()));
            }
            if (ports.isEmpty()) {
                System.err.println("holdline: no serial port is there");
            }
            return ports.isEmpty() ? ExitCode.DEVICE_NOT_FOUND : ExitCode.OK;
        }
    }

    /** What a clip says of itself. */
    @Command(
            name = "info",
            mixinStandardHelpOptions = true,
            description = "Greets the clip on a port and shows what it says of itself. Streams for a moment.")
    static final class Describe implements Callable<Integer> {
        @Mixin
        private final SettingFlags settingFlags = new SettingFlags();

        @Parameters(paramLabel = "PORT", description = "Device file of the port, or a link to it.")
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private Path port;

        @Override
        public Integer call() throws Failure {
            Settings settings = settingFlags.load();
            try (SerialSource source = SerialSource.open(port, settings, Clock.system())) {
                show(source.figures());
            }
            return ExitCode.OK;
        }

        private static void show(LinkFigures figures) {
            ClipIdentity clip = figures.identity();
            if (clip == null) {
                return;
            }
            line("serial", clip.serial());
            line("hardware", clip.hardware());
            line("firmware", clip.firmware());
            line(
                    "schema",
                    String.format(Locale.ROOT, "0x%08X", clip.schemaCrc())
                            + (clip.isOfThisSchema() ? "" : ", another one than here; what both know works"));
            line("samples", clip.simulated() ? "simulated" : "measured");
            line("rates", clip.ratesHz() + " Hz");
            line("lower IMU", text(clip.lower()));
            ImuScale upper = clip.upper();
            line("upper IMU", upper == null ? "none" : text(upper));
            line("motor", clip.hasMotor() ? "felt after " + clip.motorRiseMs() + " ms" : "none");
            line(
                    "battery",
                    figures.told().batteryPct() > 100
                            ? "not known"
                            : figures.told().batteryPct() + " %");
            line(
                    "round trip",
                    String.format(Locale.ROOT, "%.1f ms", figures.clock().tripUs() / 1e3));
        }

        private static String text(ImuScale imu) {
            return String.format(
                    Locale.ROOT,
                    "part %d, +-%.1f g, +-%d deg/s",
                    imu.part(),
                    imu.accelRangeMg() / 1e3,
                    imu.gyroRangeDps());
        }

        private static void line(String name, String value) {
            System.out.println(String.format(Locale.ROOT, "%-11s %s", name, value));
        }
    }

    /** A clip to try with. */
    @Command(
            name = "emulate",
            mixinStandardHelpOptions = true,
            description = {
                "Makes a clip to try with: a pseudo-terminal that answers as a clip worn by the virtual runner.",
                "In another shell: holdline run --source serial:PATH.",
                "With Enter: b presses the button, B holds it, d presses it twice, q ends."
            })
    static final class Emulate implements Callable<Integer> {
        private static final int MAX_DURATION_S = VirtualOptions.MAX_DURATION_S;
        private static final int MAX_NEUTRAL_S = 3600;
        private static final long LOOK_NS = 50_000_000;
        private static final long TAP_NS = 80_000_000;
        private static final long HOLD_NS = 1_700_000_000;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private CommandSpec spec;

        @Option(names = "--link", paramLabel = "PATH", required = true, description = "Name the port gets.")
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private Path link;

        @Option(names = "--seed", paramLabel = "N", description = "Which virtual runner; default 1.")
        private long seed = 1;

        @Option(names = "--imus", paramLabel = "N", description = "1 or 2 IMUs; default 2.")
        private int imus = 2;

        @Option(names = "--serial", paramLabel = "SERIAL", description = "Serial number; default VIRTUAL1.")
        private String serial = "VIRTUAL1";

        @Option(
                names = "--neutral",
                paramLabel = "SECONDS",
                description = "Time the runner runs in neutral before each arch, 1..3600; default 60.")
        private int neutralS = VirtualBody.NEUTRAL_S;

        @Option(
                names = "--profile-file",
                paramLabel = "FILE",
                description = "Keep calibration profiles in this file; made when it is not there.")
        private @Nullable Path profileFile;

        @Option(
                names = "--key",
                paramLabel = "FILE",
                description = "Key of the clip, 64 hexadecimal digits, mode 0600; with --profile-file.")
        private @Nullable Path key;

        @Option(
                names = "--turned",
                paramLabel = "SECONDS",
                description =
                        "No runner: it lies on each of its six sides for so long, with sensors that need a profile.")
        private @Nullable Integer turnedS;

        @Option(names = "--duration", paramLabel = "SECONDS", description = "End after this time.")
        private @Nullable Integer durationS;

        private volatile boolean ended;

        @Override
        public Integer call() throws Failure, IOException {
            if (neutralS < 1 || neutralS > MAX_NEUTRAL_S) {
                throw new ParameterException(
                        spec.commandLine(), "--neutral=" + neutralS + ", expected 1.." + MAX_NEUTRAL_S);
            }
            Clock clock = Clock.system();
            VirtualOptions options = VirtualOptions.defaults()
                    .withSeed(seed)
                    .withPlacement(imus == 1 ? Placement.SACRAL : Placement.DUAL)
                    .withDurationS(MAX_DURATION_S)
                    .withMarkers(false);
            EmulatedParams params;
            try {
                params =
                        new EmulatedParams(serial, new Random().nextInt(), imus, List.of((int) options.rateHz()), true);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "--" + Failure.textOf(e), e);
            }
            if (profileFile != null) {
                params = params.with(EmulatedMemory.open(profileFile, key));
            } else if (key != null) {
                throw new ParameterException(spec.commandLine(), "--key needs --profile-file");
            }
            try (EmulatedPort port = open(params, options, clock)) {
                Thread hook = new Thread(() -> close(port), "holdline-stop");
                Runtime.getRuntime().addShutdownHook(hook);
                Thread clip = thread("clip", port);
                thread("keyboard", () -> listen(port, clock));
                System.out.println("clip " + serial + " on " + link + " (" + port.device() + ")");
                long startNs = clock.nanoTime();
                while (!ended && clip.isAlive() && !isOver(clock.nanoTime() - startNs)) {
                    clock.park(LOOK_NS);
                }
                return clip.isAlive() ? ExitCode.OK : ExitCode.FAILED;
            }
        }

        private boolean isOver(long elapsedNs) {
            return durationS != null && elapsedNs >= durationS * 1_000_000_000L;
        }

        private EmulatedPort open(EmulatedParams params, VirtualOptions options, Clock clock) throws Failure {
            try {
                ClipBody body = turnedS == null
                        ? new VirtualBody(options, neutralS, System.out::println)
                        : new TurnedBody((int) options.rateHz(), turnedS, 0, seed);
                return new EmulatedPort(link, params, body, clock, 0, 0);
            } catch (IOException e) {
                throw new Failure(ExitCode.FAILED, "clip emulate: " + link + ": cannot be made: " + e);
            }
        }

        private static Thread thread(String name, Runnable work) {
            Thread thread = new Thread(work, "holdline-" + name);
            thread.setDaemon(true);
            thread.start();
            return thread;
        }

        private static void close(EmulatedPort port) {
            try {
                port.close();
            } catch (IOException e) {
                System.err.println("holdline: " + Failure.textOf(e));
            }
        }

        private void listen(EmulatedPort port, Clock clock) {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            try {
                for (String typed = in.readLine(); typed != null; typed = in.readLine()) {
                    switch (typed.strip()) {
                        case "b" -> press(port, TAP_NS, clock);
                        case "B" -> press(port, HOLD_NS, clock);
                        case "d" -> {
                            press(port, TAP_NS, clock);
                            pause(TAP_NS, clock);
                            press(port, TAP_NS, clock);
                        }
                        case "q" -> ended = true;
                        default -> {}
                    }
                }
            } catch (IOException e) {
                // Nobody types any more; the clip does not need it.
            }
        }

        private static void press(EmulatedPort port, long forNs, Clock clock) {
            port.button(true);
            pause(forNs, clock);
            port.button(false);
        }

        private static void pause(long forNs, Clock clock) {
            long endNs = clock.nanoTime() + forNs;
            while (endNs - clock.nanoTime() > 0) {
                clock.park(endNs - clock.nanoTime());
            }
        }
    }
}
