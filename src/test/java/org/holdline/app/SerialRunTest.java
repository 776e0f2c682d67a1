package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.holdline.clip.virtual.VirtualOptions;
import org.holdline.clock.Clock;
import org.holdline.link.emulated.ClipBody;
import org.holdline.link.emulated.EmulatedParams;
import org.holdline.link.emulated.EmulatedPort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program against an emulated clip on a pseudo-terminal. */
class SerialRunTest {
    @TempDir
    private Path folder;

    private Path path;
    private EmulatedPort port;
    private Thread clip;

    @BeforeEach
    void plugIn() throws IOException {
        path = folder.resolve("clip");
        VirtualOptions options = VirtualOptions.defaults().withMarkers(false);
        port = new EmulatedPort(
                path,
                new EmulatedParams("HL000001", 5, 2, List.of(200), true),
                new VirtualBody(options, said -> {}),
                Clock.system(),
                0,
                0);
        clip = new Thread(port, "emulated-clip");
        clip.setDaemon(true);
        clip.start();
    }

    @AfterEach
    void unplug() throws IOException, InterruptedException {
        port.close();
        clip.join(5000);
    }

    @Test
    void shouldRunAndSayHowTheLinkFaredWhenAClipIsThere() throws Exception {
        Holdline.Ended ended = Holdline.run(folder, "run", "--source", "serial:" + path, "--duration", "3", "--json");
        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.out().contains("\"source\":\"clip HL000001\""), ended.out());
        assertTrue(
                ended.out().lines().anyMatch(l -> l.contains("\"part\":\"link\"") && l.contains("\"event\":\"end\"")),
                ended.out());
    }

    @Test
    void shouldRunWhenTheClipAnswersAndMeasuresOnlyLater() throws Exception {
        port.close();
        clip.join(5000);
        path = folder.resolve("late");
        Clock clock = Clock.system();
        VirtualBody body = new VirtualBody(VirtualOptions.defaults().withMarkers(false), said -> {});
        ClipBody late = new ClipBody() {
            private long fromNs;

            @Override
            public boolean measure(int[] steps) {
                // Longer than the link waits for a first batch.
                fromNs = fromNs == 0 ? clock.nanoTime() + 3_500_000_000L : fromNs;
                return clock.nanoTime() > fromNs && body.measure(steps);
            }

            @Override
            public void motorOn(int forMs) {}

            @Override
            public void motorOff(int reason, int playedMs) {}
        };
        port = new EmulatedPort(path, new EmulatedParams("HL000001", 5, 2, List.of(200), true), late, clock, 0, 0);
        clip = new Thread(port, "emulated-clip");
        clip.setDaemon(true);
        clip.start();
        Holdline.Ended ended = Holdline.run(folder, "run", "--source", "serial:" + path, "--duration", "1", "--json");
        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.out().contains("\"opens\":2"), ended.out());
    }

    @Test
    void shouldSwitchTheMotorOffWhenItIsTerminated() throws Exception {
        try (Holdline run = Holdline.start(folder, "run", "--source", "serial:" + path, "--json")) {
            run.awaitOut("\"type\":\"link\"");
            AtomicLong stops = new AtomicLong();
            port.ask(now -> stops.set(now.stopsHeard()));
            Holdline.Ended ended = run.end("TERM");
            assertEquals(143, ended.code(), ended.err());
            port.ask(now -> stops.set(now.stopsHeard() - stops.get()));
            awaitAbove(stops);
        }
    }

    private static void awaitAbove(AtomicLong stops) {
        Clock clock = Clock.system();
        long endNs = clock.nanoTime() + 20_000_000_000L;
        while (stops.get() < 1) {
            assertTrue(clock.nanoTime() < endNs, "no stop came");
            clock.park(2_000_000);
        }
    }

    @Test
    void shouldEndWhenTheButtonIsHeld() throws Exception {
        try (Holdline run = Holdline.start(folder, "run", "--source", "serial:" + path, "--json")) {
            run.awaitOut("\"type\":\"link\"");
            port.button(true);
            Holdline.Ended ended = run.await();
            assertEquals(0, ended.code(), ended.err());
            assertTrue(ended.out().contains("\"type\":\"summary\""), ended.out());
        }
    }

    @Test
    void shouldMuteWhenTheButtonIsPressed() throws Exception {
        try (Holdline run = Holdline.start(folder, "run", "--source", "serial:" + path, "--json")) {
            run.awaitOut("\"type\":\"link\"");
            port.button(true);
            Clock.system().park(100_000_000);
            port.button(false);
            run.awaitOut("\"muted\":true");
        }
    }

    @Test
    void shouldNameThePortAndEndWithThreeWhenItIsMissing() throws Exception {
        Holdline.Ended ended =
                Holdline.run(folder, "run", "--source", "serial:" + folder.resolve("none"), "--set=serial.wait_s=0");
        assertEquals(3, ended.code(), ended.err());
        assertTrue(ended.err().contains("there is none of that name"), ended.err());
        assertTrue(ended.err().contains("holdline clip list"), ended.err());
    }

    @Test
    void shouldShowWhatTheClipIsWhenItIsAsked() throws Exception {
        Holdline.Ended ended = Holdline.run(folder, "clip", "info", path.toString());
        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.out().contains("HL000001"), ended.out());
        assertTrue(ended.out().contains("[200] Hz"), ended.out());
    }
}
