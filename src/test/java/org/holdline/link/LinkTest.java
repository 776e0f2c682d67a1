package org.holdline.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.holdline.link.SimulatedLine.Sent;
import org.holdline.link.emulated.EmulatedClip;
import org.holdline.link.emulated.EmulatedParams;
import org.holdline.link.wire.Codes;
import org.holdline.link.wire.FrameWriter;
import org.holdline.link.wire.ImuBatch;
import org.holdline.link.wire.MessageType;
import org.holdline.link.wire.PlainWire;
import org.holdline.link.wire.Protocol;
import org.junit.jupiter.api.Test;

/** The host against the emulated clip over a line that can be cut, delayed and emptied. */
class LinkTest {
    private final CheckedStream stream = new CheckedStream();
    private final Link link = new Link(new LinkParams(null, 0, 0, 4711), stream, 1);
    private SimulatedLine line = new SimulatedLine(link, SimulatedLine.params(), stream, 5_000_000);

    private void streaming() {
        link.start(line.nowNs());
        line.passUntil(() -> link.state() == LinkState.STREAMING, 1000);
        line.pass(1500);
    }

    private List<Sent> sent(int type, int flags) {
        return line.sent.stream()
                .filter(f -> f.type() == type && f.flags() == flags)
                .toList();
    }

    private void cue(int driveMs) {
        link.cue(driveMs, line.nowNs());
    }

    @Test
    void shouldStreamAtTwoHundredHertzInFoursWhenNothingElseIsAsked() {
        streaming();
        assertEquals(200, link.figures().rateHz());
        assertEquals(
                4, link.figures().stream().samples() / link.figures().stream().batches());
        assertEquals(0, stream.wrong);
        assertEquals(0, link.figures().stream().samplesMissing());
        assertEquals("HL000001", link.identity().serial());
    }

    @Test
    void shouldRepeatHelloEveryThreeHundredMillisecondsWhenNobodyAnswers() {
        line.toClipFault = bytes -> null;
        link.start(line.nowNs());
        line.passUntil(() -> link.state() == LinkState.BACKOFF, 3500);
        List<Sent> hellos = sent(MessageType.HELLO, Protocol.FLAG_REQUEST);
        assertEquals(10, hellos.size());
        for (int i = 1; i < hellos.size(); i++) {
            assertEquals(300, hellos.get(i).atMs() - hellos.get(i - 1).atMs());
        }
        assertTrue(link.why().startsWith("no clip answers, not one byte came"), link.why());
    }

    @Test
    void shouldWaitLongerEachTimeWhenThePortIsMissing() {
        line.isPortThere = false;
        link.start(line.nowNs());
        line.pass(60_000);
        long before = 100;
        for (int i = 1; i < line.opensMs.size(); i++) {
            long pause = line.opensMs.get(i) - line.opensMs.get(i - 1);
            assertTrue(pause >= before * 79 / 100 && pause <= before * 121 / 100 + 3, pause + " after " + before);
            before = Math.min(2 * before, 5000);
        }
        assertTrue(line.opensMs.size() > 10, line.opensMs.toString());
        line.isPortThere = true;
        assertTrue(line.passUntil(() -> link.state() == LinkState.STREAMING, 6500) <= 6500);
    }

    @Test
    void shouldGoOnInTheSameSessionWhenThePortComesBack() {
        streaming();
        line.isPortThere = false;
        line.pass(400);
        assertEquals(LinkState.BACKOFF, link.state());
        line.isPortThere = true;
        line.passUntil(() -> link.state() == LinkState.STREAMING, 2000);
        line.pass(1000);
        LinkFigures figures = link.figures();
        assertEquals(1, figures.course().sessions());
        assertEquals(2, figures.course().opens());
        assertEquals(1, figures.course().hangUps());
        assertEquals(0, stream.stepsBack);
        assertEquals(0, stream.wrong);
        // The index stands still while nobody listens: what was lost is what was on the line.
        assertTrue(figures.stream().samplesMissing() <= 8, figures.stream().samplesMissing() + " missing");
    }

    @Test
    void shouldBeginAnewWhenTheClipStartsAnew() {
        streaming();
        stream.reboot();
        line.boot(SimulatedLine.params().rebooted(12));
        line.passUntil(() -> link.figures().course().sessions() == 2 && link.state() == LinkState.STREAMING, 2500);
        line.pass(1000);
        assertEquals(2, stream.sessions);
        assertEquals(0, link.figures().stream().samplesMissing());
        assertEquals(0, stream.wrong);
        assertEquals(1, link.figures().course().opens(), "the port has not gone");
    }

    @Test
    void shouldTurnStaleAndProbeAndCloseWhenSamplesStop() {
        streaming();
        stream.measures = false;
        long stale = line.passUntil(() -> link.state() == LinkState.STALE, 300);
        assertTrue(stale <= 275, stale + " ms");
        line.sent.clear();
        line.pass(700);
        assertEquals(0, sent(MessageType.HELLO, Protocol.FLAG_REQUEST).size());
        line.pass(300);
        assertEquals(1, sent(MessageType.HELLO, Protocol.FLAG_REQUEST).size());
        line.passUntil(() -> link.state() == LinkState.BACKOFF, 2000);
        assertEquals(1, link.figures().course().stales());
    }

    @Test
    void shouldTurnStaleAtAQuarterOfASecondAndCloseAtThreeWhenTheLineIsSilent() {
        streaming();
        long batches = stream.batches;
        line.passUntil(() -> stream.batches > batches, 100);
        line.toHostFault = bytes -> null;
        line.delayNs = 0;
        long[] lastMs = {line.ms()};
        long[] seen = {stream.batches};
        long stale = line.passUntil(
                () -> {
                    // What was on its way still comes.
                    if (stream.batches > seen[0]) {
                        seen[0] = stream.batches;
                        lastMs[0] = line.ms();
                    }
                    return link.state() == LinkState.STALE;
                },
                400);
        assertTrue(stale > 0);
        assertEquals(250, line.ms() - lastMs[0], "ms from the last batch to STALE");
        line.passUntil(() -> link.state() == LinkState.BACKOFF, 4000);
        assertEquals(3000, line.ms() - lastMs[0], "ms from the last batch to the port's closing");
    }

    @Test
    void shouldStayOpenWhenTheLineStallsForLessThanASecond() {
        streaming();
        for (int i = 0; i < 5; i++) {
            line.delayNs = 900 * SimulatedLine.MS;
            line.pass(900);
            line.delayNs = 2 * SimulatedLine.MS;
            line.pass(3000);
        }
        assertEquals(LinkState.STREAMING, link.state());
        assertEquals(1, link.figures().course().opens());
        assertEquals(0, stream.wrong);
    }

    @Test
    void shouldCarryOnWhenTheClipsClockWraps() {
        CheckedStream wrapping = new CheckedStream();
        Link over = new Link(new LinkParams(null, 0, 0, 4711), wrapping, 1);
        line = new SimulatedLine(over, SimulatedLine.params(), wrapping, (1L << 32) - 4_000_000);
        over.start(line.nowNs());
        line.pass(8000);
        assertEquals(0, wrapping.stepsBack);
        assertEquals(0, over.figures().stream().samplesMissing());
        assertNear(line.clipUs(), wrapping.lastClipUs, 60_000);
        over.cue(200, line.nowNs());
        line.pass(400);
        assertEquals(List.of(200), wrapping.played);
        assertEquals(1, over.figures().cues().played());
    }

    @Test
    void shouldPlayACueAndKeepTheLineAliveWhenOneIsAsked() {
        streaming();
        line.sent.clear();
        cue(1900);
        line.pass(2100);
        assertEquals(List.of(1900), stream.played);
        assertEquals(List.of(Codes.CueEnded.COMPLETE), stream.ended);
        assertEquals(1, link.figures().cues().played());
        assertEquals(1, sent(MessageType.CUE, Protocol.FLAG_REQUEST).size());
        for (int i = 1; i < line.sent.size(); i++) {
            long silence = line.sent.get(i).atMs() - line.sent.get(i - 1).atMs();
            assertTrue(line.sent.get(i).atMs() > line.sent.getFirst().atMs() + 1900 || silence <= 250, silence + " ms");
        }
    }

    @Test
    void shouldSendNoCueWhenTheClocksAreNotMapped() {
        link.start(line.nowNs());
        line.passUntil(() -> link.state() == LinkState.STREAMING, 1000);
        cue(200);
        line.pass(500);
        assertEquals(1, link.figures().cues().notDelivered());
        assertEquals(List.of(), stream.played);
    }

    @Test
    void shouldRepeatACueAndPlayItOnceWhenItsAnswerIsLost() {
        streaming();
        boolean[] lose = {true};
        line.toHostFault = bytes -> lose[0] && isType(bytes, MessageType.CUE) ? null : bytes;
        cue(200);
        line.pass(150);
        lose[0] = false;
        line.pass(500);
        assertEquals(List.of(200), stream.played);
        assertEquals(1, link.figures().cues().played());
        assertEquals(0, link.figures().cues().notDelivered());
    }

    private static boolean isType(byte[] wire, int type) {
        // COBS keeps the type at its place behind one code, and a zero before or in the header moves nothing before it.
        int at = wire[0] == 0 ? 1 : 0;
        return wire[at + 2] == type;
    }

    @Test
    void shouldCountACueAsNotDeliveredWhenItIsOlderThanItsLife() {
        streaming();
        line.toClipFault = bytes -> isType(bytes, MessageType.CUE) ? null : bytes;
        cue(200);
        line.pass(500);
        assertEquals(1, link.figures().cues().notDelivered());
        link.cue(200, line.nowNs() - 400 * SimulatedLine.MS);
        line.pass(100);
        assertEquals(2, link.figures().cues().notDelivered());
        assertEquals(List.of(), stream.played);
    }

    /** The port may be back before the cue's life is over; what was asked of the old line is not played on the new one. */
    @Test
    void shouldForgetACueUnderWayWhenThePortGoes() {
        streaming();
        line.toClipFault = bytes -> isType(bytes, MessageType.CUE) ? null : bytes;
        cue(200);
        line.pass(20);
        assertEquals(0, link.figures().cues().notDelivered());
        link.hungUp("the port has gone", line.nowNs());
        assertEquals(1, link.figures().cues().notDelivered());
        line.toClipFault = bytes -> bytes;
        line.passUntil(() -> link.state() == LinkState.STREAMING, 2000);
        line.pass(1000);
        assertEquals(List.of(), stream.played);
        assertEquals(1, link.figures().cues().notDelivered());
    }

    @Test
    void shouldHaveALateCueRefusedWhenTheLineIsSlow() {
        streaming();
        line.delayNs = 340 * SimulatedLine.MS;
        cue(200);
        line.pass(1500);
        assertEquals(List.of(), stream.played);
        assertEquals(1, line.clip.cuesRefused());
        assertEquals(1, link.figures().cues().notDelivered());
    }

    @Test
    void shouldStopTheMotorFirstWhenItIsSwitchedOff() {
        streaming();
        cue(1500);
        line.pass(200);
        line.sent.clear();
        link.cueOff();
        line.pass(10);
        assertEquals(MessageType.CUE_STOP, line.sent.getFirst().type());
        assertEquals(List.of(Codes.CueEnded.STOPPED), stream.ended);
    }

    @Test
    void shouldPlayNoCueWhenAStopIsAskedAtTheSameTime() {
        streaming();
        line.sent.clear();
        cue(200);
        link.cueOff();
        line.pass(100);
        assertEquals(MessageType.CUE_STOP, line.sent.getFirst().type());
        assertEquals(0, sent(MessageType.CUE, Protocol.FLAG_REQUEST).size());
        assertEquals(1, link.figures().cues().notDelivered());
        assertEquals(List.of(), stream.played);
    }

    @Test
    void shouldTellEachPressOnceWhenAnswersGetLost() {
        streaming();
        int[] lost = {3};
        line.toClipFault = bytes -> isType(bytes, MessageType.BUTTON) && lost[0]-- > 0 ? null : bytes;
        press(80);
        line.pass(1500);
        press(80);
        line.pass(100);
        press(80);
        line.pass(1000);
        press(1600);
        line.pass(1000);
        assertEquals(List.of("1 muted", "2 muted", "3 muted"), stream.presses);
        assertEquals(0, line.clip.pressesLost());
        cue(200);
        line.pass(400);
        assertEquals(1, link.figures().cues().refused());
        assertEquals(Codes.ErrorCode.MUTED, link.figures().cues().lastRefusal());
    }

    private void press(long ms) {
        line.clip.button(true, line.clipUs());
        line.pass(ms);
        line.clip.button(false, line.clipUs());
    }

    @Test
    void shouldTellNoiseFromSilenceWhenNobodyAnswers() {
        line.toClipFault = bytes -> null;
        link.start(line.nowNs());
        Random random = new Random(7);
        while (link.state() != LinkState.BACKOFF) {
            byte[] noise = new byte[20];
            random.nextBytes(noise);
            line.babble(noise);
            line.pass(20);
        }
        assertTrue(link.why().startsWith("bytes arrive but no valid frame"), link.why());
    }

    @Test
    void shouldNameAnEchoWhenTheLineHasOne() {
        line.toClipFault = bytes -> {
            line.babble(bytes);
            return null;
        };
        link.start(line.nowNs());
        line.passUntil(() -> link.state() == LinkState.BACKOFF, 3500);
        assertTrue(link.why().contains("echoes"), link.why());
    }

    @Test
    void shouldGreetWhenGarbageAndModemCommandsComeFirst() {
        link.start(line.nowNs());
        line.pass(1);
        line.babble("AT\r\nOK\r\nAT+BAUD4\r\n".getBytes(StandardCharsets.US_ASCII));
        byte[] noise = new byte[3000];
        new Random(5).nextBytes(noise);
        line.babble(noise);
        line.passUntil(() -> link.state() == LinkState.STREAMING, 1000);
        line.pass(500);
        assertEquals(0, stream.wrong);
    }

    @Test
    void shouldRefuseAnotherClipWhenOneWasGreeted() {
        streaming();
        line.isPortThere = false;
        line.pass(50);
        line.boot(new EmulatedParams("HL000002", 99, 2, List.of(200), true));
        line.isPortThere = true;
        line.passUntil(() -> link.figures().course().opens() == 2 && link.state() == LinkState.BACKOFF, 2000);
        line.pass(2);
        assertEquals("clip HL000002 answers, expected HL000001", link.why());
        assertEquals(EmulatedClip.State.WAITING, line.clip.state());
        assertEquals(1, stream.sessions);
    }

    @Test
    void shouldTakeNoSampleOfAnotherClipWhenItStreamsAlready() {
        streaming();
        line.isPortThere = false;
        line.pass(50);
        line.boot(new EmulatedParams("HL000002", 99, 2, List.of(200), true));
        FrameWriter writer = new FrameWriter();
        line.toHostFault = bytes -> {
            ImuBatch batch = writer.begin(new ImuBatch());
            batch.setFirstIdx(100_000);
            batch.setPeriodNs(5_000_000);
            batch.setCount(1);
            return PlainWire.join(bytes, Arrays.copyOf(writer.wire(), writer.finish(batch, false)));
        };
        long before = stream.batches;
        line.isPortThere = true;
        line.passUntil(() -> link.figures().course().opens() == 2 && link.state() == LinkState.BACKOFF, 2000);
        assertEquals("clip HL000002 answers, expected HL000001", link.why());
        assertEquals(before, stream.batches);
    }

    @Test
    void shouldSwitchMotorAndStreamOffWhenItEnds() {
        streaming();
        cue(1500);
        line.pass(100);
        link.end(line.nowNs());
        long took = line.passUntil(() -> link.state() == LinkState.CLOSED, 400);
        assertTrue(took <= 20, took + " ms");
        assertEquals(List.of(Codes.CueEnded.STOPPED), stream.ended);
        assertFalse(line.clip.isPlaying());
    }

    @Test
    void shouldCloseInTimeWhenNobodyAnswersTheEnd() {
        streaming();
        line.toClipFault = bytes -> null;
        link.end(line.nowNs());
        long took = line.passUntil(() -> link.state() == LinkState.CLOSED, 400);
        assertTrue(took <= 301, took + " ms");
    }

    @Test
    void shouldSayWhyWhenTheClipIsCharged() {
        streaming();
        line.clip.charger(true, line.clipUs());
        line.passUntil(() -> link.state() == LinkState.BACKOFF, 2000);
        assertTrue(link.why().contains("charged"), link.why());
        line.clip.charger(false, line.clipUs());
        line.passUntil(() -> link.state() == LinkState.STREAMING, 6000);
    }

    @Test
    void shouldNotRepeatItselfWhenNothingIsDue() {
        streaming();
        line.sent.clear();
        line.pass(10_000);
        // Pings twice a second and nothing else.
        assertEquals(20, line.sent.size(), 1);
    }

    private static void assertNear(long expected, long actual, long most) {
        assertTrue(Math.abs(actual - expected) <= most, () -> actual + ", expected " + expected + " +- " + most);
    }
}
