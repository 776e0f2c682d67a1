package org.holdline.settings;

import static org.holdline.settings.Kinds.decimal;
import static org.holdline.settings.Kinds.whole;
import static org.holdline.settings.Kinds.words;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.holdline.attitude.InclinationParams;
import org.holdline.cue.CueParams;
import org.holdline.cue.FadingParams;
import org.holdline.cue.tone.ToneParams;
import org.holdline.gait.StridesParams;
import org.holdline.posture.PostureParams;
import org.holdline.posture.SlipParams;
import org.holdline.sample.Placement;
import org.holdline.sample.StreamInfo;
import org.jspecify.annotations.Nullable;

/** Every setting there is. Defaults are those of the rooms' Params. */
public final class Keys {
    private static final InclinationParams ATTITUDE = InclinationParams.defaults();
    private static final StridesParams STRIDES = StridesParams.defaults();
    private static final PostureParams POSTURE = PostureParams.defaults();
    private static final SlipParams SLIP = SlipParams.defaults();
    private static final CueParams CUE = CueParams.defaults();
    private static final FadingParams FADING = FadingParams.defaults();
    private static final ToneParams TONE = ToneParams.defaults();

    private static final int DAY_S = 86_400;
    private static final int MAX_LINE = 511;
    private static final Catalogue KEYS = new Catalogue();

    public static final Key<RunSource> RUN_SOURCE = KEYS.needed(
            new Kinds.Source(),
            "run.source",
            "",
            new RunSource.Virtual(),
            "Where the samples come from: the built-in runner, a wired clip, one behind a serial port, or a recording.");
    public static final Key<Optional<Integer>> RUN_DURATION_S = KEYS.add(new Key<>(
            "run.duration_s",
            "--duration",
            "s",
            new Kinds.Maybe<>(whole(1, DAY_S)),
            Optional.empty(),
            Optional.of(900),
            "The run ends after this much stream time. Left out, it ends with its source."));
    public static final Key<Optional<PlaySpeed>> RUN_SPEED = KEYS.optional(
            new Kinds.Speed(10_000),
            "run.speed",
            "",
            new PlaySpeed(1),
            "How fast stream time passes: 1 is real time, 10 ten times as fast, \"max\" as fast as the machine can.");
    public static final Key<Long> RUN_SEED = KEYS.needed(
            new Kinds.AnyWhole(), "run.seed", "", 1L, "Draws the built-in runner; the same seed gives the same run.");
    public static final Key<Integer> RUN_PLANNED_S =
            KEYS.needed(whole(0, DAY_S), "run.planned_s", "s", 0, "Planned length of the run; 0 = not said.");
    public static final Key<Integer> RUN_PLANNED_M =
            KEYS.needed(whole(0, 1_000_000), "run.planned_m", "m", 0, "Planned distance of the run; 0 = not said.");
    public static final Key<Optional<Intervals>> RUN_BLOCKS = KEYS.optional(
            new Intervals.AsText(),
            "run.blocks",
            "",
            new Intervals(List.of(new Intervals.Span(300, 420), new Intervals.Span(600, 720))),
            "Hard intervals of the planned run, in seconds of stream time. A recording holds them as acts.");
    public static final Key<Optional<Double>> RUN_SPEED_KMH = KEYS.optional(
            decimal(0, 25),
            "run.speed_kmh",
            "km/h",
            10.0,
            "Belt speed: that of the built-in runner, of a treadmill that does not say, or of a recording without one.");
    public static final Key<Optional<Double>> RUN_INCLINE_PCT =
            KEYS.optional(decimal(-5, 20), "run.incline_pct", "%", 1.0, "Belt incline, uphill positive.");
    public static final Key<Optional<Placement>> RUN_PLACEMENT = KEYS.optional(
            words(Placement.values(), Placement::word),
            "run.placement",
            "",
            Placement.DUAL,
            "Where on the back the clip sits; \"dual\" for two of them.");
    public static final Key<Optional<Double>> RUN_RATE_HZ = KEYS.optional(
            decimal(StreamInfo.MIN_RATE_HZ, StreamInfo.MAX_RATE_HZ),
            "run.rate_hz",
            "Hz",
            200.0,
            "Nominal sampling rate of the built-in runner or the clip. Left out, 200, or what the part has next above.");
    public static final Key<Optional<Path>> RUN_RECORD = KEYS.optional(
            new Kinds.FileName(), "run.record", "", Path.of("run.csv"), "File that the samples are recorded to.");
    public static final Key<Optional<List<Path>>> RUN_PROFILES = KEYS.add(new Key<>(
            "run.profiles",
            "--profile",
            "",
            new Kinds.Maybe<>(new Kinds.FileNames()),
            Optional.empty(),
            Optional.of(List.of(Path.of("HL0001.toml"), Path.of("treadmill-3.toml"))),
            "Profile files that the run goes by, one of a kind at most: of the clip, the runner, the treadmill."));
    public static final Key<Boolean> RUN_UNCALIBRATED = KEYS.needed(
            new Kinds.YesNo(),
            "run.uncalibrated",
            "",
            false,
            "Cue all the same with a clip that keeps calibration profiles and has no valid one.");
    public static final Key<Optional<String>> RUN_RUNNER = KEYS.optional(
            new Kinds.Pseudonym(),
            "run.runner",
            "",
            "heron-17",
            "Pseudonym of who is running; their history goes on. Left out, a guest runs, who has none.");
    public static final Key<Boolean> RUN_KEEP = KEYS.needed(
            new Kinds.YesNo(),
            "run.keep",
            "",
            false,
            "Keep the run even when nobody was measured: of a virtual runner, or a recording played again.");
    public static final Key<GuideStart> RUN_GUIDE = KEYS.needed(
            words(GuideStart.values(), GuideStart::word),
            "run.guide",
            "",
            GuideStart.AUTO,
            "Guided start. \"auto\": before a run with a clip, where a page or a terminal is there to lead.");
    public static final Key<Integer> RUN_CHECKIN_MIN = KEYS.needed(
            whole(0, 60),
            "run.checkin_min",
            "min",
            0,
            "Asks the runner in three words how it feels, each time so much running has passed; 0 = never.");
    public static final Key<Boolean> RUN_JSON =
            KEYS.needed(new Kinds.YesNo(), "run.json", "", false, "Results as JSON instead of text.");

    public static final Key<Double> ATTITUDE_TAU_S = KEYS.needed(
            decimal(0.5, 60),
            "attitude.tau_s",
            "s",
            ATTITUDE.tauS(),
            "Time constant of the accelerometer correction. Larger: calmer, slower to correct gyro errors.");
    public static final Key<Double> ATTITUDE_REST_TAU_S = KEYS.needed(
            decimal(0.05, 10),
            "attitude.rest_tau_s",
            "s",
            ATTITUDE.restTauS(),
            "Time constant of the averages that rest is judged against.");
    public static final Key<Double> ATTITUDE_REST_GYRO_DPS = KEYS.needed(
            decimal(0.01, 50),
            "attitude.rest_gyro_dps",
            "deg/s",
            ATTITUDE.restGyroDps(),
            "Rest needs the angular rate to stay this close to its average.");
    public static final Key<Double> ATTITUDE_REST_ACCEL_MS2 = KEYS.needed(
            decimal(0.01, 20),
            "attitude.rest_accel_ms2",
            "m/s^2",
            ATTITUDE.restAccelMs2(),
            "Rest needs the specific force to stay this close to its average.");
    public static final Key<Double> ATTITUDE_REST_MIN_S = KEYS.needed(
            decimal(0.1, 60),
            "attitude.rest_min_s",
            "s",
            ATTITUDE.restMinS(),
            "Rest needs gyro and accelerometer to keep that close for this long.");
    public static final Key<Double> ATTITUDE_REST_MEMORY_S = KEYS.needed(
            decimal(0.1, 600),
            "attitude.rest_memory_s",
            "s",
            ATTITUDE.restMemoryS(),
            "The gyro bias is averaged over this much rest. Larger: less noise, slower to follow temperature.");
    public static final Key<Double> ATTITUDE_KI_MAX_PER_S = KEYS.needed(
            decimal(0, 1),
            "attitude.ki_max_per_s",
            "per second",
            ATTITUDE.kiMaxPerS(),
            "Gain of the bias correction in motion right after the start. Larger: quicker, more easily disturbed.");
    public static final Key<Double> ATTITUDE_KI_HOLD_S = KEYS.needed(
            decimal(0, 120),
            "attitude.ki_hold_s",
            "s",
            ATTITUDE.kiHoldS(),
            "A clip that never rested keeps that gain for this long. Longer: a large offset goes sooner, noise stays.");
    public static final Key<Double> ATTITUDE_KI_MIN_PER_S = KEYS.needed(
            decimal(0, 1),
            "attitude.ki_min_per_s",
            "per second",
            ATTITUDE.kiMinPerS(),
            "Gain of the bias correction in motion later on; it falls to this and no lower.");
    public static final Key<Double> ATTITUDE_BIAS_CLIP_DPS = KEYS.needed(
            decimal(0, 30),
            "attitude.bias_clip_dps",
            "deg/s",
            ATTITUDE.biasClipDps(),
            "No gyro bias is believed to be larger. Too small: a cheap or cold sensor never recovers.");

    public static final Key<Double> STRIDES_RUN_CUTOFF_HZ = KEYS.needed(
            decimal(3, 30),
            "strides.run_cutoff_hz",
            "Hz",
            STRIDES.runCutoffHz(),
            "Low-pass in which running contacts are recognised. Larger: quicker, impacts may count twice.");
    public static final Key<Double> STRIDES_LOADED_G = KEYS.needed(
            decimal(0.6, 1.5),
            "strides.loaded_g",
            "g",
            STRIDES.loadedMg() / 1000.0,
            "A contact is recognised when the vertical force rises through this.");
    public static final Key<Double> STRIDES_UNLOADED_G = KEYS.needed(
            decimal(0, 1.5),
            "strides.unloaded_g",
            "g",
            STRIDES.unloadedMg() / 1000.0,
            "A contact is over when the vertical force falls below this.");
    public static final Key<Double> STRIDES_FLIGHT_G = KEYS.needed(
            decimal(0, 1.5),
            "strides.flight_g",
            "g",
            STRIDES.flightMg() / 1000.0,
            "Between two running contacts the force must have fallen this low.");
    public static final Key<Integer> STRIDES_MIN_FLIGHT_MS = KEYS.needed(
            whole(0, 300),
            "strides.min_flight_ms",
            "ms",
            STRIDES.minFlightMs(),
            "Between two running contacts the foot must have been unloaded this long.");
    public static final Key<Integer> STRIDES_REFRACTORY_MS = KEYS.needed(
            whole(100, 500),
            "strides.refractory_ms",
            "ms",
            STRIDES.refractoryMs(),
            "No two contacts are closer to one another.");
    public static final Key<Double> STRIDES_EDGE_G = KEYS.needed(
            decimal(0.05, 1),
            "strides.edge_g",
            "g",
            STRIDES.edgeMg() / 1000.0,
            "The instants of contact and toe-off are where the unfiltered force crosses this.");
    public static final Key<Integer> STRIDES_CONTACT_LEAD_MS = KEYS.needed(
            whole(0, 100),
            "strides.contact_lead_ms",
            "ms",
            STRIDES.contactLeadMs(),
            "The foot touched this much before the force crossed strides.edge_g.");
    public static final Key<Integer> STRIDES_TOE_OFF_LAG_MS = KEYS.needed(
            whole(0, 100),
            "strides.toe_off_lag_ms",
            "ms",
            STRIDES.toeOffLagMs(),
            "The foot left this much after the force crossed strides.edge_g.");
    public static final Key<Double> STRIDES_WALK_CUTOFF_HZ = KEYS.needed(
            decimal(1, 10),
            "strides.walk_cutoff_hz",
            "Hz",
            STRIDES.walkCutoffHz(),
            "Low-pass in which walking steps are recognised.");
    public static final Key<Double> STRIDES_WALK_FLOOR_G = KEYS.needed(
            decimal(0.005, 0.5),
            "strides.walk_floor_g",
            "g",
            STRIDES.walkFloorMg() / 1000.0,
            "Smallest swing of the force that counts as walking. Smaller: shifting the weight counts as steps.");

    public static final Key<Double> POSTURE_MIN_BAND_DEG = KEYS.needed(
            decimal(0.5, 20),
            "posture.min_band_deg",
            "degrees",
            POSTURE.minBandMdeg() / 1000.0,
            "The band around neutral is at least this wide. Larger: fewer, later cues.");
    public static final Key<Integer> POSTURE_SPREADS = KEYS.needed(
            whole(0, 10),
            "posture.spreads",
            "",
            POSTURE.spreads(),
            "The band is also at least this many median absolute deviations of the runner's own steps.");
    public static final Key<Double> POSTURE_HYSTERESIS_DEG = KEYS.needed(
            decimal(0, 20),
            "posture.hysteresis_deg",
            "degrees",
            POSTURE.hysteresisMdeg() / 1000.0,
            "An episode ends only when the deviation has come back this far below the threshold.");
    public static final Key<Double> POSTURE_IMPLAUSIBLE_DEG = KEYS.needed(
            decimal(15, 90),
            "posture.implausible_deg",
            "degrees",
            POSTURE.implausibleMdeg() / 1000.0,
            "A deviation beyond this is a clip that moved, not a body.");
    public static final Key<Integer> POSTURE_NEUTRAL_STEPS = KEYS.needed(
            whole(8, 512),
            "posture.neutral_steps",
            "steps",
            POSTURE.neutralSteps(),
            "Steps that a full neutral needs; fewer lower the confidence.");
    public static final Key<Integer> POSTURE_MIN_NEUTRAL_STEPS = KEYS.needed(
            whole(4, 512),
            "posture.min_neutral_steps",
            "steps",
            POSTURE.minNeutralSteps(),
            "Fewer steps than this are no neutral at all.");
    public static final Key<Integer> POSTURE_LEARN_S = KEYS.needed(
            whole(10, 600),
            "posture.learn_s",
            "s",
            POSTURE.learnS(),
            "Running that an automatic neutral is learned from.");
    public static final Key<Integer> POSTURE_UNRESTED_S = KEYS.needed(
            whole(0, 600),
            "posture.unrested_s",
            "s",
            POSTURE.unrestedS(),
            "A clip that never lay still needs this much motion before its gyro bias is believed.");
    public static final Key<Double> SLIP_STAND_TOLERANCE_DEG = KEYS.needed(
            decimal(0.5, 10),
            "slip.stand_tolerance_deg",
            "degrees",
            SLIP.standToleranceMdeg() / 1000.0,
            "A stand that differs from the opening one by more says that a clip has moved.");
    public static final Key<Double> SLIP_FOLLOW_DEG_PER_MIN = KEYS.needed(
            decimal(0, 5),
            "slip.follow_deg_per_min",
            "degrees/minute",
            SLIP.followMdegPerMin() / 1000.0,
            "The reference follows a deviation within the band so fast, a creeping clip or a slow drift; 0 = never.");
    public static final Key<Double> SLIP_FOLLOW_MAX_DEG = KEYS.needed(
            decimal(0, 10),
            "slip.follow_max_deg",
            "degrees",
            SLIP.followMaxMdeg() / 1000.0,
            "And no farther than this.");
    public static final Key<Double> SLIP_JUMP_DEG = KEYS.needed(
            decimal(1, 20),
            "slip.jump_deg",
            "degrees",
            SLIP.jumpMdeg() / 1000.0,
            "A turn of one clip within a step by more than this is the clip and no body.");

    public static final Key<Motor> CUE_MOTOR = KEYS.needed(
            words(Motor.values(), Motor::word),
            "cue.motor",
            "",
            Motor.LRA,
            "Kind of vibration motor: linear resonant actuator, or eccentric rotating mass. Sets the default pulses.");
    public static final Key<Integer> CUE_WINDOW_STEPS = KEYS.needed(
            whole(4, 32), "cue.window_steps", "steps", CUE.windowSteps(), "Running steps that a cue looks back over.");
    public static final Key<Integer> CUE_TRIGGER_STEPS = KEYS.needed(
            whole(1, 32),
            "cue.trigger_steps",
            "steps",
            CUE.triggerSteps(),
            "Of those steps, this many must be over the threshold.");
    public static final Key<Integer> CUE_COOLDOWN_S =
            KEYS.needed(whole(20, 120), "cue.cooldown_s", "s", CUE.cooldownS(), "Least time between two cues.");
    public static final Key<Integer> CUE_MAX_PER_MINUTE = KEYS.needed(
            whole(1, 3), "cue.max_per_minute", "cues", CUE.maxPerMinute(), "No more cues than this in any minute.");
    public static final Key<Integer> CUE_MAX_PER_HALF_HOUR = KEYS.needed(
            whole(1, 90),
            "cue.max_per_half_hour",
            "cues",
            CUE.maxPerHalfHour(),
            "No more cues than this in any 30 minutes.");
    public static final Key<Integer> CUE_SETTLE_S = KEYS.needed(
            whole(0, 600),
            "cue.settle_s",
            "s",
            CUE.settleS(),
            "Silent at the start of running, until so much of it came without a walk or a stand.");
    public static final Key<Integer> CUE_PAUSE_SILENCE_S = KEYS.needed(
            whole(0, 600),
            "cue.pause_silence_s",
            "s",
            CUE.pauseSilenceS(),
            "Silent when running goes on after a later walk or stand.");
    public static final Key<Integer> CUE_CHANGE_SILENCE_S = KEYS.needed(
            whole(0, 300),
            "cue.change_silence_s",
            "s",
            CUE.changeSilenceS(),
            "Silent after a change of belt speed or incline.");
    public static final Key<Double> CUE_SPEED_CHANGE_KMH = KEYS.needed(
            decimal(0.1, 10),
            "cue.speed_change_kmh",
            "km/h",
            CUE.speedChangeMPerH() / 1000.0,
            "Change of belt speed that counts as one.");
    public static final Key<Double> CUE_INCLINE_CHANGE_PCT = KEYS.needed(
            decimal(0.1, 20),
            "cue.incline_change_pct",
            "%",
            CUE.inclineChangeMilliPct() / 1000.0,
            "Change of incline that counts, in percentage points.");
    public static final Key<Integer> CUE_MIN_CONFIDENCE_PCT = KEYS.needed(
            whole(0, 100),
            "cue.min_confidence_pct",
            "%",
            CUE.minConfidence(),
            "Below this confidence no cue is given.");
    public static final Key<Integer> CUE_MAX_UNANSWERED = KEYS.needed(
            whole(1, 20),
            "cue.max_unanswered",
            "",
            CUE.maxUnanswered(),
            "Cues rest for a while after so many in a row that changed nothing.");
    public static final Key<Double> CUE_MIN_RESPONSE_DEG = KEYS.needed(
            decimal(0, 10),
            "cue.min_response_deg",
            "degrees",
            CUE.minResponseMdeg() / 1000.0,
            "A cue changed something when ten steps after it deviate less than ten before, by this in the median.");
    public static final Key<Integer> CUE_REST_S = KEYS.needed(
            whole(0, 3600), "cue.rest_s", "s", CUE.restS(), "How long cues rest after those that changed nothing.");
    public static final Key<Integer> CUE_MIN_PULSE_MS = KEYS.needed(
            whole(20, 1000),
            "cue.min_pulse_ms",
            "ms",
            CUE.minPulseMs(),
            "Pulse at the threshold. Left out, it is " + Motor.LRA.minPulseMs() + " with an lra and "
                    + Motor.ERM.minPulseMs() + " with an erm.");
    public static final Key<Integer> CUE_MAX_PULSE_MS = KEYS.needed(
            whole(20, 1000),
            "cue.max_pulse_ms",
            "ms",
            CUE.maxPulseMs(),
            "Pulse at cue.full_scale_deg. Left out, it is " + Motor.LRA.maxPulseMs() + " with an lra and "
                    + Motor.ERM.maxPulseMs() + " with an erm.");
    public static final Key<Double> CUE_FULL_SCALE_DEG = KEYS.needed(
            decimal(1, 30),
            "cue.full_scale_deg",
            "degrees",
            CUE.fullScaleMdeg() / 1000.0,
            "This far over the threshold gets the longest pulse.");
    public static final Key<Integer> CUE_TILT_MARGIN_PCT = KEYS.needed(
            whole(0, 50),
            "cue.tilt_margin_pct",
            "%",
            CUE.tiltMarginPct(),
            "With two IMUs a cue needs the threshold and this share of the whole trunk's tilt from neutral.");
    public static final Key<Boolean> CUE_SACRAL = KEYS.needed(
            new Kinds.YesNo(),
            "cue.sacral",
            "",
            CUE.sacral(),
            "Whether one IMU at the sacrum may cue once a sequence of hollow back and lean has told the two apart; false: never.");
    public static final Key<CueChannels> CUE_CHANNELS = KEYS.needed(
            new CueChannels.AsText(),
            "cue.channels",
            "",
            CueChannels.USUAL,
            "Ways of a cue: motor; tone and shape on the page, where each browser chooses; speaker, a tone from this machine.");

    public static final Key<String> TONE_DEVICE = KEYS.needed(
            new Kinds.Name(),
            "tone.device",
            "",
            "default",
            "Audio output of the channel speaker, as ALSA names it (aplay -L). Opened only where cue.channels has speaker.");
    public static final Key<Integer> TONE_FREQUENCY_HZ = KEYS.needed(
            whole(ToneParams.MIN_FREQUENCY_HZ, ToneParams.MAX_FREQUENCY_HZ),
            "tone.frequency_hz",
            "Hz",
            TONE.frequencyHz(),
            "Pitch of its tone, a sine.");
    public static final Key<Double> TONE_LEVEL_DBFS = KEYS.needed(
            decimal(ToneParams.MIN_LEVEL_DBFS, ToneParams.MAX_LEVEL_DBFS),
            "tone.level_dbfs",
            "dB",
            TONE.levelDbfs(),
            "Peak of its tone below full scale; -20 is about as loud as music at the same volume.");
    public static final Key<Boolean> TONE_AWAKE = KEYS.needed(
            new Kinds.YesNo(),
            "tone.awake",
            "",
            TONE.isAwake(),
            "Play silence between tones: HDMI and Bluetooth would swallow the beginning of one, the jack would click.");

    public static final Key<Integer> FADING_GIVEN_PCT = KEYS.needed(
            whole(0, 100),
            "fading.given_pct",
            "%",
            FADING.givenPct(),
            "Of the due cues, how many are given. The stages are 100, 75, 50, 25 and 0.");
    public static final Key<Integer> FADING_DRAW = KEYS.needed(
            whole(0, 1_000_000),
            "fading.draw",
            "",
            FADING.draw(),
            "Chooses which cues are given and which blocks are probes; the same number chooses the same ones.");
    public static final Key<Boolean> FADING_PROBES = KEYS.needed(
            new Kinds.YesNo(),
            "fading.probes",
            "",
            FADING.probes(),
            "Whether one two-minute block in four is run without cues, to see what is kept.");

    public static final Key<Integer> I2C_BUS = KEYS.needed(
            new Kinds.I2cBus(255), "i2c.bus", "", 1, "Bus that the wired clip hangs on; on a Pi's header it is 1.");
    public static final Key<Imu> I2C_LOWER_PART = KEYS.needed(
            words(Imu.values(), Imu::word),
            "i2c.lower_part",
            "",
            Imu.ICM42688P,
            "The only IMU, or of two the one over the sacrum.");
    public static final Key<Optional<Integer>> I2C_LOWER_ADDRESS = KEYS.optional(
            new Kinds.I2cAddress(),
            "i2c.lower_address",
            "",
            0x68,
            "Its address. Left out, the part's with its address pin low.");
    public static final Key<Imu> I2C_UPPER_PART = KEYS.needed(
            words(Imu.values(), Imu::word),
            "i2c.upper_part",
            "",
            Imu.ICM42688P,
            "Of two IMUs the one at the thoracolumbar junction.");
    public static final Key<Optional<Integer>> I2C_UPPER_ADDRESS = KEYS.optional(
            new Kinds.I2cAddress(),
            "i2c.upper_address",
            "",
            0x69,
            "Its address. Left out, the part's with its address pin high.");
    public static final Key<Optional<ImuPacing>> I2C_PACING = KEYS.optional(
            words(ImuPacing.values(), ImuPacing::word),
            "i2c.pacing",
            "",
            ImuPacing.FIFO,
            "How new samples are noticed: from the part's queue, or one at a time. Left out, from a queue where there is one.");
    public static final Key<Optional<Integer>> I2C_DATA_READY_LINE = KEYS.optional(
            whole(0, MAX_LINE),
            "i2c.data_ready_line",
            "",
            4,
            "GPIO line (BCM number) wired to the lower IMU's interrupt pin. Left out, its status register is asked.");
    public static final Key<Optional<Integer>> I2C_EEPROM_ADDRESS = KEYS.optional(
            new Kinds.I2cAddress(),
            "i2c.eeprom_address",
            "",
            0x50,
            "Memory of the wired clip's profile. Left out, the clip has none: a run asks no address that nobody named.");
    public static final Key<Optional<EepromType>> I2C_EEPROM_PART = KEYS.optional(
            words(EepromType.values(), EepromType::word),
            "i2c.eeprom_part",
            "",
            EepromType.C256,
            "Which memory it is. Left out, it is written in pieces that suit each of them, which takes twice as long.");
    public static final Key<String> I2C_PROVIDER = KEYS.needed(
            new Kinds.Name(),
            "i2c.provider",
            "",
            "holdline-i2c",
            "Pi4J provider of the bus: Holdline's own, or one of a plug-in on the class path, such as ffm-i2c.");

    public static final Key<String> GPIO_CHIP = KEYS.needed(
            new Kinds.Name(),
            "gpio.chip",
            "",
            "header",
            "GPIO chip by path or label; \"header\" is the one behind the 40-pin header of any Pi.");
    public static final Key<String> GPIO_OUTPUT_PROVIDER =
            KEYS.needed(new Kinds.Name(), "gpio.output_provider", "", "holdline-gpio", "Pi4J provider of the outputs.");
    public static final Key<String> GPIO_INPUT_PROVIDER =
            KEYS.needed(new Kinds.Name(), "gpio.input_provider", "", "holdline-gpio", "Pi4J provider of the inputs.");

    public static final Key<MotorOutput> MOTOR_OUTPUT = KEYS.needed(
            words(MotorOutput.values(), MotorOutput::word),
            "motor.output",
            "",
            MotorOutput.DRV2605,
            "What drives the motor of a wired clip. \"none\": cues are shown and not felt.");
    public static final Key<Optional<Integer>> MOTOR_GPIO_LINE = KEYS.optional(
            whole(0, MAX_LINE),
            "motor.gpio_line",
            "",
            17,
            "GPIO line (BCM number) of the motor's transistor; needed for the outputs gpio and both.");
    public static final Key<Boolean> MOTOR_GPIO_ACTIVE_LOW =
            KEYS.needed(new Kinds.YesNo(), "motor.gpio_active_low", "", false, "Whether a low line runs the motor.");
    public static final Key<Optional<Integer>> MOTOR_RISE_MS = KEYS.optional(
            whole(0, 200),
            "motor.rise_ms",
            "ms",
            Motor.LRA.riseMs(),
            "Time the motor needs until it is felt; a pulse counts from there. Left out, it is " + Motor.LRA.riseMs()
                    + " with an lra and " + Motor.ERM.riseMs() + " with an erm.");
    public static final Key<Integer> MOTOR_RATED_MV = KEYS.needed(
            whole(500, 5000),
            "motor.rated_mv",
            "mV",
            2000,
            "Rated voltage of the motor on the DRV2605L, rms for an lra; from its data sheet.");
    public static final Key<Integer> MOTOR_OVERDRIVE_MV = KEYS.needed(
            whole(500, 5300),
            "motor.overdrive_mv",
            "mV",
            2500,
            "Highest voltage the motor may get for a moment, peak; from its data sheet.");
    public static final Key<Integer> MOTOR_LRA_HZ =
            KEYS.needed(whole(125, 300), "motor.lra_hz", "Hz", 175, "Resonance of an lra; from its data sheet.");
    public static final Key<Integer> MOTOR_ERM_LIBRARY = KEYS.needed(
            whole(1, 5),
            "motor.erm_library",
            "",
            1,
            "Waveforms of the DRV2605L for an erm, 1 to 5 = TS2200 A to E; its data sheet says which for which motor.");

    public static final Key<Integer> SERIAL_BAUD = KEYS.needed(
            whole(1200, 4_000_000),
            "serial.baud",
            "",
            115_200,
            "Speed of the line, bits per second; USB and Bluetooth take any.");
    public static final Key<Optional<String>> SERIAL_CLIP = KEYS.optional(
            new Kinds.ClipSerial(),
            "serial.clip",
            "",
            "HL000001",
            "Serial number of the only clip that will do. Left out, the first that answers, to the end of the run.");

    public static final Key<String> SERIAL_ELSEWHERE = KEYS.needed(
            new PortPattern(),
            "serial.elsewhere",
            "",
            PortPattern.SAME_DEVICE,
            "Where else a clip that was lost is looked for. To ports of a given name HELLO is sent, whatever they are.");

    public static final Key<Integer> SERIAL_WAIT_S = KEYS.needed(
            whole(0, DAY_S),
            "serial.wait_s",
            "s",
            30,
            "A run waits this long at its start for a port or a clip that is not there yet; 0 = it ends at once.");

    public static final Key<PageServing> PAGE_SERVE = KEYS.needed(
            words(PageServing.values(), PageServing::word),
            "page.serve",
            "",
            PageServing.AUTO,
            "Whether run serves the live page. \"auto\": when somebody looks on at a terminal. \"always\": no run without it.");
    public static final Key<Optional<HostPort>> PAGE_LISTEN = KEYS.optional(
            new HostPort.AsText(),
            "page.listen",
            "",
            HostPort.LOOPBACK,
            "Where the page listens. Left out, this machine alone, port 8642; with page.phone all of its addresses.");
    public static final Key<Boolean> PAGE_PHONE = KEYS.needed(
            new Kinds.YesNo(),
            "page.phone",
            "",
            false,
            "Whether phones on the network may open the page, with a token that each run makes anew. Not encrypted.");
    public static final Key<Optional<String>> PAGE_NAME = KEYS.optional(
            new HostPort.HostName(),
            "page.name",
            "",
            "holdline.local",
            "Name of this machine that phones may also open the page by. Left out, by its addresses only.");
    public static final Key<Integer> PAGE_AFTER_S = KEYS.needed(
            whole(0, 3600),
            "page.after_s",
            "s",
            300,
            "After a kept run the page offers its report for so long, while somebody has it open; 0 = the program ends at once.");

    public static final Key<Optional<Path>> STATE_FOLDER = KEYS.optional(
            new Kinds.FileName(),
            "state.folder",
            "",
            Path.of("/var/lib/holdline"),
            "Folder for what is learned of the hardware. Left out: $STATE_DIRECTORY, else $XDG_STATE_HOME/holdline.");

    public static final Key<Boolean> SESSION_KEEP = KEYS.needed(
            new Kinds.YesNo(),
            "session.keep",
            "",
            true,
            "Keep a journal of each run. Off: nothing of a run is on the disk, and what a crash cuts off is lost.");
    public static final Key<Optional<Path>> SESSION_FOLDER = KEYS.optional(
            new Kinds.FileName(),
            "session.folder",
            "",
            Path.of("/var/lib/holdline/sessions"),
            "Folder of the kept runs. Left out: sessions in the state folder.");
    public static final Key<Integer> SESSION_KEEP_DAYS = KEYS.needed(
            whole(0, 36_500),
            "session.keep_days",
            "days",
            30,
            "A run is removed so long after its start, a runner's stage is not; 0 = never.");
    public static final Key<Integer> SESSION_GUEST_HOURS = KEYS.needed(
            whole(0, 8760),
            "session.guest_hours",
            "hours",
            24,
            "So long after its start a guest's run can still be claimed; the next run or session command then removes it.");
    public static final Key<Boolean> SESSION_NOTES = KEYS.needed(
            new Kinds.YesNo(),
            "session.notes",
            "",
            false,
            "Take a runner's own answers (discomfort, effort) without --yes each time. They stay on this machine.");
    public static final Key<ReportLanguage> SESSION_REPORT_LANGUAGE = KEYS.needed(
            words(ReportLanguage.values(), ReportLanguage::word),
            "session.report_language",
            "",
            ReportLanguage.ENGLISH,
            "Language of the report that is made of a kept run.");

    private static final List<Key<?>> ALL = KEYS.list();

    private Keys() {}

    /** Every key, section by section. */
    public static List<Key<?>> all() {
        return ALL;
    }

    /** The key of a dotted name, or null. */
    public static @Nullable Key<?> named(String name) {
        return KEYS.named(name);
    }
}
