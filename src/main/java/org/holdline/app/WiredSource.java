package org.holdline.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.holdline.bus.BusException;
import org.holdline.bus.I2cDevice;
import org.holdline.bus.InputLine;
import org.holdline.bus.Wires;
import org.holdline.bus.WiresParams;
import org.holdline.clip.Clip;
import org.holdline.clip.imu.I2cClip;
import org.holdline.clip.imu.I2cOptions;
import org.holdline.clip.imu.I2cWires;
import org.holdline.clip.imu.ImuFault;
import org.holdline.clip.imu.ImuSpec;
import org.holdline.clip.imu.ImuState;
import org.holdline.clip.imu.ImuStatus;
import org.holdline.clip.imu.Pacing;
import org.holdline.clip.wired.BusLoad;
import org.holdline.clip.wired.WiredEdges;
import org.holdline.clip.wired.WiredRegisters;
import org.holdline.clock.Clock;
import org.holdline.cue.CueOutput;
import org.holdline.profile.applied.StoredProfile;
import org.holdline.profile.eeprom.Eeprom;
import org.holdline.profile.eeprom.EepromException;
import org.holdline.profile.eeprom.WiredProfile;
import org.holdline.report.PartStatus;
import org.holdline.settings.Keys;
import org.holdline.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wired clip: IMUs on a bus of this machine, and the motors. From its opening on the bus belongs to the thread that
 * polls the clip, which serves the haptic driver between two samples.
 */
final class WiredSource implements Source {
    private static final Logger LOG = LoggerFactory.getLogger(WiredSource.class);

    private static final long CLOSE_MS = 300;

    /** DRV2605L, data sheet SLOS854, section 6.6. */
    private static final int DRIVER_BUS_HZ = 400_000;

    private final Wires wires;
    private final Motors motors;
    private final I2cClip clip;
    private final I2cOptions options;
    private final BusLoad load;
    private final String busName;
    private BusLock lock = BusLock.NONE;
    private StoredProfile stored = StoredProfile.NOT_KEPT;
    private volatile boolean closed;

    private WiredSource(Wires wires, Motors motors, I2cClip clip, I2cOptions options, BusLoad load, String busName) {
        this.wires = wires;
        this.motors = motors;
        this.clip = clip;
        this.options = options;
        this.load = load;
        this.busName = busName;
    }

    /**
     * Switches the outputs off, then looks for the IMUs; takes some four seconds, of which the clip lies still for two
     * at best.
     *
     * @throws Failure that says what is missing, where, why and what to do
     */
    static WiredSource open(Settings settings, Clock clock) throws Failure {
        I2cOptions asked = WiredOptions.of(settings);
        BusLock lock = BusLock.take(settings);
        try {
            WiredSource source = openLocked(settings, asked, clock);
            source.lock = lock;
            return source;
        } catch (Failure | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static WiredSource openLocked(Settings settings, I2cOptions asked, Clock clock) throws Failure {
        Wires wires = openWires(settings, clock);
        Motors motors = null;
        System.err.println("holdline: looking for the clip on /dev/i2c-" + settings.get(Keys.I2C_BUS)
                + "; some four seconds, best lying still");
        try (OpeningStop stop = new OpeningStop(wires)) {
            wires.claim(settings.get(Keys.I2C_BUS));
            motors = Motors.open(settings, wires, clock);
            stop.with(motors);
            return open(settings, asked, wires, motors, clock);
        } catch (BusException e) {
            closeAll(motors, wires);
            throw failure(e);
        } catch (Failure | RuntimeException e) {
            closeAll(motors, wires);
            throw e;
        }
    }

    /** @throws Failure when a provider named in the settings is not there */
    static Wires openWires(Settings settings, Clock clock) throws Failure {
        try {
            return Wires.open(wiresParams(settings), clock);
        } catch (BusException e) {
            throw failure(e);
        }
    }

    /** Providers and chip as the settings name them. */
    static WiresParams wiresParams(Settings settings) {
        return new WiresParams(
                settings.get(Keys.I2C_PROVIDER),
                settings.get(Keys.GPIO_OUTPUT_PROVIDER),
                settings.get(Keys.GPIO_INPUT_PROVIDER),
                settings.get(Keys.GPIO_CHIP));
    }

    private static WiredSource open(Settings settings, I2cOptions asked, Wires wires, Motors motors, Clock clock)
            throws Failure {
        int bus = settings.get(Keys.I2C_BUS);
        String busName = "/dev/i2c-" + bus;
        I2cDevice lower = wires.device(bus, asked.lower().address());
        List<WiredRegisters.Part> parts = new ArrayList<>();
        parts.add(new WiredRegisters.Part(asked.lower().address(), lower));
        ImuSpec upper = asked.upper();
        if (upper != null) {
            parts.add(new WiredRegisters.Part(upper.address(), wires.device(bus, upper.address())));
        }
        BusLoad load = BusLoad.measure(lower, asked.lower().part(), asked.pacing(), parts.size(), clock);
        I2cOptions options =
                affordable(asked, load, busName, settings.get(Keys.MOTOR_OUTPUT).hasDrv2605());
        WiredEdges edges = edges(settings, options, wires, clock);
        StoredProfile stored = stored(settings, wires, clock);
        try {
            I2cClip clip = I2cClip.open(
                    new I2cWires(new WiredRegisters(busName, parts), edges, motors.guest()),
                    options,
                    motors::isDriven,
                    clock);
            clip.warnings().forEach(warning -> System.err.println("holdline: warning: " + warning));
            WiredSource source = new WiredSource(wires, motors, clip, options, load, busName);
            source.stored = stored;
            return source;
        } catch (ImuFault e) {
            throw failure(e, upper);
        }
    }

    /** What the memory beside the IMUs holds, where the settings name one. */
    private static StoredProfile stored(Settings settings, Wires wires, Clock clock) {
        Integer address = settings.get(Keys.I2C_EEPROM_ADDRESS).orElse(null);
        if (address == null) {
            return StoredProfile.NOT_KEPT;
        }
        try {
            I2cDevice device = wires.device(settings.get(Keys.I2C_BUS), address);
            WiredProfile found = WiredProfile.read(new Eeprom(device, ProfileBerths.part(settings), clock));
            return switch (found.state()) {
                case VALID -> StoredProfile.of(found.image().orElse(new byte[0]), "");
                case EMPTY -> StoredProfile.empty(found.text());
                case INVALID -> StoredProfile.invalid(found.text());
            };
        } catch (EepromException e) {
            return StoredProfile.invalid(Failure.textOf(e));
        }
    }

    /** The rate that the bus can carry. */
    private static I2cOptions affordable(I2cOptions asked, BusLoad load, String busName, boolean withDriver)
            throws Failure {
        int wanted = asked.lower().rateHz();
        int hz = load.affordableHz(asked.lower().part(), wanted);
        if (hz == wanted) {
            return asked;
        }
        String busy = String.format(
                "%s: %d IMU%s at %d Hz would take %d %% of the bus, more than %d %%",
                busName,
                load.imus(),
                load.imus() == 1 ? "" : "s",
                wanted,
                load.permille(wanted) / 10,
                BusLoad.LIMIT_PERMILLE / 10);
        String remedy = load.remedy(fastestBusHz(asked, withDriver));
        if (hz == 0) {
            throw new Failure(ExitCode.FAILED, busy + ", and so would " + BusLoad.MIN_RATE_HZ + " Hz; " + remedy);
        }
        System.err.println("holdline: warning: " + busy + "; going on at " + hz + " Hz. For the full rate " + remedy);
        return WiredOptions.withRateHz(asked, hz);
    }

    /** What all parts on the bus bear. */
    private static int fastestBusHz(I2cOptions options, boolean withDriver) {
        ImuSpec upper = options.upper();
        int hz = options.lower().part().maxBusHz();
        if (upper != null) {
            hz = Math.min(hz, upper.part().maxBusHz());
        }
        return withDriver ? Math.min(hz, DRIVER_BUS_HZ) : hz;
    }

    private static @Nullable WiredEdges edges(Settings settings, I2cOptions options, Wires wires, Clock clock) {
        Integer line = settings.get(Keys.I2C_DATA_READY_LINE).orElse(null);
        if (line == null || options.pacing() != Pacing.DATA_READY) {
            return null;
        }
        WiredEdges edges = new WiredEdges(clock);
        InputLine watched = wires.input(line, Wires.Pull.DOWN, Wires.Edge.RISING, edges);
        LOG.debug("data-ready on {}", watched.where());
        return edges;
    }

    /** Outputs off, then everything given back; each waits for a hanging transfer for a moment only. */
    static void closeAll(@Nullable Motors motors, Wires wires) {
        if (motors != null) {
            motors.close();
        }
        closeWires(wires);
    }

    /** A transfer that hangs in the kernel keeps its bus; the process need not wait for it. */
    private static void closeWires(Wires wires) {
        Thread closing = new Thread(
                () -> {
                    try {
                        wires.close();
                    } catch (RuntimeException e) {
                        LOG.warn("not everything on the wires could be closed", e);
                    }
                },
                "holdline-wires-close");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** With the exit code of its cause. */
    static Failure failure(BusException e) {
        return new Failure(
                switch (e.fault()) {
                    case NO_SUCH_BUS -> ExitCode.DEVICE_NOT_FOUND;
                    case NO_PERMISSION -> ExitCode.NO_PERMISSION;
                    default -> ExitCode.FAILED;
                },
                e);
    }

    private static Failure failure(ImuFault e, @Nullable ImuSpec upper) {
        int code = switch (e.kind()) {
            case ABSENT, OTHER_IDENTITY -> ExitCode.DEVICE_NOT_FOUND;
            case BUS, RATE, SCALE -> ExitCode.FAILED;
        };
        boolean upperIsAbsent = upper != null
                && e.kind() == ImuFault.Kind.ABSENT
                && e.getMessage() != null
                && e.getMessage().startsWith("upper");
        return new Failure(
                code,
                Failure.textOf(e) + (upperIsAbsent ? "; with one IMU only: --placement sacral, or thoracolumbar" : ""));
    }

    @Override
    public Clip clip() {
        return clip;
    }

    @Override
    public StoredProfile storedProfile() {
        return stored;
    }

    @Override
    public CueOutput output() {
        return motors;
    }

    @Override
    public void stopOutputs() {
        motors.stopNow();
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public List<PartStatus> parts() {
        List<PartStatus> parts = new ArrayList<>();
        parts.add(bus());
        parts.add(imu("lower", options.lower(), clip.lowerStatus()));
        ImuSpec upper = options.upper();
        ImuStatus status = clip.upperStatus();
        if (upper != null && status != null) {
            parts.add(imu("upper", upper, status));
        }
        parts.addAll(motors.parts());
        return parts;
    }

    private PartStatus bus() {
        int rateHz = options.lower().rateHz();
        long permille = load.permille(rateHz);
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("clock_hz", load.clockHz());
        figures.put("sample_transfer_ns", load.sampleNs());
        figures.put("load_permille", permille);
        figures.put("rate_hz", (long) rateHz);
        figures.put("reopens", clip.busReopens());
        ImuState lower = clip.lowerStatus().state();
        if (lower == ImuState.BUS_STUCK || lower == ImuState.BUS_GONE) {
            String state = lower == ImuState.BUS_STUCK ? "stuck" : "gone";
            return new PartStatus("bus", busName, state, false, lost(lower), figures);
        }
        String clock = load.clockHz() == 0 ? "clock not measurable" : "clock about " + load.clockHz() / 1000 + " kHz";
        return new PartStatus(
                "bus",
                busName,
                "open",
                true,
                String.format(Locale.ROOT, "%s, %.1f %% in use", clock, permille / 10.0),
                figures);
    }

    private PartStatus imu(String part, ImuSpec spec, ImuStatus status) {
        ImuState state = status.state();
        boolean delivers = state == ImuState.STREAMING || state == ImuState.MEASURING;
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("nominal_hz", (long) spec.rateHz());
        figures.put("period_ns", status.periodNs());
        figures.put("rate_error_ppm", status.rateErrorPpm());
        figures.put("samples", status.samples());
        figures.put("missed_samples", status.missed());
        figures.put("repeated_samples", status.repeated());
        figures.put("invalid_samples", status.invalid());
        figures.put("no_acknowledges", status.noAcks());
        figures.put("restarts", status.restarts());
        if (part.equals("upper")) {
            figures.put("doubled_samples", clip.upperDoubled());
            figures.put("skipped_samples", clip.upperSkipped());
            figures.put("held_samples", clip.upperHeld());
        }
        return new PartStatus(
                part,
                String.format(Locale.ROOT, "%s 0x%02x", spec.part().partName(), spec.address()),
                state.name().toLowerCase(Locale.ROOT),
                delivers,
                delivers
                        ? String.format(
                                Locale.ROOT,
                                "%.2f samples/s by this machine's clock, %+.2f %% of nominal",
                                1e9 / status.periodNs(),
                                status.rateErrorPpm() / 1e4)
                        : lost(state),
                figures);
    }

    private static String lost(ImuState state) {
        return switch (state) {
            case STARTING, MEASURING, STREAMING -> "is being set up";
            case STUCK -> "repeats one and the same sample; likely frozen; reset every two seconds";
            case NO_ANSWER -> "does not answer; likely a loose wire or its supply; asked again ten times a second";
            case SILENT -> "answers and makes no samples; set up anew";
            case OTHER_IDENTITY -> "something else answers at its address";
            case BUS_STUCK -> "nothing can be heard on the bus; likely SDA or SCL held low; opened again and again";
            case BUS_GONE -> "the bus adapter has gone; opened again and again";
        };
    }

    /** Outputs first, each step with its own time-out; the IMUs need no word. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        motors.close();
        closeWires(wires);
        lock.close();
    }
}
