package org.holdline.evaluate.runner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.holdline.sample.Inertial;
import org.holdline.sample.Phase;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.jspecify.annotations.Nullable;

/**
 * A runner on a treadmill with one or two sensors on the back. The seed draws runner, session and sensors; the same seed,
 * placement and pulses give the same samples on any machine. <b>Not thread-safe.</b>
 */
public final class TreadmillRunner {
    /** Attitudes and forces are worked out at least this often, 1/s. */
    private static final double MIN_READINGS_HZ = 800;

    private static final int MIN_READINGS = 4;

    /** The belt takes its time, km/h per s. */
    private static final double BELT_KMH_PER_S = 1.5;

    private static final double RISE_S = 0.02;
    private static final Inertial NOT_THERE = new Inertial();

    private final Scenario scenario;
    private final Script script;
    private final StreamInfo info;
    private final Placement placement;
    private final Worn worn;
    private final double rateHz;
    private final int readings;
    private final double dtS;
    private final long samples;

    private final TrunkTraits trunkTraits;
    private final Legs legs;
    private final Swing swing;
    private final Carriage carriage;
    private final BackSensor sacral;
    private final BackSensor thoracolumbar;
    private final StrideMeans means = new StrideMeans(5);
    private final SwingLog swingLog = new SwingLog();
    private final List<TrueStep> steps = new ArrayList<>();
    private final List<TrueSwing> swings = new ArrayList<>();
    private final boolean creeps;
    private final Slip sacralSlip;
    private final Slip thoracolumbarSlip;
    private final Chance tightening;

    private long reading;
    private long next;
    private int marked = -1;
    private double moving;
    private double beltKmh;
    private double heightM;
    private boolean watchesSwings;
    private double motorFromS = Double.POSITIVE_INFINITY;
    private double motorToS = Double.NEGATIVE_INFINITY;
    private boolean toeOffTold = true;
    private int inBout;
    private Phase contactPhase = Phase.STAND;
    private Phase phase = Phase.STAND;
    private int strapIndex = -1;
    private double jumpAtS = Double.NaN;

    public TreadmillRunner(long seed, Placement placement) {
        this(seed, placement, Worn.AS_ASKED, null);
    }

    /** The same session with the clips worn otherwise. */
    public TreadmillRunner(long seed, Placement placement, Worn worn) {
        this(seed, placement, worn, null);
    }

    /** With a script of its own, for tests; null = the seed's. */
    TreadmillRunner(long seed, Placement placement, @Nullable Script own) {
        this(seed, placement, Worn.AS_ASKED, own);
    }

    private TreadmillRunner(long seed, Placement placement, Worn worn, @Nullable Script own) {
        this.placement = placement;
        this.worn = worn;
        scenario = Scenario.of(seed);
        Chance body = new Chance(seed, "body");
        script = own == null ? new Script(scenario, new Chance(seed, "script")) : own;
        rateHz = new double[] {100, 200, 200, 400}[(int) (body.unit() * 4)];
        readings = (int) Math.max(MIN_READINGS, MIN_READINGS_HZ / rateHz);
        dtS = 1 / (rateHz * readings);
        samples = (long) (script.endS() * rateHz);
        trunkTraits = new TrunkTraits(body);
        legs = new Legs(new GaitTraits(body), script.easyKmh(), new Chance(seed, "steps"));
        swing = new Swing(trunkTraits, new Chance(seed, "swing"));
        carriage = new Carriage(
                script,
                trunkTraits,
                new Answer(body),
                new Chance(seed, "carriage"),
                new Stance(new Chance(seed, "stance")));
        sacral = sensor(seed, "sacral", true);
        thoracolumbar = sensor(seed, "thoracolumbar", false);
        creeps = own == null && scenario.creeps();
        // With two clips one of them creeps, so that together they stray no farther than one does.
        boolean sacrumCreeps = placement == Placement.SACRAL || (placement.isDual() && body.happens(0.5));
        sacralSlip = slip(sacral, creeps && sacrumCreeps);
        thoracolumbarSlip = slip(thoracolumbar, creeps && !sacrumCreeps);
        tightening = new Chance(seed, "strap");
        if (own == null && scenario.hasJumps()) {
            jump(new Chance(seed, "jump"));
        }
        info = new StreamInfo(
                "evaluation runner, seed " + seed,
                true,
                rateHz,
                placement,
                0,
                0,
                (int) (BackSensor.ACCEL_RANGE_G * Legs.GRAVITY_MS2 * 1e6),
                (int) (Math.toRadians(BackSensor.GYRO_RANGE_DPS) * 1e6));
    }

    private BackSensor sensor(long seed, String place, boolean isSacral) {
        WornTraits traits = new WornTraits(new Chance(seed, place), isSacral, worn);
        return new BackSensor(traits, rateHz, readings, new Chance(seed, place + " noise"));
    }

    private static Slip slip(BackSensor sensor, boolean creeps) {
        return new Slip(creeps ? sensor.traits().creep : 0, sensor.traits().slipRollShare);
    }

    /** One session in three has a blow against a clip, or a strap pulled tight, in the middle of running. */
    private void jump(Chance chance) {
        boolean blow = chance.happens(0.5);
        double deg = chance.between(2, 6) * chance.sign();
        double atS = script.withinRunS(chance.unit());
        boolean atTheSacrum = chance.happens(0.5);
        if (chance.happens(1.0 / 3)) {
            jumpAtS = atS;
            boolean lower = placement.isDual() ? atTheSacrum : placement == Placement.SACRAL;
            Slip slip = lower ? sacralSlip : thoracolumbarSlip;
            if (blow) {
                slip.knock(atS, deg);
            } else {
                slip.tug(atS, deg);
            }
        }
    }

    public Scenario scenario() {
        return scenario;
    }

    public StreamInfo info() {
        return info;
    }

    /** Instant at which a clip jumps while the runner runs, us; -1 in a session without such a jump. */
    public long jumpUs() {
        return Double.isNaN(jumpAtS) ? -1 : Math.round(jumpAtS * 1e6);
    }

    /** Running steps so far, in order. */
    public List<TrueStep> steps() {
        return Collections.unmodifiableList(steps);
    }

    /** From now on keep how the bones move; it takes time, so it must be asked for. */
    public void watchSwings() {
        watchesSwings = true;
    }

    /** How the bones moved, one for each of the {@link #steps} since it was asked for. */
    public List<TrueSwing> swings() {
        return Collections.unmodifiableList(swings);
    }

    /** The clip buzzes: it shakes itself, and the runner may answer. */
    public void feelCue(long timeUs, int pulseMs) {
        double timeS = timeUs * 1e-6;
        motorFromS = timeS;
        motorToS = timeS + RISE_S + pulseMs * 1e-3;
        carriage.feelCue(timeS);
    }

    /** Fills the slot with the next sample; false when the session is over. */
    public boolean next(Sample slot) {
        if (next == samples) {
            return false;
        }
        // One more than due: a segment answers one step late.
        while (reading < next * readings + 2) {
            step();
        }
        double timeS = next / rateHz;
        slot.timeUs = Math.round(next * 1e6 / rateHz);
        boolean swapped = placement.isDual() && worn == Worn.SWAPPED;
        (placement == Placement.THORACOLUMBAR || swapped ? thoracolumbar : sacral).read(timeS, slot.lower);
        if (placement.isDual()) {
            (swapped ? sacral : thoracolumbar).read(timeS, slot.upper);
        } else {
            slot.upper.copyFrom(NOT_THERE);
        }
        slot.temperatureMilliC = Sample.UNKNOWN;
        slot.speedMPerH = (int) Math.round(beltKmh * 10) * 100;
        slot.inclineMilliPct = 0;
        slot.cueActive = timeS >= motorFromS && timeS < motorToS;
        slot.acts = 0;
        slot.marker = marker();
        means.add(
                carriage.arch(),
                carriage.lean(),
                carriage.upright(),
                carriage.sacrum + moving * swing.deg[0] - trunkTraits.sacrumRunning,
                carriage.trunk + moving * swing.deg[3] - trunkTraits.trunkRunning);
        next++;
        return true;
    }

    private @Nullable Phase marker() {
        if (carriage.index() == marked) {
            return null;
        }
        marked = carriage.index();
        return carriage.block().marker();
    }

    /** One step of time of everything. */
    private void step() {
        double timeS = reading * dtS;
        Block block = carriageBlock(timeS);
        double beltTo = block.speedKmh();
        beltKmh += Math.clamp(beltTo - beltKmh, -BELT_KMH_PER_S * dtS, BELT_KMH_PER_S * dtS);
        long before = legs.count();
        boolean stood = legs.isStanding();
        legs.advance(timeS, dtS, block.activity(), beltKmh);
        double gait = legs.isStanding() ? 0 : legs.isRunning() ? 1 : 0.4;
        moving += (gait - moving) * dtS / 0.3;
        swing.advance(legs.phase());
        carriage.advance(timeS, dtS, moving);
        heightM += legs.velocityMS() * dtS;
        if (watchesSwings) {
            logSwing();
        }
        watchSteps(timeS, legs.count() != before || (stood && !legs.isStanding()));
        slide(timeS);
        double sinceContactS = legs.isStanding() ? Double.POSITIVE_INFINITY : timeS - legs.latest().startS;
        double shaken = timeS >= motorFromS && timeS < motorToS ? timeS : Double.NaN;
        if (placement != Placement.THORACOLUMBAR) {
            sacral.advance(
                    moving * swing.deg[2] + carriage.sacrumYaw,
                    carriage.sacrum + moving * swing.deg[0],
                    moving * swing.deg[1] + carriage.sacrumRoll,
                    legs.forceMS2,
                    sinceContactS,
                    shaken);
        }
        if (placement != Placement.SACRAL) {
            thoracolumbar.advance(
                    moving * swing.deg[5] + carriage.trunkYaw,
                    carriage.trunk + moving * swing.deg[3],
                    moving * swing.deg[4] + carriage.trunkRoll,
                    legs.forceMS2,
                    sinceContactS,
                    placement.isDual() ? Double.NaN : shaken);
        }
        reading++;
    }

    private void logSwing() {
        if (legs.isStanding()) {
            swingLog.endStep();
        }
        double pitch = carriage.sacrum + moving * swing.deg[0];
        double roll = moving * swing.deg[1];
        double trunkPitch = carriage.trunk + moving * swing.deg[3];
        double trunkRoll = moving * swing.deg[4] + carriage.trunkRoll;
        swingLog.add(
                pitch,
                roll,
                moving * swing.deg[2] + carriage.sacrumYaw,
                trunkPitch,
                trunkRoll,
                moving * swing.deg[5] + carriage.trunkYaw,
                heightM,
                heightM + sacral.heightM(pitch, roll),
                heightM + thoracolumbar.heightM(trunkPitch, trunkRoll));
    }

    private Block carriageBlock(double timeS) {
        int index = Math.max(0, carriage.index());
        while (index + 1 < script.count() && script.startS(index + 1) <= timeS) {
            index++;
        }
        Phase asked = script.block(index).marker();
        if (asked != null) {
            phase = asked;
        }
        return script.block(index);
    }

    private void watchSteps(double timeS, boolean landed) {
        Contact foot = legs.latest();
        if (landed && !legs.isStanding()) {
            toeOffTold = false;
            contactPhase = phase;
            if (!foot.running) {
                inBout = 0;
            }
        }
        if (legs.isStanding()) {
            inBout = 0;
        }
        if (!toeOffTold && timeS >= foot.endS()) {
            toeOffTold = true;
            if (foot.running) {
                if (watchesSwings) {
                    swings.add(swingLog.stride(Math.round(foot.startS * 1e6), legs.activePeakG(foot)));
                }
                steps.add(new TrueStep(
                        Math.round(foot.startS * 1e6),
                        Math.round(foot.endS() * 1e6),
                        inBout++,
                        contactPhase,
                        means.mean(0),
                        means.mean(1),
                        means.mean(2),
                        means.mean(3),
                        means.mean(4),
                        slidDeg(),
                        timeS - carriage.movedS(),
                        beltKmh));
            }
            means.endStep();
            swingLog.endStep();
        }
    }

    /** Creep grows evenly over the run; on the rails the strap is pulled tight now and then, which turns the clip within a second. */
    private void slide(double timeS) {
        if (carriage.block().activity() == Activity.RAILS && carriage.index() != strapIndex) {
            strapIndex = carriage.index();
            if (tightening.happens(0.5)) {
                (placement == Placement.THORACOLUMBAR ? thoracolumbarSlip : sacralSlip)
                        .tighten(tightening.between(-1.5, 1.5));
            }
        }
        double share = creeps ? Math.max(0, timeS - script.runStartS()) / (script.endS() - script.runStartS()) : 0;
        sacralSlip.advance(timeS, dtS, share);
        thoracolumbarSlip.advance(timeS, dtS, share);
        carry(sacralSlip, sacral, timeS);
        carry(thoracolumbarSlip, thoracolumbar, timeS);
    }

    private static void carry(Slip slip, BackSensor sensor, double timeS) {
        sensor.slid = slip.pitch;
        sensor.slidRoll = slip.roll;
        sensor.blowG = slip.blowG(timeS);
    }

    private double slidDeg() {
        return switch (placement) {
            case SACRAL -> sacral.slid;
            case THORACOLUMBAR -> -thoracolumbar.slid;
            case DUAL -> sacral.slid - thoracolumbar.slid;
        };
    }

    BackSensor sacral() {
        return sacral;
    }

    BackSensor thoracolumbar() {
        return thoracolumbar;
    }

    /** Velocity of the body upward, m/s, for tests. */
    double velocityMS() {
        return legs.velocityMS();
    }
}
