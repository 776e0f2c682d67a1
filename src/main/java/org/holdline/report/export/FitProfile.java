package org.holdline.report.export;

import java.util.Arrays;

/**
 * Messages and fields of a running activity, as far as this encoder writes them. The numbers, types and scales are facts of the
 * public FIT profile (developer.garmin.com/fit); {@code src/docs/exports.md} lists them with their units.
 */
final class FitProfile {
    // Values of the profile's enumerations.
    static final int FILE_ACTIVITY = 4;
    /** What the profile sets apart for products without a number of their own. */
    static final int MANUFACTURER_DEVELOPMENT = 255;

    static final int EVENT_TIMER = 0;
    static final int EVENT_SESSION = 8;
    static final int EVENT_LAP = 9;
    static final int EVENT_ACTIVITY = 26;
    static final int TYPE_START = 0;
    static final int TYPE_STOP = 1;
    static final int TYPE_STOP_ALL = 4;
    static final int TRIGGER_MANUAL = 0;
    static final int TRIGGER_AUTO = 1;
    static final int SPORT_RUNNING = 1;
    static final int SUB_SPORT_TREADMILL = 1;
    static final int SOURCE_LOCAL = 5;
    static final int CREATOR = 0;

    /** Of every message but the first two. */
    static final FitField TIMESTAMP = FitField.of(253, FitType.UINT32);

    static final FitField INDEX = FitField.of(254, FitType.UINT16);

    private static final int NAME_BYTES = 32;
    private static final int WORD_BYTES = 16;

    private FitProfile() {}

    /** Message 0. */
    static final class FileId {
        static final FitField TYPE = FitField.of(0, FitType.ENUM);
        static final FitField MANUFACTURER = FitField.of(1, FitType.UINT16);
        static final FitField PRODUCT = FitField.of(2, FitType.UINT16);
        static final FitField SERIAL = FitField.of(3, FitType.UINT32Z);
        static final FitField CREATED = FitField.of(4, FitType.UINT32);
        static final FitField PRODUCT_NAME = FitField.text(8, NAME_BYTES);
        static final FitMessage MESSAGE =
                new FitMessage(0, 0, TYPE, MANUFACTURER, PRODUCT, SERIAL, CREATED, PRODUCT_NAME);

        private FileId() {}
    }

    /** Message 49. */
    static final class FileCreator {
        static final FitField SOFTWARE = FitField.of(0, FitType.UINT16);
        static final FitMessage MESSAGE = new FitMessage(1, 49, SOFTWARE);

        private FileCreator() {}
    }

    /** Message 23. */
    static final class DeviceInfo {
        static final FitField DEVICE = FitField.of(0, FitType.UINT8);
        static final FitField MANUFACTURER = FitField.of(2, FitType.UINT16);
        static final FitField SERIAL = FitField.of(3, FitType.UINT32Z);
        static final FitField PRODUCT = FitField.of(4, FitType.UINT16);
        static final FitField SOFTWARE = FitField.of(5, FitType.UINT16);
        static final FitField SOURCE = FitField.of(25, FitType.ENUM);
        static final FitField PRODUCT_NAME = FitField.text(27, NAME_BYTES);
        static final FitMessage MESSAGE =
                new FitMessage(2, 23, TIMESTAMP, DEVICE, MANUFACTURER, SERIAL, PRODUCT, SOFTWARE, SOURCE, PRODUCT_NAME);

        private DeviceInfo() {}
    }

    /** Message 207. */
    static final class DeveloperData {
        static final FitField APPLICATION = new FitField(1, FitType.BYTE, 16, null);
        static final FitField INDEX = FitField.of(3, FitType.UINT8);
        static final FitField VERSION = FitField.of(4, FitType.UINT32);
        static final FitMessage MESSAGE = new FitMessage(3, 207, APPLICATION, INDEX, VERSION);

        private DeveloperData() {}
    }

    /** Message 206. */
    static final class FieldDescription {
        static final FitField INDEX = FitField.of(0, FitType.UINT8);
        static final FitField NUMBER = FitField.of(1, FitType.UINT8);
        static final FitField BASE_TYPE = FitField.of(2, FitType.UINT8);
        static final FitField NAME = FitField.text(3, FitField.Developer.TEXT_BYTES);
        static final FitField UNITS = FitField.text(8, FitField.Developer.TEXT_BYTES);
        static final FitMessage MESSAGE = new FitMessage(4, 206, INDEX, NUMBER, BASE_TYPE, NAME, UNITS);

        private FieldDescription() {}
    }

    /** Message 21. */
    static final class Event {
        static final FitField EVENT = FitField.of(0, FitType.ENUM);
        static final FitField TYPE = FitField.of(1, FitType.ENUM);
        static final FitField DATA = FitField.of(3, FitType.UINT32);
        static final FitMessage MESSAGE = new FitMessage(5, 21, TIMESTAMP, EVENT, TYPE, DATA);

        private Event() {}
    }

    /** What Holdline adds. A number stands for the same field in every message that carries it. */
    static final class Own {
        static final FitField DEVIATION = FitField.own(0, FitType.FLOAT32, "posture_deviation", "deg");
        static final FitField THRESHOLD = FitField.own(1, FitType.FLOAT32, "posture_threshold", "deg");
        static final FitField CONFIDENCE = FitField.own(2, FitType.UINT8, "posture_confidence", "%");
        static final FitField OVER = FitField.own(3, FitType.UINT8, "over_steps", "steps");
        static final FitField CUES = FitField.own(4, FitType.UINT8, "cues", "cues");
        static final FitField TOTAL_JUDGED = FitField.own(5, FitType.UINT32, "total_judged_steps", "steps");
        static final FitField TOTAL_OVER = FitField.own(6, FitType.UINT32, "total_over_steps", "steps");
        static final FitField TOTAL_CUES = FitField.own(7, FitType.UINT32, "total_cues", "cues");
        static final FitField OVER_PER_KM = FitField.own(8, FitType.FLOAT32, "over_steps_per_km", "steps/km");
        static final FitField METRIC = FitField.ownText(9, WORD_BYTES, "posture_metric");
        static final FitField SPEED_KNOWN = FitField.ownText(10, WORD_BYTES, "speed_known");
        static final FitField ORIGIN = FitField.ownText(11, WORD_BYTES, "run_origin");
        static final FitField SIMULATED = FitField.own(12, FitType.UINT8, "simulated", "");

        private Own() {}
    }

    /** Message 20. */
    static final class Point {
        static final FitField CADENCE = FitField.of(4, FitType.UINT8);
        static final FitField DISTANCE = FitField.of(5, FitType.UINT32);
        static final FitField GRADE = FitField.of(9, FitType.SINT16);
        static final FitField RISE = FitField.of(39, FitType.UINT16);
        static final FitField CONTACT = FitField.of(41, FitType.UINT16);
        static final FitField CADENCE_FRACTION = FitField.of(53, FitType.UINT8);
        static final FitField SPEED = FitField.of(73, FitType.UINT32);
        static final FitMessage MESSAGE = new FitMessage(
                6,
                20,
                TIMESTAMP,
                DISTANCE,
                SPEED,
                CADENCE,
                CADENCE_FRACTION,
                CONTACT,
                RISE,
                GRADE,
                Own.DEVIATION,
                Own.CONFIDENCE,
                Own.OVER,
                Own.CUES);

        private Point() {}
    }

    /** What a lap and a session say alike, each by numbers of its own. */
    record Totals(
            FitField event,
            FitField type,
            FitField start,
            FitField elapsed,
            FitField timer,
            FitField distance,
            FitField cycles,
            FitField cycleFraction,
            FitField speed,
            FitField cadence,
            FitField cadenceFraction,
            FitField contact,
            FitField rise) {
        /** @param numbers of the fields that are not the same in both, in the order of the components */
        static Totals of(int... numbers) {
            return new Totals(
                    FitField.of(0, FitType.ENUM),
                    FitField.of(1, FitType.ENUM),
                    FitField.of(2, FitType.UINT32),
                    FitField.of(7, FitType.UINT32),
                    FitField.of(8, FitType.UINT32),
                    FitField.of(9, FitType.UINT32),
                    FitField.of(10, FitType.UINT32),
                    FitField.of(numbers[0], FitType.UINT8),
                    FitField.of(numbers[1], FitType.UINT32),
                    FitField.of(numbers[2], FitType.UINT8),
                    FitField.of(numbers[3], FitType.UINT8),
                    FitField.of(numbers[4], FitType.UINT16),
                    FitField.of(numbers[5], FitType.UINT16));
        }

        FitField[] and(FitField... others) {
            FitField[] mine = {
                TIMESTAMP,
                INDEX,
                event,
                type,
                start,
                elapsed,
                timer,
                distance,
                cycles,
                cycleFraction,
                speed,
                cadence,
                cadenceFraction,
                contact,
                rise,
                Own.DEVIATION,
                Own.TOTAL_JUDGED,
                Own.TOTAL_OVER,
                Own.TOTAL_CUES,
                Own.OVER_PER_KM,
                Own.SPEED_KNOWN
            };
            FitField[] all = Arrays.copyOf(mine, mine.length + others.length);
            System.arraycopy(others, 0, all, mine.length, others.length);
            return all;
        }
    }

    /** Message 19. */
    static final class Lap {
        static final FitField INTENSITY = FitField.of(23, FitType.ENUM);
        static final FitField TRIGGER = FitField.of(24, FitType.ENUM);
        static final FitField SPORT = FitField.of(25, FitType.ENUM);
        static final FitField SUB_SPORT = FitField.of(39, FitType.ENUM);
        static final Totals TOTALS = Totals.of(82, 110, 17, 80, 79, 77);
        static final FitMessage MESSAGE = new FitMessage(7, 19, TOTALS.and(INTENSITY, TRIGGER, SPORT, SUB_SPORT));

        private Lap() {}
    }

    /** Message 18. */
    static final class Session {
        static final FitField SPORT = FitField.of(5, FitType.ENUM);
        static final FitField SUB_SPORT = FitField.of(6, FitType.ENUM);
        static final FitField FIRST_LAP = FitField.of(25, FitType.UINT16);
        static final FitField LAPS = FitField.of(26, FitType.UINT16);
        static final FitField TRIGGER = FitField.of(28, FitType.ENUM);
        static final Totals TOTALS = Totals.of(94, 124, 18, 92, 91, 89);
        static final FitMessage MESSAGE = new FitMessage(
                8,
                18,
                TOTALS.and(
                        SPORT,
                        SUB_SPORT,
                        FIRST_LAP,
                        LAPS,
                        TRIGGER,
                        Own.THRESHOLD,
                        Own.METRIC,
                        Own.ORIGIN,
                        Own.SIMULATED));

        private Session() {}
    }

    /** Message 34. */
    static final class Activity {
        static final FitField TIMER = FitField.of(0, FitType.UINT32);
        static final FitField SESSIONS = FitField.of(1, FitType.UINT16);
        static final FitField TYPE = FitField.of(2, FitType.ENUM);
        static final FitField EVENT = FitField.of(3, FitType.ENUM);
        static final FitField EVENT_TYPE = FitField.of(4, FitType.ENUM);
        static final FitField LOCAL = FitField.of(5, FitType.UINT32);
        static final FitMessage MESSAGE =
                new FitMessage(9, 34, TIMESTAMP, TIMER, SESSIONS, TYPE, EVENT, EVENT_TYPE, LOCAL);

        private Activity() {}
    }
}
