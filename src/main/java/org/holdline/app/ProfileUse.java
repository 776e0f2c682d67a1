package org.holdline.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdline.clip.replay.ReplayClip;
import org.holdline.correction.CorrectionParams;
import org.holdline.correction.CorrectionParams.BeltParams;
import org.holdline.link.ClipIdentity;
import org.holdline.profile.DeviceForm;
import org.holdline.profile.applied.DeviceNumbers;
import org.holdline.profile.applied.RunnerNumbers;
import org.holdline.profile.applied.StoredProfile;
import org.holdline.profile.flash.Fit;
import org.holdline.profile.flash.FlashException;
import org.holdline.profile.flash.Holding;
import org.holdline.profile.form.Filled;
import org.holdline.profile.form.FormException;
import org.holdline.profile.form.FormReader;
import org.holdline.profile.form.FormWriter;
import org.holdline.recording.RecordingNotes;
import org.holdline.report.PartStatus;
import org.holdline.road.Calibration;
import org.holdline.road.RoadParams;
import org.holdline.sample.Placement;
import org.holdline.sample.StreamInfo;
import org.holdline.settings.Keys;
import org.holdline.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Puts the profiles that were named, those of the clip and those of a recording together for one stream. */
final class ProfileUse {
    /** The part that stands for the calibration. */
    static final String PROFILE = "profile";

    private static final Pattern CLIP_SOURCE = Pattern.compile("clip ([A-Za-z0-9]{1,12})");

    /**
     * What is known of the clip beside its stream.
     *
     * @param serial empty where it cannot be asked
     * @param device null where only the serial is known
     * @param parts of a wired clip's sensors, lower first; empty elsewhere
     * @param mainIsUpper its stream's only IMU is the upper one of two
     */
    private record Facts(String serial, Holding.@Nullable Device device, List<String> parts, boolean mainIsUpper) {}

    private final StreamInfo info;
    private final Facts facts;
    private final StoredProfile stored;
    private final RecordingNotes recorded;
    private final String recordedIn;
    private final List<PartStatus> parts = new ArrayList<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    private ProfileUse(StreamInfo info, Facts facts, StoredProfile stored, RecordingNotes recorded, String recordedIn) {
        this.info = info;
        this.facts = facts;
        this.stored = stored;
        this.recorded = recorded;
        this.recordedIn = recordedIn;
    }

    /** For an opened source. */
    static ProfileUse of(Source source, Settings settings) {
        if (source.clip() instanceof ReplayClip replay) {
            return ofReplay(replay);
        }
        StreamInfo info = source.clip().info();
        Facts facts = source instanceof SerialSource serial
                ? factsOf(serial.identity(), info)
                : new Facts("", null, source instanceof WiredSource ? wiredParts(settings, info) : List.of(), false);
        return new ProfileUse(info, facts, source.storedProfile(), RecordingNotes.NONE, "");
    }

    /** For a recording. */
    static ProfileUse ofReplay(ReplayClip replay) {
        StreamInfo info = replay.info();
        Matcher clip = CLIP_SOURCE.matcher(info.source());
        boolean mainIsUpper = info.placement() == Placement.THORACOLUMBAR && !replay.hasUpper();
        Facts facts = new Facts(clip.matches() ? clip.group(1) : "", null, List.of(), mainIsUpper);
        return new ProfileUse(info, facts, StoredProfile.NOT_KEPT, replay.notes(), "recording");
    }

    private static Facts factsOf(ClipIdentity clip, StreamInfo info) {
        String[] hardware = clip.hardware().split("\\.", -1);
        List<Integer> sensors = new ArrayList<>(List.of(clip.lower().part()));
        if (clip.upper() != null) {
            sensors.add(clip.upper().part());
        }
        return new Facts(
                clip.serial(),
                new Holding.Device(
                        clip.serial(),
                        clip.bootId(),
                        Integer.parseInt(hardware[0]),
                        Integer.parseInt(hardware[1]),
                        clip.firmware(),
                        sensors.size(),
                        sensors,
                        Optional.empty()),
                List.of(),
                info.placement() == Placement.THORACOLUMBAR && clip.upper() != null);
    }

    /** A wired clip is what the settings say; its board and serial number cannot be asked. */
    private static List<String> wiredParts(Settings settings, StreamInfo info) {
        String lower = settings.get(Keys.I2C_LOWER_PART).word();
        String upper = settings.get(Keys.I2C_UPPER_PART).word();
        return info.placement().isDual() ? List.of(lower, upper) : List.of(lower);
    }

    /**
     * Puts them together.
     *
     * @param uncalibrated somebody asks for cues where a valid profile is missing
     * @throws Failure when a profile does not fit
     */
    AppliedProfiles apply(ProfileChoice chosen, RoadParams settings, boolean uncalibrated) throws Failure {
        ProfileChoice.Given device = given(chosen, ProfileChoice.DEVICE);
        boolean own = device == null && stored.state() == StoredProfile.State.VALID;
        CorrectionParams correction = CorrectionParams.none();
        Calibration calibration;
        Filled numbers = device == null ? stored.profile() : device.profile();
        if (numbers != null) {
            check(numbers, device == null ? "the clip's profile" : device.where());
            correction = DeviceNumbers.of(
                    numbers, mainIsUpper(numbers), info.placement().isDual());
            calibration = Calibration.PROFILE;
            texts.put(ProfileChoice.DEVICE, FormWriter.write(numbers));
        } else {
            calibration = withoutNumbers(uncalibrated);
        }
        tellDevice(device, numbers, calibration);
        RoadParams params = treadmill(given(chosen, ProfileChoice.TREADMILL), settings.with(correction, calibration));
        params = runner(given(chosen, ProfileChoice.RUNNER), params);
        return new AppliedProfiles(params, texts, parts, own);
    }

    /** The file named now, else what the recording holds. */
    private ProfileChoice.@Nullable Given given(ProfileChoice chosen, String kind) throws Failure {
        ProfileChoice.Given now = chosen.of(kind);
        String text = recorded.profiles().get(kind);
        if (now != null || text == null) {
            return now;
        }
        Path name = Path.of(recordedIn + "." + kind);
        try {
            Filled profile = FormReader.of(name, text.getBytes(StandardCharsets.UTF_8), ProfileFileCommands.FORMS);
            return new ProfileChoice.Given(profile, recordedIn);
        } catch (FormException e) {
            throw new Failure(ExitCode.FAILED, "its " + kind + " profile: " + e.getMessage());
        }
    }

    private boolean mainIsUpper(Filled device) {
        return facts.mainIsUpper() && DeviceNumbers.hasUpper(device);
    }

    private Calibration withoutNumbers(boolean uncalibrated) {
        Calibration known = switch (stored.state()) {
            case EMPTY -> Calibration.MISSING;
            case INVALID -> Calibration.INVALID;
            case NOT_KEPT, VALID -> recordedCalibration();
        };
        return known.mayCue() || !uncalibrated ? known : Calibration.UNCALIBRATED;
    }

    private Calibration recordedCalibration() {
        for (Calibration known : Calibration.values()) {
            if (known.word().equals(recorded.calibration()) && known != Calibration.PROFILE) {
                return known;
            }
        }
        return Calibration.NOMINAL;
    }

    private void check(Filled device, String where) throws Failure {
        String owner = device.text("", "serial");
        if (!facts.serial().isEmpty() && !facts.serial().equals(owner)) {
            throw refused(where, "it belongs to clip " + owner + ", this is clip " + facts.serial());
        }
        if (info.placement().isDual() && !DeviceNumbers.hasUpper(device)) {
            throw refused(where, "it holds one IMU, expected the table [upper] for placement dual");
        }
        for (int i = 0; i < facts.parts().size(); i++) {
            String part = device.text(DeviceForm.SENSORS.get(i), "part");
            if (!part.toLowerCase(Locale.ROOT).equals(facts.parts().get(i))) {
                throw refused(
                        where,
                        "its " + DeviceForm.SENSORS.get(i) + " IMU is " + part + ", the settings say "
                                + facts.parts().get(i));
            }
        }
        Holding.Device clip = facts.device();
        if (clip != null) {
            try {
                Fit.check(device, clip);
            } catch (FlashException e) {
                throw refused(where, e.text());
            }
        }
    }

    private static Failure refused(String where, String why) {
        return new Failure(ExitCode.BAD_CONFIGURATION, where + ": the device profile does not fit: " + why);
    }

    private void tellDevice(ProfileChoice.@Nullable Given device, @Nullable Filled numbers, Calibration calibration) {
        if (calibration == Calibration.NOMINAL) {
            return;
        }
        if (numbers == null) {
            parts.add(new PartStatus(
                    PROFILE, clipName(), calibration.word(), calibration.mayCue(), missing(calibration), Map.of()));
            return;
        }
        StringBuilder text = new StringBuilder("applied");
        if (device == null) {
            text.append(", the clip's own, ").append(stored.text());
        } else if (stored.state() != StoredProfile.State.NOT_KEPT) {
            text.append(", in place of the clip's own: ").append(stored.text());
        } else if (recorded.profiles().containsKey(ProfileChoice.DEVICE)
                && !device.where().equals(recordedIn)) {
            text.append(", in place of the recording's");
        } else if (facts.serial().isEmpty()) {
            text.append("; which clip this is cannot be asked, the profile is that of ")
                    .append(numbers.text("", "serial"));
        }
        if (hasDrift(numbers) && facts.device() != null) {
            text.append("; the clip tells no temperature: zero rate as at ")
                    .append(numbers.number("lower.gyro", "at_celsius") / 100.0)
                    .append(" deg C");
        }
        if (numbers.has("haptic")) {
            text.append("; not used: haptic, a motor's own calibration counts");
        }
        String where = device == null ? clipName() : device.where();
        parts.add(new PartStatus(PROFILE, where, "applied", true, text.toString(), figures(numbers)));
    }

    private static boolean hasDrift(Filled numbers) {
        return numbers.find("lower.gyro", "slope_dps_per_k").isPresent();
    }

    private static Map<String, Long> figures(Filled numbers) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put("created_s", numbers.number("", "created"));
        figures.put("residual_max_ug", numbers.number("lower.accel", "residual_max_mg"));
        return figures;
    }

    private String missing(Calibration calibration) {
        String why = switch (stored.state()) {
            case EMPTY -> "the clip keeps no calibration profile: " + stored.text();
            case INVALID -> "the clip keeps no valid calibration profile: " + stored.text();
            case NOT_KEPT, VALID -> "the clip of this recording kept no valid calibration profile";
        };
        return calibration.mayCue()
                ? "not calibrated, cueing all the same because it was asked for: " + why
                : "not cueing: " + why + ". Make one with holdline calibrate device, or --uncalibrated";
    }

    private String clipName() {
        return facts.serial().isEmpty() ? info.source() : "clip " + facts.serial();
    }

    private RoadParams treadmill(ProfileChoice.@Nullable Given given, RoadParams params) {
        if (given == null) {
            return params;
        }
        Filled treadmill = given.profile();
        texts.put(ProfileChoice.TREADMILL, FormWriter.write(treadmill));
        BeltParams belt = DeviceNumbers.belt(treadmill);
        List<String> unused = new ArrayList<>();
        treadmill.find("", "bluetooth_id").ifPresent(id -> unused.add("bluetooth_id"));
        if (treadmill.has("incline") && treadmill.text("incline", "quirk").equals("late")) {
            unused.add("quirk late");
        }
        parts.add(new PartStatus(
                ProfileChoice.TREADMILL,
                given.where(),
                "applied",
                true,
                String.format(
                        Locale.ROOT,
                        "speed x %.4f, incline %s%s",
                        belt.speedScaleE4() / 1e4,
                        belt.usesIncline()
                                ? String.format(Locale.ROOT, "%+.3f %%", belt.inclineOffsetMilliPct() / 1e3)
                                : "not used, its report is not the belt's",
                        unused.isEmpty() ? "" : "; not used yet: " + String.join(", ", unused)),
                Map.of()));
        return params.with(params.correction().with(belt), params.calibration());
    }

    private RoadParams runner(ProfileChoice.@Nullable Given given, RoadParams params) throws Failure {
        if (given == null) {
            return params;
        }
        Filled runner = given.profile();
        String placement = runner.text("", "placement");
        if (!placement.equals(info.placement().word())) {
            throw new Failure(
                    ExitCode.BAD_CONFIGURATION,
                    given.where() + ": the runner profile is for placement " + placement + ", expected "
                            + info.placement().word() + ": offsets of one placement say nothing of another");
        }
        texts.put(ProfileChoice.RUNNER, FormWriter.write(runner));
        parts.add(new PartStatus(
                ProfileChoice.RUNNER,
                given.where(),
                "applied",
                true,
                RunnerNumbers.text(runner)
                        + (runner.has("probe") ? "; not used in a run: probe, what earlier blocks came to" : ""),
                Map.of()));
        return params.with(
                RunnerNumbers.posture(runner, params.posture()), RunnerNumbers.fading(runner, params.fading()));
    }
}
