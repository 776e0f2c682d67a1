package org.holdline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdline.road.RoadParams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of several values is in force, and how keys that bound one another are judged. */
class PrecedenceTest {
    @TempDir
    Path etc;

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> flags = new HashMap<>();
    private Path config;

    @BeforeEach
    void makeDropIns() throws IOException {
        Files.createDirectory(etc.resolve("conf.d"));
    }

    @Test
    void shouldFallBackToTheParamsWhenNothingIsGiven() throws Exception {
        Settings settings = load();
        assertEquals(RoadParams.defaults(), settings.roadParams());
        assertEquals("built-in", settings.origin(Keys.RUN_SEED).toString());
        assertFalse(settings.isGiven(Keys.RUN_SEED));
    }

    @Test
    void shouldLoadWhenTheSystemFolderIsMissing() throws Exception {
        Settings settings = new SettingsLoader(etc.resolve("missing"), Map.of()).load();
        assertEquals(RoadParams.defaults(), settings.roadParams());
    }

    @Test
    void shouldTakeTheStrongerWhenOneLayerAfterTheOtherIsAdded() throws Exception {
        assertSeed(1, Layer.BUILT_IN, "built-in");
        Path main = write("holdline.toml", "[run]\nseed = 2");
        assertSeed(2, Layer.SYSTEM_FILE, main + ":2:1");
        Path early = write("conf.d/10-early.toml", "\n\n[run]\n  seed = 3");
        assertSeed(3, Layer.DROP_IN, early + ":4:3");
        Path late = write("conf.d/20-late.toml", "run.seed = 4");
        assertSeed(4, Layer.DROP_IN, late + ":1:1");
        config = write("mine.toml", "version = 1\nrun = {seed = 5}");
        assertSeed(5, Layer.CONFIG_FILE, config + ":2:8");
        environment.put("HOLDLINE_RUN_SEED", "6");
        assertSeed(6, Layer.ENVIRONMENT, "HOLDLINE_RUN_SEED");
        flags.put("run.seed", "7");
        assertSeed(7, Layer.FLAG, "--seed");
    }

    @Test
    void shouldKeepTheOtherKeysWhenAStrongerLayerSaysNothingOfThem() throws Exception {
        write("holdline.toml", "[cue]\ncooldown_s = 30\nsettle_s = 10");
        environment.put("HOLDLINE_CUE_COOLDOWN_S", "40");
        Settings settings = load();
        assertEquals(40, settings.get(Keys.CUE_COOLDOWN_S));
        assertEquals(10, settings.get(Keys.CUE_SETTLE_S));
    }

    @Test
    void shouldPassOverFilesWhenTheyAreNotToml() throws Exception {
        write("conf.d/10.toml.bak", "nonsense");
        write("conf.d/README", "nonsense");
        write("conf.d/.10.toml", "nonsense");
        assertEquals(1L, load().get(Keys.RUN_SEED));
    }

    @Test
    void shouldStillRefuseAFileWhenAStrongerLayerOverrulesIt() throws Exception {
        Path main = write("holdline.toml", "run.seed = 0.5");
        flags.put("run.seed", "7");
        assertEquals(main + ":1:1: run.seed=0.5, expected a whole number of at most 64 bits", problems());
    }

    @Test
    void shouldTakeTheMotorsPulsesWhenNoneAreGiven() throws Exception {
        flags.put("cue.motor", "erm");
        Settings settings = load();
        assertEquals(250, settings.roadParams().cue().minPulseMs());
        assertEquals(500, settings.roadParams().cue().maxPulseMs());
        assertEquals(
                "built-in for cue.motor=erm",
                settings.origin(Keys.CUE_MAX_PULSE_MS).toString());
        assertFalse(settings.isGiven(Keys.CUE_MAX_PULSE_MS));
    }

    @Test
    void shouldKeepAGivenPulseWhenTheMotorIsChosenByAStrongerLayer() throws Exception {
        write("holdline.toml", "cue.max_pulse_ms = 400");
        flags.put("cue.motor", "erm");
        Settings settings = load();
        assertEquals(250, settings.roadParams().cue().minPulseMs());
        assertEquals(400, settings.roadParams().cue().maxPulseMs());
    }

    @Test
    void shouldBlameTheKeyWhenItExceedsTheBuiltInLimit() throws Exception {
        config = write("mine.toml", "[cue]\ntrigger_steps = 9");
        assertEquals(config + ":2:1: cue.trigger_steps=9, expected at most cue.window_steps=8 (built-in)", problems());
    }

    @Test
    void shouldBlameTheLimitWhenOnlyThatIsGiven() throws Exception {
        config = write("mine.toml", "[cue]\nwindow_steps = 5");
        assertEquals(config + ":2:1: cue.window_steps=5, expected at least cue.trigger_steps=6 (built-in)", problems());
    }

    @Test
    void shouldNameBothPlacesWhenKeyAndLimitAreGivenApart() throws Exception {
        Path main = write("holdline.toml", "[posture]\nmin_band_deg = 1");
        flags.put("posture.hysteresis_deg", "1.2");
        assertEquals(
                "--hysteresis-deg: posture.hysteresis_deg=1.2, expected at most posture.min_band_deg=1 (" + main
                        + ":2:1)",
                problems());
    }

    @Test
    void shouldBlameThePulseWhenItExceedsWhatTheMotorImplies() throws Exception {
        flags.put("cue.min_pulse_ms", "400");
        assertEquals(
                "--min-pulse-ms: cue.min_pulse_ms=400, expected at most cue.max_pulse_ms=300 (built-in for"
                        + " cue.motor=lra)",
                problems());
    }

    @Test
    void shouldBlameEveryPairWhenSeveralAreTheWrongWayRound() throws Exception {
        config = write("mine.toml", """
                strides = {unloaded_g = 1, flight_g = 1.2}
                posture = {min_neutral_steps = 61, hysteresis_deg = 4}
                cue = {trigger_steps = 20, min_pulse_ms = 301}
                """);
        assertEquals(
                List.of("1:12", "1:28", "2:36", "2:12", "3:8", "3:28"),
                assertThrows(SettingsException.class, this::load).problems().stream()
                        .map(p -> p.where().substring(config.toString().length() + 1))
                        .toList());
    }

    @Test
    void shouldNotConcludeFromTheDefaultWhenTheGivenValueWasRefused() throws Exception {
        config = write("mine.toml", "[cue]\ntrigger_steps = 9\nwindow_steps = 40");
        assertEquals(config + ":3:1: cue.window_steps=40, expected a whole number 4..32 steps", problems());
    }

    @Test
    void shouldNotConcludeFromWhatIsMissingWhenAFileIsBroken() throws Exception {
        config = write("mine.toml", "[cue]\ntrigger_steps = 9\nwindow_steps = ");
        assertEquals(config + ":3:16: Unexpected end of input, expected a value", problems());
    }

    @Test
    void shouldListEveryKeyWithItsOriginWhenAsked() throws Exception {
        config = write("mine.toml", "run.source = \"replay:a.csv\"");
        List<Settings.Line> lines = load().lines();
        assertEquals(
                Keys.all().stream().map(Key::name).toList(),
                lines.stream().map(Settings.Line::key).toList());
        assertEquals(
                new Settings.Line("run.source", "\"replay:a.csv\"", new Origin(Layer.CONFIG_FILE, config + ":1:1")),
                lines.get(0));
        assertEquals(new Settings.Line("run.duration_s", "", Origin.BUILT_IN), lines.get(1));
        assertTrue(lines.contains(new Settings.Line("posture.min_band_deg", "3", Origin.BUILT_IN)));
    }

    private void assertSeed(long seed, Layer layer, String where) throws SettingsException {
        Settings settings = load();
        assertEquals(seed, settings.get(Keys.RUN_SEED));
        assertEquals(new Origin(layer, where), settings.origin(Keys.RUN_SEED));
        assertEquals(layer != Layer.BUILT_IN, settings.isGiven(Keys.RUN_SEED));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(etc.resolve(name), text);
    }

    private String problems() {
        return assertThrows(SettingsException.class, this::load).getMessage();
    }

    private Settings load() throws SettingsException {
        SettingsLoader loader = new SettingsLoader(etc, environment).flags(flags);
        return (config == null ? loader : loader.config(config)).load();
    }
}
