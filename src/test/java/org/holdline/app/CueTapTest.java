package org.holdline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.holdline.link.wire.CueRequest;
import org.holdline.link.wire.CueStopRequest;
import org.holdline.link.wire.FrameWriter;
import org.holdline.link.wire.View;
import org.junit.jupiter.api.Test;

class CueTapTest {
    private final CueTap tap = new CueTap();
    private final FrameWriter writer = new FrameWriter();

    private byte[] cue(int txn) {
        CueRequest cue = writer.begin(new CueRequest());
        cue.setTxn(txn);
        cue.setDurationMs(1);
        return wire(cue);
    }

    private byte[] wire(View message) {
        int length = writer.finish(message, false);
        return Arrays.copyOf(writer.wire(), length);
    }

    private void hear(byte[] bytes, int from, int to, long readNs) {
        tap.heard(Arrays.copyOfRange(bytes, from, to), to - from, readNs);
    }

    @Test
    void shouldTellWhenTheLastByteCameWhenACueComesInPieces() {
        byte[] bytes = cue(7);
        hear(bytes, 0, 5, 100);
        hear(bytes, 5, bytes.length - 1, 200);
        assertEquals(0, tap.count());
        hear(bytes, bytes.length - 1, bytes.length, 300);
        assertEquals(1, tap.count());
        assertEquals(300, tap.lastNs());
    }

    @Test
    void shouldCountOnceWhenACueIsRepeated() {
        byte[] first = cue(7);
        hear(first, 0, first.length, 100);
        byte[] again = cue(7);
        hear(again, 0, again.length, 200);
        assertEquals(1, tap.count());
        assertEquals(100, tap.lastNs());
        byte[] next = cue(8);
        hear(next, 0, next.length, 300);
        assertEquals(2, tap.count());
        assertEquals(300, tap.lastNs());
    }

    @Test
    void shouldHearNothingElseWhenOtherFramesOrNoiseCome() {
        byte[] stop = wire(writer.begin(new CueStopRequest()));
        hear(stop, 0, stop.length, 100);
        byte[] broken = cue(7);
        broken[4] ^= 1;
        hear(broken, 0, broken.length, 200);
        assertEquals(0, tap.count());
    }
}
