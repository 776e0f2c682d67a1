package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.holdline.profile.flash.Refusal;
import org.junit.jupiter.api.Test;

/** The user's page shows the refusals that the program knows, with their exit codes and next commands. */
class ProfilesPageTest {
    @Test
    void shouldShowEachRefusalWhenThePageIsRead() throws Exception {
        List<String> expected = Arrays.stream(Refusal.values())
                .map(refusal -> "| " + refusal.name().toLowerCase(Locale.ROOT) + " | " + ProfileReport.codeOf(refusal)
                        + " | " + refusal.text() + " | " + refusal.next() + " |")
                .toList();
        List<String> page =
                Files.readAllLines(Path.of(System.getProperty("holdline.home", "."), "src/docs/profiles.md"));
        int head = page.indexOf("| refusal | code | means | next |");
        assertEquals(
                String.join("\n", expected),
                String.join("\n", page.subList(head + 2, Math.min(page.size(), head + 2 + expected.size()))));
        assertEquals("", page.get(head + 2 + expected.size()));
    }
}
