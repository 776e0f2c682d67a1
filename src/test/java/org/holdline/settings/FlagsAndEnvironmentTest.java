package org.holdline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdline.toml.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlagsAndEnvironmentTest {
    private static final Path NO_ETC = Path.of("no", "such", "folder");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            run.duration_s   | abc  | --duration: abc, expected a whole number 1..86400 s
            run.planned_s    | -1   | --planned-s: -1, expected a whole number 0..86400 s
            run.speed        | fast | --speed: fast, expected a number above 0 and up to 10000, or "max"
            run.speed_kmh    | 10,5 | --speed-kmh: 10,5, expected a number 0..25 km/h
            run.json         | yes  | --json: yes, expected true or false
            cue.cooldown_s   | 1    | --cooldown-s: 1, expected a whole number 20..120 s
            run.seed         | ``   | --seed: empty, expected a whole number of at most 64 bits
            """)
    void shouldNameTheFlagWhenItsValueIsRefused(String key, String text, String problem) {
        assertEquals(problem, messageOf(new SettingsLoader(NO_ETC, Map.of()).flags(Map.of(key, text))));
    }

    @Test
    void shouldNameTheFlagAsTheCallerDoesWhenItHasAnotherName() {
        assertEquals(
                "--set cue.cooldown_s: 1, expected a whole number 20..120 s",
                messageOf(new SettingsLoader(NO_ETC, Map.of()).flag("cue.cooldown_s", "--set cue.cooldown_s", "1")));
    }

    @Test
    void shouldSuggestAKeyWhenTheFlagNamesNone() {
        assertEquals(
                "--set cue.cooldown: unknown key cue.cooldown, did you mean cue.cooldown_s?",
                messageOf(new SettingsLoader(NO_ETC, Map.of()).flag("cue.cooldown", "--set cue.cooldown", "60")));
    }

    @Test
    void shouldTakeTheLastWhenAFlagIsGivenTwice() throws SettingsException {
        Settings settings = new SettingsLoader(NO_ETC, Map.of())
                .flag("run.seed", "--seed", "1")
                .flag("run.seed", "--seed", "2")
                .load();
        assertEquals(2L, settings.get(Keys.RUN_SEED));
    }

    @Test
    void shouldNameTheVariableWhenItsValueIsRefused() {
        assertEquals(
                "HOLDLINE_CUE_COOLDOWN_S: 1, expected a whole number 20..120 s",
                messageOf(new SettingsLoader(NO_ETC, Map.of("HOLDLINE_CUE_COOLDOWN_S", "1"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nan",
                "NaN",
                "inf",
                "Infinity",
                "-Infinity",
                "1d",
                "1f",
                "0x1p3",
                "1_0",
                "1e999",
                " 1",
                "1 ",
                "."
            })
    void shouldRefuseANumberWhenItIsWrittenOtherwise(String text) {
        SettingsLoader loader = new SettingsLoader(NO_ETC, Map.of("HOLDLINE_ATTITUDE_TAU_S", text));
        assertEquals("HOLDLINE_ATTITUDE_TAU_S: " + text + ", expected a number 0.5..60 s", messageOf(loader));
    }

    @ParameterizedTest
    @CsvSource({"3,3", "3.5,3.5", "+3.5,3.5", "3.,3", ".5,0.5", "35e-1,3.5", "3E0,3"})
    void shouldReadANumberWhenItIsWrittenPlainly(String text, double value) throws SettingsException {
        Settings settings = new SettingsLoader(NO_ETC, Map.of("HOLDLINE_ATTITUDE_TAU_S", text)).load();
        assertEquals(value, settings.get(Keys.ATTITUDE_TAU_S));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "1.0", "1e3", "0x10", "--1", "٣٠"})
    void shouldRefuseAWholeNumberWhenItIsWrittenOtherwise(String text) {
        SettingsLoader loader = new SettingsLoader(NO_ETC, Map.of("HOLDLINE_RUN_SEED", text));
        assertEquals("HOLDLINE_RUN_SEED: " + text + ", expected a whole number of at most 64 bits", messageOf(loader));
    }

    @Test
    void shouldWarnWhenAVariableIsUnknown() throws SettingsException {
        Settings settings = new SettingsLoader(
                        NO_ETC, Map.of("HOLDLINE_RUN_SEDE", "5", "HOLDLINE_COLOUR", "red", "PATH", "/bin"))
                .load();
        assertEquals(
                List.of(
                        "HOLDLINE_COLOUR: unknown variable, ignored",
                        "HOLDLINE_RUN_SEDE: unknown variable, ignored, did you mean HOLDLINE_RUN_SEED?"),
                settings.warnings().stream().map(Problem::toString).toList());
    }

    @Test
    void shouldWarnWhenAVariableIsEmpty() throws SettingsException {
        Settings settings = new SettingsLoader(NO_ETC, Map.of("HOLDLINE_RUN_SEED", "")).load();
        assertEquals(1L, settings.get(Keys.RUN_SEED));
        assertEquals(
                List.of("HOLDLINE_RUN_SEED: empty, ignored"),
                settings.warnings().stream().map(Problem::toString).toList());
    }

    @Test
    void shouldSayNothingWhenAVariableIsTheLaunchersOrTheJvms() throws SettingsException {
        Settings settings = new SettingsLoader(
                        NO_ETC, Map.of("HOLDLINE_JAVA_OPTS", "-Xmx1g", "HOLDLINE_BUILD", "/tmp/build"))
                .load();
        assertEquals(List.of(), settings.warnings());
    }

    @Test
    void shouldKeepTheWarningsWhenAProblemStopsTheLoading() {
        SettingsException e = assertThrows(
                SettingsException.class,
                () -> new SettingsLoader(NO_ETC, Map.of("HOLDLINE_RUN_SEDE", "5", "HOLDLINE_RUN_SEED", "x")).load());
        assertEquals(1, e.warnings().size());
        assertEquals(1, e.problems().size());
    }

    @Test
    void shouldReadWordsWhenTheyAreNotQuoted() throws SettingsException {
        Settings settings = new SettingsLoader(NO_ETC, Map.of("HOLDLINE_CUE_MOTOR", "erm"))
                .flags(Map.of("run.source", "replay:a b.csv", "run.speed", "max", "run.record", "out.csv"))
                .load();
        assertEquals(Motor.ERM, settings.get(Keys.CUE_MOTOR));
        assertEquals(new RunSource.Replay(Path.of("a b.csv")), settings.get(Keys.RUN_SOURCE));
        assertTrue(settings.get(Keys.RUN_SPEED).orElseThrow().isMax());
        assertEquals(Optional.of(Path.of("out.csv")), settings.get(Keys.RUN_RECORD));
    }

    private static String messageOf(SettingsLoader loader) {
        return assertThrows(SettingsException.class, loader::load).getMessage();
    }
}
