package org.holdline.settings;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.holdline.link.wire.Corpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsCorpusTest {
    static List<Corpus.Input> kept() {
        return Corpus.of("settings").toList();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void shouldGiveSettingsOrProblemsWhenKeptInputsAreRead(Corpus.Input input) {
        SettingsFuzz.run(input.bytes());
    }

    @Test
    void shouldCountWhenAFileSaysNothing() {
        assertTrue(SettingsFuzz.run("version = 1\n".getBytes(StandardCharsets.UTF_8)));
    }
}
