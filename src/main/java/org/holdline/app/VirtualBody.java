package org.holdline.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.holdline.clip.Clip;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.clip.virtual.VirtualScript;
import org.holdline.clip.virtual.VirtualScript.Activity;
import org.holdline.clip.virtual.VirtualScript.Part;
import org.holdline.link.emulated.ClipBody;
import org.holdline.link.emulated.EmulatedScale;
import org.holdline.link.wire.Codes;
import org.holdline.sample.Inertial;
import org.holdline.sample.Sample;

/** The virtual runner behind an emulated clip: measures what the runner does, and lets the runner feel the motor. */
final class VirtualBody implements ClipBody {
    private static final double STAND_S = 6;
    /** Time in neutral before each arch when nobody asks for another, s. */
    static final int NEUTRAL_S = 60;

    private static final double ARCHED_S = 40;
    private static final double ARCH_DEG = 9;
    private static final int IMU_NUMBERS = 6;
    private static final int MIN_PULSE_MS = 1;

    private final VirtualClip runner;
    private final Consumer<String> told;
    private final Sample sample = new Sample();

    /** As below, with a minute in neutral. */
    VirtualBody(VirtualOptions options, Consumer<String> told) {
        this(options, NEUTRAL_S, told);
    }

    /**
     * A runner who stands, runs in neutral and arches from time to time, and so on to the end.
     *
     * @param neutralS time in neutral before each arch, s
     * @param told what the motor does
     */
    VirtualBody(VirtualOptions options, int neutralS, Consumer<String> told) {
        this.told = told;
        runner = new VirtualClip(options, script(options, neutralS));
    }

    private static VirtualScript script(VirtualOptions options, int neutralS) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of(Activity.STAND, STAND_S, 0));
        Part neutral = Part.of(Activity.RUN, neutralS, options.speedKmh()).inclined(options.inclinePct());
        Part arched = neutral.posture(ARCH_DEG, 0, 2).lasting(ARCHED_S);
        for (double s = STAND_S; s < options.durationS(); s += neutralS + ARCHED_S) {
            parts.add(neutral);
            parts.add(arched);
        }
        return new VirtualScript(parts);
    }

    @Override
    public boolean measure(int[] steps) {
        if (runner.poll(sample) == Clip.Answer.END) {
            return false;
        }
        write(sample.lower, steps, 0);
        write(sample.upper, steps, IMU_NUMBERS);
        return true;
    }

    private static void write(Inertial from, int[] steps, int at) {
        steps[at] = EmulatedScale.accelSteps(from.axUms2);
        steps[at + 1] = EmulatedScale.accelSteps(from.ayUms2);
        steps[at + 2] = EmulatedScale.accelSteps(from.azUms2);
        steps[at + 3] = EmulatedScale.gyroSteps(from.gxUrads);
        steps[at + 4] = EmulatedScale.gyroSteps(from.gyUrads);
        steps[at + 5] = EmulatedScale.gyroSteps(from.gzUrads);
    }

    @Override
    public void motorOn(int forMs) {
        runner.feelCue(sample.timeUs, Math.max(MIN_PULSE_MS, forMs - EmulatedScale.MOTOR_RISE_MS));
        say("motor on, " + forMs + " ms");
    }

    @Override
    public void motorOff(int reason, int playedMs) {
        runner.motorOff();
        say("motor off after " + playedMs + " ms: " + word(reason));
    }

    private static String word(int reason) {
        return switch (reason) {
            case Codes.CueEnded.COMPLETE -> "complete";
            case Codes.CueEnded.STOPPED -> "stopped by the host";
            case Codes.CueEnded.BUTTON -> "button";
            case Codes.CueEnded.HOST_SILENT -> "the host is silent";
            case Codes.CueEnded.NEW_SESSION -> "another host session";
            case Codes.CueEnded.CHARGING -> "charger";
            default -> "fault";
        };
    }

    private void say(String what) {
        told.accept(String.format(Locale.ROOT, "%8.3f s  %s", sample.timeUs / 1e6, what));
    }
}
