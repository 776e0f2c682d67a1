package org.holdline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the keys of the page and of the cue's ways take, and what they do not. */
class PageKeysTest {
    private final HostPort.AsText listen = new HostPort.AsText();
    private final CueChannels.AsText channels = new CueChannels.AsText();

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8642, 127.0.0.1:8642, true",
        "localhost:80, 127.0.0.1:80, true",
        "0.0.0.0:0, 0.0.0.0:0, false",
        "[::1]:65535, [0:0:0:0:0:0:0:1]:65535, true",
        "192.168.1.5:8642, 192.168.1.5:8642, false",
    })
    void shouldTakeAnAddressInFiguresAndAPort(String text, String shown, boolean loopback) {
        HostPort read = listen.fromText(text).orElseThrow();
        assertEquals(shown, read.toString());
        assertEquals(loopback, read.isLoopback());
        assertEquals(Optional.of(read), listen.fromText(shown), "comes back as it is written");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8642",
                ":8642",
                "127.0.0.1",
                "127.0.0.1:",
                "127.0.0.1:65536",
                "127.0.0.1:-1",
                "pi.local:8642",
                "example.com:80",
                "127.0.0.256:80",
                "::1:80",
                "[::1]",
                "[::1:80",
                "127.0.0.1:80 "
            })
    void shouldRefuseWhatIsNoAddressOfAMachine(String text) {
        assertEquals(Optional.empty(), listen.fromText(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-pi", "pi-", "Pi.local", "pi local", "pi:80", "http://pi", "pi/"})
    void shouldRefuseWhatIsNoNameOfAMachine(String text) {
        assertEquals(Optional.empty(), new HostPort.HostName().fromText(text));
    }

    @Test
    void shouldTakeEveryCombinationOfChannels() {
        List<String> words = List.of("motor", "shape", "tone", "speaker");
        for (int bits = 0; bits < 16; bits++) {
            int chosen = bits;
            List<String> expected = words.stream()
                    .filter(word -> (chosen >> words.indexOf(word) & 1) == 1)
                    .toList();
            String text = expected.isEmpty() ? "none" : String.join("+", expected);
            CueChannels read = channels.fromText(text).orElseThrow();
            assertEquals(expected, read.words());
            assertEquals(text, read.toString());
        }
        CueChannels backwards = channels.fromText("tone + motor").orElseThrow();
        assertEquals(Set.of(CueChannels.Channel.TONE, CueChannels.Channel.MOTOR), backwards.channels());
        assertTrue(backwards.has(CueChannels.Channel.TONE));
        assertFalse(backwards.has(CueChannels.Channel.SHAPE));
        assertEquals("motor+shape+tone", Keys.CUE_CHANNELS.fallback().toString(), "nobody gets a speaker unasked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "buzz", "motor+motor", "motor,tone", "none+motor", "motor+", "MOTOR"})
    void shouldRefuseWhatIsNoChannel(String text) {
        assertEquals(Optional.empty(), channels.fromText(text));
    }
}
