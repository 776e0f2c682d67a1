package org.holdline.bus;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import org.holdline.clock.Clock;

/** An input made by somebody else's provider: its edges get the time at which they are told. */
final class PluginInput implements InputLine {
    private final DigitalInput input;

    PluginInput(DigitalInput input, Wires.Edge which, Edges edges, Clock clock) {
        this.input = input;
        Wires.Edge unwanted = which == Wires.Edge.RISING ? Wires.Edge.FALLING : Wires.Edge.RISING;
        input.addListener(event -> {
            boolean rising = event.state().isHigh();
            if (which == Wires.Edge.BOTH || unwanted != (rising ? Wires.Edge.RISING : Wires.Edge.FALLING)) {
                edges.edge(clock.nanoTime(), rising, 0);
            }
        });
    }

    @Override
    public String where() {
        return "GPIO line " + input.config().bcm() + " (" + input.provider().id() + ")";
    }

    @Override
    public int sense() {
        try {
            return input.state().isHigh() ? 1 : 0;
        } catch (Pi4JException e) {
            return -Errno.EIO;
        }
    }

    /** Nobody counts. */
    @Override
    public long lostEdges() {
        return 0;
    }

    @Override
    public void close() {
        input.close();
    }
}
