package org.holdline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdline.toml.Problem;
import org.holdline.toml.TomlFile;
import org.junit.jupiter.api.Test;

/** Damaged input is refused in words, never by any other exception. */
class GarbageTest {
    private static final int MUTATIONS = 5_000;
    private static final long SEED = 20_260_101;
    private static final Pattern PLACE = Pattern.compile(":(\\d+):(\\d+)$");

    private static final List<String> FRAGMENTS = List.of(
            "[[",
            "]]",
            "[",
            "]",
            "{",
            "}",
            "\"\"\"",
            "'''",
            "\"",
            "'",
            "\\u0000",
            "\\uD800",
            "nan",
            "-inf",
            "1e999",
            "\0",
            "=",
            ".",
            ",",
            "#",
            "\n",
            "\r",
            "\r\n",
            "\t",
            "9223372036854775808",
            "0x",
            "1979-05-27T07:32:00Z",
            "\uFEFF",
            "[run]\n",
            "run.",
            "version = 2\n",
            "[run.seed]\n",
            "\u2028",
            "\uD83C\uDFC3",
            "[cue]\nmotor = 1\n",
            "true");

    private static final Path FOLDER = Path.of("no", "such", "folder");

    /** Some way to settings. */
    private interface Loading {
        Settings load() throws SettingsException;
    }

    @Test
    void shouldThrowNothingElseWhenAFileIsDamaged() {
        String[] sections = ExampleFile.text()
                .replaceAll("(?m)^# .*$|^#$", "")
                .replaceAll("(?m)^#", "")
                .split("(?=\n\\[)", -1);
        Path file = FOLDER.resolve("damaged.toml");
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            long seed = SEED + i;
            Random chance = new Random(seed);
            String whole = sections[chance.nextInt(sections.length)].replaceAll("\n+", "\n");
            byte[] damaged = damaged(whole.getBytes(StandardCharsets.UTF_8), chance);
            refused += loads(() -> settingsOf(file, damaged), damaged, seed) ? 0 : 1;
        }
        assertTrue(refused > MUTATIONS / 2 && refused < MUTATIONS, refused + " of " + MUTATIONS + " refused");
    }

    @Test
    void shouldThrowNothingElseWhenFlagsAndVariablesAreDamaged() {
        List<Key<?>> keys = Keys.all();
        for (int i = 0; i < MUTATIONS; i++) {
            long seed = SEED + i;
            Random chance = new Random(seed);
            Key<?> key = keys.get(chance.nextInt(keys.size()));
            byte[] bytes = damaged(exampleOf(key), chance);
            String text = new String(bytes, StandardCharsets.UTF_8);
            SettingsLoader loader =
                    new SettingsLoader(FOLDER, Map.of(key.environmentName(), text, "HOLDLINE_" + text, text));
            loader.flag(key.name(), "--x", text).flag(text, "--" + text, text);
            loads(loader::load, bytes, seed);
        }
    }

    /** Past the disk, which would take most of the time. */
    private static Settings settingsOf(Path file, byte[] bytes) throws SettingsException {
        Draft draft = new Draft();
        FileLayer.take(TomlFile.of(file, bytes), Layer.CONFIG_FILE, draft);
        return draft.finish();
    }

    private static <T> byte[] exampleOf(Key<T> key) {
        return key.toToml(key.example()).replace("\"", "").getBytes(StandardCharsets.UTF_8);
    }

    private static boolean loads(Loading loading, byte[] input, long seed) {
        try {
            loading.load().roadParams();
            return true;
        } catch (SettingsException e) {
            assertEquals(e.problems().size(), e.getMessage().split("\\R", -1).length, "seed " + seed);
            e.problems().stream()
                    .filter(problem -> problem.where().startsWith(FOLDER.toString()))
                    .forEach(problem -> assertPlaceIsThere(problem, input, seed));
            return false;
        } catch (RuntimeException | Error e) {
            return fail("seed " + seed + ": " + new String(input, StandardCharsets.UTF_8), e);
        }
    }

    private static void assertPlaceIsThere(Problem problem, byte[] input, long seed) {
        Matcher place = PLACE.matcher(problem.where());
        if (place.find()) {
            long lines = 1
                    + new String(input, StandardCharsets.UTF_8)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            int line = Integer.parseInt(place.group(1));
            assertTrue(line >= 1 && line <= lines, "seed " + seed + ": " + problem);
            assertTrue(Integer.parseInt(place.group(2)) >= 1, "seed " + seed + ": " + problem);
        }
    }

    /** One to eight times: a piece dropped, doubled, moved, overwritten, or something strange put in. */
    private static byte[] damaged(byte[] whole, Random chance) {
        byte[] bytes = whole;
        for (int times = 1 + chance.nextInt(8); times > 0; times--) {
            int from = chance.nextInt(bytes.length + 1);
            int to = Math.min(bytes.length, from + chance.nextInt(1 + (chance.nextInt(8) == 0 ? 200 : 6)));
            bytes = switch (chance.nextInt(5)) {
                case 0 -> joined(bytes, from, new byte[0], to);
                case 1 -> joined(bytes, to, Arrays.copyOfRange(bytes, from, to), to);
                case 2 -> joined(bytes, from, random(to - from, chance), to);
                case 3 -> joined(bytes, from, fragment(chance), from);
                default -> joined(bytes, from, fragment(chance), to);
            };
        }
        return bytes;
    }

    private static byte[] fragment(Random chance) {
        return FRAGMENTS.get(chance.nextInt(FRAGMENTS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] random(int length, Random chance) {
        byte[] bytes = new byte[length];
        chance.nextBytes(bytes);
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int headEnd, byte[] middle, int tailStart) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, headEnd);
        out.writeBytes(middle);
        out.write(bytes, tailStart, bytes.length - tailStart);
        return out.toByteArray();
    }
}
