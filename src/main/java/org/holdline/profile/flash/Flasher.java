package org.holdline.profile.flash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.holdline.clock.Clock;
import org.holdline.link.wire.Codes.CalState;
import org.holdline.link.wire.Protocol;
import org.holdline.profile.DeviceForm;
import org.holdline.profile.form.Filled;
import org.holdline.profile.form.FormWriter;
import org.holdline.profile.image.ImageException;
import org.holdline.profile.image.ImageHeader;
import org.holdline.profile.image.ImageLayout;
import org.holdline.profile.image.ImageReader;

/**
 * Plans and carries out what is done to the profiles of one holder. What was planned is done to what the plan has seen, or
 * not at all; whatever breaks in between leaves the old profile or the new one.
 *
 * <p>One thread.
 */
public final class Flasher {
    private static final long MS = 1_000_000;
    private static final int MAX_RESTARTS = 4;

    private final ProfileHolder holder;
    private final Clock clock;
    private final Watcher watcher;

    /**
     * How to write.
     *
     * @param key of the clip, when it has one
     * @param waitMs how long somebody may take to the button
     * @param confirm whether to put it in force for good at once
     */
    public record Options(Optional<ProfileKey> key, long waitMs, boolean confirm) {}

    /** Something that a restart of the clip may interrupt, and that looks at the clip first. */
    @FunctionalInterface
    private interface Work<R> {
        R carryOut() throws FlashException;
    }

    public Flasher(ProfileHolder holder, Clock clock, Watcher watcher) {
        this.holder = holder;
        this.clock = clock;
        this.watcher = watcher;
    }

    /** What it holds. */
    public Holding look() throws FlashException {
        return again(holder::look);
    }

    /** The image in a slot. */
    public byte[] image(int slot) throws FlashException {
        return again(() -> holder.image(slot));
    }

    /**
     * What has to be done so that the holder has this profile.
     *
     * @throws FlashException when it must not be written there
     */
    public FlashPlan plan(Wanted wanted) throws FlashException {
        return again(() -> planned(wanted));
    }

    private FlashPlan planned(Wanted wanted) throws FlashException {
        Holding now = holder.look();
        require(
                now.device().isUnnamed() || wanted.serial().equals(now.device().serial()),
                Refusal.SERIAL,
                "it is for " + wanted.serial() + ", the clip is " + now.device().serial());
        Fit.check(wanted.profile(), now.device());
        require(!now.power().streaming(), Refusal.STREAMING, "");
        Optional<byte[]> held = held(now);
        List<String> changes = difference(held, wanted.profile());
        if (held.isPresent() && wanted.isSameAs(held.get())) {
            FlashPlan.Goal goal = now.isOnTrial() ? FlashPlan.Goal.CONFIRM : FlashPlan.Goal.NOTHING;
            return new FlashPlan(goal, now, wanted, now.generation(), now.crc(), changes);
        }
        require(
                !now.isOnTrial(),
                Refusal.ON_TRIAL,
                now.inForce().map(Holding.Slot::text).orElse(""));
        require(now.generation() < ImageLayout.MAX_GENERATION, Refusal.GENERATION, "");
        require(
                !now.power().isLow(Protocol.CAL_MIN_BATTERY_PCT),
                Refusal.BATTERY_LOW,
                now.power().percent() + " %, expected at least " + Protocol.CAL_MIN_BATTERY_PCT + " or a charger");
        long generation = now.generation() + 1;
        FlashPlan plan = new FlashPlan(FlashPlan.Goal.WRITE, now, wanted, generation, wanted.bodyCrc(), changes);
        require(
                !now.isWriting() || isOurs(now, plan),
                Refusal.UNFINISHED,
                "generation " + now.writing().generation());
        return plan;
    }

    private Optional<byte[]> held(Holding now) throws FlashException {
        return now.active().isPresent() ? Optional.of(holder.image(now.active().get())) : Optional.empty();
    }

    private static List<String> difference(Optional<byte[]> before, Filled after) throws FlashException {
        try {
            return FormWriter.difference(
                    before.isPresent() ? ImageReader.profile(before.get()) : new Filled(DeviceForm.FORM), after);
        } catch (ImageException e) {
            throw new FlashException(Refusal.INVALID, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Keeps what both slots hold.
     *
     * @return the files
     */
    public List<Path> backUp(Backups backups) throws FlashException {
        List<Path> files = again(() -> backedUp(backups));
        watcher.step(Watcher.Step.BACKED_UP);
        return files;
    }

    private List<Path> backedUp(Backups backups) throws FlashException {
        List<Path> files = new ArrayList<>();
        for (Holding.Slot slot : holder.look().slots()) {
            if (slot.imageBytes() > 0) {
                byte[] image = holder.image(slot.index());
                ImageHeader header = Wanted.header(image);
                require(
                        header.generation() == slot.generation() && header.bodyCrc() == slot.crc(),
                        Refusal.MISMATCH,
                        slot.text());
                try {
                    files.add(backups.keep(image, header));
                } catch (IOException e) {
                    throw new FlashException(Refusal.BACKUP, String.valueOf(e.getMessage()), e);
                }
            }
        }
        return files;
    }

    /**
     * Writes what was planned.
     *
     * @return what the holder holds then: the profile on trial, or confirmed
     */
    public Holding flash(FlashPlan plan, Options options) throws FlashException {
        require(
                plan.goal() != FlashPlan.Goal.WRITE
                        || !plan.before().needsKey()
                        || options.key().isPresent(),
                Refusal.KEY_NEEDED,
                "");
        return again(
                () -> plan.goal() == FlashPlan.Goal.WRITE ? flashed(plan, options) : kept(plan, options.confirm()));
    }

    private Holding kept(FlashPlan plan, boolean confirm) throws FlashException {
        return confirm ? confirmed(plan.generation(), plan.crc()) : holder.look();
    }

    private Holding flashed(FlashPlan plan, Options options) throws FlashException {
        Holding now = holder.look();
        if (!now.holds(plan.generation(), plan.crc())) {
            if (!isOurs(now, plan)) {
                mayBegin(now, plan.before());
                awaitWindow(now, options.waitMs());
            }
            watcher.step(Watcher.Step.WRITE);
            holder.write(
                    plan.image(),
                    new ProfileHolder.Terms(
                            plan.before().generation(), plan.before().crc(), options.key()),
                    watcher);
            now = holder.look();
            require(now.isOnTrial() && now.holds(plan.generation(), plan.crc()), Refusal.MISMATCH, now.text());
        }
        if (now.isOnTrial()) {
            watcher.step(Watcher.Step.TRIAL);
        }
        return now.isOnTrial() && options.confirm() ? confirmed(plan.generation(), plan.crc()) : now;
    }

    private static boolean isOurs(Holding now, FlashPlan plan) {
        return now.isWriting()
                && now.writing().generation() == plan.generation()
                && now.writing().crc() == plan.crc();
    }

    private static void mayBegin(Holding now, Holding before) throws FlashException {
        require(
                !now.isOnTrial(),
                Refusal.ON_TRIAL,
                now.inForce().map(Holding.Slot::text).orElse(""));
        require(
                !now.isWriting(),
                Refusal.UNFINISHED,
                "generation " + now.writing().generation());
        require(
                now.generation() == before.generation() && now.crc() == before.crc(),
                Refusal.CONFLICT,
                now.inForce().map(Holding.Slot::text).orElse("none is in force"));
    }

    private void awaitWindow(Holding first, long waitMs) throws FlashException {
        Holding now = first;
        long startNs = clock.nanoTime();
        if (now.windowS() == 0 && waitMs > 0) {
            watcher.step(Watcher.Step.WINDOW);
        }
        while (now.windowS() == 0) {
            require(clock.nanoTime() - startNs < waitMs * MS, Refusal.WINDOW, "");
            holder.rest();
            now = holder.look();
        }
    }

    /** Puts the profile on trial in force for good; one that is in force already stays so. */
    public Holding confirm(long generation, int crc) throws FlashException {
        return again(() -> confirmed(generation, crc));
    }

    private Holding confirmed(long generation, int crc) throws FlashException {
        Holding now = holder.look();
        require(now.holds(generation, crc), Refusal.NOTHING_ON_TRIAL, now.text());
        if (now.isOnTrial()) {
            watcher.step(Watcher.Step.CONFIRM);
            holder.confirm(generation, crc);
            now = holder.look();
            require(!now.isOnTrial() && now.holds(generation, crc), Refusal.MISMATCH, now.text());
        }
        return now;
    }

    /** How to get back to the profile before. */
    public BackPlan planBack() throws FlashException {
        return again(this::plannedBack);
    }

    private BackPlan plannedBack() throws FlashException {
        Holding now = holder.look();
        if (now.isWriting()) {
            return new BackPlan(BackPlan.Way.DROP_WRITE, now, now.inForce(), List.of());
        }
        Optional<Holding.Slot> other = Optional.of(now.spare()).filter(Holding.Slot::isConfirmed);
        BackPlan.Way way = now.isOnTrial() ? BackPlan.Way.END_TRIAL : BackPlan.Way.OTHER_SLOT;
        require(now.active().isPresent(), Refusal.NO_PROFILE, "");
        require(way == BackPlan.Way.END_TRIAL || other.isPresent(), Refusal.NO_OTHER, "");
        if (other.isEmpty()) {
            return new BackPlan(way, now, other, List.of());
        }
        Filled after = profile(holder.image(other.get().index()));
        return new BackPlan(way, now, other, difference(held(now), after));
    }

    private static Filled profile(byte[] image) throws FlashException {
        try {
            return ImageReader.profile(image);
        } catch (ImageException e) {
            throw new FlashException(Refusal.INVALID, String.valueOf(e.getMessage()), e);
        }
    }

    /** Goes back as planned. */
    public Holding back(BackPlan plan, long waitMs) throws FlashException {
        return again(() -> wentBack(plan, waitMs));
    }

    private Holding wentBack(BackPlan plan, long waitMs) throws FlashException {
        Holding now = holder.look();
        long generation = plan.to().map(Holding.Slot::generation).orElse(0L);
        int crc = plan.to().map(Holding.Slot::crc).orElse(0);
        boolean there = now.state() == CalState.IDLE && now.generation() == generation && now.crc() == crc;
        if (there) {
            return now;
        }
        boolean sameAsPlanned = now.state() == plan.before().state()
                && now.holds(plan.before().generation(), plan.before().crc());
        require(sameAsPlanned || plan.way() == BackPlan.Way.DROP_WRITE, Refusal.CONFLICT, now.text());
        if (plan.way() == BackPlan.Way.OTHER_SLOT) {
            awaitWindow(now, waitMs);
            holder.rollBack(now.inForce().orElseThrow(), plan.to().orElseThrow());
        } else {
            holder.abort();
        }
        Holding after = holder.look();
        require(
                after.state() == CalState.IDLE && after.generation() == generation && after.crc() == crc,
                Refusal.MISMATCH,
                after.text());
        return after;
    }

    private <R> R again(Work<R> work) throws FlashException {
        for (int restarts = 0; ; restarts++) {
            try {
                return work.carryOut();
            } catch (FlashException e) {
                if (e.refusal() != Refusal.RESTARTED || restarts == MAX_RESTARTS) {
                    throw e;
                }
                watcher.step(Watcher.Step.RESTARTED);
            }
        }
    }

    private static void require(boolean holds, Refusal refusal, String detail) throws FlashException {
        if (!holds) {
            throw new FlashException(refusal, detail);
        }
    }
}
