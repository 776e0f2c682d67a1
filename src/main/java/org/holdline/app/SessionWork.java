package org.holdline.app;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.holdline.report.JsonObject;
import org.holdline.session.RunFacts;
import org.holdline.session.journal.JournalException;
import org.holdline.session.store.StoreException;
import org.holdline.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every session command does: settings, a look after the kept runs, results for a person or a script. */
abstract class SessionWork implements Callable<Integer> {
    /** Of every JSON line; a field that comes later does not change it. */
    static final String SCHEMA = "holdline-session/1";

    static final String GUEST = "guest";

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    @Mixin
    private final SettingFlags flags = new SettingFlags();

    @Option(names = "--json", description = "JSON lines on standard output, failures included.")
    private boolean json;

    /** The command itself. */
    abstract void work(KeptSessions kept, Settings settings) throws Failure, IOException;

    @Override
    public final Integer call() throws Failure, IOException {
        Settings settings = flags.load();
        KeptSessions kept = KeptSessions.of(settings);
        try {
            if (kept.isThere()) {
                kept.tidy(Instant.now(), KeptReports.of(kept, settings))
                        .forEach(line -> System.err.println("holdline: " + line));
                finishAndPrune(kept);
            }
            work(kept, settings);
            return ExitCode.OK;
        } catch (JournalException e) {
            throw told(KeptSessions.failure(e));
        } catch (StoreException e) {
            throw told(new Failure(e.isNewer() ? ExitCode.INCOMPATIBLE : ExitCode.FAILED, e));
        } catch (Failure e) {
            throw told(e);
        } catch (IOException e) {
            throw told(new Failure(ExitCode.FAILED, e));
        }
    }

    /** What cannot be finished now is said, and stands in the way of nothing else. */
    private static void finishAndPrune(KeptSessions kept) {
        try {
            kept.finishDeletions();
        } catch (IOException | Failure e) {
            System.err.println(
                    "holdline: a deletion is not finished: " + Failure.textOf(e) + "; the next command tries again");
        }
        try {
            kept.pruneNotes();
        } catch (IOException e) {
            System.err.println("holdline: what runners said cannot be read: " + Failure.textOf(e)
                    + "; moved away, the file is begun anew");
        }
    }

    private Failure told(Failure failure) throws IOException {
        if (json) {
            write("error", Map.of("exit_code", failure.exitCode(), "text", failure.text()));
        }
        return failure;
    }

    SettingFlags flags() {
        return flags;
    }

    boolean isJson() {
        return json;
    }

    /** A result, once as JSON or as lines. */
    void say(String type, Map<String, ?> values, List<String> lines) throws IOException {
        if (json) {
            write(type, values);
        } else {
            lines.forEach(System.out::println);
        }
    }

    private static void write(String type, Map<String, ?> values) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        object.put("schema", SCHEMA);
        object.putAll(values);
        JsonObject.write(System.out, object);
    }

    static String who(@Nullable String runner) {
        return runner == null ? GUEST : runner;
    }

    static String when(RunFacts facts) {
        return when(facts.startedAt(), facts.zone());
    }

    static String when(Instant at, ZoneId zone) {
        return WHEN.format(at.atZone(zone));
    }

    /** Facts for a script. */
    static Map<String, Object> object(RunFacts facts) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", facts.id());
        object.put("started_at", facts.startedAt().toString());
        object.put("zone", facts.zone().getId());
        object.put("guest", facts.isGuest());
        String runner = facts.runner();
        if (runner != null) {
            object.put("runner", runner);
        }
        object.put("origin", facts.origin().word());
        object.put("counts", facts.origin().counts());
        object.put("source", facts.info().source());
        object.put("placement", facts.info().placement().word());
        object.put("version", facts.version());
        return object;
    }

    /** What stands behind a run that measured nobody. */
    static String mark(RunFacts facts) {
        return facts.origin().counts() ? "" : "  [" + facts.origin().word() + "]";
    }
}
