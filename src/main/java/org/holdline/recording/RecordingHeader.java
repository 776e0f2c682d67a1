package org.holdline.recording;

import org.holdline.sample.Placement;
import org.holdline.sample.StreamInfo;

/** The text above the first row of a recording made here. */
final class RecordingHeader {
    /** A name, not a story; also keeps the header well below the longest line a reader takes. */
    static final int MAX_SOURCE_CHARS = 200;

    private static final Column[] LOWER = {Column.AX, Column.AY, Column.AZ, Column.GX, Column.GY, Column.GZ};
    private static final Column[] UPPER = {Column.AX2, Column.AY2, Column.AZ2, Column.GX2, Column.GY2, Column.GZ2};
    private static final Column[] RUN = {
        Column.MARKER, Column.ACT, Column.CUE_ACTIVE, Column.SPEED_KMH, Column.INCLINE_PCT, Column.TEMP_C
    };

    private RecordingHeader() {}

    static String text(StreamInfo info, RecordingNotes notes) {
        StringBuilder text = new StringBuilder();
        int version = notes.needsProfiles() ? Keys.VERSION : Keys.VERSION_WITHOUT_PROFILES;
        key(text, Keys.Key.HOLDLINE_RECORDING, String.valueOf(version));
        key(text, Keys.Key.SOURCE, source(info));
        key(text, Keys.Key.SIMULATED, info.simulated() ? "1" : "0");
        key(text, Keys.Key.RATE_HZ, Double.toString(info.rateHz()));
        key(text, Keys.Key.PLACEMENT, info.placement().word());
        key(text, Keys.Key.PLANNED_S, String.valueOf(info.plannedS()));
        key(text, Keys.Key.PLANNED_M, String.valueOf(info.plannedM()));
        key(text, Keys.Key.ACCEL_RANGE_G, HeaderNumber.fullScaleText(info.accelRangeUms2(), HeaderNumber.UMS2_PER_G));
        key(
                text,
                Keys.Key.GYRO_RANGE_DPS,
                HeaderNumber.fullScaleText(info.gyroRangeUrads(), HeaderNumber.URADS_PER_DPS));
        notes.settings().forEach((name, value) -> key(text, Keys.Key.SET, name + "=" + value));
        if (!notes.calibration().isEmpty()) {
            key(text, Keys.Key.CALIBRATION, notes.calibration());
        }
        profile(text, Keys.Key.PROFILE_DEVICE, notes);
        profile(text, Keys.Key.PROFILE_RUNNER, notes);
        profile(text, Keys.Key.PROFILE_TREADMILL, notes);
        text.append(
                "# a*: specific force m/s^2, +9.81 upward at rest; g*: angular rate rad/s; x forward, y left, z up\n");
        columns(text, info.placement());
        return text.toString();
    }

    private static void profile(StringBuilder text, Keys.Key key, RecordingNotes notes) {
        notes.profiles()
                .getOrDefault(key.word().substring(Keys.PROFILE.length()), "")
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> key(text, key, line));
    }

    private static void key(StringBuilder text, Keys.Key key, String value) {
        text.append("# ").append(key.word()).append(": ").append(value).append('\n');
    }

    private static String source(StreamInfo info) {
        String source = Findings.printable(info.source()).strip();
        return source.length() <= MAX_SOURCE_CHARS ? source : source.substring(0, MAX_SOURCE_CHARS);
    }

    private static void columns(StringBuilder text, Placement placement) {
        text.append(Column.T_US.word());
        columns(text, LOWER);
        if (placement.isDual()) {
            columns(text, UPPER);
        }
        columns(text, RUN);
        text.append('\n');
    }

    private static void columns(StringBuilder text, Column[] columns) {
        for (Column column : columns) {
            text.append(',').append(column.word());
        }
    }
}
