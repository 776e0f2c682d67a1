package org.holdline.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.holdline.sample.Phase;
import org.holdline.text.Language;
import org.holdline.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of steps as it is published, and the lines that are spoken. */
class GuidePageTest {
    private static final String WRITE = "holdline.guide.write";
    private static final String BEGIN = "<!-- table of steps -->\n";
    private static final String END = "<!-- end -->";

    private static String table() {
        Texts texts = Texts.of(Language.ENGLISH);
        StringBuilder table = new StringBuilder(
                        "| step | line | phase | in | goes on with | standing | left after | skipping costs |\n")
                .append("|---|---|---|---|---|---|---|---|\n");
        for (Step step : Step.values()) {
            Phase marker = step.marker();
            List<String> kinds = List.of(GuideKind.QUICK, GuideKind.FULL, GuideKind.RETURNING).stream()
                    .filter(kind -> kind.steps().contains(step))
                    .map(GuideKind::word)
                    .toList();
            table.append("| `").append(step.word()).append("` | ");
            table.append(texts.text("guide." + step.word())).append(" | ");
            table.append(marker == null ? "" : "`" + marker.word() + "`").append(" | ");
            table.append(kinds.size() == 3 || kinds.isEmpty() ? "all" : String.join(", ", kinds))
                    .append(" | ");
            table.append(step.advance()).append(" | ");
            table.append(step.isStanding() ? "yes" : "").append(" | ");
            table.append(step.timeoutS() == 0 ? "" : step.timeoutS() + " s").append(" | ");
            table.append(step.isSkippable() ? step.cost() : "").append(" |\n");
        }
        return table.toString();
    }

    @Test
    void shouldPublishTheTableAsItIsInTheCode() throws IOException {
        Path page = Path.of(System.getProperty("holdline.home", "."), "src/docs/guide.md");
        String text = Files.readString(page);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(page, text.substring(0, from) + table() + text.substring(to));
            return;
        }
        assertEquals(table(), text.substring(from, to), "write it anew with -D" + WRITE + "=true");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void shouldSayEachLineInFiveWordsAtMost(Language language) {
        Texts texts = Texts.of(language);
        int lines = 0;
        for (Step step : Step.values()) {
            lines++;
            atMostFive(texts.text("guide." + step.word()));
        }
        for (String line : List.of("stop", "pause", "again", "refit", "drill.slower", "check.stronger")) {
            lines++;
            atMostFive(texts.text("guide." + line));
        }
        assertTrue(lines > 20);
    }

    private static void atMostFive(String line) {
        assertTrue(line.split(" ", -1).length <= 5, line);
    }
}
