package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.holdline.clip.Clip;
import org.holdline.clip.ReadTime;
import org.holdline.cue.Cause;
import org.holdline.posture.Metric;
import org.holdline.report.PartStatus;
import org.holdline.road.Event;
import org.holdline.road.Watch;
import org.holdline.sample.Act;
import org.holdline.sample.Placement;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextViewTest {
    private static final String CLEAR = "\r\u001b[2K";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Locale locale = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(locale);
    }

    @Test
    void shouldWriteALineAChangeWhenPlain() throws IOException {
        // A comma as decimal point must not get in.
        Locale.setDefault(Locale.GERMANY);
        TextView view = view(false, true);
        view.start();
        view.event(state(0, Watch.STANDING, false));
        view.event(state(5_000, Watch.STANDING, false));
        view.refresh();
        view.event(state(38_000_000, Watch.LEARNING, false));
        view.event(step(39_000_000, 1674));
        view.event(state(173_000_000, Watch.WATCHING, false));
        view.event(verdict(189_500_000, 9560));
        view.event(cue(190_810_000, 9560));
        view.event(suppressed(191_000_000));
        view.event(act(200_000_000, Act.MUTE, Act.MARK));
        view.event(state(200_000_000, Watch.MUTED, true));
        view.refresh();
        view.refresh();
        view.gap(12);
        view.notice("recording stopped: No space left on device; the run goes on without it");
        assertEquals("""
                Holdline, a banner
                  0:00  Not watching: standing
                  0:38  Learning your neutral
                  2:53  Watching
                  3:10  CUE 1: lumbar arch +9.6 deg from neutral, your band is +-3.0; pulse 300 ms
                  3:11  no cue: cooldown
                  3:20  you: mute, mark
                  3:20  Not watching: cues muted
                  3:20  Not watching: cues muted  167 steps/min  lumbar arch +9.6 of +-3.0 deg  cues 1  link ok  [simulated]
                (12 events were lost here: this output was not read in time)
                recording stopped: No space left on device; the run goes on without it
                """, text());
    }

    @Test
    void shouldNameBothReadingsWhenOneImuSitsAtTheSacrum() throws IOException {
        TextView view = view(false, true);
        view.event(state(173_000_000, Watch.NOT_SEPARABLE, false));
        Event verdict = verdict(189_500_000, 5560);
        verdict.metric = Metric.PELVIC_TILT;
        view.event(verdict);
        Event suppressed = suppressed(190_000_000);
        suppressed.cause = Cause.NOT_SEPARABLE;
        view.event(suppressed);
        view.event(cue(191_000_000, 5560));
        view.refresh();
        assertEquals("""
                  2:53  Not watching: display only, a hollow back and a lean read alike here
                  3:10  no cue: one IMU at the sacrum cannot tell a hollow back from a lean
                  3:11  CUE 1: pelvic tilt (tilted forward: a hollow back or a lean) +5.6 deg from neutral, your band is +-3.0; pulse 300 ms
                  3:11  Not watching: display only, a hollow back and a lean read alike here  pelvic tilt +5.6 of +-3.0 deg  cues 1  link ok  [simulated]
                """, text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"link", "bus", "lower"})
    void shouldNotSayThatItWatchesWhenAPartItNeedsIsLost(String part) throws IOException {
        TextView view = view(true, false);
        view.event(state(0, Watch.WATCHING, false));
        view.parts(View.Moment.CHANGE, List.of(part(part, false, "no samples come")));
        bytes.reset();
        view.refresh();
        assertEquals(CLEAR + unwrapped("  0:00  Not watching: " + part + " no samples come"), text());
        view.parts(View.Moment.CHANGE, List.of(part(part, true, "streaming")));
        bytes.reset();
        view.refresh();
        assertEquals(CLEAR + unwrapped("  0:00  Watching  cues 0  link ok"), text());
    }

    @Test
    void shouldGoOnWatchingWhenTheMotorIsLost() throws IOException {
        TextView view = view(true, false);
        view.event(state(0, Watch.WATCHING, false));
        view.parts(View.Moment.CHANGE, List.of(part("motor", false, "does not answer")));
        bytes.reset();
        view.refresh();
        assertEquals(CLEAR + unwrapped("  0:00  Watching  cues 0  link ok"), text());
    }

    private static PartStatus part(String name, boolean delivers, String text) {
        return new PartStatus(name, "made", "made", delivers, text, Map.of());
    }

    @Test
    void shouldSayTheStatusEveryHalfMinuteWhenPlain() throws IOException {
        TextView view = view(false, true);
        for (int s = 1; s <= 100; s++) {
            view.event(link(s * 1_000_000L, 0, 0));
            view.refresh();
        }
        assertEquals(
                List.of("  0:30", "  1:00", "  1:30"),
                text().lines().map(line -> line.substring(0, 6)).toList());
    }

    /** A status line wider than the window is cut by the terminal, not wrapped. */
    private static String unwrapped(String status) {
        return "\u001b[?7l" + status + "\u001b[?7h";
    }

    @Test
    void shouldRedrawTheStatusInPlaceWhenOnATerminal() throws IOException {
        TextView view = view(true, false);
        view.start();
        view.event(state(0, Watch.STANDING, false));
        view.refresh();
        view.refresh();
        view.event(link(60_000_000, 2, 7));
        view.event(state(61_000_000, Watch.WALKING, false));
        view.refresh();
        view.notice("told");
        assertEquals(
                "Holdline, a banner\n"
                        + "  0:00  Not watching: standing\n"
                        + CLEAR + unwrapped("  0:00  Not watching: standing  cues 0  link ok")
                        + CLEAR + unwrapped("  0:00  Not watching: standing  cues 0  link ok")
                        + CLEAR + "  1:01  Not watching: walking\n"
                        + CLEAR + unwrapped("  1:01  Not watching: walking  cues 0  link 2 gaps, 7 samples missing")
                        + CLEAR + "told\n",
                text());
    }

    @Test
    void shouldNeverControlAnythingWhenItIsNoTerminal() throws IOException {
        TextView view = view(false, true);
        view.start();
        for (int s = 1; s <= 100; s++) {
            view.event(verdict(s * 1_000_000L, s * 100));
            view.refresh();
        }
        assertTrue(text().chars().allMatch(c -> c == '\n' || c >= ' '), text());
    }

    @Test
    void shouldShowLatencyBesideTheMachinesOwnWhenDone() throws IOException {
        TextView view = view(false, true);
        Latency latency = new Latency(new StillClip(null));
        for (int i = 0; i < 1000; i++) {
            latency.decided(7, i < 990 ? 1_007 : 50_007);
        }
        Histogram jitter = new Histogram(1, 10_000_000_000L, 3);
        view.latency(latency, jitter);
        assertEquals("""

                read to decision  p50 1.0  p99 1.0  p99.9 50.0  max 50.0 us  (1000)
                timer of this machine, lateness  p50 0.0  p99 0.0  p99.9 0.0  max 0.0 us  (0)

                """, text());
        assertEquals(
                "{count=1000, p50=1000, p90=1000, p99=1000, p999=50015, max=50015}",
                Percentiles.of(latency.decision()).toString());
    }

    @Test
    void shouldCountFromTheReadAndShowTheAgeWhenTheSourceKnowsThem() throws IOException {
        TextView view = view(false, true);
        ReadTime time = new ReadTime();
        Latency latency = new Latency(new StillClip(time));
        time.takenNs = 5_000_000;
        time.readNs = 15_000_000;
        // Polled late: what it waited for the road counts too.
        latency.decided(15_900_000, 16_000_000);
        view.latency(latency, new Histogram(1, 10_000_000_000L, 3));
        assertEquals("""

                sample to read  p50 10002.4  p99 10002.4  p99.9 10002.4  max 10002.4 us  (1); the clip's clock is known to +-0.0 us
                read to decision  p50 1000.4  p99 1000.4  p99.9 1000.4  max 1000.4 us  (1)
                timer of this machine, lateness  p50 0.0  p99 0.0  p99.9 0.0  max 0.0 us  (0)

                """, text());
    }

    private record StillClip(@Nullable ReadTime readTime) implements Clip {
        @Override
        public StreamInfo info() {
            throw new AssertionError("not asked for");
        }

        @Override
        public Answer poll(Sample slot) {
            return Answer.NOTHING;
        }

        @Override
        public void close() {}
    }

    @Test
    void shouldNotSaySimulatedWhenItIsNot() throws IOException {
        TextView view = view(true, false);
        view.refresh();
        assertFalse(text().contains("simulated"));
        assertTrue(text().contains("Not watching: no signal from the clip"), "before the first sample");
    }

    private TextView view(boolean terminal, boolean simulated) {
        StreamInfo info = new StreamInfo("made", simulated, 200, Placement.DUAL, 0, 0, 0, 0);
        return new TextView(bytes, info, terminal, "Holdline, a banner");
    }

    private static Event of(Event.Kind kind, long timeUs) {
        Event e = new Event();
        e.kind = kind;
        e.timeUs = timeUs;
        return e;
    }

    private static Event state(long timeUs, Watch watch, boolean muted) {
        Event e = of(Event.Kind.STATE, timeUs);
        e.watch = watch;
        e.muted = muted;
        return e;
    }

    private static Event step(long timeUs, int cadenceDspm) {
        Event e = of(Event.Kind.STEP, timeUs);
        e.cadenceDspm = cadenceDspm;
        return e;
    }

    private static Event verdict(long timeUs, int deviationMdeg) {
        Event e = of(Event.Kind.VERDICT, timeUs);
        e.metric = Metric.LUMBAR_ARCH;
        e.deviationMdeg = deviationMdeg;
        e.thresholdMdeg = 3000;
        return e;
    }

    private static Event cue(long timeUs, int deviationMdeg) {
        Event e = of(Event.Kind.CUE, timeUs);
        e.deviationMdeg = deviationMdeg;
        e.thresholdMdeg = 3000;
        e.pulseMs = 300;
        return e;
    }

    private static Event suppressed(long timeUs) {
        Event e = of(Event.Kind.SUPPRESSED, timeUs);
        e.cause = Cause.COOLDOWN;
        return e;
    }

    private static Event act(long timeUs, Act... acts) {
        Event e = of(Event.Kind.ACT, timeUs);
        for (Act act : acts) {
            e.acts |= act.bit();
        }
        return e;
    }

    private static Event link(long timeUs, long gaps, long missing) {
        Event e = of(Event.Kind.LINK, timeUs);
        e.gaps = gaps;
        e.missing = missing;
        return e;
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
