package org.holdline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documented example file follows the code, and says nothing that the loader refuses. */
class ExampleFileTest {
    private static final String WRITE = "holdline.example.write";

    @TempDir
    Path folder;

    @Test
    void shouldMatchTheCodeWhenTheFileIsCompared() throws IOException {
        Path file = Path.of(System.getProperty("holdline.home", "."), "config", "holdline.example.toml");
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(file, ExampleFile.text());
        }
        assertEquals(
                ExampleFile.text(),
                Files.exists(file) ? Files.readString(file) : "",
                "config/holdline.example.toml is out of step with the code; write it anew with: "
                        + "mvn test -Dtest=ExampleFileTest -D" + WRITE + "=true");
    }

    @Test
    void shouldLoadWithoutAnyKeyGivenWhenLeftCommentedOut() throws Exception {
        Settings settings = load(ExampleFile.text());
        for (Key<?> key : Keys.all()) {
            assertEquals(Layer.BUILT_IN, settings.origin(key).layer(), key.name());
        }
    }

    @Test
    void shouldLoadEveryKeyWithItsExampleWhenUncommented() throws Exception {
        Settings settings = load(uncommented());
        for (Key<?> key : Keys.all()) {
            assertEquals(Layer.CONFIG_FILE, settings.origin(key).layer(), key.name());
            assertEquals(key.example(), settings.get(key), key.name());
        }
    }

    @Test
    void shouldSayWhatIsInForceAnywayWhenUncommented() throws Exception {
        assertEquals(load("").roadParams(), load(uncommented()).roadParams());
    }

    @Test
    void shouldDocumentEveryKeyWhenWritten() {
        String text = ExampleFile.text();
        for (Key<?> key : Keys.all()) {
            assertTrue(text.contains("\n#" + key.nameInSection() + " = "), key.name());
            assertTrue(text.contains(key.description()), key.name());
            assertTrue(text.contains(key.environmentName()), key.name());
        }
    }

    @Test
    void shouldFitTheScreenWhenWritten() {
        ExampleFile.text().lines().forEach(line -> assertTrue(line.length() <= 120, line));
    }

    private static String uncommented() {
        return ExampleFile.text().replaceAll("(?m)^#(?! |$)", "");
    }

    private Settings load(String text) throws IOException, SettingsException {
        Path file = Files.writeString(folder.resolve("example.toml"), text);
        return new SettingsLoader(folder.resolve("no-etc"), Map.of())
                .config(file)
                .load();
    }
}
