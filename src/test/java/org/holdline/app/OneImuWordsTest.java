package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One IMU cannot see a lumbar arch, so it does not speak of one: every text and value of a whole run is looked through. */
class OneImuWordsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"sacral, false", "sacral, true", "thoracolumbar, false", "thoracolumbar, true"})
    void shouldNotSayTheWordWhenOneImuRuns(String placement, boolean json) throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("run", "--placement", placement, "--duration", "420", "--speed", "max"));
        if (json) {
            arguments.add("--json");
        }
        Holdline.Ended ended = Holdline.run(folder, arguments.toArray(String[]::new));
        assertEquals(0, ended.code(), ended.err());
        String said = (ended.out() + ended.err()).toLowerCase(Locale.ROOT);
        assertTrue(said.length() > 1000, said);
        assertFalse(
                said.contains("arch"),
                () -> said.lines()
                        .filter(line -> line.contains("arch"))
                        .findFirst()
                        .orElse(""));
    }
}
