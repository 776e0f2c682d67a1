package org.holdline.bus;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CProvider;
import com.pi4j.provider.Provider;
import java.util.ArrayList;
import java.util.List;
import org.holdline.clock.Clock;
import org.jspecify.annotations.Nullable;

/**
 * One Pi4J context with the providers that were named, and all parts and lines made by them.
 *
 * <p>Nothing is detected and no shutdown hook is set: the order in which things stop is the app's. Closing switches all
 * outputs off.
 *
 * <p><b>Threads:</b> made and closed by one thread; what it makes may be used by others as each says.
 */
public final class Wires implements AutoCloseable {
    /** What pulls an input that nothing drives. */
    public enum Pull {
        NONE,
        UP,
        DOWN
    }

    /** Which edges of an input are told. */
    public enum Edge {
        RISING,
        FALLING,
        /**
         * Both. The kernel then looks at the line to tell one from the other, and finds a pulse of some microseconds over
         * already: it takes one edge for the other, or sees one only. A data-ready line wants the one that counts.
         */
        BOTH
    }

    private final WiresParams params;
    private final Clock clock;
    private final Context context;
    private final @Nullable PluginProviders plugins;
    private final String devices;
    private final List<Descriptor> claims = new ArrayList<>();

    private Wires(WiresParams params, Clock clock, Context context, @Nullable PluginProviders plugins, String devices) {
        this.params = params;
        this.clock = clock;
        this.context = context;
        this.plugins = plugins;
        this.devices = devices;
    }

    /**
     * Builds the context; no wire is touched yet.
     *
     * @throws BusException when a named provider is not there
     */
    public static Wires open(WiresParams params, Clock clock) {
        return open(params, clock, "/dev");
    }

    static Wires open(WiresParams params, Clock clock, String devices) {
        PluginProviders plugins = isOwn(params) ? null : PluginProviders.onClassPath();
        I2CProvider i2c = plugins == null || params.i2cProvider().equals(WiresParams.OWN_I2C)
                ? new KernelI2cProvider(devices, clock)
                : plugins.find(params.i2cProvider(), I2CProvider.class);
        DigitalOutputProvider output =
                plugins == null || params.outputProvider().equals(WiresParams.OWN_GPIO)
                        ? new KernelOutputProvider(devices, params.gpioChip())
                        : plugins.find(params.outputProvider(), DigitalOutputProvider.class);
        DigitalInputProvider input = plugins == null || params.inputProvider().equals(WiresParams.OWN_GPIO)
                ? new KernelInputProvider(devices, params.gpioChip())
                : plugins.find(params.inputProvider(), DigitalInputProvider.class);
        Context context = Pi4J.newContextBuilder()
                .noAutoDetectProviders()
                .noAutoDetectPlatforms()
                .noAutoInject()
                .disableShutdownHook()
                .add(i2c, output, input)
                .build();
        // Pi4J only logs it when a provider fails to start.
        for (Provider<?, ?, ?> wanted : new Provider<?, ?, ?>[] {i2c, output, input}) {
            if (!context.providers().exists(wanted.id())) {
                context.shutdown();
                throw new IllegalStateException("Pi4J provider " + wanted.id() + " did not start, see its log");
            }
        }
        return new Wires(params, clock, context, plugins, devices);
    }

    /**
     * Keeps a bus from every other program that claims it, whoever runs that one, until this is closed or the program ends.
     * Programs that do not ask are not kept away.
     *
     * @param bus N of /dev/i2c-N
     * @throws BusException BUSY when another one has it; or when the bus cannot be opened
     */
    public void claim(int bus) {
        String path = devices + "/i2c-" + bus;
        Descriptor file = new Descriptor(path);
        if (file.openAnswer() < 0) {
            throw Causes.openI2c(path, -file.openAnswer());
        }
        if (file.lock() == -Errno.EAGAIN) {
            file.close();
            throw Causes.claimed(path);
        }
        claims.add(file);
    }

    /**
     * A part on an I2C bus.
     *
     * @param bus N of /dev/i2c-N
     * @param address 0x03..0x77
     * @throws BusException when the bus cannot be opened or the address is taken; nobody has asked the part itself yet
     */
    public I2cDevice device(int bus, int address) {
        I2C made = context.create(I2C.newConfigBuilder(context)
                .id("i2c-%d-%02x".formatted(bus, address))
                .bus(bus)
                .device(address)
                .provider(params.i2cProvider())
                .build());
        return made instanceof I2cDevice own ? own : new PluginI2c(made);
    }

    /**
     * A line that switches something, off from the first moment on.
     *
     * @param line number on its chip, on a Pi the BCM number
     * @param activeLow whether a low line is on
     * @throws BusException when the chip or the line cannot be had
     */
    public OutputLine output(int line, boolean activeLow) {
        DigitalState on = activeLow ? DigitalState.LOW : DigitalState.HIGH;
        DigitalState off = DigitalState.getInverseState(on);
        DigitalOutput made = context.create(DigitalOutput.newConfigBuilder(context)
                .id("output-" + line)
                .bcm(line)
                .onState(on)
                .initial(off)
                .shutdown(off)
                .provider(params.outputProvider())
                .build());
        return made instanceof OutputLine own ? own : new PluginOutput(made);
    }

    /**
     * A line whose edges are told, every one of them: a data-ready line is quicker than what Pi4J debounces by default.
     *
     * @param line number on its chip, on a Pi the BCM number
     * @throws BusException when the chip or the line cannot be had
     */
    public InputLine input(int line, Pull pull, Edge which, InputLine.Edges edges) {
        boolean own = params.inputProvider().equals(WiresParams.OWN_GPIO);
        DigitalInput made = context.create(DigitalInput.newConfigBuilder(context)
                .id("input-" + line)
                .bcm(line)
                .debounce(0L)
                .pull(
                        switch (pull) {
                            case NONE -> PullResistance.OFF;
                            case UP -> PullResistance.PULL_UP;
                            case DOWN -> PullResistance.PULL_DOWN;
                        })
                .provider(own ? KernelInputProvider.ID : params.inputProvider())
                .build());
        if (made instanceof KernelInput kernel) {
            try {
                kernel.tell(edges, which != Edge.FALLING, which != Edge.RISING);
            } catch (RuntimeException e) {
                kernel.close();
                throw e;
            }
            return kernel;
        }
        return new PluginInput(made, which, edges, clock);
    }

    /** For plain Pi4J calls. */
    Context context() {
        return context;
    }

    /**
     * Switches all outputs off, then lets go of everything, also of the rest when something fails. May be called any
     * number of times.
     */
    @Override
    public void close() {
        if (context.isShutdown()) {
            return;
        }
        // Pi4J would take inputs, outputs and parts in no order at all, and an input may take its time.
        RuntimeException first = null;
        for (DigitalOutput output :
                context.registry().allByType(DigitalOutput.class).values()) {
            first = attempt(output::close, first);
        }
        first = attempt(context::shutdown, first);
        if (plugins != null) {
            first = attempt(() -> plugins.shutdown(context), first);
        }
        claims.forEach(Descriptor::close);
        if (first != null) {
            throw first;
        }
    }

    private static @Nullable RuntimeException attempt(Runnable step, @Nullable RuntimeException before) {
        try {
            step.run();
            return before;
        } catch (RuntimeException e) {
            if (before == null) {
                return e;
            }
            before.addSuppressed(e);
            return before;
        }
    }

    private static boolean isOwn(WiresParams params) {
        return params.i2cProvider().equals(WiresParams.OWN_I2C)
                && params.outputProvider().equals(WiresParams.OWN_GPIO)
                && params.inputProvider().equals(WiresParams.OWN_GPIO);
    }
}
