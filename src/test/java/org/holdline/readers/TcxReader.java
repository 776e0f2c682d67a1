package org.holdline.readers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * TCX as the JDK's parser reads it. The schema is that of this project's tests, which was written from the published element
 * tables; {@code -Dholdline.tcx.xsd=FILE} has Garmin's own TrainingCenterDatabasev2.xsd validate it as well, which carries no
 * licence to be handed on and so lies elsewhere.
 */
public final class TcxReader {
    /** A file of whole seconds begins at the one before the first step and ends at the one after the last. */
    private static final int WHOLE_S = 2;

    private static final String READER = "tcx";
    private static final Pattern BACK = Pattern.compile("Steps over the band: (\\d+) of (\\d+) judged; cues: (\\d+)");

    private final Element root;

    private TcxReader(Element root) {
        this.root = root;
    }

    /**
     * Reads and validates.
     *
     * @throws IOException when it is not valid
     */
    public static TcxReader read(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(file.toFile());
            List<Source> own = new ArrayList<>();
            for (String schema : List.of("activity-extension.xsd", "training-center.xsd")) {
                own.add(new StreamSource(TcxReader.class.getResourceAsStream("/org/holdline/report/export/" + schema)));
            }
            validate(document, own.toArray(Source[]::new));
            String garmins = System.getProperty("holdline.tcx.xsd");
            if (garmins != null) {
                validate(document, new StreamSource(Files.newInputStream(Path.of(garmins))));
                System.out.println("TCX: valid by " + garmins);
            }
            return new TcxReader(document.getDocumentElement());
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static void validate(Document document, Source... schemas) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schemas)
                .newValidator()
                .validate(new DOMSource(document));
    }

    private static List<Element> all(Element in, String name) {
        NodeList nodes = in.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static double number(Element in, String name) {
        List<Element> found = all(in, name);
        return found.isEmpty()
                ? Double.NaN
                : Double.parseDouble(found.getFirst().getTextContent());
    }

    /** Of the elements right below, so that a lap's total is not taken from its first point. */
    private static double own(Element in, String name) {
        for (Element found : all(in, name)) {
            if (found.getParentNode().isSameNode(in)) {
                return Double.parseDouble(found.getTextContent());
            }
        }
        return Double.NaN;
    }

    /** The remark of an activity, behind its laps. */
    public String notes() {
        Element activity = all(root, "Activity").getFirst();
        return all(activity, "Notes").stream()
                .filter(notes -> notes.getParentNode().isSameNode(activity))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    /** What has made it. */
    public String creator() {
        return all(all(root, "Creator").getFirst(), "Name").getFirst().getTextContent();
    }

    /** Says what it holds: summed over its laps, by its remark, and by its points. */
    public void tell(CrossCheck check) {
        List<Element> laps = all(root, "Lap");
        List<Element> points = all(root, "Trackpoint");
        check.say(READER, "steps", sum(laps, lap -> number(lap, "Steps")));
        check.say(READER, "over_steps", sum(laps, lap -> back(lap.getTextContent(), 1)));
        check.say(READER, "judged_steps", sum(laps, lap -> back(lap.getTextContent(), 2)));
        check.say(READER, "cues", sum(laps, lap -> back(lap.getTextContent(), 3)));
        check.say(READER, "distance_m", sum(laps, lap -> own(lap, "DistanceMeters")), 0.5 + 0.006 * laps.size());
        check.say(READER, "moving_s", sum(laps, lap -> number(lap, "TotalTimeSeconds")), WHOLE_S);
        check.say(
                READER, "simulated", notes().contains("SIMULATED") && creator().contains("simulated") ? 1 : 0);
        String remark = "its remark";
        check.say(remark, "over_steps", back(notes(), 1));
        check.say(remark, "judged_steps", back(notes(), 2));
        check.say(remark, "cues", back(notes(), 3));
        String seconds = "its points";
        check.say(seconds, "distance_m", number(points.getLast(), "DistanceMeters"), 0.5);
        check.say(seconds, "moving_s", points.size() - 1, WHOLE_S);
        double[] spm = points.stream()
                .mapToDouble(point -> 2 * number(point, "RunCadence"))
                .toArray();
        // Whole strides a minute.
        check.say(seconds, "cadence_spm", Medians.of(spm), 2);
    }

    private static double back(String text, int group) {
        Matcher found = BACK.matcher(text);
        return found.find() ? Double.parseDouble(found.group(group)) : Double.NaN;
    }

    private static double sum(List<Element> elements, ToDoubleFunction<Element> of) {
        return elements.stream().mapToDouble(of).sum();
    }
}
