package org.holdline.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.holdline.report.export.ExportFormat;
import org.holdline.session.BeltSpan.Known;
import org.holdline.session.KeptRun;
import org.holdline.session.belt.Ground;
import org.jspecify.annotations.Nullable;

/** Puts an export in its place, whole or not at all, and tells of it. */
final class ExportFile {
    /** Of every JSON line; a field that comes later does not change it. */
    static final String SCHEMA = "holdline-export/1";

    private static final int BUFFER_BYTES = 1 << 16;

    private final KeptRun run;
    private final ExportFormat format;
    private final Path file;
    private final Ground ground;

    ExportFile(KeptRun run, ExportFormat format, Path file) {
        this.run = run;
        this.format = format;
        this.file = file;
        ground = Ground.of(run);
    }

    /** The format that the end of a file's name asks for; null for another end. */
    static @Nullable ExportFormat formatOf(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (ExportFormat format : ExportFormat.values()) {
            if (name.endsWith("." + format.word())) {
                return format;
            }
        }
        return null;
    }

    /**
     * Writes the file, in place of one that is there.
     *
     * @param consent a person wants an activity of this run though nobody ran it, or it has counted already
     */
    void write(boolean consent) throws Failure, IOException {
        if (format.needsConsent(run.facts()) && !consent) {
            throw new Failure(
                    ExitCode.FAILED,
                    file + ": a " + run.facts().origin().word() + " run, and training sites take a "
                            + format.word().toUpperCase(Locale.ROOT)
                            + " file for a run of yours, expected --simulated to make it all the same");
        }
        try (Spool spool = Spool.open(file)) {
            OutputStream out = new BufferedOutputStream(spool, BUFFER_BYTES);
            format.export().write(run, out);
            out.flush();
            spool.deliver(OutputStream.nullOutputStream());
        }
    }

    /** What a script is told; keys of what is not known are left out. */
    Map<String, Object> told(String command) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("type", "export");
        told.put("schema", SCHEMA);
        told.put("command", command);
        told.put("file", file.toString());
        told.put("format", format.word());
        told.put("run_id", run.facts().id());
        told.put("started_at", run.facts().startedAt().toString());
        told.put("origin", run.facts().origin().word());
        told.put("simulated", run.facts().info().simulated());
        told.put("duration_s", run.summary().durationS());
        told.put("steps", run.summary().steps());
        told.put("over_steps", run.summary().overSteps());
        told.put("cues", run.summary().cues());
        Known known = ground.known();
        if (known != null) {
            told.put("distance_m", Math.round(ground.metres() * 100) / 100.0);
            told.put("speed_known", known.word());
        }
        return told;
    }

    /** What a person is told. */
    String line() {
        Known known = ground.known();
        String distance = known == null
                ? "no distance: "
                        + (ground.isEmpty() ? "nobody stepped" : "the belt's speed is not known at every step")
                : String.format(Locale.ROOT, "%.2f km by %s speed", ground.metres() / 1000, known.word());
        return String.format(
                Locale.ROOT,
                "%s: %d steps, %s%s",
                file,
                run.summary().steps(),
                distance,
                run.facts().info().simulated() ? ", simulated" : "");
    }

    /** True when both are one file. */
    static boolean isSame(Path a, Path b) throws IOException {
        return Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b);
    }
}
