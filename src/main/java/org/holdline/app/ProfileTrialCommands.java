package org.holdline.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.holdline.link.wire.Codes.SlotState;
import org.holdline.profile.flash.BackPlan;
import org.holdline.profile.flash.FlashException;
import org.holdline.profile.flash.Holding;
import org.holdline.profile.flash.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code holdline profile confirm | rollback}: forward from a trial, or back. */
final class ProfileTrialCommands {
    private static final String NOT_WRITTEN = "Nothing was written; --yes writes.";

    private ProfileTrialCommands() {}

    /** Keeps what is on trial. */
    @Command(
            name = "confirm",
            mixinStandardHelpOptions = true,
            description = "Keeps the profile that is on trial for good. Needs no button: the flash needed one.")
    static final class Confirm implements Callable<Integer> {
        @Mixin
        private final ProfilePort port = new ProfilePort();

        @Mixin
        private final ProfileFlags.Writing writing = new ProfileFlags.Writing();

        @Override
        public Integer call() throws Failure, IOException {
            return port.with("profile confirm", true, this::carryOut);
        }

        private void carryOut(ProfilePort.Bench bench) throws FlashException, IOException {
            Holding now = bench.flasher().look();
            if (!now.isOnTrial()) {
                nothingOnTrial(bench, now);
                return;
            }
            Map<String, Object> values = ProfileReport.object(now);
            values.put("writes", writing.isMeant());
            List<String> lines = new ArrayList<>();
            lines.add("clip  " + now.device().serial());
            lines.add("from  " + now.text());
            lines.add("to    the same, for good");
            if (!writing.isMeant()) {
                lines.add(NOT_WRITTEN);
            }
            bench.report().say("plan", values, lines);
            if (writing.isMeant()) {
                Holding after = bench.flasher().confirm(now.generation(), now.crc());
                bench.report()
                        .say(
                                "result",
                                ProfileReport.object(after),
                                List.of("clip " + after.device().serial() + ": " + after.text()));
            }
        }

        /** A trial that a restart has ended leaves a newer image behind that nobody confirmed. */
        private static void nothingOnTrial(ProfilePort.Bench bench, Holding now) throws FlashException, IOException {
            Holding.Slot spare = now.spare();
            if (spare.state() == SlotState.UNCONFIRMED && spare.generation() > now.generation()) {
                throw new FlashException(Refusal.NOTHING_ON_TRIAL, "");
            }
            if (now.active().isEmpty()) {
                throw new FlashException(Refusal.NO_PROFILE, "");
            }
            bench.report()
                    .say(
                            "result",
                            ProfileReport.object(now),
                            List.of("clip " + now.device().serial() + ": nothing to do, " + now.text()));
        }
    }

    /** Back to the profile before. */
    @Command(
            name = "rollback",
            mixinStandardHelpOptions = true,
            description = {
                "Puts the profile before in force again.",
                "What goes is the write under way, else the trial, else the confirmed profile in force; the last needs the"
                        + " clip's button."
            })
    static final class Rollback implements Callable<Integer> {
        @Mixin
        private final ProfilePort port = new ProfilePort();

        @Mixin
        private final ProfileFlags.Writing writing = new ProfileFlags.Writing();

        @Override
        public Integer call() throws Failure, IOException {
            return port.with("profile rollback", true, this::carryOut);
        }

        private void carryOut(ProfilePort.Bench bench) throws FlashException, IOException {
            BackPlan plan = bench.flasher().planBack();
            bench.report().say("plan", object(plan), lines(plan));
            if (!writing.isMeant()) {
                return;
            }
            if (plan.way() == BackPlan.Way.OTHER_SLOT) {
                bench.flasher().backUp(bench.backups());
            }
            Holding after = bench.flasher().back(plan, writing.waitMs());
            bench.report()
                    .say(
                            "result",
                            ProfileReport.object(after),
                            List.of("clip " + after.device().serial() + ": " + after.text()));
        }

        private Map<String, Object> object(BackPlan plan) {
            Map<String, Object> values = new LinkedHashMap<>(ProfileReport.object(plan.before()));
            values.put("to_generation", plan.to().map(Holding.Slot::generation).orElse(0L));
            values.put(
                    "to_crc", ProfileReport.crc(plan.to().map(Holding.Slot::crc).orElse(0)));
            values.put("changes", plan.changes());
            values.put("writes", writing.isMeant());
            return values;
        }

        private List<String> lines(BackPlan plan) {
            List<String> lines = new ArrayList<>();
            lines.add("clip  " + plan.before().device().serial());
            lines.add("from  " + plan.before().text());
            lines.add("to    " + plan.to().map(Holding.Slot::text).orElse("no profile"));
            plan.changes().forEach(change -> lines.add("  " + change));
            if (!writing.isMeant()) {
                lines.add(NOT_WRITTEN);
            }
            return lines;
        }
    }
}
