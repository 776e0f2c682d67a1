package org.holdline.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.holdline.profile.form.Filled;
import org.holdline.profile.form.Form;
import org.holdline.profile.form.FormReader;
import org.holdline.profile.form.FormSchema;
import org.holdline.profile.form.FormWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example profiles and the schemas for editors follow the code. */
class ProfileFilesTest {
    private static final String WRITE = "holdline.example.write";
    private static final Path CONFIG = Path.of(System.getProperty("holdline.home", "."), "config");

    static List<Form> forms() {
        return Profiles.ALL;
    }

    @ParameterizedTest
    @MethodSource("forms")
    void shouldMatchTheCodeWhenFilesAreCompared(Form form) throws IOException {
        follows(CONFIG.resolve("profiles/" + form.kind() + ".example.toml"), exampleFile(form));
        follows(CONFIG.resolve("schema/" + form.kind() + ".schema.json"), FormSchema.of(form));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void shouldReadBackTheSameWhenWritten(Form form) throws Exception {
        Path example = CONFIG.resolve("profiles/" + form.kind() + ".example.toml");
        Filled read = FormReader.read(example, Profiles.ALL);
        Filled again = Profiles.read(FormWriter.write(read));
        assertEquals(List.of(), FormWriter.difference(read, again));
        assertEquals(FormWriter.write(read), FormWriter.write(again));
        form.sections().forEach(section -> assertTrue(read.has(section.name()), "[" + section.name() + "]"));
    }

    private static String exampleFile(Form form) {
        return "#:schema ../schema/" + form.kind() + ".schema.json\n" + FormWriter.example(form);
    }

    private static void follows(Path file, String expected) throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(file, expected);
        }
        assertEquals(
                expected,
                Files.exists(file) ? Files.readString(file) : "",
                file.getFileName() + " is out of step with the code; write it anew with: ./holdline verify"
                        + " -Dtest=ProfileFilesTest -D" + WRITE + "=true");
    }
}
