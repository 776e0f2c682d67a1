package org.holdline.app;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clock.Clock;
import org.holdline.clock.Pace;
import org.holdline.guide.CheckIns;
import org.holdline.guide.Guide;
import org.holdline.guide.GuideKind;
import org.holdline.guide.GuideParams;
import org.holdline.guide.Memory;
import org.holdline.guide.Plan;
import org.holdline.guide.Remembered;
import org.holdline.sample.Sample;
import org.holdline.settings.CueChannels;
import org.holdline.settings.GuideStart;
import org.holdline.settings.Keys;
import org.holdline.settings.RunSource;
import org.holdline.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Wires the guided start and the check-ins of one run from its settings, and has plan and speed chosen before the run begins. */
final class GuidedStart {
    private static final long NOTHING_NS = 1_000_000;
    private static final double VIRTUAL_KMH = 10;

    /** Who asks for it. */
    enum Wish {
        /** The setting run.guide alone. */
        AS_SET,
        /** A command of its own; a run follows. */
        ASKED,
        /** The same, and the run ends with the calibration. */
        ONLY
    }

    /**
     * What it works with.
     *
     * @param opened the source itself
     * @param felt the same with its profiles and channels
     * @param page null without one
     * @param answers a virtual runner tells itself what it felt, since nobody else can
     * @param runner what is known of who runs
     */
    record Around(
            Settings settings,
            Source opened,
            Source felt,
            @Nullable PageSeat page,
            Clock clock,
            boolean answers,
            Acquaintance runner) {
        /** Of somebody of whom nothing is known. */
        Around(Settings settings, Source opened, Source felt, @Nullable PageSeat page, Clock clock, boolean answers) {
            this(settings, opened, felt, page, clock, answers, Acquaintance.NONE);
        }
    }

    /**
     * What is known of a runner with a history here.
     *
     * @param memory choices of earlier runs; null: those that this machine remembers
     * @param next what the last run planned for this one, or null
     * @param asked what it asked for, also where that is no run; or null
     */
    record Acquaintance(
            @Nullable Remembered memory,
            @Nullable NextRun next,
            @Nullable NextRun asked) {
        static final Acquaintance NONE = new Acquaintance(null, null, null);
    }

    private final Around around;
    private final GuidedSource source;
    private final GuideSeat seat;
    private final @Nullable Guide guide;
    private final boolean json;

    private GuidedStart(Around around, @Nullable Guide guide, GuideSeat seat, GuidedSource source) {
        this.around = around;
        this.guide = guide;
        this.seat = seat;
        this.source = source;
        json = around.settings().get(Keys.RUN_JSON);
    }

    /** Asked for by name, whoever is there: a virtual runner is then one who does as told. */
    static boolean isCertain(Wish wish, Settings settings) throws Failure {
        GuideStart set = settings.get(Keys.RUN_GUIDE);
        boolean certain = wish != Wish.AS_SET || (set != GuideStart.AUTO && set != GuideStart.NONE);
        if (certain && settings.get(Keys.RUN_SOURCE) instanceof RunSource.Replay) {
            throw new Failure(
                    ExitCode.BAD_CONFIGURATION,
                    settings.origin(Keys.RUN_SOURCE)
                            + ": a recording cannot be led, expected a source that measures now, or run.guide=none");
        }
        return certain;
    }

    /**
     * The start and check-ins that are wanted, or null for a run without either.
     *
     * @throws Failure when a start was asked for and nobody can be led
     */
    static @Nullable GuidedStart of(Wish wish, Around around, AppliedProfiles applied) throws Failure {
        boolean simulated = around.opened().clip().info().simulated();
        Remembered known = around.runner().memory();
        return of(
                wish,
                around,
                applied,
                simulated ? new OfThisRun() : known == null ? ofGuests(around.settings()) : known);
    }

    /** The same with choices remembered elsewhere. */
    static @Nullable GuidedStart of(Wish wish, Around around, AppliedProfiles applied, Remembered remembered)
            throws Failure {
        Settings settings = around.settings();
        boolean hands = Boolean.getBoolean("holdline.stdin.tty") || around.page() != null;
        boolean certain = isCertain(wish, settings);
        boolean auto = settings.get(Keys.RUN_GUIDE) == GuideStart.AUTO
                && around.opened().isLive()
                && hands;
        int everyMin =
                settings.get(Keys.RUN_SOURCE) instanceof RunSource.Replay ? 0 : settings.get(Keys.RUN_CHECKIN_MIN);
        NextRun next = around.runner().asked();
        if (!certain && !auto && everyMin == 0 && next == null) {
            return null;
        }
        VirtualClip runner = certain && around.opened().clip() instanceof VirtualClip clip ? clip : null;
        if (certain && !hands && runner == null) {
            throw new Failure(
                    ExitCode.BAD_CONFIGURATION,
                    settings.origin(Keys.RUN_GUIDE)
                            + ": a guided start needs somebody to lead, expected a terminal or --page");
        }
        GuidedSource source = new GuidedSource(around.felt());
        RandomGenerator chance =
                runner == null ? RandomGenerator.getDefault() : new SplittableRandom(settings.get(Keys.RUN_SEED));
        Guide guide = null;
        if (certain || auto) {
            Memory memory = remembered.recall();
            guide = new Guide(params(wish, around, applied), memory, chance);
            source.atLeast(memory.feltMs());
        }
        VirtualFollower follower =
                runner == null ? null : new VirtualFollower(runner, VIRTUAL_KMH, !hands, around.answers());
        GuideSeat seat = new GuideSeat(new GuideSeat.Wiring(
                guide,
                everyMin == 0 ? null : new CheckIns(everyMin, chance),
                next,
                source,
                remembered,
                follower,
                around.clock()));
        if (around.page() != null) {
            around.page().attach(seat);
        }
        return new GuidedStart(around, guide, seat, source);
    }

    /** The next guest may be somebody else: plan and speed of the last one are offered, note and felt check are everybody's own. */
    private static Remembered ofGuests(Settings settings) {
        if (!settings.get(Keys.SESSION_KEEP)) {
            return new OfThisRun();
        }
        Remembered file = file(settings);
        return new Remembered() {
            @Override
            public Memory recall() {
                return file.recall().ofSomebody();
            }

            @Override
            public void keep(Memory memory) {
                file.keep(memory.ofSomebody());
            }
        };
    }

    private static Remembered file(Settings settings) {
        return new RememberedFile(
                StateFolder.of(settings, System.getenv()), text -> System.err.println("holdline: warning: " + text));
    }

    private static GuideParams params(Wish wish, Around around, AppliedProfiles applied) {
        Settings settings = around.settings();
        boolean motor = settings.get(Keys.CUE_CHANNELS).has(CueChannels.Channel.MOTOR)
                && around.felt().parts().stream()
                        .noneMatch(part ->
                                part.part().equals("motor") && part.state().equals("absent"));
        return new GuideParams(
                kind(settings.get(Keys.RUN_GUIDE)),
                around.felt().clip().info().placement(),
                !applied.params().posture().stored().isEmpty(),
                motor
                        ? GuideParams.strengths(
                                settings.get(Keys.CUE_MIN_PULSE_MS), settings.get(Keys.CUE_MAX_PULSE_MS))
                        : List.of(),
                wish == Wish.ONLY,
                around.runner().next() == null ? null : around.runner().next().plan());
    }

    private static @Nullable GuideKind kind(GuideStart set) {
        return switch (set) {
            case QUICK -> GuideKind.QUICK;
            case FULL -> GuideKind.FULL;
            case RETURNING -> GuideKind.RETURNING;
            case AUTO, NONE -> null;
        };
    }

    GuideSeat seat() {
        return seat;
    }

    /** What the run is fed by. */
    GuidedSource source() {
        return source;
    }

    /**
     * Lets plan and speed be chosen. Meanwhile the clip is polled and its samples go nowhere, so that none of them is old when the
     * run begins.
     *
     * @return false when somebody has given up, or the source has ended
     */
    boolean choose(View view, Pace pace) throws IOException {
        PageSeat page = around.page();
        if (page != null && seat.isChoosing()) {
            // Who is to choose on it must find it first.
            view.page(page.links());
        }
        Sample sample = new Sample();
        while (seat.isChoosing()) {
            switch (source.clip().poll(sample)) {
                case SAMPLE -> {
                    pace.await(sample.timeUs, seat::isGivenUp);
                    seat.before(sample);
                }
                case NOTHING -> {
                    seat.hands();
                    around.clock().park(NOTHING_NS);
                }
                case END -> {
                    return false;
                }
            }
            tell(view);
            if (seat.isGivenUp()) {
                return false;
            }
        }
        Plan plan = guide == null ? null : guide.plan();
        if (plan != null) {
            source.plan(plan);
            if (around.page() != null) {
                around.page().plan(plan);
            }
        }
        return true;
    }

    /** JSON lines wait: the line that starts a run comes first. */
    private void tell(View view) throws IOException {
        if (!json) {
            for (Map<String, Object> line : seat.takeLines()) {
                view.guide(line);
            }
        }
        if (around.page() != null) {
            around.page().lobby(source);
        }
    }

    /** Of a simulated run nothing is remembered: the next person is no acquaintance of its runner. */
    private static final class OfThisRun implements Remembered {
        private Memory memory = Memory.fresh();

        @Override
        public Memory recall() {
            return memory;
        }

        @Override
        public void keep(Memory kept) {
            memory = kept;
        }
    }
}
