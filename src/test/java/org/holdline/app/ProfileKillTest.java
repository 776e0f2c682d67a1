package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.holdline.profile.Profiles;
import org.holdline.profile.flash.Wanted;
import org.holdline.profile.form.FormWriter;
import org.holdline.profile.image.ProfileStore;
import org.holdline.profile.image.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program killed in the middle of a flash, at any unit that the clip writes: old or new, and the same flash ends it. */
@Timeout(600)
class ProfileKillTest {
    private static final long SEED = Long.getLong("holdline.seed", 9);

    /** Each is a program of its own that starts, and one that finishes its work. */
    private static final int KILLS = Boolean.getBoolean("holdline.power.full") ? 60 : 4;

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static byte[] inForce(ProfileSeat clip) throws Exception {
        byte[] memory = clip.memory();
        ProfileStore store = new ProfileStore(new ProfileSeat.Array(memory), "HL0001");
        Optional<Slot> active = store.active();
        return store.image(active.orElseThrow(() -> new AssertionError("no profile is left")));
    }

    private String[] flash(Path profile, ProfileSeat clip) {
        return new String[] {
            "profile",
            "flash",
            profile.toString(),
            "--port",
            clip.port().toString(),
            "--yes",
            "--confirm",
            "--wait-button",
            "30",
            "--set",
            "state.folder=" + folder.resolve("state")
        };
    }

    private void finish(Path profile, ProfileSeat clip) throws InterruptedException {
        clip.press();
        Typed typed = Typed.of(flash(profile, clip));
        assertEquals(0, typed.code(), typed.out() + typed.err());
    }

    @Test
    void shouldHoldOldOrNewAndGoOnWhenTheProgramIsKilledAtAnyWrite() throws Exception {
        String text = FormWriter.write(Profiles.device());
        Path[] files = {file("a.toml", text), file("b.toml", text.replace("[4.2,", "[5.25,"))};
        Random random = new Random(SEED);
        try (ProfileSeat.Emulated clip = new ProfileSeat.Emulated(folder.resolve("clip"), "HL0001", Optional.empty())) {
            AtomicInteger writes = new AtomicInteger();
            clip.beforeWrites(writes::incrementAndGet);
            finish(files[0], clip);
            int perFlash = writes.get();
            int kept = 0;
            for (int i = 0; i < KILLS; i++) {
                Wanted old = Wanted.read(files[i % 2]);
                Path next = files[1 - i % 2];
                int at = random.nextInt(perFlash);
                String where = "write " + at + " of " + perFlash + ", seed " + SEED;
                AtomicInteger left = new AtomicInteger(at);
                AtomicReference<Holdline> program = new AtomicReference<>();
                clip.beforeWrites(() -> {
                    if (left.getAndDecrement() == 0) {
                        program.get().close();
                    }
                });
                clip.press();
                program.set(Holdline.start(folder, flash(next, clip)));
                assertEquals(128 + 9, program.get().await().code(), where);
                byte[] held = inForce(clip);
                boolean isOld = old.isSameAs(held);
                assertTrue(isOld || Wanted.read(next).isSameAs(held), where);
                kept += isOld ? 1 : 0;
                clip.beforeWrites(() -> {});
                finish(next, clip);
                assertTrue(Wanted.read(next).isSameAs(inForce(clip)), where);
            }
            System.out.printf("%d programs killed in a flash: old kept %d, 0 profiles lost%n", KILLS, kept);
        }
    }
}
