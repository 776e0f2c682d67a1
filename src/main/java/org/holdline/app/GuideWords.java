package org.holdline.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.holdline.guide.Tap;
import org.holdline.text.Language;
import org.holdline.text.Texts;
import org.jspecify.annotations.Nullable;

/** A guided start on a terminal: its lines in words, and what is typed as taps. */
final class GuideWords {
    private static final Texts TEXTS = Texts.of(Language.ENGLISH);

    private static final String INDENT = "          ";

    private GuideWords() {}

    /** What a typed line taps, or null when it is none of the guide's. */
    static @Nullable Tap tap(String word, Map<String, Object> shown) {
        if (shown.get("checkin") instanceof Map<?, ?> values) {
            Said checkIn = new Said(values);
            int value = digit(word);
            if (checkIn.text("state").equals("asked") && value >= 0 && value < 3) {
                return new Tap(checkIn.whole("turn"), "feel", value);
            }
        }
        return shown.get("guide") instanceof Map<?, ?> values ? guideTap(word, new Said(values)) : null;
    }

    private static @Nullable Tap guideTap(String word, Said guide) {
        int turn = guide.whole("turn");
        int choices = guide.list("choices").size();
        if (word.equals("s") && guide.yes("skippable")) {
            return new Tap(turn, "skip", 0);
        }
        boolean first = choices == 1 || guide.text("step").equals("start");
        int value = word.isEmpty() && first ? 0 : digit(word);
        return value >= 0 && value < choices ? new Tap(turn, "choose", value) : null;
    }

    private static int digit(String word) {
        return word.length() == 1 && word.charAt(0) >= '1' && word.charAt(0) <= '9' ? word.charAt(0) - '1' : -1;
    }

    /** Values by name, each of the kind that {@link GuideSeat} put there. */
    private record Said(Map<?, ?> values) {
        Object value(String name) {
            return Objects.requireNonNull(values.get(name), name);
        }

        String text(String name) {
            return (String) value(name);
        }

        int whole(String name) {
            return (Integer) value(name);
        }

        double decimal(String name) {
            return (Double) value(name);
        }

        boolean yes(String name) {
            return (Boolean) value(name);
        }

        List<?> list(String name) {
            return (List<?>) value(name);
        }

        String stamp() {
            long seconds = (Long) value("t_us") / 1_000_000;
            return String.format(Locale.ROOT, "%3d:%02d", seconds / 60, seconds % 60);
        }

        /** One of the three words of a check-in. */
        String word(int index) {
            return TEXTS.text((String) list("words").get(index));
        }
    }

    /** A line of the guide or of a check-in for a person. */
    static List<String> lines(Map<String, Object> values) {
        Said said = new Said(values);
        return switch (said.text("type")) {
            case "guide" -> guide(said);
            case "checkin" -> checkIn(said);
            case "plan" -> List.of();
            case "reminder" -> List.of(said.stamp() + "  >> " + TEXTS.text("reminder." + said.text("aim")));
            default -> awareness(said);
        };
    }

    private static List<String> guide(Said said) {
        List<String> lines = new ArrayList<>();
        String line = said.text("line");
        String at = said.whole("at") > 0 ? said.whole("at") + "/" + said.whole("of") + "  " : "";
        lines.add(said.stamp() + "  >> " + at + TEXTS.text("guide." + line));
        String key = "guide." + line + (isPlanned(said) ? ".planned.more" : ".more");
        if (TEXTS.all().containsKey(key)) {
            String more = easesOff(said)
                    ? TEXTS.text("aim." + NextRun.EASE_OFF)
                    : TEXTS.text(key, Map.of("plan", plan(said), "speed", speed(said)));
            lines.add(INDENT + more.replace("\n", "\n" + INDENT));
        }
        if (line.equals("run")) {
            lines.add(INDENT + outcome(said));
        }
        if (!said.list("choices").isEmpty()) {
            lines.add(INDENT + choices(said));
        }
        return lines;
    }

    /** No run is planned after discomfort: then what was chosen last time is not offered as a plan. */
    private static boolean easesOff(Said said) {
        return said.text("line").equals("start")
                && said.values().get("aim") instanceof Map<?, ?> asked
                && NextRun.EASE_OFF.equals(asked.get("aim"));
    }

    private static boolean isPlanned(Said said) {
        return said.text("line").equals("start") && said.text("planned_by").equals("last_run");
    }

    private static String outcome(Said said) {
        return String.format(
                Locale.ROOT,
                "%.0f s to running, %.0f s of them standing, %d taps; confidence at most %d %%%s",
                said.decimal("to_running_s"),
                said.decimal("standing_s"),
                said.whole("taps"),
                said.whole("confidence_pct"),
                said.list("skipped").isEmpty() ? "" : "; left out: " + said.list("skipped"));
    }

    private static String choices(Said said) {
        List<?> choices = said.list("choices");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < choices.size(); i++) {
            text.append(choices.size() == 1 ? "Enter: " : i + 1 + ": ")
                    .append(choice((String) choices.get(i)))
                    .append("   ");
        }
        if (said.text("step").equals("start")) {
            text.append("(Enter: 1)");
        } else if (said.yes("skippable")) {
            text.append("s: ").append(TEXTS.text("guide.skip"));
        }
        return text.toString().stripTrailing();
    }

    private static String plan(Said said) {
        int seconds = said.whole("planned_s");
        int metres = said.whole("planned_m");
        return choice(seconds > 0 ? "t" + seconds : metres > 0 ? "d" + metres : "none");
    }

    private static String speed(Said said) {
        return choice("v" + Math.round(said.decimal("usual_kmh") * 1000));
    }

    /** A choice's word as a person reads it. */
    private static String choice(String word) {
        if (word.matches("\\d")) {
            return TEXTS.text("guide.choice.felt", Map.of("count", word));
        }
        if (!word.matches("[tdv]\\d+")) {
            return TEXTS.text("guide.choice." + word);
        }
        int value = Integer.parseInt(word.substring(1));
        return switch (word.charAt(0)) {
            case 't' -> value / 60 + " min";
            case 'd' -> value / 1000 + " km";
            default -> value == 0 ? TEXTS.text("guide.choice.unknown") : value / 1000 + " km/h";
        };
    }

    private static List<String> checkIn(Said said) {
        return switch (said.text("state")) {
            case "asked" ->
                List.of(said.stamp() + "  " + TEXTS.text("checkin.ask") + "  1: " + said.word(0) + "   2: "
                        + said.word(1) + "   3: " + said.word(2) + "   with Enter");
            case "shown" ->
                List.of(said.stamp() + "  " + TEXTS.text("checkin.said") + " " + said.word(said.whole("said")) + ", "
                        + TEXTS.text("checkin.seen") + " " + said.word(said.whole("seen")));
            default -> List.of();
        };
    }

    private static List<String> awareness(Said said) {
        String beyond = !said.values().containsKey("kappa")
                ? ""
                : "; agreement beyond chance " + said.decimal("kappa") + " +- " + said.decimal("kappa_half_width");
        return List.of(String.format(
                Locale.ROOT,
                "Check-ins: %d asked; %d answered before the clip was shown, %d of them as the clip had it%s",
                said.whole("asked"),
                said.whole("answers"),
                said.whole("agreed"),
                beyond));
    }
}
