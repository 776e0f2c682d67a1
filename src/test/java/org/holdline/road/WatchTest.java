package org.holdline.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WatchTest {
    @ParameterizedTest
    @EnumSource(Watch.class)
    void shouldSayOneOfThreeStatesWhenAsked(Watch watch) {
        switch (watch.state()) {
            case "watching" -> {
                assertEquals("", watch.why());
                assertEquals("Watching", watch.text());
            }
            case "learning" -> {
                assertEquals("neutral", watch.why());
                assertTrue(watch.text().startsWith("Learning"));
            }
            default -> {
                assertEquals("not_watching", watch.state());
                assertFalse(watch.why().isEmpty(), "not watching always says why");
                assertTrue(watch.text().startsWith("Not watching: ") || watch == Watch.ENDED, watch.text());
            }
        }
        assertTrue(watch.why().matches("[a-z_]*"), watch.why());
    }

    @Test
    void shouldTellEveryStateApartWhenSaid() {
        Set<String> texts = new HashSet<>();
        Set<String> words = new HashSet<>();
        for (Watch watch : Watch.values()) {
            texts.add(watch.text());
            words.add(watch.state() + "/" + watch.why());
        }
        assertEquals(Watch.values().length, texts.size());
        assertEquals(Watch.values().length, words.size());
    }
}
