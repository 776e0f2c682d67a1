package org.holdline.report.html;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.holdline.app.PlayedRuns;
import org.holdline.report.Retention;
import org.holdline.report.Summary;
import org.holdline.report.reading.Discomfort;
import org.holdline.report.reading.PastRun;
import org.holdline.road.Event;
import org.holdline.sample.Act;
import org.holdline.sample.Placement;
import org.holdline.session.Ending;
import org.holdline.session.KeptRun;
import org.holdline.session.Origin;
import org.holdline.text.Language;
import org.holdline.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reports of virtual runs, read by a parser that is none of ours. */
class ReportPageTest {
    private static final ReportOptions ENGLISH = ReportOptions.in(Language.ENGLISH);
    private static final ReportOptions GERMAN = ReportOptions.in(Language.GERMAN);

    private static byte[] bytes(KeptRun run, ReportOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportPage.write(run, options, out);
        return out.toByteArray();
    }

    private static String text(KeptRun run, ReportOptions options) throws IOException {
        return new String(bytes(run, options), StandardCharsets.UTF_8);
    }

    private static String sheet(KeptRun run, ReportOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PhysioSheet.write(run, options, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        html.replace("<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> all(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<String> sentences(KeptRun run, ReportOptions options) throws Exception {
        Element list = all(parsed(text(run, options)), "ol").getFirst();
        NodeList items = list.getElementsByTagName("li");
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < items.getLength(); i++) {
            sentences.add(items.item(i).getTextContent());
        }
        return sentences;
    }

    private static KeptRun ofAPerson(KeptRun run) {
        return PlayedRuns.asOf(run, Origin.CLIP, "heron-17", PlayedRuns.STARTED);
    }

    @Test
    void shouldHaveItsPartsInOrderWhenARunIsWhole() throws Exception {
        Document report = parsed(text(PlayedRuns.good(Placement.DUAL), ENGLISH));
        List<String> ids = all(report, "section").stream()
                .map(section -> section.getAttribute("id"))
                .toList();
        assertEquals(
                List.of("sentences", "charts", "dose", "patterns", "next", "fading", "cards", "trend", "about"), ids);
        assertEquals(
                List.of("deviation", "halves", "spread", "response", "cadence", "contact", "ranges"),
                all(report, "figure").stream()
                        .map(figure -> figure.getAttribute("id"))
                        .toList());
        assertEquals("en", report.getDocumentElement().getAttribute("lang"));
    }

    @ParameterizedTest
    @EnumSource(Placement.class)
    void shouldSayInWordsWhatEachDrawingShows(Placement placement) throws Exception {
        for (ReportOptions options : List.of(ENGLISH, GERMAN)) {
            Document report = parsed(text(PlayedRuns.session(placement, 1, 700), options));
            for (Element figure : all(report, "figure")) {
                String said = figure.getElementsByTagName("figcaption").item(0).getTextContent();
                NodeList drawings = figure.getElementsByTagName("svg");
                for (int i = 0; i < drawings.getLength(); i++) {
                    Element drawing = (Element) drawings.item(i);
                    assertEquals("img", drawing.getAttribute("role"));
                    assertTrue(
                            said.contains(drawing.getAttribute("aria-label"))
                                    && drawing.getAttribute("aria-label").length() > 20,
                            figure.getAttribute("id"));
                }
            }
        }
    }

    @Test
    void shouldGiveTheSameBytesWhenTheRunIsTheSame() throws IOException {
        KeptRun run = PlayedRuns.session(Placement.DUAL, 3, 700);
        assertArrayEquals(bytes(run, ENGLISH), bytes(run, ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({"DUAL", "SACRAL", "THORACOLUMBAR"})
    void shouldAskForNothingOutsideItself(Placement placement) throws Exception {
        for (String html :
                List.of(text(PlayedRuns.late(placement), ENGLISH), sheet(PlayedRuns.late(placement), GERMAN))) {
            assertFalse(html.contains("://"), "an address");
            assertFalse(html.matches("(?s).*(<script|<link|<img|<iframe|@import|\\bsrc=|javascript:).*"));
            assertFalse(html.replace("url(#", "").contains("url("));
        }
    }

    @Test
    void shouldStaySmallWhenTheRunIsTwoHoursLong() throws IOException {
        KeptRun run = PlayedRuns.session(Placement.DUAL, 1, 1500);
        List<Event> events = new ArrayList<>();
        long spanUs = run.events().getLast().timeUs;
        for (int turn = 0; turn < 5; turn++) {
            for (Event each : run.events()) {
                Event event = new Event();
                event.copyFrom(each);
                event.timeUs += turn * spanUs;
                events.add(event);
            }
        }
        KeptRun longRun = new KeptRun(run.facts(), events, run.summary(), run.belt(), run.ending());
        int length = bytes(longRun, ENGLISH).length;
        assertTrue(length < 200_000, length + " bytes");
    }

    @Test
    void shouldSayThatNobodyRanItWhenTheRunIsSimulated() throws Exception {
        for (String html : List.of(
                text(PlayedRuns.good(Placement.DUAL), ENGLISH), sheet(PlayedRuns.good(Placement.DUAL), ENGLISH))) {
            Document page = parsed(html);
            assertTrue(
                    all(page, "title").getFirst().getTextContent().startsWith("Holdline: Simulated: nobody ran this"));
            assertTrue(all(page, "main").getFirst().getTextContent().contains("Simulated: nobody ran this"));
        }
        Document report = parsed(text(PlayedRuns.good(Placement.DUAL), ENGLISH));
        assertEquals("paper-mark", all(report, "div").getFirst().getAttribute("class"), "on every sheet of paper");
        String ran = text(ofAPerson(PlayedRuns.good(Placement.DUAL)), ENGLISH);
        assertFalse(ran.contains("Simulated") || ran.contains("<div class=\"paper-mark"));
    }

    @Test
    void shouldSayWhatKindOfRunItWas() throws IOException {
        KeptRun good = ofAPerson(PlayedRuns.good(Placement.DUAL));
        assertTrue(text(PlayedRuns.asOf(good, Origin.REPLAYED, "heron-17", PlayedRuns.STARTED), ENGLISH)
                .contains("counts neither for trends"));
        assertTrue(text(PlayedRuns.asOf(good, Origin.CLIP, null, PlayedRuns.STARTED), ENGLISH)
                .contains("A guest&#39;s run"));
        assertTrue(
                text(PlayedRuns.with(good, Ending.CUT, good.summary()), ENGLISH).contains("went away in the middle"));
        assertTrue(text(PlayedRuns.with(good, Ending.FAULT, good.summary()), ENGLISH)
                .contains("The run broke off"));
        assertTrue(text(good, ENGLISH).contains("Run of 4 May 2026, 10:30"), "in the zone that the runner saw");
    }

    @Test
    void shouldBeHonestWhenNothingWasRun() throws Exception {
        for (ReportOptions options : List.of(ENGLISH, GERMAN)) {
            List<String> sentences = sentences(ofAPerson(PlayedRuns.empty()), options);
            assertEquals(3, sentences.size());
        }
        assertEquals(
                List.of(
                        "The recording is here: 0:05 of it.",
                        "No step of this run could be judged: it takes a neutral and some minutes of running after it.",
                        "Next time: run for 15 minutes or more with a neutral run in it, so that there is something to"
                                + " say."),
                sentences(ofAPerson(PlayedRuns.empty()), ENGLISH));
        parsed(sheet(PlayedRuns.empty(), ENGLISH));
    }

    @Test
    void shouldSayFirstWhatWentWellThenWhatWasSeenThenOneThing() throws Exception {
        List<String> good = sentences(ofAPerson(PlayedRuns.good(Placement.DUAL)), ENGLISH);
        assertTrue(good.get(0).matches("You kept (>.)?\\d+ % of \\d+ judged steps within your band\\."), good.get(0));
        assertTrue(good.get(1).startsWith("As you usually run, in the easy run, you lay +"), good.get(1));
        assertTrue(good.get(1).contains(" 0 % of the steps") && good.get(1).contains("good to ±4°"), good.get(1));
        assertTrue(good.get(2).startsWith("Next time: the same run again"), good.get(2));
        List<String> late = sentences(ofAPerson(PlayedRuns.late(Placement.DUAL)), ENGLISH);
        assertTrue(late.get(1).matches("From \\d+:\\d\\d on more steps lay beyond your band, .*"), late.get(1));
        assertTrue(
                late.get(2)
                        .matches("Next time: walk for one minute at \\d+:00 on Holdline's clock, and then run on\\."),
                late.get(2));
    }

    @Test
    void shouldNotPraiseWhatWasNot() throws Exception {
        List<String> early = sentences(ofAPerson(PlayedRuns.early(Placement.SACRAL)), ENGLISH);
        assertFalse(early.getFirst().contains("within your band"), early.getFirst());
    }

    @ParameterizedTest
    @CsvSource({"SACRAL", "THORACOLUMBAR"})
    void shouldNeverSayTheWordWhenOneImuRuns(Placement placement) throws IOException {
        for (KeptRun run : List.of(
                PlayedRuns.good(placement),
                PlayedRuns.late(placement),
                PlayedRuns.early(placement),
                PlayedRuns.session(placement, 1, 700))) {
            for (String html : List.of(text(run, ENGLISH), sheet(run, ENGLISH))) {
                String found = html.toLowerCase(Locale.ROOT);
                int at = found.indexOf("arch");
                assertEquals(-1, at, () -> found.substring(Math.max(0, at - 60), at + 40));
            }
            for (String html : List.of(text(run, GERMAN), sheet(run, GERMAN))) {
                assertFalse(html.contains("Lendenbogen") || html.contains("bogen"), placement.word());
            }
        }
        assertTrue(text(PlayedRuns.good(Placement.DUAL), ENGLISH).contains("Lumbar arch (estimate, ±4°)"));
    }

    @Test
    void shouldLeaveNothingInTheOtherLanguage() throws IOException {
        Texts english = Texts.of(Language.ENGLISH);
        Texts german = Texts.of(Language.GERMAN);
        String html = text(PlayedRuns.late(Placement.DUAL), GERMAN) + sheet(PlayedRuns.late(Placement.DUAL), GERMAN);
        english.all().forEach((key, text) -> {
            boolean telling =
                    text.length() > 6 && !text.contains("{") && !german.all().containsValue(text);
            assertFalse(telling && html.contains(">" + text + "<"), key + ": " + text);
        });
    }

    @Test
    void shouldEscapeWhatAPersonNamed() throws Exception {
        KeptRun run = PlayedRuns.good(Placement.DUAL);
        String evil = "<script>alert(1)</script>\"&'";
        String html = text(PlayedRuns.asOf(run, Origin.CLIP, evil, PlayedRuns.STARTED), ENGLISH);
        assertFalse(html.contains("<script"));
        assertTrue(all(parsed(html), "dd").stream()
                .anyMatch(cell -> cell.getTextContent().equals(evil)));
    }

    @Test
    void shouldPushNobodyOnWhenThereIsDiscomfort() throws Exception {
        KeptRun run = ofAPerson(PlayedRuns.late(Placement.DUAL));
        for (Discomfort said : List.of(new Discomfort(6, 0), new Discomfort(null, 2))) {
            String html = text(run, ENGLISH.with(said));
            assertEquals(
                    "Next time: ease off and show this report to a physiotherapist.",
                    sentences(run, ENGLISH.with(said)).get(2));
            assertTrue(html.contains("No run is planned.") && html.contains("No card while you ease off."));
            assertFalse(html.contains("class=\"card\"") || html.contains("holdline run"));
        }
        assertTrue(text(run, ENGLISH.with(new Discomfort(5, 1))).contains("class=\"card\""), "5 is not above 5");
    }

    @Test
    void shouldSayFirstWhatWasMarkedWhenDiscomfortWas() throws Exception {
        KeptRun run = ofAPerson(PlayedRuns.good(Placement.DUAL));
        assertFalse(text(run, ENGLISH).contains("You marked discomfort"), "nothing was marked");
        KeptRun once = marked(run, 1);
        String html = text(once, ENGLISH);
        assertTrue(html.contains("You marked discomfort once. If it stays or comes back, stop,"), html);
        assertTrue(html.indexOf("You marked discomfort once.") < html.lastIndexOf("Next time:"), "it comes first");
        assertEquals(sentences(run, ENGLISH), sentences(once, ENGLISH), "the aim is what it was");
        assertTrue(text(marked(run, 3), GERMAN).contains("Du hast 3-mal Beschwerden markiert."));
    }

    private static KeptRun marked(KeptRun run, int times) {
        List<Event> events = new ArrayList<>(run.events());
        for (int i = 0; i < times; i++) {
            Event mark = new Event();
            mark.kind = Event.Kind.ACT;
            mark.acts = Act.MARK.bit();
            mark.timeUs = events.getLast().timeUs;
            events.add(mark);
        }
        return new KeptRun(run.facts(), events, run.summary(), run.belt(), run.ending());
    }

    @Test
    void shouldTellTheNextStageBeforeItComes() throws IOException {
        KeptRun run = ofAPerson(PlayedRuns.faded(Placement.DUAL, 1, 1500));
        assertFalse(run.summary().probes().isEmpty(), "the run holds blocks without cues");
        String plain = text(run, ENGLISH);
        assertTrue(plain.contains("What the next stage means: 75 % of the due cues."));
        Summary on = run.summary()
                .after(new Retention.Kept(
                        1,
                        List.of(
                                new Summary.Probe(0, 300, 0.99),
                                new Summary.Probe(1, 300, 0.99),
                                new Summary.Probe(2, 300, 0.99))));
        String moved = text(PlayedRuns.with(run, Ending.WHOLE, on), ENGLISH);
        assertEquals(Retention.Change.ON, on.retention().change());
        assertTrue(moved.contains("Now 75 % of the due cues are given (stage 1 of 4)."));
        assertTrue(moved.contains("Next time 50 % of the due cues are given."));
    }

    @Test
    void shouldCompareOnlyWhatIsAlikeWhenThereAreEarlierRuns() throws Exception {
        KeptRun run = ofAPerson(PlayedRuns.good(Placement.DUAL));
        List<PastRun> earlier = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            earlier.add(PastRun.of(PlayedRuns.asOf(
                    PlayedRuns.late(Placement.DUAL),
                    Origin.CLIP,
                    "heron-17",
                    PlayedRuns.STARTED.minusSeconds(86_400L * i))));
        }
        earlier.add(PastRun.of(PlayedRuns.asOf(
                PlayedRuns.good(Placement.SACRAL), Origin.CLIP, "heron-17", PlayedRuns.STARTED.minusSeconds(9))));
        String html = text(run, ENGLISH.beside(earlier));
        assertTrue(html.contains("fewer than in all 3 runs like it"), html);
        assertTrue(html.contains("2026-05-04: other sensors or place"));
        assertTrue(text(PlayedRuns.good(Placement.DUAL), ENGLISH.beside(earlier))
                .contains("This run is held against no other one: simulated or played again."));
    }

    @Test
    void shouldCountInMilesWhenAsked() throws IOException {
        String km = text(PlayedRuns.late(Placement.DUAL), ENGLISH);
        String miles = text(PlayedRuns.late(Placement.DUAL), ENGLISH.withMiles(true));
        assertTrue(km.contains("10.0 km/h") && km.contains("Per km"));
        assertTrue(miles.contains("6.2 mph") && miles.contains("Per mile"));
        assertFalse(miles.contains("km/h") && miles.contains("10.0 km/h"));
    }

    @Test
    void shouldShowTheCommandUntilThePlanIsKept() throws IOException {
        KeptRun run = ofAPerson(PlayedRuns.good(Placement.DUAL));
        assertTrue(text(run, ENGLISH).contains("holdline run --set run.planned_s="));
        ReportOptions kept = new ReportOptions(Language.ENGLISH, false, Discomfort.UNSAID, List.of(), true);
        assertTrue(text(run, kept).contains("This is set: your next run starts with it."));
        assertFalse(text(run, kept).contains("holdline run --set"));
    }
}
