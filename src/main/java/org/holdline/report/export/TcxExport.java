package org.holdline.report.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdline.session.BeltSpan.Known;
import org.holdline.session.KeptRun;
import org.holdline.session.belt.Ground;
import org.holdline.session.belt.Ground.Bout;
import org.holdline.session.belt.Part;
import org.jspecify.annotations.Nullable;

/**
 * A run as a Training Center database, version 2, with speed and cadence in Garmin's activity extension. The order of elements is
 * that of the public schemas TrainingCenterDatabasev2.xsd and ActivityExtensionv2.xsd. A lap must say a distance and calories
 * there: 0 stands for both where they are not known, and the notes say so.
 */
final class TcxExport implements RunExport {
    private static final String DATABASE = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2";
    private static final String EXTENSION = "http://www.garmin.com/xmlschemas/ActivityExtension/v2";
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    /** Largest numbers that the schemas hold. */
    private static final int MAX_CADENCE = 254;

    private static final int MAX_STEPS = 65_535;

    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\D.*)?");

    @Override
    public void write(KeptRun run, OutputStream out) throws IOException {
        Ground ground = Ground.of(run);
        Timeline timeline = new Timeline(run, ground);
        Activity activity = Activity.of(run, timeline, ground);
        Xml xml = new Xml(out);
        xml.open("TrainingCenterDatabase", "xmlns", DATABASE, "xmlns:x", EXTENSION, "xmlns:xsi", INSTANCE);
        xml.open("Activities").open("Activity", "Sport", "Running");
        Points points = new Points(xml, run.facts().startedAt(), timeline, activity);
        xml.text("Id", points.time(activity.fromS()));
        for (Lap lap : Lap.of(run, activity)) {
            lap(xml, points, lap, activity);
        }
        xml.text("Notes", notes(run, activity));
        creator(xml, run);
        xml.close().close().close();
        xml.flush();
    }

    private static void lap(Xml xml, Points points, Lap lap, Activity activity) throws IOException {
        double metres =
                activity.ground().isEmpty() ? Double.NaN : activity.ground().metres(lap.fromUs(), lap.toUs());
        double timerS = activity.timerUs(lap.fromUs(), lap.toUs()) / 1e6;
        xml.open("Lap", "StartTime", points.time(lap.fromUs() / Timeline.US));
        xml.text("TotalTimeSeconds", decimal(timerS, 3));
        xml.text("DistanceMeters", decimal(Double.isNaN(metres) ? 0 : metres, 2));
        xml.text("Calories", "0");
        xml.text("Intensity", lap.effort().tcx());
        xml.text("TriggerMethod", lap.why().tcx());
        points.until(lap.toUs() / Timeline.US);
        xml.text("Notes", posture(lap.part()));
        xml.open("Extensions").open("x:LX");
        if (metres > 0 && timerS > 0) {
            xml.text("x:AvgSpeed", decimal(metres / timerS, 3));
        }
        Integer cadence = strides(lap.part().gait().cadenceDspm());
        if (cadence != null) {
            xml.text("x:AvgRunCadence", String.valueOf(cadence));
        }
        if (lap.part().steps() <= MAX_STEPS) {
            xml.text("x:Steps", String.valueOf(lap.part().steps()));
        }
        xml.close().close().close();
    }

    private static String posture(Part part) {
        return "Steps over the band: " + part.overSteps() + " of " + part.judgedSteps() + " judged; cues: "
                + part.cues();
    }

    /** Strides a minute, half of the steps, as Garmin's extension counts; null beyond what it holds. */
    private static @Nullable Integer strides(@Nullable Integer dspm) {
        if (dspm == null) {
            return null;
        }
        int strides = (int) Math.round(dspm / 20.0);
        return strides <= MAX_CADENCE ? strides : null;
    }

    private static String notes(KeptRun run, Activity activity) {
        Known known = activity.ground().known();
        String simulated = run.facts().info().simulated() ? "SIMULATED, nobody ran this. " : "";
        String distance = known == null
                ? "The belt's speed was not known at every step: 0 stands for the distance. "
                : "Belt speed: " + known.word() + ". ";
        return simulated + "Holdline, " + run.summary().metric().replace('_', ' ') + ", "
                + run.facts().origin().word() + ". " + distance + "No calories are measured. "
                + posture(activity.total()) + ".";
    }

    private static void creator(Xml xml, KeptRun run) throws IOException {
        Matcher version = VERSION.matcher(run.facts().version());
        boolean told = version.matches();
        xml.open("Creator", "xsi:type", "Device_t");
        xml.text("Name", run.facts().info().simulated() ? "Holdline simulated" : "Holdline");
        xml.text("UnitId", "0").text("ProductID", "0");
        xml.open("Version");
        xml.text("VersionMajor", told ? version.group(1) : "0");
        xml.text("VersionMinor", told ? version.group(2) : "0");
        xml.text("BuildMajor", "0").text("BuildMinor", "0");
        xml.close().close();
    }

    private static String decimal(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }

    /** The points of all laps, in one pass over the seconds; a track for each time that the timer ran. */
    private static final class Points {
        private final Xml xml;
        private final Instant startedAt;
        private final Iterator<Second> seconds;
        private final List<Bout> bouts;
        private @Nullable Second waiting;
        private int bout;

        Points(Xml xml, Instant startedAt, Timeline timeline, Activity activity) {
            this.xml = xml;
            // Whole seconds, as the protocol of the FIT file counts: both tell the same instants.
            this.startedAt = Instant.ofEpochSecond(startedAt.getEpochSecond());
            seconds = timeline.iterator();
            bouts = activity.bouts();
        }

        String time(long secondsIn) {
            return startedAt.plusSeconds(secondsIn).toString();
        }

        private @Nullable Second next() {
            Second second = waiting;
            waiting = null;
            return second == null && seconds.hasNext() ? seconds.next() : second;
        }

        /** Points up to a second of the run, that of its end included. */
        void until(long endS) throws IOException {
            boolean open = false;
            for (Second second = next(); second != null; second = next()) {
                if (second.number() + 1 > endS) {
                    waiting = second;
                    break;
                }
                while (bout < bouts.size() && bouts.get(bout).toS() <= second.number()) {
                    bout++;
                    open = closed(open);
                }
                if (bout < bouts.size() && second.number() >= bouts.get(bout).fromS()) {
                    if (!open) {
                        xml.open("Track");
                        open = true;
                    }
                    if (second.number() == bouts.get(bout).fromS()) {
                        begin(second);
                    }
                    point(second);
                }
            }
            closed(open);
        }

        private boolean closed(boolean open) throws IOException {
            if (open) {
                xml.close();
            }
            return false;
        }

        private void begin(Second second) throws IOException {
            xml.open("Trackpoint").text("Time", time(second.number()));
            distance(second.metresSoFar() - second.metres());
            xml.close();
        }

        private void point(Second second) throws IOException {
            xml.open("Trackpoint").text("Time", time(second.number() + 1));
            distance(second.metresSoFar());
            Integer strides = strides(second.part().gait().cadenceDspm());
            boolean speedKnown = !Double.isNaN(second.metres());
            if (speedKnown || strides != null) {
                xml.open("Extensions").open("x:TPX");
                if (speedKnown) {
                    xml.text("x:Speed", decimal(second.metres(), 3));
                }
                if (strides != null) {
                    xml.text("x:RunCadence", String.valueOf(strides));
                }
                xml.close().close();
            }
            xml.close();
        }

        private void distance(double metres) throws IOException {
            if (!Double.isNaN(metres)) {
                xml.text("DistanceMeters", decimal(metres, 2));
            }
        }
    }
}
