package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import org.holdline.attitude.Inclination;
import org.holdline.clip.Clip;
import org.holdline.clip.virtual.SensorErrors;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.clip.virtual.VirtualScript;
import org.holdline.clip.virtual.VirtualScript.Activity;
import org.holdline.clip.virtual.VirtualTruth;
import org.holdline.correction.CorrectionParams;
import org.holdline.cue.CueOutput;
import org.holdline.profile.applied.DeviceNumbers;
import org.holdline.profile.bench.Bench;
import org.holdline.profile.bench.Rests;
import org.holdline.profile.form.Filled;
import org.holdline.ring.Ring;
import org.holdline.road.Calibration;
import org.holdline.road.Event;
import org.holdline.road.Inbox;
import org.holdline.road.Road;
import org.holdline.road.RoadParams;
import org.holdline.sample.Inertial;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.junit.jupiter.api.Test;

/**
 * What an accelerometer's offset of 30 mg does to the attitude, and what the profile leaves of it. Truth is the virtual
 * runner's; the profile is measured from six rests of the same faulty sensor, never told its errors.
 */
class AttitudeWithProfileTest {
    private static final double UMS2_PER_MG = 9806.65;
    private static final double RATE_HZ = 200;
    private static final int SECONDS = 300;

    /** Forward, left, up. */
    private static final double[] OFFSET_MG = {30, -10, 8};

    private static void spoil(Inertial imu) {
        imu.axUms2 += (int) Math.round(OFFSET_MG[0] * UMS2_PER_MG);
        imu.ayUms2 += (int) Math.round(OFFSET_MG[1] * UMS2_PER_MG);
        imu.azUms2 += (int) Math.round(OFFSET_MG[2] * UMS2_PER_MG);
    }

    /** Six faces, 3 s each, with a part's noise, 40 ms of turning between them. */
    private static Filled measured() throws Exception {
        Random random = new Random(30);
        Rests rests = new Rests(RATE_HZ);
        Inertial reading = new Inertial();
        for (int face = 0; face < 6; face++) {
            for (int i = 0; i < 3 * RATE_HZ; i++) {
                int g = face < 3 ? 9_806_650 : -9_806_650;
                reading.axUms2 = (face % 3 == 0 ? g : 0) + noise(random, 7000);
                reading.ayUms2 = (face % 3 == 1 ? g : 0) + noise(random, 7000);
                reading.azUms2 = (face % 3 == 2 ? g : 0) + noise(random, 7000);
                reading.gxUrads = noise(random, 500);
                reading.gyUrads = noise(random, 500);
                reading.gzUrads = noise(random, 500);
                spoil(reading);
                rests.add(reading, 25_000);
            }
        }
        rests.end();
        return Bench.profile(
                new Bench.About("HL0030", 1, 0, List.of("ICM42688P"), 1_777_890_600L, Double.NaN),
                List.of(rests.found()));
    }

    private static int noise(Random random, int sd) {
        return (int) Math.round(random.nextGaussian() * sd);
    }

    private record Misread(double medianDeg, double p95Deg, double pitchDeg) {}

    private static Misread error(Consumer<Inertial> fault, CorrectionParams correction) {
        VirtualOptions options =
                VirtualOptions.defaults().withPlacement(Placement.SACRAL).withDurationS(SECONDS);
        // Every error of a part but the one in question.
        SensorErrors errors = new SensorErrors(0.5, 2, 0, 2.8, 70, true);
        VirtualClip clip = new VirtualClip(options, VirtualScript.session(options), errors);
        Road road = new Road(
                RoadParams.defaults().with(correction, Calibration.PROFILE),
                clip.info(),
                new CueOutput() {
                    @Override
                    public void pulse(long timeUs, int pulseMs) {}

                    @Override
                    public void off() {}
                },
                new Inbox(),
                List.of(new Ring<>(8, Event::new)),
                List.of());
        Sample sample = new Sample();
        List<Double> running = new ArrayList<>();
        double pitch = 0;
        while (clip.poll(sample) == Clip.Answer.SAMPLE) {
            fault.accept(sample.lower);
            road.accept(sample);
            VirtualTruth truth = clip.truth();
            if (truth.activity == Activity.RUN) {
                Inclination now = road.lowerInclination();
                double length = Math.sqrt((double) now.upX() * now.upX()
                        + (double) now.upY() * now.upY()
                        + (double) now.upZ() * now.upZ());
                double cosine =
                        (now.upX() * truth.lowerUpX + now.upY() * truth.lowerUpY + now.upZ() * truth.lowerUpZ) / length;
                running.add(Math.toDegrees(Math.acos(Math.min(1, cosine))));
                pitch += Math.toDegrees(Math.atan2(now.upX(), now.upZ()) - Math.atan2(truth.lowerUpX, truth.lowerUpZ));
            }
        }
        double[] sorted = running.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        assertTrue(sorted.length > 60 * RATE_HZ, "the runner runs");
        return new Misread(sorted[sorted.length / 2], sorted[sorted.length * 95 / 100], pitch / sorted.length);
    }

    @Test
    void shouldBringTheErrorBackToThatOfAGoodSensorWhenTheProfileIsApplied() throws Exception {
        CorrectionParams profile = DeviceNumbers.of(measured(), false, false);
        Misread good = error(imu -> {}, CorrectionParams.none());
        Misread faulty = error(AttitudeWithProfileTest::spoil, CorrectionParams.none());
        Misread corrected = error(AttitudeWithProfileTest::spoil, profile);
        Misread twice = error(imu -> {}, profile);
        System.out.println("attitude error while running, degrees   median    p95   mean pitch");
        row("no accelerometer offset", good);
        row("30 mg forward, uncorrected", faulty);
        row("30 mg forward, with its profile", corrected);
        assertEquals(1.72, Math.abs(faulty.pitchDeg - good.pitchDeg), 0.15, "30 mg is 1.72 degrees");
        assertEquals(good.pitchDeg, corrected.pitchDeg, 0.05);
        assertEquals(good.medianDeg, corrected.medianDeg, 0.05);
        assertEquals(good.p95Deg, corrected.p95Deg, 0.05);
        assertTrue(twice.medianDeg > good.medianDeg + 1, "taken from a good sensor it is an error of its own");
    }

    private static void row(String what, Misread error) {
        System.out.println(String.format(
                Locale.ROOT, "%-38s %7.2f %7.2f %9.2f", what, error.medianDeg, error.p95Deg, error.pitchDeg));
    }
}
