package org.holdline.link.emulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.holdline.link.wire.Codes;
import org.holdline.link.wire.Counter;
import org.holdline.link.wire.CueRequest;
import org.holdline.link.wire.Frame;
import org.holdline.link.wire.FrameReader;
import org.holdline.link.wire.FrameSink;
import org.holdline.link.wire.FrameWriter;
import org.holdline.link.wire.HelloRequest;
import org.holdline.link.wire.ImuBatch;
import org.holdline.link.wire.MessageType;
import org.holdline.link.wire.Protocol;
import org.holdline.link.wire.Side;
import org.holdline.link.wire.Status;
import org.holdline.link.wire.StreamCtrlRequest;
import org.holdline.link.wire.StreamCtrlResponse;
import org.holdline.link.wire.TimesyncRequest;
import org.holdline.link.wire.View;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What dialogues cannot show, since no sample arrives in them: indices, HAPTIC, OVERRUN. */
class EmulatedStreamTest {
    private static final long PERIOD_US = 5000;

    private record Batch(long firstIdx, int count, int bits, int t0Us) {
        boolean isHaptic() {
            return (bits & Codes.BatchFlag.HAPTIC) != 0;
        }

        boolean isBehindLoss() {
            return (bits & Codes.BatchFlag.OVERRUN) != 0;
        }
    }

    private final List<Batch> batches = new ArrayList<>();
    private final FrameWriter writer = new FrameWriter();
    private final FrameReader host = new FrameReader(Side.CLIP, new Host());
    private final EmulatedClip clip =
            new EmulatedClip(new EmulatedParams("HL000001", 11, 1, List.of(200), true), new Still(), this::takes, 0);
    private boolean full;
    private long nowUs;
    private int txn;
    private long nextIdx;
    private long samplesLost;
    private long framesDropped;

    @BeforeEach
    void shouldBeGreeted() {
        HelloRequest hello = writer.begin(new HelloRequest());
        hello.setTxn(++txn);
        hello.setVersionMin(Protocol.VERSION_MIN);
        hello.setVersionMax(Protocol.VERSION_MAX);
        hello.setMaxPayloadBytes(244);
        hello.setHostSession(7);
        say(hello);
    }

    private boolean takes(byte[] bytes, int length) {
        if (!full) {
            host.feed(bytes, 0, length);
        }
        return !full;
    }

    private void say(View message) {
        int length = writer.finish(message, false);
        clip.hear(writer.wire(), length, nowUs);
    }

    private void stream(boolean on, int samples) {
        StreamCtrlRequest request = writer.begin(new StreamCtrlRequest());
        request.setTxn(++txn);
        request.setBits(on ? Codes.StreamFlag.ON : 0);
        request.setBatchSamples(samples);
        request.setRateHz(200);
        say(request);
    }

    private void pass(long ms) {
        for (long endUs = nowUs + ms * 1000; nowUs < endUs; nowUs += 1000) {
            clip.passTo(nowUs);
            if (nowUs % 200_000 == 0) {
                TimesyncRequest ping = writer.begin(new TimesyncRequest());
                ping.setTxn(++txn);
                say(ping);
            }
        }
        clip.passTo(nowUs);
    }

    @Test
    void shouldTakeTheIndexBackWhenTheStreamGoesOffWithUnsentSamples() {
        stream(true, 4);
        pass(512);
        Batch last = batches.getLast();
        stream(false, 4);
        assertEquals(100, nextIdx, "102 samples were taken");
        assertEquals(last.firstIdx() + last.count(), nextIdx);
        pass(500);
        stream(true, 4);
        pass(100);
        shouldFollowOneAnother();
        assertEquals(0, samplesLost);
    }

    @Test
    void shouldTakeTheIndexBackWhenTheHostHangsUp() {
        stream(true, 4);
        pass(512);
        clip.hangUp(nowUs);
        shouldBeGreeted();
        stream(true, 4);
        pass(100);
        shouldFollowOneAnother();
    }

    @Test
    void shouldKeepTheNewestBatchesWhenTheLineIsFull() {
        stream(true, 4);
        pass(500);
        int before = batches.size();
        full = true;
        pass(1000);
        full = false;
        pass(1600);
        Batch first = batches.get(before);
        assertTrue(first.isBehindLoss(), "OVERRUN");
        assertEquals(4 * before + 4 * (50 - EmulatedStream.MOST_WAITING), first.firstIdx());
        for (int i = before + 1; i < batches.size(); i++) {
            assertFalse(batches.get(i).isBehindLoss(), "OVERRUN once");
        }
        assertEquals(4 * (50 - EmulatedStream.MOST_WAITING), samplesLost);
        assertTrue(framesDropped > 50 - EmulatedStream.MOST_WAITING, "with STATUS and answers: " + framesDropped);
        assertEquals(0, host.count(Counter.SEQ_LOST), "what was not sent had no number");
    }

    @Test
    void shouldTellTheLossLaterWhenTheStreamGoesOffBehindIt() {
        stream(true, 4);
        full = true;
        pass(1000);
        full = false;
        stream(false, 4);
        pass(100);
        stream(true, 4);
        pass(100);
        assertTrue(batches.getFirst().isBehindLoss(), "OVERRUN");
        assertEquals(4 * (50 - EmulatedStream.MOST_WAITING), batches.getFirst().firstIdx());
    }

    @Test
    void shouldSetHapticFromTheFirstDriveToTheEndWhenThePatternHasAPause() {
        stream(true, 9);
        pass(1013);
        long onUs = nowUs;
        CueRequest cue = writer.begin(new CueRequest());
        cue.setTxn(++txn);
        cue.setIssuedUs((int) nowUs);
        cue.setTtlMs(300);
        cue.setDurationMs(250);
        cue.setPattern(Codes.CuePattern.DOUBLE);
        cue.setIntensityPct(70);
        say(cue);
        pass(500);
        int haptic = 0;
        for (Batch batch : batches) {
            haptic += batch.isHaptic() ? batch.count() : 0;
            for (int i = 0; i < batch.count(); i++) {
                long sinceUs = batch.t0Us() + i * PERIOD_US - onUs;
                assertEquals(sinceUs >= 0 && sinceUs < 250_000, batch.isHaptic(), sinceUs + " us");
            }
        }
        assertEquals(50, haptic);
    }

    private void shouldFollowOneAnother() {
        long expected = 0;
        for (Batch batch : batches) {
            assertEquals(expected, batch.firstIdx());
            assertFalse(batch.isBehindLoss());
            expected += batch.count();
        }
    }

    private final class Host implements FrameSink {
        @Override
        public void frame(Frame frame) {
            if (frame.type() == MessageType.IMU_BATCH) {
                ImuBatch batch = frame.read(new ImuBatch());
                batches.add(new Batch(batch.firstIdx(), batch.count(), batch.bits(), batch.t0Us()));
            } else if (frame.type() == MessageType.STREAM_CTRL) {
                nextIdx = frame.read(new StreamCtrlResponse()).nextIdx();
            } else if (frame.type() == MessageType.STATUS) {
                Status status = frame.read(new Status());
                samplesLost = status.samplesLost();
                framesDropped = status.txDropped();
            }
        }

        @Override
        public void refused(Frame frame, int code, int detail) {
            throw new AssertionError("refused: type " + frame.type() + " code " + code);
        }
    }

    private static final class Still implements ClipBody {
        @Override
        public boolean measure(int[] steps) {
            return true;
        }

        @Override
        public void motorOn(int forMs) {}

        @Override
        public void motorOff(int reason, int playedMs) {}
    }
}
