package org.holdline.bus;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalOutput;

/** An output made by somebody else's provider. */
final class PluginOutput implements OutputLine {
    private final DigitalOutput output;

    PluginOutput(DigitalOutput output) {
        this.output = output;
    }

    @Override
    public String where() {
        return "GPIO line " + output.config().bcm() + " (" + output.provider().id() + ")";
    }

    @Override
    public int drive(boolean on) {
        try {
            if (on) {
                output.on();
            } else {
                output.off();
            }
            return 0;
        } catch (Pi4JException e) {
            return -Errno.EIO;
        }
    }

    @Override
    public int sense() {
        try {
            return output.isOn() ? 1 : 0;
        } catch (Pi4JException e) {
            return -Errno.EIO;
        }
    }

    @Override
    public void close() {
        output.close();
    }
}
