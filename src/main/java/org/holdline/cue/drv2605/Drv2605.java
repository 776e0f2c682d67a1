package org.holdline.cue.drv2605;

import java.io.IOException;
import java.util.function.Consumer;
import org.holdline.bus.Fault;
import org.holdline.bus.I2cDevice;
import org.holdline.clock.Clock;
import org.holdline.cue.CueOutput;
import org.jspecify.annotations.Nullable;

/**
 * Plays pulses as library waveforms that end by themselves, and cuts them to length.
 *
 * <p>A pulse is felt from the motor's rise time on, so that the motor is driven for rise time and pulse together. A pulse
 * asked for while one plays sets a new end, at most that of the waveform that plays. The motor is driven for a second at
 * most. Up to 750 ms a pulse is one transfer to start, one to look whether the part plays, one to end.
 *
 * <p><b>Threads:</b> {@link #pulse} belongs to the road's thread; {@link #off} and what only answers are any thread's;
 * none of them touches the bus. {@link #step} belongs to the thread that owns the bus. {@link #stopNow} and {@link #close}
 * may come from another one and then wait for a transfer that is under way.
 */
public final class Drv2605 implements CueOutput, AutoCloseable {
    /** 7-bit address; the part has no other. */
    public static final int ADDRESS = 0x5A;

    /** Longest time the motor is driven without a break, ms. */
    public static final int MAX_DRIVE_MS = 1000;

    /** A cue that could not be given within this time says nothing any more about the step it was meant for. */
    public static final int MAX_AGE_MS = 300;

    /** What {@link #dueNs} answers when there is nothing to do. */
    public static final long NOTHING_DUE = Player.NOTHING_DUE;

    private static final int CLOSE_ATTEMPTS = 3;

    private final I2cDevice device;
    private final Calibration calibration;
    private final Clock clock;
    private final Requests requests = new Requests();
    private final Player player;
    private final Object lock = new Object();
    private volatile boolean closed;

    private Drv2605(I2cDevice device, Drv2605Params params, Calibration calibration, Clock clock) {
        this.device = device;
        this.calibration = calibration;
        this.clock = clock;
        player = new Player(device, requests, new Setup(params, calibration), params);
    }

    /**
     * Stops whatever plays, makes sure of the part and sets it up; blocks meanwhile. Without a calibration of this motor
     * the part makes one, which runs the motor for about 0.6 s.
     *
     * @param device closed by {@link #close}; after a fault it is still the caller's
     * @param stored what {@link #calibration} answered in an earlier run, if anything
     * @throws Drv2605Fault with the part in standby, as far as it can be reached
     */
    public static Drv2605 open(I2cDevice device, Drv2605Params params, @Nullable Calibration stored, Clock clock)
            throws Drv2605Fault {
        return new Drv2605(device, params, new Opening(device, params, clock).bringUp(stored), clock);
    }

    /**
     * As above with the calibration kept in a file: read from it when it is sound and of this motor, written to it when
     * it is new.
     *
     * @param told gets a sentence for each thing a person might want to know of the file
     */
    public static Drv2605 open(
            I2cDevice device, Drv2605Params params, CalibrationFile file, Clock clock, Consumer<String> told)
            throws Drv2605Fault {
        CalibrationFile.Found found = file.read(params);
        if (found.finding() != null) {
            told.accept(found.finding());
        }
        Drv2605 opened = open(device, params, found.calibration(), clock);
        if (found.calibration() == null) {
            try {
                file.write(opened.calibration());
            } catch (IOException e) {
                told.accept("haptic calibration not kept in " + file.path() + " (" + e
                        + "); the motor will be calibrated again at the next start. Who may write there: ls -ld "
                        + file.path().toAbsolutePath().getParent());
            }
        }
        return opened;
    }

    /**
     * Stops a part that nobody has opened, whoever set it going, and sends it to standby.
     *
     * @return 0 or minus the errno
     */
    public static int switchOff(I2cDevice device) {
        int answer = device.put(Register.GO, 0);
        int standby = device.put(Register.MODE, Register.MODE_STANDBY);
        return answer == 0 ? standby : answer;
    }

    /** The calibration the part works with, to be kept for the next start. */
    public Calibration calibration() {
        return calibration;
    }

    @Override
    public void pulse(long timeUs, int pulseMs) {
        requests.pulse(Math.clamp(pulseMs, 1, MAX_DRIVE_MS), clock.nanoTime());
    }

    /** Notes the stop; the next {@link #step} writes it, before anything else. */
    @Override
    public void off() {
        requests.off(clock.nanoTime());
    }

    /**
     * Does what is due, with one transfer at most.
     *
     * @param nowNs on the clock given to {@link #open}
     * @return whether there was a transfer
     */
    public boolean step(long nowNs) {
        synchronized (lock) {
            return !closed && player.step(nowNs);
        }
    }

    /** When {@link #step} will have a transfer to do, on the same clock, or {@link #NOTHING_DUE}. */
    public long dueNs() {
        synchronized (lock) {
            return closed ? NOTHING_DUE : player.dueNs();
        }
    }

    /**
     * Stops at once, on the calling thread, for the end of a run.
     *
     * @return 0 or minus the errno; when it fails, each {@link #step} tries again
     */
    public int stopNow() {
        synchronized (lock) {
            return closed ? 0 : player.stopNow(clock.nanoTime());
        }
    }

    /** Is the motor driven, as far as it is known? True from just before GO until it certainly has stopped. */
    public boolean isDriven() {
        return player.driven;
    }

    /** What went wrong last, {@link Fault#NONE} when nothing ever did. */
    public Fault lastFault() {
        return Fault.of(player.lastFault);
    }

    /** Pulses that the part acknowledged, or that moved the end of one that played. */
    public long played() {
        return player.played;
    }

    /** Pulses that came to nothing: they could not be given in time, or another one came first. */
    public long notDelivered() {
        return player.notDelivered;
    }

    /** How often a stop was not acknowledged. */
    public long stopFailures() {
        return player.stopFailures;
    }

    /** How often the part had lost its settings and got them again. */
    public long setUpAgain() {
        return player.setUpAgain;
    }

    /** How often the part had protected itself from too much current or heat when it was asked. */
    public long protections() {
        return player.protections;
    }

    /** Stop, standby, device given back. May be called any number of times. */
    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            int answer = -1;
            for (int i = 0; i < CLOSE_ATTEMPTS && answer != 0; i++) {
                answer = player.stopNow(clock.nanoTime());
            }
            answer = -1;
            for (int i = 0; i < CLOSE_ATTEMPTS && answer != 0; i++) {
                answer = device.put(Register.MODE, Register.MODE_STANDBY);
            }
            closed = true;
        }
        device.close();
    }
}
