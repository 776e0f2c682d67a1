package org.holdline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.holdline.clip.Clip;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.clip.virtual.VirtualScript;
import org.holdline.clip.virtual.VirtualScript.Activity;
import org.holdline.clip.virtual.VirtualScript.Part;
import org.holdline.link.emulated.EmulatedScale;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;

/** A virtual runner who overarches soon, and the settings that let a run cue as soon: a test does not wait for a minute. */
final class BriefRunner {
    /** Time in neutral before the arch, s. */
    static final int NEUTRAL_S = 12;

    private static final double STAND_S = 6;
    private static final double ARCHED_S = 14;
    private static final double ARCH_DEG = 14;

    /** Longest pulse of a cue, ms: long enough to be ended from outside. */
    static final int PULSE_MS = 1000;

    /** Least neutral and no silence after changes. */
    static final List<String> SETTINGS = List.of(
            "--set=posture.learn_s=10",
            "--set=posture.neutral_steps=16",
            "--set=posture.min_neutral_steps=8",
            "--set=posture.unrested_s=0",
            "--set=cue.settle_s=0",
            "--set=cue.change_silence_s=0",
            "--set=cue.pause_silence_s=0",
            "--set=cue.window_steps=4",
            "--set=cue.trigger_steps=3",
            "--set=cue.min_confidence_pct=0",
            "--set=cue.min_pulse_ms=" + PULSE_MS,
            "--set=cue.max_pulse_ms=" + PULSE_MS);

    private BriefRunner() {}

    private static VirtualClip clip(Placement placement) {
        VirtualOptions options = VirtualOptions.defaults()
                .withPlacement(placement)
                .withDurationS((int) (STAND_S + NEUTRAL_S + ARCHED_S))
                .withMarkers(false);
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of(Activity.STAND, STAND_S, 0));
        Part neutral = Part.of(Activity.RUN, NEUTRAL_S, options.speedKmh());
        parts.add(neutral);
        parts.add(neutral.posture(placement.isDual() ? ARCH_DEG : 0, placement.isDual() ? 0 : -ARCH_DEG, 0.5)
                .lasting(ARCHED_S));
        return new VirtualClip(options, new VirtualScript(parts));
    }

    /** Written as a run would have recorded it. */
    static Path recording(Path file) throws IOException {
        MadeRuns.live(clip(Placement.DUAL), file);
        return file;
    }

    /** One IMU on a trunk that goes back as a C file that defines the firmware's {@code synthetic_sample}. */
    static Path inC(Path file) throws IOException {
        VirtualClip runner = clip(Placement.THORACOLUMBAR);
        Sample sample = new Sample();
        StringJoiner rows = new StringJoiner(",\n", "static const int16_t ROWS[][6] = {\n", "};\n");
        int count = 0;
        for (; runner.poll(sample) == Clip.Answer.SAMPLE; count++) {
            rows.add("{" + EmulatedScale.accelSteps(sample.lower.axUms2) + ", "
                    + EmulatedScale.accelSteps(sample.lower.ayUms2) + ", "
                    + EmulatedScale.accelSteps(sample.lower.azUms2) + ", "
                    + EmulatedScale.gyroSteps(sample.lower.gxUrads) + ", "
                    + EmulatedScale.gyroSteps(sample.lower.gyUrads) + ", "
                    + EmulatedScale.gyroSteps(sample.lower.gzUrads) + "}");
        }
        return Files.writeString(file, """
                #include "ports/synthetic.h"
                %s
                void synthetic_sample(uint32_t index, uint16_t rate_hz, int16_t axes[6])
                {
                    (void)rate_hz;
                    for (unsigned axis = 0; axis < 6; axis++) {
                        axes[axis] = ROWS[index %% %du][axis];
                    }
                }
                """.formatted(rows, count));
    }
}
