package org.holdline.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.holdline.app.PlayedRuns;
import org.holdline.page.Chromium;
import org.holdline.report.reading.Discomfort;
import org.holdline.sample.Placement;
import org.holdline.session.KeptRun;
import org.holdline.session.Origin;
import org.holdline.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports in Debian's Chromium: what axe finds, whether they fit a phone, and on how many sheets they print. */
@Tag("browser")
@Timeout(300)
class ReportBrowserTest {
    private static final String PICTURES = "holdline.pictures.write";

    @TempDir
    Path folder;

    private Chromium browser;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Chromium.program() != null, "NOT TESTED: no Chromium here (apt install chromium)");
        browser = new Chromium(folder);
        browser.media("light", false);
        browser.screen(1024, 768);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private void show(Content content) throws Exception {
        Path file = folder.resolve("shown.html");
        try (OutputStream out = Files.newOutputStream(file)) {
            content.write(out);
        }
        browser.go(file.toUri().toString());
    }

    private static KeptRun run(String which, Placement placement) {
        return switch (which) {
            case "good" -> PlayedRuns.good(placement);
            case "late" -> PlayedRuns.late(placement);
            case "early" -> PlayedRuns.early(placement);
            case "faded" -> PlayedRuns.faded(placement, 1, 1500);
            default -> PlayedRuns.empty();
        };
    }

    private static Language language(String tag) {
        return tag.equals("de") ? Language.GERMAN : Language.ENGLISH;
    }

    @ParameterizedTest
    @CsvSource({
        "late, DUAL, en, light, 1024",
        "faded, DUAL, de, dark, 390",
        "early, SACRAL, de, light, 320",
        "late, THORACOLUMBAR, en, dark, 320",
        "good, DUAL, de, light, 320",
        "empty, DUAL, en, light, 390"
    })
    void shouldFitAndHaveNoAxeViolationWhenAReportIsShown(
            String which, Placement placement, String tag, String scheme, int width) throws Exception {
        browser.media(scheme, false);
        browser.screen(width, 800);
        ReportOptions options = ReportOptions.in(language(tag));
        List<Content> pages = List.of(
                out -> ReportPage.write(run(which, placement), options, out),
                out -> ReportPage.write(run(which, placement), options.with(new Discomfort(7, 0)), out),
                out -> PhysioSheet.write(run(which, placement), options, out),
                out -> ReportPage.cards(options.language(), out));
        for (int i = 0; i < pages.size(); i++) {
            show(pages.get(i));
            String where = which + " " + placement + " " + tag + " " + width + " page " + i;
            assertEquals(
                    false,
                    browser.eval("document.documentElement.scrollWidth > innerWidth"),
                    () -> where + ": scrolls sideways");
            browser.eval("document.querySelectorAll('details').forEach(d => d.open = true)");
            assertEquals("", browser.axe(), where);
        }
        assertEquals(List.of(), browser.complaints());
        browser.requests()
                .forEach(request ->
                        assertTrue(request.startsWith("file:") || request.equals("about:blank"), "asked: " + request));
    }

    @ParameterizedTest
    @CsvSource({
        "late, DUAL, en, CLIP",
        "late, DUAL, de, SIMULATED",
        "faded, DUAL, de, SIMULATED",
        "early, SACRAL, de, SIMULATED",
        "late, THORACOLUMBAR, de, SIMULATED",
        "empty, DUAL, de, SIMULATED"
    })
    void shouldPrintTheSheetOnOnePageAndTheReportOnAFew(String which, Placement placement, String tag, Origin origin)
            throws Exception {
        KeptRun run = PlayedRuns.asOf(run(which, placement), origin, "heron-17", PlayedRuns.STARTED);
        ReportOptions options = ReportOptions.in(language(tag));
        show(out -> PhysioSheet.write(run, options, out));
        assertEquals(1, browser.sheets(), which + " " + placement + " " + tag);
        show(out -> ReportPage.write(run, options, out));
        int sheets = browser.sheets();
        assertTrue(sheets <= 6, sheets + " sheets of " + which + " " + placement + " " + tag);
    }

    @Test
    void shouldWriteThePicturesWhenAsked() throws Exception {
        assumeTrue(Boolean.getBoolean(PICTURES), "-D" + PICTURES + "=true writes them");
        Path pictures = Files.createDirectories(Path.of(System.getProperty("holdline.home", "."), "src/docs/pictures"));
        ReportOptions options = ReportOptions.in(Language.ENGLISH);
        KeptRun run = PlayedRuns.faded(Placement.DUAL, 1, 1500);
        browser.screen(960, 1180);
        show(out -> ReportPage.write(run, options, out));
        browser.picture(pictures.resolve("report-page.png"));
        browser.screen(390, 900);
        show(out -> ReportPage.write(run, options, out));
        browser.picture(pictures.resolve("report-phone.png"));
        browser.screen(820, 1090);
        show(out -> PhysioSheet.write(run, options, out));
        browser.picture(pictures.resolve("report-physio.png"));
        browser.screen(1280, 1500);
        show(out -> ReportPage.cards(Language.ENGLISH, out));
        browser.picture(pictures.resolve("report-cards.png"));
    }
}
