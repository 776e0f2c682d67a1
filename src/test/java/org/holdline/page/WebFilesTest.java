package org.holdline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the page's files without a browser. */
class WebFilesTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("holdline.home", "."), "src/main/resources/org/holdline/page");

    @Test
    void shouldBeUnchangedWhenItIsOfOthers() throws Exception {
        Matcher row = Pattern.compile("`(uPlot\\.[a-z.]+)`.*`([0-9a-f]{64})`")
                .matcher(Files.readString(FOLDER.resolve("vendor/README.md")));
        int files = 0;
        while (row.find()) {
            files++;
            byte[] bytes = Files.readAllBytes(FOLDER.resolve("vendor").resolve(row.group(1)));
            String sum = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            assertEquals(row.group(2), sum, row.group(1));
        }
        assertEquals(2, files);
        assertTrue(Files.readString(FOLDER.resolve("vendor/uPlot-LICENSE.txt")).contains("MIT License"));
    }

    @Test
    void shouldServeEveryFileThatThePageAsksFor() throws IOException {
        WebFiles files = new WebFiles();
        for (Path file : own()) {
            Matcher path = Pattern.compile("(?:src=|href=|from |import\\(|href = )[\"'](/[^\"']*)[\"']")
                    .matcher(Files.readString(file));
            while (path.find()) {
                assertTrue(files.at(path.group(1)) != null, file.getFileName() + " asks for " + path.group(1));
            }
        }
    }

    @Test
    void shouldAskNoOtherMachineWhenRead() throws IOException {
        for (Path file : own()) {
            String text = Files.readString(file).replace("http://www.w3.org/2000/svg", "");
            assertFalse(text.contains("://"), file.getFileName() + " names an address");
        }
    }

    @Test
    void shouldHoldNoRedWhenColoursAreRead() throws IOException {
        Map<String, Float> red = new HashMap<>();
        int colours = 0;
        for (Path file : own()) {
            Matcher colour = Pattern.compile("#([0-9a-fA-F]{6})\\b").matcher(Files.readString(file));
            while (colour.find()) {
                colours++;
                Color c = Color.decode("#" + colour.group(1));
                float[] hsb = Color.RGBtoHSB(c.getRed(), c.getGreen(), c.getBlue(), null);
                boolean reddish = (hsb[0] < 25 / 360f || hsb[0] > 335 / 360f) && hsb[1] > 0.2f && hsb[2] > 0.2f;
                if (reddish) {
                    red.put(colour.group(), hsb[0] * 360);
                }
            }
        }
        assertTrue(colours > 15, colours + " colours: looked in the wrong place?");
        assertEquals(Map.of(), red);
    }

    private static List<Path> own() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
