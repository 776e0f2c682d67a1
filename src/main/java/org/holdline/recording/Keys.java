package org.holdline.recording;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.holdline.sample.Placement;
import org.holdline.sample.StreamInfo;
import org.jspecify.annotations.Nullable;

/** What the {@code # key: value} lines above the header say. */
final class Keys {
    /** Version of the format this build reads. */
    static final int VERSION = 2;

    /** Version of a file that holds nothing of profiles: older releases read it as well. */
    static final int VERSION_WITHOUT_PROFILES = 1;

    /** A key with a meaning here; others are comments. */
    enum Key {
        HOLDLINE_RECORDING("holdline_recording"),
        SOURCE("source"),
        SIMULATED("simulated"),
        RATE_HZ("rate_hz"),
        PLACEMENT("placement"),
        PLANNED_S("planned_s"),
        PLANNED_M("planned_m"),
        ACCEL_RANGE_G("accel_range_g"),
        GYRO_RANGE_DPS("gyro_range_dps"),
        /** May come more than once: a setting of the road that was not the built-in one. */
        SET("set"),
        /** What is known of the sensors' errors; absent where they are taken as they come. */
        CALIBRATION("calibration"),
        /** May come more than once: a line of the device profile that the run went by. */
        PROFILE_DEVICE("profile_device"),
        PROFILE_RUNNER("profile_runner"),
        PROFILE_TREADMILL("profile_treadmill");

        private final String word;

        Key(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        boolean mayRepeat() {
            return this == SET || isProfile();
        }

        boolean isProfile() {
            return word.startsWith(PROFILE);
        }
    }

    /** In front of the kind of a profile. */
    static final String PROFILE = "profile_";

    // The largest full scales an int holds in micro-units.
    private static final int MAX_ACCEL_RANGE_G = 218;
    private static final int MAX_GYRO_RANGE_DPS = 123_000;

    private final Findings findings;
    private final Map<Key, Long> lineOf = new EnumMap<>(Key.class);

    private String source = "";
    private boolean simulated;
    private double rateHz = Double.NaN;
    private @Nullable Placement placement;
    private int plannedS;
    private int plannedM;
    private int accelRangeUms2;
    private int gyroRangeUrads;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> profiles = new LinkedHashMap<>();
    private String calibration = "";

    Keys(Findings findings) {
        this.findings = findings;
    }

    /**
     * @param comment a line of the file that begins with '#'
     * @throws RecordingException when a known key is given twice or has a value that will not do
     */
    void read(String comment, long line) throws RecordingException {
        String text = comment.strip().substring(1);
        int colon = text.indexOf(':');
        if (colon < 0) {
            return;
        }
        String word = text.substring(0, colon).strip();
        for (Key key : Key.values()) {
            if (key.word.equals(word)) {
                if (!key.mayRepeat()) {
                    once(key, line);
                }
                take(key, text.substring(colon + 1).strip(), line);
            }
        }
    }

    private void once(Key key, long line) throws RecordingException {
        Long first = lineOf.putIfAbsent(key, line);
        if (first != null) {
            throw findings.error(line, key.word + " given already in line " + first + ", expected it once");
        }
    }

    private void take(Key key, String value, long line) throws RecordingException {
        // Remarks may follow the value, except after the source, whose name may have blanks in it.
        String token = value.split("\\s", 2)[0];
        switch (key) {
            case HOLDLINE_RECORDING -> takeVersion(token, line);
            case SOURCE -> source = Findings.printable(value);
            case SIMULATED -> simulated = flag(key, token, line);
            case RATE_HZ -> rateHz = number(key, token, line, StreamInfo.MIN_RATE_HZ, StreamInfo.MAX_RATE_HZ);
            case PLACEMENT -> placement = placement(token, line);
            case PLANNED_S -> plannedS = planned(key, token, line);
            case PLANNED_M -> plannedM = planned(key, token, line);
            case ACCEL_RANGE_G ->
                accelRangeUms2 = HeaderNumber.fullScaleUnits(
                        number(key, token, line, 0, MAX_ACCEL_RANGE_G), HeaderNumber.UMS2_PER_G);
            case GYRO_RANGE_DPS ->
                gyroRangeUrads = HeaderNumber.fullScaleUnits(
                        number(key, token, line, 0, MAX_GYRO_RANGE_DPS), HeaderNumber.URADS_PER_DPS);
            case SET -> takeSetting(token, line);
            case CALIBRATION -> calibration = Findings.printable(token);
            case PROFILE_DEVICE, PROFILE_RUNNER, PROFILE_TREADMILL ->
                profiles.merge(key.word.substring(PROFILE.length()), value + "\n", String::concat);
        }
    }

    private void takeSetting(String token, long line) throws RecordingException {
        int equals = token.indexOf('=');
        if (equals < 1) {
            throw findings.error(line, Key.SET.word + " " + Findings.quote(token) + ", expected NAME=VALUE");
        }
        settings.put(token.substring(0, equals), token.substring(equals + 1));
    }

    private void takeVersion(String token, long line) throws RecordingException {
        double version = number(Key.HOLDLINE_RECORDING, token, line, 1, Integer.MAX_VALUE);
        if (version > VERSION) {
            throw findings.error(
                    line,
                    "made by a newer Holdline (" + Key.HOLDLINE_RECORDING.word + " " + Findings.quote(token)
                            + "), expected version " + VERSION);
        }
    }

    private boolean flag(Key key, String token, long line) throws RecordingException {
        if (token.equals("0") || token.equals("1")) {
            return token.equals("1");
        }
        throw findings.error(line, key.word + " " + Findings.quote(token) + ", expected 0 or 1");
    }

    private int planned(Key key, String token, long line) throws RecordingException {
        return (int) Math.round(number(key, token, line, 0, Integer.MAX_VALUE));
    }

    private double number(Key key, String token, long line, double min, double max) throws RecordingException {
        double value = HeaderNumber.parse(token);
        // Turned round so that NaN, which is what no number gives, fails as well.
        if (!(value >= min && value <= max)) {
            throw findings.error(
                    line,
                    key.word + " " + Findings.quote(token) + ", expected a number from " + Math.round(min) + " to "
                            + Math.round(max));
        }
        return value;
    }

    private Placement placement(String token, long line) throws RecordingException {
        for (Placement known : Placement.values()) {
            if (known.word().equals(token)) {
                return known;
            }
        }
        throw findings.error(
                line, Key.PLACEMENT.word + " " + Findings.quote(token) + ", expected sacral, thoracolumbar or dual");
    }

    /** Line of the key, or of the header when the file does not have it. */
    long lineOf(Key key, long headerLine) {
        return lineOf.getOrDefault(key, headerLine);
    }

    /** True for a recording made here, whose header is exact. */
    boolean madeHere() {
        return lineOf.containsKey(Key.HOLDLINE_RECORDING);
    }

    /** What the run went by. */
    RecordingNotes notes() {
        return new RecordingNotes(settings, profiles, calibration);
    }

    /** Empty when not said. */
    String source() {
        return source;
    }

    boolean simulated() {
        return simulated;
    }

    /** NaN when not said. */
    double rateHz() {
        return rateHz;
    }

    /** Null when not said. */
    @Nullable
    Placement placement() {
        return placement;
    }

    int plannedS() {
        return plannedS;
    }

    int plannedM() {
        return plannedM;
    }

    int accelRangeUms2() {
        return accelRangeUms2;
    }

    int gyroRangeUrads() {
        return gyroRangeUrads;
    }
}
