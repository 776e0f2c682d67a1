package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.holdline.clip.Clip;
import org.holdline.clock.Clock;
import org.holdline.link.emulated.EmulatedScale;
import org.holdline.profile.bench.Bench;
import org.holdline.profile.bench.Rest;
import org.holdline.profile.form.Filled;
import org.holdline.profile.form.FormReader;
import org.holdline.sample.Inertial;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A hand turns a clip whose errors are known, in its own order and with slips; and the whole program with such a clip. */
@Timeout(600)
class LiveBenchTest {
    private static final int RATE_HZ = 200;

    @TempDir
    private Path folder;

    /** Lies on one side after the other, each for a time of its own; comes to its end behind the last. */
    private static final class Turned implements Clip {
        private final int[] steps = new int[12];
        private final List<TurnedBody> sides = new ArrayList<>();
        private final List<Integer> samples = new ArrayList<>();
        private long timeUs;

        /** @param side 0..5, -1 for a hand that moves it */
        Turned lying(int side, double seconds) {
            // The body turns by itself after its time: far behind this one's.
            TurnedBody body = new TurnedBody(RATE_HZ, side < 0 ? 1e-9 : 1000, Math.max(0, side), 6 + sides.size());
            sides.add(body);
            samples.add((int) (seconds * RATE_HZ));
            return this;
        }

        @Override
        public StreamInfo info() {
            return new StreamInfo("clip MADE", true, RATE_HZ, Placement.SACRAL, 0, 0, 0, 0);
        }

        @Override
        public Answer poll(Sample slot) {
            while (!samples.isEmpty() && samples.getFirst() == 0) {
                samples.removeFirst();
                sides.removeFirst();
            }
            if (samples.isEmpty()) {
                return Answer.END;
            }
            samples.set(0, samples.getFirst() - 1);
            sides.getFirst().measure(steps);
            Inertial imu = slot.lower;
            imu.axUms2 = EmulatedScale.accelUms2(steps[0]);
            imu.ayUms2 = EmulatedScale.accelUms2(steps[1]);
            imu.azUms2 = EmulatedScale.accelUms2(steps[2]);
            imu.gxUrads = EmulatedScale.gyroUrads(steps[3]);
            imu.gyUrads = EmulatedScale.gyroUrads(steps[4]);
            imu.gzUrads = EmulatedScale.gyroUrads(steps[5]);
            slot.timeUs = timeUs += 5000;
            slot.temperatureMilliC = 22_000;
            return Answer.SAMPLE;
        }

        @Override
        public void close() {}
    }

    private record Led(List<List<Rest>> rests, String text) {}

    private static Led lead(Clip clip) throws Exception {
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            ProfileReport report = new ProfileReport("calibrate device", false);
            return new Led(
                    new LiveBench(clip, Clock.system(), 60, report).measure(), said.toString(StandardCharsets.UTF_8));
        } catch (Failure e) {
            throw new Failure(e.exitCode(), e.text() + "\n" + said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(err);
        }
    }

    private static void recovers(Filled profile, String sensor) {
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(
                    1000 * TurnedBody.OFFSET_G[axis],
                    profile.numbers(sensor + ".accel", "bias_mg").get(axis) / 1e3,
                    0.5);
            assertEquals(
                    1 / TurnedBody.SCALE[axis],
                    profile.numbers(sensor + ".accel", "matrix").get(4 * axis) / 1e6,
                    0.001);
            assertEquals(
                    TurnedBody.ZERO_DPS[axis],
                    profile.numbers(sensor + ".gyro", "bias_dps").get(axis) / 1e6,
                    0.05);
        }
        assertTrue(profile.number(sensor + ".accel", "residual_max_mg") <= 3000);
    }

    @Test
    void shouldRecoverTheErrorsWhenTheSidesComeInAnyOrderAndAHandSlips() throws Exception {
        Turned hand = new Turned()
                .lying(4, 3)
                .lying(-1, 0.5)
                // Taken up too soon, and then laid again.
                .lying(0, 1.5)
                .lying(-1, 0.5)
                .lying(0, 3)
                .lying(-1, 0.5)
                .lying(4, 1)
                .lying(-1, 0.5);
        for (int side : new int[] {2, 5, 1, 3}) {
            hand.lying(side, 3).lying(-1, 0.5);
        }
        Led led = lead(hand);
        String text = led.text();
        assertTrue(text.contains("still with its left side (+y) down: 3 s to go"), text);
        assertTrue(
                text.contains("done with its left side (+y) down; 5 to go, in any order; next: with its front (+x) up"),
                text);
        assertTrue(text.contains("moved too soon; that side counts anew"), text);
        assertTrue(text.contains("this side is done; next: with its left side (+y) up"), text);
        assertTrue(text.contains("that was the last side"), text);
        assertEquals(6, text.lines().filter(line -> line.contains(": done ")).count(), text);
        recovers(
                Bench.profile(
                        new Bench.About("MADE", 1, 0, List.of("ICM42688P"), 1_777_890_600L, Double.NaN), led.rests()),
                "lower");
    }

    @Test
    void shouldSayWhatIsMissingWhenTheSourceEnds() {
        Turned hand = new Turned().lying(2, 3).lying(-1, 0.5).lying(5, 1).lying(-1, 3);
        Failure failure = assertThrows(Failure.class, () -> lead(hand));
        assertEquals(ExitCode.FAILED, failure.exitCode());
        assertTrue(failure.text().contains("these sides are missing: with its front (+x) up; "), failure.text());
        assertTrue(failure.text().contains("upside down (+z down)"), failure.text());
    }

    @Test
    @Tag("slow")
    void shouldMakeAProfileOfAClipOnItsLineWhenTheProgramIsAsked() throws Exception {
        Path port = folder.resolve("clip");
        Path profile = folder.resolve("made.toml");
        try (Holdline clip = Holdline.start(
                folder, "clip", "emulate", "--link", port.toString(), "--serial", "HL0006", "--turned", "3")) {
            clip.awaitOut("clip HL0006");
            Holdline.Ended ended = Holdline.run(
                    folder,
                    "calibrate",
                    "device",
                    "--source",
                    "serial:" + port,
                    "--celsius",
                    "21.5",
                    "--json",
                    "-o",
                    profile.toString());
            assertEquals(0, ended.code(), ended.out() + ended.err());
            assertTrue(ended.out().contains("\"event\":\"counting\""), ended.out());
            assertEquals(
                    6,
                    ended.out()
                            .lines()
                            .filter(line -> line.contains("\"event\":\"done\""))
                            .count(),
                    ended.out());
            assertTrue(ended.out().contains("\"type\":\"residuals\""), ended.out());
            Filled made = FormReader.read(profile, ProfileFileCommands.FORMS);
            assertEquals("HL0006", made.text("", "serial"));
            recovers(made, "lower");
            recovers(made, "upper");
        }
        assertTrue(Files.size(profile) > 0);
    }
}
