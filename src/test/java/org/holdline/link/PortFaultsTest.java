package org.holdline.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.holdline.link.FailureTable.Against;
import org.holdline.link.emulated.ClipBody;
import org.holdline.link.emulated.EmulatedClip;
import org.holdline.link.emulated.EmulatedParams;
import org.holdline.link.emulated.EmulatedPort;
import org.holdline.link.emulated.PseudoTerminal;
import org.holdline.link.wire.Protocol;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be amiss with a port or at its other end: absent, held, silent, deaf, strange, renamed. */
@Tag("slow")
class PortFaultsTest extends FaultyLine {
    @ParameterizedTest
    @EnumSource(names = {"PTY", "PROCESS"})
    void shouldStreamWhenThePortComesLater(Against where) throws IOException, InterruptedException {
        Path clip = clip(where);
        link(ANY_CLIP);
        await(() -> threads.lastFault() == PortException.Kind.MISSING);
        pass(400);
        assertEquals(0, threads.figures().course().opens());
        long thereNs = clock.nanoTime();
        line(clip);
        long again = streamingAgain(thereNs);
        row("port missing", "400 ms, then it comes", again + " ms", proxy.toHost.frames());
        assertTrue(threads.figures().course().opens() > 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"PTY", "PROCESS"})
    void shouldStreamWhenWhoeverHeldThePortLetsGo(Against where) throws IOException, InterruptedException {
        plugIn(where);
        Link second = new Link(ANY_CLIP, new BatchWatch(clock, new CheckedStream()), SEED + 1);
        try (LinkThreads waiting = new LinkThreads(second, opener(port()), clock, () -> {})) {
            waiting.start();
            await(() -> waiting.lastFault() == PortException.Kind.BUSY);
            pass(500);
            LinkFigures holder = threads.figures();
            assertEquals(0, holder.stream().samplesMissing(), "who holds it notices nothing");
            assertEquals(0, holder.line().dropped());
            assertEquals(1, holder.course().opens());
            threads.close();
            long freeNs = clock.nanoTime();
            await(() -> second.state() == LinkState.STREAMING);
            row("port held by another", "500 ms", msSince(freeNs) + " ms", proxy.toHost.frames());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PTY", "PROCESS", "QEMU"})
    void shouldStreamWhenAModemTalksFirst(Against where) throws IOException, InterruptedException {
        line(clip(where));
        byte[] talk =
                "\r\nOK\r\nAT+NAME=clip\r\n+++\r\nERROR\r\nCONNECT 115200\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] noise = new byte[3000];
        new Random(SEED).nextBytes(noise);
        proxy.toHost.inject(noise);
        proxy.toHost.inject(talk);
        long beginNs = clock.nanoTime();
        link(ANY_CLIP);
        samplesCome();
        LinkFigures figures = threads.figures();
        row(
                "garbage and AT commands first",
                noise.length + talk.length + " bytes",
                msSince(beginNs) + " ms",
                proxy.toHost.frames());
        assertTrue(figures.line().dropped() > 0);
        assertEquals(1, figures.course().opens(), "no reconnect");
        assertEquals(0, figures.stream().samplesMissing());
    }

    @ParameterizedTest
    @EnumSource(names = {"PTY", "PROCESS"})
    void shouldSayWhatWasSeenWhenTheBaudRateIsAnother(Against where) throws IOException, InterruptedException {
        line(clip(where));
        proxy.toHost.garble(true);
        proxy.toClip.garble(true);
        link(ANY_CLIP);
        await(() -> link.state() == LinkState.BACKOFF);
        assertTrue(threads.figures().why().startsWith("no clip answers, not one byte came"), threads.figures()::why);
        assertEquals(
                0, threads.figures().line().bytes(), "a clip that waits says nothing to what it does not understand");
        long rightNs = clock.nanoTime();
        proxy.toHost.garble(false);
        proxy.toClip.garble(false);
        row(
                "other baud rate, the clip waits",
                "every byte another",
                streamingAgain(rightNs) + " ms",
                proxy.toHost.frames());

        // The clip streams by now; the hang-up that follows may cost it what it could not send.
        stream.mayTakeBack = UNSENT;
        proxy.toHost.garble(true);
        proxy.toClip.garble(true);
        byte[] noise = new byte[50];
        Random random = new Random(SEED);
        await(() -> {
            random.nextBytes(noise);
            proxy.toHost.inject(noise);
            return threads.figures().why().startsWith("bytes arrive but no valid frame");
        });
        rightNs = clock.nanoTime();
        proxy.toHost.garble(false);
        proxy.toClip.garble(false);
        row(
                "other baud rate, the clip speaks",
                "every byte another",
                streamingAgain(rightNs) + " ms",
                proxy.toHost.frames());
    }

    @ParameterizedTest
    @EnumSource(names = {"PTY", "PROCESS"})
    void shouldLetGoOfThePortWhenTheOtherEndReadsNothing(Against where) throws Exception {
        line(clip(where));
        // Opened before the link takes the port for itself, so that it can be filled up.
        FileOutputStream filling = new FileOutputStream(port().toFile());
        link(ANY_CLIP);
        samplesCome();
        proxy.drain(false);
        stream.mayTakeBack = UNSENT;
        AtomicLong filled = new AtomicLong();
        Thread filler = filler(filling, filled);
        awaitFull(filled);
        LinkFigures before = threads.figures();
        long deafNs = clock.nanoTime();
        threads.cue(300);
        await(() -> threads.figures().cues().notDelivered() == before.cues().notDelivered() + 1);
        await(() -> threads.figures().course().hangUps() > before.course().hangUps());
        long noticed = msSince(deafNs);
        String why = threads.figures().why();
        assertTrue(why.startsWith("the port takes no bytes"), why);
        assertEquals(before.cues().played(), threads.figures().cues().played());
        long readsNs = clock.nanoTime();
        proxy.drain(true);
        filler.join();
        filling.close();
        long again = streamingAgain(readsNs);
        row(
                "the other end reads nothing, and a cue",
                filled.get() + " bytes wait; given up after " + noticed + " ms",
                again + " ms",
                proxy.toHost.frames());
        assertEquals(before.course().sessions(), threads.figures().course().sessions());
    }

    /** Fills the port with delimiters, which are no frame, until it is read again. */
    private Thread filler(FileOutputStream into, AtomicLong filled) {
        Thread filler = new Thread(
                () -> {
                    byte[] delimiters = new byte[256];
                    try {
                        for (int full = 0; full < 2; ) {
                            long beginNs = clock.nanoTime();
                            into.write(delimiters);
                            filled.addAndGet(delimiters.length);
                            full += msSince(beginNs) > 500 ? 2 : 0;
                        }
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                },
                "filler");
        filler.setDaemon(true);
        filler.start();
        return filler;
    }

    private void awaitFull(AtomicLong filled) {
        long[] last = {0, clock.nanoTime()};
        await(() -> {
            long now = filled.get();
            if (now != last[0]) {
                last[0] = now;
                last[1] = clock.nanoTime();
            }
            return now > 0 && msSince(last[1]) > 200;
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"PTY", "PROCESS", "QEMU"})
    void shouldTakeNothingWhenAnotherClipAnswers(Against where) throws IOException, InterruptedException {
        line(clip(where));
        link(new LinkParams("HL999999", 0, 0, 4711));
        await(() -> link.state() == LinkState.BACKOFF);
        String why = threads.figures().why();
        assertTrue(why.matches("clip [0-9A-Z]+ answers, expected HL999999"), why);
        await(() -> threads.figures().course().opens() >= 3);
        row("another clip answers", threads.figures().course().opens() + " times", "not taken", proxy.toHost.frames());
        assertEquals(0, threads.figures().course().greetings());
        assertEquals(0, threads.figures().line().lost());
        assertEquals(0, watch.batches);
        assertEquals(0, watch.sessions);
    }

    @ParameterizedTest
    @EnumSource(names = {"PTY", "PROCESS"})
    void shouldSuspendAndLetGoWhenNoByteComes(Against where) throws IOException, InterruptedException {
        plugIn(where);
        FrameLedger.Account before = proxy.toHost.frames();
        proxy.toHost.stall(true);
        await(() -> link.state() == LinkState.STALE);
        long stale = msSince(watch.lastNs);
        await(() -> link.state() == LinkState.BACKOFF);
        long closed = msSince(watch.lastNs);
        long freeNs = clock.nanoTime();
        stream.mayTakeBack = UNSENT;
        proxy.toHost.stall(false);
        long again = streamingAgain(freeNs);
        row(
                "no byte comes, the port stays",
                "STALE after " + stale + " ms, closed after " + closed + " ms",
                again + " ms",
                since(before));
        assertTrue(stale >= Protocol.STALE_MIN_MS && closed >= Protocol.CLOSE_MS, stale + " and " + closed + " ms");
        assertEquals(1, watch.sessions);
    }

    /** Four ports of one kind: the clip's, one that another link holds, one with another clip, and the clip's later one. */
    @ParameterizedTest
    @EnumSource(names = {"PTY", "PROCESS"})
    void shouldFindTheClipAgainWhenItComesBackUnderAnotherName(Against where) throws Exception {
        line(clip(where));
        link = new Link(ANY_CLIP, watch, SEED);
        PortSearch search = new PortSearch(
                new PortSearch.Places(port(), new PortSearch.Scope.Named(folder.resolve("ttyUSB*"))),
                this::opener,
                link::greetings,
                clock);
        threads = new LinkThreads(link, search, clock, () -> {});
        threads.start();
        samplesCome();
        CheckedStream heldStream = new CheckedStream();
        Link holder = new Link(ANY_CLIP, heldStream, SEED);
        try (EmulatedPort held = neighbour("ttyUSB1", "HL000002", heldStream);
                EmulatedPort free = neighbour("ttyUSB2", "HL000003", ClipBody.NONE);
                PseudoTerminal strange = PseudoTerminal.open();
                LinkThreads holding = new LinkThreads(holder, opener(held.device()), clock, () -> {})) {
            Files.createSymbolicLink(folder.resolve("ttyS7"), strange.path());
            holding.start();
            await(() -> holding.figures().stream().samples() > 100);
            FrameLedger.Account before = proxy.toHost.frames();
            stream.mayTakeBack = UNSENT;
            proxy.hangUp();
            await(() -> link.state() == LinkState.BACKOFF);
            long backNs = clock.nanoTime();
            proxy.comeBack(folder.resolve("ttyUSB3"));
            long again = streamingAgain(backNs);
            row("comes back under another name", "beside a held port and another clip's", again + " ms", since(before));
            assertEquals(folder.resolve("ttyUSB3"), search.current());
            assertEquals(1, watch.sessions, "the same session");
            assertEquals(0, holding.figures().stream().samplesMissing(), "who holds a port notices nothing");
            assertEquals(0, holding.figures().line().dropped());
            assertEquals(1, holding.figures().course().opens());
            AtomicReference<EmulatedClip.State> other = new AtomicReference<>();
            free.ask(clip -> other.set(clip.state()));
            await(() -> other.get() != null);
            assertNotEquals(EmulatedClip.State.STREAMING, other.get());
            // It would be NOBODY once somebody had opened and closed it.
            assertEquals(0, strange.read(new byte[1]), "a port of another sort is not opened");
        }
    }

    private EmulatedPort neighbour(String name, String serial, ClipBody body) throws IOException {
        EmulatedPort port = new EmulatedPort(
                folder.resolve(name), new EmulatedParams(serial, 21, 2, List.of(200), true), body, clock, 0, 0);
        Thread clip = new Thread(port, "emulated-" + serial);
        clip.setDaemon(true);
        clip.start();
        return port;
    }
}
