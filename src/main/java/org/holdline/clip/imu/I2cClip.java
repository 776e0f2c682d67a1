package org.holdline.clip.imu;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.holdline.clip.Clip;
import org.holdline.clock.Clock;
import org.holdline.fixed.Fixed;
import org.holdline.sample.Inertial;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.jspecify.annotations.Nullable;

/**
 * One or two IMUs on a bus as a clip.
 *
 * <p>Instants are those of the lower IMU's samples on the host's clock, 0 at the first; {@link StreamInfo#rateHz} is the
 * lower IMU's rate as measured at the start, not its nominal one. Losses are gaps in the instants; a lost upper IMU reads
 * its last value over and over, which the road takes for a stuck sensor.
 *
 * <p>Not thread-safe; only what {@link #lowerStatus} and {@link #upperStatus} answer may be read by any thread.
 */
public final class I2cClip implements Clip {
    /** Upper periods that a lower sample waits for its upper neighbours before the last value stands in. */
    private static final int WAIT_PERIODS = 4;

    private static final Inertial NOT_THERE = new Inertial();

    private final Clock clock;
    private final Rounds rounds;
    private final @Nullable Resampler resampler;
    private final List<String> warnings;
    private final StreamInfo info;
    private final BooleanSupplier motorDriven;

    private boolean polled;
    private boolean begun;
    private long originNs;

    private I2cClip(I2cWires wires, I2cOptions options, BooleanSupplier motorDriven, Clock clock) throws ImuFault {
        RegisterBus bus = wires.bus();
        this.clock = clock;
        this.motorDriven = motorDriven;
        rounds = new Rounds(bus, wires.dataReady(), options, wires.guest(), clock);
        Channel upper = rounds.upper;
        resampler = upper == null
                ? null
                : new Resampler(upper.history, WAIT_PERIODS * upper.spec().nominalPeriodNs());
        warnings = new Opening(bus, rounds).bringUp(clock);
        info = describe(options, rounds.lower.sampleClock.rateHz());
    }

    /**
     * Sets the IMUs up, measures their rates and checks their scales; takes some three seconds.
     *
     * @param motorDriven whether the haptic motor runs, for {@link Sample#cueActive}
     * @param clock also the clock of the line's edges
     */
    public static I2cClip open(I2cWires wires, I2cOptions options, BooleanSupplier motorDriven, Clock clock)
            throws ImuFault {
        return new I2cClip(wires, options, motorDriven, clock);
    }

    private static StreamInfo describe(I2cOptions options, double rateHz) {
        ImuSpec lower = options.lower();
        ImuSpec upper = options.upper();
        return new StreamInfo(
                "i2c " + name(lower) + (upper == null ? "" : " and " + name(upper)),
                false,
                // A recording's header then holds this very number.
                Math.rint(rateHz * 1000) / 1000,
                options.placement(),
                options.plannedS(),
                options.plannedM(),
                (int) (lower.accelRangeG() * Scale.GRAVITY_UMS2),
                (int) Fixed.divideRounded(lower.gyroRangeMdps() * Scale.DPS_URADS_E6, 1_000_000_000));
    }

    private static String name(ImuSpec spec) {
        return spec.part().partName() + " " + spec.addressText();
    }

    @Override
    public StreamInfo info() {
        return info;
    }

    /** What a person should know although the clip works: rates and scales that are odd. */
    public List<String> warnings() {
        return warnings;
    }

    public ImuStatus lowerStatus() {
        return rounds.lower.status;
    }

    /** Null with one IMU. */
    public @Nullable ImuStatus upperStatus() {
        return rounds.upper == null ? null : rounds.upper.status;
    }

    /** Readings of the upper IMU so far that had the same two neighbours as the one before. */
    public long upperDoubled() {
        return resampler == null ? 0 : resampler.doubled();
    }

    /** Upper samples so far that were nobody's earlier neighbour. */
    public long upperSkipped() {
        return resampler == null ? 0 : resampler.skipped();
    }

    /** Readings of the upper IMU so far that are its last value because it delivered nothing. */
    public long upperHeld() {
        return resampler == null ? 0 : resampler.held();
    }

    /** How often the bus was opened again since the start. */
    public long busReopens() {
        return rounds.reopens();
    }

    /** Host's clock at instant 0 of the stream, ns. */
    long originNs() {
        return originNs;
    }

    /** Answers a sample that is there at once; else waits for what the bus has to do next, at most one period. */
    @Override
    public Answer poll(Sample slot) {
        if (!polled) {
            polled = true;
            rounds.begin();
        }
        if (take(slot)) {
            return Answer.SAMPLE;
        }
        rounds.turn();
        return take(slot) ? Answer.SAMPLE : Answer.NOTHING;
    }

    @Override
    public boolean isDelivering() {
        return rounds.lower.isDelivering();
    }

    private boolean take(Sample slot) {
        History lower = rounds.lower.history;
        while (lower.size() > 0) {
            Resampler.Outcome outcome = Resampler.Outcome.DONE;
            if (resampler == null) {
                slot.upper.copyFrom(NOT_THERE);
            } else {
                outcome = resampler.at(lower.timeNs(0), clock.nanoTime(), slot.upper);
            }
            if (outcome == Resampler.Outcome.WAIT) {
                return false;
            }
            if (outcome == Resampler.Outcome.DONE) {
                fill(slot, lower);
                lower.pop();
                return true;
            }
            lower.pop();
        }
        return false;
    }

    private void fill(Sample slot, History lower) {
        if (!begun) {
            begun = true;
            originNs = lower.timeNs(0);
        }
        slot.timeUs = (lower.timeNs(0) - originNs + 500) / 1000;
        slot.lower.copyFrom(lower.value(0));
        slot.temperatureMilliC = lower.temperatureMilliC(0);
        slot.speedMPerH = Sample.UNKNOWN;
        slot.inclineMilliPct = Sample.UNKNOWN;
        slot.cueActive = motorDriven.getAsBoolean();
        slot.marker = null;
        slot.acts = 0;
    }

    /** The bus belongs to whoever brought it. */
    @Override
    public void close() {}
}
