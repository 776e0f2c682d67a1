package org.holdline.report.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.holdline.report.export.PlainFit.Message;
import org.holdline.road.Watch;
import org.holdline.sample.Phase;
import org.holdline.session.KeptRun;
import org.holdline.session.MadeKeptRuns;
import org.holdline.session.Origin;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class TcxExportTest {
    private static final long EPOCH_S = 631_065_600;
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(new Source[] {
                new StreamSource(TcxExportTest.class.getResourceAsStream("activity-extension.xsd")),
                new StreamSource(TcxExportTest.class.getResourceAsStream("training-center.xsd"))
            });
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(KeptRun run) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportFormat.TCX.export().write(run, out);
        return out.toByteArray();
    }

    private static Document parsed(byte[] bytes) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        SCHEMA.newValidator().validate(new DOMSource(document));
        return document;
    }

    private static List<Element> all(Element in, String name) {
        NodeList nodes = in.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String first(Element in, String name) {
        return all(in, name).getFirst().getTextContent();
    }

    /** Valid, and the same run as the FIT file tells of. */
    static void check(String said, byte[] tcx, PlainFit fit) throws Exception {
        Element root = parsed(tcx).getDocumentElement();
        Message session = fit.only(18);
        List<Message> fitLaps = fit.messages(19);
        List<Element> laps = all(root, "Lap");
        assertEquals(fitLaps.size(), laps.size(), said);
        assertEquals(session.whole(2), seconds(first(root, "Id")), said);
        long steps = 0;
        for (int i = 0; i < laps.size(); i++) {
            Element lap = laps.get(i);
            Long metres = fitLaps.get(i).whole(9);
            assertEquals(
                    metres == null ? 0 : metres / 100.0, Double.parseDouble(first(lap, "DistanceMeters")), 0.006, said);
            assertEquals(
                    fitLaps.get(i).whole(8) / 1000.0, Double.parseDouble(first(lap, "TotalTimeSeconds")), 0.002, said);
            steps += Long.parseLong(first(lap, "Steps"));
        }
        assertEquals(session.whole(10) * 2 + session.whole(94) / 64, steps, said);
        List<Element> points = all(root, "Trackpoint");
        List<Message> records = fit.messages(20);
        assertEquals(records.size(), points.size(), said);
        for (int i = 0; i < points.size(); i++) {
            assertEquals(records.get(i).whole(253), seconds(first(points.get(i), "Time")), said);
            assertEquals(
                    records.get(i).whole(5) != null,
                    !all(points.get(i), "DistanceMeters").isEmpty(),
                    said);
        }
    }

    private static long seconds(String time) {
        return Instant.parse(time).getEpochSecond() - EPOCH_S;
    }

    @Test
    void shouldBeginANewTrackWhenTheRunnerRests() throws Exception {
        KeptRun run = new MadeKeptRuns(0)
                .speed(12_000)
                .state(0, Watch.WATCHING, Phase.RUN)
                .run(160, 0)
                .stand(30)
                .run(160, 0)
                .kept();
        Element root = parsed(bytes(run)).getDocumentElement();
        assertEquals(1, all(root, "Lap").size());
        assertEquals(2, all(root, "Track").size());
        assertEquals("120.000", first(root, "TotalTimeSeconds"));
        assertEquals("80", first(root, "AvgRunCadence"), "strides, half of the steps");
        assertEquals("320", first(root, "Steps"));
    }

    @Test
    void shouldSayThatNobodyRanWhenItWasSimulated() throws Exception {
        KeptRun run = new MadeKeptRuns(0).origin(Origin.SIMULATED).run(160, 0).kept();
        String text = new String(bytes(run), StandardCharsets.UTF_8);
        assertTrue(text.contains("SIMULATED, nobody ran this."), text);
        assertTrue(text.contains("0 stands for the distance."), text);
        assertTrue(!text.contains("pseudonym"), text);
    }

    /** The schema used here is able to refuse. */
    @Test
    void shouldNoticeWhenElementsStandInAnotherOrder() throws Exception {
        KeptRun run = new MadeKeptRuns(0).speed(9000).run(20, 0).kept();
        String text = new String(bytes(run), StandardCharsets.UTF_8);
        parsed(text.getBytes(StandardCharsets.UTF_8));
        String swapped = text.replaceFirst("(<Calories>0</Calories>)\\s*(<Intensity>Active</Intensity>)", "$2$1");
        assertTrue(!swapped.equals(text));
        assertThrows(SAXException.class, () -> parsed(swapped.getBytes(StandardCharsets.UTF_8)));
        String fast = text.replaceFirst("<x:RunCadence>80<", "<x:RunCadence>255<");
        assertTrue(!fast.equals(text));
        assertThrows(SAXException.class, () -> parsed(fast.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void shouldKeepTextApartFromMarkupWhenItHoldsBoth() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Xml xml = new Xml(out).text("a", "<&>\"\u0007\ud800x");
        xml.flush();
        assertEquals(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>&lt;&amp;&gt;&quot;??x</a>\n",
                out.toString(StandardCharsets.UTF_8));
    }
}
