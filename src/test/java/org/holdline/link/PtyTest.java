package org.holdline.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.holdline.clock.Clock;
import org.holdline.link.emulated.EmulatedClip;
import org.holdline.link.emulated.EmulatedPort;
import org.holdline.link.wire.Codes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** jSerialComm and the emulated clip on pseudo-terminals of the kernel, all in real time. */
class PtyTest {
    /** No test waits longer; far above what any should need. */
    private static final long PATIENCE_NS = 30_000_000_000L;

    private static final int BAUD = 115_200;

    /** Twelve batches of four, the most that wait in the emulated clip, and one that fills. */
    private static final int UNSENT = 52;

    @TempDir
    private Path folder;

    private final Clock clock = Clock.system();
    private final CheckedStream stream = new CheckedStream();
    private final Link link = new Link(new LinkParams(null, 0, 0, 4711), stream, 1);
    private Path path;
    private EmulatedPort port;
    private Thread clip;
    private LinkThreads threads;

    @BeforeEach
    void plugIn() throws IOException {
        path = folder.resolve("clip");
        port = new EmulatedPort(path, SimulatedLine.params(), stream, clock, 0, 40);
        clip = new Thread(port, "emulated-clip");
        clip.setDaemon(true);
        clip.start();
        threads = new LinkThreads(link, SerialPorts.opener(path, BAUD), clock, () -> {});
    }

    @AfterEach
    void unplug() throws IOException, InterruptedException {
        threads.close();
        port.close();
        clip.join(5000);
    }

    private void await(BooleanSupplier holds) {
        long endNs = clock.nanoTime() + PATIENCE_NS;
        while (!holds.getAsBoolean()) {
            assertTrue(clock.nanoTime() < endNs, () -> threads.figures().toString());
            clock.park(2_000_000);
        }
    }

    private void streaming() {
        threads.start();
        await(() -> threads.figures().stream().samples() > 200
                && threads.figures().clock().pings() >= 16);
    }

    private void moreSamples() {
        long before = threads.figures().stream().samples();
        await(() -> threads.figures().stream().samples() > before + 200);
    }

    @Test
    void shouldCarrySamplesCuesAndPressesWhenAllIsWell() {
        streaming();
        threads.cue(200);
        await(() -> threads.figures().cues().played() == 1);
        await(() -> stream.ended.equals(List.of(Codes.CueEnded.COMPLETE)));
        assertEquals(List.of(200), stream.played);
        port.button(true);
        clock.park(50_000_000);
        port.button(false);
        await(() -> stream.presses.equals(List.of("1 muted")));
        threads.cue(200);
        await(() -> threads.figures().cues().refused() == 1);
        LinkFigures figures = threads.figures();
        assertEquals(0, stream.wrong);
        assertEquals(0, figures.line().dropped());
        assertEquals(0, figures.stream().samplesMissing());
    }

    @Test
    void shouldGoOnWhenThePortComesBackUnderItsName() {
        streaming();
        stream.mayTakeBack = UNSENT;
        port.hangUp(300);
        await(() -> threads.figures().course().hangUps() == 1);
        await(() -> link.state() == LinkState.STREAMING);
        moreSamples();
        assertEquals(1, threads.figures().course().sessions());
        assertEquals(0, stream.wrong);
        assertEquals(0, stream.stepsBack);
    }

    @Test
    void shouldBeginAnewWhenTheClipStartsAnew() {
        streaming();
        // Both in one turn of the clip's thread: a sample between them would tell another index than its batch.
        port.ask(old -> {
            stream.reboot();
            port.reboot(12);
        });
        await(() -> threads.figures().course().sessions() == 2 && link.state() == LinkState.STREAMING);
        moreSamples();
        assertEquals(0, stream.wrong);
    }

    @Test
    void shouldFindItsFramesWhenGarbageComesFirstAndInBetween() {
        port.babble("AT\r\n+++ATH\r\n".getBytes(StandardCharsets.US_ASCII));
        streaming();
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            byte[] noise = new byte[2000];
            random.nextBytes(noise);
            port.babble(noise);
            clock.park(2_000_000);
        }
        moreSamples();
        assertEquals(0, stream.wrong, "seed 3");
        assertTrue(threads.figures().line().dropped() > 0);
        assertEquals(1, threads.figures().course().opens());
    }

    @Test
    void shouldSayThatBytesArriveWhenNoneIsAFrame() {
        port.deafAndDumb(true);
        threads.start();
        Random random = new Random(4);
        await(() -> {
            byte[] noise = new byte[100];
            random.nextBytes(noise);
            port.deafAndDumb(false);
            port.babble(noise);
            port.deafAndDumb(true);
            return link.why().startsWith("bytes arrive but no valid frame");
        });
    }

    @Test
    void shouldLetGoOfTheMotorWhenTheLinkEnds() {
        streaming();
        threads.cue(1900);
        await(() -> stream.played.equals(List.of(1900)));
        threads.close();
        await(() -> stream.ended.equals(List.of(Codes.CueEnded.STOPPED)));
        AtomicReference<EmulatedClip.State> state = new AtomicReference<>();
        await(() -> {
            port.ask(now -> state.set(now.state()));
            return state.get() == EmulatedClip.State.WAITING;
        });
    }

    @Test
    void shouldSayWhichPortsThereAreWhenOneIsMissing() {
        PortException missing =
                assertThrows(PortException.class, SerialPorts.opener(folder.resolve("none"), BAUD)::open);
        assertEquals(PortException.Kind.MISSING, missing.kind());
        assertTrue(missing.getMessage().contains("there is none of that name"), missing.getMessage());
    }

    @Test
    void shouldSayThatThePortIsHeldWhenAnotherHasIt() {
        streaming();
        PortException busy = assertThrows(PortException.class, SerialPorts.opener(path, BAUD)::open);
        assertEquals(PortException.Kind.BUSY, busy.kind(), busy.getMessage());
        moreSamples();
    }
}
