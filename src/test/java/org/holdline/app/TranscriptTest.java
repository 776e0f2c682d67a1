package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.holdline.clock.Clock;
import org.holdline.link.FaultProxy;
import org.holdline.link.emulated.EmulatedScale;
import org.holdline.recording.RecordingNotes;
import org.holdline.recording.RecordingWriter;
import org.holdline.sample.Inertial;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A clip's life with profiles, against the C firmware: calibrating, flashing, breaking off, resuming, verifying, rolling back.
 * Every command is the program as a process of its own, and its output stands as it came. With {@code
 * -Dholdline.transcript.write=true} it writes {@code firmware-protocol/transcript.md}; without, it holds the commands there
 * against its own.
 */
@Timeout(600)
@Tag("transcript")
class TranscriptTest {
    private static final String WRITE = "holdline.transcript.write";
    private static final Path PAGE =
            Path.of(System.getProperty("holdline.home", "."), "firmware-protocol/transcript.md");
    private static final int RATE_HZ = 200;
    private static final double SIDE_S = 3.5;
    private static final double TURN_S = 0.5;

    /** One way, while a write is broken off: long enough to see it under way. */
    private static final long SLOW_MS = 800;

    private static final String SERIAL = "HL0042";

    @TempDir
    private Path folder;

    private final StringBuilder page = new StringBuilder();
    private final List<String> commands = new ArrayList<>();

    @Test
    void shouldComeThroughEveryStepWhenTheClipIsTheFirmware() throws Exception {
        Path port = folder.resolve("clip");
        try (ProfileSeat.Firmware clip =
                new ProfileSeat.Firmware(port, SERIAL, Optional.empty(), List.of("--csv", sides().toString()))) {
            text(HEAD);
            calibrate();
            firstFlash(clip);
            brokenOff(clip);
            verifyAndBack(clip);
        }
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, page);
        }
        assertEquals(
                commands,
                Files.readAllLines(PAGE).stream()
                        .filter(each -> each.startsWith("$ "))
                        .toList(),
                "the page shows other commands; write it anew with: ./holdline verify -Ptranscript -D" + WRITE
                        + "=true");
    }

    private static final String HEAD = """
            # A clip's life with profiles

            What the program says, word for word, against the C firmware of [c](c/README.md) as a process on a pseudo-terminal, with a
            memory in a file. It plays a recording of a clip that is turned from side to side and whose sensors have known errors:
            accelerometer +30, -12, +18 mg and scales of 1.008, 0.994, 1.003; gyroscope 0.8, -0.5, 0.3 deg/s. `clip` is its port,
            `slow` the same port behind a proxy that lets each frame of the host wait.

            Made by `./holdline verify -Ptranscript -Dholdline.transcript.write=true` (Linux, a C compiler and make); without the last
            option it runs anew and is compared. Nothing here was a radio, a board or a sensor, and the
            times are those of a machine that had much else to do.
            """;

    private void calibrate() throws Exception {
        text("## Calibrating\n\nThe clip has no profile yet, so it is recorded and not cued.");
        says(
                run(0, "record", "--out", "rests.csv", "--source", "serial:clip", "--duration", "26"),
                "not cueing: the clip keeps no calibration profile: slot A is empty, slot B is empty");
        says(
                run(
                        0,
                        "calibrate",
                        "device",
                        "rests.csv",
                        "--serial",
                        SERIAL,
                        "--hardware",
                        "0.0",
                        "--part",
                        "OTHER",
                        "--celsius",
                        "22",
                        "-o",
                        "first.toml"),
                "of 3 allowed");
        says(run(0, "profile", "check", "first.toml"), "a valid device profile");
        text("What it found, beside the errors above:");
        show("first.toml", "bias_", "matrix");
    }

    private void firstFlash(ProfileSeat clip) throws Exception {
        text(
                "## Flashing\n\nThe plan first; nothing is written without `--yes`, nor without the button, held for two seconds.");
        says(run(0, flash("first.toml", "clip")), "Nothing was written; --yes writes.");
        says(run(5, flash("first.toml", "clip", "--yes")), "the write window is closed");
        clip.press();
        says(run(0, flash("first.toml", "clip", "--yes", "--wait-button", "20")), "on trial");
        says(run(0, profile("confirm", "--port", "clip", "--yes")), "in force");
        text("From now on a run goes by it.");
        says(
                run(0, "run", "--source", "serial:clip", "--duration", "2", "--set", "run.placement=thoracolumbar"),
                "applied, the clip's own, generation 1");
    }

    private void brokenOff(ProfileSeat clip) throws Exception {
        text(
                "## Breaking off and resuming\n\nA second profile, over a slow line; the program is killed while it writes.");
        Files.writeString(
                folder.resolve("second.toml"),
                Files.readString(folder.resolve("first.toml")).replace("faces = 6", "faces = 7"));
        clip.press();
        try (FaultProxy proxy = new FaultProxy(folder.resolve("slow"), clip.port(), Clock.system(), 7)) {
            proxy.toClip.delay(SLOW_MS, 0);
            killed(flash("second.toml", "slow", "--yes", "--wait-button", "20"));
        }
        says(run(0, profile("list", "--port", "clip")), "is being written");
        text("The same command again goes on where it stopped, without the button.");
        says(run(0, flash("second.toml", "clip", "--yes", "--confirm")), "generation 2");
    }

    private void verifyAndBack(ProfileSeat clip) throws Exception {
        text("## Verifying and rolling back");
        says(run(0, profile("verify", "second.toml", "--port", "clip")), "holds these values");
        says(run(6, profile("verify", "first.toml", "--port", "clip")), "faces");
        says(run(0, profile("rollback", "--port", "clip")), "Nothing was written");
        clip.press();
        says(run(0, profile("rollback", "--port", "clip", "--yes", "--wait-button", "20")), "generation 1");
        says(run(0, profile("verify", "first.toml", "--port", "clip")), "holds these values");
    }

    private static String[] flash(String file, String port, String... more) {
        List<String> all = new ArrayList<>(List.of(file, "--port", port));
        all.addAll(List.of(more));
        return profile("flash", all.toArray(String[]::new));
    }

    private static String[] profile(String command, String... more) {
        List<String> all = new ArrayList<>(List.of("profile", command));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private String run(int code, String... arguments) throws Exception {
        try (Holdline process = start(arguments)) {
            Holdline.Ended ended = process.await();
            String said = ended.err() + ended.out();
            assertEquals(code, ended.code(), String.join(" ", arguments) + ": " + said);
            note(said, code == 0 ? "" : "exit code " + code + "\n");
            return said;
        }
    }

    private void killed(String... arguments) throws Exception {
        try (Holdline process = start(arguments)) {
            while (!process.errSoFar().contains("holdline: writing")) {
                assertTrue(process.isAlive(), process.errSoFar());
                Clock.system().park(5_000_000);
            }
            // CAL_BEGIN and a piece of the image have arrived by then, and the next piece is on its way.
            Clock clock = Clock.system();
            long endNs = clock.nanoTime() + (2 * SLOW_MS + SLOW_MS / 2) * 1_000_000;
            while (clock.nanoTime() < endNs) {
                clock.park(5_000_000);
            }
            assertTrue(process.isAlive(), "it was quicker than the line is slow: " + process.errSoFar());
            process.signal("KILL");
            process.await();
            note(process.errSoFar() + process.outSoFar(), "Killed\n");
        }
    }

    private Holdline start(String... arguments) throws IOException {
        String command = "$ holdline " + String.join(" ", arguments);
        commands.add(command);
        page.append("\n```\n").append(command).append('\n');
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--set", "state.folder=state"));
        boolean takesSettings = !List.of("check").contains(arguments[1]) && !arguments[0].equals("calibrate");
        return Holdline.start(folder, takesSettings ? all.toArray(String[]::new) : arguments);
    }

    private void note(String said, String end) {
        page.append(said.replace(folder + "/", "")).append(end).append("```\n");
    }

    private void text(String paragraph) {
        page.append(page.isEmpty() ? "" : "\n").append(paragraph.strip()).append('\n');
    }

    private void show(String file, String... beginnings) throws IOException {
        page.append("\n```\n");
        for (String each : Files.readAllLines(folder.resolve(file))) {
            if (List.of(beginnings).stream().anyMatch(each::startsWith)) {
                page.append(each).append('\n');
            }
        }
        page.append("```\n");
    }

    private static void says(String said, String... texts) {
        for (String text : texts) {
            assertTrue(said.contains(text), text + " is not in: " + said);
        }
    }

    /** What the firmware plays: the turned clip, one IMU. */
    private Path sides() throws IOException {
        Path file = folder.resolve("sides.csv");
        StreamInfo info = new StreamInfo("turned clip", true, RATE_HZ, Placement.SACRAL, 0, 0, 0, 0);
        TurnedBody body = new TurnedBody(RATE_HZ, SIDE_S, 0, 42);
        int[] steps = new int[12];
        Sample sample = new Sample();
        try (RecordingWriter writer = RecordingWriter.create(file, info, RecordingNotes.NONE, false)) {
            for (int i = 0; i < 6 * (SIDE_S + TURN_S) * RATE_HZ; i++) {
                body.measure(steps);
                Inertial imu = sample.lower;
                imu.axUms2 = EmulatedScale.accelUms2(steps[0]);
                imu.ayUms2 = EmulatedScale.accelUms2(steps[1]);
                imu.azUms2 = EmulatedScale.accelUms2(steps[2]);
                imu.gxUrads = EmulatedScale.gyroUrads(steps[3]);
                imu.gyUrads = EmulatedScale.gyroUrads(steps[4]);
                imu.gzUrads = EmulatedScale.gyroUrads(steps[5]);
                sample.timeUs = i * 1_000_000L / RATE_HZ;
                writer.write(sample);
            }
        }
        return file;
    }
}
