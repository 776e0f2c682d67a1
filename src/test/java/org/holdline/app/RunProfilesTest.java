package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdline.profile.Profiles;
import org.holdline.profile.RunnerForm;
import org.holdline.profile.TreadmillForm;
import org.holdline.profile.form.FormWriter;
import org.holdline.profile.image.FileStorage;
import org.holdline.profile.image.ImageLayout;
import org.holdline.profile.image.ImageWriter;
import org.holdline.profile.image.ProfileStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole program with profiles: files, recordings, and clips that keep one, none or a broken one. */
@Timeout(600)
class RunProfilesTest {
    private static final String SERIAL = "HL0001";

    @TempDir
    private Path folder;

    private Path device;

    @BeforeEach
    void writeProfiles() throws IOException {
        device = write("device.toml", FormWriter.write(Profiles.device()));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Holdline.Ended holdline(String... arguments) throws IOException, InterruptedException {
        return Holdline.run(folder, arguments);
    }

    private static void says(String all, String... texts) {
        for (String text : texts) {
            assertTrue(all.contains(text), text + " is not in: " + all);
        }
    }

    @Test
    void shouldGiveTheSameRunAgainWhenARecordingHoldsItsProfiles() throws Exception {
        Path runner = write("runner.toml", FormWriter.example(RunnerForm.FORM));
        Path treadmill = write("treadmill.toml", FormWriter.example(TreadmillForm.FORM));
        Path bare = folder.resolve("bare.csv");
        Path with = folder.resolve("with.csv");
        String[] run = {"run", "--speed", "max", "--duration", "260", "--seed", "3", "--json"};
        Holdline.Ended plain = holdline(and(run, "--record", bare.toString()));
        Holdline.Ended corrected = holdline(and(
                run,
                "--profile",
                device.toString(),
                "--profile",
                runner.toString(),
                "--profile",
                treadmill.toString(),
                "--record",
                with.toString()));
        assertEquals(0, plain.code(), plain.err());
        assertEquals(0, corrected.code(), corrected.err());
        says(
                corrected.out(),
                "\"part\":\"profile\"",
                "the profile is that of HL0001",
                "\"calibration\":{\"state\":\"profile\",\"cueing\":true,\"samples_without_temperature\":0}",
                "speed x 0.9870, incline +0.400 %; not used yet: bluetooth_id",
                "1 running neutrals as offsets from standing, band at least 5.0 deg, stage 0: 100 % of the cues");

        String recorded = Files.readString(with);
        says(
                recorded,
                "# holdline_recording: 2\n",
                "# calibration: profile\n",
                "# profile_device: serial = \"HL0001\"\n",
                "# profile_runner: band_deg = 5\n",
                "# profile_treadmill: scale = 0.987\n");
        says(Files.readString(bare), "# holdline_recording: 1\n");

        String steps = replayed(with, "verdicts");
        assertEquals(summaryOf(corrected.out()), summaryOf(replayed(with, "summary")));
        // The same samples without the profiles are another run, with them in the hand the same one.
        Path stripped = write("stripped.csv", recorded.replaceAll("# (profile_\\w+|calibration): .*\n", ""));
        assertNotEquals(steps, replayed(stripped, "verdicts"));
        assertEquals(
                steps,
                replayed(
                        stripped,
                        "verdicts",
                        "--profile",
                        device.toString(),
                        "--profile",
                        runner.toString(),
                        "--profile",
                        treadmill.toString()));
        Holdline.Ended other = holdline(
                "replay",
                with.toString(),
                "--profile",
                other("faces = 6", "faces = 9").toString());
        says(other.err(), "profile (", "applied, in place of the recording's", "runner (recording): 1 running");
    }

    private static String[] and(String[] first, String... more) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private Path other(String from, String to) throws IOException {
        return write("other.toml", Files.readString(device).replace(from, to));
    }

    private String replayed(Path file, String what, String... more) throws Exception {
        Holdline.Ended ended = holdline(and(new String[] {"replay", file.toString(), "--emit", what}, more));
        assertEquals(0, ended.code(), ended.err());
        return ended.out();
    }

    /** Without what only a live run has. */
    private static String summaryOf(String out) {
        return out.lines()
                .filter(line -> line.contains("\"type\":\"summary\""))
                .findFirst()
                .orElseThrow(() -> new AssertionError(out));
    }

    @Test
    void shouldStartNothingWhenAProfileIsRefused() throws Exception {
        Path tilted = write(
                "tilted.toml", FormWriter.example(RunnerForm.FORM).replace("offset_deg = 4.12", "neutral_deg = 12.5"));
        Path sacral = write("sacral.toml", FormWriter.example(RunnerForm.FORM).replace("\"dual\"\n", "\"sacral\"\n"));
        Path oneImu =
                write("one.toml", Files.readString(device).replaceAll("(?s)\\n\\[upper\\].*?(\\n\\[haptic\\])", "$1"));
        Path recording = folder.resolve("none.csv");
        refused(recording, "tilted.toml:", List.of(tilted), "an angle against gravity holds for one mounting only");
        refused(
                recording,
                device + ": a second device profile beside ",
                List.of(other(" ", " "), device),
                "one of a kind");
        refused(recording, "missing.toml", List.of(folder.resolve("missing.toml")), "no such file");
        refused(recording, sacral.toString(), List.of(sacral), "is for placement sacral, expected dual");
        refused(recording, oneImu.toString(), List.of(oneImu), "expected the table [upper]");
        refused(recording, "broken.toml:1:", List.of(write("broken.toml", "version = = 1\n")), "");
    }

    private void refused(Path recording, String where, List<Path> profiles, String why) throws Exception {
        List<String> line = new ArrayList<>(List.of("run", "--duration", "2", "--record", recording.toString()));
        profiles.forEach(profile -> line.addAll(List.of("--profile", profile.toString())));
        Typed typed = Typed.of(line.toArray(String[]::new));
        assertEquals(78, typed.code(), typed.err());
        says(typed.err(), where, why);
        assertFalse(Files.exists(recording), "a run was started");
    }

    /** Each on a port of its own, at the same time: a clip takes seconds to be greeted. */
    @Test
    void shouldCueOrSayWhyNotWhenAClipKeepsItsProfile() throws Exception {
        List<Callable<Void>> runs = List.of(
                () -> clip("valid", memory("valid", true), List.of(), ended -> {
                    says(ended.out(), "applied, the clip's own, generation 1, CRC ");
                    says(ended.out(), "\"calibration\":{\"state\":\"profile\",\"cueing\":true");
                    says(ended.out(), "the clip tells no temperature: zero rate as at 24.5 deg C");
                    Path recording = folder.resolve("valid.csv");
                    says(
                            Files.readString(recording),
                            "# profile_device: serial = \"HL0001\"\n",
                            "# calibration: profile");
                }),
                () -> clip("empty", folder.resolve("new.slots"), List.of(), ended -> {
                    says(
                            ended.out(),
                            "not cueing: the clip keeps no calibration profile: slot A is empty, slot B is empty");
                    says(ended.out(), "\"calibration\":{\"state\":\"missing\",\"cueing\":false");
                }),
                () -> clip("broken", memory("broken", false), List.of(), ended -> {
                    says(
                            ended.out(),
                            "not cueing: the clip keeps no valid calibration profile: slot A holds no valid image");
                    says(ended.out(), "\"calibration\":{\"state\":\"invalid\",\"cueing\":false");
                }),
                () -> clip("asked", memory("asked", false), List.of("--uncalibrated"), ended -> {
                    says(ended.out(), "not calibrated, cueing all the same because it was asked for");
                    says(ended.out(), "\"calibration\":{\"state\":\"uncalibrated\",\"cueing\":true");
                }),
                () -> clip("file", memory("file", false), List.of("--profile", device.toString()), ended -> {
                    says(ended.out(), "applied, in place of the clip's own: slot A holds no valid image");
                    says(ended.out(), "\"calibration\":{\"state\":\"profile\",\"cueing\":true");
                }),
                () -> clip("nominal", null, List.of(), ended -> {
                    assertFalse(ended.out().contains("\"part\":\"profile\""), ended.out());
                    assertFalse(ended.out().contains("\"calibration\""), ended.out());
                }));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Void> run : threads.invokeAll(runs)) {
                run.get();
            }
        }
    }

    @Test
    void shouldRefuseAFileOfAnotherClipWhenTheClipIsKnown() throws Exception {
        Path others = other("HL0001", "HL0002");
        clip("other", null, List.of("--profile", others.toString()), ended -> {
            assertEquals(78, ended.code(), ended.err());
            says(
                    ended.err(),
                    others + ": the device profile does not fit: it belongs to clip HL0002, this is clip HL0001");
        });
    }

    private interface Look {
        void at(Holdline.Ended ended) throws IOException;
    }

    private Void clip(String name, Path memory, List<String> more, Look look) throws Exception {
        Path port = folder.resolve(name);
        List<String> emulate = new ArrayList<>(
                List.of("clip", "emulate", "--link", port.toString(), "--serial", SERIAL, "--duration", "60"));
        if (memory != null) {
            emulate.addAll(List.of("--profile-file", memory.toString()));
        }
        try (Holdline clip = Holdline.start(folder, emulate.toArray(String[]::new))) {
            clip.awaitOut("clip " + SERIAL);
            List<String> run = new ArrayList<>(List.of(
                    "run", "--source", "serial:" + port, "--duration", "1", "--json", "--record", port + ".csv"));
            run.addAll(more);
            Holdline.Ended ended = holdline(run.toArray(String[]::new));
            if (!name.equals("other")) {
                assertEquals(0, ended.code(), ended.err());
            }
            look.at(ended);
        }
        return null;
    }

    /** A memory with a confirmed profile in slot A, and a byte of its image changed where it is not to be sound. */
    private Path memory(String name, boolean sound) throws Exception {
        Path file = folder.resolve(name + ".slots");
        try (FileStorage storage = FileStorage.open(file)) {
            ProfileStore store = new ProfileStore(storage, SERIAL);
            store.confirm(store.write(ImageWriter.image(Profiles.device(), 1)));
        }
        if (!sound) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[ImageLayout.IMAGE_AT + ImageLayout.HEADER_BYTES + 10] ^= 1;
            Files.write(file, bytes);
        }
        return file;
    }
}
