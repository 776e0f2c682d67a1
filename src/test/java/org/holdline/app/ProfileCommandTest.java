package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.holdline.link.wire.Protocol;
import org.holdline.profile.Profiles;
import org.holdline.profile.form.FormWriter;
import org.holdline.profile.image.ImageWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every profile command, from the command line to a clip on a pseudo-terminal. */
@Timeout(120)
class ProfileCommandTest {
    @TempDir
    private Path folder;

    private Path first;
    private Path second;

    @BeforeEach
    void writeProfiles() throws IOException {
        writeProfiles(ProfileSeat.Kind.EMULATED);
    }

    private void writeProfiles(ProfileSeat.Kind kind) throws IOException {
        String text = kind.fitting(FormWriter.write(Profiles.device()));
        first = Files.writeString(folder.resolve("first.toml"), text);
        second = Files.writeString(
                folder.resolve("second.toml"),
                text.replace("faces = 6", "faces = 12").replace("[4.2,", "[5.25,"));
    }

    private Typed type(String... arguments) {
        List<String> all = new ArrayList<>(List.of("profile"));
        all.addAll(List.of(arguments));
        if (!List.of("check", "build", "diff").contains(arguments[0])) {
            all.addAll(List.of("--set", "state.folder=" + folder.resolve("state")));
        }
        return Typed.of(all.toArray(String[]::new));
    }

    private static Typed expect(int code, Typed typed) {
        assertEquals(code, typed.code(), typed.out() + typed.err());
        return typed;
    }

    private static void says(Typed typed, String... texts) {
        for (String text : texts) {
            assertTrue((typed.out() + typed.err()).contains(text), text + " is not in: " + typed.out() + typed.err());
        }
    }

    private ProfileSeat seat(ProfileSeat.Kind kind) throws IOException, InterruptedException {
        writeProfiles(kind);
        return kind.open(folder.resolve("clip"), "HL0001", Optional.empty());
    }

    @ParameterizedTest
    @EnumSource
    void shouldGoFromAnEmptyClipForwardAndBackWhenAllIsWell(ProfileSeat.Kind kind) throws Exception {
        try (ProfileSeat clip = seat(kind)) {
            String port = clip.port().toString();
            byte[] empty = clip.memory();
            says(
                    expect(0, type("flash", first.toString(), "--port", port)),
                    "from  no profile",
                    "to    slot A, generation 1",
                    "lower.gyro.noise_dps: absent -> 0.052 deg/s",
                    "Nothing was written; --yes writes.");
            expect(0, type("flash", first.toString(), "--port", port, "--yes", "--dry-run"));
            assertArrayEquals(empty, clip.memory(), "a plan writes nothing");

            clip.press();
            says(
                    expect(0, type("flash", first.toString(), "--port", port, "--yes", "--wait-button", "20")),
                    "generation 1",
                    "on trial: in force until the clip restarts",
                    "next    holdline profile confirm --port " + port + " --yes");
            says(expect(0, type("confirm", "--port", port)), "Nothing was written; --yes writes.");
            says(expect(0, type("confirm", "--port", port, "--yes")), "generation 1", "in force");
            says(expect(0, type("confirm", "--port", port, "--yes")), "nothing to do");
            says(expect(0, type("flash", first.toString(), "--port", port, "--yes")), "nothing to do");

            clip.press();
            says(
                    expect(
                            0,
                            type(
                                    "flash",
                                    second.toString(),
                                    "--port",
                                    port,
                                    "--yes",
                                    "--wait-button",
                                    "20",
                                    "--confirm")),
                    "lower.accel.bias_mg: [4.2, -11.75, 18.031] mg -> [5.25, -11.75, 18.031] mg",
                    "  before  " + folder.resolve("state/profiles/HL0001/g000001-"));
            says(expect(0, type("verify", second.toString(), "--port", port)), "holds these values");
            says(
                    expect(6, type("verify", first.toString(), "--port", port)),
                    "lower.accel.faces: 12 -> 6",
                    "lower.accel.bias_mg: [5.25, -11.75, 18.031] mg -> [4.2, -11.75, 18.031] mg");

            says(expect(0, type("rollback", "--port", port)), "to    slot A, generation 1", "--yes writes");
            clip.press();
            says(expect(0, type("rollback", "--port", port, "--yes", "--wait-button", "20")), "generation 1");
            expect(0, type("verify", first.toString(), "--port", port));
            says(expect(1, type("rollback", "--port", port, "--yes")), "holds no confirmed profile", "next  ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadListAndBackUpWhenAClipHoldsAProfile(ProfileSeat.Kind kind) throws Exception {
        try (ProfileSeat clip = seat(kind)) {
            String port = clip.port().toString();
            says(expect(1, type("read", "--port", port)), "no valid profile is there");
            clip.press();
            expect(0, type("flash", first.toString(), "--port", port, "--yes", "--wait-button", "20", "--confirm"));
            assertEquals(
                    Files.readString(first),
                    expect(0, type("read", "--port", port)).out());
            Path image = folder.resolve("a.img");
            expect(0, type("read", "--port", port, "--slot", "a", "-o", image.toString()));
            assertArrayEquals(ImageWriter.image(Profiles.read(Files.readString(first)), 1), Files.readAllBytes(image));
            says(expect(1, type("read", "--port", port, "-o", image.toString())), "is there already");
            expect(1, type("read", "--port", port, "--slot", "B"));
            says(expect(0, type("list", "--port", port)), "clip HL0001", "slot A, generation 1", "slot B, empty");
            String kept = expect(0, type("backup", "--port", port)).out().strip();
            assertArrayEquals(Files.readAllBytes(image), Files.readAllBytes(Path.of(kept)));
            says(expect(0, type("list")), "clip HL0001", kept);
            // A backup is a file to flash like any other.
            says(expect(0, type("flash", kept, "--port", port, "--yes")), "nothing to do");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayWhatStateTheClipIsInWhenItIsRefused(ProfileSeat.Kind kind) throws Exception {
        try (ProfileSeat clip = seat(kind)) {
            String port = clip.port().toString();
            says(
                    expect(5, type("flash", first.toString(), "--port", port, "--yes")),
                    "holdline: profile flash: the write window is closed",
                    "  clip  HL0001: no profile: nothing is cued with this clip",
                    "  next  hold the clip's button for two seconds");
            Path other = Files.writeString(
                    folder.resolve("other.toml"), Files.readString(first).replace("HL0001", "HL0002"));
            says(
                    expect(1, type("flash", other.toString(), "--port", port, "--yes")),
                    "it is for HL0002, the clip is HL0001");
            clip.press();
            expect(0, type("flash", first.toString(), "--port", port, "--yes", "--wait-button", "20"));
            says(expect(1, type("flash", second.toString(), "--port", port)), "another profile is on trial");
            clip.restart();
            says(
                    expect(1, type("confirm", "--port", port, "--yes")),
                    "no profile is on trial",
                    "holdline profile flash FILE --port " + port + " --yes");
            Typed json = expect(5, type("flash", first.toString(), "--port", port, "--yes", "--json"));
            String error = json.out().lines().toList().getLast();
            assertTrue(
                    error.startsWith(
                            "{\"type\":\"error\",\"schema\":\"holdline-profile/1\",\"command\":\"profile flash\""
                                    + ",\"refusal\":\"window\",\"exit_code\":5,"),
                    error);
        }
        says(expect(3, type("list", "--port", folder.resolve("clip").toString())), "no such port is there");
    }

    @ParameterizedTest
    @EnumSource
    void shouldNeverShowTheKeyWhenItIsUsed(ProfileSeat.Kind kind) throws Exception {
        byte[] bytes = new byte[Protocol.CAL_KEY_BYTES];
        Arrays.fill(bytes, (byte) 0xC5);
        String digits = HexFormat.of().formatHex(bytes);
        Path key = Files.writeString(folder.resolve("HL0001.key"), digits);
        Path another = Files.writeString(folder.resolve("another.key"), "d6".repeat(Protocol.CAL_KEY_BYTES));
        Files.setPosixFilePermissions(another, PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        writeProfiles(kind);
        try (ProfileSeat clip = kind.open(folder.resolve("clip"), "HL0001", Optional.of(bytes))) {
            String port = clip.port().toString();
            String file = first.toString();
            List<Typed> all = new ArrayList<>();
            clip.press();
            all.add(expect(1, type("flash", file, "--port", port, "--yes")));
            all.add(expect(78, type("flash", file, "--port", port, "--yes", "--key", key.toString())));
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            all.add(expect(
                    1,
                    type("flash", file, "--port", port, "--yes", "--wait-button", "20", "--key", another.toString())));
            clip.press();
            all.add(expect(
                    0,
                    type(
                            "flash",
                            file,
                            "--port",
                            port,
                            "--yes",
                            "--wait-button",
                            "20",
                            "--json",
                            "--key",
                            key.toString())));
            for (Typed typed : all) {
                String shown = (typed.out() + typed.err()).toLowerCase(Locale.ROOT);
                assertFalse(shown.contains("c5c5c5") || shown.contains("d6d6d6"), shown);
            }
            says(all.get(0), "--key FILE");
            says(all.get(1), "chmod 600");
            says(all.get(2), "the key is not this clip's");
        }
    }

    @Test
    void shouldWriteAllClipsWhenAManifestNamesThem() throws Exception {
        Path manifest = Files.writeString(folder.resolve("clips.txt"), "HL0001 first.toml\nHL0002 other.toml\n");
        Files.writeString(folder.resolve("other.toml"), Files.readString(first).replace("HL0001", "HL0002"));
        try (ProfileSeat one = ProfileSeat.Kind.EMULATED.open(folder.resolve("port1"), "HL0001", Optional.empty());
                ProfileSeat two = ProfileSeat.Kind.EMULATED.open(folder.resolve("port2"), "HL0002", Optional.empty())) {
            String pattern = folder.resolve("port*").toString();
            says(expect(0, type("fleet", manifest.toString(), "--port", pattern)), "planned 2");
            one.press();
            says(
                    expect(1, type("fleet", manifest.toString(), "--port", pattern, "--yes", "--confirm")),
                    "confirmed 1",
                    "refused 1");
            two.press();
            Typed json =
                    expect(0, type("fleet", manifest.toString(), "--port", pattern, "--yes", "--confirm", "--json"));
            assertEquals(3, json.out().lines().count(), json.out());
            says(json, "\"result\":\"unchanged\"", "\"result\":\"confirmed\"", "\"done\":true");
        }
        says(expect(1, type("fleet", manifest.toString(), "--port", folder + "/port*")), "absent 2");
    }

    @Test
    void shouldNameEveryPlaceWhenAFileIsRefused() throws Exception {
        Path bad = Files.writeString(
                folder.resolve("bad.toml"),
                Files.readString(first).replace("faces = 6", "faces = 3").replace("axes = \"+x+y+z\"", "axis = 1"));
        Typed typed = expect(78, type("check", first.toString(), bad.toString()));
        says(typed, first + ": a valid device profile");
        assertTrue(typed.err().lines().allMatch(line -> line.matches(bad + ":\\d+:\\d+: .*")), typed.err());
        assertTrue(typed.err().lines().count() >= 2, typed.err());
        says(expect(78, type("check", "--json", bad.toString())), "\"where\":\"" + bad + ":");
        expect(
                78,
                type("flash", bad.toString(), "--port", folder.resolve("none").toString()));
    }

    @Test
    void shouldBuildAndCompareWhenOnlyFilesAreThere() throws Exception {
        Path image = folder.resolve("x.img");
        expect(0, type("build", first.toString(), "-o", image.toString(), "--generation", "41"));
        assertArrayEquals(ImageWriter.image(Profiles.device(), 41), Files.readAllBytes(image));
        expect(1, type("build", first.toString(), "-o", image.toString()));
        expect(2, type("build", first.toString(), "-o", image.toString(), "--generation", "0"));
        says(expect(0, type("check", image.toString())), "a valid device profile");
        expect(0, type("diff", first.toString(), image.toString()));
        says(expect(6, type("diff", image.toString(), second.toString())), "lower.accel.faces: 6 -> 12");
        byte[] torn = Files.readAllBytes(image);
        torn[100] ^= 1;
        Files.write(image, torn);
        says(expect(78, type("check", image.toString())), "body_crc at byte 44");
    }
}
