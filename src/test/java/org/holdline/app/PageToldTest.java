package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.report.JsonText;
import org.holdline.sample.StreamInfo;
import org.junit.jupiter.api.Test;

/** Where choices are made on the page, its link is told before them, and once. */
class PageToldTest {
    private static final PageLinks LINKS =
            new PageLinks(List.of("http://localhost:1/"), false, List.of("Page: http://localhost:1/"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StreamInfo info = new VirtualClip(VirtualOptions.defaults()).info();

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shouldTellAPersonOfThePageBeforeTheChoices() throws Exception {
        TextView view = new TextView(out, info, false, "banner");
        view.page(LINKS);
        assertEquals("Page: http://localhost:1/\n", out());
        view.start();
        view.page(LINKS);
        assertEquals("Page: http://localhost:1/\nbanner\n", out());
    }

    @Test
    void shouldBeginJsonLinesWithTheStartAllTheSame() throws Exception {
        JsonView view = new JsonView(out, new PrintStream(err, true, StandardCharsets.UTF_8), info, 1L, "1x");
        view.page(LINKS);
        assertEquals("", out());
        assertEquals("Page: http://localhost:1/\n", err.toString(StandardCharsets.UTF_8));
        view.start();
        view.page(LINKS);
        assertEquals(
                List.of("start", "page"),
                JsonText.objects(out()).stream().map(line -> line.get("type")).toList());
        assertEquals("Page: http://localhost:1/\n", err.toString(StandardCharsets.UTF_8), "once");
    }
}
