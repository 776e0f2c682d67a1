package org.holdline.cue.drv2605;

import org.holdline.bus.Fault;
import org.holdline.bus.I2cDevice;
import org.holdline.clock.Clock;
import org.jspecify.annotations.Nullable;

/** The start: stops whatever plays, makes sure of the part, calibrates unless that was done before, sets it up. */
final class Opening {
    private static final long MS = 1_000_000;
    private static final int ATTEMPTS = 3;
    private static final long ATTEMPT_PAUSE_NS = 2 * MS;
    private static final long RESET_LIMIT_NS = 50 * MS;
    private static final long POLL_NS = 20 * MS;
    /** The longest calibration that is asked for takes 700 ms (data sheet, AUTO_CAL_TIME). */
    private static final long CALIBRATION_LIMIT_NS = 2000 * MS;

    private static final int CALIBRATION_ROUNDS = 2;
    private static final int ID_DRV2605 = 3;
    private static final int ID_DRV2605L = 7;
    private static final int OC_DETECT = 0x01;
    private static final int BEMF_GAIN_RESET = 2;

    private final I2cDevice device;
    private final Drv2605Params params;
    private final Drv2605Coefficients to;
    private final Clock clock;
    private final byte[] read = new byte[Register.CONTROL4 + 1];

    Opening(I2cDevice device, Drv2605Params params, Clock clock) {
        this.device = device;
        this.params = params;
        this.clock = clock;
        to = new Drv2605Coefficients(params);
    }

    /**
     * Answers the calibration the part now works with: the stored one when it is of this motor, else a new one.
     *
     * @throws Drv2605Fault with the part in standby, as far as it can be reached
     */
    Calibration bringUp(@Nullable Calibration stored) throws Drv2605Fault {
        try {
            write(Register.GO, 0);
            identify();
            reset();
            Calibration calibration = stored != null && stored.isOf(params) ? stored : calibrate();
            Setup setup = new Setup(params, calibration);
            for (int i = 0; i < setup.size(); i++) {
                write(setup.register(i), setup.value(i));
            }
            verify(setup);
            return calibration;
        } catch (Drv2605Fault e) {
            if (e.kind() != Drv2605Fault.Kind.OTHER_IDENTITY) {
                device.put(Register.GO, 0);
                device.put(Register.MODE, Register.MODE_STANDBY);
            }
            throw e;
        }
    }

    private void identify() throws Drv2605Fault {
        int status = readOne(Register.STATUS);
        int id = status >> 5;
        if (id == ID_DRV2605L || id == ID_DRV2605) {
            return;
        }
        String likely = id == 4 || id == 6
                ? "a DRV2604" + (id == 6 ? "L" : "") + ", which has no waveforms of its own"
                : "another part: some thermometers and touch sensors have this address, too";
        throw new Drv2605Fault(
                Drv2605Fault.Kind.OTHER_IDENTITY,
                "%s: register 0x00 reads 0x%02x, expected 0xe0 (DRV2605L) or 0x60 (DRV2605) in its upper three bits; likely %s. See it: i2cget -y %s 0x5a 0x00"
                        .formatted(where(), status, likely, bus()));
    }

    /** Ends real-time playback or a calibration that an earlier process left behind, too. */
    private void reset() throws Drv2605Fault {
        write(Register.MODE, Register.MODE_RESET);
        long sinceNs = clock.nanoTime();
        int answer;
        do {
            clock.park(MS);
            answer = device.burst(Register.MODE, read, 1);
            if (answer == 0 && (read[0] & Register.MODE_RESET) == 0) {
                return;
            }
        } while (clock.nanoTime() - sinceNs < RESET_LIMIT_NS);
        if (answer < 0) {
            throw unreachable(answer);
        }
        throw new Drv2605Fault(
                Drv2605Fault.Kind.REGISTERS,
                where() + " does not come out of reset; likely a weak supply or a clone. See it: i2cget -y " + bus()
                        + " 0x5a 0x01");
    }

    private Calibration calibrate() throws Drv2605Fault {
        for (int round = 0; round < CALIBRATION_ROUNDS; round++) {
            startCalibration();
            awaitEnd();
            // Reading clears the flags: an answer lost on the way cannot be asked for again.
            if (device.burst(Register.STATUS, read, 1) == 0) {
                judge(read[0] & 0xFF);
                return new Calibration(
                        params.motor(),
                        to.calibrationInputs(),
                        readOne(Register.COMPENSATION),
                        readOne(Register.BACK_EMF),
                        readOne(Register.FEEDBACK) & Register.BEMF_GAIN_MASK);
            }
        }
        throw new Drv2605Fault(
                Drv2605Fault.Kind.BUS,
                where() + " was calibrated twice and its result got lost on the bus both times; likely a loose wire."
                        + " Try: i2cget -y " + bus() + " 0x5a 0x00");
    }

    private void startCalibration() throws Drv2605Fault {
        write(Register.MODE, Register.MODE_CALIBRATE);
        write(Register.RATED_VOLTAGE, to.ratedVoltage);
        write(Register.OVERDRIVE_CLAMP, to.overdriveClamp);
        write(Register.FEEDBACK, to.feedback | BEMF_GAIN_RESET);
        write(Register.CONTROL1, to.control1);
        write(Register.CONTROL2, to.control2);
        write(Register.CONTROL3, to.control3Calibrating);
        write(Register.CONTROL4, to.control4);
        write(Register.GO, 1);
    }

    private void awaitEnd() throws Drv2605Fault {
        long sinceNs = clock.nanoTime();
        int answer;
        do {
            clock.park(POLL_NS);
            answer = device.burst(Register.GO, read, 1);
            if (answer == 0 && (read[0] & 1) == 0) {
                return;
            }
        } while (clock.nanoTime() - sinceNs < CALIBRATION_LIMIT_NS);
        if (answer < 0) {
            throw unreachable(answer);
        }
        throw notCalibrated("did not end within 2 s");
    }

    private void judge(int status) throws Drv2605Fault {
        if ((status & OC_DETECT) != 0) {
            throw notCalibrated("drew too much current (OC_DETECT), likely a short between OUT+ and OUT-");
        }
        if ((status & Register.DIAG_RESULT) != 0) {
            throw notCalibrated("did not settle (DIAG_RESULT)");
        }
    }

    private void verify(Setup setup) throws Drv2605Fault {
        read(Register.STATUS, read.length);
        for (int i = 0; i < setup.size(); i++) {
            int register = setup.register(i);
            // Those above hold bits of the part's own.
            if (register <= Register.FEEDBACK && (read[register] & 0xFF) != setup.value(i)) {
                throw new Drv2605Fault(
                        Drv2605Fault.Kind.REGISTERS,
                        "%s: register 0x%02x reads 0x%02x after 0x%02x was written; likely a weak supply or a clone. See all: i2cdump -y %s 0x5a b"
                                .formatted(where(), register, read[register] & 0xFF, setup.value(i), bus()));
            }
        }
    }

    private void write(int register, int value) throws Drv2605Fault {
        int answer = device.put(register, value);
        for (int i = 1; i < ATTEMPTS && answer < 0; i++) {
            clock.park(ATTEMPT_PAUSE_NS);
            answer = device.put(register, value);
        }
        if (answer < 0) {
            throw unreachable(answer);
        }
    }

    private int readOne(int register) throws Drv2605Fault {
        read(register, 1);
        return read[0] & 0xFF;
    }

    private void read(int register, int length) throws Drv2605Fault {
        int answer = device.burst(register, read, length);
        for (int i = 1; i < ATTEMPTS && answer < 0; i++) {
            clock.park(ATTEMPT_PAUSE_NS);
            answer = device.burst(register, read, length);
        }
        if (answer < 0) {
            throw unreachable(answer);
        }
    }

    private Drv2605Fault unreachable(int answer) {
        Fault fault = Fault.of(answer);
        if (fault == Fault.NACK) {
            return new Drv2605Fault(
                    Drv2605Fault.Kind.ABSENT,
                    where() + " does not answer; likely not plugged in, without supply, or its pin EN low. Who answers:"
                            + " i2cdetect -y " + bus());
        }
        return new Drv2605Fault(
                Drv2605Fault.Kind.BUS,
                where() + " cannot be reached (" + fault + ", errno " + -answer
                        + "); likely SDA or SCL held low, or the adapter has gone. Which buses there are: i2cdetect -l");
    }

    private Drv2605Fault notCalibrated(String what) {
        return new Drv2605Fault(
                Drv2605Fault.Kind.CALIBRATION,
                where() + ": calibrating its motor (" + params.motor() + ") " + what
                        + "; likely no motor between OUT+ and OUT-, another one than set, or one that is not held still."
                        + " Lay the clip down firmly, check the motor's settings and start again; the part's flags:"
                        + " i2cget -y " + bus() + " 0x5a 0x00");
    }

    private String where() {
        return "haptic driver at " + device.where();
    }

    /** N of {@code /dev/i2c-N 0x5a}. */
    private String bus() {
        String path = device.where().split(" ", 2)[0];
        int dash = path.lastIndexOf("i2c-");
        return dash < 0 ? "<bus>" : path.substring(dash + "i2c-".length());
    }
}
