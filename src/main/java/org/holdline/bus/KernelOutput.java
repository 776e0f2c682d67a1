package org.holdline.bus;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A line that is driven. What the configuration leaves open is off: at the request and at the end. */
final class KernelOutput extends DigitalOutputBase implements OutputLine {
    private final LineRequest line;
    private final DigitalState onState;

    KernelOutput(DigitalOutputProvider provider, DigitalOutputConfig config, String chip) {
        super(provider, config);
        onState = config.onState() == DigitalState.LOW ? DigitalState.LOW : DigitalState.HIGH;
        state = known(config.initialState());
        line = LineRequest.output(chip, config.bcm(), state == DigitalState.HIGH);
    }

    @Override
    public String where() {
        return line.where();
    }

    @Override
    public int drive(boolean on) {
        DigitalState to = on ? onState : DigitalState.getInverseState(onState);
        int answer = put(to);
        if (answer == 0) {
            super.state(to);
        }
        return answer;
    }

    @Override
    public synchronized int sense() {
        int level = line.get();
        return level < 0 ? level : (level == 1) == (onState == DigitalState.HIGH) ? 1 : 0;
    }

    /** @throws BusException when the kernel refuses */
    @Override
    public DigitalOutput state(DigitalState to) {
        if (to != DigitalState.HIGH && to != DigitalState.LOW) {
            throw new IllegalArgumentException("state=" + to + ", expected HIGH or LOW");
        }
        int answer = put(to);
        if (answer < 0) {
            throw line.exception(-answer);
        }
        return super.state(to);
    }

    /** Ends the pulse also when the waiting thread is interrupted; Pi4J would leave the motor running. */
    @Override
    public DigitalOutput pulse(int interval, TimeUnit unit, DigitalState state, Callable<Void> callback) {
        try {
            return super.pulse(interval, unit, state, callback);
        } catch (RuntimeException e) {
            put(DigitalState.getInverseState(state));
            throw e;
        }
    }

    /** As with {@link #pulse(int, TimeUnit, DigitalState, Callable)}: an interrupted one ends, too. */
    @Override
    public DigitalOutput blink(int delay, int duration, TimeUnit unit, DigitalState state, Callable<Void> callback) {
        try {
            return super.blink(delay, duration, unit, state, callback);
        } catch (RuntimeException e) {
            put(DigitalState.getInverseState(state));
            throw e;
        }
    }

    @Override
    public DigitalOutput shutdownInternal(Context context) {
        try {
            put(known(config().shutdownState()));
            return super.shutdownInternal(context);
        } finally {
            release();
        }
    }

    /** May be called any number of times. */
    synchronized void release() {
        line.close();
    }

    // Not under this lock: telling listeners, who may want the line themselves.
    private synchronized int put(DigitalState to) {
        return line.set(to == DigitalState.HIGH);
    }

    private DigitalState known(@Nullable DigitalState asked) {
        return asked == DigitalState.HIGH || asked == DigitalState.LOW ? asked : DigitalState.getInverseState(onState);
    }
}
