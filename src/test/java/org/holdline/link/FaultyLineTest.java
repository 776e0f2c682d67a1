package org.holdline.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.holdline.link.FailureTable.Against;
import org.holdline.link.wire.Protocol;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The emulated clip, the C firmware and the C firmware in QEMU behind a line that changes bytes, stalls and hangs up. */
class FaultyLineTest extends FaultyLine {
    private static final int FAULTS_MS = Integer.getInteger("holdline.faults.ms", 4000);

    @ParameterizedTest
    @EnumSource(names = {"PTY", "PROCESS", "QEMU"})
    void shouldRecoverAndKeepCountWhenTheLineIsFaulty(Against where) throws IOException, InterruptedException {
        plugIn(where);
        bytesChange();
        motorObeys();
        lineIsSlow();
        lineStalls();
        portGoesAndComesBack();
        clipStartsAnew();
        if (where == Against.PROCESS) {
            clockHasWrapped();
        }
    }

    private void bytesChange() {
        watch.begin();
        proxy.toHost.damage(ByteFaults.Rates.ALL);
        proxy.toClip.damage(ByteFaults.Rates.ALL);
        pass(FAULTS_MS);
        proxy.toHost.damage(ByteFaults.Rates.NONE);
        proxy.toClip.damage(ByteFaults.Rates.NONE);
        pass(300);
        proxy.toHost.stall(true);
        await(() -> threads.figures().line().bytes() == proxy.toHost.frames().bytes());
        LinkFigures.Line line = threads.figures().line();
        FrameLedger.Account came = proxy.toHost.frames();
        ByteFaults.Account done = proxy.toHost.damage();
        proxy.toHost.stall(false);
        String seed = against + ", seed " + SEED + ": ";
        row("bytes dropped, doubled, flipped, put in, swapped", done.words(), ms(watch.longestNs), came);
        assertTrue(done.addsUp() && proxy.toClip.damage().addsUp(), seed + done);
        assertTrue(done.faults() > 0, seed + done);
        assertTrue(came.neverCame() <= 2 * done.faults(), seed + came + " " + done);
        assertEquals(came.frames(), line.frames(), seed + "frames");
        assertEquals(came.dropped(), line.dropped(), seed + "dropped");
        assertEquals(came.lost(), line.lost(), seed + "lost");
        assertEquals(came.repeated(), line.repeated(), seed + "repeated");
        await(() -> threads.figures().told().drops() == proxy.toClip.frames().dropped());
        assertEquals(1, threads.figures().course().opens(), seed + "no reconnect");
    }

    private static String ms(long ns) {
        return String.format(Locale.ROOT, "%d ms", ns / MS);
    }

    private void motorObeys() {
        streamingAgain(clock.nanoTime());
        LinkFigures.Cues before = threads.figures().cues();
        long driven = watch.withMotor;
        threads.cue(300);
        await(() -> threads.figures().cues().played() == before.played() + 1);
        await(() -> watch.withMotor > driven + 3);
        if (against == Against.PROCESS) {
            await(() -> firmware.said().matches("(?s).*motor 100\n.*motor 0\n.*"));
        }
    }

    private void lineIsSlow() {
        FrameLedger.Account before = proxy.toHost.frames();
        long opens = threads.figures().course().opens();
        proxy.toHost.delay(100, 100);
        proxy.toClip.delay(350, 20);
        pass(500);
        LinkFigures.Cues cues = threads.figures().cues();
        long driven = watch.withMotor;
        threads.cue(300);
        await(() -> threads.figures().cues().notDelivered()
                        + threads.figures().cues().refused()
                == cues.notDelivered() + cues.refused() + 1);
        pass(500);
        proxy.toHost.delay(0, 0);
        proxy.toClip.delay(0, 0);
        row("latency", "350 ms to the clip, 100 to 200 ms back; a cue", "cue not played", since(before));
        assertEquals(driven, watch.withMotor, "a late cue is not played");
        assertEquals(cues.played(), threads.figures().cues().played());
        assertEquals(opens, threads.figures().course().opens());
    }

    private void lineStalls() {
        FrameLedger.Account before = proxy.toHost.frames();
        LinkFigures.Course course = threads.figures().course();
        long missing = threads.figures().stream().samplesMissing();
        proxy.toHost.stall(true);
        pass(900);
        long freeNs = clock.nanoTime();
        proxy.toHost.stall(false);
        long again = streamingAgain(freeNs);
        row("stall", "900 ms without a byte", again + " ms", since(before));
        assertEquals(course.opens(), threads.figures().course().opens(), "no reconnect below a second");
        assertEquals(course.stales() + 1, threads.figures().course().stales());
        assertEquals(missing, threads.figures().stream().samplesMissing());
    }

    private void portGoesAndComesBack() throws IOException {
        FrameLedger.Account before = proxy.toHost.frames();
        long hangUps = threads.figures().course().hangUps();
        Map<Long, Long> cpu = linkCpuNs();
        long goneNs = clock.nanoTime();
        stream.mayTakeBack = UNSENT;
        proxy.hangUp();
        await(() -> threads.figures().course().hangUps() > hangUps);
        long noticed = (clock.nanoTime() - goneNs) / MS;
        Map<Long, Long> used = new HashMap<>();
        while (clock.nanoTime() - goneNs < 1000 * MS) {
            // Again and again: a thread that has ended tells nothing any more.
            used.putAll(linkCpuNs());
            clock.park(10 * MS);
        }
        long busy = busyMs(cpu, used);
        long backNs = clock.nanoTime();
        proxy.comeBack(folder.resolve("ttyUSB0"));
        long again = streamingAgain(backNs);
        row(
                "hang-up while reading",
                "1 s; seen after " + noticed + " ms, " + busy + " ms of processor time",
                again + " ms",
                since(before));
        assertEquals(hangUps + 1, threads.figures().course().hangUps());
        assertEquals(1, watch.sessions, "the same session");
        assertTrue(noticed <= 2 * Protocol.STALE_MIN_MS, noticed + " ms");
        assertTrue(busy <= 100, busy + " ms of processor time in a second");
    }

    private void clipStartsAnew() {
        FrameLedger.Account before = proxy.toHost.frames();
        long startNs = clock.nanoTime();
        switch (against) {
            case PROCESS -> firmware.type("r");
            case QEMU -> firmware.type("system_reset");
            // Both in one turn of the clip's thread: a sample between them would tell another index than its batch.
            default ->
                emulated.ask(old -> {
                    stream.reboot();
                    emulated.reboot(12);
                });
        }
        await(() -> watch.sessions == 2);
        long again = streamingAgain(startNs);
        row("clip starts anew", "another boot_id", again + " ms", since(before));
        assertEquals(2, threads.figures().course().sessions());
    }

    private void clockHasWrapped() {
        await(() -> watch.lastClipUs() < 0xFFFF_FFFFL || watch.lastClipUs() > 1L << 32);
        row("clip's clock wraps at 2^32 us", "5 s after its start", "no break", since(proxy.toHost.frames()));
        assertEquals(0, watch.stepsBack);
    }
}
