package org.holdline.profile.flash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.holdline.clock.Clock;

/**
 * Many clips at a time. A clip that holds its profile already is left alone, so the same call again goes on with the rest.
 * After some failures that nobody expects no further clip is begun.
 */
public final class Fleet {
    /** A port that a clip may be on. */
    public interface Berth {
        String name();

        /** Name of the lock that keeps other programs away. */
        String lock();

        /** The clip there; opened now or with its first call. */
        ProfileHolder holder() throws FlashException;

        /** What this berth's waits are measured with. */
        Clock clock();
    }

    /**
     * How to write.
     *
     * @param waitMs how long somebody may take to each button
     * @param confirm whether to put each in force for good at once
     * @param keys by serial number, of the clips that have one
     * @param write false to plan only
     * @param mayFail unexpected failures after which nothing more is begun
     */
    public record Options(long waitMs, boolean confirm, Map<String, ProfileKey> keys, boolean write, int mayFail) {}

    private final Map<String, Wanted> manifest;
    private final Options options;
    private final Locks locks;
    private final Backups backups;
    private final Consumer<FleetLine> report;

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();

    /**
     * A fleet.
     *
     * @param manifest serial number to profile
     * @param report hears a line a clip, from any thread, one at a time
     */
    public Fleet(
            Map<String, Wanted> manifest, Options options, Locks locks, Backups backups, Consumer<FleetLine> report) {
        this.manifest = manifest;
        this.options = options;
        this.locks = locks;
        this.backups = backups;
        this.report = report;
    }

    /**
     * Works on the clips at these berths.
     *
     * @param workers as many clips are worked on at a time as it has threads
     * @return a line for each clip and each port without one
     */
    public List<FleetLine> run(List<Berth> berths, ExecutorService workers) throws InterruptedException {
        List<Future<FleetLine>> jobs = new ArrayList<>();
        for (Berth berth : berths) {
            jobs.add(workers.submit(() -> told(workOn(berth))));
        }
        List<FleetLine> lines = new ArrayList<>();
        for (Future<FleetLine> job : jobs) {
            try {
                lines.add(job.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a clip's work ended without a word", e.getCause());
            }
        }
        for (String serial : manifest.keySet()) {
            if (!seen.contains(serial)) {
                lines.add(told(new FleetLine(
                        serial,
                        "",
                        FleetLine.Result.ABSENT,
                        "on none of the ports",
                        "switch it on, then the same command again")));
            }
        }
        return lines;
    }

    private synchronized FleetLine told(FleetLine line) {
        report.accept(line);
        return line;
    }

    private FleetLine workOn(Berth berth) {
        String[] serial = {""};
        try (Locks.Held _ = locks.take(berth.lock());
                ProfileHolder holder = berth.holder()) {
            return workOn(berth, holder, serial);
        } catch (FlashException e) {
            boolean unexpected = e.refusal().isUnexpected();
            if (unexpected) {
                failures.incrementAndGet();
            }
            return new FleetLine(
                    serial[0],
                    berth.name(),
                    unexpected ? FleetLine.Result.FAILED : FleetLine.Result.REFUSED,
                    e.text(),
                    e.refusal().next());
        }
    }

    private FleetLine workOn(Berth berth, ProfileHolder holder, String[] serial) throws FlashException {
        Flasher flasher = new Flasher(holder, berth.clock(), Watcher.NOBODY);
        serial[0] = flasher.look().device().serial();
        Wanted wanted = manifest.get(serial[0]);
        if (wanted == null) {
            return new FleetLine(serial[0], berth.name(), FleetLine.Result.FOREIGN, "not in the manifest", "");
        }
        if (!seen.add(serial[0])) {
            throw new FlashException(Refusal.PORT_BUSY, "clip " + serial[0] + " answers on two ports");
        }
        try (Locks.Held _ = locks.take("clip " + serial[0])) {
            if (failures.get() >= options.mayFail()) {
                return new FleetLine(
                        serial[0],
                        berth.name(),
                        FleetLine.Result.NOT_STARTED,
                        options.mayFail() + " clips have failed",
                        "look at those, then the same command again");
            }
            return write(berth, flasher, wanted);
        }
    }

    private FleetLine write(Berth berth, Flasher flasher, Wanted wanted) throws FlashException {
        FlashPlan plan = flasher.plan(wanted);
        boolean fine =
                plan.goal() == FlashPlan.Goal.NOTHING || (plan.goal() == FlashPlan.Goal.CONFIRM && !options.confirm());
        if (fine) {
            return line(
                    berth,
                    wanted,
                    plan.before().isOnTrial() ? FleetLine.Result.ON_TRIAL : FleetLine.Result.UNCHANGED,
                    plan.before());
        }
        if (!options.write()) {
            return new FleetLine(
                    wanted.serial(),
                    berth.name(),
                    FleetLine.Result.PLANNED,
                    "generation " + plan.before().generation() + " to " + plan.generation() + ", "
                            + plan.changes().size() + " values differ",
                    "the same command with --yes");
        }
        flasher.backUp(backups);
        Holding after = flasher.flash(
                plan,
                new Flasher.Options(
                        Optional.ofNullable(options.keys().get(wanted.serial())), options.waitMs(), options.confirm()));
        return line(berth, wanted, after.isOnTrial() ? FleetLine.Result.ON_TRIAL : FleetLine.Result.CONFIRMED, after);
    }

    private static FleetLine line(Berth berth, Wanted wanted, FleetLine.Result result, Holding holding) {
        return new FleetLine(
                wanted.serial(),
                berth.name(),
                result,
                holding.text(),
                holding.isOnTrial() ? "holdline profile confirm --port " + berth.name() + " --yes" : "");
    }
}
