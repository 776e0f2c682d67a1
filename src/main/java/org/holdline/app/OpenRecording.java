package org.holdline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.holdline.clip.replay.ReplayClip;
import org.holdline.settings.Keys;
import org.holdline.settings.Settings;

/**
 * A recording, opened to go along the road as when it was made: with its own settings and profiles, unless the command line says
 * otherwise.
 */
record OpenRecording(ReplayClip clip, AppliedProfiles applied) implements AutoCloseable {
    /** Opens it and tells, on standard error, which profiles it goes by. */
    static OpenRecording open(Path file, SettingFlags flags) throws Failure, IOException {
        Settings said = flags.loadApart(Map.of());
        ProfileChoice chosen = ProfileChoice.of(said);
        ReplayClip clip = ReplayClip.open(file, SettingFlags.overrides(said));
        try {
            Settings settings = flags.loadApart(clip.notes().settings());
            AppliedProfiles applied =
                    ProfileUse.ofReplay(clip).apply(chosen, settings.roadParams(), said.get(Keys.RUN_UNCALIBRATED));
            applied.parts()
                    .forEach(part -> System.err.println(
                            "holdline: " + part.part() + " (" + part.device() + "): " + part.text()));
            return new OpenRecording(clip, applied);
        } catch (Failure | RuntimeException e) {
            clip.close();
            throw e;
        }
    }

    /** Tells what was strange about it; when it has been read. */
    void warn() {
        clip.warnings().forEach(warning -> System.err.println("holdline: warning: " + warning));
    }

    @Override
    public void close() throws IOException {
        clip.close();
    }
}
