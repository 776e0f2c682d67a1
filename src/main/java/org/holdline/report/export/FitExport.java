package org.holdline.report.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdline.report.export.FitProfile.Own;
import org.holdline.sample.Sample;
import org.holdline.session.BeltSpan.Known;
import org.holdline.session.KeptRun;
import org.holdline.session.RunFacts;
import org.holdline.session.belt.Ground;
import org.holdline.session.belt.Ground.Bout;
import org.holdline.session.belt.Part;
import org.jspecify.annotations.Nullable;

/** A run on a treadmill as a FIT activity. */
final class FitExport implements RunExport {
    /** 1989-12-31T00:00:00Z, from which the protocol counts seconds. */
    private static final long EPOCH_S = 631_065_600;

    /** Smaller numbers are seconds since a device was switched on. */
    private static final long LEAST_DATE_S = 0x1000_0000;

    private static final long MOST_DATE_S = 0xffff_fffeL;

    /** What says in the file whose developer fields they are. */
    private static final UUID APPLICATION = UUID.fromString("6f3c1c52-9d8e-4c0b-8a57-2f1be6d0a9c4");

    private static final Pattern VERSION = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})(?:\\D.*)?");
    private static final int FRACTIONS = 128;
    private static final int PRODUCT = 1;
    private static final int PRODUCT_SIMULATED = 2;

    @Override
    public void write(KeptRun run, OutputStream out) throws IOException {
        Ground ground = Ground.of(run);
        Timeline timeline = new Timeline(run, ground);
        Encoding encoding = new Encoding(run, timeline, Activity.of(run, timeline, ground));
        encoding.opening();
        encoding.records();
        encoding.closing();
        encoding.file.writeTo(out);
        out.flush();
    }

    /** One file in the making. */
    private static final class Encoding {
        private final FitFile file = new FitFile();
        private final KeptRun run;
        private final RunFacts facts;
        private final Timeline timeline;
        private final Activity activity;
        private final long firstS;

        Encoding(KeptRun run, Timeline timeline, Activity activity) throws ExportException {
            this.run = run;
            this.timeline = timeline;
            this.activity = activity;
            facts = run.facts();
            firstS = facts.startedAt().getEpochSecond() - EPOCH_S;
            if (firstS < LEAST_DATE_S || firstS + timeline.seconds() > MOST_DATE_S) {
                throw new ExportException("run " + facts.id() + ": started at " + facts.startedAt()
                        + ", expected a time from 1998-07-04 to 2126 for a FIT file");
            }
        }

        private long date(long secondsIn) {
            return firstS + secondsIn;
        }

        void opening() {
            boolean simulated = facts.info().simulated();
            String name = "Holdline" + (simulated ? " simulated" : "");
            int product = simulated ? PRODUCT_SIMULATED : PRODUCT;
            file.add(FitProfile.FileId.MESSAGE
                    .row()
                    .put(FitProfile.FileId.TYPE, FitProfile.FILE_ACTIVITY)
                    .put(FitProfile.FileId.MANUFACTURER, FitProfile.MANUFACTURER_DEVELOPMENT)
                    .put(FitProfile.FileId.PRODUCT, product)
                    .put(FitProfile.FileId.CREATED, date(activity.fromS()))
                    .text(FitProfile.FileId.PRODUCT_NAME, name));
            long software = software(facts.version());
            file.add(FitProfile.FileCreator.MESSAGE.row().put(FitProfile.FileCreator.SOFTWARE, software));
            file.add(FitProfile.DeviceInfo.MESSAGE
                    .row()
                    .put(FitProfile.TIMESTAMP, date(activity.fromS()))
                    .put(FitProfile.DeviceInfo.DEVICE, FitProfile.CREATOR)
                    .put(FitProfile.DeviceInfo.MANUFACTURER, FitProfile.MANUFACTURER_DEVELOPMENT)
                    .put(FitProfile.DeviceInfo.PRODUCT, product)
                    .put(FitProfile.DeviceInfo.SOFTWARE, software)
                    .put(FitProfile.DeviceInfo.SOURCE, FitProfile.SOURCE_LOCAL)
                    .text(FitProfile.DeviceInfo.PRODUCT_NAME, name));
            describe(software);
        }

        /** Major and two digits of minor, as the profile scales it; -1 of a version that is told otherwise. */
        private static long software(String version) {
            Matcher matcher = VERSION.matcher(version);
            return matcher.matches()
                    ? Integer.parseInt(matcher.group(1)) * 100L + Integer.parseInt(matcher.group(2))
                    : -1;
        }

        private void describe(long software) {
            byte[] id = ByteBuffer.allocate(16)
                    .putLong(APPLICATION.getMostSignificantBits())
                    .putLong(APPLICATION.getLeastSignificantBits())
                    .array();
            file.add(FitProfile.DeveloperData.MESSAGE
                    .row()
                    .bytes(FitProfile.DeveloperData.APPLICATION, id)
                    .put(FitProfile.DeveloperData.INDEX, 0)
                    .put(FitProfile.DeveloperData.VERSION, software));
            Map<Integer, FitField> own = new LinkedHashMap<>();
            List.of(FitProfile.Point.MESSAGE, FitProfile.Lap.MESSAGE, FitProfile.Session.MESSAGE)
                    .forEach(message -> message.fields().stream()
                            .filter(FitField::isOwn)
                            .forEach(field -> own.put(field.number(), field)));
            own.values().forEach(this::describe);
        }

        private void describe(FitField field) {
            FitField.Developer developer = field.developer();
            if (developer != null) {
                file.add(FitProfile.FieldDescription.MESSAGE
                        .row()
                        .put(FitProfile.FieldDescription.INDEX, 0)
                        .put(FitProfile.FieldDescription.NUMBER, field.number())
                        .put(FitProfile.FieldDescription.BASE_TYPE, field.type().code())
                        .text(FitProfile.FieldDescription.NAME, developer.name())
                        .text(FitProfile.FieldDescription.UNITS, developer.units()));
            }
        }

        /** One a second while the timer runs, each with what was in the second that ends with it. */
        void records() {
            int bout = 0;
            for (Second second : timeline) {
                while (bout < activity.bouts().size()
                        && activity.bouts().get(bout).toS() <= second.number()) {
                    bout++;
                }
                if (bout == activity.bouts().size()) {
                    break;
                }
                Bout current = activity.bouts().get(bout);
                if (second.number() < current.fromS()) {
                    continue;
                }
                if (second.number() == current.fromS()) {
                    timer(current.fromS(), FitProfile.TYPE_START, bout == 0);
                    begin(second);
                }
                record(second);
                boolean last = bout + 1 == activity.bouts().size();
                if (second.number() + 1 == current.toS() && !last) {
                    timer(current.toS(), FitProfile.TYPE_STOP_ALL, false);
                }
            }
            if (timeline.seconds() == 0) {
                timer(0, FitProfile.TYPE_START, true);
            }
            timer(activity.toS(), FitProfile.TYPE_STOP_ALL, true);
        }

        private void timer(long atS, int type, boolean byHand) {
            file.add(FitProfile.Event.MESSAGE
                    .row()
                    .put(FitProfile.TIMESTAMP, date(atS))
                    .put(FitProfile.Event.EVENT, FitProfile.EVENT_TIMER)
                    .put(FitProfile.Event.TYPE, type)
                    .put(FitProfile.Event.DATA, byHand ? FitProfile.TRIGGER_MANUAL : FitProfile.TRIGGER_AUTO));
        }

        /** Where the timer starts: the distance until there, and nothing else has been yet. */
        private void begin(Second second) {
            file.add(FitProfile.Point.MESSAGE
                    .row()
                    .put(FitProfile.TIMESTAMP, date(second.number()))
                    .scaled(FitProfile.Point.DISTANCE, second.metresSoFar() - second.metres(), 100));
        }

        private void record(Second second) {
            Part part = second.part();
            Part.Gait gait = part.gait();
            FitRow row = FitProfile.Point.MESSAGE
                    .row()
                    .put(FitProfile.TIMESTAMP, date(second.number() + 1))
                    .scaled(FitProfile.Point.DISTANCE, second.metresSoFar(), 100)
                    .scaled(FitProfile.Point.SPEED, second.metres(), 1000)
                    .scaled(FitProfile.Point.CONTACT, real(gait.contactMs()), 10)
                    .scaled(FitProfile.Point.RISE, real(gait.riseMm()), 10)
                    .real(Own.DEVIATION, real(part.posture().deviationMdeg()) / 1000)
                    .scaled(Own.CONFIDENCE, real(part.posture().confidencePct()), 1)
                    .put(Own.CUES, part.cues());
            if (part.judgedSteps() > 0) {
                row.put(Own.OVER, part.overSteps());
            }
            if (second.belt().inclineMilliPct() != Sample.UNKNOWN) {
                row.scaled(FitProfile.Point.GRADE, second.belt().inclineMilliPct() / 1000.0, 100);
            }
            cadence(row, FitProfile.Point.CADENCE, FitProfile.Point.CADENCE_FRACTION, gait.cadenceDspm());
            file.add(row);
        }

        /** Strides a minute in the protocol, half of the steps: whole ones, and 1/128 of one. */
        private static void cadence(FitRow row, FitField whole, FitField fraction, @Nullable Integer dspm) {
            if (dspm != null) {
                long parts = Math.round(dspm * (double) FRACTIONS / 20);
                row.put(whole, parts / FRACTIONS).put(fraction, parts % FRACTIONS);
            }
        }

        private static double real(@Nullable Integer value) {
            return value == null ? Double.NaN : value;
        }

        void closing() {
            List<Lap> laps = Lap.of(run, activity);
            for (int i = 0; i < laps.size(); i++) {
                lap(i, laps.get(i));
            }
            session(laps.size());
            long endS = date(activity.toS());
            file.add(FitProfile.Activity.MESSAGE
                    .row()
                    .put(FitProfile.TIMESTAMP, endS)
                    .put(FitProfile.Activity.TIMER, activity.timerUs(0, Long.MAX_VALUE) / 1000)
                    .put(FitProfile.Activity.SESSIONS, 1)
                    .put(FitProfile.Activity.TYPE, 0)
                    .put(FitProfile.Activity.EVENT, FitProfile.EVENT_ACTIVITY)
                    .put(FitProfile.Activity.EVENT_TYPE, FitProfile.TYPE_STOP)
                    .put(FitProfile.Activity.LOCAL, endS + offsetS()));
        }

        private long offsetS() {
            return facts.zone().getRules().getOffset(facts.startedAt()).getTotalSeconds();
        }

        private void lap(int index, Lap lap) {
            FitRow row =
                    totals(FitProfile.Lap.MESSAGE.row(), FitProfile.Lap.TOTALS, lap.fromUs(), lap.toUs(), lap.part());
            file.add(row.put(FitProfile.INDEX, index)
                    .put(FitProfile.Lap.TOTALS.event(), FitProfile.EVENT_LAP)
                    .put(FitProfile.Lap.INTENSITY, lap.effort().fit())
                    .put(FitProfile.Lap.TRIGGER, lap.why().fit())
                    .put(FitProfile.Lap.SPORT, FitProfile.SPORT_RUNNING)
                    .put(FitProfile.Lap.SUB_SPORT, FitProfile.SUB_SPORT_TREADMILL));
        }

        private void session(int laps) {
            FitRow row = totals(
                    FitProfile.Session.MESSAGE.row(),
                    FitProfile.Session.TOTALS,
                    activity.fromUs(),
                    activity.toUs(),
                    activity.total());
            file.add(row.put(FitProfile.INDEX, 0)
                    .put(FitProfile.Session.TOTALS.event(), FitProfile.EVENT_SESSION)
                    .put(FitProfile.Session.SPORT, FitProfile.SPORT_RUNNING)
                    .put(FitProfile.Session.SUB_SPORT, FitProfile.SUB_SPORT_TREADMILL)
                    .put(FitProfile.Session.FIRST_LAP, 0)
                    .put(FitProfile.Session.LAPS, laps)
                    .put(FitProfile.Session.TRIGGER, 0)
                    .real(Own.THRESHOLD, real(activity.total().posture().thresholdMdeg()) / 1000)
                    .text(Own.METRIC, run.summary().metric())
                    .text(Own.ORIGIN, facts.origin().word())
                    .put(Own.SIMULATED, facts.info().simulated() ? 1 : 0));
        }

        private FitRow totals(FitRow row, FitProfile.Totals fields, long fromUs, long toUs, Part part) {
            double metres =
                    activity.ground().isEmpty() ? Double.NaN : activity.ground().metres(fromUs, toUs);
            long timerUs = activity.timerUs(fromUs, toUs);
            Known known = activity.ground().known(fromUs, toUs);
            Double perKm = part.overPerKm();
            cadence(row, fields.cadence(), fields.cadenceFraction(), part.gait().cadenceDspm());
            if (known != null) {
                row.text(Own.SPEED_KNOWN, known.word());
            }
            return row.put(FitProfile.TIMESTAMP, date(toUs / Timeline.US))
                    .put(fields.type(), FitProfile.TYPE_STOP)
                    .put(fields.start(), date(fromUs / Timeline.US))
                    .put(fields.elapsed(), (toUs - fromUs) / 1000)
                    .put(fields.timer(), timerUs / 1000)
                    .scaled(fields.distance(), metres, 100)
                    .put(fields.cycles(), part.steps() / 2)
                    .put(fields.cycleFraction(), part.steps() % 2 == 0 ? 0 : FRACTIONS / 2)
                    .scaled(fields.speed(), metres / (timerUs / 1e6), 1000)
                    .scaled(fields.contact(), real(part.gait().contactMs()), 10)
                    .scaled(fields.rise(), real(part.gait().riseMm()), 10)
                    .real(Own.DEVIATION, real(part.posture().deviationMdeg()) / 1000)
                    .put(Own.TOTAL_JUDGED, part.judgedSteps())
                    .put(Own.TOTAL_OVER, part.overSteps())
                    .put(Own.TOTAL_CUES, part.cues())
                    .real(Own.OVER_PER_KM, perKm == null ? Double.NaN : perKm);
        }
    }
}
