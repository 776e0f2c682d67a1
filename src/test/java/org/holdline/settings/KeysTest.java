package org.holdline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.holdline.toml.Nearest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeysTest {
    /** Ending of a name to the unit it stands for. */
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("_per_s", "per second"),
            Map.entry("_deg_per_min", "degrees/minute"),
            Map.entry("_ms2", "m/s^2"),
            Map.entry("_dps", "deg/s"),
            Map.entry("_deg", "degrees"),
            Map.entry("_kmh", "km/h"),
            Map.entry("_pct", "%"),
            Map.entry("_hz", "Hz"),
            Map.entry("_steps", "steps"),
            Map.entry("_mv", "mV"),
            Map.entry("_ms", "ms"),
            Map.entry("_dbfs", "dB"),
            Map.entry("_days", "days"),
            Map.entry("_hours", "hours"),
            Map.entry("_s", "s"),
            Map.entry("_m", "m"),
            Map.entry("_g", "g"),
            Map.entry("_minute", "cues"),
            Map.entry("_min", "min"),
            Map.entry("_half_hour", "cues"));

    @TempDir
    Path folder;

    static List<Key<?>> keys() {
        return Keys.all();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void shouldComeBackWhenItIsWrittenToAFile(Key<?> key) throws Exception {
        Settings settings = loadFile(key.name() + " = " + toml(key));
        assertEquals(key.example(), settings.get(key));
        assertEquals(Layer.CONFIG_FILE, settings.origin(key).layer());
        assertEquals(toml(key), lineOf(key, settings).value());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void shouldComeBackWhenItIsSaidInTheEnvironment(Key<?> key) throws Exception {
        Settings settings = new SettingsLoader(folder, Map.of(key.environmentName(), text(key))).load();
        assertEquals(key.example(), settings.get(key));
        assertEquals(key.environmentName(), settings.origin(key).where());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void shouldComeBackWhenItIsSaidByAFlag(Key<?> key) throws Exception {
        Settings settings = new SettingsLoader(folder, Map.of())
                .flags(Map.of(key.name(), text(key)))
                .load();
        assertEquals(key.example(), settings.get(key));
        assertEquals(key.flag(), settings.origin(key).where());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void shouldBeDocumentedWhenDeclared(Key<?> key) {
        assertTrue(
                key.name()
                        .matches(
                                "(run|attitude|strides|posture|slip|cue|fading|i2c|gpio|motor|serial|page|tone|state|session)\\.[a-z][a-z0-9_]*"),
                key.name());
        assertTrue(key.description().matches("\\p{Lu}[^\\n]+\\."), key.description());
        assertTrue(key.environmentName().matches("HOLDLINE_[A-Z0-9_]+"), key.environmentName());
        assertFalse(toml(key).isEmpty(), "nothing to show in the example file");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void shouldCarryItsUnitInTheNameWhenItHasOne(Key<?> key) {
        Optional<String> ending = UNITS.keySet().stream()
                .filter(key.name()::endsWith)
                .max((a, b) -> Integer.compare(a.length(), b.length()));
        assertEquals(ending.map(UNITS::get).orElse(""), key.unit());
    }

    @Test
    void shouldHaveOneEnvironmentNameEachWhenAllAreListed() {
        Set<String> names = new HashSet<>();
        Keys.all().forEach(key -> assertTrue(names.add(key.environmentName()), key.name()));
    }

    @Test
    void shouldHaveOneFlagEachWhenTheyBelongToARun() {
        Set<String> flags = new HashSet<>();
        Keys.all().stream()
                .filter(key -> key.section().equals("run"))
                .forEach(key -> assertTrue(flags.add(key.flag()), key.name()));
        assertTrue(flags.containsAll(Set.of("--duration", "--speed", "--speed-kmh", "--planned-s", "--json")));
    }

    @Test
    void shouldTakeAWholeNumberWhenADecimalIsExpected() throws Exception {
        assertEquals(4.0, loadFile("posture.min_band_deg = 4").get(Keys.POSTURE_MIN_BAND_DEG));
        assertEquals(
                4.0, loadFile("run.speed = 4").get(Keys.RUN_SPEED).orElseThrow().factor());
        assertEquals(Optional.of(100.0), loadFile("run.rate_hz = 100").get(Keys.RUN_RATE_HZ));
    }

    @Test
    void shouldTakeTomlsOwnNotationsWhenTheyAreInAFile() throws Exception {
        assertEquals(1_000L, loadFile("run.seed = 1_000").get(Keys.RUN_SEED));
        assertEquals(-255L, loadFile("run.seed = -255").get(Keys.RUN_SEED));
        assertEquals(255L, loadFile("run.seed = 0xFF").get(Keys.RUN_SEED));
        assertEquals(0.5, loadFile("attitude.tau_s = 5e-1").get(Keys.ATTITUDE_TAU_S));
        assertEquals(
                new RunSource.Replay(Path.of("a\\b.csv")),
                loadFile("run.source = 'replay:a\\b.csv'").get(Keys.RUN_SOURCE));
    }

    @Test
    void shouldTakeBothEndsWhenBoundsAreIncluded() throws Exception {
        assertEquals(Long.MIN_VALUE, loadFile("run.seed = " + Long.MIN_VALUE).get(Keys.RUN_SEED));
        assertEquals(Long.MAX_VALUE, loadFile("run.seed = " + Long.MAX_VALUE).get(Keys.RUN_SEED));
        for (String text : List.of("-5", "20")) {
            assertEquals(
                    Optional.of(Double.valueOf(text)),
                    loadFile("run.incline_pct = " + text).get(Keys.RUN_INCLINE_PCT));
        }
    }

    @Test
    void shouldQuoteWhatNeedsItWhenListed() throws Exception {
        Settings settings = loadFile("run.record = 'say \"a\\b\".csv'");
        String value = lineOf(Keys.RUN_RECORD, settings).value();
        assertEquals("\"say \\\"a\\\\b\\\".csv\"", value);
        assertEquals(
                settings.get(Keys.RUN_RECORD), loadFile("run.record = " + value).get(Keys.RUN_RECORD));
    }

    static Stream<String> misspelt() {
        return Keys.all().stream().map(Key::name);
    }

    @ParameterizedTest
    @MethodSource("misspelt")
    void shouldBeFoundAgainWhenTwoLettersAreSwapped(String name) {
        int at = name.indexOf('.') + 2;
        char[] letters = name.toCharArray();
        char held = letters[at];
        letters[at] = letters[at + 1];
        letters[at + 1] = held;
        List<String> names = Keys.all().stream().map(Key::name).toList();
        assertEquals(Optional.of(name), Nearest.of(new String(letters), names));
    }

    @Test
    void shouldFindNothingWhenNoNameIsClose() {
        List<String> names = Keys.all().stream().map(Key::name).toList();
        for (String name : List.of("", "x", "network.port", "run.colour", "x".repeat(100_000))) {
            assertEquals(Optional.empty(), Nearest.of(name, names), name);
        }
    }

    private static <T> String toml(Key<T> key) {
        return key.toToml(key.example());
    }

    /** As typed in a shell: without TOML's quotes. */
    private static String text(Key<?> key) {
        return toml(key).replace("\"", "");
    }

    private static Settings.Line lineOf(Key<?> key, Settings settings) {
        return settings.lines().stream()
                .filter(line -> line.key().equals(key.name()))
                .findFirst()
                .orElseThrow();
    }

    private Settings loadFile(String text) throws IOException, SettingsException {
        Path file = Files.writeString(folder.resolve("test-file"), text);
        return new SettingsLoader(folder, Map.of()).config(file).load();
    }
}
