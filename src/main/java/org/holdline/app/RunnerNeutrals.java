package org.holdline.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdline.profile.RunnerForm;
import org.holdline.profile.form.Filled;
import org.holdline.sample.Placement;
import org.holdline.session.store.KeptNeutral;
import org.jspecify.annotations.Nullable;

/**
 * The running neutrals that a runner's earlier runs left, as the tables of a runner profile: a run goes by them as by those of a
 * file, and a recording of it holds them in the same way.
 */
final class RunnerNeutrals {
    /** An older one is not used: so long the way a person runs is taken to stay. */
    private static final int MAX_DAYS = 90;

    private static final String NEUTRAL = "neutral";

    // Of the form's belt.
    private static final double MIN_KMH = 4;
    private static final double MAX_KMH = 25;
    private static final double MIN_PCT = -5;
    private static final double MAX_PCT = 20;

    /** A guest's, and whose history cannot be read. */
    static final RunnerNeutrals NONE = new RunnerNeutrals("", List.of());

    private final String runner;
    private final List<KeptNeutral> known;

    /** @param known newest first */
    RunnerNeutrals(String runner, List<KeptNeutral> known) {
        this.runner = runner;
        this.known = List.copyOf(known);
    }

    /** Those of a placement that may be used at an instant. */
    List<KeptNeutral> usable(Placement placement, Instant now) {
        return known.stream()
                .filter(neutral -> neutral.placement() == placement && !isOld(neutral, now) && hasBelt(neutral))
                .toList();
    }

    /** Of the newest that may be used; null where there is none. */
    @Nullable
    Placement newest(Instant now) {
        return known.stream()
                .filter(neutral -> !isOld(neutral, now) && hasBelt(neutral))
                .map(KeptNeutral::placement)
                .findFirst()
                .orElse(null);
    }

    private static boolean isOld(KeptNeutral neutral, Instant now) {
        return Duration.between(neutral.measuredAt(), now).toDays() >= MAX_DAYS;
    }

    /** A neutral is one of a speed: where nobody said it, it is none of any run. */
    private static boolean hasBelt(KeptNeutral neutral) {
        Double kmh = neutral.offset().speedKmh();
        Double pct = neutral.offset().inclinePct();
        return kmh != null && kmh >= MIN_KMH && kmh <= MAX_KMH && (pct == null || (pct >= MIN_PCT && pct <= MAX_PCT));
    }

    /** Why some of a placement are left out; nothing where none is. */
    List<String> leftOut(Placement placement, Instant now) {
        List<KeptNeutral> placed = known.stream()
                .filter(neutral -> neutral.placement() == placement)
                .toList();
        int old = (int) placed.stream().filter(neutral -> isOld(neutral, now)).count();
        int unplaced = placed.size() - old - usable(placement, now).size();
        List<String> lines = new ArrayList<>();
        if (old > 0) {
            lines.add(counted(old) + " of " + runner + " not used: " + MAX_DAYS + " days old and more");
        }
        if (unplaced > 0) {
            lines.add(counted(unplaced) + " of " + runner + " not used: at no belt speed that is known");
        }
        return lines;
    }

    static String counted(int count) {
        return KeptSessions.counted(count, "running neutral");
    }

    /**
     * Puts them where a runner profile's neutrals are looked for; those of a file win.
     *
     * @return what a person is to know of it, a line each
     */
    List<String> into(ProfileChoice chosen, Placement placement, Instant now) {
        List<String> lines = new ArrayList<>(leftOut(placement, now));
        List<KeptNeutral> usable = usable(placement, now);
        ProfileChoice.Given given = chosen.of(ProfileChoice.RUNNER);
        if (usable.isEmpty()) {
            return lines;
        }
        if (given != null && given.profile().has(NEUTRAL)) {
            lines.add("the running neutrals of " + given.where() + " are used, not the " + usable.size() + " of "
                    + runner + "'s kept runs");
        } else if (given != null) {
            fill(given.profile(), usable);
            chosen.give(
                    ProfileChoice.RUNNER,
                    new ProfileChoice.Given(given.profile(), given.where() + ", neutrals of kept runs"));
        } else {
            chosen.give(
                    ProfileChoice.RUNNER, new ProfileChoice.Given(profile(placement, now), "kept runs of " + runner));
        }
        return lines;
    }

    /** A runner profile that holds them and nothing else. */
    Filled profile(Placement placement, Instant now) {
        Filled filled = new Filled(RunnerForm.FORM);
        Map<String, Object> top = filled.add("");
        top.put("version", 1L);
        top.put("kind", RunnerForm.FORM.kind());
        // A pseudonym in a file is one word.
        top.put("pseudonym", runner.replace(' ', '-'));
        top.put("placement", placement.word());
        fill(filled, usable(placement, now));
        return filled;
    }

    private static void fill(Filled filled, List<KeptNeutral> neutrals) {
        for (KeptNeutral neutral : neutrals) {
            Double kmh = neutral.offset().speedKmh();
            Double pct = neutral.offset().inclinePct();
            Map<String, Object> table = filled.add(NEUTRAL);
            table.put("speed_kmh", Math.round(10 * (kmh == null ? 0 : kmh)));
            table.put("incline_percent", Math.round(10 * (pct == null ? 0 : pct)));
            table.put("offset_deg", Math.round(1000 * neutral.offset().offsetDeg()));
            table.put("noise_deg", Math.round(1000 * neutral.offset().spreadDeg()));
            table.put("source", "drill");
            table.put("measured", neutral.measuredAt().getEpochSecond());
        }
    }
}
