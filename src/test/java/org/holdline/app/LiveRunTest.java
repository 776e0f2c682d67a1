package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.holdline.app.MadeRuns.Felt;
import org.holdline.clip.Clip;
import org.holdline.clip.virtual.VirtualClip;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.clock.Clock;
import org.holdline.clock.Pace;
import org.holdline.recording.RecordingNotes;
import org.holdline.recording.RecordingWriter;
import org.holdline.road.Event;
import org.holdline.road.RoadParams;
import org.holdline.sample.Sample;
import org.holdline.sample.StreamInfo;
import org.holdline.settings.Intervals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run whose parts fail, hang or go away. Whatever happens, the motor is off and the run ends. */
@Timeout(60)
class LiveRunTest {
    private static final VirtualOptions OPTIONS = VirtualOptions.defaults().withDurationS(60);

    @TempDir
    Path folder;

    private final VirtualClip runner = new VirtualClip(OPTIONS);
    private final Felt motor = new Felt(null);
    private TableView view = new TableView(true);

    /** A clip that does something else at its thousandth sample. */
    private abstract class TrickClip implements Clip {
        private int polls;

        abstract Answer trick(Sample slot) throws IOException;

        @Override
        public StreamInfo info() {
            return runner.info();
        }

        @Override
        public Answer poll(Sample slot) throws IOException {
            return ++polls < 1000 ? runner.poll(slot) : trick(slot);
        }

        @Override
        public void close() {}
    }

    @Test
    void shouldEndWithItsSummaryWhenTheSourceEnds() throws Exception {
        assertEquals(ExitCode.OK, run(runner, Double.POSITIVE_INFINITY, null).run());
        assertTrue(view.started);
        assertTrue(view.summaryJson().contains("\"samples\":12000"), view.summaryJson());
        assertTrue(motor.offs > 0);
    }

    @Test
    void shouldFailWithTheSourcesOwnWordsWhenItCannotGoOn() {
        Clip clip = new TrickClip() {
            @Override
            Answer trick(Sample slot) throws IOException {
                throw new IOException("clip unplugged");
            }
        };
        Failure failure = assertThrows(
                Failure.class, () -> run(clip, Double.POSITIVE_INFINITY, null).run());
        assertEquals(ExitCode.FAILED, failure.exitCode());
        assertEquals("clip unplugged", failure.text());
        assertTrue(motor.offs > 0);
        assertTrue(view.summaryJson().contains("\"samples\":999"), "what was measured is still told");
    }

    @Test
    void shouldTurnTheMotorOffAndFailWhenTheRoadHasABug() {
        for (Throwable bug : new Throwable[] {new IllegalStateException("a bug"), new AssertionError("a bug")}) {
            motor.offs = 0;
            Clip clip = new TrickClip() {
                @Override
                Answer trick(Sample slot) {
                    if (bug instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) bug;
                }
            };
            Failure failure = assertThrows(
                    Failure.class,
                    () -> run(clip, Double.POSITIVE_INFINITY, null).run());
            assertEquals(ExitCode.FAILED, failure.exitCode());
            assertEquals("the road broke: " + bug, failure.text());
            assertEquals(1, motor.offs);
        }
    }

    @Test
    void shouldFailInsteadOfWaitingForEverWhenTheViewHasABug() throws Exception {
        Path file = folder.resolve("run.csv");
        view = new TableView(true) {
            @Override
            public void event(Event event) {
                throw new IllegalStateException("a bug");
            }
        };
        Failure failure = assertThrows(
                Failure.class, () -> run(runner, Double.POSITIVE_INFINITY, file).run());
        assertEquals("the view broke: java.lang.IllegalStateException: a bug", failure.text());
        assertTrue(motor.offs > 0);
        assertTrue(Files.readString(file).endsWith("\n"));
        assertEquals("", view.summaryJson());
    }

    @Test
    void shouldEndQuietlyWhenTheReaderGoesInTheMiddle() throws Exception {
        view = new TableView(true) {
            @Override
            public void event(Event event) throws IOException {
                super.event(event);
                if (events > 100) {
                    throw new StandardOutput.ReaderGoneException(new IOException("Broken pipe"));
                }
            }
        };
        assertEquals(ExitCode.OK, run(runner, Double.POSITIVE_INFINITY, null).run());
        assertTrue(motor.offs > 0);
        assertEquals("", view.summaryJson(), "nobody is left to read it");
    }

    @Test
    void shouldEndAtOnceWhenTheReaderWasNeverThere() throws Exception {
        view = new TableView(true) {
            @Override
            public void start() throws IOException {
                throw new StandardOutput.ReaderGoneException(new IOException("Broken pipe"));
            }
        };
        assertEquals(ExitCode.OK, run(runner, Double.POSITIVE_INFINITY, null).run());
        assertTrue(motor.offs > 0);
    }

    @Test
    void shouldEndSoonWithItsSummaryWhenStoppedInRealTime() throws Exception {
        LiveRun run = run(runner, 1, null);
        Thread stopper = new Thread(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            run.stop();
        });
        stopper.start();
        assertEquals(ExitCode.OK, run.run());
        assertTrue(run.awaitFinished(0));
        assertTrue(motor.offs > 0);
        assertTrue(view.summaryJson().startsWith("{\"type\":\"summary\""));
    }

    @Test
    void shouldEndSoonWithoutItsSummaryWhenTheViewHangs() throws Exception {
        LiveRun[] hanging = new LiveRun[1];
        view = new TableView(true) {
            @Override
            public void refresh() throws IOException {
                hanging[0].stop();
                try {
                    TimeUnit.SECONDS.sleep(30);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        };
        LiveRun run = run(runner, 1, null);
        hanging[0] = run;
        long before = System.nanoTime();
        assertEquals(ExitCode.OK, run.run());
        assertTrue(System.nanoTime() - before < 5_000_000_000L, "waits for no view that hangs");
        assertEquals("", view.summaryJson());
    }

    @Test
    void shouldLoseEventsAndSaySoWhenALiveViewIsTooSlow() throws Exception {
        VirtualClip longer = new VirtualClip(OPTIONS.withDurationS(900));
        view = new TableView(true) {
            @Override
            public void event(Event event) throws IOException {
                try {
                    // The road turns the motor off at its end: until then nobody reads.
                    while (motor.offs == 0) {
                        TimeUnit.MILLISECONDS.sleep(10);
                    }
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                super.event(event);
            }
        };
        LiveRun run = new LiveRun(parts(longer, Double.POSITIVE_INFINITY, null, false));
        assertEquals(ExitCode.OK, run.run());
        // 15 minutes hold some 5400 events, more than the ring; the tally has a ring of its own and lost none.
        long total = view.events + view.lost;
        assertTrue(view.lost > 0 && total > 5000, "told " + view.events + ", lost " + view.lost);
        TableView whole =
                MadeRuns.live(new VirtualClip(OPTIONS.withDurationS(900)), null, null, Double.POSITIVE_INFINITY);
        assertEquals(whole.events, total, "every event is told or counted as lost");
        assertTrue(view.summaryJson().contains("\"lost_events\":0"), view.summaryJson());
        assertTrue(view.summaryJson().contains("\"steps\":23"), view.summaryJson());
    }

    @Test
    void shouldStopAfterTheDurationWhenOneIsGiven() throws Exception {
        LiveRun.Parts parts = parts(runner, Double.POSITIVE_INFINITY, null, true);
        LiveRun run = new LiveRun(new LiveRun.Parts(
                parts.source(),
                parts.params(),
                parts.pace(),
                true,
                10_000_000,
                Intervals.NONE,
                parts.view(),
                null,
                parts.clock()));
        run.run();
        assertTrue(view.summaryJson().contains("\"duration_s\":10.000000,\"samples\":2001"), view.summaryJson());
        assertFalse(view.notices.contains("recording"));
    }

    private LiveRun run(Clip clip, double speed, Path recording) throws IOException {
        return new LiveRun(parts(clip, speed, recording, true));
    }

    private LiveRun.Parts parts(Clip clip, double speed, Path recording, boolean canWait) throws IOException {
        return new LiveRun.Parts(
                new PlayedSource(clip, motor),
                RoadParams.defaults(),
                new Pace(Clock.system(), speed),
                canWait,
                Long.MAX_VALUE,
                Intervals.NONE,
                view,
                recording == null ? null : RecordingWriter.create(recording, clip.info(), RecordingNotes.NONE, false),
                Clock.system());
    }
}
