package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.holdline.profile.Profiles;
import org.holdline.profile.flash.Locks;
import org.holdline.profile.form.FormWriter;
import org.holdline.settings.Settings;
import org.holdline.settings.SettingsLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run with the wired clip and the profile commands on its memory keep each other away, from process to process. */
@Timeout(240)
class BusLockTest {
    /** No machine has as many buses, so nothing is ever touched. */
    private static final String BUS = "250";

    @TempDir
    private Path folder;

    private Path profile;
    private String state;

    @BeforeEach
    void writeProfile() throws Exception {
        profile = Files.writeString(folder.resolve("a.toml"), FormWriter.write(Profiles.device()));
        state = "state.folder=" + folder.resolve("state");
    }

    private Settings settings() throws Exception {
        return new SettingsLoader(folder.resolve("no-etc"), Map.of())
                .flag("i2c.bus", "test", BUS)
                .flag("state.folder", "test", folder.resolve("state").toString())
                .load();
    }

    private Holdline.Ended flash() throws Exception {
        return Holdline.run(
                folder, "profile", "flash", profile.toString(), "--yes", "--port", "i2c:" + BUS, "--set", state);
    }

    private Holdline.Ended run() throws Exception {
        return Holdline.run(folder, "run", "--source", "i2c", "--set", "i2c.bus=" + BUS, "--set", state);
    }

    @Test
    void shouldRefuseAProfileCommandWhenARunHoldsTheBus() throws Exception {
        try (BusLock _ = BusLock.take(settings())) {
            Holdline.Ended refused = flash();
            assertEquals(1, refused.code(), refused.err());
            assertTrue(refused.err().contains("another program works on this port or clip"), refused.err());
        }
        Holdline.Ended free = flash();
        assertEquals(3, free.code(), free.err());
        assertTrue(free.err().contains("/dev/i2c-" + BUS), free.err());
    }

    @Test
    void shouldRefuseARunWhenAProfileCommandHoldsTheBus() throws Exception {
        String lock = ProfileBerths.of("i2c:" + BUS, settings(), new ProfileBerths.Options(1, false))
                .lock();
        try (Locks.Held _ = new Locks(folder.resolve("state")).take(lock)) {
            Holdline.Ended refused = run();
            assertEquals(1, refused.code(), refused.err());
            assertTrue(refused.err().contains("a profile command, works with the wired clip"), refused.err());
        }
        assertEquals(3, run().code());
    }

    @Test
    void shouldGiveTheBusBackWhenARunCannotBegin() throws Exception {
        assertThrows(Failure.class, () -> WiredSource.open(settings(), org.holdline.clock.Clock.system()));
        BusLock.take(settings()).close();
    }

    @Test
    void shouldRunAllTheSameWhenTheStateFolderCannotBeWritten() throws Exception {
        Files.writeString(folder.resolve("state"), "a file where a folder is wanted");
        BusLock.take(settings()).close();
    }
}
