package org.holdline.clip.virtual;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.holdline.clip.Clip;
import org.holdline.sample.Inertial;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.jspecify.annotations.Nullable;

/**
 * A clip worn by the virtual runner. Delivers one sample at every poll; whoever polls sets the pace.
 *
 * <p>The same options, script and errors, with the same pulses after the same samples, give the same bytes on any machine.
 * <b>Not thread-safe:</b> one thread polls, cues and closes.
 */
public final class VirtualClip implements Clip {
    /** Below this rate a reading is a mean around its instant, as a chip's own filter would have it. */
    private static final double UNFILTERED_FROM_HZ = 200;

    private static final double START_CELSIUS = 25;
    private static final double WARM_CELSIUS = 32;
    private static final double WARMING_S = 360;

    /** Temperature per count, K, of the ICM-42688-P (DS-000347, section 4.13). */
    private static final double KELVIN_PER_COUNT = 1 / 132.48;

    private static final double REACTS_MIN_S = 1.2;
    private static final double REACTS_MAX_S = 3;

    private static final Inertial NOT_THERE = new Inertial();

    private final StreamInfo info;
    private final VirtualScript script;
    private final boolean markers;
    private final double rateHz;
    private final long samples;
    private final int readings;

    private final Belt belt;
    private final VirtualRunner runner;
    private final BackPoint lower;
    private final @Nullable BackPoint upper;
    private final SensorModel lowerSensor;
    private final SensorModel upperSensor;
    private final Motor motor;

    private final Vector lowerAccel = new Vector();
    private final Vector lowerGyro = new Vector();
    private final Vector upperAccel = new Vector();
    private final Vector upperGyro = new Vector();
    private final VirtualTruth truth = new VirtualTruth();

    private final AtomicReference<@Nullable List<VirtualScript.Part>> asked = new AtomicReference<>();
    private final Randomness reaction;
    private final boolean guided;

    private long next;
    private int nextPart;

    /** The built-in session. */
    public VirtualClip(VirtualOptions options) {
        this(options, VirtualScript.session(options));
    }

    /** A session of one's own; the stream ends with it or after {@code durationS}, whichever comes first. */
    public VirtualClip(VirtualOptions options, VirtualScript script) {
        this(options, script, SensorErrors.typical());
    }

    public VirtualClip(VirtualOptions options, VirtualScript script, SensorErrors errors) {
        this(options, script, errors, false);
    }

    private VirtualClip(VirtualOptions options, VirtualScript script, SensorErrors errors, boolean guided) {
        this.script = script;
        this.guided = guided;
        reaction = new Randomness(options.seed(), Randomness.Purpose.REACTION);
        markers = options.markers();
        rateHz = options.rateHz();
        samples = Math.max(1, (long) Math.ceil(Math.min(options.durationS(), script.endS()) * rateHz - 1e-6));
        readings = rateHz >= UNFILTERED_FROM_HZ ? 1 : 2 * (int) Math.ceil(UNFILTERED_FROM_HZ / rateHz / 2) + 1;
        belt = new Belt(script);
        runner = new VirtualRunner(options.seed(), script, belt);
        lower = options.placement() == Placement.THORACOLUMBAR ? runner.thoracolumbar() : runner.sacral();
        upper = options.placement().isDual() ? runner.thoracolumbar() : null;
        lowerSensor = new SensorModel(errors, rateHz, new Randomness(options.seed(), Randomness.Purpose.LOWER_SENSOR));
        upperSensor = new SensorModel(errors, rateHz, new Randomness(options.seed(), Randomness.Purpose.UPPER_SENSOR));
        motor = new Motor(new Randomness(options.seed(), Randomness.Purpose.MOTOR));
        info = new StreamInfo(
                "virtual runner, seed " + options.seed(),
                true,
                rateHz,
                options.placement(),
                options.plannedS(),
                options.plannedM(),
                SensorModel.RANGE_UMS2,
                SensorModel.RANGE_URADS);
    }

    /** A runner who stands and does as told by {@link #ask}, after as long as a person takes. Marks nothing by itself. */
    public static VirtualClip guided(VirtualOptions options) {
        VirtualScript.Part stand = VirtualScript.Part.of(VirtualScript.Activity.STAND, 1, 0);
        return new VirtualClip(options.withMarkers(false), VirtualScript.open(stand), SensorErrors.typical(), true);
    }

    /** Any thread: what the runner does next, one part after another, the last until asked again. For a guided one. */
    public void ask(List<VirtualScript.Part> parts) {
        if (!guided) {
            throw new IllegalStateException("asked of a runner with a script of its own");
        }
        asked.set(List.copyOf(parts));
    }

    private void follow(double timeS, List<VirtualScript.Part> parts) {
        // A person hears, understands and begins; and the step under way is finished first.
        double startS = timeS + reaction.between(REACTS_MIN_S, REACTS_MAX_S);
        for (VirtualScript.Part part : parts) {
            script.add(startS, part);
            startS += part.durationS();
        }
    }

    @Override
    public StreamInfo info() {
        return info;
    }

    /** What really was at the last sample; the same object every time. */
    public VirtualTruth truth() {
        return truth;
    }

    /**
     * The motor starts, and the runner may answer.
     *
     * @param timeUs stream instant of the command, us
     * @param pulseMs length from the end of the motor's rise, ms, 1..2000
     */
    public void feelCue(long timeUs, int pulseMs) {
        if (pulseMs < 1 || pulseMs > 2000) {
            throw new IllegalArgumentException("pulseMs: " + pulseMs + ", expected 1..2000");
        }
        motor.pulse(timeUs * 1e-6, pulseMs);
        if (!guided || runner.posture().activity() == VirtualScript.Activity.RUN) {
            runner.posture().feelCue(timeUs * 1e-6);
        }
        truth.cuesFelt++;
    }

    /** The motor's drive ends with the last sample; it rings down by itself. */
    public void motorOff() {
        motor.off(truth.timeUs * 1e-6);
    }

    @Override
    public Answer poll(Sample slot) {
        if (next == samples) {
            return Answer.END;
        }
        long timeUs = Math.round(next * 1e6 / rateHz);
        double timeS = timeUs * 1e-6;
        List<VirtualScript.Part> parts = guided ? asked.getAndSet(null) : null;
        if (parts != null) {
            follow(timeS, parts);
        }
        readBody(timeUs, timeS);
        motor.addTo(timeS, lowerAccel);
        double warmingK = (WARM_CELSIUS - START_CELSIUS) * (1 - StrictMath.exp(-timeS / WARMING_S));
        lowerSensor.read(lowerAccel, lowerGyro, warmingK, slot.lower);
        if (upper != null) {
            upperSensor.read(upperAccel, upperGyro, warmingK, slot.upper);
        } else {
            slot.upper.copyFrom(NOT_THERE);
        }
        slot.timeUs = timeUs;
        slot.temperatureMilliC = milliCelsius(START_CELSIUS + warmingK);
        slot.speedMPerH = belt.shownSpeedMPerH(timeS);
        slot.inclineMilliPct = belt.shownInclineMilliPct(timeS);
        slot.cueActive = motor.isDriven(timeS);
        slot.acts = 0;
        markPart(slot, timeS);
        next++;
        return Answer.SAMPLE;
    }

    /** Mean of an odd number of readings around the instant; the middle one is the truth. */
    private void readBody(long timeUs, double timeS) {
        clear(lowerAccel, lowerGyro);
        clear(upperAccel, upperGyro);
        double share = 1.0 / readings;
        int middle = readings / 2;
        for (int i = 0; i < readings; i++) {
            runner.evaluate(timeS + (i - middle) * share / rateHz, lower, upper);
            lowerAccel.add(lower.accelMS2, share);
            lowerGyro.add(lower.gyroRadS, share);
            if (upper != null) {
                upperAccel.add(upper.accelMS2, share);
                upperGyro.add(upper.gyroRadS, share);
            }
            if (i == middle) {
                runner.tell(timeUs, lower, upper, truth);
            }
        }
    }

    private static void clear(Vector accel, Vector gyro) {
        accel.set(0, 0, 0);
        gyro.set(0, 0, 0);
    }

    /** The last sample carries whatever mark is still due, so that a session's end is always told. */
    private void markPart(Sample slot, double timeS) {
        slot.marker = null;
        boolean last = next == samples - 1;
        while (nextPart < script.parts().size()
                && (script.startS(nextPart) <= timeS || (last && script.startS(nextPart) == script.endS()))) {
            Phase marker = script.parts().get(nextPart).marker();
            if (markers && marker != null) {
                slot.marker = marker;
            }
            nextPart++;
        }
    }

    private static int milliCelsius(double celsius) {
        return (int) Math.round(Math.rint((celsius - 25) / KELVIN_PER_COUNT) * KELVIN_PER_COUNT * 1000) + 25_000;
    }

    @Override
    public void close() {}
}
