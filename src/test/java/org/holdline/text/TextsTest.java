package org.holdline.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdline.posture.Metric;
import org.holdline.report.Pattern;
import org.holdline.report.reading.Card;
import org.holdline.report.reading.Evidence;
import org.holdline.report.reading.NextPlan;
import org.holdline.report.reading.Trend;
import org.holdline.road.Watch;
import org.holdline.sample.Phase;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, and everything that the page asks for is there. */
class TextsTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("holdline.home", "."), "src/main/resources/org/holdline/page");

    /** A key as modules and the page write it. */
    private static final java.util.regex.Pattern NAMED =
            java.util.regex.Pattern.compile("(?:data-(?:text|label)=\"|['(])'?([a-z]+(?:\\.[a-z_]+)+)[\"']");

    private static final Texts ENGLISH = Texts.of(Language.ENGLISH);
    private static final Texts GERMAN = Texts.of(Language.GERMAN);

    /** Texts that are one word in both languages, or a number's unit. */
    private static final Set<String> ALIKE = Set.of(
            "app.name",
            "gauge.band",
            "unit.km",
            "unit.mi",
            "unit.kmh",
            "unit.mph",
            "report.column.median",
            "guide.choice.felt",
            "guide.minutes");

    @Test
    void shouldHaveTheSameKeysWhenLanguagesAreCompared() {
        assertEquals(ENGLISH.all().keySet(), GERMAN.all().keySet());
    }

    @Test
    void shouldHaveTheSamePlacesWhenLanguagesAreCompared() {
        ENGLISH.all().forEach((key, text) -> assertEquals(places(text), places(GERMAN.text(key)), key));
    }

    @Test
    void shouldBeTranslatedWhenItIsNoUnit() {
        ENGLISH.all().forEach((key, text) -> {
            assertFalse(text.isBlank() || GERMAN.text(key).isBlank(), key);
            assertEquals(ALIKE.contains(key), text.equals(GERMAN.text(key)), key);
        });
    }

    @Test
    void shouldHoldEveryTextThatThePageNames() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher key = NAMED.matcher(Files.readString(file));
                while (key.find()) {
                    if (!key.group(1).endsWith(".js")) {
                        named.add(key.group(1));
                    }
                }
            }
        }
        assertTrue(named.size() > 50, named + ": looked in the wrong place?");
        named.forEach(ENGLISH::text);
        Set<String> idle = new TreeSet<>(ENGLISH.all().keySet());
        idle.removeAll(named);
        idle.removeIf(key -> key.matches(
                "(state|why|phase|metric|pattern|terminal|report|guide|aim|reminder)\\..*|checkin\\.neutral"));
        assertEquals(Set.of(), idle, "texts that nobody shows");
    }

    /** A key of the report is written whole in its sources, or begins with something that is put together there. */
    @Test
    void shouldHoldNoTextOfTheReportThatNobodyWrites() throws IOException {
        StringBuilder sources = new StringBuilder();
        Path room = Path.of(System.getProperty("holdline.home", "."), "src/main/java/org/holdline/report/html");
        try (Stream<Path> files = Files.list(room)) {
            for (Path file : files.toList()) {
                sources.append(Files.readString(file));
            }
        }
        Set<String> idle = new TreeSet<>(ENGLISH.all().keySet());
        idle.removeIf(key -> !key.startsWith("report.")
                || sources.indexOf('"' + key + '"') >= 0
                || sources.indexOf('"' + key.substring(0, key.lastIndexOf('.') + 1) + '"') >= 0
                || key.matches("report\\.(card|next)\\..*"));
        assertEquals(Set.of(), idle);
        for (Card card : Card.values()) {
            for (String part : List.of("", ".drawing", ".do", ".dose", ".stop", ".source")) {
                ENGLISH.text("report.card." + card.word() + part);
            }
        }
        for (NextPlan.Aim aim : NextPlan.Aim.values()) {
            ENGLISH.text("report.next." + aim.word());
            ENGLISH.text("report.next." + aim.word() + ".why");
        }
        for (Evidence evidence : Evidence.values()) {
            ENGLISH.text("report.cards.because." + evidence.word());
        }
        for (Trend.Why why : Trend.Why.values()) {
            ENGLISH.text("report.trend.why." + why.word());
        }
    }

    @Test
    void shouldHoldAWordForEverythingThatTheRunCanSay() {
        for (Watch watch : Watch.values()) {
            ENGLISH.text("state." + watch.state());
            if (watch != Watch.WATCHING) {
                ENGLISH.text("why." + watch.why());
            }
        }
        for (Phase phase : Phase.values()) {
            ENGLISH.text("phase." + phase.word());
        }
        for (Metric metric : Metric.values()) {
            ENGLISH.text("metric." + metric.word());
            ENGLISH.text("metric." + metric.word() + ".less");
            ENGLISH.text("metric." + metric.word() + ".more");
        }
        Stream.of(Pattern.UNKNOWN, Pattern.EARLY, Pattern.LATE, Pattern.INTENSITY, Pattern.UPRIGHT, Pattern.NONE)
                .forEach(pattern -> ENGLISH.text("pattern." + pattern));
    }

    @Test
    void shouldFillPlacesWhenValuesAreGiven() {
        assertEquals("Battery 71 %", ENGLISH.text("battery.text", Map.of("percent", "71")));
        assertEquals("Battery $1 %", ENGLISH.text("battery.text", Map.of("percent", "$1")), "a value is no pattern");
        assertThrows(IllegalArgumentException.class, () -> ENGLISH.text("battery.text", Map.of()));
        assertThrows(IllegalArgumentException.class, () -> ENGLISH.text("battery"));
    }

    private static Set<String> places(String text) {
        return Texts.PLACE
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
