package org.holdline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.holdline.toml.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file may hold wrong, each with its exact place. */
class FileProblemsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [cue~cooldown_s = 30         | 1:5: Unexpected end of line, expected ]
            [cue]~cooldown_s =           | 2:13: Unexpected end of input, expected a value
            [cue]~ cooldown_s = 30 31    | 2:18: Unexpected '31', expected a newline or end-of-input
            [run]~source = virtual       | 2:10: Unexpected 'v', expected a value
            [run]~source = "virtual      | 2:18: Unexpected end of input, expected " or a character
            [run]~seed = 007             | 2:8: Leading zeros are not allowed, expected valid TOML
            [run]~seed = 1e999           | 2:8: Float is too large, expected valid TOML
            """)
    void shouldPointAtTheCharacterWhenTheSyntaxIsWrong(String text, String problem) throws IOException {
        assertEquals(List.of(problem), problemsOf(text));
    }

    @Test
    void shouldPointAtTheSecondOneWhenAKeyIsGivenTwice() throws IOException {
        assertEquals(
                List.of("4:1: seed previously defined at line 2, column 1, expected once"),
                problemsOf("[run]~seed = 1~json = true~seed = 2"));
    }

    @Test
    void shouldPointAtTheSecondOneWhenATableIsGivenTwice() throws IOException {
        assertEquals(
                List.of("3:1: run previously defined at line 1, column 1, expected once"),
                problemsOf("[run]~seed = 1~[run]~json = true"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [cue]~cooldwon_s = 30     | 2:1: unknown key cue.cooldwon_s, did you mean cue.cooldown_s?
            [cue]~  cooldown = 30     | 2:3: unknown key cue.cooldown, did you mean cue.cooldown_s?
            cue.cooldown_ms = 30      | 1:1: unknown key cue.cooldown_ms, did you mean cue.cooldown_s?
            [run]~cooldown_s = 30     | 2:1: unknown key run.cooldown_s, did you mean cue.cooldown_s?
            cooldown_s = 30           | 1:1: unknown key cooldown_s, did you mean cue.cooldown_s?
            "run.seed" = 30           | 1:1: unknown key "run.seed", did you mean run.seed?
            [run]~Seed = 30           | 2:1: unknown key run.Seed, did you mean run.seed?
            [run]~"a b" = 30          | 2:1: unknown key run."a b", expected one that `holdline config example` lists
            [run]~"" = 30             | 2:1: unknown key run."", expected one that `holdline config example` lists
            [postures]~spreads = 3    | 1:1: unknown table postures, did you mean posture?
            [network]~port = 80       | 1:1: unknown table network, expected one that `holdline config example` lists
            [[network]]~port = 80     | 1:1: unknown key network, expected one that `holdline config example` lists
            [run.seed.deep]~a = 1     | 1:1: run.seed=a table, expected a whole number of at most 64 bits
            """)
    void shouldPointAtTheKeyWhenItIsUnknown(String text, String problem) throws IOException {
        assertEquals(List.of(problem), problemsOf(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [cue]~cooldown_s = "30"      | 2:1: cue.cooldown_s="30", expected a whole number 20..120 s
            [cue]~cooldown_s = 30.0      | 2:1: cue.cooldown_s=30.0, expected a whole number 20..120 s
            [cue]~cooldown_s = true      | 2:1: cue.cooldown_s=true, expected a whole number 20..120 s
            [cue]~cooldown_s = [30]      | 2:1: cue.cooldown_s=a list, expected a whole number 20..120 s
            [cue]~cooldown_s = 10:30:00  | 2:1: cue.cooldown_s=10:30, expected a whole number 20..120 s
            cue.cooldown_s = {s = 30}    | 1:1: cue.cooldown_s=a table, expected a whole number 20..120 s
            [posture]~min_band_deg = "3" | 2:1: posture.min_band_deg="3", expected a number 0.5..20 degrees
            [run]~json = "true"          | 2:1: run.json="true", expected true or false
            [run]~json = 1               | 2:1: run.json=1, expected true or false
            [run]~source = 1             | 2:1: run.source=1, expected "virtual", "i2c", "serial:PORT" or "replay:FILE"
            [run]~source = "usb"         | 2:1: run.source="usb", expected "virtual", "i2c", "serial:PORT" or "replay:FILE"
            [run]~source = "replay:"     | 2:1: run.source="replay:", expected "virtual", "i2c", "serial:PORT" or "replay:FILE"
            [run]~source = "replay:\\u0000" | 2:1: run.source="replay:\\u0000", expected "virtual", "i2c", "serial:PORT" or "replay:FILE"
            [run]~speed = "fast"         | 2:1: run.speed="fast", expected a number above 0 and up to 10000, or "max"
            [run]~record = ""            | 2:1: run.record="", expected a file name
            [run]~record = false         | 2:1: run.record=false, expected a file name
            [run]~placement = "neck"     | 2:1: run.placement="neck", expected "sacral", "thoracolumbar" or "dual"
            [cue]~motor = "LRA"          | 2:1: cue.motor="LRA", expected "lra" or "erm"
            run = 5                      | 1:1: run=5, expected the table [run]
            [[run]]~seed = 5             | 1:1: run=a list, expected the table [run]
            """)
    void shouldPointAtTheKeyWhenItsTypeIsWrong(String text, String problem) throws IOException {
        assertEquals(List.of(problem), problemsOf(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [cue]~cooldown_s = 19            | 2:1: cue.cooldown_s=19, expected a whole number 20..120 s
            [cue]~cooldown_s = 121           | 2:1: cue.cooldown_s=121, expected a whole number 20..120 s
            [cue]~cooldown_s = 4294967326    | 2:1: cue.cooldown_s=4294967326, expected a whole number 20..120 s
            [posture]~min_band_deg = 0.4999  | 2:1: posture.min_band_deg=0.4999, expected a number 0.5..20 degrees
            [posture]~min_band_deg = nan     | 2:1: posture.min_band_deg=NaN, expected a number 0.5..20 degrees
            [posture]~min_band_deg = inf     | 2:1: posture.min_band_deg=Infinity, expected a number 0.5..20 degrees
            [attitude]~tau_s = -inf          | 2:1: attitude.tau_s=-Infinity, expected a number 0.5..60 s
            [run]~speed = nan                | 2:1: run.speed=NaN, expected a number above 0 and up to 10000, or "max"
            [run]~speed = +inf               | 2:1: run.speed=Infinity, expected a number above 0 and up to 10000, or "max"
            [run]~speed = 0                  | 2:1: run.speed=0, expected a number above 0 and up to 10000, or "max"
            [run]~duration_s = 0             | 2:1: run.duration_s=0, expected a whole number 1..86400 s
            [run]~incline_pct = -5.1         | 2:1: run.incline_pct=-5.1, expected a number -5..20 %
            [run]~rate_hz = 49.9             | 2:1: run.rate_hz=49.9, expected a number 50..1000 Hz
            """)
    void shouldPointAtTheKeyWhenItsValueIsOutOfBounds(String text, String problem) throws IOException {
        assertEquals(List.of(problem), problemsOf(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            version = 2   | 1:1: version=2, expected at most 1: the file is for a newer Holdline
            version = 0   | 1:1: version=0, expected 1
            version = "1" | 1:1: version="1", expected 1
            version = 1.0 | 1:1: version=1.0, expected 1
            [version]     | 1:1: version=a table, expected 1
            """)
    void shouldPointAtTheVersionWhenItIsNotOurs(String text, String problem) throws IOException {
        assertEquals(List.of(problem), problemsOf(text));
    }

    @Test
    void shouldListAllWhenThereAreSeveral() throws IOException {
        assertEquals(
                List.of(
                        "2:1: run.seed=\"x\", expected a whole number of at most 64 bits",
                        "3:1: unknown key run.sede, did you mean run.seed?",
                        "5:1: cue.cooldown_s=1, expected a whole number 20..120 s",
                        "6:2: cue.motor=\"\", expected \"lra\" or \"erm\""),
                problemsOf("[run]~seed = \"x\"~sede = 1~[cue]~cooldown_s = 1~\tmotor = \"\""));
    }

    @Test
    void shouldStillJudgeKnownKeysWhenTheSyntaxIsWrongElsewhere() throws IOException {
        assertEquals(
                List.of(
                        "2:8: Unexpected end of line, expected a value",
                        "4:1: cue.cooldown_s=1, expected a whole number 20..120 s"),
                problemsOf("[run]~seed = ~[cue]~cooldown_s = 1"));
    }

    @Test
    void shouldNotBlameKeysWhenTheirHeaderIsBroken() throws IOException {
        assertEquals(
                List.of("1:5: Unexpected 'e', expected ]"),
                problemsOf("[cu e]~cooldown_s = 30~window_steps = 10~max_per_minute = 1"));
    }

    @Test
    void shouldNotBlameKeysWhenTheirHeaderIsARepetition() throws IOException {
        assertEquals(
                List.of("2:1: run previously defined at line 1, column 1, expected once"),
                problemsOf("run.seed = 1~[run]~json = true"));
    }

    @Test
    void shouldPointIntoTheInlineTableWhenOneOfItsValuesIsWrong() throws IOException {
        assertEquals(List.of("1:18: run.json=3, expected true or false"), problemsOf("run = {seed = 1, json = 3}"));
    }

    @Test
    void shouldShowOneLineWhenNamesAndValuesHoldOthers() throws IOException {
        assertEquals(
                List.of(
                        "2:1: run.source=\"a\\nb\\u001b[31m\", expected \"virtual\", \"i2c\", \"serial:PORT\" or \"replay:FILE\"",
                        "3:1: unknown key run.\"a\\nb\", expected one that `holdline config example` lists"),
                problemsOf("[run]~source = \"a\\nb\\u001b[31m\"~\"a\\nb\" = 1"));
    }

    @Test
    void shouldShortenTheValueWhenItIsLong() throws IOException {
        assertEquals(
                List.of("2:1: run.source=\"" + "x".repeat(40)
                        + "...\", expected \"virtual\", \"i2c\", \"serial:PORT\" or \"replay:FILE\""),
                problemsOf("[run]~source = \"" + "x".repeat(5000) + "\""));
    }

    @Test
    void shouldPointAtTheByteWhenTheTextIsNotUtf8() throws IOException {
        byte[] latin1 = "# ok\n# ü\n[run]\nseed = 1".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(List.of("2:3: byte 0xFC, expected text in UTF-8"), problemsOf(latin1));
    }

    @Test
    void shouldPointAtTheByteWhenTheTextEndsInsideACharacter() throws IOException {
        assertEquals(
                List.of("1:4: byte 0xC3, expected text in UTF-8"), problemsOf(new byte[] {'#', ' ', 'x', (byte) 0xC3}));
    }

    @Test
    void shouldReadOnWhenTheFileStartsWithAByteOrderMark() throws IOException {
        assertEquals(List.of("1:5: run.json=3, expected true or false"), problemsOf("\uFEFF    run.json = 3"));
    }

    @Test
    void shouldRefuseTheFileWhenItIsTooLarge() throws IOException {
        Path file = Files.write(folder.resolve("large.toml"), new byte[70_000]);
        assertEquals(file + ": larger than 64 KiB, expected a readable TOML file", messageOf(file));
    }

    @Test
    void shouldRefuseTheFileWhenItHasTooManyLines() throws IOException {
        Path file = Files.writeString(folder.resolve("long.toml"), "x\n".repeat(2_000));
        assertEquals(file + ": more than 2000 lines, expected a readable TOML file", messageOf(file));
    }

    @Test
    void shouldCountTheRestWhenTheFileIsOfAnotherKind() throws IOException {
        List<String> problems = problemsOf("0.01,9.81,0.02~".repeat(200));
        assertEquals(101, problems.size());
        assertEquals("100:5: Unexpected ',', expected . or =", problems.get(99));
        assertEquals(" 100 more of the kind, expected a TOML file", problems.get(100));
    }

    @Test
    void shouldNameTheFileWhenItIsMissing() {
        Path file = folder.resolve("nowhere.toml");
        assertEquals(file + ": no such file, expected a readable TOML file", messageOf(file));
    }

    @Test
    void shouldNameTheFileWhenItIsAFolder() {
        assertEquals(folder + ": is a folder, expected a readable TOML file", messageOf(folder));
    }

    @Test
    void shouldNameTheSystemFileWhenItIsALinkToNowhere() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("holdline.toml"), folder.resolve("gone"));
        SettingsException e = assertThrows(SettingsException.class, () -> new SettingsLoader(folder, Map.of()).load());
        assertEquals(link + ": no such file, expected a readable TOML file", e.getMessage());
    }

    @Test
    void shouldNameTheFolderWhenTheDropInsCannotBeListed() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("conf.d"), "");
        SettingsException e = assertThrows(SettingsException.class, () -> new SettingsLoader(folder, Map.of()).load());
        assertEquals(notAFolder + ": cannot be listed, expected a readable folder", e.getMessage());
    }

    @Test
    void shouldListFilesFromWeakToStrongWhenSeveralAreWrong() throws IOException {
        Path main = Files.writeString(folder.resolve("holdline.toml"), "run.seed = 0.5");
        Path dropIns = Files.createDirectory(folder.resolve("conf.d"));
        Path second = Files.writeString(dropIns.resolve("20.toml"), "run.seed = 0.5");
        Path first = Files.writeString(dropIns.resolve("10.toml"), "run.seed = 0.5");
        Path config = Files.writeString(folder.resolve("mine.toml"), "run.seed = 0.5");
        SettingsException e = assertThrows(
                SettingsException.class,
                () -> new SettingsLoader(folder, Map.of("HOLDLINE_RUN_SEED", "0.5"))
                        .config(config)
                        .flags(Map.of("run.seed", "0.5"))
                        .load());
        assertEquals(
                List.of(main + ":1:1", first + ":1:1", second + ":1:1", config + ":1:1", "HOLDLINE_RUN_SEED", "--seed"),
                e.problems().stream().map(Problem::where).toList());
    }

    private List<String> problemsOf(String text) throws IOException {
        return problemsOf(text.replace('~', '\n').getBytes(StandardCharsets.UTF_8));
    }

    /** Without the file's name. */
    private List<String> problemsOf(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("test.toml"), bytes);
        return messageOf(file)
                .lines()
                .map(line -> {
                    assertTrue(line.startsWith(file + ":"), line);
                    return line.substring(file.toString().length() + 1);
                })
                .toList();
    }

    private String messageOf(Path file) {
        SettingsException e = assertThrows(
                SettingsException.class,
                () -> new SettingsLoader(folder.resolve("no-etc"), Map.of())
                        .config(file)
                        .load());
        assertEquals(e.problems().size(), e.getMessage().lines().count());
        return e.getMessage();
    }
}
