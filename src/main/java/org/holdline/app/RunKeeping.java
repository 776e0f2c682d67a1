package org.holdline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.holdline.clock.Clock;
import org.holdline.cue.FadingParams;
import org.holdline.report.Retention;
import org.holdline.sample.StreamInfo;
import org.holdline.session.BeltSpan;
import org.holdline.session.KeptRun;
import org.holdline.session.Origin;
import org.holdline.session.RunFacts;
import org.holdline.session.journal.KeptRuns;
import org.holdline.session.store.Index;
import org.holdline.session.store.KeptPlan;
import org.holdline.session.store.RunnerChoices;
import org.holdline.session.store.RunnerState;
import org.holdline.settings.Keys;
import org.holdline.settings.RunSource;
import org.holdline.settings.Settings;
import org.holdline.text.Language;
import org.holdline.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a run takes over from the one before and leaves to the next. Only for a runner with a pseudonym on a clip is the index asked
 * before the run, since the share of cues must be known by then; nothing is started yet.
 */
final class RunKeeping {
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int TRIES = 16;

    private final KeptSessions kept;
    private final boolean keeps;
    private final @Nullable String runner;
    private Settings settings;
    private Retention.@Nullable Kept before;
    private RunnerNeutrals neutrals = RunnerNeutrals.NONE;
    private @Nullable RunnerMemory memory;
    private @Nullable NextRun next;
    private @Nullable NextRun asked;
    private boolean known;
    private @Nullable String id;
    private @Nullable JournalSeat seat;
    private final CountDownLatch settled = new CountDownLatch(1);
    private boolean tidied;
    private volatile boolean signalled;

    /** Its journal goes as soon as nobody looks at its report any more. */
    private volatile boolean leaves;

    private RunKeeping(Settings settings, boolean keeps) {
        this.settings = settings;
        this.keeps = keeps;
        kept = KeptSessions.of(settings);
        runner = settings.get(Keys.RUN_RUNNER).orElse(null);
        // Never those of this machine: they are somebody else's.
        memory = runner == null ? null : new RunnerMemory(Optional.empty());
    }

    /**
     * Before anything is opened: mends what a crash left, and looks up the runner.
     *
     * @param flags of the command line; the runner's stage is added to them
     */
    static RunKeeping prepare(Settings settings, SettingFlags flags) throws Failure {
        RunKeeping keeping = new RunKeeping(settings, settings.get(Keys.SESSION_KEEP));
        keeping.tidy();
        RunSource source = settings.get(Keys.RUN_SOURCE);
        boolean live = source instanceof RunSource.I2c || source instanceof RunSource.Serial;
        if (keeping.keeps && keeping.runner != null && live) {
            keeping.lookUp(keeping.runner, flags);
        }
        if (!keeping.keeps && keeping.runner != null) {
            say("nothing is kept of this run: session.keep is false");
        }
        return keeping;
    }

    /** For a run that takes nothing over and leaves nothing: what is kept is not even looked at. */
    static RunKeeping nothing(Settings settings) {
        return new RunKeeping(settings, false);
    }

    private static void say(String text) {
        System.err.println("holdline: " + text);
    }

    private void tidy() {
        try {
            List<String> lines = kept.tidy(Instant.now(), KeptReports.of(kept, settings));
            tidied = !lines.isEmpty();
            lines.forEach(RunKeeping::say);
        } catch (IOException e) {
            say("the kept runs cannot be looked after: " + Failure.textOf(e));
        }
    }

    private void lookUp(String name, SettingFlags flags) throws Failure {
        try {
            History history = history(name);
            Optional<RunnerState> state = history.state();
            Retention.Kept start = state.isPresent() ? state.get().kept() : first();
            String shownAs = "stage " + start.stage() + " of runner " + name;
            int givenPct = FadingParams.givenPct(start.stage());
            flags.flag(Keys.FADING_GIVEN_PCT, shownAs, givenPct);
            flags.flag(Keys.FADING_PROBES, shownAs, true);
            settings = flags.load();
            if (settings.get(Keys.FADING_GIVEN_PCT) == givenPct && settings.get(Keys.FADING_PROBES)) {
                before = start;
                say(name + ", stage " + start.stage() + ": " + givenPct
                        + " % of the due cues are given, and one block of two minutes in four is run without any");
            } else {
                say(name + ": fading as the command line says; this run does not change the stage");
            }
            if (history.plan().isPresent()) {
                planned(name, history.plan().get(), flags);
            }
        } catch (IOException e) {
            say(name + "'s history cannot be read: " + Failure.textOf(e) + "; this run does not change it");
        }
    }

    private record History(Optional<RunnerState> state, Optional<KeptPlan> plan) {}

    private History history(String name) throws IOException {
        kept.journals().makeFolder();
        try (Index index = kept.index()) {
            Optional<RunnerState> state = index.runner(name);
            neutrals = new RunnerNeutrals(name, index.neutrals(name));
            memory = new RunnerMemory(index.choices(name));
            known = true;
            return new History(state, KeptReports.of(kept, settings).plan(index, name));
        } catch (Failure e) {
            // An index that cannot be used costs the history, never the run.
            throw new IOException(e.text(), e);
        }
    }

    /** What the last run asked of this one: its length where nobody says another, and the one thing. */
    private void planned(String name, KeptPlan plan, SettingFlags flags) throws Failure {
        asked = new NextRun(plan);
        if (plan.aim().equals(NextRun.EASE_OFF)) {
            say(name + ": " + asked.words(Texts.of(Language.ENGLISH)));
            return;
        }
        boolean said = settings.isGiven(Keys.RUN_PLANNED_S) || settings.isGiven(Keys.RUN_PLANNED_M);
        NextRun now = said ? new NextRun(plan.withoutLength()) : new NextRun(plan);
        next = now;
        asked = now;
        if (!said) {
            String shownAs = "next plan of runner " + name;
            flags.flag(Keys.RUN_PLANNED_S, shownAs, plan.plannedS());
            flags.flag(Keys.RUN_PLANNED_M, shownAs, plan.plannedM());
            settings = flags.load();
        }
        String length = now.lengthWords();
        say(name + ", planned after the last run: " + (length.isEmpty() ? "" : length + ". ")
                + now.words(Texts.of(Language.ENGLISH)));
    }

    /** What is known of who runs, for the guided start. */
    GuidedStart.Acquaintance acquaintance() {
        return new GuidedStart.Acquaintance(memory, next, asked);
    }

    /** A runner's first run here: at the stage of the runner profile, where one is named. */
    private Retention.Kept first() throws Failure {
        ProfileChoice.Given profile = ProfileChoice.of(settings).of(ProfileChoice.RUNNER);
        int stage = profile == null
                ? 0
                : profile.profile()
                        .find("cueing", "stage")
                        .map(value -> Math.toIntExact((Long) value))
                        .orElse(0);
        return new Retention.Kept(stage, List.of());
    }

    /** The settings, with the runner's stage among them. */
    Settings settings() {
        return settings;
    }

    /** A runner profile tells the stage of a runner who has no history here; else it takes the one in force. */
    void into(ProfileChoice chosen) {
        ProfileChoice.Given profile = chosen.of(ProfileChoice.RUNNER);
        if (before != null && profile != null && profile.profile().has("cueing")) {
            Map<String, Object> cueing = profile.profile().all("cueing").getFirst();
            cueing.put("stage", (long) before.stage());
        }
    }

    /** Once the clip is open: the neutrals of earlier runs at its placement, where no runner profile holds any. */
    void neutrals(ProfileChoice chosen, StreamInfo info) {
        if (!info.simulated()) {
            neutrals.into(chosen, info.placement(), Instant.now()).forEach(RunKeeping::say);
        }
    }

    /**
     * Opens the journal of the run.
     *
     * @param replayed a recording is played
     * @param live its samples are taken now
     */
    LiveRun.Keeping open(StreamInfo info, boolean replayed, boolean live, Clock clock) {
        Origin origin = info.simulated() ? Origin.SIMULATED : replayed ? Origin.REPLAYED : Origin.CLIP;
        boolean wanted = origin.counts() || runner != null || settings.get(Keys.RUN_KEEP);
        if (!origin.counts()) {
            before = null;
        }
        if (!keeps || !wanted) {
            return LiveRun.Keeping.NOTHING;
        }
        try {
            JournalSeat opened = new JournalSeat(
                    kept.journals().begin(facts(info, origin), before),
                    live ? BeltSpan.Known.ENTERED : BeltSpan.Known.MEASURED,
                    clock);
            seat = opened;
            return new LiveRun.Keeping(opened, before);
        } catch (IOException e) {
            say("this run is not kept: " + Failure.textOf(e) + "; it goes on without a journal");
            return new LiveRun.Keeping(null, before);
        }
    }

    private RunFacts facts(StreamInfo info, Origin origin) throws IOException {
        Instant now = Instant.now();
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < TRIES; i++) {
            String name = ID.format(now) + String.format(Locale.ROOT, "-%04x", random.nextInt(1 << 16));
            if (!kept.journals().ids().contains(name)
                    && !kept.journals().openIds().contains(name)) {
                id = name;
                return new RunFacts(name, now, ZoneId.systemDefault(), Version.TEXT, info, origin, runner);
            }
        }
        throw new IOException(kept.folder() + ": too many runs of this second");
    }

    /**
     * After the run and its summary: the report, and the index. What does not get here is caught up with later. Then, where
     * somebody has the page open, the report is offered there.
     */
    void after(@Nullable PageSeat page) {
        KeptReports reports = KeptReports.of(kept, settings);
        JournalSeat journal = seat;
        // One that is not whole was told of, and is mended by the next command.
        String ended = journal == null || journal.failure() != null ? null : id;
        KeptAfterwards offered = null;
        keepChoices();
        try {
            if (ended != null) {
                offered = report(ended, reports);
            }
            if ((ended != null && runner != null) || (tidied && kept.hasIndex())) {
                follow(ended);
            }
        } catch (OutOfMemoryError e) {
            // Its events, all at once, are more than a small heap holds; the journal is whole.
            say("the run is kept; it is too long for a report here, holdline session export --form html makes it");
        } catch (IOException | Failure e) {
            say("the run is kept, its report or its place in the index is not made: " + Failure.textOf(e));
        }
        if (leaves) {
            say("a guest's run: its report alone is kept");
        } else if (ended != null) {
            say("kept as " + ended + (runner == null ? ", a guest's" : ", " + runner + "'s"));
        }
        boolean stays = page != null && offered != null && !signalled;
        if (!stays) {
            forgetGuest();
        }
        settled.countDown();
        if (page != null && offered != null && stays) {
            page.stay(offered, settings.get(Keys.PAGE_AFTER_S));
            forgetGuest();
        }
    }

    /** Any thread: of a guest's run whose journal is to go at once only the report is left. */
    void forgetGuest() {
        String gone = id;
        try {
            if (leaves && gone != null) {
                kept.journals().delete(gone);
            }
        } catch (IOException e) {
            say("the journal of a guest's run is still there: " + Failure.textOf(e) + "; the next run removes it");
        }
    }

    /** What the runner chose, also where no run came of it. A history that could not be read is not written over. */
    void keepChoices() {
        RunnerChoices chosen = memory == null ? null : memory.changed();
        String name = runner;
        if (name == null || chosen == null || !known) {
            return;
        }
        try (Index index = kept.index()) {
            index.keep(name, chosen);
        } catch (IOException | Failure e) {
            say("what " + name + " chose is not kept: " + Failure.textOf(e));
        }
    }

    private void follow(@Nullable String ended) throws Failure, IOException {
        try (Index index = kept.index()) {
            String name = runner;
            if (name != null
                    && index.neutrals(name).stream().anyMatch(left -> left.run().equals(ended))) {
                say("its running neutral is kept as an offset from standing, for " + name + "'s next runs");
            }
        }
    }

    private KeptAfterwards report(String ended, KeptReports reports) throws IOException {
        KeptRun run = KeptRuns.load(kept.journals().file(ended));
        Path report = reports.make(run);
        say("report: " + report);
        leaves = run.facts().isGuest()
                && run.facts().origin() == Origin.CLIP
                && settings.get(Keys.SESSION_GUEST_HOURS) == 0;
        return new KeptAfterwards(kept, reports, run.facts(), report);
    }

    /** Any thread: somebody wants the program to end; nothing is offered any more. */
    void signalled() {
        signalled = true;
    }

    /** Nothing more comes of this run, whatever became of it. */
    void settled() {
        settled.countDown();
    }

    /** Any thread: waits until report and index are made; false when they were not within the time. */
    boolean awaitSettled(long millis) throws InterruptedException {
        return settled.await(millis, TimeUnit.MILLISECONDS);
    }
}
