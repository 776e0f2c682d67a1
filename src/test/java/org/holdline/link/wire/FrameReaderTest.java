package org.holdline.link.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader against the oracle, over streams of every kind and in portions of every size. */
class FrameReaderTest {
    private static final Schema SCHEMA = Schema.load();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldAgreeWithTheOracleWhenStreamsAreDamaged(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 300; run++) {
            boolean fromHost = random.nextBoolean();
            byte[] stream = MadeStreams.damaged(SCHEMA, random, 1 + random.nextInt(12));
            PlainReceiver expected = new PlainReceiver(SCHEMA, fromHost).take(stream);
            Heard heard = new Heard(fromHost ? Side.HOST : Side.CLIP);
            heard.feedInPortions(stream, random);
            String where = "seed " + seed + " run " + run + ": " + PlainWire.hex(stream);
            assertEquals(expected.counted(), heard.counted(), where);
            assertEquals(expected.delivered(), heard.delivered(), where);
        }
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void shouldJudgeEveryTypeLengthAndFlagWhenTheCrcIsRight(Side sender) {
        byte[] payload = new byte[244];
        payload[12] = 3;
        for (int type = 0; type < 256; type++) {
            for (int flags : new int[] {0, 1, 2, 3, 4, 9}) {
                for (int length : new int[] {0, 1, 2, 3, 6, 8, 9, 10, 13, 14, 50, 72, 73, 86, 120, 208, 209, 244}) {
                    byte[] wire = PlainWire.wire(PlainWire.frame(flags, type, 7, Arrays.copyOf(payload, length)));
                    PlainReceiver expected = new PlainReceiver(SCHEMA, sender == Side.HOST).take(wire);
                    Heard heard = new Heard(sender).feed(wire);
                    String where = "type " + type + " flags " + flags + " length " + length;
                    assertEquals(expected.counted(), heard.counted(), where);
                    assertEquals(expected.delivered(), heard.delivered(), where);
                }
            }
        }
    }

    @Test
    void shouldTakeOnlyTheVersionInForceWhenOneIs() {
        Heard heard = new Heard(Side.CLIP);
        heard.reader.setVersionInForce(1);
        heard.feed(PlainWire.wire(PlainWire.frame(0, 0, MessageType.CUE_END, 0, new byte[9])));
        heard.feed(PlainWire.wire(PlainWire.frame(1, 0, MessageType.CUE_END, 1, new byte[9])));
        heard.feed(PlainWire.wire(PlainWire.frame(2, MessageType.ERROR, 2, new byte[8])));
        heard.feed(PlainWire.wire(PlainWire.frame(1, 2, MessageType.ERROR, 3, new byte[8])));
        assertEquals("34.0.1 4.2.2", heard.delivered());
        assertEquals(2, heard.reader.count(Counter.VERSION));
    }

    @Test
    void shouldForgetTheStreamButNotTheCountersWhenReset() {
        Heard heard = new Heard(Side.CLIP);
        byte[] wire = PlainWire.wire(PlainWire.frame(0, MessageType.CUE_END, 9, new byte[9]));
        heard.feed(Arrays.copyOf(wire, 10));
        heard.reader.reset();
        heard.feed(wire);
        heard.reader.reset();
        heard.feed(PlainWire.wire(PlainWire.frame(0, MessageType.CUE_END, 500, new byte[9])));
        assertEquals("34.0.9 34.0.500", heard.delivered());
        assertEquals(0, heard.reader.count(Counter.SEQ_LOST));
        assertEquals(2, heard.reader.count(Counter.FRAMES));
    }

    @Test
    void shouldReadWhatTheWriterWroteWhenEveryMessageIsSent() {
        FrameWriter writer = new FrameWriter();
        for (String name : Views.ALL.keySet()) {
            View message = Views.ALL.get(name).get();
            Side sender = SCHEMA.part(name).fromHost() ? Side.HOST : Side.CLIP;
            writer.begin(message);
            if (message instanceof ImuBatch batch) {
                batch.setCount(4);
            }
            int length = writer.finish(message, name.length() % 2 == 0);
            byte[] wire = Arrays.copyOf(writer.wire(), length);
            Heard heard = new Heard(sender).feed(wire);
            assertEquals(1, heard.reader.count(Counter.FRAMES), name + " " + PlainWire.hex(wire));
            assertEquals(0, wire[length - 1]);
        }
    }

    @Test
    void shouldCarryVersionZeroWhenGreetingOrRefusing() {
        FrameWriter writer = new FrameWriter();
        writer.setVersion(3);
        List<Integer> versions = new ArrayList<>();
        for (View message : List.of(new HelloRequest(), new ErrorResponse(), new CueStopRequest())) {
            writer.begin(message);
            int length = writer.finish(message, false);
            byte[] frame = PlainWire.unstuff(Arrays.copyOf(writer.wire(), length - 1));
            versions.add((frame[0] & 0xF0) >> 4);
        }
        assertEquals(List.of(0, 0, 3), versions);
    }

    @Test
    void shouldNumberFramesModulo65536WhenManyAreSent() {
        FrameWriter writer = new FrameWriter();
        Heard heard = new Heard(Side.HOST);
        CueStopRequest stop = new CueStopRequest();
        for (int i = 0; i < 65_540; i++) {
            writer.begin(stop).setTxn(1 + i % 65_535);
            int length = writer.finish(stop, false);
            heard.reader.feed(writer.wire(), 0, length);
        }
        assertEquals(0, heard.reader.count(Counter.SEQ_LOST));
        assertEquals(0, heard.reader.count(Counter.SEQ_REPEATED));
        assertEquals(65_540, heard.reader.count(Counter.FRAMES));
        assertTrue(heard.delivered().endsWith("33.1.2 33.1.3"), "the last number");
    }
}
