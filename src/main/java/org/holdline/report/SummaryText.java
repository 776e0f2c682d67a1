package org.holdline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.holdline.posture.MountWay;
import org.holdline.posture.NeutralKind;
import org.holdline.sample.Placement;

/** The summary in the runner's words. Technique feedback only: no angle is called good, bad or anything to fear. */
public final class SummaryText {
    private SummaryText() {}

    /** One sentence on how the deviation lay over the run. */
    public static String sentence(Summary s) {
        String what = what(s.placement());
        if (s.judgedSteps() == 0) {
            return "No step of this run could be judged.";
        }
        String words = switch (s.pattern()) {
            case Pattern.EARLY ->
                s.patterns().getFirst().isEarlyBySteps()
                        ? "Your " + what + " was beyond your band from early on."
                        : "Your " + what + " lay three degrees and more from your neutral in your easy run already.";
            case Pattern.LATE ->
                s.patterns().getFirst().possible()
                        ? "Your " + what
                                + " possibly went beyond your band more often late in the run; without a closing"
                                + " stand of 5 s a clip that crept looks the same."
                        : "Your " + what + " went beyond your band more often late in the run.";
            case Pattern.INTENSITY -> "Your " + what + " was beyond your band mostly in the fast or hard parts.";
            case Pattern.UPRIGHT ->
                "Your trunk was further back than in your neutral for much of the run, without an arch.";
            case Pattern.NONE ->
                "Your " + what + " was within your band in "
                        + Math.round(100 - 100.0 * s.overSteps() / s.judgedSteps())
                        + " % of steps, with no pattern over the run.";
            default -> unknown(s, what);
        };
        return s.neutral().kind() == NeutralKind.AUTOMATIC
                ? words + " Deviations are what changed since your first running minutes; "
                        + (s.placement().isDual() ? "an arch from the start" : "what was there from the start")
                        + " is not seen."
                : words;
    }

    private static String unknown(Summary s, String what) {
        Map<String, Double> evidence = s.patterns().getFirst().evidence();
        if (evidence.containsKey(Pattern.CLIP_MOVED)) {
            return "Your " + what
                    + " went beyond your band more often late in the run, but a clip moved: whether it was you"
                    + " is not known.";
        }
        if (evidence.containsKey(Pattern.BORDERLINE)) {
            return "Your " + what + " lies on the border of a pattern; it is not named.";
        }
        if (s.patterns().getFirst().isWithoutNeutralRun()) {
            return "Without a usable neutral run no early pattern can be named; a full start measures your neutral.";
        }
        Double share = evidence.get(Patterns.WITHOUT_SPEED);
        return share == null
                ? "Too little is known to name a pattern."
                : "Your " + what + " was beyond your band in " + Math.round(100 * share)
                        + " % of steps, neither early nor late; whether the fast parts were behind it could not be"
                        + " told.";
    }

    private static String what(Placement placement) {
        return switch (placement) {
            case SACRAL -> "pelvic tilt";
            case THORACOLUMBAR -> "trunk deviation";
            case DUAL -> "lumbar arch (estimate, +-4 deg)";
        };
    }

    /** What a reader of the cue count must know where one IMU sits at the sacrum; empty elsewhere. */
    private static String readings(Summary s) {
        if (s.placement() != Placement.SACRAL) {
            return "";
        }
        return s.cues() == 0
                ? "; one IMU at the sacrum cannot tell a hollow back from a lean, so it shows and does not cue"
                : "; each for a hollow back or a lean, which read alike at the sacrum";
    }

    /** What is to be known of the neutral besides where it came from. */
    private static Optional<String> neutral(Summary s) {
        Summary.Basis basis = s.neutral().basis();
        String drill = switch (basis.drill().outcome()) {
            case NONE -> "";
            case GOOD ->
                String.format(
                        Locale.ROOT,
                        "; the drill's range is %.1f deg",
                        basis.drill().rangeDeg());
            case FEW -> "; drill refused: fewer than three movements";
            case SMALL -> "; drill refused: the range is below 6 deg";
            case FAST -> "; drill refused: too fast";
            case UNEVEN -> "; drill refused: the ends differ too much";
            case NO_MIDDLE -> "; drill refused: no rest in the middle";
        };
        String check = switch (basis.check()) {
            case NONE, ALONE -> "";
            case NOT_TOLD_APART -> "; we could not tell your neutral from your usual posture";
            case TOLD_APART ->
                String.format(
                        Locale.ROOT,
                        "; your easy run was %+.1f deg from it (+-%.1f)",
                        s.neutral().baselineOffsetDeg(),
                        basis.offsetNoiseDeg());
            case OVER_TUCKED -> "; your neutral run was tucked too far and is not used";
        };
        String both = check + drill;
        return both.isEmpty() ? Optional.empty() : Optional.of("             " + both.substring(2));
    }

    private static Optional<String> mounting(Summary s) {
        Summary.Mounting mounting = s.mounting();
        StringBuilder text = new StringBuilder();
        if (mounting.swapped()) {
            text.append("the two clips are swapped; read the other way round");
        }
        if (mounting.lower() != MountWay.AS_ASKED) {
            text.append(text.isEmpty() ? "" : "; ").append("lower clip worn ").append(spoken(mounting.lower()));
        }
        if (s.placement().isDual() && mounting.upper() != MountWay.AS_ASKED) {
            text.append(text.isEmpty() ? "" : "; ").append("upper clip worn ").append(spoken(mounting.upper()));
        }
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of("  mounting   " + text + (mounting.asAsked() ? " (put right by the bends)" : ""));
    }

    private static String spoken(MountWay way) {
        return way.word().replace('_', ' ');
    }

    /** What the stands say of the clips; nothing where nobody stood and nothing turned. */
    private static Optional<String> clip(Summary.Clip clip) {
        if (clip.stands() == 0 && clip.jumps() == 0) {
            return Optional.empty();
        }
        String stand = clip.largestShiftDeg() == null
                ? "no later stand to compare"
                : clip.moved()
                        ? String.format(
                                Locale.ROOT,
                                "clip moved, up to %+.1f deg from the opening stand",
                                clip.largestShiftDeg())
                        : String.format(
                                Locale.ROOT, "within %.1f deg of the opening stand", Math.abs(clip.largestShiftDeg()));
        String turns = clip.jumps() == 0 ? "" : ", " + clip.jumps() + " sudden turns while running";
        return Optional.of("  clip       " + stand + turns + (clip.closingStand() ? "" : "; no closing stand"));
    }

    /** The closing lines of a run. */
    public static List<String> lines(Summary s) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "Run of %d:%02d%s",
                Math.round(s.durationS()) / 60,
                Math.round(s.durationS()) % 60,
                s.simulated() ? " (simulated)" : ""));
        lines.add(String.format(
                Locale.ROOT,
                "  steps      %d, %d of them running%s",
                s.steps(),
                s.runningSteps(),
                s.cadenceSpm() == null ? "" : String.format(Locale.ROOT, ", %.0f per minute", s.cadenceSpm())));
        gait(s, lines);
        lines.add(String.format(
                Locale.ROOT,
                "  neutral    %s, from %d steps; your band is +-%.1f deg",
                switch (s.neutral().kind()) {
                    case NONE -> "not found";
                    case DRILL -> "from your neutral run";
                    case STANDING -> "from your stand and your neutral's offset";
                    case AUTOMATIC -> "from your first running minutes";
                },
                s.neutral().steps(),
                s.neutral().thresholdDeg()));
        neutral(s).ifPresent(lines::add);
        sensors(s.sensors()).ifPresent(lines::add);
        mounting(s).ifPresent(lines::add);
        clip(s.clip()).ifPresent(lines::add);
        if (s.judgedSteps() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  beyond it  %d of %d steps (%.0f %%), confidence %d of 100",
                    s.overSteps(),
                    s.judgedSteps(),
                    100.0 * s.overSteps() / s.judgedSteps(),
                    s.medianConfidence()));
        }
        lines.add(String.format(
                Locale.ROOT, "  cues       %d given, %d held back%s", s.cues(), s.suppressedCount(), readings(s)));
        fading(s).ifPresent(lines::add);
        checkIns(s).ifPresent(lines::add);
        lines.add(String.format(
                Locale.ROOT,
                "  signal     %d samples, %d gaps (%d missing), %d stuck, %d at full scale",
                s.samples(),
                s.gaps(),
                s.missingSamples(),
                s.stuckSamples(),
                s.saturatedSamples()));
        lines.add("  " + sentence(s));
        return lines;
    }

    /** What the runner is to expect of the next run, before it happens; nothing where no stage was told. */
    private static Optional<String> fading(Summary s) {
        Retention.Decision decision = s.retention();
        if (decision == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (decision.change()) {
                    case STAYS ->
                        String.format(
                                Locale.ROOT,
                                "  fading     stage %d stays: %d %% of the due cues next time",
                                decision.stage(),
                                decision.givenPct());
                    case ON ->
                        String.format(
                                Locale.ROOT,
                                "  fading     more was kept without cues: %d %% of the due ones next time",
                                decision.givenPct());
                    case BACK ->
                        String.format(
                                Locale.ROOT,
                                "  fading     less was kept without cues: %d %% of the due ones next time",
                                decision.givenPct());
                });
    }

    /** How well the runner felt what the clip saw; nothing where nobody was asked. */
    private static Optional<String> checkIns(Summary s) {
        Summary.CheckIns checkIns = s.checkIns();
        if (checkIns == null) {
            return Optional.empty();
        }
        Awareness awareness = checkIns.awareness();
        return Optional.of(String.format(
                        Locale.ROOT,
                        "  check-ins  %d asked, %d answered before the clip was shown, %d of them as the clip had it",
                        checkIns.asked(),
                        awareness.answers(),
                        awareness.agreed())
                + (awareness.isKnown()
                        ? String.format(
                                Locale.ROOT,
                                "; agreement beyond chance %.2f (+-%.2f)",
                                awareness.kappa(),
                                awareness.halfWidth())
                        : "; not enough to tell agreement beyond chance"));
    }

    /** Nothing where the clip keeps no profile and none was given. */
    private static Optional<String> sensors(Summary.Sensors sensors) {
        String cold = sensors.withoutTemperature() == 0
                ? ""
                : "; " + sensors.withoutTemperature() + " samples without the temperature that the zero rate goes by";
        return switch (sensors.calibration()) {
            case NOMINAL -> Optional.empty();
            case PROFILE -> Optional.of("  clip       calibrated by its profile" + cold);
            case MISSING -> Optional.of("  not cueing: the clip keeps no calibration profile");
            case INVALID -> Optional.of("  not cueing: the clip keeps no valid calibration profile");
            case UNCALIBRATED ->
                Optional.of("  clip       no valid calibration profile; cued all the same, as asked for");
        };
    }

    private static void gait(Summary s, List<String> lines) {
        Summary.Gait gait = s.gait();
        if (s.contactMs() != null && gait.contactErrorMs() != null) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  contact    %.0f ms (+-%.0f)%s%s",
                    s.contactMs(),
                    gait.contactErrorMs(),
                    gait.stanceG() == null ? "" : String.format(Locale.ROOT, ", %.2f g in the mean", gait.stanceG()),
                    gait.riseMm() == null ? "" : String.format(Locale.ROOT, "; up and down %.0f mm", gait.riseMm())));
        }
        String lower = s.placement() == Placement.THORACOLUMBAR ? "trunk" : "pelvis";
        sway(lower, gait.lower(), lines);
        sway("trunk", gait.trunk(), lines);
        if (gait.phaseDeg() != null) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  together   pelvis and trunk turn %.0f deg of a stride apart; 0 is with, 180 against each other",
                    Math.abs(gait.phaseDeg())));
        }
    }

    private static void sway(String part, Summary.Sway sway, List<String> lines) {
        Double tilt = sway.tiltDeg();
        Double obliquity = sway.obliquityDeg();
        Double rotation = sway.rotationDeg();
        if (tilt != null && obliquity != null && rotation != null) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-11s%.1f deg tilt, %.1f drop, %.1f turn within a stride",
                    part,
                    tilt,
                    obliquity,
                    rotation));
        }
    }
}
