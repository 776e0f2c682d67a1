package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdline.clock.Clock;
import org.holdline.link.emulated.EmulatedParams;
import org.holdline.link.emulated.EmulatedPort;
import org.holdline.link.emulated.ProfileMemory;
import org.holdline.link.wire.Protocol;
import org.holdline.profile.Profiles;
import org.holdline.profile.applied.StoredProfile;
import org.holdline.profile.image.FileStorage;
import org.holdline.profile.image.ImageWriter;
import org.holdline.profile.image.ProfileStore;
import org.holdline.settings.SettingsLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A clip restarts in the middle of a run: with the same profile the run goes on, with another one it is muted. */
@Timeout(120)
class ClipProfileChangeTest {
    private static final String SERIAL = "HL0001";

    @TempDir
    private Path folder;

    private void store(long generation) throws Exception {
        try (FileStorage storage = FileStorage.open(folder.resolve("slots"))) {
            ProfileStore store = new ProfileStore(storage, SERIAL);
            store.confirm(store.write(ImageWriter.image(Profiles.device(), generation)));
        }
    }

    @Test
    void shouldMuteTheRunWhenTheClipComesBackWithAnotherProfile() throws Exception {
        store(1);
        Clock clock = Clock.system();
        Path name = folder.resolve("clip");
        EmulatedParams params = new EmulatedParams(SERIAL, 5, 2, List.of(200), true)
                .with(new ProfileMemory(
                        FileStorage.open(folder.resolve("slots")),
                        Optional.empty(),
                        () -> new byte[Protocol.CAL_CHALLENGE_BYTES]));
        try (EmulatedPort port = new EmulatedPort(name, params, new TurnedBody(200, 1000, 2, 1), clock, 0, 0)) {
            Thread life = new Thread(port, "emulated-clip");
            life.setDaemon(true);
            life.start();
            try (SerialSource source = SerialSource.open(name, new SettingsLoader(folder, Map.of()).load(), clock)) {
                assertEquals(StoredProfile.State.VALID, source.storedProfile().state());
                assertTrue(
                        source.storedProfile().text().startsWith("generation 1, CRC "),
                        source.storedProfile().text());
                AtomicInteger others = new AtomicInteger();
                source.holdToProfile(others::incrementAndGet);

                port.reboot(6);
                awaitSession(source, 2, clock);
                assertFalse(source.hasOtherProfile());
                assertEquals(0, others.get());

                store(2);
                port.reboot(7);
                awaitSession(source, 3, clock);
                assertTrue(source.hasOtherProfile());
                assertEquals(1, others.get());
            }
        }
    }

    /** Streaming again: the profile has been read by then. */
    private static void awaitSession(SerialSource source, long session, Clock clock) {
        while (source.figures().course().sessions() < session
                || !source.parts().getFirst().state().equals("streaming")) {
            clock.park(5_000_000);
        }
    }
}
